import Testing

@testable import Jingjian

/// Tables as Excel and WPS save them, with places.
struct CSVTests {
  private func read(_ text: String) -> (table: CSV?, report: [Diagnostic]) {
    var report: [Diagnostic] = []
    let file = SourceFile(path: "t.csv", text: text)
    return (CSV(file, report: &report), report)
  }

  @Test("cells keep their places; empty rows are passed over")
  func places() throws {
    let (table, report) = read("部门,总分\r\n立案庭, 93.5 ,\r\n,\r\n\"执行,\"\"局\"\"\",\"两\n行\"\r\n末,1")
    let csv = try #require(table)
    #expect(report.isEmpty)
    #expect(csv.header.cells.map(\.text) == ["部门", "总分"])
    #expect(
      csv.rows.map { $0.cells.map(\.text) } == [
        ["立案庭", "93.5", ""], ["执行,\"局\"", "两\n行"], ["末", "1"],
      ])
    #expect(csv.rows.map(\.line) == [2, 4, 6])
    #expect(csv.rows[0].cells[1].span == Span(line: 2, column: 5, length: 6))
    #expect(csv.rows[1].cells[1].span == Span(line: 4, column: 12, length: 1))
  }

  @Test(
    "what is wrong with a table is said at its cell",
    arguments: [
      ("", "t.csv:1:1: error: the table is empty [csv-empty]"),
      (
        "a,b\n1,2,3\n",
        "t.csv:2:5: error: the cell `3` is beyond the 2 columns of the header [csv-columns]"
      ),
      ("a,b\n1,\"2\n", "t.csv:2:3: error: the quotation of this cell is not closed [csv-quote]"),
    ])
  func faults(_ text: String, _ expected: String) {
    let printer = Printer(language: .en, form: .text) { _, _ in nil }
    #expect(
      printer.print(read(text).report).split(separator: "\n").first.map(String.init) == expected)
  }

  @Test("any table that is written is read again as it was")
  func roundTrip() throws {
    var random = SeededRandom(seed: 7)
    let signs = ["甲", "a", ",", "\"", "\n", "1", "：", "。"]
    for _ in 0..<500 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<width).map { _ in
          // Cells are trimmed, so each begins and ends with a letter.
          "x"
            + (0..<Int.random(in: 0...6, using: &random)).map { _ in
              signs.randomElement(using: &random) ?? ""
            }.joined() + "x"
        }
      }
      let text = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\n")
      let csv = try #require(read(text).table)
      #expect(([csv.header] + csv.rows).map { $0.cells.map(\.text) } == rows)
    }
  }
}
