import Testing

@testable import Jingjian

/// Decimals are exact and are printed as people read them.
struct DecimalTests {
  @Test(
    arguments: [
      ("12", "12.00", "12"), ("12.5", "12.50", "12.50"), ("-0.25", "-0.25", "-0.25"),
      ("0.1", "0.10", "0.10"), ("1234567.89", "1234567.89", "1,234,567.89"),
      ("412600", "412600.00", "412,600"), ("007", "7.00", "7"),
    ])
  func read(_ text: String, _ fixed: String, _ grouped: String) {
    #expect(Decimal(text)?.fixed == fixed)
    #expect(Decimal(text)?.grouped == grouped)
  }

  @Test(arguments: [
    "", ".", "1.", ".5", "1.234", "1,000", "一", "1e3", "--1", "+1", "9999999999999999",
  ])
  func refused(_ text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("a tenth added ten times is one")
  func exact() throws {
    let tenth = try #require(Decimal("0.1"))
    #expect((0..<10).reduce(Decimal(hundredths: 0)) { sum, _ in sum + tenth } == Decimal("1"))
  }
}
