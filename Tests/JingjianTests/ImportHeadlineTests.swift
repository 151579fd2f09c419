import Testing

@testable import Jingjian

/// Headings, salutation and close: how a line is told from the text around it.
struct ImportHeadlineTests {
  @Test(arguments: [
    SpeechLine("一、严管厚爱", "## 一、严管厚爱"),
    SpeechLine("十二、 严管厚爱", "## 十二、严管厚爱"),
    SpeechLine("一、严管厚爱。管在平时。爱在心里。", "## 一、严管厚爱。\n\n管在平时。爱在心里。"),
    SpeechLine("(一)严管，厚爱。管在平时。", "### （一）严管，厚爱。\n\n管在平时。"),
    SpeechLine("（三）落实“一句话。”要求。照办。", "### （三）落实“一句话。”要求。\n\n照办。"),
    SpeechLine("1.公开。每周一次。", "#### 1.公开。\n\n每周一次。"),
    SpeechLine("１．公开", "#### １．公开"),
    SpeechLine("12、公开", "#### 12、公开"),
    SpeechLine("一、占比**%的问题", #"## 一、占比〔待补：百分比，原文为“\*\*%”〕的问题"#),
    // No headings.
    SpeechLine("一、二审案件都要评查。", "一、二审案件都要评查。"),
    SpeechLine("1.5万件案件", "1.5万件案件"),
    SpeechLine("3、4月份", "3、4月份"),
    SpeechLine("2024.5", "2024.5"),
    SpeechLine("一、登记台账；", "一、登记台账；"),
    SpeechLine("1. ", #"1\."#),
    SpeechLine("第一、要学", "第一、要学"),
    SpeechLine("(1)要学", "（1）要学"),
  ])
  func `a number opens a heading, up to the first full stop`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    SpeechLine("同志们:今天开会。", "同志们：\n\n今天开会。"),
    SpeechLine("各位领导、同志们!", "各位领导、同志们！"),
    SpeechLine("同志们,形势逼人。", "同志们，形势逼人。"),
    SpeechLine("各部门要做到:守时。", "各部门要做到：守时。"),
    SpeechLine("各部门、各法庭干警:守时。", "各部门、各法庭干警：\n\n守时。"),
  ])
  func `a salutation is a paragraph of its own`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    ("好。\n谢谢大家!", "好。\n\n谢谢大家！\n", Int?(3)),
    ("好。谢谢大家!", "好。\n\n谢谢大家！\n", 2),
    ("好。谢谢!", "好。\n\n谢谢！\n", 2),
    ("好。感谢来信", "好。感谢来信\n", nil),
    ("谢谢大家!\n散会。", "谢谢大家！\n\n散会。\n", nil),
  ])
  func `thanks at the end are a paragraph of their own`(text: String, body: String, line: Int?) {
    let made = importSpeech(text: "同志们：\n" + text, file: "a.txt")
    #expect(made.record.hasSuffix("---\n\n同志们：\n\n" + body))
    #expect(made.close == line)
    #expect(made.salutation == 1)
  }

  @Test(arguments: [
    SpeechLine("先说一句。一要学。多看多听。二要做。", "先说一句。**一要学**。多看多听。**二要**做。"),
    SpeechLine("一是学,二是做,三是改。", "**一是**学，**二是**做，**三是**改。"),
    SpeechLine("一是学；二是做。以上两条都要记牢。", "**一是**学；**二是**做。以上两条都要记牢。"),
    SpeechLine(
      "一是责任不清，有的同事对自己该管什么、该问什么、该向谁说都讲不出来。要补课。",
      "**一是责任不清**，有的同事对自己该管什么、该问什么、该向谁说都讲不出来。要补课。"),
    SpeechLine("一是管好“人，财”。照办。", "**一是管好“人，财”**。照办。"),
    SpeechLine("一是占**%。照办。", #"**一是占〔待补：百分比，原文为“\*\*%”〕**。照办。"#),
    SpeechLine("一是一,二是二。", "一是一，二是二。"),
    SpeechLine("这也是原因之一是事实。", "这也是原因之一是事实。"),
  ])
  func `leads in running text are emphasised`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }
}
