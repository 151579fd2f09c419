import Testing

@testable import Jingjian

/// Bounds: of what is made to exhaust time or memory no more is told than anybody reads, and where the
/// rest is left unread, that is told too. That time and memory grow with the length of the input is
/// measured on the whole program, by `Tests/Growth/run.py`.
struct SecurityBoundsTests {
  private static func many(_ piece: String, _ count: Int = 1200) -> String {
    String(repeating: piece, count: count)
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
      "marks without an end", page, "---\ntitle: \(many("〔待补"))\n---\n正文。\n",
      ["placeholder", "too-many"]
    ),
    (
      "marks", page, "---\ntitle: \(many("〔待补：数〕"))\n---\n正文。\n", ["placeholder", "too-many"]
    ),
    ("citations", page, "---\ntitle: \(many("《甲》第一条"))\n---\n正文。\n", []),
    (
      "keys", page, "---\ntitle: a\napproved: {\(list(1200) { "k\($0): 1" })}\n---\n正文。\n",
      ["unknown-key", "too-many"]
    ),
    (
      "keys twice", page, "---\ntitle: a\n\(many("date: 2025-01-01\n"))---\n正文。\n",
      ["doubled-key", "too-many"]
    ),
    (
      "colons", page, "---\n\(many("标题：甲\n"))---\n正文。\n",
      ["full-width-colon", "doubled-key", "too-many"]
    ),
    (
      "names", "content/lessons/a.md",
      "---\ntitle: a\nweek: 2025-W01\ndocuments: [\(list(1200) { "k\($0)" })]\n---\n正文。\n",
      ["unknown-reference", "too-many"]
    ),
    (
      "items", page, "---\ntitle: a\ntags: [\(list(10_001) { "k\($0)" })]\n---\n正文。\n",
      ["too-long"]
    ),
    (
      "a long name", "content/cases/a.md",
      TestSite.caseText(["department": many("廉", 100_000)]), ["unknown-reference"]
    ),
    (
      "columns", rows, "日期,类型,部门\(many(",甲"))\n\(many(","))\n", ["unknown-column", "too-many"]
    ),
    ("rows", rows, head + many("甲,乙\n"), ["date", "choice", "too-many"]),
    ("more rows", rows, head + many("2025-01-02,培训,全院,1,2\n", 10_001), ["too-long"]),
    ("quotes", rows, head + many("\"\"\"", 50_000), ["empty-value", "date"]),
    ("remarks", page, "---\ntitle: a\n---\n\(many("“"))\n", ["unpaired-quote", "too-many"]),
    (
      "numbers", page, "---\ntitle: a\n---\n\(many("13812345678，"))\n",
      ["mobile-number", "too-many"]
    ),
  ]

  /// Named, since a test's arguments are printed whole.
  @Test("much of anything is told of", arguments: files.map(\.name))
  func much(_ name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let built = try TestSite([file.path: file.text]).build(output: false)
    let codes = Set(built.outcome.report.map { $0.message.code })
    #expect(codes == file.codes)
    #expect(built.outcome.report.count <= 2 * (1000 + 1), "what is kept of one file has a bound")
    let lines = built.printed().split(separator: "\n").count
    #expect(lines <= 100 * 4 + 1, "what is printed of one file has a bound")
  }

  /// Where more errors are left unread, the file is not taken for a right one.
  @Test("the rest that is left unread is an error or a note")
  func rest() throws {
    let errors = try TestSite([Self.rows: Self.head + Self.many("甲,培训,全院,1,2\n")]).build(
      output: false)
    let first = errors.printed(.en).split(separator: "\n").prefix(4).joined(separator: "\n")
    #expect(
      first == """
        content/activities/a.csv:1:1: error: more than 1000 errors of one kind (date): the rest of \
        the file is not looked at [too-many]
        日期,类型,部门,场次,人次
        ^^
        fix: mend this kind first and check again
        """)
    let remarks = try TestSite([Self.page: "---\ntitle: a\n---\n\(Self.many("“"))\n"]).build(
      output: false)
    #expect(
      remarks.outcome.report.filter { $0.message.code == "too-many" }.map(\.severity) == [.note])
    #expect(remarks.outcome.isFine)
  }
}
