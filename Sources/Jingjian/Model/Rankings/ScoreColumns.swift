/// Score columns: which column of a score file holds what, from its header.
struct ScoreColumns: Sendable {
  /// Where the total stands; nothing when it is the sum of the indicators.
  let total: Int?
  /// Where each indicator stands, in the order of the indicators; empty when there is a total alone.
  let indicators: [Int]
  let note: Int?

  static let department = ["部门", "department"]
  private static let totals = ["总分", "total"]
  private static let notes = ["备注", "note"]

  /// Headers that no indicator can have.
  static let names = department + totals + notes

  /// Nothing when the columns cannot be told, which has been reported.
  init?(
    _ table: CSV, _ indicators: Indicators, file: String, report: inout [Diagnostic]
  ) {
    var faults: [Diagnostic] = []
    var excess = Excess()
    func say(_ message: Message, _ span: Span) {
      excess.add(.error(message, at: Place(file, span)), to: &faults)
    }
    let filled = table.filledWithoutName
    var places: [String: Int] = [:]
    for (n, indicator) in indicators.all.enumerated() {
      for name in [indicator.id, indicator.name] { places[name] = n }
    }
    let cells = table.header.cells
    var total: Int?
    var note: Int?
    var columns: [Int?] = Array(repeating: nil, count: indicators.all.count)
    if cells.first.map({ !ScoreColumns.department.contains($0.text) }) ?? true {
      say(.firstColumn, cells.first?.span ?? .top)
    }
    for (n, cell) in cells.enumerated().dropFirst() where !excess.isFull {
      let earlier: Int?
      if ScoreColumns.totals.contains(cell.text) {
        (earlier, total) = (total, total ?? n)
      } else if ScoreColumns.notes.contains(cell.text) {
        (earlier, note) = (note, note ?? n)
      } else if let place = places[cell.text] {
        (earlier, columns[place]) = (columns[place], columns[place] ?? n)
      } else if cell.text.isEmpty {
        if let filled = filled[n] { say(.noHeader(filled.text), filled.span) }
        continue
      } else {
        let names = indicators.all.flatMap { [$0.name, $0.id] } + ["总分", "备注"]
        let known = Phrase(
          zh: "列名用 indicators.yml 里指标的名称或编号，另有“总分”和“备注”",
          en: "columns are the names or ids of the indicators in indicators.yml, `总分` and `备注`")
        say(.unknownColumn(cell.text, among: names, known), cell.span)
        continue
      }
      if let earlier { say(.doubledColumn(cell.text, first: cells[earlier].text), cell.span) }
    }
    let missing = zip(indicators.all, columns).filter { $0.1 == nil }.map(\.0.name)
    let isTotalAlone = total != nil && missing.count == columns.count
    if !isTotalAlone, !missing.isEmpty || total == nil && columns.isEmpty {
      // With an unknown column the missing one is most likely that one, misspelt.
      let all = indicators.all.isEmpty || missing.count == columns.count
      if !faults.contains(where: { $0.message.code == "unknown-column" }) {
        say(
          all
            ? .noScores(hasIndicators: !columns.isEmpty) : .missingColumns(missing, fix: .oneEach),
          cells.first?.span ?? .top)
      }
    }
    report += faults
    guard faults.isEmpty else { return nil }
    self.total = total
    self.note = note
    self.indicators = isTotalAlone ? [] : columns.compactMap { $0 }
  }
}

extension Phrase {
  fileprivate static let oneEach = Phrase(
    zh: "每个指标一列；只填总分时，一个指标列也不要写",
    en: "give each indicator a column, or none of them and `总分` alone")
}

extension Message {
  fileprivate static let firstColumn = Message(
    "missing-column",
    Phrase(zh: "第一列应是「部门」", en: "the first column must be `部门`"),
    fix: Phrase(zh: "把第一列的列名写成“部门”", en: "head it `部门`"))

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
