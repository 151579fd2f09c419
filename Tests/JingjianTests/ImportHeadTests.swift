import Testing

@testable import Jingjian

/// The head: what stands above the text becomes the front matter.
struct ImportHeadTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let title: String
    let day: String?
    let kind: String
    var testDescription: String { text }

    init(_ text: String, _ title: String, _ day: String?, _ kind: String) {
      self.text = text
      self.title = title
      self.day = day
      self.kind = kind
    }
  }

  /// The lines between the dashes that are no comments.
  private func head(_ text: String) -> [String] {
    importSpeech(text: text, file: "来件.txt").record.split(separator: "\n").map(String.init)
      .dropFirst().prefix { $0 != "---" }.filter { !$0.hasPrefix("#") }
  }

  @Test(arguments: [
    Case("关于整治酒驾的通报\n各部门:\n如下。", "关于整治酒驾的通报", nil, "通报"),
    Case("关于用印的意见(试行)\n请照办。", "关于用印的意见（试行）", nil, "意见"),
    Case("在青年座谈会上的发言稿\n（2024年2月29日）\n各位同事：\n好。", "在青年座谈会上的发言稿", "2024-02-29", "讲话"),
    Case("家风漫谈\n2024.3.8\n一、开头\n好。", "家风漫谈", "2024-03-08", "文件"),
    Case("家风漫谈\n二〇二四年十月二十三日\n好。", "家风漫谈", "2024-10-23", "文件"),
    Case("家风漫谈\n二O二四年十月三十一日\n好。", "家风漫谈", "2024-10-31", "文件"),
    Case("家风漫谈\n二○二四年十二月一日\n好。", "家风漫谈", "2024-12-01", "文件"),
    Case("家风漫谈\n２０２４年５月６日\n好。", "家风漫谈", "2024-05-06", "文件"),
    Case("家风漫谈\n2024年13月6日\n好。", "家风漫谈", nil, "文件"),
    Case("标题:谈用权\n时间:2024-06-01\n好。", "谈用权", "2024-06-01", "文件"),
    Case("在全院党风廉政建设\n工作会议上的讲话\n同志们:\n好。", "在全院党风廉政建设工作会议上的讲话", nil, "讲话"),
    Case("警钟长鸣\n\n——在新任法官会上的讲话\n\n好。", "警钟长鸣——在新任法官会上的讲话", nil, "讲话"),
    Case("秘密★1年\n关于值班的通知\n好。", "关于值班的通知", nil, "通知"),
    Case("警钟长鸣\n关于三起\n案件的通报\n好。", "警钟长鸣关于三起案件的通报", nil, "通报"),
    Case("关于办案的报告\n——以执行为例\n好。", "关于办案的报告——以执行为例", nil, "报告"),
    Case("关于值班的通知\n照办。\n临江法院　二〇二三年七月一日\n抄送：甲。\n乙印", "关于值班的通知", "2023-07-01", "通知"),
    Case("关于值班的通知\n照此办理。\n临江法院\n2023年7月1日", "关于值班的通知", "2023-07-01", "通知"),
    Case("各位领导、同志们：\n我们在这里举行案件质量讲评会。好。", "在案件质量讲评会上的讲话", nil, "讲话"),
    Case("同志们：\n昨天省里召开了工作会议。好。", "来件", nil, "文件"),
    Case("他说\"好\"\\坏\n好。", "他说\\\"好\\\"\\\\坏", nil, "文件"),
  ])
  func `title, date and kind`(it: Case) {
    let day = it.day.map { ["日期: \($0)"] } ?? []
    #expect(head(it.text) == ["标题: \"\(it.title)\""] + day + ["类型: \(it.kind)"])
  }

  @Test func `labels become fields, and only what the text says`() {
    let text = "谈用权\n来源:院内简报  作者:研究室  点击:35\n发布日期:2024年1月2日\n好。"
    #expect(
      head(text) == [
        "标题: \"谈用权\"", "日期: 2024-01-02", "类型: 文件", "作者: \"研究室\"", "来源: \"院内简报\"",
      ])
    let made = importSpeech(text: text, file: "a.txt")
    #expect(made.leftOut.map(\.reason) == [.labels, .labels])
  }

  @Test(arguments: [
    "临法发〔2025〕5号", "临法发[2025]5号", "临法发［2025］第5号", "（2025）临政字第5号", "临法办【２０２５】12号", "〔2025〕5号",
  ])
  func `a number above the title or below it is a field`(number: String) {
    for text in [
      "临江法院文件\n\n\(number)　　签发人：某某\n\n关于值班的通知\n好。", "关于值班的通知\n（\(number)）\n好。",
      "\(number)\n关于值班的通知\n好。",
    ] {
      let fields = head(text)
      #expect(fields.first == "标题: \"关于值班的通知\"")
      #expect(fields.last == "发文字号: \"\(number)\"")
    }
  }

  @Test func `what else stands above the title is listed, and names who issued the paper`() {
    let text = "000012\n特急\n临江法院文件\n临法〔2025〕5号　签发人：某某\n关于值班的请示报告\n好。"
    let made = importSpeech(text: text, file: "a.txt")
    #expect(
      made.leftOut.map { "\($0.lines.lowerBound) \($0.reason) \($0.text)" } == [
        "1 delivery 000012", "2 delivery 特急", "3 letterhead 临江法院文件", "4 number 临法〔2025〕5号",
        "4 delivery 签发人：某某",
      ])
    #expect(
      head(text) == [
        "标题: \"关于值班的请示报告\"", "类型: 报告", "作者: \"临江法院\"", "发文字号: \"临法〔2025〕5号\"",
      ])
  }

  @Test func `a mark of secrecy is told and kept`() {
    let made = importSpeech(text: "机密★1年\n关于值班的通知\n好。", file: "a.txt")
    #expect(made.guesses == [.secret(line: 1), .dateMissing])
    #expect(made.record.hasSuffix("---\n\n机密★1年\n\n好。\n"))
  }

  @Test func `the day of the signature is better than that of the page`() {
    let text = "关于值班的通知\n发布时间：2024-06-09\n照办。\n临江法院\n2024年5月7日"
    let made = importSpeech(text: text, file: "a.txt")
    #expect(made.stem == "2024-05-07-关于值班的通知")
    #expect(made.guesses == [.dateOfSignature(line: 5)])
  }

  @Test(arguments: ["2024-01-02 09:30  来源:院内简报 | 作者:研究室", "来源：院内简报｜作者：研究室｜发布时间：2024年1月2日"])
  func `a day before the labels, and bars between them`(labels: String) {
    #expect(
      head("谈用权\n\(labels)\n好。") == [
        "标题: \"谈用权\"", "日期: 2024-01-02", "类型: 文件", "作者: \"研究室\"", "来源: \"院内简报\"",
      ])
  }

  @Test func `the day under the title is better than that of the page`() {
    let text = "谈用权\n发表时间:2024-06-09\n（2024年5月7日）\n好。"
    let made = importSpeech(text: text, file: "a.txt")
    #expect(made.stem == "2024-05-07-谈用权")
    #expect(made.guesses == [.kindUnknown])
    #expect(made.leftOut.map(\.reason) == [.labels, .dateline])
  }

  @Test(arguments: [
    ("谈“权”与·利（二）", "谈权与利二"), ("Index", "导入-Index"), ("index", "导入-index"),
    ("statistics", "导入-statistics"), ("NUL", "导入-NUL"), ("……", "导入-"),
    ("\u{3164}Ⓐ甲", "甲"),
    (String(repeating: "长", count: 70), String(repeating: "长", count: 48)),
    (String(repeating: "𠮷", count: 70), String(repeating: "𠮷", count: 47)),
  ])
  func `an id holds what a file name may`(title: String, stem: String) {
    #expect(importSpeech(text: "标题:\(title)\n好。", file: "a.txt").stem == stem)
  }

  @Test func `a name of a file is told without its folders and lines`() {
    let record = importSpeech(text: "好。", file: "C:\\资料\\a\n---\n.txt").record
    #expect(record.hasPrefix("---\n# 由 jingjian import 从 a---.txt 转成"))
  }

  @Test(arguments: [
    ("当前位置：首页 > 机关 > 正文", Imported.Reason.path), ("首页>机关>正文", .path),
    ("http://www.example.com/a/1.html", .site), ("某某范文网", .site), ("某某网 www.example.cn", .site),
    ("上一篇：谈学习", .frame), ("正式会员可下载", .advertisement),
    ("版权所有 某某公司", .frame),
  ])
  func `lines of a page around the text`(line: String, reason: Imported.Reason) {
    let made = importSpeech(text: "谈用权\n好。\n\(line)", file: "a.txt")
    #expect(made.leftOut == [.init(lines: 3...3, text: line, reason: reason)])
    #expect(made.record.hasSuffix("---\n\n好。\n"))
  }

  @Test(arguments: [
    "请登录中国裁判文书网(http://example.com)查询，逐案核对。", "当前位置不明的物品，一律登记。", "联系邮箱：lianjie@example.cn",
    "会员单位要带头。", "详见 www.example.cn", "时间：下午三点",
  ])
  func `lines of the text that mention such things`(line: String) {
    #expect(importSpeech(text: "谈用权\n好。\n\(line)", file: "a.txt").leftOut == [])
  }
}
