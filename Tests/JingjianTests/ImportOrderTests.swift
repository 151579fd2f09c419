import Testing

@testable import Jingjian

/// No text is lost: each Chinese character of the source is in the record, in its order, or among what
/// was left out.
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
      "**中级人民法院", "——", "\u{FFFD}", "例如，", "余人次", "\n", "\n", "\n\n",
    ]
    return (0..<60).map { _ in parts[next(parts.count)] }.joined()
  }

  private static func isHan(_ sign: Unicode.Scalar) -> Bool {
    ("\u{4E00}"..."\u{9FFF}").contains(sign)
  }

  /// What the speech still has when the pieces that were left out are taken from their lines.
  private static func rest(of text: String, without leftOut: [Imported.LeftOut]) -> Signs {
    var lines = Signs(text).split(separator: "\n", omittingEmptySubsequences: false)
    var rest: Signs = []
    for piece in leftOut {
      var numbers = piece.lines.makeIterator()
      for part in piece.text.split(separator: "\n") {
        // Blank lines within the piece are passed over.
        while let line = numbers.next() {
          guard let range = lines[line - 1].firstRange(of: Signs(String(part))) else { continue }
          lines[line - 1].removeSubrange(range)
          break
        }
      }
    }
    for line in lines { rest += line.filter(isHan) }
    return rest
  }

  @Test(arguments: 1...400)
  func `each character is in the record, in its order`(number: UInt64) {
    // Below a salutation there is no title any more, which the record would hold before all else.
    let text = "同志们：\n" + ImportOrderTests.speech(number)
    let made = importSpeech(text: text, file: "a.txt")
    let body = Signs(made.record)
    var record = body.filter(ImportOrderTests.isHan)[...]
    for sign in ImportOrderTests.rest(of: text, without: made.leftOut) {
      guard let place = record.firstIndex(of: sign) else {
        Issue.record("\(sign) is lost\n\(text)\n\(made.record)")
        return
      }
      record = record[(place + 1)...]
    }
  }

  @Test(arguments: 401...800)
  func `a title and its labels are kept too`(number: UInt64) {
    let text = ImportOrderTests.speech(number)
    let made = importSpeech(text: text, file: "a.txt")
    var counts: [Unicode.Scalar: Int] = [:]
    for sign in ImportOrderTests.rest(of: text, without: made.leftOut) {
      counts[sign, default: 0] += 1
    }
    for sign in made.record.unicodeScalars { counts[sign, default: 0] -= 1 }
    #expect(counts.filter { $0.value > 0 }.isEmpty, "\(text)\n\(made.record)")
  }
}
