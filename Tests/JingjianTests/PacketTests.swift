import Foundation
import Testing

@testable import Jingjian

/// Packets as they are composed; the typesetting itself is looked at by Tests/Print.
struct PacketTests {
  private static let scores = [
    "content/rankings/rules.yml": "- from: 2025-01\n  bottom: 1\n  minimum-departments: 2\n",
    "content/rankings/scores/2025-10.csv": "部门,总分\n立案庭,95\n执行局,90\n",
  ]

  private static func site(_ packet: String, _ more: [String: String] = [:]) -> TestSite {
    TestSite(
      [
        "content/packets/p.yml": packet, "content/cases/yi.md": TestSite.caseText(["tags": "[甲]"]),
      ].merging(more) { $1 })
  }

  @Test("without Typst the site is built, and the page of the packet says that it was not made")
  func withoutTypst() throws {
    let built = try Self.site("title: 汇编\nkind: compilation\ncontents:\n  - case: yi\n").build()
    #expect(built.outcome.isFine)
    let page = try #require(built.page("packets/p.html"))
    #expect(page.contains("这份材料还没有做成PDF：这台机器上没有排版程序Typst。"))
    #expect(page.contains(#"<a href="../cases/yi.html">一起案例</a>"#))
    #expect(built.page("packets/index.html")?.contains("未做") == true)
    #expect(built.outcome.isUnprinted)
  }

  @Test("what was written is composed to the letter, whatever it is")
  func hostile() throws {
    let word = #"# $x$ \ ] [ * // @ref #import <b>&amp;喆镕😀"#
    let yaml = word.replacingOccurrences(of: "\\", with: "\\\\")
    let keys = ["title", "organ", "number", "mark", "signer", "to", "cc", "watermark"]
    let packet =
      keys.map { "\($0): \"\(yaml)\"\n" }.joined() + "kind: notice\ncontents:\n  - case: yi\n"
    let built = try Self.site(
      packet,
      [
        "content/cases/yi.md": TestSite.caseText([
          "title": "'\(word)'", "department": "", "unit": "'\(word)'",
        ])
      ]
    ).build()
    let printed = try #require(built.outcome.printed.first)
    let data = printed.composition.document(
      organ: "院", edition: nil, today: Day(number: 0), fingerprint: "", fonts: .list([])
    ).text
    let written = JSON.string(word).text
    // Its eight fields; the case's unit; its title only once, since the packet's own says it.
    #expect(data.components(separatedBy: written).count - 1 == keys.count + 1)
  }

  @Test("a packet of a period that is still to come is left out, with its tag and its old address")
  func later() throws {
    let packet = """
      title: 十月简报
      kind: bulletin
      tags: [简报]
      aliases: [old/jianbao.html]
      contents:
        - month: 2025-10

      """
    let site = Self.site(packet, Self.scores)
    let before = try site.build(date: "2025-10-15")
    #expect(before.outcome.isFine)
    #expect(before.printed().contains("content/packets/p.yml:6:12: note: 2025-10 is not over"))
    #expect(before.published.keys.filter { $0.contains("packets") || $0.contains("jianbao") } == [])
    #expect(before.page("tags/index.html")?.contains("简报") == false)
    let after = try site.build(date: "2025-11-01")
    #expect(after.page("packets/p.html")?.contains("十月简报") == true)
    #expect(after.page("old/jianbao.html") != nil)
    #expect(after.page("tags/简报.html") != nil)
  }

  @Test("a packet for a narrower audience leaves no trace")
  func noTrace() throws {
    let settings =
      "name: 站\norgan: 院\naudiences:\n  - id: all\n    name: 全院\n  - id: few\n    name: 党组\n"
    var without = Self.site("title: 留下的\nkind: paper\ncontents: [{case: yi}]\n")
    without["content/site.yml"] = settings
    var with = without
    with["content/packets/secret.yml"] =
      "title: 秘密材料\nkind: notice\naudience: few\ntags: [秘密]\ncontents: [{case: yi}]\n"
    let built = try with.build()
    #expect(built.published == (try without.build().published))
    #expect(built.outcome.printed.map(\.composition.packet.id) == ["p"])
    #expect(try with.build(audience: "few").page("packets/secret.html") != nil)
  }

  @Test(
    "a handout of each lesson and a notice of each quarter that is over, where they are asked for")
  func automatic() throws {
    var site = Self.site("title: 一份\nkind: paper\ncontents: [{case: yi}]\n", Self.scores)
    site["content/lessons/ke.md"] = "---\ntitle: 第一课\nweek: 2025-W30\nquiz: ti\n---\n正文。\n"
    site["content/quizzes/ti.yml"] = "title: 测验\nquestions: [{stem: 问, kind: judge, answer: 对}]\n"
    #expect(try site.build().outcome.printed.map(\.composition.packet.id) == ["p"])
    site["content/site.yml"] = "name: 站\norgan: 院\nauto-packets: 是\n"
    #expect(
      try site.build().outcome.printed.map(\.composition.packet.id)
        == ["p", "notice-2025-Q4", "handout-ke"])
    let before = try site.build(date: "2025-12-30")
    #expect(before.outcome.printed.map(\.composition.packet.id) == ["p", "handout-ke"])
    let handout = try #require(before.outcome.printed.last)
    #expect(handout.composition.chapters.map(\.title) == ["第一课", "测验"])
    #expect(handout.composition.content.text.contains(#""answers": "none""#))
  }

  @Test(
    "where nothing is there to be printed by itself, or not for this audience, no section is shown")
  func automaticNowhere() throws {
    let settings =
      "name: 站\norgan: 院\nauto-packets: 是\naudiences: [{id: all}, {id: few}]\n"
      + "section-audiences: {packets: few}\n"
    var site = TestSite(["content/site.yml": settings])
    #expect(try site.build(audience: "few").printed() == "")
    site["content/lessons/ke.md"] = "---\ntitle: 第一课\nweek: 2025-W30\n---\n正文。\n"
    #expect(try site.build().outcome.printed.isEmpty)
    #expect(try site.build().page("index.html")?.contains("packets/") == false)
    #expect(try site.build(audience: "few").page("packets/handout-ke.html") != nil)
  }

  @Test(
    "a text that begins with a heading has it as its title; the packet's title is not said twice")
  func titles() throws {
    let built = try Self.site(
      "title: 一起案例的通报\nkind: notice\ncontents:\n  - text: |\n      ## 前言\n\n      几句话。\n  - case: yi\n"
    ).build()
    let composition = try #require(built.outcome.printed.first?.composition)
    #expect(composition.chapters.map(\.title) == ["前言", "一起案例"])
    let text = composition.content.text
    #expect(
      text.contains(#""title": "前言", "blocks": [{"kind": "paragraph", "content": ["几句话。"]}]"#))
    #expect(!text.contains(#""title": "一起案例""#))
  }

  @Test("a group of cases is those that meet every condition, the oldest first")
  func cases() throws {
    func chapters(_ filter: String) throws -> [String] {
      let built = try Self.site(
        "title: 汇编\nkind: compilation\ncontents:\n  - cases: {\(filter)}\n",
        [
          "content/cases/er.md": TestSite.caseText([
            "title": "第二起", "date": "2024-02-01", "form": "2",
          ]),
          "content/cases/san.md": TestSite.caseText(["title": "第三起", "department": "zhixing"]),
        ]
      ).build()
      return built.outcome.printed.first?.composition.chapters.map(\.title) ?? []
    }
    #expect(try chapters("") == ["第二起", "第三起", "一起案例"])
    #expect(try chapters("form: 2") == ["第二起"])
    #expect(try chapters("department: 执行局") == ["第三起"])
    #expect(try chapters("year: 2025, department: lian, problem: jilv") == ["一起案例"])
    #expect(try chapters("year: 2019") == [])
  }
}
