// Point 13: proofreading. Each case says what is found; text that is right is in the last test.

import Markdown
import Testing

@Suite struct ProofreaderTests {
  @Test(arguments: [
    // Half-width punctuation between Chinese characters.
    ("廉洁,自律", ["1:3+1 half-width-punctuation → \"，\""]),
    (
      "廉洁;自律:慎独?慎微!好",
      [
        "1:3+1 half-width-punctuation → \"；\"", "1:6+1 half-width-punctuation → \"：\"",
        "1:9+1 half-width-punctuation → \"？\"", "1:12+1 half-width-punctuation → \"！\"",
      ]
    ),
    ("同志们:", ["1:4+1 half-width-punctuation → \"：\""]),
    ("**廉洁**,自律", ["1:7+1 half-width-punctuation → \"，\""]),
    ("**廉洁。**乙,丙", ["1:9+1 half-width-punctuation → \"，\""]),
    (
      "办法(试行)已印发",
      [
        "1:3+1 half-width-punctuation → \"（\"", "1:6+1 half-width-punctuation → \"）\"",
      ]
    ),
    (
      "> - 甲,乙\n>   丙,丁",
      [
        "1:6+1 half-width-punctuation → \"，\"", "2:6+1 half-width-punctuation → \"，\"",
      ]
    ),
    ("| 甲,乙 |\n|---|\n| 丙 |", ["1:4+1 half-width-punctuation → \"，\""]),
    // Pairs.
    ("他说“知道。", ["1:3+1 unpaired-quote"]),
    ("他说知道”。", ["1:5+1 unpaired-quote"]),
    ("“甲‘乙”丙’", ["1:1+1 unpaired-quote", "1:5+1 unpaired-quote"]),
    ("《守则", ["1:1+1 unpaired-title-mark"]),
    ("守则》和《守则》", ["1:3+1 unpaired-title-mark"]),
    ("《甲\n\n乙》", ["1:1+1 unpaired-title-mark", "3:2+1 unpaired-title-mark"]),
    // Headings and lists.
    ("##标题", ["1:1+2 heading-space → \"## \""]),
    ("文\n\n#标题", ["3:1+1 heading-space → \"# \""]),
    ("1、甲\n2、乙", ["1:1+2 list-marker → \"1. \"", "2:1+2 list-marker → \"2. \""]),
    ("事项如下：\n1、甲", ["2:1+2 list-marker"]),
    // Noughts.
    ("二○二五年", ["1:2+1 zero-mark → \"〇\""]),
    (
      "二0二五年，二○三O年",
      [
        "1:2+1 zero-mark → \"〇\"", "1:8+1 zero-mark → \"〇\"",
      ]
    ),
    ("一九九○年", ["1:4+1 zero-mark → \"〇\""]),
    // Spaces.
    ("他 认真学习，改进作风。", ["1:2+1 space-between → \"\""]),
    // Placeholders.
    ("处分〔待补：人数〕人，\\*\\*%〔待补〕", ["1:3+7 placeholder", "1:17+4 placeholder"]),
    ("## 甲〔待补：乙〕\n\n- [丙〔待补：丁〕](a.md)", ["1:5+6 placeholder", "3:5+6 placeholder"]),
  ])
  func pointThirteen(_ markdown: String, _ expected: [String]) {
    #expect(remarks(markdown) == expected)
  }

  @Test(arguments: [
    "价格为3,000元，比例3:2，时间10:30。", "用English, too，以及（see p. 3）。", "`廉洁,自律`和``a`甲,乙``。",
    "[链接](路,径.md \"题,目\")与<https://a.b/甲,乙>。", "    廉洁,自律\n", "```\n廉洁,自律 “\n```\n", "他说“甲‘乙’丙”。",
    "“第一段\n\n“第二段”\n", "don’t 与 it’s。", "（2023）川01刑初5号", "#话题# 很热", "C# 语言", "## 第一章 总则",
    "第一条 为了规范，制定本办法。", "张三 李四 王五 赵六", "1. 甲\n2. 乙", "2025、2026两年", "○ 待办 ○ 已办",
    "甲\\,乙", "![图](a,b.png)", "**结论**：可行", "50%以上(含50%)的", "1,2,3", "见{指标:甲,乙@2024-12}。",
  ])
  func rightAsItIs(_ markdown: String) {
    #expect(remarks(markdown) == [])
  }

  /// Every fix, applied where its remark says, leaves nothing to be fixed.
  @Test func fixesHold() {
    let text = "##标题\n\n1、廉洁,自律(试行)办法\n2、二○二五年,他 认真**学习。**改进:作风。\n"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    for remark in Document(text).remarks.reversed() {
      guard let fix = remark.fix else { continue }
      let start = remark.column - 1
      lines[remark.line - 1].replaceSubrange(
        start..<start + remark.length, with: fix.unicodeScalars)
    }
    let mended = lines.map { line in String(String.UnicodeScalarView(line)) }.joined(
      separator: "\n")
    #expect(mended == "## 标题\n\n1. 廉洁，自律（试行）办法\n2. 二〇二五年，他认真**学习。**改进：作风。\n")
    #expect(remarks(mended) == [])
  }
}
