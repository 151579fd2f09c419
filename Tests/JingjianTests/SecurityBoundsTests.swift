import Testing

@testable import Jingjian

/// Bounds: texts made to exhaust time or memory are told of or read, in a time that grows with their
/// length. One that went quadratic would hold up these tests for minutes; no clock is read.
struct SecurityBoundsTests {
  private static func many(_ piece: String, _ bytes: Int = 200_000) -> String {
    String(repeating: piece, count: bytes / piece.utf8.count)
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ", ")
  }

  private static let page = "content/pages/a.md"
  private static let rows = "content/activities/a.csv"
  private static let head = "日期,类型,部门,场次,人次\n"

  /// Files by what is wrong with them, and the codes of what is told.
  private static let files: [(name: String, path: String, text: String, codes: Set<String>)] = [
    (
      "marks without an end", page, "---\ntitle: \(many("〔待补", 1_000_000))\n---\n正文。\n",
      ["placeholder"]
    ),
    ("marks", page, "---\ntitle: \(many("〔待补：数〕", 1_000_000))\n---\n正文。\n", ["placeholder"]),
    ("citations", page, "---\ntitle: \(many("《甲》第一条"))\n---\n正文。\n", []),
    (
      "keys", page, "---\ntitle: a\napproved: {\(list(9000) { "k\($0): 1" })}\n---\n正文。\n",
      ["unknown-key"]
    ),
    ("keys twice", page, "---\ntitle: a\n\(many("date: 2025-01-01\n"))---\n正文。\n", ["doubled-key"]),
    ("colons", page, "---\n\(many("标题：甲\n"))---\n正文。\n", ["full-width-colon", "doubled-key"]),
    (
      "names", "content/lessons/a.md",
      "---\ntitle: a\nweek: 2025-W01\ndocuments: [\(list(9000) { "k\($0)" })]\n---\n正文。\n",
      ["unknown-reference"]
    ),
    (
      "a long name", "content/cases/a.md",
      TestSite.caseText(["department": many("廉", 1_000_000)]), ["unknown-reference"]
    ),
    ("columns", rows, "日期,类型,部门\(many(",甲"))\n\(many(","))\n", ["unknown-column"]),
    ("rows", rows, head + many("甲,乙\n", 60_000), ["date", "choice"]),
    ("quotes", rows, head + many("\"\"\""), ["empty-value", "date"]),
  ]

  /// Named, since a test's arguments are printed whole.
  @Test("much of anything is told of", arguments: files.map(\.name))
  func much(_ name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let built = try TestSite([file.path: file.text]).build(output: false)
    let codes = Set(built.outcome.report.map { $0.message.code })
    #expect(codes == file.codes)
    let lines = built.printed().split(separator: "\n").count
    #expect(lines <= 100 * 4 + 1, "what is printed of one file has a bound")
  }
}
