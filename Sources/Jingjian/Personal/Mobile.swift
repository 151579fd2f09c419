/// A mobile number: 11 digits from 13 to 19 on, with or without 86 before them.
///
/// An office's own lines – 010-12345678, 400-123-4567, 12368 – are none.
enum Mobile: PersonalCheck {
  static let code = "mobile-number"

  static func find(in letters: Letters) -> [Range<Int>] {
    guard !letters.chains.isEmpty else { return [] }
    return Figures(letters).runs(of: 11...15) { run in
      isMobile(run.digits) && isParted(run) && !isAmount(behind: run.range.upperBound, letters)
    }
  }

  private static let prefixes: [ArraySlice<UInt8>] = [[8, 6], [0, 0, 8, 6]]

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    let start = digits.count - 11
    guard start >= 0, digits[start] == 1, (3...9).contains(digits[start + 1]),
      !digits.contains(10)
    else { return false }
    return start == 0 || prefixes.contains(digits.prefix(start))
  }

  /// Groups of one digit are none that people type, unless all are.
  private static func isParted(_ run: Figures.Run) -> Bool {
    let sizes = run.sizes
    if run.gaps.contains(.dot) { return sizes == [3, 4, 4] }
    return sizes.allSatisfy { $0 >= 2 } || sizes.allSatisfy { $0 == 1 }
  }

  /// A sum of ten thousand million yuan has as many digits.
  private static func isAmount(behind end: Int, _ letters: Letters) -> Bool {
    letters[end] == "." && letters[end + 1]?.isDigit == true || letters[end] == "元"
  }
}

extension Mobile {
  static let name = Phrase(zh: "是手机号码", en: "is a mobile number")
  static let fix = Phrase(
    zh: "删去，或改成办公室的固定电话", en: "delete it, or give an office's own line instead")
}
