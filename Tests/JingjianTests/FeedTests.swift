import Foundation
import Testing

@testable import Jingjian

/// What readers subscribe to: the feed and the agenda, whole (`RECORD=1` as for other golden files).
struct FeedTests {
  @Test("the feed and the agenda are what they were", arguments: ["feed.xml", "lessons.ics"])
  func golden(_ path: String) throws {
    let built = try Self.site.build()
    #expect(built.printed() == "")
    let found = try #require(built.page(path))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/" + path)
    let golden = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] != nil, golden != found {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)")
    }
    #expect(golden == found)
  }

  /// That it is XML is looked at by `Tests/Browser/feeds.py`, on the demo's feed.
  @Test("the feed's addresses are whole, and its entries newest first")
  func whole() throws {
    let feed = try #require(try Self.site.build().page("feed.xml"))
    let entries = feed.components(separatedBy: "<entry>").dropFirst()
    func part(_ name: String, of entry: String) -> String? {
      entry.components(separatedBy: "<\(name)>").dropFirst().first?
        .components(separatedBy: "</\(name)>").first
    }
    let ids = entries.compactMap { part("id", of: $0) }
    #expect(ids.count == 4 && Set(ids).count == 4)
    let updates = entries.compactMap { part("updated", of: $0) }
    #expect(updates.first == "2025-06-02T00:00:00+08:00")
    #expect(updates == updates.sorted(by: >))
    #expect(!feed.contains("=\"../") && !feed.contains("=\"#"))
    #expect(feed.components(separatedBy: "]]>").count == entries.count + 1)
  }

  @Test("lines of the agenda are 75 bytes at most and never end within a character")
  func folded() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<500 {
      let line = String(
        (0..<Int.random(in: 0...200, using: &random)).map { _ in
          ["a", "é", "廉", "𠀀", "，"].randomElement(using: &random) ?? "a"
        })
      let folded = Calendar.folded(line)
      let text = try #require(String(validating: folded, as: UTF8.self))
      #expect(text.hasSuffix("\r\n"))
      let lines = text.dropLast().split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(String(text.dropLast()).replacingOccurrences(of: "\r\n ", with: "") == line)
    }
  }

  @Test(
    "a day begins where the site is",
    arguments: [
      ("2025-06-02", "Asia/Shanghai", "+08:00"), ("2025-06-02", "America/New_York", "-04:00"),
      ("2025-03-09", "America/New_York", "-05:00"), ("2025-03-10", "America/New_York", "-04:00"),
      ("2025-01-01", "Asia/Kolkata", "+05:30"), ("2025-01-01", "UTC", "+00:00"),
    ])
  func zone(_ day: String, _ zone: String, _ offset: String) throws {
    #expect(Zone.offset(on: try #require(Day(day)), in: zone) == offset)
  }

  private static let site = TestSite([
    "content/site.yml": """
    name: 试验站 & 友站
    organ: 试验法院
    base-url: https://example.invalid/a

    """,
    "content/media/图.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "content/quizzes/q.yml": "title: 测验\nquestions: [{stem: 问, kind: judge, answer: 对}]\n",
    "content/cases/c.md": TestSite.caseText(
      ["person": "王某", "sanctions": "[警告]", "summary": "<一句>", "title": "一起案例 <三人>"]),
    "content/cases/gone.md": TestSite.caseText([
      "withdrawn": "{date: 2025-06-01, reason: 事实复核}"
    ]),
    "content/lessons/一课.md": """
    ---
    标题: 一课；二事，三人
    周次: 2025-W21
    警句: {内容: 一句话, 出处: 古语}
    案例: c
    资料: [{文件: 图.svg, 说明: 一张图}]
    测验: q
    ---
    见[案例](../cases/c.md#案发原因)和[下面](#下面)。

    ## 下面

    一句话里有 ]]> 三个符号，还有很长很长的一段话，一直写到一行放不下为止。
    """,
    "content/lessons/next.md": "---\ntitle: 又一课\nweek: 2025-W22\ndate: 2025-06-02\n---\n正文。\n",
    "content/clarifications/k.md": """
    ---
    标题: 一次澄清
    日期: 2025-06-01
    案例: gone
    单位: 督察室
    ---
    没有这回事。
    """,
  ])
}
