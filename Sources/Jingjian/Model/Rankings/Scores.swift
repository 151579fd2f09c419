/// Scores: the score file of one month, proven – for each living department a total or an exemption,
/// with the row that it came from.
struct Scores: Sendable {
  let month: Month
  let file: String
  /// In the order of the departments.
  let rows: [ScoreRow]

  struct ScoreRow: Sendable {
    /// The place of the department in the site's list.
    let department: Int
    /// Nothing when it is exempt.
    let total: Decimal?
    /// The scores of all indicators in their order; empty when the file has totals alone.
    let parts: [Decimal]
    let note: String?
    let line: Int
    /// Of the total, or of the department where the total is a sum.
    let span: Span
  }

  func row(_ department: Int) -> ScoreRow? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].department < department { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].department == department ? rows[low] : nil
  }

  static let folder = "content/rankings/scores"
  static let exempt = ["免评", "exempt"]
  /// The first cell of the row that says the highest scores.
  static let maximum = "满分"
  /// How far a written total may lie from the sum of the indicators.
  static let tolerance = Decimal(hundredths: 5)
}

/// What the rows of a score file are proven against.
struct ScoreSheet: Sendable {
  let departments: [Department]
  let index: Index
  let indicators: Indicators
  private let positions: [String: Int]

  init(_ departments: [Department], _ index: Index, _ indicators: Indicators) {
    self.departments = departments
    self.index = index
    self.indicators = indicators
    positions = Dictionary(
      departments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a month's file; all of its faults are reported.
  func read(_ source: SourceFile, month: Month, report: inout [Diagnostic]) -> Scores? {
    guard let table = CSV(source, report: &report),
      let columns = ScoreColumns(table, indicators, file: source.path, report: &report)
    else { return nil }
    var reader = ScoreRowReader(sheet: self, columns: columns, file: source.path)
    var lines: [Int: Int] = [:]
    var rows: [Scores.ScoreRow] = []
    for row in table.rows where !reader.excess.isFull {
      let name = reader.cell(row, 0)
      if name.text == Scores.maximum {
        reader.checkMaximums(row)
        continue
      }
      let department = position(of: name, month: month, &reader)
      // The scores of a row that names no department are proven too: all faults show in one run.
      let scores = reader.row(row, of: department ?? 0)
      guard let department else { continue }
      if let line = lines[department] {
        reader.say(.doubledDepartment(departments[department].name, line: line), at: name.span)
      } else {
        lines[department] = row.line
        if let scores { rows.append(scores) }
      }
    }
    let missing = departments.enumerated().filter { n, department in
      department.isAlive(in: month) && lines[n] == nil
    }.map(\.element.name)
    if !missing.isEmpty, !reader.excess.isFull {
      reader.say(.missingDepartments(missing, month), at: table.header.cells.first?.span ?? .top)
    }
    report += reader.report
    return Scores(
      month: month, file: source.path, rows: rows.sorted { $0.department < $1.department })
  }

  private func position(of name: CSV.Cell, month: Month, _ reader: inout ScoreRowReader) -> Int? {
    if name.text.isEmpty {
      reader.say(.noDepartment, at: name.span)
      return nil
    }
    guard let position = index.id(.department, named: name.text).flatMap({ positions[$0] }) else {
      let nearest =
        reader.excess.isSuggested("unknown-reference")
        ? index.nearest(.department, to: name.text) : nil
      reader.say(.unknownDepartment(name.text, nearest: nearest), at: name.span)
      return nil
    }
    let department = departments[position]
    if let since = department.since, month < since {
      reader.say(.notFounded(department.name, since), at: name.span)
    } else if let until = department.until, until < month {
      reader.say(.closed(department.name, until), at: name.span)
    }
    return position
  }
}

extension Department {
  /// Both its first and its last month are of its life.
  func isAlive(in month: Month) -> Bool {
    since.map { $0 <= month } ?? true && until.map { month <= $0 } ?? true
  }
}

extension Message {
  fileprivate static let noDepartment = Message(
    "empty-cell", Phrase(zh: "这一行没有写部门", en: "this row names no department"))

  fileprivate static func unknownDepartment(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有「\(name)」这个部门", en: "there is no department `\(name)`"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "写 departments.yml 里的编号、名称或别名", en: "write an id, name or alias of departments.yml"))
  }

  fileprivate static func doubledDepartment(_ name: String, line: Int) -> Message {
    Message(
      "doubled-department",
      Phrase(
        zh: "「\(name)」在第 \(line) 行已经有得分", en: "`\(name)` has its scores in line \(line) already"),
      fix: Phrase(zh: "只留一行", en: "keep one of the rows"))
  }

  fileprivate static func missingDepartments(_ names: [String], _ month: Month) -> Message {
    Message(
      "missing-department",
      Phrase(
        zh: "\(month) 缺少这些部门：" + names.joined(separator: "、"),
        en: "\(month) lacks " + names.map { "`\($0)`" }.joined(separator: ", ")),
      fix: Phrase(
        zh: "各补一行；不参评的，总分写“免评”，备注写原因",
        en: "add a row for each; where one is exempt write `免评` as its total and the reason in `备注`"
      ))
  }

  fileprivate static func notFounded(_ name: String, _ since: Month) -> Message {
    Message(
      "not-alive",
      Phrase(zh: "「\(name)」\(since) 才设立", en: "`\(name)` was founded in \(since) only"),
      fix: Phrase(
        zh: "删去这一行，或改正 departments.yml 里的设立月份",
        en: "delete the row, or correct `since` in departments.yml"))
  }

  fileprivate static func closed(_ name: String, _ until: Month) -> Message {
    Message(
      "not-alive",
      Phrase(zh: "「\(name)」\(until) 以后已经撤销", en: "`\(name)` was closed after \(until)"),
      fix: Phrase(
        zh: "删去这一行，或改正 departments.yml 里的撤销月份",
        en: "delete the row, or correct `until` in departments.yml"))
  }
}
