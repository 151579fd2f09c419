/// Scores: those of one month, proven – for each living department a total or an exemption, with the row
/// that it came from.
struct Scores: Sendable {
  let month: Month
  let file: String
  /// What its column is called in the file of a year; nothing where the file is the month's own.
  var column: String?
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
    /// The rank as the file says it, where all of its scores could be read.
    fileprivate(set) var rank: CSV.Cell?
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
  static func isExempt(_ text: String) -> Bool { ["免评", "exempt"].contains(text.plainForm) }
  /// The first cell of the row that says the highest scores.
  static let maximum = "满分"
  /// What a row is called that says something of all departments.
  static let summaries = ["合计", "总计", "小计", "平均", "平均分", "最高分", "最低分"]

  /// Whether a cell begins such a row; behind the word may stand what it is of: `合计（13个部门）`.
  static func isSummary(_ text: String) -> Bool {
    let plain = text.plainForm
    return summaries.contains { word in
      plain == word || plain.hasPrefix(word + "(") || plain.hasPrefix(word + ":")
    }
  }
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

  /// Reads the file of a month or a year; all of its faults are reported.
  ///
  /// - Returns: the scores of each month that it has; nothing where its columns cannot be told.
  func read(_ source: SourceFile, of period: Period, report: inout [Diagnostic]) -> [Scores]? {
    let table = CSV(source, report: &report, headedBy: ScoreColumns.isHeader)
    guard let table,
      let columns = ScoreColumns(
        table, indicators, of: period, file: source.path, report: &report)
    else { return nil }
    var reader = ScoreRowReader(sheet: self, file: source.path)
    let rows = table.rows.map { (row: $0, kind: kind(of: $0, columns)) }
    let departmentRows = rows.filter { $0.kind == .department }.map(\.row)
    let months = months(of: period, columns, departmentRows)
    for (row, kind) in rows where kind == .maximum {
      for month in months { reader.checkMaximums(row, month.columns) }
    }
    var lines: [Int: Int] = [:]
    var scores: [[Scores.ScoreRow]] = months.map { _ in [] }
    for row in departmentRows where !reader.excess.isFull {
      let name = reader.cell(row, columns.department)
      let isAlone = row.cells.count { !$0.text.isEmpty } == 1
      let department = position(of: name, isAlone: isAlone, &reader)
      // A line below the table, not a department whose scores are all forgotten.
      if department == nil, isAlone { continue }
      let earlier = department.flatMap { lines[$0] }
      if let department, let earlier {
        reader.say(.doubledDepartment(departments[department].name, line: earlier), at: name.span)
      } else if let department {
        lines[department] = row.line
      }
      for (n, month) in months.enumerated() {
        if let department, !departments[department].isAlive(in: month.month) {
          let cell = month.isOfYear ? month.columns.total.map { reader.cell(row, $0) } : name
          if month.isOfYear, cell?.text.isEmpty == true { continue }
          reader.say(
            .notAlive(departments[department], month.month, isCell: month.isOfYear),
            at: (cell ?? name).span)
        }
        // The scores of a row that names no department are proven too: all faults show in one run.
        let read = reader.row(row, of: department ?? 0, month.columns)
        if let read, department != nil, earlier == nil { scores[n].append(read) }
      }
    }
    let missing = departments.enumerated().filter { n, department in
      lines[n] == nil && months.contains { department.isAlive(in: $0.month) }
    }.map(\.element.name)
    if !missing.isEmpty, !reader.excess.isFull {
      reader.say(.missingDepartments(missing, period), at: table.header.cells.first?.span ?? .top)
    }
    report += reader.report
    let passed = PassedOver(
      above: table.above, columns: columns.passed,
      rows: rows.filter { $0.kind == .summary }.map(\.row))
    if let place = passed.place {
      report.append(.note(.passedOver(passed), at: Place(source.path, place)))
    }
    for n in scores.indices where scores[n].count < departmentRows.count {
      for row in scores[n].indices { scores[n][row].rank = nil }
    }
    return zip(months, scores).map { month, rows in
      Scores(
        month: month.month, file: source.path,
        column: month.isOfYear ? month.columns.totalName : nil,
        rows: rows.sorted { $0.department < $1.department })
    }
  }

  /// A month of a file, with its columns.
  private struct MonthOfFile {
    let month: Month
    let columns: ScoreColumns
    let isOfYear: Bool
  }

  /// The months of a file: of a year those whose column is filled at all.
  private func months(
    of period: Period, _ columns: ScoreColumns, _ rows: [CSV.Row]
  ) -> [MonthOfFile] {
    guard case .year = period else {
      return [MonthOfFile(month: period.first, columns: columns, isOfYear: false)]
    }
    return columns.months.filter { column in
      rows.contains { row in
        row.cells.indices.contains(column.place) && !row.cells[column.place].text.isEmpty
      }
    }.map { MonthOfFile(month: $0.month, columns: columns.of($0), isOfYear: true) }
  }

  /// What a row is about.
  private enum RowKind { case department, maximum, summary }

  private func kind(of row: CSV.Row, _ columns: ScoreColumns) -> RowKind {
    let before = row.cells.prefix(columns.department + 1)
    if let name = before.last?.text, index.id(.department, named: name) != nil {
      return .department
    }
    for text in (before + [row.firstFilled].compactMap { $0 }).map(\.text) {
      if text.plainForm == Scores.maximum { return .maximum }
      if Scores.isSummary(text) { return .summary }
    }
    return .department
  }

  private func position(
    of name: CSV.Cell, isAlone: Bool, _ reader: inout ScoreRowReader
  ) -> Int? {
    if name.text.isEmpty {
      reader.say(.noDepartment, at: name.span)
      return nil
    }
    guard let position = index.id(.department, named: name.text).flatMap({ positions[$0] }) else {
      let nearest =
        reader.excess.isSuggested("unknown-reference")
        ? index.nearest(.department, to: name.text) : nil
      reader.say(
        isAlone && nearest == nil
          ? .noScoreRow(name.text) : .unknownDepartment(name.text, nearest: nearest), at: name.span)
      return nil
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

  fileprivate static func missingDepartments(_ names: [String], _ period: Period) -> Message {
    Message(
      "missing-department",
      Phrase(
        zh: "\(period) 缺少这些部门：" + names.joined(separator: "、"),
        en: "\(period) lacks " + names.map { "`\($0)`" }.joined(separator: ", ")),
      fix: Phrase(
        zh: "各补一行；不参评的，总分写“免评”，备注写原因",
        en: "add a row for each; where one is exempt write `免评` as its total and the reason in `备注`"
      ))
  }

  fileprivate static func noScoreRow(_ text: String) -> Message {
    Message(
      "unknown-reference",
      Phrase(
        zh: "「\(text)」不是部门，这一行也没有得分", en: "`\(text)` is no department, and its row has no score"),
      fix: Phrase(
        zh: "说明写进“备注”列，或写在表头上面；不要的删去",
        en: "write a remark into the column `备注` or above the header, or delete it"))
  }

  /// - Parameter isCell: whether the score of one month of several is meant.
  fileprivate static func notAlive(
    _ department: Department, _ month: Month, isCell: Bool
  ) -> Message {
    let (name, what) = (
      department.name,
      isCell
        ? Phrase(zh: "清空这一格", en: "empty the cell") : Phrase(zh: "删去这一行", en: "delete the row")
    )
    if let until = department.until, until < month {
      return Message(
        "not-alive",
        Phrase(zh: "「\(name)」\(until) 以后已经撤销", en: "`\(name)` was closed after \(until)"),
        fix: Phrase(
          zh: "\(what.zh)，或改正 departments.yml 里的撤销月份",
          en: "\(what.en), or correct `until` in departments.yml"))
    }
    let since = department.since ?? month
    return Message(
      "not-alive",
      Phrase(zh: "「\(name)」\(since) 才设立", en: "`\(name)` was founded in \(since) only"),
      fix: Phrase(
        zh: "\(what.zh)，或改正 departments.yml 里的设立月份",
        en: "\(what.en), or correct `since` in departments.yml"))
  }
}
