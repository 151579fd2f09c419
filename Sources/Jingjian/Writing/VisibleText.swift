/// Visible text: what a reader of a page sees, without the markup between its letters. It is what private
/// words are looked for in, so it errs on the side of joining: tags vanish without a space.
enum VisibleText {
  /// - Parameter html: a page as it is going to be published.
  static func of(_ html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(html.count / 2)
    var isTag = false
    var position = 0
    while position < html.count {
      let byte = html[position]
      if isTag {
        isTag = byte != UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "<") {
        isTag = true
      } else if byte == UInt8(ascii: "&"), let (sign, length) = entity(in: html, at: position) {
        text.append(contentsOf: String(sign).utf8)
        position += length
        continue
      } else {
        text.append(byte)
      }
      position += 1
    }
    let scalars = String(decoding: text, as: UTF8.self).composed.unicodeScalars
    let shown = scalars.filter { $0.properties.generalCategory != .format && $0 != "\n" }
    return Array(String(String.UnicodeScalarView(shown)).utf8)
  }

  /// The character that an entity stands for, and how many bytes name it.
  private static func entity(
    in html: [UInt8], at start: Int
  ) -> (sign: Unicode.Scalar, length: Int)? {
    let names: [(String, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&apos;", "'"),
    ]
    for (name, sign) in names where html[start...].starts(with: name.utf8) {
      return (sign, name.utf8.count)
    }
    return nil
  }
}
