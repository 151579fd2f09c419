/// Score columns: which column of a score file holds what, from its header.
struct ScoreColumns: Sendable {
  let department: Int
  /// Where the total stands; nothing when it is the sum of the indicators.
  private(set) var total: Int?
  /// What the column of the total is called.
  private(set) var totalName = "总分"
  /// Where each indicator stands, in the order of the indicators; empty when there is a total alone.
  let indicators: [Int]
  let note: Int?
  /// Where the file says the ranks itself.
  let rank: Int?
  /// In the file of a year, where the totals of its months stand, in the order of the months.
  let months: [MonthColumn]
  /// The headers of columns that hold no scores.
  let passed: [CSV.Cell]

  struct MonthColumn: Sendable {
    let month: Month
    let place: Int
    let name: String
  }

  private static let departments = ["部门", "department"]
  private static let totals = ["总分", "total"]
  private static let notes = ["备注", "note"]
  /// What indicators may be called too, and then are.
  private static let otherTotals = ["得分", "总得分", "合计得分"]
  private static let ranks = ["名次", "排名"]
  private static let numbers = ["序号"]

  /// Headers that no indicator can have.
  static let names = departments + totals + notes

  /// Whether a row is the header, below whatever title there is.
  static func isHeader(_ row: CSV.Row) -> Bool {
    row.cells.contains { departments.contains($0.text.plainForm) }
  }

  /// The same for one month of the file of a year.
  func of(_ column: MonthColumn) -> ScoreColumns {
    var columns = self
    columns.total = column.place
    columns.totalName = column.name
    return columns
  }

  /// Nothing when the columns cannot be told, which has been reported.
  init?(
    _ table: CSV, _ all: Indicators, of period: Period, file: String, report: inout [Diagnostic]
  ) {
    var reader = HeaderReader(all, period, file)
    reader.read(table)
    let columns = reader.indicators
    let missing = zip(all.all, columns).filter { $0.1 == nil }.map(\.0.name)
    let isTotalAlone = reader.total != nil && missing.count == columns.count
    let start = table.header.cells.first?.span ?? .top
    // A column that is not known is most likely the missing one.
    let unknown = reader.unknown.first
    if reader.department == nil, !reader.isMeant(ScoreColumns.departments) {
      reader.say(.noDepartmentColumn, unknown?.span ?? start)
    } else if case .year = period {
      if reader.months.isEmpty, unknown == nil, reader.meant.isEmpty {
        reader.say(.noMonths, start)
      }
    } else if !isTotalAlone, !missing.isEmpty || reader.total == nil && columns.isEmpty,
      unknown == nil
    {
      let untold = missing.filter { !reader.isMeant([$0]) }
      if missing.count == columns.count {
        if reader.meant.isEmpty { reader.say(.noScores(hasIndicators: !columns.isEmpty), start) }
      } else if !untold.isEmpty {
        reader.say(.missingColumns(untold, fix: .oneEach), start)
      }
    }
    for cell in reader.unknown
    where reader.department != nil || cell.span != reader.unknown.first?.span {
      reader.say(.unknownColumn(cell.text, nearest: nil, reader.known), cell.span)
    }
    report += reader.faults
    guard reader.faults.isEmpty, let department = reader.department else { return nil }
    self.department = department
    total = reader.total
    note = reader.note
    rank = reader.rank
    indicators = isTotalAlone ? [] : columns.compactMap { $0 }
    months = reader.months.values.sorted { $0.month < $1.month }
    passed = reader.passed
  }

  /// The month of a year that a column is headed by.
  static func month(_ name: String, of year: Int) -> Month? {
    var plain = name.plainForm
    for word in otherTotals + totals + ["份"] where plain.hasSuffix(word) {
      plain.removeLast(word.count)
    }
    if let month = Month(plain) { return month.year == year ? month : nil }
    guard plain.hasSuffix("月") else { return nil }
    let number = String(plain.dropLast())
    let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    let written =
      chinese.firstIndex(of: number).map { $0 + 1 } ?? (number.utf8.count <= 2 ? Int(number) : nil)
    return written.flatMap { Month(year: year, month: $0) }
  }

  /// What is read from a header, with all that is wrong with it.
  private struct HeaderReader {
    let all: Indicators
    let period: Period
    var (department, total, note, rank): (Int?, Int?, Int?, Int?)
    var indicators: [Int?]
    var months: [Month: MonthColumn] = [:]
    var passed: [CSV.Cell] = []
    private(set) var faults: [Diagnostic] = []
    private var excess = Excess()
    private let file: String
    /// Headers that mean nothing known, and what those mean that are misspelt.
    var unknown: [CSV.Cell] = []
    var meant: [String] = []

    init(_ all: Indicators, _ period: Period, _ file: String) {
      self.all = all
      self.period = period
      self.file = file
      indicators = Array(repeating: nil, count: all.all.count)
    }

    mutating func say(_ message: Message, _ span: Span) {
      excess.add(.error(message, at: Place(file, span)), to: &faults)
    }

    func isMeant(_ names: [String]) -> Bool { names.contains { meant.contains($0) } }

    private var year: Int? { if case .year(let year) = period { year } else { nil } }

    private var names: [String] {
      guard year == nil else { return ["部门"] + (1...12).map { "\($0)月" } + ["备注"] }
      return ["部门"] + all.all.flatMap { [$0.name, $0.id] } + ["总分", "备注"]
    }

    var known: Phrase {
      year != nil
        ? Phrase(
          zh: "全年的得分表只有“部门”、“1月”至“12月”和“备注”这些列",
          en: "the columns of a year's file are `部门`, `1月` to `12月` and `备注`")
        : Phrase(
          zh: "列名用 indicators.yml 里指标的名称或编号，另有“总分”和“备注”",
          en: "columns are the names or ids of the indicators in indicators.yml, `总分` and `备注`")
    }

    mutating func read(_ table: CSV) {
      var places: [String: Int] = [:]
      if year == nil {
        for (n, indicator) in all.all.enumerated() {
          for name in [indicator.id, indicator.name] { places[name.plainForm] = n }
        }
      }
      let cells = table.header.cells
      let given = Set(cells.map(\.text.plainForm))
      let free = names.filter { !given.contains($0.plainForm) }
      let filled = table.filledWithoutName { !Scores.isSummary($0.firstFilled?.text ?? "") }
      for (n, cell) in cells.enumerated()
      where !excess.isFull && unknown.count <= Excess.limit {
        let name = cell.text.plainForm
        var earlier: Int?
        if name.isEmpty {
          if let filled = filled[n] { say(.noHeader(filled.text), filled.span) }
        } else if ScoreColumns.departments.contains(name) {
          (earlier, department) = (department, department ?? n)
        } else if let place = places[name] {
          (earlier, indicators[place]) = (indicators[place], indicators[place] ?? n)
        } else if ScoreColumns.notes.contains(name) {
          (earlier, note) = (note, note ?? n)
        } else if let month = year.flatMap({ ScoreColumns.month(name, of: $0) }) {
          earlier = months[month]?.place
          months[month] = months[month] ?? MonthColumn(month: month, place: n, name: cell.text)
        } else if year == nil, (ScoreColumns.totals + ScoreColumns.otherTotals).contains(name) {
          (earlier, total) = (total, total ?? n)
        } else if ScoreColumns.ranks.contains(name) {
          rank = year == nil ? rank ?? n : nil
          passed.append(cell)
        } else if ScoreColumns.numbers.contains(name)
          || year != nil && Scores.summaries.contains(name)
        {
          passed.append(cell)
        } else {
          tellUnknown(cell, free)
        }
        if let earlier { say(.doubledColumn(cell.text, first: cells[earlier].text), cell.span) }
      }
    }

    /// - Parameter free: the names that no column has.
    private mutating func tellUnknown(_ cell: CSV.Cell, _ free: [String]) {
      let isSuggested =
        excess.isSuggested("unknown-column") && unknown.count < Excess.suggested
      let nearest = isSuggested ? Suggestion.nearest(to: cell.text, among: free) : nil
      guard let nearest else { return unknown.append(cell) }
      say(.unknownColumn(cell.text, nearest: nearest, known), cell.span)
      meant.append(all.all.first { $0.id == nearest }?.name ?? nearest)
    }
  }
}

extension Phrase {
  fileprivate static let oneEach = Phrase(
    zh: "每个指标一列；只填总分时，一个指标列也不要写",
    en: "give each indicator a column, or none of them and `总分` alone")
}

extension Message {
  fileprivate static let noDepartmentColumn = Message(
    "missing-column",
    Phrase(zh: "没有「部门」这一列", en: "there is no column `部门`"),
    fix: Phrase(zh: "把写部门的那一列的列名写成“部门”", en: "head the column of the departments `部门`"))

  fileprivate static let noMonths = Message(
    "missing-column",
    Phrase(zh: "全年的得分表没有月份列", en: "this file of a year has no column for a month"),
    fix: Phrase(
      zh: "每月的总分一列，列名写“1月”至“12月”；一个月的得分表，文件名写月份，如 2025-03.csv",
      en:
        "give each month's totals a column, `1月` to `12月`; name a file of one month by it, `2025-03.csv`"
    ))

  fileprivate static func noScores(hasIndicators: Bool) -> Message {
    Message(
      "missing-column",
      hasIndicators
        ? Phrase(
          zh: "既没有「总分」列，也没有指标列", en: "there is neither a column `总分` nor one for each indicator")
        : Phrase(zh: "没有「总分」列", en: "there is no column `总分`"),
      fix: Phrase(zh: "加一列“总分”", en: "add a column `总分`"))
  }
}
