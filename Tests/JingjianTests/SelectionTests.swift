import Testing

@testable import Jingjian

/// What is left out leaves no trace (docs/format.md, "Audiences").
struct SelectionTests {
  private static let settings = """
    name: 试验站
    organ: 试验法院
    base-url: https://example.invalid/
    audiences:
      - id: all
        name: 全院
      - id: leadership
        name: 院党组
    keep-cases: 5

    """

  /// A kept case, and one that is left out for each of the reasons.
  private static let leftOut: [(path: String, keys: [String: String])] = [
    ("content/cases/audience.md", ["audience": "院党组", "title": "某甲一案", "tags": "[秘密标签]"]),
    ("content/cases/draft.md", ["draft": "是", "title": "某乙一案", "aliases": "[old/yi.html]"]),
    ("content/cases/later.md", ["publish": "2026-01-01", "title": "某丙一案"]),
    ("content/cases/expired.md", ["expire": "2025-12-31", "title": "某丁一案"]),
    ("content/cases/retained.md", ["date": "2020-12-30", "title": "某戊一案", "form": "3"]),
  ]

  private static var site: TestSite {
    TestSite([
      "content/site.yml": settings, "content/cases/kept.md": TestSite.caseText(["tags": "[公开]"]),
      "content/documents/d.md": "---\ntitle: 通报\n---\n正文。\n",
    ])
  }

  @Test("a build with the left-out files and one without them are equal byte for byte")
  func noTrace() throws {
    let without = Self.site
    var with = Self.site
    for file in Self.leftOut { with[file.path] = TestSite.caseText(file.keys) }
    let built = try with.build()
    #expect(built.printed() == "")
    #expect(built.published == (try without.build().published))
    #expect(built.published.count > 15)
    #expect(
      Set(built.outcome.leftOut.map { "\($0.id) \($0.reason)" })
        == [
          "audience audience", "draft draft", "later unpublished", "expired expired",
          "retained expired",
        ])
  }

  @Test("of lessons, quizzes, exemplars and clarifications no trace is left either")
  func noTraceOfOthers() throws {
    var without = Self.site
    without["content/lessons/kept.md"] = "---\ntitle: 留下的课\nweek: 2025-W30\nquiz: kept\n---\n正文。\n"
    without["content/quizzes/kept.yml"] =
      "title: 留下的测验\nquestions: [{stem: 问, kind: judge, answer: 对}]\n"
    without["content/exemplars/kept.md"] = "---\ntitle: 留下的典型\nkind: model\n---\n正文。\n"
    without["content/clarifications/kept.md"] = "---\ntitle: 留下的澄清\ncase: kept\n---\n正文。\n"
    var with = without
    let reasons = [
      "audience: leadership", "draft: true", "publish: 2026-01-01", "expire: 2025-12-31",
    ]
    for (n, reason) in reasons.enumerated() {
      // One lies before all others and one behind them, so that the calendar would grow.
      let week = ["2024-W10", "2025-W31", "2025-W52", "2026-W20"][n]
      let keys = "title: 藏起的\(n)\ntags: [藏起]\ndate: 2025-06-0\(n + 1)\n\(reason)\n"
      with["content/lessons/l\(n).md"] = "---\n\(keys)week: \(week)\ncase: kept\n---\n正文。\n"
      with["content/quizzes/q\(n).yml"] =
        keys + "questions: [{stem: 藏起, kind: judge, answer: 对}]\n"
      with["content/exemplars/e\(n).md"] = "---\n\(keys)department: lian\n---\n正文。\n"
      with["content/clarifications/c\(n).md"] = "---\n\(keys)case: kept\n---\n正文。\n"
    }
    let built = try with.build()
    #expect(built.printed() == "")
    #expect(built.outcome.leftOut.count == 16)
    #expect(built.published == (try without.build().published))
    #expect(built.published["lessons.ics"] != nil && built.published["feed.xml"] != nil)
  }

  @Test("a clarification tells of a withdrawn case what it says itself, and nothing else")
  func clarified() throws {
    var site = Self.site
    site["content/cases/gone.md"] = TestSite.caseText([
      "title": "隐去的标题", "person": "隐去的人", "withdrawn": "{date: 2025-06-01, reason: 事实复核}",
    ])
    site["content/clarifications/c.md"] = "---\ntitle: 一次澄清\ncase: gone\n---\n没有这回事。\n"
    site["content/lessons/l.md"] = "---\ntitle: 一课\nweek: 2025-W30\ncase: gone\n---\n正文。\n"
    let built = try site.build()
    #expect(built.printed() == "")
    for (path, bytes) in built.published { #expect(!bytes.holds(Array("隐去".utf8)), "\(path)") }
    #expect(built.page("clarifications/c.html")?.contains("../cases/gone.html") == true)
    #expect(built.page("cases/gone.html")?.contains("../clarifications/c.html") == true)
    #expect(built.page("index.html")?.contains("clarifications/c.html") == true)
    #expect(built.page("departments/lian.html")?.contains("clarifications/c.html") == false)
    // Whom it clears is shown where it says so, and where its case does.
    for (file, keys) in [
      ("content/clarifications/c.md", "case: gone\ndepartment: lian\n"),
      ("content/clarifications/c.md", "case: kept\n"),
    ] {
      site[file] = "---\ntitle: 一次澄清\n\(keys)---\n没有这回事。\n"
      let page = try site.build().page("departments/lian.html")
      #expect(page?.contains("clarifications/c.html") == true)
    }
    #expect(try site.build().page("cases/kept.html")?.contains("clarifications/c.html") == true)
  }

  @Test("what is left out for one day or audience is there for another")
  func otherBuilds() throws {
    var site = Self.site
    for file in Self.leftOut { site[file.path] = TestSite.caseText(file.keys) }
    func ids(_ built: Built) -> Set<String> {
      Set(
        ["audience", "draft", "later", "expired", "retained"].filter {
          built.published["cases/\($0).html"] != nil
        })
    }
    #expect(ids(try site.build(audience: "leadership")) == ["audience"])
    #expect(ids(try site.build(audience: "院党组", drafts: true)) == ["audience", "draft"])
    #expect(ids(try site.build(date: "2026-01-01")) == ["later"])
    #expect(ids(try site.build(date: "2025-12-30")) == ["expired", "retained"])
  }

  @Test("a section's audience is a floor for its records")
  func sectionAudience() throws {
    var site = Self.site
    site["content/site.yml"] = Self.settings + "section-audiences:\n  documents: leadership\n"
    #expect(try site.build().published["documents/d.html"] == nil)
    #expect(try site.build().page("index.html")?.contains("documents/") == false)
    #expect(try site.build(audience: "leadership").published["documents/d.html"] != nil)
  }

  @Test("a withdrawn record keeps its address, the date and the reason, and nothing else")
  func withdrawn() throws {
    var site = Self.site
    let body = TestSite.parts.replacing("这是案发原因。", with: "隐去的正文。")
    site["content/cases/gone.md"] = TestSite.caseText(
      [
        "title": "隐去的标题", "summary": "隐去的摘要", "tags": "[隐去的标签]", "aliases": "[old/隐去.html]",
        "withdrawn": "{date: 2025-06-01, reason: 事实复核}",
      ], body: body)
    let built = try site.build()
    #expect(built.printed() == "")
    let page = try #require(built.page("cases/gone.html"))
    #expect(page.contains("本页内容已撤回"))
    #expect(page.contains("2025年6月1日"))
    #expect(page.contains("事实复核"))
    for (path, bytes) in built.published {
      #expect(!bytes.holds(Array("隐去".utf8)), "\(path)")
      #expect(!path.contains("隐去"))
      // The manifest lists all pages.
      if !["cases/gone.html", Address.manifest.path].contains(path) {
        #expect(!bytes.holds(Array("gone.html".utf8)), "\(path)")
      }
    }
  }

  @Test("a withdrawn record keeps its title where that is asked for")
  func withdrawnTitle() throws {
    var site = Self.site
    site["content/cases/gone.md"] = TestSite.caseText([
      "title": "留下的标题",
      "withdrawn": "{date: 2025-06-01, reason: 事实复核, keep-title: true}",
    ])
    #expect(try site.build().page("cases/gone.html")?.contains("留下的标题") == true)
  }

  @Test("the same content, templates and day give the same bytes")
  func reproducible() throws {
    #expect(try Self.site.build().published == (try Self.site.build().published))
  }

  @Test("media that only a left-out record uses are not published")
  func media() throws {
    var site = Self.site
    site["content/media/a.png"] = "GIF89a"
    site["content/media/b.png"] = "GIF89a"
    let image = { (name: String) in TestSite.parts + "\n![说明](../media/\(name).png)\n" }
    site["content/cases/kept.md"] = TestSite.caseText(body: image("a"))
    site["content/cases/draft.md"] = TestSite.caseText(["draft": "true"], body: image("b"))
    let built = try site.build()
    #expect(built.published["media/a.png"] == Array("GIF89a".utf8))
    #expect(built.published["media/b.png"] == nil)
    #expect(
      built.printed()
        == "content/media/b.png:1:1: note: no page uses this file; it was not copied [unused-media]\n"
    )
  }
}
