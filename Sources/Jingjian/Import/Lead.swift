/// A lead: 一是… or 一要… in running text; its first words are emphasised, so that a long paragraph
/// can be read at a glance.
enum Lead {
  /// What is to be emphasised, in its order.
  static func all(in line: Signs) -> [Range<Int>] {
    if let article = Numbering(line), article.form == .article { return [0..<article.length] }
    let starts = line.indices.filter { isLead(line, $0) }
    return starts.enumerated().map { order, start in
      let end = order + 1 < starts.count ? starts[order + 1] : line.count
      // 一是…；二是…。 is one sentence: its parts are not emphasised, and so neither is the last.
      let goesOn = isPart(line, start) || (end < line.count && isPart(line, end))
      let marker = line[start...].prefix(while: Sign.isNumeral).endIndex + 1
      return start..<(goesOn ? marker : lead(Signs(line[start..<end]), start))
    }
  }

  private static func isPart(_ line: Signs, _ start: Int) -> Bool {
    start > 0 && "，；、".unicodeScalars.contains(line[start - 1])
  }

  private static func isLead(_ line: Signs, _ index: Int) -> Bool {
    guard Sign.isNumeral(line[index]) else { return false }
    if index > 0 {
      guard "，。；：！？、”）".unicodeScalars.contains(line[index - 1]) else { return false }
    }
    let end = line[index...].prefix(4).prefix(while: Sign.isNumeral).endIndex
    guard end + 1 < line.count, line[end] == "是" || line[end] == "要" else { return false }
    // 一是一，二是二 counts nothing.
    return !Sign.isNumeral(line[end + 1])
  }

  /// The first sentence, where more follows it; of a long one its first clause; else 一是 alone.
  private static func lead(_ item: Signs, _ offset: Int) -> Int {
    let longest = 30
    let beginning = Signs(item.prefix(longest + 1))
    var end = item.prefix(while: Sign.isNumeral).count + 1
    if let stop = item.firstStop(from: 0, "。"), stop + 1 < item.count {
      end = stop <= longest ? stop : beginning.firstStop(from: 0, "，") ?? end
    }
    // Marks of emphasis do not close behind a space.
    return offset + (item[..<end].lastIndex { !Sign.isSpace($0) } ?? 0) + 1
  }
}
