/// CSV as it is written for Excel and WPS: UTF-8 with a byte-order mark, lines ending in CR LF, and every
/// cell a text that no program runs. ``CSV`` reads it as it was.
extension CSV {
  static func text(of rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell, quoted where it must be; before a formula stands the quote that makes a text of it.
  static func cell(_ text: String) -> String {
    let plain = isFormula(text) ? "'" + text : text
    guard plain.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return plain
    }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }

  /// What a cell says, without the quote before a formula, and without what keeps the zeros of `="0012"`.
  static func text(ofCell cell: String) -> String {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 2 {
      let text = cell.dropFirst(2).dropLast()
      if !text.contains("\"") { return String(text).trimmed }
    }
    let text = cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    return isFormula(text) ? text : cell
  }

  /// Whether Excel would reckon with a text. Chinese input gives full-width signs, which Excel takes as
  /// well; a number with its sign is no formula, but `-1+cmd` is one.
  private static func isFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0 != "\""
        && $0 != "'"
    }
    return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } == true
      && Decimal(text.hasPrefix("+") ? String(text.dropFirst()) : text) == nil
  }
}
