import Testing

@testable import Jingjian

/// What can only mean one thing is read as that, what has two readings is asked about in the writer's own
/// words (docs/format.md, "One right answer").
struct WrittenTests {
  @Test(
    "a number is read in every form that can only mean it",
    arguments: [
      ("12000", "12000.00"), ("12,000", "12000.00"), ("１２，０００", "12000.00"),
      ("12,000元", "12000.00"),
      ("12 000 元", "12000.00"), ("12000.500", "12000.50"), ("-5", "-5.00"), ("－5", "-5.00"),
      ("−5.5", "-5.50"), ("1,200,000.25", "1200000.25"), ("12,00", nil), ("1,2", nil),
      ("1.2万元", nil),
      ("12000.555", nil), ("12000分", nil), ("", nil), ("元", nil), ("1..2", nil), ("1,0000", nil),
    ] as [(String, String?)])
  func number(_ text: String, _ expected: String?) {
    #expect(Decimal(written: text, units: ["元"])?.fixed == expected)
  }

  @Test(
    "a share and a percentage are told apart",
    arguments: [
      ("95%", "95"), ("95％", "95"), ("95.5", "95.5"), ("0.95%", "0.95"), ("0", "0"), ("0.95", nil),
      ("1", nil), ("1%", "1"), ("100", "100"), ("101", nil), ("-1%", nil),
    ] as [(String, String?)])
  func percent(_ text: String, _ expected: String?) {
    #expect(Decimal(percent: text)?.short == expected)
  }

  @Test(
    "a span is read with each of the marks that people put between its ends",
    arguments: [
      ("2019-03/2022-06", "2019-03/2022-06"), ("2019年3月至2022年6月", "2019-03/2022-06"),
      ("2019.3-2022.6", "2019-03/2022-06"), ("2019.3—2022.6", "2019-03/2022-06"),
      ("2019/3～2022/6", "2019-03/2022-06"), ("2019-2022", "2019/2022"), ("2019年", "2019"),
      ("2019/3", "2019-03"), ("2022-06/2019-03", nil), ("2019-03/", nil),
    ] as [(String, String?)])
  func span(_ text: String, _ expected: String?) {
    #expect(Occurred(text)?.text == expected)
  }

  @Test(
    "a period is read in every form that can only mean it",
    arguments: [
      ("2025-Q2", "2025-Q2"), ("2025q2", "2025-Q2"), ("2025年第二季度", "2025-Q2"),
      ("2025年2季度", "2025-Q2"),
      ("２０２５年", "2025"), ("2025/2", "2025-02"), ("2025-Q5", nil), ("第二季度", nil),
    ] as [(String, String?)])
  func period(_ text: String, _ expected: String?) {
    #expect(Period(text).map { "\($0)" } == expected)
  }

  @Test("nothing is proposed where two names are equally near, or where one says the contrary")
  func nearest() {
    func nearest(_ name: String, _ known: String...) -> String? {
      Suggestion.nearest(to: name, among: known)
    }
    #expect(nearest("民庭", "刑庭", "立案庭", "民事审判庭") == "民事审判庭")
    #expect(nearest("民庭", "刑庭", "行政庭") == nil)
    #expect(nearest("简称", "名称", "别名", "编号") == "别名")
    #expect(nearest("每季", "一次", "每月", "每季度", "每年") == "每季度")
    #expect(nearest("每天", "一次", "每月", "每年") == nil)
    #expect(nearest("院长", "分管副院长", "党组书记") == nil)
    #expect(nearest("刑厅", "立案庭", "刑庭") == "刑庭")
    #expect(nearest("titel", "title", "tags") == "title")
    #expect(nearest("data", "date", "dato") == nil)
  }
}
