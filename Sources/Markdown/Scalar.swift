// Scalars: which characters are Chinese, and reading them out of UTF-8 in both directions.

typealias Bytes = UnsafeBufferPointer<UInt8>

extension Unicode.Scalar {
  /// Han, kana and the marks set with them. Hangul is not among them: Korean keeps its spaces.
  var isChinese: Bool {
    switch value {
    case 0..<0x2E80: false
    case 0x3400...0x9FFF, 0x2E80...0x3130, 0x3190...0x33FF, 0xF900...0xFAFF: true
    case 0xFE30...0xFE4F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// A Chinese character proper, as they are counted.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3005, 0x3007: true
    default: false
    }
  }

  /// Whether the emphasis rules call the character East Asian: wide, full-width or half-width in
  /// Unicode's sense and no emoji, or Hangul.
  var isEastAsian: Bool {
    switch value {
    case 0..<0x1100: false
    case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F: true
    case 0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7FB: true
    case 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFFEE: true
    case 0x16FE0...0x18DF2, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// “ ” ‘ ’ — … · belong to both scripts; their neighbours tell to which.
  var isSharedMark: Bool {
    switch value {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7: true
    default: false
    }
  }

  /// White space as libcmark sees it.
  var isSpace: Bool {
    switch value {
    case 9, 10, 12, 13, 32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Punctuation as libcmark sees it: all ASCII marks, and Unicode's categories P.
  var isMark: Bool {
    if value < 0x80 { return UInt8(value).isASCIIMark }
    if isHan { return false }
    switch self {
    case "。", "，", "、", "；", "：", "？", "！", "“", "”", "（", "）", "《", "》": return true
    default: break
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// Letters and digits of every script, with the signs that belong to letters.
  var isWord: Bool {
    if value < 0x80 { return UInt8(value).isASCIIWord }
    if isHan { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

extension UInt8 {
  var isASCIIMark: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIWord: Bool { isASCIIDigit || isASCIILetter }
  /// Whether a scalar goes on here.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  /// Whether it is the first of the three bytes of a character from U+4000 to U+9FFF.
  var beginsHan: Bool { self &- 0xE4 < 6 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `index`, and its length. What is not UTF-8 reads as U+FFFD.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends before `index`.
  func scalar(before index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    var start = index - 1
    while start > 0, self[start].isContinuation, index - start < 4 { start -= 1 }
    return (scalar(at: start).scalar, index - start)
  }

  /// Where, from `start` on, the first byte stands that the table `stops` names; `end` when none does.
  /// No table names a byte of a Han character, and Chinese text is made of these: they are stepped
  /// over whole.
  @inline(__always)
  func first(of stops: UnsafeBufferPointer<Bool>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      if self[index].beginsHan {
        index += 3
      } else if stops[Int(self[index])] {
        break
      } else {
        index += 1
      }
    }
    return index
  }

  /// Whether `other` stands at `index`.
  func holds(_ other: StaticString, at index: Int) -> Bool {
    let length = other.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length where self[index + offset] != other.utf8Start[offset] { return false }
    return true
  }

  /// The bytes of a range, as a buffer that starts at 0.
  func slice(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }
}
