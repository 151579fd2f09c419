// Scanner: a text is cut into its tags, in one pass that never looks at a byte twice over.

struct Scanner {
  private let file: String
  private let bytes: [UInt8]
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var position = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0
  /// Whether only blanks stand between the line's start and the position.
  private var isBlank = true
  private(set) var tags: [Tag] = []
  private(set) var faults: [Fault] = []

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    while faults.count < Limit.faults, skipText() { scanTag() }
  }

  /// Moves to the next opening delimiter, if there is one.
  private mutating func skipText() -> Bool {
    while position < bytes.count {
      if starts(with: open) { return true }
      step()
    }
    return false
  }

  private mutating func scanTag() {
    let start = position
    let startPlace = Place(line: line, column: column, length: open.count)
    let margin = isBlank ? lineStart..<start : nil
    move(open.count)
    let kind = scanSigil()
    let contentStart = position
    var ending = close
    switch kind {
    case .raw where contentStart > 0 && bytes[contentStart - 1] == UInt8(ascii: "{"):
      ending.insert(UInt8(ascii: "}"), at: 0)
    case .delimiters: ending.insert(UInt8(ascii: "="), at: 0)
    default: break
    }
    let mayHoldTags = kind == .comment || kind == .delimiters
    var name: Name?
    while position < bytes.count, !starts(with: ending) {
      if !mayHoldTags, starts(with: open) { break }
      if !isSpace(bytes[position]), name == nil {
        name = Name(text: "", place: Place(line: line, column: column, length: 0))
      }
      step()
    }
    guard starts(with: ending) else {
      faults.append(Fault(file, startPlace, .unclosedTag))
      return
    }
    let content = trim(contentStart..<position)
    move(ending.count)
    isBlank = false
    if kind == .delimiters { setDelimiters(bytes[content], startPlace) }
    if kind == .comment || kind == .delimiters {
      name = Name(text: "", place: startPlace)
    } else if var written = name {
      written.text = String(decoding: bytes[content], as: UTF8.self)
      written.place.length = scalars(written.text.prefix { !$0.isNewline })
      if !isWellFormed(written.text, kind) {
        faults.append(Fault(file, written.place, .malformedName(written.text)))
        written.text = ""
      }
      name = written
    } else {
      let width = line == startPlace.line ? column - startPlace.column : open.count
      let place = Place(line: startPlace.line, column: startPlace.column, length: width)
      faults.append(Fault(file, place, .emptyTag))
      name = Name(text: "", place: place)
    }
    guard let name else { return }
    tags.append(
      Tag(kind: kind, name: name, range: start..<position, margin: margin, newline: lineEnd()))
  }

  private mutating func scanSigil() -> Tag.Kind {
    let kind: Tag.Kind? =
      switch position < bytes.count ? bytes[position] : 0 {
      case UInt8(ascii: "{"), UInt8(ascii: "&"): .raw
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: "/"): .close
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "="): .delimiters
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "<"): .parent
      case UInt8(ascii: "$"): .block
      default: nil
      }
    if kind != nil { move(1) }
    return kind ?? .variable
  }

  private mutating func setDelimiters(_ content: ArraySlice<UInt8>, _ place: Place) {
    let parts = content.split(whereSeparator: isSpace)
    guard parts.count == 2,
      parts.allSatisfy({ $0.count <= Limit.delimiter && !$0.contains(UInt8(ascii: "=")) })
    else {
      faults.append(Fault(file, place, .malformedDelimiters))
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  /// The end of the line after the position, if only blanks stand before it.
  private func lineEnd() -> Range<Int>? {
    var end = position
    while end < bytes.count, isBlankByte(bytes[end]) { end += 1 }
    let length = newlineLength(bytes, at: end)
    return length > 0 || end == bytes.count ? end..<end + length : nil
  }

  private func starts(with token: [UInt8]) -> Bool {
    guard position + token.count <= bytes.count else { return false }
    for offset in token.indices where bytes[position + offset] != token[offset] { return false }
    return true
  }

  private mutating func move(_ count: Int) {
    for _ in 0..<count { step() }
  }

  /// Passes one byte; a character's first byte counts for all of it.
  private mutating func step() {
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
      lineStart = position
      isBlank = true
    } else {
      if byte & 0xC0 != 0x80 { column += 1 }
      if !isBlankByte(byte) { isBlank = false }
    }
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while lower < upper, isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

/// A template's key may hold dots and slashes as it likes; a value's name is parts between dots.
private func isWellFormed(_ name: String, _ kind: Tag.Kind) -> Bool {
  if name.utf8.contains(where: isSpace) { return false }
  if let first = name.utf8.first, "*%@=!#^/<>$&{}".utf8.contains(first) { return false }
  switch kind {
  case .partial, .parent, .block: return true
  default: break
  }
  return name == "."
    || name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
}

func scalars(_ text: some StringProtocol) -> Int { text.unicodeScalars.count }

/// Whether the byte is a blank inside a line.
func isBlankByte(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// How many bytes the line's end at `index` has: none where no line ends.
func newlineLength(_ bytes: [UInt8], at index: Int) -> Int {
  guard index < bytes.count else { return 0 }
  if bytes[index] == UInt8(ascii: "\n") { return 1 }
  guard bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count else { return 0 }
  return bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 0
}

private func isSpace(_ byte: UInt8) -> Bool {
  isBlankByte(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
