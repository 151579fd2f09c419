import Testing

@testable import Jingjian

/// What would be published is compared with what is, page by page and figure by figure, and nothing is
/// published.
struct ChangesTests {
  private static let scores = [
    "content/rankings/rules.yml": "- from: 2025-01\n  bottom: 1\n  minimum-departments: 2\n",
    "content/rankings/scores/2025-10.csv": "部门,总分\n立案庭,95\n执行局,90\n",
    "content/rankings/scores/2025-11.csv": "部门,总分\n立案庭,95\n执行局,90\n",
  ]

  private static func changes(_ site: TestSite, audience: String? = nil) throws -> String {
    let disk = site.memory
    var request = Build.Request(
      site: "/site", output: "/out",
      templates: [("/site/templates", "templates"), (TestSite.templates, "default")], now: 0)
    (request.date, request.publishes) = ("2025-12-31", false)
    request.audience = audience
    let before = disk.files.filter { $0.key.hasPrefix("/out/site/") }
    let outcome = try Build.run(request, disk: disk.disk) { _ in }
    #expect(disk.files.filter { $0.key.hasPrefix("/out/site/") } == before)
    return outcome.changesText(in: .en) ?? ""
  }

  private static func published(_ more: [String: String]) throws -> TestSite {
    var site = TestSite(scores.merging(more) { $1 })
    site.published = try site.build().published
    return site
  }

  @Test("nothing changed")
  func none() throws {
    let site = try Self.published([:])
    let count = site.published.keys.count { $0.hasSuffix(".html") }
    #expect(try Self.changes(site) == "no changes: \(count) pages say what they said\n")
  }

  @Test("where nothing is published yet all is new")
  func first() throws {
    let said = try Self.changes(TestSite())
    #expect(
      said == """
        pages: 7 new, 0 changed, 0 withdrawn, 0 gone, 0 the same

        pages
        + 404.html  没有这个页面
        + departments/index.html  部门
        + departments/lian.html  立案庭
        + departments/zhixing.html  执行局
        + index.html  今日情况
        + owed.html  待办事项
        + search.html  搜索

        """)
  }

  @Test("a word, a new page, one that is gone, one that is withdrawn")
  func pages() throws {
    var site = try Self.published([
      "content/pages/a.md": "---\ntitle: 甲页\n---\n\n第一段。\n\n第二段有3件。\n",
      "content/pages/b.md": "---\ntitle: 乙页\n---\n\n乙。\n",
      "content/pages/c.md": "---\ntitle: 丙页\n---\n\n丙。\n",
    ])
    site["content/pages/a.md"] = "---\ntitle: 甲页\n---\n\n第一段。\n\n第二段有4件。\n"
    site["content/pages/b.md"] = nil
    site["content/pages/c.md"] = "---\ntitle: 丙页\nwithdrawn: {date: 2025-05-01, reason: 复核}\n---\n"
    site["content/pages/d.md"] = "---\ntitle: 丁页\n---\n\n丁。\n"
    let said = try Self.changes(site)
    #expect(said.contains("pages: 1 new, 3 changed, 1 withdrawn, 1 gone, "))
    #expect(
      said.contains(
        """
        ~ pages/a.html  甲页
            - 第二段有3件。
            + 第二段有4件。
        - pages/b.html  乙页
        × pages/c.html  本页内容已撤回
        + pages/d.html  丁页
        ~ pages/index.html  说明

        """), "\(said)")
  }

  @Test("a score, and the ranks and cards that follow from it")
  func figures() throws {
    var site = try Self.published([:])
    site["content/rankings/scores/2025-11.csv"] = "部门,总分\n立案庭,89.5\n执行局,90\n"
    site["content/rankings/scores/2025-12.csv"] = "部门,总分\n立案庭,89.5\n执行局,90\n"
    let said = try Self.changes(site)
    #expect(
      said.contains(
        """

        figures
        + 立案庭 2025-12 blue card: due
        - 执行局 2025-11 blue card: overdue
        ~ 执行局 2025-11 score: 90.00 (rank 2) → 90.00 (rank 1)
        ~ 立案庭 2025-11 score: 95.00 (rank 1) → 89.50 (rank 2)
        + scores of 2025-12 (2 departments)

        """), "\(said)")
  }

  @Test("what was done about a card")
  func followUp() throws {
    var site = try Self.published([:])
    site["content/rankings/decisions.yml"] = """
      - {department: zhixing, period: 2025-11, colour: blue, action: explained, date: 2025-12-20}

      """
    #expect(
      try Self.changes(site).contains(
        "\nfigures\n~ 执行局 2025-11 blue card: overdue → explained\n"))
  }

  @Test("a link that leads elsewhere is a change, though no word is another")
  func links() throws {
    var site = try Self.published([
      "content/pages/a.md": "---\ntitle: 甲页\n---\n\n见[这里](b.md)。\n",
      "content/pages/b.md": "---\ntitle: 乙页\n---\n\n乙。\n",
    ])
    site["content/pages/a.md"] = "---\ntitle: 甲页\n---\n\n见[这里](a.md)。\n"
    #expect(
      try Self.changes(site).contains(
        "~ pages/a.html  甲页\n    not the text, but links, pictures or its form\n"))
  }

  @Test("a word that has become private is not shown, though it was published")
  func masked() throws {
    var site = try Self.published([
      "content/pages/a.md": "---\ntitle: 甲页\n---\n\n经张大山同意。\n"
    ])
    site["content/pages/a.md"] = "---\ntitle: 甲页\nprivate: [张大山]\n---\n\n经其同意。\n"
    let said = try Self.changes(site)
    #expect(said.contains("    - 经■■■同意。\n    + 经其同意。\n"), "\(said)")
    #expect(!said.contains("张大山"))
  }

  @Test("an edition is not compared with that of another audience, or of nobody knows whom")
  func editions() throws {
    var site = TestSite([
      "content/site.yml": "name: 站\norgan: 院\naudiences: [{id: all}, {id: leadership}]\n",
      "content/pages/a.md": "---\ntitle: 只给院领导\naudience: leadership\n---\n\n甲。\n",
    ])
    func refusal(_ audience: String?) -> String {
      let failure = #expect(throws: Failure.self) { try Self.changes(site, audience: audience) }
      return failure?.text(in: .en, as: .text) ?? ""
    }
    site.published = try site.build(audience: "leadership").published
    #expect(
      refusal(nil) == """
        error: what is published is the edition for `leadership` and cannot be compared with that for `all` [other-edition]
        fix: add --audience leadership, or name the folder of the edition for `all` with --output

        """)
    #expect(try Self.changes(site, audience: "leadership").hasPrefix("no changes: "))
    // No edition takes the place of another.
    let failure = #expect(throws: Failure.self) { try site.build() }
    #expect(
      failure?.text(in: .en, as: .text) == """
        error: the edition for `leadership` is published in this folder; that for `all` does not replace it [other-edition]
        fix: leave --output out, so that each edition has a folder of its own, or name another one; to replace it all the same, move the old folder away first

        """)
    site.published = [:]
    site.published = try site.build().published
    #expect(refusal("leadership").contains("is the edition for `all` and cannot"))
    // What an older version published does not say for whom.
    let path = Address.manifest.path
    let bytes = try #require(site.published[path])
    let text = String(decoding: bytes, as: UTF8.self)
    site.published[path] = Array(text.replacing("\"audience\": \"all\",\n", with: "").utf8)
    #expect(refusal(nil).contains("does not say for which audience it is"))
    site["content/site.yml"] = "name: 站\norgan: 院\n"
    site["content/pages/a.md"] = nil
    #expect(try !Self.changes(site).isEmpty)
  }

  @Test("a site with faults is not compared")
  func faulty() throws {
    var site = try Self.published([:])
    site["content/pages/a.md"] = "---\ntitel: 甲页\n---\n\n甲。\n"
    #expect(try Self.changes(site) == "")
  }
}
