/// A score file: the scores of a month, or of all months of a year.
struct ScoreFile: Sendable {
  let path: String
  let period: Period

  /// The month or year that a file is named by, in whichever way that is written: `2025-03`,
  /// `2025年3月份`, `202503`, `2025年度`.
  static func period(_ stem: String) -> Period? {
    var plain = stem.plainForm
    if plain.hasSuffix("月份") || plain.hasSuffix("年度") { plain.removeLast() }
    if plain.utf8.count == 6, plain.utf8.allSatisfy({ (48...57).contains($0) }) {
      return Month(plain.prefix(4) + "-" + plain.suffix(2)).map { .month($0) }
    }
    guard let period = Period(plain) else { return nil }
    if case .quarter = period { return nil }
    return period
  }

  /// The name that a file should have whose name begins with its month or year.
  static func meant(by name: String) -> String? {
    let plain = name.withoutEnding.plainForm
    let starts = (4...max(4, min(10, plain.count))).reversed().map { plain.prefix($0) }
    return starts.lazy.compactMap { start -> String? in
      guard let period = period(String(start)) else { return nil }
      if case .year = period, !start.hasSuffix("年"), !start.hasSuffix("度") { return nil }
      return "\(period).csv"
    }.first
  }
}

extension ScoreFile {
  /// The file as far as it is known on a day: of a year without the columns of months that are not over.
  func known(_ bytes: [UInt8], on today: Day) -> [UInt8] {
    var ignored: [Diagnostic] = []
    guard case .year(let year) = period, period.end > today,
      let text = Encoding.decode(bytes).text,
      let table = CSV(
        SourceFile(path: path, text: text), report: &ignored, headedBy: ScoreColumns.isHeader)
    else { return bytes }
    let later = table.header.cells.map { cell in
      ScoreColumns.month(cell.text, of: year).map { $0.last > today } ?? false
    }
    let known = ([table.header] + table.rows).map { row in
      row.cells.enumerated().filter { !later.indices.contains($0.offset) || !later[$0.offset] }
        .map(\.element.text)
    }
    return Array(CSV.text(of: known).utf8)
  }
}
