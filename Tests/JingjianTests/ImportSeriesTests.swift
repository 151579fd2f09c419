import Testing

@testable import Jingjian

/// Series: numbered lines are judged with their siblings.
struct ImportSeriesTests {
  private func body(_ text: String) -> String {
    let record = importSpeech(text: "同志们：\n" + text, file: "a.txt").record
    return String(record[(record.firstRange(of: "同志们：\n\n")?.upperBound ?? record.endIndex)...])
  }

  @Test func `of an enumeration no line is a heading, and no stop is lost`() {
    for lines in [
      ["一、怕；", "二、拖；", "三、推。"], ["（一）怕，", "（二）拖，", "（三）推。"], ["一、怕", "二、拖", "三、推"],
      ["一、怕。", "二、拖。", "三、推。"], ["（一）用车。公车私用；", "（二）接待。超标接待；", "（三）其他。"],
      ["①怕；", "②拖；", "③推。"], ["（1）怕；", "（2）拖；", "（3）推。"],
    ] {
      let text = lines.joined(separator: "\n")
      #expect(
        body("三个字：\n\(text)\n都要不得。") == (["三个字："] + lines + ["都要不得。\n"]).joined(separator: "\n\n"))
    }
  }

  @Test func `of a series all lines are headings that have something below`() {
    #expect(
      body("一、怕。\n怕什么？\n二、拖\n三、推。推给谁？\n好。")
        == "## 一、怕。\n\n怕什么？\n\n## 二、拖\n\n## 三、推。\n\n推给谁？\n\n好。\n")
  }

  @Test func `one line that can be no heading makes its siblings paragraphs`() {
    let long = "（二）" + String(repeating: "拖", count: 90) + "。"
    #expect(body("（一）怕\n好。\n\(long)\n好。\n（三）推\n好。").contains("#") == false)
  }

  @Test func `an enumeration below a heading does not end the series of headings`() {
    #expect(
      body("一、字\n三个字：\n一、怕；\n二、拖；\n三、推。\n二、词\n两个词：\n一、害怕；\n二、拖延。\n三、句\n好。")
        == """
        ## 一、字

        三个字：

        一、怕；

        二、拖；

        三、推。

        ## 二、词

        两个词：

        一、害怕；

        二、拖延。

        ## 三、句

        好。

        """)
  }

  @Test func `levels are mixed as papers mix them`() {
    #expect(
      body("一、总\n（一）分\n1.点\n甲。\n2.点\n（1）细；\n（2）末。\n（二）合\n乙。\n二、结\n丙。")
        == """
        ## 一、总

        ### （一）分

        #### 1.点

        甲。

        #### 2.点

        （1）细；

        （2）末。

        ### （二）合

        乙。

        ## 二、结

        丙。

        """)
  }

  @Test func `chapters are headings, articles begin paragraphs, and their items are none`() {
    #expect(
      body("第一章　总则\n第一条　为了规范。\n第二条　包括：\n（一）甲\n（二）乙\n第二章　附则\n第三条　施行。\n第一章讲了总则。")
        == """
        ## 第一章　总则

        **第一条**　为了规范。

        **第二条**　包括：

        （一）甲

        （二）乙

        ## 第二章　附则

        **第三条**　施行。

        第一章讲了总则。

        """)
  }

  @Test(arguments: ["附件：1.甲\n2.乙", "附件：\n1.甲\n2.乙", "附件:1．甲\n　　　2．乙", "附件：1、甲\n2、乙"])
  func `what is attached is a list, and the signature follows`(text: String) {
    #expect(
      body("照办。\n\(text)\n临江法院\n2025年5月6日")
        == "照办。\n\n附件：\n\n1. 甲\n2. 乙\n\n临江法院\n\n2025年5月6日\n")
  }

  @Test func `one attachment is a list too, and its own text begins with a heading`() {
    #expect(
      body("附件：1.甲\n临江法院\n附件1\n关于甲\n1.点\n好。")
        == "附件：\n\n1. 甲\n\n临江法院\n\n## 附件1\n\n关于甲\n\n#### 1.点\n\n好。\n")
  }

  @Test func `lines of a list are one, whose other marks are told`() {
    let made = importSpeech(text: "同志们：\n要：\n1、查账；\n2、查票。\n1.查车；\n2.查房。", file: "a.txt")
    #expect(made.record.hasSuffix("要：\n\n1. 查账；\n2. 查票。\n\n1.查车；\n\n2.查房。\n"))
    #expect(made.guesses.contains(.listMarks(3...4)))
  }
}
