// The proofreader: what typing and conversion leave behind in Chinese text. It reads the lines of the
// source, so that places and fixes are exact, and leaves codes and addresses alone.

struct Proofreader {
  let source: Bytes
  var faults = Faults()
  /// The lines being read.
  var prose = Prose(range: 0..<0, quotes: 0, kind: .paragraph)
  var lineStart = 0
  /// Where the spaces between Chinese characters are on this line, and whether it is a sentence.
  var gaps: [Range<Int>] = []
  var isSentence = false
  /// Quotation marks and title marks that are open, by their places.
  var openQuotes: [Int] = []
  var openTitles: [Int] = []
  /// Whether the line before began as `1、` does.
  var isInList = false

  init(_ source: Bytes) {
    self.source = source
  }

  /// The bytes that the proofreader stops at.
  private static let stops: [Bool] = {
    var stops = [Bool](repeating: false, count: 256)
    for byte in "\n\r,;:?!( \\`<]{0Oo".utf8 { stops[Int(byte)] = true }
    // The first bytes of “ ” ‘ ’ ○, of 《 》 。, and of ， Ｏ.
    for byte: UInt8 in [0xE2, 0xE3, 0xEF] { stops[Int(byte)] = true }
    return stops
  }()

  mutating func read(_ all: [Prose]) {
    Self.stops.withUnsafeBufferPointer { stops in
      for (index, prose) in all.enumerated() {
        self.prose = prose
        isInList = false
        beginLine(at: prose.range.lowerBound)
        scan(stops)
        endLine()
        closePairs(next: index + 1 < all.count ? all[index + 1].range.lowerBound : nil)
      }
    }
  }

  private mutating func scan(_ stops: UnsafeBufferPointer<Bool>) {
    let end = prose.range.upperBound
    var index = source.first(of: stops, from: lineStart, to: end)
    while index < end {
      switch source[index] {
      case 0x0A, 0x0D:
        endLine()
        if prose.kind == .table { closePairs(next: nil) }
        beginLine(at: source.contentStart(ofLineAt: index + 1, quotes: prose.quotes))
        index = max(index + 1, min(lineStart, end))
      case 0xE2, 0xE3, 0xEF:
        wide(at: index)
        index += 3
      case 0x20: index = space(at: index)
      case 0x5C: index += 2
      case 0x60: index = code(at: index)
      case 0x5D: index = destination(at: index)
      case 0x3C: index = tag(at: index)
      case 0x7B: index = source.figure(at: index)?.range.upperBound ?? index + 1
      case 0x28:
        bracket(at: index)
        index += 1
      case 0x30, 0x4F, 0x6F:
        zero(at: index, length: 1)
        index += 1
      default:
        mark(at: index)
        index += 1
      }
      index = source.first(of: stops, from: index, to: end)
    }
  }

  mutating func say(_ kind: Remark.Kind, at range: Range<Int>, fix: String? = nil) {
    faults.append(Fault(range: range, kind: kind, fix: fix))
  }

  /// A character of three bytes.
  private mutating func wide(at index: Int) {
    switch source.scalar(at: index).scalar {
    case "。", "，": isSentence = true
    case "“", "”", "‘", "’": quote(at: index)
    case "《": openTitles.append(index)
    case "》":
      if openTitles.popLast() == nil { say(.unpairedTitleMark("》"), at: index..<index + 3) }
    case "○", "◯", "Ｏ": zero(at: index, length: 3)
    default: break
    }
  }

  /// A half-width mark between Chinese characters; a line's end counts as one on its right.
  private mutating func mark(at index: Int) {
    guard let before = neighbour(before: index), before.isChinese || before.isSharedMark else {
      return
    }
    let after = neighbour(after: index + 1)
    guard after.map({ $0.isChinese || $0.isSharedMark }) ?? before.isHan else { return }
    widen(index)
  }

  /// A pair of half-width brackets around Chinese, with Chinese or a line's edge beside it.
  private mutating func bracket(at index: Int) {
    guard let inside = neighbour(after: index + 1), inside.isChinese || inside.isSharedMark else {
      return
    }
    var end = index + 1
    while end < prose.range.upperBound, source[end] != 0x29 {
      if source[end].isLineEnd || source[end] == 0x28 || source[end] == 0x5D { return }
      end += 1
    }
    guard end < prose.range.upperBound, let last = neighbour(before: end), last.isChinese,
      neighbour(before: index)?.isChinese ?? true, neighbour(after: end + 1)?.isChinese ?? true
    else { return }
    widen(index)
    widen(end)
  }

  private mutating func widen(_ index: Int) {
    let wide = Unicode.Scalar(UInt32(source[index]) + 0xFEE0).map { String($0) } ?? ""
    say(
      .halfWidthPunctuation(found: String(Unicode.Scalar(source[index])), wanted: wide),
      at: index..<index + 1, fix: wide)
  }

  /// A circle, a letter or a nought inside a Chinese number.
  private mutating func zero(at index: Int, length: Int) {
    guard index > prose.range.lowerBound, index + length < prose.range.upperBound,
      source[index - 1] >= 0x80, source[index + length] >= 0x80,
      source.scalar(before: index).scalar.isChineseDigit
    else { return }
    let after = source.scalar(at: index + length).scalar
    guard after.isChineseDigit || length == 3 && after.followsNumber else { return }
    say(
      .zeroMark(source.string(index..<index + length)), at: index..<index + length, fix: "〇")
  }

  /// The character before `index` on this line, marks of emphasis left out.
  func neighbour(before index: Int) -> Unicode.Scalar? {
    var index = index
    while index > lineStart {
      if index - lineStart >= 3, source.marker(at: index - 3) != nil {
        index -= 3
        continue
      }
      let (scalar, length) = source.scalar(before: index)
      if scalar != "*" && scalar != "_" && scalar != "~" { return scalar }
      index -= length
    }
    return nil
  }

  /// The character at or behind `index` on this line, marks of emphasis left out.
  func neighbour(after index: Int) -> Unicode.Scalar? {
    var index = index
    while index < prose.range.upperBound, !source[index].isLineEnd {
      if source.marker(at: index) != nil {
        index += 3
        continue
      }
      let (scalar, length) = source.scalar(at: index)
      if scalar != "*" && scalar != "_" && scalar != "~" { return scalar }
      index += length
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isChineseDigit: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇", "○", "◯": true
    default: false
    }
  }

  fileprivate var followsNumber: Bool {
    switch self {
    case "年", "月", "日", "号", "条": true
    default: false
    }
  }
}
