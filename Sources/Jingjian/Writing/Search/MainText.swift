/// Main text: what a reader of a page reads, the text of its `<main>` – tags vanish, white space is one
/// space, and between two blocks there is one. `textContent` gives the same, since our pages keep white
/// space between blocks (`Views/Elements.swift`).
struct MainText: Sendable {
  /// UTF-8, beginning and ending without a space.
  private(set) var text: [UInt8] = []
  /// Where its first `<h1>` stands in it.
  private(set) var heading = 0..<0
  /// Where the page's own text begins: behind the heading, and behind an outline that follows it.
  private(set) var body = 0
  /// Where `<main>` stands in the page, without its end tag.
  private(set) var element = 0..<0
  /// The page's `<title>`.
  private(set) var title: [UInt8] = []
  /// Where in the text paragraphs, rows and other blocks begin, a row's cells being one.
  private var blocks: [Int] = []

  /// The text block by block.
  var lines: [String] {
    zip(blocks, blocks.dropFirst() + [text.count]).map { start, end in
      String(decoding: text[start..<end], as: UTF8.self).trimmed
    }
  }

  /// - Parameters:
  ///   - html: a whole page as it is going to be published.
  ///   - marksBlocks: whether ``lines`` are wanted.
  init(_ html: [UInt8], marksBlocks: Bool = false) {
    (heading, element) = HTML.read(html) { html in
      let title = TextReading(&html, of: .title, marksBlocks: false)
      let main = TextReading(&html, of: .main, marksBlocks: marksBlocks)
      (self.title, text, blocks) = (title.text, main.text, main.blocks)
      body = max(main.heading.upperBound, min(main.outline, main.text.count))
      return (main.heading, main.element ?? 0..<html.bytes.count)
    }
  }
}

/// The reading of an element of a page.
private struct TextReading {
  private(set) var text: [UInt8] = []
  /// Where the element stands in the page, without its end.
  private(set) var element: Range<Int>?
  /// Where in the text the first `<h1>` stands.
  private(set) var heading = 0..<0
  /// Where the first `<nav>` ends.
  private(set) var outline = 0
  private(set) var blocks: [Int] = []
  private let marksBlocks: Bool
  private let isPlain = TextReading.isPlain
  /// Whether white space was passed since the last character.
  private var isApart = false
  /// Whether a block that is no cell began or ended since.
  private var isNewBlock = true

  /// Goes to the next element of a name and takes its text.
  init(_ html: inout HTML, of element: HTML.Element, marksBlocks: Bool) {
    self.marksBlocks = marksBlocks
    var start: Int?
    while start == nil, let token = html.next() {
      if case .open(let tag) = token, tag.element == element { start = tag.range.lowerBound }
    }
    guard let start else { return }
    text.reserveCapacity(element == .main ? (html.bytes.count - html.position) / 2 : 0)
    var headingStart: Int?
    while let token = html.next() {
      switch token {
      case .text(let range): take(range, html)
      case .hidden: break
      // What it holds is never shown.
      case .open(let tag) where tag.element == .template:
        while let token = html.next(), token.tag?.element != .template {}
      case .open(let tag):
        note(tag)
        if tag.element == .h1, heading.isEmpty { headingStart = text.isEmpty ? 0 : text.count + 1 }
      case .end(let tag) where tag.element == element:
        self.element = start..<tag.range.lowerBound
        return
      case .end(let tag):
        note(tag)
        if tag.element == .nav, outline == 0 { outline = text.count }
        if tag.element == .h1, heading.isEmpty, let start = headingStart, start < text.count {
          heading = start..<text.count
        }
      }
    }
    self.element = start..<html.bytes.count
  }

  @inline(__always)
  private mutating func note(_ tag: HTML.Tag) {
    guard tag.element.isBlock else { return }
    isApart = true
    if tag.element != .td, tag.element != .th { isNewBlock = true }
  }

  private mutating func take(_ range: Range<Int>, _ html: HTML) {
    let bytes = html.bytes
    var position = range.lowerBound
    while position < range.upperBound {
      if let length = TextReading.spaceLength(bytes, at: position) {
        isApart = true
        position += length
        continue
      }
      if isApart, !text.isEmpty { text.append(32) }
      isApart = false
      if marksBlocks, isNewBlock {
        blocks.append(text.count)
        isNewBlock = false
      }
      if bytes[position] == UInt8(ascii: "&"), let (sign, length) = html.reference(at: position) {
        text += String(sign.properties.isWhitespace ? " " : sign).utf8
        position += length
      } else {
        let start = position
        repeat {
          position += 1
        } while position < range.upperBound && isPlain[Int(bytes[position])]
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      }
    }
  }

  /// The bytes that neither begin a tag, a reference nor white space: most of a text.
  private static let isPlain: [Bool] = (0...255).map { byte in
    byte > 32 && ![0x26, 0x3C, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte)
  }

  /// How many bytes of white space stand here: of what JavaScript's `\s` takes.
  private static func spaceLength(_ html: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    let byte = html[position]
    if byte < 0x80 { return byte == 32 || (9...13).contains(byte) ? 1 : nil }
    // The rarer ones begin with one of these bytes.
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF,
      position + 2 < html.count
    else { return nil }
    let (second, third) = (html[position + 1], html[position + 2])
    switch (byte, second) {
    case (0xC2, 0xA0): return 2
    case (0xE1, 0x9A): return third == 0x80 ? 3 : nil
    case (0xE2, 0x80):
      return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : nil
    case (0xE2, 0x81): return third == 0x9F ? 3 : nil
    case (0xE3, 0x80): return third == 0x80 ? 3 : nil
    case (0xEF, 0xBB): return third == 0xBF ? 3 : nil
    default: return nil
    }
  }
}
