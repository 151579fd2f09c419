import Testing

@testable import Jingjian

/// Where a site asks for approval, what is not released is not published (docs/format.md,
/// "site.yml").
struct ApprovalTests {
  private static let approval = "approved: {by: 院长, date: 2025-10-08, document: 审签单3号}\n"

  private static func site(_ files: [String: String], more: String = "") -> TestSite {
    TestSite(
      [
        "content/site.yml": "name: 站\norgan: 院\napproval: {required: true}\n" + more,
        "content/rankings/rules.yml": "- from: 2025-01\n  bottom: 1\n  minimum-departments: 2\n",
        "content/rankings/scores/2025-09.csv": "部门,总分\n立案庭,95\n执行局,90\n",
      ].merging(files) { $1 })
  }

  private static let forms: [(path: String, text: String)] = [
    ("cases/a.md", TestSite.caseText()),
    ("documents/a.md", "---\ntitle: 通报\nkind: notice\n---\n甲\n"),
    ("packets/a.yml", "title: 通报\nkind: notice\ncontents: [{text: 甲}]\n"),
    ("packets/a.yml", "title: 简报\nkind: bulletin\ncontents: [{text: 甲}, {quarter: 2025-Q3}]\n"),
  ]

  @Test(
    "a case, a notice and a quarter's report without `approved` are errors", arguments: 0..<4)
  func missing(_ n: Int) throws {
    let (path, text) = Self.forms[n]
    let said = try Self.site(["content/" + path: text]).build().printed()
    #expect(
      said.contains(
        "error: `approved` is missing; this site requires it [not-approved]\n"), "\(said)")
    let approved =
      text.hasPrefix("---")
      ? text.replacing("---\n", with: "---\n" + Self.approval, maxReplacements: 1)
      : text + Self.approval
    #expect(try Self.site(["content/" + path: approved]).build().outcome.isFine)
    // Keys without values release nothing.
    let empty = approved.replacing(Self.approval, with: "approved: {by: , date: , document: }\n")
    #expect(try !Self.site(["content/" + path: empty]).build().outcome.isFine)
  }

  @Test("what needs none passes, and where nothing is asked for all pass")
  func free() throws {
    let bulletin = "title: 简报\nkind: bulletin\ncontents: [{text: 甲}, {month: 2025-09}]\n"
    #expect(try Self.site(["content/packets/a.yml": bulletin]).build().outcome.isFine)
    var site = Self.site(["content/cases/a.md": TestSite.caseText()])
    site["content/site.yml"] = "name: 站\norgan: 院\napproval: {required: false}\n"
    #expect(try site.build().outcome.isFine)
  }

  @Test("a quarter's notice that nobody writes is not made where it would need approval")
  func automatic() throws {
    let built = try Self.site([:], more: "auto-packets: true\n").build()
    #expect(built.outcome.printed.isEmpty)
    #expect(
      built.printed() == """
        content/site.yml:1:1: note: notices need approval; 1 quarter's notice not made by itself [not-approved]
        name: 站
        ^
        fix: write packets/*.yml with `approved` for the quarters to be printed

        """)
  }
}
