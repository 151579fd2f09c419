import Testing

@testable import Jingjian

/// What is kept in lists is narrowed by section, and leaves no trace either (docs/format.md,
/// "Sections").
struct SectionAudienceTests {
  private static let tables = [
    "content/metrics/metrics.yml": "- {id: manyidu, name: 满意度, unit: \"%\"}\n",
    "content/metrics/manyidu.csv": "月份,数值\n2025-01,98.6\n",
    "content/responsibilities/2025.csv": "任务,频次,责任主体\n秘密的责任,每月,lian\n",
    "content/ledgers/mimi.yml":
      "title: 秘密台账\nitems: [{id: m-1, description: 秘密的问题, owner: fgz, due: 2025-02-01}]\n",
    "content/activities/2025.csv": "日期,类型,部门,场次\n2025-03-01,谈话,全院,7\n",
  ]

  private static func site(_ sections: [String]) -> TestSite {
    TestSite([
      "content/site.yml": """
      name: 试验站
      organ: 试验法院
      base-url: https://example.invalid/
      audiences: [{id: all}, {id: leadership, name: 党组}]
      section-audiences: {\(sections.map { "\($0): leadership" }.joined(separator: ", "))}

      """,
      "content/roles.yml": "- {id: fgz, name: 分管副院长}\n",
      "content/pages/a.md": "---\ntitle: 一页\n---\n正文。\n",
      "content/campaigns/open.md":
        "---\ntitle: 公开的行动\ntasks: [{title: 公开的任务, owner: lian, due: 2025-05-01}]\n---\n正文。\n",
    ])
  }

  @Test(
    "a build with a narrowed section and one without its files are equal byte for byte",
    arguments: ["metrics", "responsibilities", "ledgers", "activities", ""])
  func noTrace(_ section: String) throws {
    let sections = section.isEmpty ? Tables.sections : [section]
    let without = Self.site(sections)
    var with = without
    for (path, text) in Self.tables where sections.contains(where: { path.contains("/\($0)/") }) {
      with[path] = text
    }
    for date in ["2025-03-15", "2025-12-31"] {
      let built = try with.build(date: date)
      #expect(built.printed() == "")
      #expect(built.published == (try without.build(date: date).published))
      let narrow = try with.build(date: date, audience: "leadership")
      #expect(
        narrow.published.keys.contains { path in
          sections.contains { path.hasPrefix($0 + "/") }
        })
    }
  }

  @Test("what falls later than today is not told of a section that is left out")
  func notes() throws {
    var site = Self.site(["responsibilities", "activities"])
    site["content/responsibilities/2025.csv"] = "任务,频次,完成记录\n点名,每月,2025-03-20\n"
    site["content/activities/2025.csv"] = "日期,类型,部门\n2025-03-20,谈话,全院\n"
    #expect(try site.build(date: "2025-03-19").printed() == "")
    let printed = try site.build(date: "2025-03-19", audience: "leadership").printed()
    #expect(
      printed == """
        content/activities/2025.csv:2:1: note: 2025-03-20 is still to come; this activity is left out [later]
        2025-03-20,谈话,全院
        ^
        content/responsibilities/2025.csv:2:1: note: done on 2025-03-20, after today: it counts as open [later]
        点名,每月,2025-03-20
        ^^

        """)
  }

  @Test(
    "a campaign that is left out leaves no trace, nor do its tasks",
    arguments: ["audience: leadership", "draft: true", "publish: 2026-01-01", "expire: 2025-12-31"])
  func campaign(_ key: String) throws {
    let without = Self.site(["ledgers"])
    var with = without
    with["content/campaigns/secret.md"] = """
      ---
      title: 秘密行动
      \(key)
      tags: [秘密]
      lead: lian
      tasks: [{title: 秘密任务, owner: lian, due: 2025-02-01}, {title: 无主}]
      ---
      正文。
      """
    let built = try with.build()
    #expect(built.printed() == "" && built.outcome.leftOut.count == 1)
    #expect(built.published == (try without.build().published))
  }

  @Test("nobody owes the tasks of a withdrawn campaign")
  func withdrawn() throws {
    var site = Self.site(["ledgers"])
    site["content/campaigns/gone.md"] = """
      ---
      title: 隐去行动
      withdrawn: {date: 2025-06-01, reason: 重新部署}
      tasks: [{title: 隐去任务, owner: lian, due: 2025-02-01}]
      ---
      隐去正文。
      """
    let built = try site.build()
    #expect(built.page("campaigns/gone.html")?.contains("重新部署") == true)
    for (path, bytes) in built.published {
      #expect(!bytes.holds(Array("隐去".utf8)), "\(path)")
    }
  }

  @Test("`due` is for the narrowest audience: it lists what all sections owe")
  func due() throws {
    var site = Self.site(Tables.sections)
    for (path, text) in Self.tables { site[path] = text }
    var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
    request.date = "2025-02-02"
    let due = try Build.due(owner: nil, until: nil, request, disk: site.memory.disk)
    #expect(due.csv?.contains("秘密的问题") == true && due.csv?.contains("秘密的责任") == true)
  }
}
