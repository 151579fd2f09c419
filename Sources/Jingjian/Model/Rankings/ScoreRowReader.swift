/// The row reader: reads the cells of a score file's rows as scores, each fault at its cell.
struct ScoreRowReader {
  let sheet: ScoreSheet
  let file: String
  private(set) var report: [Diagnostic] = []
  private(set) var excess = Excess()

  init(sheet: ScoreSheet, file: String) {
    self.sheet = sheet
    self.file = file
  }

  /// The cell of a row in a column; an empty one behind the last where the row is short.
  func cell(_ row: CSV.Row, _ column: Int) -> CSV.Cell {
    if row.cells.indices.contains(column) { return row.cells[column] }
    let end = row.cells.last.map {
      Span(line: $0.span.line, column: $0.span.column + $0.span.length)
    }
    return CSV.Cell(text: "", span: end ?? Span(line: row.line, column: 1))
  }

  /// Nothing when a score is at fault, which has been reported.
  mutating func row(
    _ row: CSV.Row, of department: Int, _ columns: ScoreColumns
  ) -> Scores.ScoreRow? {
    let name = cell(row, columns.department)
    let written = columns.total.map { cell(row, $0) }
    let note = columns.note.map { cell(row, $0).text }.flatMap { $0.isEmpty ? nil : $0 }
    let isExempt = written.map { Scores.isExempt($0.text) } ?? false
    var parts: [Decimal] = []
    for (n, column) in columns.indicators.enumerated() {
      let cell = cell(row, column)
      if isExempt, cell.text.isEmpty || Scores.isExempt(cell.text) { continue }
      let indicator = sheet.indicators.all[n]
      if let score = score(cell, indicator.name, upTo: indicator.maximum) { parts.append(score) }
    }
    if isExempt {
      if note == nil { warn(.noReason, at: written?.span ?? name.span) }
      return Scores.ScoreRow(
        department: department, total: nil, parts: [], note: note, rank: nil, line: row.line,
        span: written?.span ?? name.span)
    }
    let isComplete = parts.count == columns.indicators.count
    let sum = parts.reduce(Decimal(hundredths: 0), +)
    var total: Decimal? = sum
    // A total that is left empty beside its indicators is their sum.
    if let written, !written.text.isEmpty || parts.isEmpty {
      total = score(written, columns.totalName, upTo: sheet.indicators.maximum)
      if let stated = total, !parts.isEmpty, isComplete,
        (stated - sum).hundredths.magnitude > Scores.tolerance.hundredths
      {
        say(.disagrees(stated, sum: sum), at: written.span)
      }
    }
    guard let total, isComplete else { return nil }
    let rank = columns.rank.map { cell(row, $0) }.flatMap { $0.text.isEmpty ? nil : $0 }
    return Scores.ScoreRow(
      department: department, total: total, parts: parts, note: note, rank: rank, line: row.line,
      span: written?.span ?? name.span)
  }

  /// The row that says the highest scores must say what `indicators.yml` says.
  mutating func checkMaximums(_ row: CSV.Row, _ columns: ScoreColumns) {
    for (n, column) in columns.indicators.enumerated() {
      check(cell(row, column), is: sheet.indicators.all[n].maximum)
    }
    if let total = columns.total { check(cell(row, total), is: sheet.indicators.maximum) }
  }

  private mutating func check(_ cell: CSV.Cell, is maximum: Decimal) {
    if !cell.text.isEmpty, Decimal(written: cell.text, units: ["分"]) != maximum {
      say(.otherMaximum(cell.text, maximum), at: cell.span)
    }
  }

  private mutating func score(_ cell: CSV.Cell, _ name: String, upTo maximum: Decimal) -> Decimal? {
    if cell.text.isEmpty {
      say(.noScore(name), at: cell.span)
      return nil
    }
    guard let score = Decimal(written: cell.text, units: ["分"]) else {
      say(.noNumber(name, cell.text), at: cell.span)
      return nil
    }
    guard score.hundredths >= 0, score <= maximum else {
      say(.outside(name, cell.text, maximum), at: cell.span)
      return nil
    }
    return score
  }

  mutating func say(_ message: Message, at span: Span) {
    excess.add(.error(message, at: Place(file, span)), to: &report)
  }

  private mutating func warn(_ message: Message, at span: Span) {
    excess.add(.warning(message, at: Place(file, span)), to: &report)
  }
}

extension Decimal {
  /// What was most likely meant by a text that is no number: a letter that looks like a digit, or a
  /// comma in the place of a point.
  fileprivate static func meant(by text: String) -> String? {
    var plain = ""
    for scalar in text.plainForm.unicodeScalars {
      switch scalar {
      case "O", "o", "〇": plain += "0"
      case "l", "I", "|": plain += "1"
      case "。", ",": plain += "."
      case "分": continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return Decimal(plain) == nil ? nil : plain
  }
}

extension Message {
  fileprivate static func noScore(_ name: String) -> Message {
    Message(
      "empty-cell",
      Phrase(zh: "「\(name)」没有填", en: "`\(name)` is empty"),
      fix: Phrase(
        zh: "填写得分；整个部门不参评的，总分写“免评”",
        en: "write the score, or `免评` as the total of an exempt department"))
  }

  fileprivate static func noNumber(_ name: String, _ text: String) -> Message {
    Message(
      "score",
      Phrase(zh: "「\(name)」不能是「\(text)」", en: "`\(name)` cannot be `\(text)`"),
      fix: Decimal.meant(by: text).map { Phrase(zh: "是不是「\($0)」？", en: "did you mean `\($0)`?") }
        ?? Phrase(zh: "写数字，最多两位小数", en: "write a number, at most two places"))
  }

  fileprivate static func outside(_ name: String, _ text: String, _ maximum: Decimal) -> Message {
    Message(
      "score-range",
      Phrase(
        zh: "「\(name)」的得分 \(text) 不在 0 到 \(maximum.short) 之间",
        en: "the score \(text) of `\(name)` is not between 0 and \(maximum.short)"))
  }

  fileprivate static func disagrees(_ total: Decimal, sum: Decimal) -> Message {
    Message(
      "score-total",
      Phrase(
        zh: "总分 \(total.short) 与各项相加的 \(sum.short) 不符",
        en: "the total \(total.short) is not the sum of the indicators, \(sum.short)"),
      fix: Phrase(zh: "核对总分和各项；相差不能超过 0.05", en: "compare them; they may differ by 0.05 at most"))
  }

  fileprivate static let noReason = Message(
    "exempt-without-reason",
    Phrase(zh: "免评没有写原因", en: "the exemption has no reason"),
    fix: Phrase(zh: "在“备注”列写明原因", en: "write it in the column `备注`"))

  fileprivate static func otherMaximum(_ text: String, _ maximum: Decimal) -> Message {
    Message(
      "maximum",
      Phrase(
        zh: "满分「\(text)」与 indicators.yml 里的 \(maximum.short) 不符",
        en: "the highest score `\(text)` is \(maximum.short) in indicators.yml"),
      fix: Phrase(zh: "改成一致，或删去“满分”这一行", en: "write that, or delete the row"))
  }
}
