/// A numbering: the mark that a line opens with, `一、`, `（一）`, `1.`, `第一章`, and its number.
struct Numbering {
  /// From the outermost to the innermost: a mark of an outer form ends what stood below the one before.
  enum Form: Int {
    case chapter, section, comma, article, bracket, digit, round, circle
  }

  let form: Form
  let value: Int
  /// How many signs the mark has.
  let length: Int

  /// `第一章` and `一、` are headings of level 2, `第一节` and `（一）` of level 3, `1.` of level 4; the
  /// others never are headings.
  var level: Int? {
    switch form {
    case .chapter, .comma: 2
    case .section, .bracket: 3
    case .digit: 4
    case .article, .round, .circle: nil
    }
  }

  /// The mark of a widened line; nothing for one that only looks like it (`一、二审法院…`, `1.5万件…`).
  init?(_ line: Signs) {
    // Most lines have none; only their first signs are looked at.
    let start = Signs(line.prefix(12)).folded
    guard let (form, number, length) = Numbering.mark(start), let value = number.numeral,
      line[length...].contains(where: { !Sign.isSpace($0) })
    else { return nil }
    self.form = form
    self.value = value
    self.length = length
  }

  private static func mark(_ line: Signs) -> (Form, number: Signs, length: Int)? {
    guard let first = line.first else { return nil }
    if ("①"..."⑳").contains(first) {
      return (.circle, Signs(String(first.value - 0x245F)), 1)
    }
    if first == "第" { return ordinal(line) }
    if first == "（" {
      let number = Signs(line.dropFirst().prefix { Sign.isNumeral($0) || Sign.isDigit($0) })
      guard (1...3).contains(number.count), line.has("）", at: number.count + 1) else { return nil }
      let form = number.contains(where: Sign.isDigit) ? Form.round : .bracket
      return (form, number, number.count + 2)
    }
    let numerals = Signs(line.prefix(while: Sign.isNumeral))
    if (1...3).contains(numerals.count), line.has("、", at: numerals.count) {
      // 一、二审 is no mark.
      let next = line.dropFirst(numerals.count + 1).first
      return next.map(Sign.isNumeral) == true ? nil : (.comma, numerals, numerals.count + 1)
    }
    let digits = Signs(line.prefix(while: Sign.isDigit))
    guard (1...2).contains(digits.count), digits.count < line.count else { return nil }
    let mark = line[digits.count]
    if mark == "）" { return (.round, digits, digits.count + 1) }
    guard mark == "." || mark == "、" else { return nil }
    // 1.5 and 3、4 are no marks.
    let next = line.dropFirst(digits.count + 1).first
    return next.map(Sign.isDigit) == true ? nil : (.digit, digits, digits.count + 1)
  }

  /// `第一章　总则`; a sentence that begins with the name of a chapter has no space behind it.
  private static func ordinal(_ line: Signs) -> (Form, number: Signs, length: Int)? {
    let number = Signs(
      line.dropFirst().prefix { Sign.isNumeral($0) || Sign.isDigit($0) || $0 == "百" })
    let end = number.count + 1
    guard (1...5).contains(number.count), end + 1 < line.count, Sign.isSpace(line[end + 1]) else {
      return nil
    }
    switch line[end] {
    case "章", "编": return (.chapter, number, end + 1)
    case "节": return (.section, number, end + 1)
    case "条": return (.article, number, end + 1)
    default: return nil
    }
  }
}

extension Signs {
  /// 27, ２７ or 二十七.
  var numeral: Int? {
    guard (1...5).contains(count) else { return nil }
    if let number = Int(folded.string) { return number }
    var number = 0
    var digit = 0
    for sign in self {
      guard let value = Sign.value(of: sign) else { return nil }
      if value < 10 {
        digit = value
      } else {
        number += Swift.max(digit, 1) * value
        digit = 0
      }
    }
    return number + digit
  }
}

extension Sign {
  static func value(of sign: Unicode.Scalar) -> Int? {
    if ("0"..."9").contains(sign) { return Int(sign.value) - 48 }
    if sign == "百" { return 100 }
    if "〇○零".unicodeScalars.contains(sign) { return 0 }
    return Array("一二三四五六七八九十".unicodeScalars).firstIndex(of: sign).map { $0 + 1 }
  }
}
