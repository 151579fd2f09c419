// Point 4: the ids of headings, and the outline and the parts made from them.

import Markdown
import Testing

@Suite struct HeadingTests {
  @Test(arguments: [
    ("## 案发原因", ["案发原因"]),
    ("## 一、案发原因（节选）", ["一案发原因节选"]),
    ("## Case No. 12: *Facts*", ["case-no-12-facts"]),
    ("## 甲\n\n## 甲\n\n### 甲", ["甲", "甲-2", "甲-3"]),
    ("## 甲-2\n\n## 甲\n\n## 甲", ["甲-2", "甲", "甲-3"]),
    ("## 甲 {#jia}", ["jia"]),
    ("## 甲\n\n## 乙 {#甲}", ["甲-2", "甲"]),
    ("## `let` 与 ~~var~~", ["let-与-var"]),
    ("## ！？", ["section"]),
    ("## ÄÖ Ünïcode Ж", ["äö-ünïcode-ж"]),
    ("## 甲 \\{#jia}", ["甲-jia"]),
    ("甲乙\n===\n\n丙\n---", ["甲乙", "丙"]),
    ("## 注[^1]\n\n[^1]: 二", ["注"]),
    ("> ## 引\n\n- ## 项", ["引", "项"]),
  ])
  func pointFour(_ markdown: String, _ ids: [String]) {
    #expect(Document(markdown).headings.map(\.id) == ids)
  }

  @Test("an id that the page uses is taken from no heading")
  func taken() {
    let references = References(isTaken: { $0 == "main" || $0 == "main-3" })
    #expect(
      Document("## Main\n\n## main\n\n## 主", references: references).headings.map(\.id) == [
        "main-2", "main-4", "主",
      ])
    #expect(
      remarks("## 甲 {#main}", references: references) == ["1:6+7 taken-id"])
  }

  @Test("a link leads to a heading by its id or its text")
  func meant() {
    let text = "[a](#一、甲)[b](#一甲)[c](#乙)[d](#丙)\n\n## 一、甲\n\n## 乙 {#B}\n"
    #expect(
      html(text).hasPrefix(
        "<p><a href=\"#%E4%B8%80%E7%94%B2\">a</a><a href=\"#%E4%B8%80%E7%94%B2\">b</a>"
          + "<a href=\"#B\">c</a>"))
    #expect(remarks(text) == ["1:25+7 unknown-fragment"])
  }

  @Test func outline() {
    let document = Document("前言\n\n## 案发 *原因* {#why}\n\n> ### 其一\n\n# 顶\n", firstLine: 10)
    #expect(
      document.headings.map { "\($0.level) \($0.id) \($0.title) \($0.line):\($0.column)" } == [
        "2 why 案发 原因 12:1", "3 其一 其一 14:3", "2 顶 顶 16:1",
      ])
    var page: [UInt8] = []
    document.html(into: &page)
    #expect(
      String(decoding: page, as: UTF8.self) == """
        <p>前言</p>
        <h2 id="why">案发 <em>原因</em></h2>
        <blockquote>
        <h3 id="其一">其一</h3>
        </blockquote>
        <h2 id="顶">顶</h2>

        """)
  }

  @Test func parts() {
    let text = "## 空\n\n## 有\n\n文\n\n## 下有\n\n### 小\n\n## 注\n\n[^a]: 注\n\n## 末\n   \n"
    #expect(
      Document(text).sections.map { "\($0.heading.title) \($0.isEmpty)" } == [
        "空 true", "有 false", "下有 false", "注 true", "末 true",
      ])
  }

  @Test func remarksOnHeadings() {
    #expect(
      remarks("# 顶\n\n## 甲 {#a}\n\n### 乙 {#a}\n") == [
        "1:1+3 level-one-heading", "5:7+4 doubled-id",
      ])
  }
}
