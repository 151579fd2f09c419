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
    text.reserveCapacity(html.count / 2)
    html.withUnsafeBufferPointer { html in
      var reading = Reading(html: html, marksBlocks: marksBlocks)
      if reading.skip(to: reading.names.title) {
        reading.read(into: &title, until: reading.names.title)
      }
      reading.heading = 0..<0
      reading.blocks = []
      if reading.skip(to: reading.names.main) {
        reading.read(into: &text, until: reading.names.main)
      }
      heading = reading.heading
      blocks = reading.blocks
      body = max(heading.upperBound, min(reading.outline, text.count))
    }
  }
}

/// The names of the elements that matter, as numbers.
private struct Names {
  let title = Elements.key("title")
  let main = Elements.key("main")
  let heading = Elements.key("h1")
  let outline = Elements.key("nav")
  /// What these hold is never shown.
  let script = Elements.key("script")
  let style = Elements.key("style")
  let template = Elements.key("template")
  let cells = [Elements.key("td"), Elements.key("th")]

  static let all = Names()

  func isHidden(_ key: UInt64) -> Bool { key == script || key == style || key == template }
}

/// The reading of a page. Quotes stand around attributes, and `<` in a text is escaped: our own
/// writers made it.
private struct Reading {
  let html: UnsafeBufferPointer<UInt8>
  let marksBlocks: Bool
  let names = Names.all
  let isPlain = Reading.isPlain
  var position = 0
  /// Where in the text the first `<h1>` stands.
  var heading = 0..<0
  /// Where the first `<nav>` ends.
  var outline = 0
  var blocks: [Int] = []

  /// Goes behind the next tag of a name; says whether there is one.
  mutating func skip(to key: UInt64) -> Bool {
    while let start = find(UInt8(ascii: "<"), from: position) {
      let tag = Elements.Tag(html, at: start)
      position = endOfTag(from: start)
      if tag.key == key { return true }
    }
    return false
  }

  /// Takes the text up to the end of an element.
  mutating func read(into text: inout [UInt8], until key: UInt64) {
    /// Whether white space was passed since the last character.
    var isApart = false
    var headingStart: Int?
    /// Whether a block that is no cell began or ended since.
    var isNewBlock = true
    while position < html.count {
      let byte = html[position]
      if byte == UInt8(ascii: "<") {
        let tag = Elements.Tag(html, at: position)
        position = endOfTag(from: position)
        if tag.key == key, tag.isEnd { return }
        if names.isHidden(tag.key), !tag.isEnd {
          _ = skip(to: tag.key)
          continue
        }
        if tag.isBlock {
          isApart = true
          if marksBlocks, !names.cells.contains(tag.key) { isNewBlock = true }
        }
        if tag.key == names.outline, tag.isEnd, outline == 0 { outline = text.count }
        guard tag.key == names.heading, heading.isEmpty else { continue }
        if !tag.isEnd {
          headingStart = text.isEmpty ? 0 : text.count + 1
        } else if let start = headingStart, start < text.count {
          heading = start..<text.count
        }
      } else if let length = spaceLength() {
        isApart = true
        position += length
      } else {
        if isApart, !text.isEmpty { text.append(32) }
        isApart = false
        if marksBlocks, isNewBlock {
          blocks.append(text.count)
          isNewBlock = false
        }
        if byte == UInt8(ascii: "&"), let (sign, length) = reference() {
          text += String(sign).utf8
          position += length
        } else {
          let start = position
          repeat {
            position += 1
          } while position < html.count && isPlain[Int(html[position])]
          text.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<position]))
        }
      }
    }
  }

  /// The bytes that neither begin a tag, a reference nor white space: most of a text.
  private static let isPlain: [Bool] = (0...255).map { byte in
    byte > 32 && ![0x26, 0x3C, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte)
  }

  /// How many bytes of white space stand here: of what JavaScript's `\s` takes.
  private func spaceLength() -> Int? {
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

  /// The character that a reference names, and how many bytes name it; one that is not known stays as it
  /// is written.
  private func reference() -> (sign: Unicode.Scalar, length: Int)? {
    let end = min(position + 12, html.count)
    guard let semicolon = html[position..<end].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: html[(position + 1)..<semicolon], as: UTF8.self)
    let length = semicolon + 1 - position
    if let sign = Reading.signs[name] { return (sign, length) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { ($0, length) }
  }

  private static let signs: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·",
    "times": "×", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "copy": "©",
  ]

  /// Behind the tag or comment that begins here.
  private func endOfTag(from start: Int) -> Int {
    var n = start + 1
    if n + 2 < html.count, html[n] == UInt8(ascii: "!"), html[n + 1] == UInt8(ascii: "-") {
      while n + 2 < html.count {
        let isEnd = html[n] == UInt8(ascii: "-") && html[n + 1] == UInt8(ascii: "-")
        if isEnd, html[n + 2] == UInt8(ascii: ">") { return n + 3 }
        n += 1
      }
      return html.count
    }
    var quote: UInt8 = 0
    while n < html.count {
      let byte = html[n]
      n += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return n
      }
    }
    return n
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var n = start
    while n < html.count {
      if html[n] == byte { return n }
      n += 1
    }
    return nil
  }
}
