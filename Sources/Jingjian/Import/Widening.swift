/// Widening: half-width punctuation of Chinese text becomes full-width.
///
/// What stands between digits or Latin letters (24:00, 1,005, addresses) stays as it is.
extension Signs {
  var widened: Signs {
    var signs = self
    signs.widenBrackets()
    let isChinese = contains(where: \.isHan)
    for index in signs.indices where ",;:?!()".unicodeScalars.contains(signs[index]) {
      let before = signs[..<index].last { !Sign.isSpace($0) }
      let after = signs[(index + 1)...].first { !Sign.isSpace($0) }
      // The end of a Chinese line counts as Chinese: 99.8%;
      let follows = after.map(Sign.isChinese) ?? isChinese
      if follows || before.map(Sign.isChinese) == true { signs[index] = Sign.wide(signs[index]) }
    }
    return signs.withoutSpaces(after: self)
  }

  /// Two brackets are one thing: both are widened when one must be, or when they hold Chinese.
  private mutating func widenBrackets() {
    var open: [Int] = []
    // How many Chinese characters stand before each sign: brackets may be nested deeply.
    var before = [0]
    for sign in self { before.append((before.last ?? 0) + (sign.isHan ? 1 : 0)) }
    for index in indices {
      if self[index] == "(" || self[index] == "（" { open.append(index) }
      guard self[index] == ")" || self[index] == "）", let start = open.popLast() else { continue }
      let around = [
        self[..<start].last { !Sign.isSpace($0) }, self[start], self[index],
        self[(index + 1)...].first { !Sign.isSpace($0) },
      ]
      if around.compactMap(\.self).contains(where: Sign.isChinese)
        || before[start] != before[index]
      {
        self[start] = "（"
        self[index] = "）"
      }
    }
  }

  /// A widened mark brings its own space.
  private func withoutSpaces(after source: Signs) -> Signs {
    var result: Signs = []
    var index = 0
    while index < count {
      result.append(self[index])
      let isWidened = self[index] != source[index]
      index += 1
      if isWidened { while index < count, Sign.isSpace(self[index]) { index += 1 } }
    }
    return result
  }
}
