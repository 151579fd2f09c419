import Foundation
import Testing

@testable import Jingjian

/// What the rankings publish: the data files, the pages, and who may see them.
struct RankingDataTests {
  /// A year of six departments; 执行局 is last in March and April, and exempt in May.
  static func year(_ extra: [String: String] = [:]) -> TestSite {
    let names = ["立案庭", "刑事审判庭", "民事审判庭", "执行局", "政治部", "督察室"]
    var files = [
      "content/departments.yml": zip(
        ["lian", "xingshi", "minshi", "zhixing", "zhengzhi", "ducha"], names
      )
      .map { "- {id: \($0), name: \($1)}\n" }.joined(),
      "content/rankings/rules.yml": "- {from: 2025-01, bottom: 1, explain-within: 10}\n",
    ]
    for month in 1...12 {
      let rows = names.enumerated().map { n, name in
        let isLast = name == "执行局" && (month == 3 || month == 4)
        let isExempt = name == "执行局" && month == 5
        // 民事审判庭 and 政治部 share the last place otherwise, so that nobody has it alone twice.
        let score = isLast ? "60" : n == 1 + month % 2 * 3 ? "70.5" : "9\(n)"
        return "\(name),\(isExempt ? "免评" : score),\(isExempt ? "集中办案" : "")\n"
      }
      let path = "content/rankings/scores/2025-\(month < 10 ? "0" : "")\(month).csv"
      files[path] = "部门,总分,备注\n" + rows.joined()
    }
    for (path, text) in extra { files[path] = text }
    return TestSite(files)
  }

  static let decisions = """
    - department: 执行局
      period: 2025-04
      colour: 蓝
      action: 已说明
      date: 2025-05-06
      document: 执说〔2025〕1号
      statement: 案款发放迟延，已逐案清理。

    """

  @Test("the cards of a year, with their follow-up")
  func cards() throws {
    let site = Self.year(["content/rankings/decisions.yml": Self.decisions])
    let data = try #require(try site.build().page("data/warnings.json"))
    #expect(
      data.hasPrefix(
        #"{"date": "2025-12-31", "months": [{"month": "2025-01", "ranking": [{"department": "ducha", "total": "95.00", "rank": 1, "last": false}"#
      ))
    #expect(
      data.hasSuffix(
        #""cards": [{"department": "zhixing", "colour": "blue", "period": "2025-04", "evidence": ["2025-03", "2025-04"], "followUp": "explained"}], "honours": [{"year": 2025, "clean": ["lian", "xingshi", "minshi", "zhixing", "zhengzhi", "ducha"], "flag": []}]}"#
      ))
    // Before it was answered it was due for ten days, then overdue.
    for (day, state) in [("2025-04-30", "due"), ("2025-05-05", "due"), ("2025-05-06", "explained")]
    {
      let data = try #require(try site.build(date: day).page("data/warnings.json"))
      #expect(data.contains("\"followUp\": \"\(state)\""), "\(day)")
    }
    let unanswered = try #require(
      try Self.year().build(date: "2025-05-11").page("data/warnings.json"))
    #expect(unanswered.contains(#""followUp": "overdue""#))
  }

  @Test("data files are as their schemas say", arguments: ["warnings", "scores", "manifest"])
  func schemas(_ name: String) throws {
    let site = Self.year([
      "content/rankings/decisions.yml": Self.decisions,
      "content/rankings/indicators.yml":
        "categories:\n  - {id: a, name: 甲, indicators: [{id: a1, name: 一, max: 100}]}\n",
    ])
    let data = try #require(try site.build().published["data/\(name).json"])
    let schema = try Data(
      contentsOf: URL(fileURLWithPath: TestSite.templates + "/data/\(name).schema.json"))
    let checked = JSONSchema.faults(
      try JSONSerialization.jsonObject(with: Data(data)),
      try JSONSerialization.jsonObject(with: schema), at: "$")
    #expect(checked == [])
  }

  @Test("the schema test sees what is wrong")
  func schemaFaults() throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(
        contentsOf: URL(fileURLWithPath: TestSite.templates + "/data/warnings.schema.json")))
    let wrong =
      #"{"date": "2025", "months": [{"month": "2025-01", "ranking": [{"rank": "1"}]}], "cards": 5}"#
    #expect(
      JSONSchema.faults(try JSONSerialization.jsonObject(with: Data(wrong.utf8)), schema, at: "$")
        == [
          "$ lacks honours", "$.cards is no array", "$.date does not match",
          "$.months[0].ranking[0] lacks department", "$.months[0].ranking[0] lacks last",
          "$.months[0].ranking[0] lacks total", "$.months[0].ranking[0].rank is no integer",
        ])
  }

  @Test("beside a card stand its rule, its inputs with file and row, and what the department says")
  func cardPage() throws {
    let site = Self.year([
      "content/rankings/decisions.yml": Self.decisions,
      "content/rankings/corrections.yml":
        "- {department: 执行局, month: 2025-03, old: 59, new: 60, reason: 漏计, date: 2025-04-08}\n",
    ])
    let page = try #require(try site.build().page("rankings/2025-04.html"))
    // The template's own words may change; the facts may not be missing.
    for words in [
      "content/rankings/rules.yml", "content/rankings/scores/2025-03.csv第5行",
      "content/rankings/scores/2025-04.csv第5行", "59.00", "60.00", "漏计", "2025-04-08", "已说明",
      "执说〔2025〕1号", "案款发放迟延，已逐案清理。", "content/rankings/decisions.yml",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test("every chart has a title, a description and its figures, and no style of its own")
  func charts() throws {
    let built = try Self.year([
      "content/rankings/indicators.yml":
        "categories:\n  - {id: a, name: 甲, indicators: [{id: a1, name: 一, max: 100}]}\n"
    ]).build()
    #expect(built.outcome.isFine, "\(built.printed())")
    for path in [
      "rankings/board.html", "rankings/2025.html", "departments/zhixing.html", "index.html",
    ] {
      let page = try #require(built.page(path))
      let charts = page.ranges(of: "<svg role=\"img\"").count
      #expect(page.ranges(of: "<title id=").count == charts, "\(path)")
      #expect(page.ranges(of: "<desc id=").count == charts, "\(path)")
      #expect(!page.contains("style=\""), "\(path)")
    }
    let board = try #require(built.page("rankings/board.html"))
    #expect(board.contains("<table") && board.contains("<svg role=\"img\""))
  }

  @Test("a narrowed section leaves no page, no figure and no data to others")
  func audience() throws {
    let site = Self.year([
      "content/site.yml": """
      name: 试验站
      organ: 试验法院
      audiences:
        - id: all
        - id: party
      section-audiences:
        rankings: party

      """
    ])
    let wide = try site.build()
    #expect(!Self.hasRankings(wide))
    #expect(
      wide.published.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("蓝牌") })
    let narrow = try site.build(audience: "party")
    #expect(narrow.page("rankings/board.html") != nil)
    #expect(narrow.page("data/scores.json") != nil)
  }

  @Test("a site without rankings has none of their pages")
  func none() throws {
    let built = try TestSite().build()
    #expect(!built.published.isEmpty)
    #expect(!Self.hasRankings(built))
  }

  /// Whether any page or data file tells of rankings.
  private static func hasRankings(_ built: Built) -> Bool {
    built.published.keys.contains {
      $0.hasPrefix("rankings") || $0.hasPrefix("data/") && $0 != Address.manifest.path
    }
  }

  /// A case of 立案庭 and what it does to the honours of 2025.
  struct Told: Sendable {
    let keys: [String: String]
    let isClean: Bool
  }

  @Test(
    "a case keeps its department from the honours of the years in which it occurred",
    arguments: [
      Told(keys: [:], isClean: false), Told(keys: ["occurred": "2024"], isClean: true),
      Told(keys: ["occurred": "2023-05/2025-01"], isClean: false),
      Told(keys: ["draft": "true"], isClean: true),
      Told(keys: ["withdrawn": "{date: 2025-04-01, reason: 更正}"], isClean: true),
    ])
  func offences(_ told: Told) throws {
    let site = Self.year(["content/cases/a.md": TestSite.caseText(told.keys)])
    let built = try site.build(drafts: true)
    let data = try #require(built.page("data/warnings.json"), "\(built.printed())")
    #expect(data.contains(#""clean": ["lian""#) == told.isClean)
  }

  @Test("an honour that a left-out case would take away is an error, unless honours are hidden")
  func hiddenCase() throws {
    var site = Self.year(["content/cases/a.md": TestSite.caseText(["publish": "2026-02-01"])])
    #expect(
      try site.build().printed(.en) == """
        content/cases/a.md:1:1: error: this case is left out of this build, but it would change an honour that is shown (2025) [hidden-case]
        ---
        ^
        fix: write `honours: {hidden: true}` in site.yml, or publish the case too

        """)
    site["content/site.yml"] = "name: 试验站\norgan: 试验法院\nhonours: {hidden: true}\n"
    let data = try #require(try site.build().page("data/warnings.json"))
    #expect(data.hasSuffix(#""honours": []}"#))
  }

  @Test("explain says it all in the terminal, also of a card that was not given")
  func explain() throws {
    let site = Self.year(["content/rankings/decisions.yml": Self.decisions])
    #expect(
      try site.explain("执行局", "2025-04", .en) == """
        执行局 2025-04: a blue card, explained on 2025-05-06
        rule: 2 consecutive months in the last 1 place; ties to their benefit; no last places with fewer than 6 departments (from 2025-01, content/rankings/rules.yml:1)
        the department says (2025-05-06): 案款发放迟延，已逐案清理。
          2025-03  60.00, rank 6 of 6, in the last places  content/rankings/scores/2025-03.csv:5
          2025-04  60.00, rank 6 of 6, in the last places  content/rankings/scores/2025-04.csv:5

        """)
    #expect(
      try site.explain("zhixing", "2025-05", .zh) == """
        执行局 2025-05：没有蓝牌
        规则：连续 2 个月处在后 1 位，亮蓝牌；并列从宽；参评部门不足 6 个的月份不计末位（自 2025-01 起，content/rankings/rules.yml:1）
          2025-04  60.00 分，第 6 名，共 6 个，末位  content/rankings/scores/2025-04.csv:5
          2025-05  免评：集中办案  content/rankings/scores/2025-05.csv:5

        """)
    #expect(
      try site.explain("政治部", "2025-03", .en).contains(
        "2025-03  70.50, rank 5 of 6, 1 place short of the last places"))
    #expect(
      try site.explain("执行局", "2025", .zh) == """
        执行局 2025：没有红牌
        规则：一年中有 4 个季度有黄牌，亮红牌；并列从宽；参评部门不足 6 个的月份不计末位（自 2025-01 起，content/rankings/rules.yml:1）
        有黄牌的季度 0 个，差 4 个
        2025-Q1：没有黄牌，没有蓝牌
        2025-Q2：没有黄牌，有蓝牌（2025-04）
        2025-Q3：没有黄牌，没有蓝牌
        2025-Q4：没有黄牌，没有蓝牌

        """)
  }

  @Test("a new score file can be filled in and read as it is")
  func newScores() throws {
    let files = [
      "content/departments.yml": RankingFaultTests.departments,
      "content/rankings/indicators.yml": RankingFaultTests.indicators,
    ]
    let disk = MemoryDisk(files: files.mapValues { Array($0.utf8) })
    let path = try NewRecord.scores(kind: "得分表", month: "2025-06", site: "/site", disk: disk.disk)
    #expect(path == "content/rankings/scores/2025-06.csv")
    let bytes = try #require(disk.files["/site/content/rankings/scores/2025-06.csv"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == "\u{FEFF}部门,考勤,态度,总分,备注\r\n满分,50,50,100,\r\n立案庭,,,,\r\n刑事审判庭,,,,\r\n执行局,,,,\r\n")
    var site = RankingFaultTests.site(["indicators.yml": RankingFaultTests.indicators])
    site["content/rankings/scores/2025-06.csv"] = text.replacing("庭,,,,", with: "庭,40,45.5,,")
      .replacing("局,,,,", with: "局,,,免评,借调")
    let built = try site.build()
    #expect(built.printed() == "")
    let scores = try #require(built.page("data/scores.json"))
    #expect(
      scores.hasSuffix(
        #"{"department": "zhixing", "exempt": true}]}]}"#))
    #expect(
      scores.contains(#""total": "85.50", "indicators": {"kaoqin": "40.00", "taidu": "45.50"}"#))
    #expect(throws: Failure.self) {
      try NewRecord.scores(kind: "scores", month: "2025-06", site: "/site", disk: disk.disk)
    }
    #expect(
      try NewRecord.scores(kind: "case", month: "a", site: "/site", disk: disk.disk) == nil)
  }
}

extension TestSite {
  /// What `jingjian explain` prints of the site in memory.
  func explain(_ department: String, _ period: String, _ language: Language) throws -> String {
    var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
    request.date = "2025-12-31"
    let reasons = try Build.explain(department, period, request, in: language, disk: memory.disk)
    return reasons.text ?? reasons.diagnostics(in: language, site: "/site")
  }
}
