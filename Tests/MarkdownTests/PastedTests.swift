import Markdown
import Testing

/// Texts as they come from Word.
@Suite struct PastedTests {
  @Test(arguments: [
    ("各部门：\n　　现通知如下，\n请执行。\n　　特此通知。", "<p>各部门：</p>\n<p>现通知如下，请执行。</p>\n<p>特此通知。</p>\n"),
    ("　　**甲**乙。\n　　丙。", "<p><strong>甲</strong>乙。</p>\n<p>丙。</p>\n"),
    ("&emsp;&emsp;甲。\n&emsp;&emsp;乙。", "<p>甲。</p>\n<p>乙。</p>\n"),
    ("- 甲\n　　乙\n- 丙", "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n<li>丙</li>\n</ul>\n"),
    ("> 　　甲\n> 　　乙", "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>\n"),
    ("甲\n\n　　\n\n乙", "<p>甲</p>\n<p>乙</p>\n"),
    ("**甲\n　　乙**", "<p><strong>甲乙</strong></p>\n"),
    ("第一条　甲\n乙　丙", "<p>第一条　甲乙　丙</p>\n"),
  ])
  func indents(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("甲\t乙\n丙\t丁", ["1:1+3 tab-table"]),
    ("说明\n甲\t乙\t丙\n丁\t戊\t己\n庚\t辛\t壬", ["2:1+5 tab-table"]),
    ("甲\t乙", []),
    ("甲乙\n丙丁", []),
    ("    这一段，四个空格。", ["1:1+4 indented-prose → \"　　\""]),
    (
      "甲。\n\n    第一段，缩进了。\n    第二段，也缩进了。",
      [
        "3:1+4 indented-prose → \"　　\"", "4:1+4 indented-prose → \"　　\"",
      ]
    ),
    ("甲。\n    接着的一行，缩进了。", ["2:1+4 indented-prose → \"　　\""]),
    ("    let a = \"甲，乙\"", []),
    ("- 甲\n\n      列表里，缩进的话在列表里。", []),
    ("```\n    这一段，在代码里。\n```", []),
    (
      "一、总体要求\n坚持从严。\n（一）抓学习\n二、保障",
      [
        "1:1+1 plain-heading → \"## 一\"", "3:1+1 plain-heading → \"### （\"",
        "4:1+1 plain-heading → \"## 二\"",
      ]
    ),
    ("　　（一）抓学习\n　　认真学习。", ["1:1+3 plain-heading → \"## （\""]),
    ("# 标题\n\n一、总体要求", ["1:1+4 level-one-heading"]),
    ("## 标题\n\n一、总体要求", []),
    ("一、怕；\n二、拖；\n三、推。", []),
    ("一、提高认识\n二、加强学习\n\n三、改进作风\n首先说认识。", []),
    ("（一）中有一句完整的话。", []),
    ("甲一、乙\n第一、丙", []),
  ])
  func warnings(_ markdown: String, _ said: [String]) {
    #expect(remarks(markdown) == said)
  }

  @Test("lines are joined as those of a paragraph are")
  func lines() {
    #expect("甲\n乙\r\nab\ncd\n丙，\n\n“丙”\n丁".joinedLines == "甲乙 ab cd 丙，“丙”丁")
    #expect("　　甲 \n　　乙".joinedLines == "甲乙")
    #expect("甲 乙".joinedLines == "甲 乙")
  }
}
