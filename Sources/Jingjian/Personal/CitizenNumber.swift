/// A citizen number (公民身份号码, GB 11643): 18 digits, or 15 in the old form.
///
/// A province, a day of birth, a number of that day and, in the new form, a check digit modulo 11, so
/// that hardly any other number is taken for one. Of the old form, which has no check digit, only digits
/// that nothing parts count.
enum CitizenNumber: PersonalCheck {
  static let code = "citizen-number"

  /// The first two digits: provinces, and 83 for the residence permits of people from Taiwan.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
  ]
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /// The check digit by the sum modulo 11.
  private static let checkDigits: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]

  static func find(in letters: Letters) -> [Range<Int>] {
    guard !letters.chains.isEmpty else { return [] }
    return Figures(letters).runs(of: 15...18, isLoose: true) { run in
      switch run.digits.count {
      case 18: isValid(run.digits)
      case 15: run.sizes.count == 1 && isOld(run.digits)
      default: false
      }
    }
  }

  private static func isValid(_ digits: [UInt8]) -> Bool {
    guard hasProvince(digits), !digits.dropLast().contains(10),
      (1800...2199).contains(number(digits[6..<10])),
      isDay(number(digits[6..<10]), digits[10..<14])
    else { return false }
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return digits.last == checkDigits[sum % 11]
  }

  private static func isOld(_ digits: [UInt8]) -> Bool {
    hasProvince(digits) && !digits.contains(10)
      && isDay(1900 + number(digits[6..<8]), digits[8..<12])
  }

  private static func hasProvince(_ digits: [UInt8]) -> Bool {
    provinces.contains(number(digits[..<2]))
  }

  private static func isDay(_ year: Int, _ monthAndDay: ArraySlice<UInt8>) -> Bool {
    let text = String(number(monthAndDay)).padded(4)
    return Day("\(year)-\(text.prefix(2))-\(text.suffix(2))") != nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }
}

extension CitizenNumber {
  static let name = Phrase(zh: "是公民身份号码", en: "is a citizen number")
  static let fix = Phrase(
    zh: "删去，或只留前六位：110101************", en: "delete it, or keep its first six digits alone")
}
