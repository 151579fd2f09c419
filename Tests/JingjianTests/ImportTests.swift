import Testing

@testable import Jingjian

/// Whole documents: what `import` makes of the two shapes in which speeches arrive.
struct ImportTests {
  @Test func `a speech without a title takes it from the meeting`() {
    let speech = """
      同志们:
      今天,我们召开临江法院廉政工作会议暨家风建设推进会,任务是回顾去年工作。下面,我讲两点意见。
      一、看清成绩,也看清不足
      去年受理群众来信36件,办结率从90.5%升至97%。
      (一)责任更实。院领导带头讲课4次(含线上1次)。
      1.公开承诺。各庭室在大厅公示承诺书。
      仍有三个不足:一是少数人员学习不深;二是个别窗口态度生硬;三是回访不勤。
      二、盯住重点
      一是管好“八小时外”。家访每季度一轮。二是管好印章。用印一律登记。
      谢谢大家!
      """
    let made = importSpeech(text: speech, file: "/tmp/某处/讲话稿.txt")
    #expect(
      made.record == """
        ---
        # 由 jingjian import 从 讲话稿.txt 转成，请核对全文，并填好每一处待补
        # 原文没有标题，此标题据文中所说的会议拟出，请核对
        标题: "在临江法院廉政工作会议暨家风建设推进会上的讲话"
        # 日期: 原文没有写明，请查明后填写，写法如 2025-05-27
        类型: 讲话
        ---

        同志们：

        今天，我们召开临江法院廉政工作会议暨家风建设推进会，任务是回顾去年工作。下面，我讲两点意见。

        ## 一、看清成绩，也看清不足

        去年受理群众来信36件，办结率从90.5%升至97%。

        ### （一）责任更实。

        院领导带头讲课4次（含线上1次）。

        #### 1.公开承诺。

        各庭室在大厅公示承诺书。

        仍有三个不足：**一是**少数人员学习不深；**二是**个别窗口态度生硬；**三是**回访不勤。

        ## 二、盯住重点

        **一是管好“八小时外”**。家访每季度一轮。**二是管好印章**。用印一律登记。

        谢谢大家！

        """)
    #expect(made.stem == "在临江法院廉政工作会议暨家风建设推进会上的讲话")
    #expect(made.salutation == 1)
    #expect(made.close == 10)
    #expect(made.leftOut == [])
    #expect(made.marked == [])
    #expect(made.guesses == [.titleFromMeeting(line: 2), .dateMissing])
  }

  /// A page of a web site, with its contents, a cut in which two headings went, and no end.
  private static let page = """
    您的位置:某某范文>>机关/法院/>>正文

    在临江法院作风整顿会上的讲话

    发表时间:2024/3/8 9:05:00
    目录/提纲:……
    一、为什么整顿
    二、整顿什么
    (一)散漫
    (二)推诿
    三、怎样整顿
    (一)自查
    ……
    在临江法院作风整顿会上的讲话

    同志们:

    刚才,**区人民法院作了发言。

    一、为什么整顿

    去年接到的投诉里,答复慢的占**%,态度差的占**%,
    ……(某某范文网http://www.example.com省略860字,正式会员可完整阅读)……
    一走了之。

    (二)推诿

    一是互相等靠。查处此类问题起,处分干警人。

    三、怎样整顿

    请大家谈 ……(未完,全文共3000字,当前仅显示900字,请阅读下面提示信息。收藏《在临江法院
    """

  @Test func `a page of a web site loses its frame and keeps its gaps`() {
    let made = importSpeech(text: ImportTests.page, file: "a.txt")
    #expect(
      made.record == #"""
        ---
        # 由 jingjian import 从 a.txt 转成，请核对全文，并填好每一处待补
        标题: "在临江法院作风整顿会上的讲话"
        # 这是网页的发表日期，未必是讲话当天，请核对
        日期: 2024-03-08
        类型: 讲话
        ---

        同志们：

        刚才，〔待补：名称，原文为“\*\*”〕区人民法院作了发言。

        ## 一、为什么整顿

        去年接到的投诉里，答复慢的占〔待补：百分比，原文为“\*\*%”〕，态度差的占〔待补：百分比，原文为“\*\*%”〕，

        〔待补：此处缺约860字，以下2个标题据原文目录补出〕

        ## 二、整顿什么

        ### （一）散漫

        〔待补：以上标题之下缺文，后接下段〕

        一走了之。

        ### （二）推诿

        **一是互相等靠**。查处此类问题〔待补：数字〕起，处分干警〔待补：数字〕人。

        ## 三、怎样整顿

        请大家谈

        〔待补：原文未完，全文共3000字，仅见900字，以下1个标题据原文目录补出〕

        ### （一）自查

        """#)
    #expect(made.stem == "2024-03-08-在临江法院作风整顿会上的讲话")
    #expect(made.salutation == 16)
    #expect(made.close == nil)
    #expect(made.guesses == [.dateOfPublication(line: 5)])
  }

  @Test func `what is left out of the record is listed by its lines`() {
    let made = importSpeech(text: ImportTests.page, file: "a.txt")
    let contents = """
      目录/提纲:……
      一、为什么整顿
      二、整顿什么
      (一)散漫
      (二)推诿
      三、怎样整顿
      (一)自查
      ……
      """
    let cut = "……(某某范文网http://www.example.com省略860字,正式会员可完整阅读)……"
    let end = "……(未完,全文共3000字,当前仅显示900字,请阅读下面提示信息。收藏《在临江法院"
    #expect(
      made.leftOut == [
        .init(lines: 1...1, text: "您的位置:某某范文>>机关/法院/>>正文", reason: .path),
        .init(lines: 5...5, text: "发表时间:2024/3/8 9:05:00", reason: .labels),
        .init(lines: 6...13, text: contents, reason: .contents),
        .init(lines: 14...14, text: "在临江法院作风整顿会上的讲话", reason: .repeatedTitle),
        .init(lines: 23...23, text: cut, reason: .omission),
        .init(lines: 32...32, text: end, reason: .unfinished),
      ])
  }

  @Test func `each placeholder is listed with its lines in the source and in the record`() {
    let made = importSpeech(text: ImportTests.page, file: "a.txt")
    let record = made.record.split(separator: "\n", omittingEmptySubsequences: false)
    let listed = made.marked.map { "\($0.line) \($0.found) \(record[$0.recordLine - 1].prefix(9))" }
    #expect(
      listed == [
        "18 ** 刚才，〔待补：名称", "22 **% 去年接到的投诉里，", "22 **% 去年接到的投诉里，",
        "23 ……(某某范文网http://www.example.com省略860字,正式会员可完整阅读)…… 〔待补：此处缺约8",
        "23 ……(某某范文网http://www.example.com省略860字,正式会员可完整阅读)…… 〔待补：以上标题之",
        "28 查处此类问题起 **一是互相等靠*", "28 处分干警人 **一是互相等靠*",
        "32 ……(未完,全文共3000字,当前仅显示900字,请阅读下面提示信息。收藏《在临江法院 〔待补：原文未完，",
      ])
    #expect(
      made.marked.map(\.gap) == [
        .name, .percentage, .percentage, .passage(characters: 860, headings: 2), .passageEnd,
        .number, .number, .rest(total: 3000, shown: 900, headings: 1),
      ])
  }

  @Test(arguments: ["", "\n \r\n\t\n", "\u{FEFF}"])
  func `of nothing comes a record that says so`(text: String) {
    let made = importSpeech(text: text, file: "空白.txt")
    #expect(
      made.record == """
        ---
        # 由 jingjian import 从 空白.txt 转成，请核对全文，并填好每一处待补
        # 原文没有标题，暂用文件名，请改正
        标题: "空白"
        # 日期: 原文没有写明，请查明后填写，写法如 2025-05-27
        # 标题没有写明类型，请核对
        类型: 文件
        ---

        〔待补：正文〕

        """)
    #expect(made.stem == "空白")
    #expect(made.marked == [.init(line: 1, found: "", gap: .everything, recordLine: 10)])
    #expect(made.guesses == [.titleFromFile, .dateMissing, .kindUnknown])
  }

  @Test func `the ends of lines make no difference`() {
    let lines = ImportTests.page
    let made = importSpeech(text: lines, file: "a.txt")
    let windows = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(importSpeech(text: windows, file: "a.txt") == made)
    let old = lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r")
    #expect(importSpeech(text: old, file: "a.txt") == made)
    #expect(importSpeech(text: "\u{FEFF}" + lines + "\n\n", file: "a.txt") == made)
  }
}
