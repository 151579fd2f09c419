internal import Glibc

/// HTML: the reader of what our own writers and templates made – quotes stand around values, `<` in a
/// text is escaped. It is the one place that knows where a tag, a value, a comment or a script ends and
/// what a reference stands for. It allocates nothing: all that it tells is a range of the bytes.
///
/// What its tokens say, one behind the other, are all the bytes; also of a piece of a template, which
/// may begin and end within a tag.
struct HTML {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next token begins.
  private(set) var position = 0
  /// The script or style that was opened last: what follows is its text.
  private var script: Element?

  enum Token {
    case text(Range<Int>)
    case open(Tag)
    case end(Tag)
    /// What is never shown: a comment, the doctype, the text of a script or a style.
    case hidden(Range<Int>)

    var range: Range<Int> {
      switch self {
      case .text(let range), .hidden(let range): range
      case .open(let tag), .end(let tag): tag.range
      }
    }

    var tag: Tag? {
      switch self {
      case .text, .hidden: nil
      case .open(let tag), .end(let tag): tag
      }
    }
  }

  struct Tag {
    let element: Element
    let name: Range<Int>
    /// From its `<` behind its `>`.
    let range: Range<Int>
    /// Whether nothing stands inside: `<br>`, `<path/>`.
    let isEmpty: Bool
  }

  struct Attribute {
    let name: Range<Int>
    /// Without its quotes.
    let value: Range<Int>?
  }

  static func read<Result>(_ bytes: [UInt8], _ read: (inout HTML) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      var html = HTML(bytes: $0)
      return read(&html)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Token? {
    let start = position
    guard start < bytes.count else { return nil }
    if let script {
      self.script = nil
      position = end(of: script, from: start)
      if position > start { return .hidden(start..<position) }
    }
    if let token = markup(at: start) {
      position = token.range.upperBound
      return token
    }
    repeat {
      position = find(UInt8(ascii: "<"), from: position + 1) ?? bytes.count
    } while position < bytes.count && !beginsMarkup(at: position)
    return .text(start..<position)
  }

  private func beginsMarkup(at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    return HTML.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func markup(at start: Int) -> Token? {
    guard bytes[start] == UInt8(ascii: "<"), beginsMarkup(at: start) else { return nil }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      return .hidden(start..<endOfHidden(from: start))
    }
    let isEnd = next == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    var n = nameStart
    var key = Element.emptyKey
    while n < bytes.count, HTML.isName(bytes[n]) {
      key = Element.key(key, bytes[n])
      n += 1
    }
    let name = nameStart..<n
    let element = Element(key: key)
    var quote: UInt8 = 0
    while n < bytes.count {
      let byte = bytes[n]
      n += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    let isClosed = bytes[n - 1] == UInt8(ascii: ">") && bytes[n - 2] == UInt8(ascii: "/")
    let tag = Tag(
      element: element, name: name, range: start..<n, isEmpty: isClosed || element.isVoid)
    if isEnd { return .end(tag) }
    if element.isScript, !isClosed { script = element }
    return .open(tag)
  }

  private func endOfHidden(from start: Int) -> Int {
    let isComment =
      start + 3 < bytes.count && bytes[start + 2] == UInt8(ascii: "-")
      && bytes[start + 3] == UInt8(ascii: "-")
    var end = isComment ? start + 3 : start
    while let sign = find(UInt8(ascii: ">"), from: end + 1) {
      end = sign
      let isEnd = bytes[sign - 1] == UInt8(ascii: "-") && bytes[sign - 2] == UInt8(ascii: "-")
      if !isComment || isEnd && sign - start > 5 { return sign + 1 }
    }
    return bytes.count
  }

  /// Where the end tag of a script stands, in whose text `<` is a sign like others.
  private func end(of script: Element, from start: Int) -> Int {
    var place = start
    while let next = find(UInt8(ascii: "<"), from: place) {
      var copy = HTML(bytes: bytes)
      if case .end(let tag)? = copy.markup(at: next), tag.element == script { return next }
      place = next + 1
    }
    return bytes.count
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  @inline(__always)
  fileprivate static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isName(_ byte: UInt8) -> Bool {
    byte > 32 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
      && byte != UInt8(ascii: "\"")
  }
}

extension HTML {
  /// The attributes of a tag, one by one.
  func attributes(of tag: Tag) -> Attributes { Attributes(bytes: bytes, tag) }

  struct Attributes: Sequence, IteratorProtocol {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int

    fileprivate init(bytes: UnsafeBufferPointer<UInt8>, _ tag: Tag) {
      self.bytes = bytes
      position = tag.name.upperBound
      end = tag.range.upperBound
    }

    mutating func next() -> Attribute? {
      while position < end, !isName(bytes[position]) { position += 1 }
      guard position < end else { return nil }
      let start = position
      while position < end, isName(bytes[position]) { position += 1 }
      let name = start..<position
      guard position + 1 < end, bytes[position] == UInt8(ascii: "=") else {
        return Attribute(name: name, value: nil)
      }
      let quote = bytes[position + 1]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      position += isQuoted ? 2 : 1
      let first = position
      while position < end {
        let byte = bytes[position]
        if isQuoted ? byte == quote : byte <= 32 || byte == UInt8(ascii: ">") { break }
        position += 1
      }
      let value = first..<position
      if isQuoted { position += 1 }
      return Attribute(name: name, value: value)
    }

    private func isName(_ byte: UInt8) -> Bool {
      byte > 32 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
  }

  /// Whether a name is a certain one, in small letters or capitals.
  @inline(__always)
  func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for n in 0..<range.count where bytes[range.lowerBound + n] | 0x20 != name.utf8Start[n] {
      return false
    }
    return true
  }
}

extension HTML {
  /// A text or a value as it is read: references are what they stand for.
  func plain(_ range: Range<Int>) -> String {
    let written = UnsafeBufferPointer(rebasing: bytes[range])
    guard written.holds(CollectionOfOne(UInt8(ascii: "&"))) else {
      return String(decoding: written, as: UTF8.self)
    }
    var plain: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let (sign, length) = reference(at: position), position + length <= range.upperBound {
        plain += String(sign).utf8
        position += length
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The character that a reference names which stands here, and how many bytes name it; nothing for one
  /// that is not known, which stays as it is written.
  func reference(at position: Int) -> (sign: Unicode.Scalar, length: Int)? {
    let end = min(position + 12, bytes.count)
    guard bytes[position] == UInt8(ascii: "&"),
      let semicolon = bytes[position..<end].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = String(decoding: bytes[(position + 1)..<semicolon], as: UTF8.self)
    let length = semicolon + 1 - position
    if let sign = HTML.signs[name] { return (sign, length) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { ($0, length) }
  }

  private static let signs: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "mdash": "—", "ndash": "–",
    "hellip": "…", "middot": "·", "times": "×", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "copy": "©",
  ]
}

extension HTML {
  /// The elements that matter to somebody.
  enum Element: UInt8, CaseIterable {
    // Shown as blocks, rows or cells, and the texts of a drawing; the first ones are void.
    case br, hr
    case address, article, aside, blockquote, caption, dd, details, dialog, div, dl, dt, fieldset
    case figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, legend, li, main, nav, ol
    case optgroup, option, p, pre, section, select, summary, svg, table, tbody, td, tfoot, th, thead
    case tr, ul, text, title, desc
    // Part of a line, or of no text; the first ones are void.
    case img, input, col, wbr, source, track, link, meta
    case code, script, style, template
    case other

    /// Whether it stands apart from what is around it.
    var isBlock: Bool { rawValue < Element.img.rawValue }

    /// Whether it has nothing inside and no end.
    var isVoid: Bool {
      rawValue <= Element.hr.rawValue || Element.img.rawValue...Element.meta.rawValue ~= rawValue
    }

    fileprivate var isScript: Bool { self == .script || self == .style }

    /// - Parameter key: a number made of all letters of a name.
    fileprivate init(key: UInt64) {
      var slot = Element.slot(of: key)
      while let entry = Element.slots[slot] {
        if entry.key == key {
          self = entry.element
          return
        }
        slot = (slot + 1) & Element.mask
      }
      self = .other
    }

    // FNV-1a, of small letters.
    fileprivate static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    fileprivate static func key(_ key: UInt64, _ byte: UInt8) -> UInt64 {
      (key ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
    }

    private static let mask = 511

    private static func slot(of key: UInt64) -> Int {
      Int(truncatingIfNeeded: key ^ key >> 32) & mask
    }

    private static let slots: [(key: UInt64, element: Element)?] = {
      var slots = [(key: UInt64, element: Element)?](repeating: nil, count: mask + 1)
      for element in allCases where element != .other {
        let key = "\(element)".utf8.reduce(emptyKey, key)
        var slot = slot(of: key)
        while slots[slot] != nil { slot = (slot + 1) & mask }
        slots[slot] = (key, element)
      }
      return slots
    }()
  }
}
