/// A bank card's number: 16 to 19 digits (15 for American Express) that pass Luhn's check.
///
/// One number in ten passes it, so the first digit must be a card's – 3 to 6, or 9 but not 91 to 93 as in
/// a credit code –, its digits may not all be the same, and numbers in web addresses are none. Where
/// spaces or hyphens part it, it is parted as cards are: in groups of four, or behind the first six.
enum BankCard: PersonalCheck {
  static let code = "bank-card"

  static func find(in letters: Letters) -> [Range<Int>] {
    guard !letters.chains.isEmpty else { return [] }
    let addresses = letters.addresses
    return Figures(letters).runs(of: 15...19) { run in
      guard isCard(run.digits), isParted(run) else { return false }
      let next = addresses.partitioningIndex { $0.upperBound > run.range.lowerBound }
      return next == addresses.count || addresses[next].lowerBound > run.range.lowerBound
    }
  }

  private static func isCard(_ digits: [UInt8]) -> Bool {
    let head = Int(digits[0]) * 10 + Int(digits[1])
    switch (digits.count, head) {
    case (15, 34), (15, 37): break
    case (15, _): return false
    case (_, 30...69), (_, 90), (_, 94...99): break
    default: return false
    }
    return hasCheckDigit(digits) && !digits.contains(10) && digits.contains { $0 != digits[0] }
  }

  /// Luhn: every second digit from the right counts double, the sum is a multiple of ten.
  private static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    var sum = 0
    var factor = 1
    for digit in digits.reversed() {
      let value = Int(digit) * factor
      sum += value > 9 ? value - 9 : value
      factor = 3 - factor
    }
    return sum % 10 == 0
  }

  private static func isParted(_ run: Figures.Run) -> Bool {
    let sizes = run.sizes
    guard sizes.count > 1 else { return true }
    guard !run.gaps.contains(.dot), let last = sizes.last else { return false }
    if sizes.allSatisfy({ $0 == 1 }) { return true }
    return sizes.dropLast().allSatisfy { $0 == 4 } && last <= 4 || sizes.min() ?? 0 >= 3
  }
}

extension BankCard {
  static let name = Phrase(zh: "是银行卡号", en: "is the number of a bank card")
  static let fix = Phrase(
    zh: "删去，或只留末四位：尾号 1234", en: "delete it, or keep its last four digits alone")
}
