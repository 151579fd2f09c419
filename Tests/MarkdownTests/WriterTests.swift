// The other writers: plain text, summaries, counts.

import Markdown
import Testing

@Suite struct WriterTests {
  private func plain(_ markdown: String) -> String {
    var plain: [UInt8] = []
    Document(markdown).plain(into: &plain)
    return String(decoding: plain, as: UTF8.self)
  }

  @Test func plainText() {
    #expect(
      plain(
        "## 案发*原因* {#why}\n\n甲\n乙[丙](a.md)`码`~~丁~~[^1]。\nsome text\n\n- 一\n- 二\n\n| 表 | 头 |\n|---|---|\n| 子 | 丑 |\n\n"
          + "> [!NOTE]\n> 警示\n\n![图](a.png \"题\")\n\n```\ncode\n```\n\n[^1]: 注\n[^2]: 未用\n"
      ) == """
        案发原因
        甲乙丙码丁。 some text
        一
        二
        表 头
        子 丑
        警示
        code
        注

        """)
  }

  @Test(arguments: [
    ("第一句。第二句！第三句？", 100, "第一句。第二句！第三句？"),
    ("第一句。第二句！第三句？", 9, "第一句。第二句！"),
    ("他说：“知道。”后来忘了。", 10, "他说：“知道。”"),
    ("## 标题\n\n| 表 |\n|---|\n\n正文\n一段。\n\n又一段。\n", 100, "正文一段。又一段。"),
    ("很长很长的一句话没有句号", 5, "很长很长的…"),
    ("One two. 三四五。", 100, "One two. 三四五。"),
    ("- 甲；\n- 乙。", 100, "甲；乙。"),
    ("", 10, ""),
  ])
  func summaries(_ markdown: String, _ limit: Int, _ expected: String) {
    #expect(Document(markdown).summary(limit: limit) == expected)
  }

  @Test(arguments: [
    ("廉洁自律，慎独慎微。", 8, 0),
    ("共3,000元，完成率99.8%，e-mail 与 it’s", 6, 4),
    ("## 标题\n\n正文**加粗**\n\n| 表 |\n|---|\n", 7, 0),
    ("二〇二五年 2025", 5, 1),
    ("한국어 단어", 0, 2),
  ])
  func counts(_ markdown: String, _ characters: Int, _ words: Int) {
    let count = Document(markdown).count
    #expect(count.characters == characters)
    #expect(count.words == words)
  }

  @Test func minutes() {
    #expect(Document("").count.minutes == 0)
    #expect(Document("字").count.minutes == 1)
    #expect(Document(String(repeating: "字", count: 401) + " word").count.minutes == 2)
  }
}
