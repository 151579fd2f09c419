/// A gap: a place in a paragraph where a figure, a name or a word was removed.
///
/// A gap that is not marked is published as it stands; a mark where nothing is missing wastes the time
/// of who checks it, and teaches to overlook marks. So each rule asks for a shape that has no other
/// reading.
struct Gap {
  /// Empty where nothing stands in the removed thing's place.
  let range: Range<Int>
  let kind: Imported.Gap
  /// What is shown of it in the list of gaps.
  let found: Signs

  /// The gaps of a widened line, in their order.
  static func all(in line: Signs) -> [Gap] {
    var gaps: [Gap] = []
    var index = 0
    var clause = 0
    while index < line.count {
      if let gap = masked(line, index) ?? lost(line, index) ?? absent(line, index, clause) {
        gaps.append(gap)
        index = max(gap.range.upperBound, index + 1)
      } else {
        if "，。；：！？".unicodeScalars.contains(line[index]) { clause = index + 1 }
        index += 1
      }
    }
    return gaps
  }

  init(_ line: Signs, _ range: Range<Int>, _ kind: Imported.Gap, context: Range<Int>? = nil) {
    self.range = range
    self.kind = kind
    found = Signs(line[context ?? range])
  }
}

extension Gap {
  /// A mask: `**`, `_`, ×× in the place of what was removed.
  private static func masked(_ line: Signs, _ start: Int) -> Gap? {
    let mask = line[start]
    guard "*＊_＿×Xx".unicodeScalars.contains(mask), start == 0 || line[start - 1] != mask else {
      return nil
    }
    let end = line[start...].firstIndex { $0 != mask } ?? line.count
    let before = start > 0 ? line[start - 1] : "\n"
    let after = end < line.count ? line[end] : "\n"
    let isLine = "_＿".unicodeScalars.contains(mask)
    let isCross = "×Xx".unicodeScalars.contains(mask)
    // a_b, 3*4 and 3×4.
    guard !(isPlain(before) && isPlain(after)) else { return nil }
    if isLine {
      guard !isPlain(before), !isPlain(after), before.isHan || after.isHan else {
        return nil
      }
      return Gap(line, start..<end, line.has("同志", at: end) ? .person : .words)
    }
    if let figure = figure(line, start, end) { return figure }
    if isCross {
      // 王× is written so on purpose; a court without its name is not.
      guard mask == "×" || end - start > 1, isOrgan(line, end) else { return nil }
    }
    guard Sign.isChinese(before) || Sign.isChinese(after) else { return nil }
    let isPerson = posts.contains { line.has($0, at: end) }
    return Gap(line, start..<end, isPerson ? .person : .name)
  }

  /// A masked figure; what is left of its digits (20**年, 1*.*%) and its per cent belong to it.
  private static func figure(_ line: Signs, _ start: Int, _ end: Int) -> Gap? {
    let isPart = { (sign: Unicode.Scalar) in
      Sign.isDigit(sign) || sign == "." || sign == line[start]
    }
    let from = start - line[..<start].reversed().prefix(while: isPart).count
    let to = end + line[end...].prefix(while: isPart).count
    if to < line.count, "%％‰".unicodeScalars.contains(line[to]) {
      return Gap(line, from..<(to + 1), .percentage)
    }
    let mask = line[start]
    // X光 and x轴.
    if mask.isLatin, end - start == 1 { return nil }
    return Measure.isUnit(line, at: to) ? Gap(line, from..<to, .number) : nil
  }

  /// Latin letters in the place of Chinese ones (涉法yq信息), and signs that stand for none.
  private static func lost(_ line: Signs, _ start: Int) -> Gap? {
    if Sign.isUnreadable(line[start]) {
      let end = line[start...].firstIndex { !Sign.isUnreadable($0) } ?? line.count
      return Gap(line, start..<end, .words)
    }
    guard ("a"..."z").contains(line[start]), start > 0, line[start - 1].isHan else {
      return nil
    }
    let run = line[start...].prefix(4).prefix { ("a"..."z").contains($0) }
    let end = start + run.count
    guard (2...3).contains(run.count), end < line.count, line[end].isHan,
      !latinWords.contains(Signs(run).string)
    else { return nil }
    return Gap(line, start..<end, .words)
  }

  private static func isPlain(_ sign: Unicode.Scalar) -> Bool {
    Sign.isDigit(sign) || sign.isLatin
  }

  private static func isOrgan(_ line: Signs, _ index: Int) -> Bool {
    organs.contains { line.has($0, at: index) }
  }

  private static let posts = ["同志", "书记", "院长", "庭长", "局长", "处长", "主任", "法官"]

  private static let organs = [
    "省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "街道", "法院", "高级人民法院", "中级人民法院", "基层人民法院", "人民法院",
    "检察院", "公司", "法庭",
  ]

  /// Short words that Chinese writes in small letters.
  private static let latinWords: Set<String> = [
    "ai", "app", "ar", "avi", "bug", "cad", "cd", "cpu", "csv", "dna", "doc", "dvd",
    "etc", "exe", "gdp", "gif", "gps", "id", "ip", "ipo", "it", "jpg", "kg", "km", "ktv", "led",
    "lpr", "mm", "ofd", "ok", "pad", "pc", "pdf", "png", "ppp", "ppt", "ps", "qq",
    "sim", "svg", "tif", "tv", "txt", "url", "usb", "vip", "vpn", "vr", "vs", "web", "wps",
    "wto", "xls", "xml", "zip",
  ]
}
