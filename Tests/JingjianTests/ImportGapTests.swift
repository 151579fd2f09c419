import Testing

@testable import Jingjian

/// A line of a source, and the paragraph that it becomes.
struct SpeechLine: Sendable, CustomTestStringConvertible {
  let source: String
  let paragraph: String
  var testDescription: String { source }

  init(_ source: String, _ paragraph: String) {
    self.source = source
    self.paragraph = paragraph
  }

  /// What a line becomes in the midst of a speech.
  static func imported(_ line: String) -> String {
    let made = importSpeech(text: "同志们：\n开场。\n\(line)\n结尾。", file: "a.txt")
    let body = made.record.components("\n\n开场。\n\n").last ?? ""
    return body.components("\n\n结尾。\n").first ?? ""
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

/// Gaps: where a figure or a name was removed, and where it only looks so.
struct ImportGapTests {
  @Test(arguments: [
    SpeechLine("答复慢的占**%,差的占**%。", #"答复慢的占〔待补：百分比，原文为“\*\*%”〕，差的占〔待补：百分比，原文为“\*\*%”〕。"#),
    SpeechLine("合格率在＊＊％以上", "合格率在〔待补：百分比，原文为“＊＊％”〕以上"),
    SpeechLine("同比下降1*.*%。", #"同比下降〔待补：百分比，原文为“1\*.\*%”〕。"#),
    SpeechLine("走访群众达**户。", #"走访群众达〔待补：数字，原文为“\*\*”〕户。"#),
    SpeechLine("20**年以来", #"〔待补：数字，原文为“20\*\*”〕年以来"#),
    SpeechLine("**月**日,", #"〔待补：数字，原文为“\*\*”〕月〔待补：数字，原文为“\*\*”〕日，"#),
    SpeechLine("处理**人,其中**余名干部", #"处理〔待补：数字，原文为“\*\*”〕人，其中〔待补：数字，原文为“\*\*”〕余名干部"#),
    SpeechLine("×件来信", "〔待补：数字，原文为“×”〕件来信"),
  ])
  func `a masked figure`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    SpeechLine("**中级人民法院", #"〔待补：名称，原文为“\*\*”〕中级人民法院"#),
    SpeechLine("**人民法院的经验", #"〔待补：名称，原文为“\*\*”〕人民法院的经验"#),
    SpeechLine("请***同志谈", #"请〔待补：姓名，原文为“\*\*\*”〕同志谈"#),
    SpeechLine("以_同志为榜样", #"以〔待补：姓名，原文为“\_”〕同志为榜样"#),
    SpeechLine("学习_精神", #"学习〔待补：字词，原文为“\_”〕精神"#),
    SpeechLine("在xx市,", "在〔待补：名称，原文为“xx”〕市，"),
    SpeechLine("XX市和××县", "〔待补：名称，原文为“XX”〕市和〔待补：名称，原文为“××”〕县"),
    SpeechLine("例如,中级人民法院某干部泄密。", "例如，〔待补：名称〕中级人民法院某干部泄密。"),
    SpeechLine("比如,人民法院在审理一件旧案时", "比如，〔待补：名称〕人民法院在审理一件旧案时"),
  ])
  func `a masked name`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    SpeechLine("收到的来信达件,", "收到的来信达〔待补：数字〕件，"),
    SpeechLine("自治区从严查处赌博案件起,", "自治区从严查处赌博案件〔待补：数字〕起，"),
    SpeechLine("文书送达案件达件,", "文书送达案件达〔待补：数字〕件，"),
    SpeechLine("同类案件达起。", "同类案件达〔待补：数字〕起。"),
    SpeechLine("听课达余人次,", "听课达〔待补：数字〕余人次，"),
    SpeechLine("退还红包共计元。", "退还红包共计〔待补：数字〕元。"),
    SpeechLine("去年查处这类问题起,约谈干部人;", "去年查处这类问题〔待补：数字〕起，约谈干部〔待补：数字〕人；"),
    SpeechLine("举办青年学习班期。", "举办青年学习班〔待补：数字〕期。"),
    SpeechLine("轮训党员余人次,", "轮训党员〔待补：数字〕余人次，"),
    SpeechLine("开展家访活动次、闭卷考试次", "开展家访活动〔待补：数字〕次、闭卷考试〔待补：数字〕次"),
    SpeechLine("全年收到举报件,查实的件。", "全年收到举报〔待补：数字〕件，查实的〔待补：数字〕件。"),
    SpeechLine("排查漏洞个,出台制度项", "排查漏洞〔待补：数字〕个，出台制度〔待补：数字〕项"),
    SpeechLine("满意度提高个百分点,", "满意度提高〔待补：数字〕个百分点，"),
    SpeechLine("办结率为%以上", "办结率为〔待补：百分比，原文为“%”〕以上"),
  ])
  func `a number that left nothing`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    SpeechLine("有关yq的传言", "有关〔待补：字词，原文为“yq”〕的传言"),
    SpeechLine("办理bao案手续", "办理〔待补：字词，原文为“bao”〕案手续"),
    SpeechLine("当事人张\u{FFFD}\u{FFFD}明", "当事人张〔待补：字词，原文无法显示〕明"),
    SpeechLine("所用\u{E000}字", "所用〔待补：字词，原文无法显示〕字"),
  ])
  func `a word that was replaced`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  /// These are whole: a mark in them would only waste the time of who checks it.
  @Test(arguments: [
    "受理案件达15件，占比达98.6%，约谈近百人。", "督查12次，整改问题9个，退还礼金共计300元。", "发现一起、查处一起，受贿行贿一起查。",
    "从身边小问题起，从干部做起。", "收到的举报件，逐一登记；对接到的信访件，及时转办。", "信访件、举报件都要登记。",
    "统计参训干警人次，公布学习场次。", "文书送达件，附件，重大事件。", "身边的廉政达人，普通达标户。", "其余人，剩余件，业余人员。",
    "许多人，更多次，干警多人次违规。", "考试场，演练场，文书送达件，经整改问题起了变化。", "从整改群众反映的问题起，逐步推开。", "案件超期，审限逾期，近期，长期。",
    "被告人，当事人，领导人，代表人。", "层次，名次，其次，再次。",
    "公开栏每月一期，简报第三期，培训班两期。", "数百余人，二十余次，十多个。", "群众满意度提高三个百分点。", "年平均3*4小时，型号X5，面积3×4米。",
    "被告人王×，X光检查。", "使用app办案，下载pdf文件，在qq群、ktv消费。", "文件名a_b，AI技术，K歌。",
    "例如，基层人民法院普遍人少案多。", "中级人民法院在审理上诉案件时", "部门人员名单，每名干警人手一册。", "一项制度，一个问题，若干问题。",
    "“%”读作百分之，五十%。", "活动次数，会议次序，问题件数。",
  ])
  func `what only looks like a gap stays as it is`(line: String) {
    let made = importSpeech(text: "同志们：\n\(line)\n结尾。", file: "a.txt")
    #expect(made.marked == [])
  }

  @Test func `an unfilled name in the title is told beside it`() {
    let made = importSpeech(text: "**区法院廉政工作总结\n\n今年平稳。", file: "a.txt")
    #expect(made.record.contains("# 标题里有被隐去的字，请补全\n标题: \"**区法院廉政工作总结\"\n"))
    #expect(made.guesses == [.titleIncomplete, .dateMissing])
    #expect(made.marked == [])
  }
}

/// Cuts: notes that a passage is missing.
struct ImportCutTests {
  @Test(arguments: [
    SpeechLine("前半句……(省略1,200字)……后半句", "前半句\n\n〔待补：此处缺约1200字〕\n\n后半句"),
    SpeechLine("前半句（此处省略）后半句", "前半句\n\n〔待补：此处缺一段〕\n\n后半句"),
    SpeechLine("甲【某站省略约50字】乙...(省略8字)...丙", "甲\n\n〔待补：此处缺约50字〕\n\n乙\n\n〔待补：此处缺约8字〕\n\n丙"),
    SpeechLine("说到这里(未完待续)", "说到这里\n\n〔待补：原文未完〕"),
    SpeechLine("说到这里……(未完,全文共99字)", "说到这里\n\n〔待补：原文未完，全文共99字〕"),
    // No cuts.
    SpeechLine("不得（擅自）省略5个字", "不得（擅自）省略5个字"),
    SpeechLine("任务（未完成的）照旧", "任务（未完成的）照旧"),
    SpeechLine("名单（略），步骤（省略号后）", "名单（略），步骤（省略号后）"),
  ])
  func `the ends of a cut are never joined`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test func `a heading that only the contents have is told when no cut explains it`() {
    let made = importSpeech(
      text: "谈作风\n目录：\n一、学\n二、做\n一、学\n学要深。\n结束。", file: "a.txt")
    #expect(made.guesses.contains(.headingMissing(line: 4, text: "二、做")))
    #expect(made.leftOut.map(\.lines) == [2...4])
  }

  @Test func `headings without a contents stay in the text`() {
    let text = "谈作风\n目录：\n一、学\n二、做\n学要深。"
    let made = importSpeech(text: text, file: "a.txt")
    #expect(made.leftOut == [])
    #expect(made.record.hasSuffix("\n目录：\n\n一、学\n\n二、做\n\n学要深。\n"))
  }

  @Test func `page numbers of a contents are no part of its headings`() {
    let text = "谈作风\n目 录\n一、学……1\n二、做 12\n……\n一、学\n甲（省略5字）乙"
    let made = importSpeech(text: text, file: "a.txt")
    #expect(made.record.contains("\n\n## 二、做\n\n"))
  }
}
