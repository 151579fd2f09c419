import Testing

@testable import Jingjian

/// Pages: what a page of the web or of a PDF puts around the text and into it.
struct ImportPageTests {
  @Test(arguments: [
    "分享到：微信 微博", "字号：[大 中 小]", "【字体：大 中 小】", "责任编辑：某某", "【打印本页】【关闭窗口】", "打印本页 | 关闭窗口",
    "扫一扫在手机打开当前页",
    "网站标识码：0000000000", "某ICP备00000000号-1", "某公网安备 00000000000000号", "版权所有：某某法院",
    "Copyright © 2025 某某法院 All Rights Reserved", "您是第 12345 位访客", "网站地图 | 联系我们 | 关于我们",
    "备案号：00000000",
    "下一篇：没有了", "返回顶部",
  ])
  func `a line of a page's frame is left out wherever it stands`(line: String) {
    for text in ["谈用权\n好。\n\(line)\n坏。", "谈用权\n好。\n坏。\n\(line)", "\(line)\n谈用权\n好。\n坏。"] {
      let made = importSpeech(text: text, file: "a.txt")
      #expect(made.leftOut.map(\.text) == [line])
      #expect(made.leftOut.map(\.reason) == [.frame])
      #expect(made.record.hasSuffix("---\n\n好。\n\n坏。\n"))
    }
  }

  @Test func `an imprint is one only at the foot of a page`() {
    let imprint = ["主办单位：某某法院", "技术支持：某某公司", "地址：某路1号　邮编：000000", "联系电话：000"]
    let text = "谈用权\n好。\n" + imprint.joined(separator: "\n")
    #expect(importSpeech(text: text, file: "a.txt").leftOut == [])
    let made = importSpeech(text: text + "\n某ICP备0号", file: "a.txt")
    #expect(made.leftOut.map(\.text) == imprint + ["某ICP备0号"])
    #expect(made.record.hasSuffix("---\n\n好。\n"))
  }

  @Test(arguments: [
    "扫一扫二维码，即可参加答题。", "大中小学都要来。", "联系我们的人民。", "打印机要登记。", "首页", "关闭窗口期的漏洞。", "分享会下午开。", "收藏品一律上交。",
    "建议使用公文格式。",
  ])
  func `lines of the text that begin like that stay`(line: String) {
    #expect(importSpeech(text: "谈用权\n好。\n\(line)\n坏。", file: "a.txt").leftOut == [])
  }

  /// Twenty signs a line, as they stand on a page.
  private static let torn = """
    关于廉政风险排查情况的报告
    根据年度工作安排，我院对立案、审判岗位
    进行了排查。现将有关情况报告如下，请予
    审阅。
    一、基本情况
    全院共排查岗位42个，梳理风险点共计
    1,180个，其中高风险21个。排查中坚持自
    — 1 —

    己查、互相查、组织查相结合，不漏一个岗
    位。
    （一）案款管理有薄弱环节，个别案款超期
    未发放。已经督办。
    """

  @Test func `lines that a PDF tore are joined, and the pages' numbers left out`() {
    let made = importSpeech(text: ImportPageTests.torn, file: "a.txt")
    #expect(
      made.record.hasSuffix(
        """
        ---

        根据年度工作安排，我院对立案、审判岗位进行了排查。现将有关情况报告如下，请予审阅。

        ## 一、基本情况

        全院共排查岗位42个，梳理风险点共计1,180个，其中高风险21个。排查中坚持自己查、互相查、组织查相结合，不漏一个岗位。

        ### （一）案款管理有薄弱环节，个别案款超期未发放。

        已经督办。

        """))
    #expect(made.leftOut.map(\.text) == ["— 1 —"])
    #expect(made.guesses.contains(.linesJoined(2...13, count: 6)))
  }

  @Test func `where paragraphs are indented, a full line goes on though its sentence ends`() {
    let text = """
      　　根据年度工作安排，我院对立案岗位
      进行了排查，现将有关情况报告如下文。
      请审阅，如有不妥之处，请予以批评指正
      并退回。
      　　全院共排查岗位四十二个，梳理风险
      点一百一十八个。
      """
    #expect(
      importSpeech(text: "同志们：\n" + text, file: "a.txt").record.hasSuffix(
        """

        根据年度工作安排，我院对立案岗位进行了排查，现将有关情况报告如下文。请审阅，如有不妥之处，请予以批评指正并退回。

        全院共排查岗位四十二个，梳理风险点一百一十八个。

        """))
  }

  @Test(arguments: ["- 12 -", "—3—", "－ 3 －", "第1页", "第 1 页 共 3 页", "第1页/共3页"])
  func `the number of a page`(line: String) {
    let made = importSpeech(text: "同志们：\n好。\n\(line)\n坏。", file: "a.txt")
    #expect(made.leftOut == [.init(lines: 3...3, text: line, reason: .pageNumber)])
  }

  @Test func `numbers alone are those of pages where they go on`() {
    let made = importSpeech(text: "同志们：\n好。\n1\n坏。\n2\n完。", file: "a.txt")
    #expect(made.leftOut.map(\.lines) == [3...3, 5...5])
    #expect(importSpeech(text: "同志们：\n好。\n7\n坏。\n2\n完。", file: "a.txt").leftOut == [])
  }

  @Test func `a paragraph that ends in the midst of a sentence is told`() {
    let made = importSpeech(text: "同志们：\n一要学，\n二要做。", file: "a.txt")
    #expect(made.guesses.contains(.lineTorn(line: 2)))
  }

  @Test func `what nobody sees is taken out and counted, and a soft break breaks`() {
    let made = importSpeech(text: "同志们：\n甲\u{AD}乙\u{200B}丙\u{B}丁\u{2028}戊\u{A0}己。", file: "a.txt")
    #expect(made.record.hasSuffix("\n\n甲乙丙\n\n丁\n\n戊 己。\n"))
    #expect(made.guesses.contains(.invisible(2)))
  }
}
