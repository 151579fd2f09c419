import Testing

@testable import Jingjian

/// No text is lost: each sign of the source that is not blank is in the record, in its order, or among
/// what was left out.
struct ImportOrderTests {
  /// Parts of speeches, put together by chance; the same for the same number.
  private static func speech(_ number: UInt64) -> String {
    var state = number &* 6_364_136_223_846_793_005 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let parts = [
      "一、", "(二)", "3.", "同志们:", "谢谢大家!", "一是", "二要", "勤学", "慎行,", "查处此类问题起,", "达件", "占**%。", "_同志",
      "……(省略9字)……", "(未完)", "(未完,全文共9字", "目录", "……", "您的位置:首页", "发表时间:2024-01-02", "来源:简报",
      "关于值班的通知",
      "2024年5月6日", "http://www.example.com", "我们召开案件讲评会,", "*", "#", "“", "”", "（", ")", "。", "；",
      " ", "xx", "an",
      "①", "（1）", "1、", "2.", "附件：", "附件2", "第一条　", "第二章　", "抄送：甲", "临法发〔2025〕5号", "责任编辑：甲",
      "【打印本页】",
      "主办单位：乙", "某ICP备1号", "- 1 -", "第2页", "，", "、", "\u{3000}\u{3000}", "\t", "\r\n", "\u{B}",
      "\u{A0}", "\u{AD}",
      "签发人：甲", "秘密", "这一行有二十个字的样子不多不少正好写满了\n", "这一行也有二十个字样子不多不少又正好写满\n",
      "还有一行二十个字的样子没有写完还要接下去\n", "：：：", "临江法院文件\n", "——",
      "**中级人民法院", "——", "\u{FFFD}", "例如，", "余人次", "\n", "\n", "\n\n",
    ]
    return (0..<60).map { _ in parts[next(parts.count)] }.joined()
  }

  @Test(arguments: 1...400)
  func `each character is in the record, in its order`(number: UInt64) {
    // Below a salutation there is no title any more, which the record would hold before all else.
    let text = "同志们：\n" + ImportOrderTests.speech(number)
    let made = importSpeech(text: text, file: "a.txt")
    let lost = ImportedSigns(of: text, without: made.leftOut).firstLost(in: made.record)
    #expect(lost == nil, "\(text)\n\(made.record)")
  }

  @Test(arguments: 401...800)
  func `a title and its labels are kept too`(number: UInt64) {
    let text = ImportOrderTests.speech(number)
    let made = importSpeech(text: text, file: "a.txt")
    let lost = ImportedSigns(of: text, without: made.leftOut).lost(in: made.record)
    #expect(lost.isEmpty, "\(text)\n\(made.record)")
  }

  @Test(arguments: 801...840)
  func `the record has no error, whatever comes`(number: UInt64) throws {
    var site = TestSite()
    for part in 0..<10 {
      let text = ImportOrderTests.speech(number * 10 + UInt64(part))
      site["content/documents/a\(part).md"] = importSpeech(text: text, file: "a.txt").record
    }
    let built = try site.build(output: false)
    #expect(!built.outcome.report.hasErrors, "\(built.printed())")
  }
}

/// The signs of a source that are not blank, as they are compared: in one width, and `1、` as `1.`.
struct ImportedSigns {
  /// What is to stand in the record, since it was not left out.
  private(set) var signs: Signs = []

  init(of text: String, without leftOut: [Imported.LeftOut]) {
    var placed: [(sign: Unicode.Scalar, line: Int)] = []
    var line = 1
    var after: Unicode.Scalar = "\n"
    for sign in text.unicodeScalars {
      if sign == "\r" || (sign == "\n" && after != "\r") { line += 1 }
      if let sign = ImportedSigns.compared(sign) { placed.append((sign, line)) }
      after = sign
    }
    for piece in leftOut {
      let part = piece.text.unicodeScalars.compactMap(ImportedSigns.compared)
      let region = placed.indices.filter { piece.lines.contains(placed[$0].line) }
      let range = region.map { placed[$0].sign }.firstRange(of: part)
      #expect(range != nil, "\(piece) does not stand in the source")
      for place in region[range ?? 0..<0].reversed() { placed.remove(at: place) }
    }
    signs = placed.map(\.sign)
  }

  /// The first sign that the record does not have in its order.
  func firstLost(in record: String) -> String? {
    var rest = record.unicodeScalars.compactMap(ImportedSigns.compared)[...]
    for (place, sign) in signs.enumerated() {
      guard let found = rest.firstIndex(of: sign) else { return Signs(signs[place...]).string }
      rest = rest[(found + 1)...]
    }
    return nil
  }

  /// Signs that stand more often in the source than in the record.
  func lost(in record: String) -> [Unicode.Scalar] {
    var counts: [Unicode.Scalar: Int] = [:]
    for sign in signs { counts[sign, default: 0] += 1 }
    for sign in record.unicodeScalars.compactMap(ImportedSigns.compared) {
      counts[sign, default: 0] -= 1
    }
    return counts.filter { $0.value > 0 }.keys.sorted()
  }

  /// What cannot be shown is a placeholder in the record.
  private static func compared(_ sign: Unicode.Scalar) -> Unicode.Scalar? {
    if Sign.isSpace(sign) || Sign.isInvisible(sign) || Sign.isUnreadable(sign) { return nil }
    return sign == "、" ? "." : Sign.folded(sign)
  }
}
