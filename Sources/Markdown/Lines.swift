// Lines: what the proofreader sees at the start and the end of a line, and what it steps over.

extension Proofreader {
  mutating func beginLine(at start: Int) {
    lineStart = min(start, prose.range.upperBound)
    isSentence = false
    guard prose.kind == .paragraph else { return }
    var index = lineStart
    while index < prose.range.upperBound, source[index] == 0x23 { index += 1 }
    if index > lineStart { return headingMark(lineStart..<index) }
    while index < prose.range.upperBound, source[index].isASCIIDigit { index += 1 }
    guard index > lineStart, index - lineStart < 3, source.holds("、", at: index) else {
      isInList = false
      return
    }
    // Inside a paragraph that is no list, a line in the shape of an item would not begin one.
    let canBegin = isInList || lineStart == prose.range.lowerBound
    let number = source.string(lineStart..<index)
    say(
      .listMarker, at: lineStart..<index + "、".utf8.count, fix: canBegin ? number + ". " : nil)
    isInList = canBegin
  }

  /// `##标题`. A single `#` is one only when none follows: `#话题#` is none.
  private mutating func headingMark(_ marks: Range<Int>) {
    isInList = false
    guard marks.count <= 6, marks.upperBound < prose.range.upperBound,
      !source[marks.upperBound].isBlank, !source[marks.upperBound].isLineEnd
    else { return }
    if marks.count == 1 {
      let rest = source[marks.upperBound..<prose.range.upperBound].prefix { !$0.isLineEnd }
      let first = source.scalar(at: marks.upperBound).scalar
      guard first.isHan || first == "（", !rest.contains(0x23) else { return }
    }
    say(.headingSpace, at: marks, fix: source.string(marks) + " ")
  }

  /// Spaces between Chinese characters are told only in a sentence and only where they are few:
  /// names and items in a row are parted by them, and so is 第一条 from its text.
  mutating func endLine() {
    if gaps.isEmpty { return }
    if isSentence, gaps.count < 3 {
      for gap in gaps { say(.spaceBetween, at: gap, fix: "") }
    }
    gaps.removeAll(keepingCapacity: true)
  }

  mutating func space(at start: Int) -> Int {
    var end = start + 1
    while end < prose.range.upperBound, source[end] == 0x20 { end += 1 }
    guard prose.kind == .paragraph, start > lineStart, end < prose.range.upperBound,
      source[start - 1] >= 0x80, source[end] >= 0x80
    else { return end }
    let before = source.scalar(before: start).scalar
    if before.isHan, source.scalar(at: end).scalar.isHan, !before.endsHeading {
      gaps.append(start..<end)
    }
    return end
  }

  /// Steps over a code: `…`.
  func code(at start: Int) -> Int {
    var end = start
    while end < prose.range.upperBound, source[end] == 0x60 { end += 1 }
    let length = end - start
    var index = end
    let limit = min(prose.range.upperBound, end + 65_536)
    while index < limit {
      var close = index
      while close < limit, source[close] == 0x60 { close += 1 }
      if close - index == length { return close }
      index = max(close, index + 1)
    }
    return end
  }

  /// Steps over the destination and the title of a link: `](…)`.
  func destination(at start: Int) -> Int {
    guard source.holds("](", at: start) else { return start + 1 }
    var depth = 0
    for index in start + 1..<min(prose.range.upperBound, start + 1_024) {
      if source[index] == 0x28 { depth += 1 }
      if source[index] == 0x29 { depth -= 1 }
      if depth == 0 { return index + 1 }
      // libcmark follows no more brackets in an address either.
      if depth > 32 { break }
    }
    return start + 1
  }

  /// Steps over `<address>` and what else stands in such brackets.
  func tag(at start: Int) -> Int {
    for index in start + 1..<max(start + 1, min(prose.range.upperBound, start + 1_024)) {
      if source[index] == 0x3E { return index + 1 }
      if source[index].isLineEnd || source[index] == 0x3C { break }
    }
    return start + 1
  }
}

extension Unicode.Scalar {
  /// 第一条, 第二章: what follows is the text of its own.
  fileprivate var endsHeading: Bool {
    switch self {
    case "条", "章", "节", "款", "项", "编", "篇": true
    default: false
    }
  }
}
