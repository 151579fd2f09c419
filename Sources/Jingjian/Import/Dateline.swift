/// A dateline: a day as a document writes it, alone on its line or after a label.
struct Dateline {
  let day: Day

  /// 2025/5/27 21:13:28, （2025年5月27日）, 2025.5.27, 二〇二五年五月二十七日; nothing for more than that.
  init?(_ line: Signs) {
    var signs = line.folded.trimmed
    if signs.first == "（", signs.last == "）" { signs = Signs(signs.dropFirst().dropLast()) }
    signs = signs.filter { !Sign.isSpace($0) || $0 == " " }
    let parts = signs.split(maxSplits: 2, omittingEmptySubsequences: false) {
      "年月/-.".unicodeScalars.contains($0)
    }
    guard parts.count == 3 else { return nil }
    var last = parts[2]
    let number = last.prefix { Sign.isDigit($0) || Sign.isNumeral($0) || $0 == " " }
    last = last.dropFirst(number.count)
    if last.first == "日" { last = last.dropFirst() }
    // The time of day.
    guard last.allSatisfy({ Sign.isDigit($0) || $0 == "：" || $0 == " " }) else { return nil }
    guard let year = Dateline.year(parts[0]), let month = Dateline.number(parts[1]),
      // 27 21:13 is a day and an hour.
      let date = Dateline.number(number.split(separator: " ").first ?? []),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    self.day = day
  }

  private static func year(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
    // 〇 is typed as what looks like it.
    let digits = Signs(signs).trimmed.map {
      "OoＯｏ".unicodeScalars.contains($0) ? 0 : Sign.value(of: $0)
    }
    guard digits.count == 4 else { return nil }
    return digits.reduce(0) { year, digit in
      guard let year, let digit, digit < 10 else { return nil }
      return year * 10 + digit
    }
  }

  /// 27 or 二十七.
  private static func number(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
    let signs = Signs(signs).trimmed
    return signs.count <= 3 ? signs.numeral : nil
  }
}
