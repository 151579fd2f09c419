/// A headline: a line that opens with a number, up to its first full stop.
struct Headline {
  /// `一、` is of level 2, `（一）` of level 3, `1.` of level 4.
  let level: Int
  /// With its number, without the full stop.
  let text: Signs
  /// The paragraph that goes on in the same line.
  let rest: Signs

  /// Nothing for a line that only looks like one (`一、二审法院…`, `1.5万件…`).
  init?(_ line: Signs) {
    // Most lines are none; only their first signs are looked at.
    guard Headline.number(Signs(line.prefix(8)).widened) != nil else { return nil }
    let line = line.widened
    guard let (level, length) = Headline.number(line) else { return nil }
    let end = line.firstStop(from: length, "。") ?? line.count
    var text = Signs(line[..<end]).trimmed
    // Such a line is an item of an enumeration inside a sentence, or a paragraph that was numbered.
    guard text.count > length, text.count <= 80, text.last != "；" else { return nil }
    if level < 4 {
      let content = Signs(text[length...]).trimmed
      text = Signs(text[..<length]).filter { !Sign.isSpace($0) } + content
    }
    self.level = level
    self.text = text
    rest = Signs(line[min(end + 1, line.count)...]).trimmed
  }

  /// Numbers count too: 一、 and 二、 may go on with the same words.
  var key: Signs {
    var key = text.filter { $0.isHan || $0.isLatin }
    if level == 4 { key = text.folded.prefix(while: Sign.isDigit) + key }
    return key
  }

  /// The level, and how many signs the number has.
  private static func number(_ line: Signs) -> (level: Int, length: Int)? {
    if line.first == "（" {
      let length = line.dropFirst().prefix(while: Sign.isNumeral).count
      return (1...3).contains(length) && line.has("）", at: length + 1) ? (3, length + 2) : nil
    }
    let numerals = line.prefix(while: Sign.isNumeral).count
    if (1...3).contains(numerals), line.has("、", at: numerals) {
      // 一、二审 is no heading.
      let next = line.dropFirst(numerals + 1).first
      return next.map(Sign.isNumeral) == true ? nil : (2, numerals + 1)
    }
    let digits = line.prefix(while: Sign.isDigit).count
    guard (1...2).contains(digits), digits < line.count,
      ".．、".unicodeScalars.contains(line[digits])
    else { return nil }
    // 1.5 and 3、4 are no headings.
    let next = line.dropFirst(digits + 1).first
    return next.map(Sign.isDigit) == true ? nil : (4, digits + 1)
  }
}

extension Signs {
  /// The first such sign outside quotes and brackets.
  func firstStop(from start: Int, _ stop: Unicode.Scalar) -> Int? {
    var depth = 0
    for index in indices.dropFirst(start) {
      switch self[index] {
      case "“", "‘", "（", "《", "〔": depth += 1
      case "”", "’", "）", "》", "〕": depth = Swift.max(0, depth - 1)
      case stop where depth == 0: return index
      default: break
      }
    }
    return nil
  }
}
