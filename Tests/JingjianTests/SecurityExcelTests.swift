import Testing

@testable import Jingjian

/// Cells: what is written for Excel is text, whatever it begins with.
struct SecurityExcelTests {
  @Test(
    "no cell is a formula",
    arguments: [
      "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "　=1", "\u{200B}=1",
      "\"=1",
      "'=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "-1+cmd|' /C calc'!A0", "-1.5.5", "+", "-", "- 抽查",
      "=HYPERLINK(\"x\")", "+86-010", "－３",
    ])
  func formulas(_ text: String) throws {
    #expect(try cells(text) == "'" + text)
  }

  @Test(
    "what is no formula stays as it is",
    arguments: ["-1", "+1", "-0.25", "抽查", "1-2", "一、=", "（+）"])
  func plain(_ text: String) throws {
    #expect(try cells(text) == text)
  }

  @Test("no department is a formula in a blank score file, and each is read as itself")
  func blankScores() throws {
    let names = ["=HYPERLINK(1)", "@执行局", "－处，二", "'立案庭"]
    let departments = names.enumerated().map { "- {id: d\($0), name: \"\($1)\"}\n" }.joined()
    let indicators =
      "categories: [{id: z, name: 作风, indicators: [{id: a, name: +考勤, max: 100}]}]\n"
    let files = [
      "content/departments.yml": departments, "content/rankings/indicators.yml": indicators,
    ]
    let disk = MemoryDisk(files: files.mapValues { Array($0.utf8) })
    let path = try NewRecord.scores(
      kind: "scores", month: "2025-06", site: "/site", disk: disk.disk)
    let bytes = try #require(disk.files["/site/" + (path ?? "")])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == """
        \u{FEFF}部门,'+考勤,总分,备注\r
        满分,100,100,\r
        '=HYPERLINK(1),,,\r
        '@执行局,,,\r
        '－处，二,,,\r
        '立案庭,,,\r

        """)
    var site = TestSite(files)
    site["content/rankings/scores/2025-06.csv"] = text.replacing(",,,", with: ",90,,")
    #expect(try site.build().printed() == "")
  }

  @Test(
    "a cell is read as it was written",
    arguments: ["=1+1", "'=1", "''=1", "－1", "-1", "'立案庭", "抽查", "", "'", "\"=1\"", "@"])
  func again(_ text: String) throws {
    var report: [Diagnostic] = []
    let file = SourceFile(path: "t.csv", text: "甲,乙\n" + CSV.cell(text) + ",x\n")
    let table = try #require(CSV(file, report: &report))
    #expect(table.rows[0].cells[0].text == text)
  }

  /// A cell, as a reader of CSV takes it.
  private func cells(_ text: String) throws -> String {
    let cell = CSV.cell(text)
    return cell.hasPrefix("\"")
      ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : cell
  }
}
