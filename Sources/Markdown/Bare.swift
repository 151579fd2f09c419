// Bare links: addresses in running text, as GitHub Flavored Markdown reads them, but that they end
// where Chinese begins: 见https://example.com。

extension UnsafeBufferPointer<UInt8> {
  /// The address that is told by the byte at `index` (`:`, `@` or `w`) and starts at `start` or
  /// behind it.
  func bareLink(at index: Int, from start: Int) -> Find? {
    switch self[index] {
    case 0x3A: web(at: index, from: start)
    case 0x40: mail(at: index, from: start)
    default: www(at: index)
    }
  }

  private func web(at colon: Int, from start: Int) -> Find? {
    guard holds("://", at: colon) else { return nil }
    var first = colon
    while first > start, self[first - 1].isASCIILetter { first -= 1 }
    guard isName("http", first..<colon) || isName("https", first..<colon),
      let end = address(hostAt: colon + 3, needsPoint: false)
    else { return nil }
    return Find(range: first..<end, kind: .bareLink(scheme: ""))
  }

  private func www(at start: Int) -> Find? {
    guard holds("www.", at: start) else { return nil }
    if start > 0 {
      let before = scalar(before: start).scalar
      guard before.isSpace || before.isChinese || "*_~(".unicodeScalars.contains(before) else {
        return nil
      }
    }
    guard let end = address(hostAt: start, needsPoint: true) else { return nil }
    return Find(range: start..<end, kind: .bareLink(scheme: "http://"))
  }

  private func mail(at sign: Int, from start: Int) -> Find? {
    var first = sign
    while first > start, self[first - 1].isMailByte { first -= 1 }
    var end = sign + 1
    var points = 0
    while end < count,
      self[end].isASCIIWord || self[end] == 0x2D || self[end] == 0x5F
        || self[end] == 0x2E
    {
      if self[end] == 0x2E {
        guard end + 1 < count, self[end + 1].isASCIIWord else { break }
        points += 1
      }
      end += 1
    }
    guard first < sign, points > 0, self[end - 1].isASCIIWord else { return nil }
    return Find(range: first..<end, kind: .bareLink(scheme: "mailto:"))
  }

  /// Where the address ends whose host starts at `start`; nil when that is no host.
  private func address(hostAt start: Int, needsPoint: Bool) -> Int? {
    var end = start
    var points = 0
    // Underscores may not stand in the last two parts of a host.
    var underscores = (last: false, before: false)
    while end < count {
      if self[end] == 0x2E {
        points += 1
        underscores = (false, underscores.last)
      } else if self[end] == 0x5F {
        underscores.last = true
      } else if !self[end].isASCIIWord && self[end] != 0x2D {
        break
      }
      end += 1
    }
    guard end > start, self[start].isASCIIWord, points > 0 || !needsPoint,
      points == 0 || !(underscores.last || underscores.before)
    else { return nil }
    while end < count, self[end] < 0x80, self[end] > 0x20, self[end] != 0x3C { end += 1 }
    return trimmedEnd(of: start..<end)
  }

  /// Leaves out the punctuation behind an address, a closing bracket that it does not open, and an
  /// entity.
  private func trimmedEnd(of range: Range<Int>) -> Int {
    var open = 0
    for byte in self[range] {
      if byte == 0x28 { open += 1 }
      if byte == 0x29 { open -= 1 }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch self[end - 1] {
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22: end -= 1
      case 0x29 where open < 0:
        open += 1
        end -= 1
      case 0x3B:
        var entity = end - 1
        while entity > range.lowerBound, self[entity - 1].isASCIILetter { entity -= 1 }
        let isEntity =
          entity < end - 1 && entity > range.lowerBound && self[entity - 1] == 0x26
        end = isEntity ? entity - 1 : end - 1
      default: return end
      }
    }
    return end
  }

  private func isName(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return zip(range, 0...).allSatisfy { self[$0] | 0x20 == name.utf8Start[$1] }
  }
}

extension UInt8 {
  fileprivate var isMailByte: Bool {
    isASCIIWord || self == 0x2E || self == 0x2B || self == 0x2D || self == 0x5F
  }
}
