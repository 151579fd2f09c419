/// Passed over: what stands in a score file and is no score – a title, columns that count rows or say
/// ranks, rows that say something of all departments.
struct PassedOver {
  /// What stands above the header.
  let above: [CSV.Row]
  /// The headers of columns.
  let columns: [CSV.Cell]
  let rows: [CSV.Row]

  /// Where the first of it stands; nothing where there is none.
  var place: Span? {
    let cells = above.compactMap(\.firstFilled) + columns + rows.compactMap(\.firstFilled)
    return cells.first?.span
  }
}

extension CSV.Row {
  /// The first cell that is filled.
  var firstFilled: CSV.Cell? { cells.first { !$0.text.isEmpty } }
}

extension Message {
  static func passedOver(_ passed: PassedOver) -> Message {
    var said: [Phrase] = []
    if !passed.above.isEmpty {
      said.append(Phrase(zh: "表头以上的 \(passed.above.count) 行", en: "what stands above the header"))
    }
    if !passed.columns.isEmpty {
      let names = passed.columns.prefix(6).map(\.text)
      said.append(
        Phrase(
          zh: names.map { "「\($0)」" }.joined() + (names.count < passed.columns.count ? "等" : "")
            + "列",
          en: (names.count == 1 ? "the column " : "the columns ")
            + names.map { "`\($0)`" }.joined(separator: ", ")
            + (names.count < passed.columns.count ? " and more" : "")))
    }
    if !passed.rows.isEmpty {
      // A file may repeat them page by page.
      let shown = passed.rows.prefix(6).map { String($0.line) }
      let isCut = shown.count < passed.rows.count
      said.append(
        Phrase(
          zh: "合计、平均一类的第 " + shown.joined(separator: "、") + (isCut ? " 等" : "") + " 行",
          en: "sums and averages in " + (shown.count == 1 ? "line " : "lines ")
            + shown.joined(separator: ", ") + (isCut ? " and more" : "")))
    }
    return Message(
      "passed-over",
      Phrase(
        zh: "已略过" + said.map(\.zh).joined(separator: "；"),
        en: "passed over: " + said.map(\.en).joined(separator: "; ")))
  }
}
