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

  /// A cell, as a reader of CSV takes it.
  private func cells(_ text: String) throws -> String {
    let cell = DueList.cell(text)
    return cell.hasPrefix("\"")
      ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : cell
  }
}
