/// A value of a PDF: what stands in its objects, in its packed objects and on its pages.
indirect enum PDFValue: Sendable {
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(Int)
  /// An operator, `true`, `null` and whatever else stands there.
  case word(String)

  subscript(_ key: String) -> PDFValue? {
    if case .dictionary(let entries) = self { entries[key] } else { nil }
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var name: String? { if case .name(let name) = self { name } else { nil } }
  var string: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }
  var array: [PDFValue]? { if case .array(let items) = self { items } else { nil } }
}

/// A reader of values, from left to right; each byte is read once, however the file was cut.
struct PDFReader {
  let bytes: ArraySlice<UInt8>
  /// Where it is, counted as the slice counts.
  var place: Int
  /// How deep values may stand in each other; what is deeper is passed over.
  private static let depth = 64
  /// Whether values stood deeper than that.
  private(set) var isCut = false

  init(_ bytes: ArraySlice<UInt8>, at place: Int? = nil) {
    (self.bytes, self.place) = (bytes, place ?? bytes.startIndex)
  }

  private enum Token {
    case value(PDFValue)
    case open(isArray: Bool)
    case close(isArray: Bool)
  }

  /// The next value; nothing at the end.
  mutating func next() -> PDFValue? {
    while let token = token() {
      switch token {
      case .value(let value): return value
      case .open(let isArray): return collection(isArray, depth: 1)
      case .close: continue
      }
    }
    return nil
  }

  private mutating func collection(_ isArray: Bool, depth: Int) -> PDFValue {
    var items: [PDFValue] = []
    // What is too deep is counted and not built.
    var extra = 0
    while true {
      // An end that is missing: the value ends with its object.
      let before = place
      guard let token = token() else { break }
      switch token {
      case .value(.word("R")) where items.count >= 2:
        if case .number(let number) = items[items.count - 2], case .number = items[items.count - 1],
          let number = Int(exactly: number)
        {
          items.removeLast(2)
          items.append(.reference(number))
        }
      case .value(.word("endobj")), .value(.word("stream")):
        place = before
        return made(items, isArray)
      case .value(let value): items.append(value)
      case .open(let isInner):
        if depth < PDFReader.depth {
          items.append(collection(isInner, depth: depth + 1))
        } else {
          (extra, isCut) = (extra + 1, true)
        }
      case .close:
        if extra == 0 { return made(items, isArray) }
        extra -= 1
      }
    }
    return made(items, isArray)
  }

  private func made(_ items: [PDFValue], _ isArray: Bool) -> PDFValue {
    if isArray { return .array(items) }
    var entries: [String: PDFValue] = [:]
    var n = 0
    var rest: [PDFValue] = []
    while n < items.count {
      if case .name(let key) = items[n], n + 1 < items.count {
        // Of two values under one key readers take either.
        if let other = entries[key] { rest.append(.dictionary([key: other])) }
        entries[key] = items[n + 1]
        n += 2
      } else {
        rest.append(items[n])
        n += 1
      }
    }
    if !rest.isEmpty { entries[PDFReader.stray] = .array(rest) }
    return .dictionary(entries)
  }

  /// The key of what stands in a dictionary and is none of its values.
  private static let stray = ""

  private mutating func token() -> Token? {
    skipBlanks()
    guard place < bytes.endIndex else { return nil }
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      place += 1
      return byte == UInt8(ascii: "[") ? .open(isArray: true) : .close(isArray: true)
    case UInt8(ascii: "("):
      place += 1
      return .value(.string(literal()))
    case UInt8(ascii: "<"):
      place += 1
      if place < bytes.endIndex, bytes[place] == UInt8(ascii: "<") {
        place += 1
        return .open(isArray: false)
      }
      return .value(.string(hexadecimal()))
    case UInt8(ascii: ">"):
      place += 1
      if place < bytes.endIndex, bytes[place] == UInt8(ascii: ">") { place += 1 }
      return .close(isArray: false)
    case UInt8(ascii: "/"):
      place += 1
      return .value(.name(name()))
    default: return .value(word())
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.endIndex, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if bytes[place] <= 32 || [0x7B, 0x7D, 0x29].contains(bytes[place]) {
        // Brackets of calculations, and an end without its beginning.
        place += 1
      } else {
        return
      }
    }
  }

  private static let isRegular: [Bool] = (0...255).map {
    $0 > 32 && !"()<>[]{}/%".utf8.contains(UInt8($0))
  }

  private mutating func word() -> PDFValue {
    let start = place
    while place < bytes.endIndex, PDFReader.isRegular[Int(bytes[place])] { place += 1 }
    if place == start { place += 1 }
    let text = String(decoding: bytes[start..<place].prefix(64), as: UTF8.self)
    guard let first = text.utf8.first, first < 0x3A else { return .word(text) }
    return Double(text).map { .number($0.isFinite ? $0 : 0) } ?? .word(text)
  }

  private mutating func name() -> String {
    let start = place
    while place < bytes.endIndex, PDFReader.isRegular[Int(bytes[place])] { place += 1 }
    let written = bytes[start..<place]
    guard written.contains(0x23) else { return String(decoding: written, as: UTF8.self) }
    var letters: [UInt8] = []
    var n = start
    while n < place {
      if bytes[n] == 0x23, n + 2 < place, let value = PDF.hexadecimal(bytes[n + 1], bytes[n + 2]) {
        letters.append(value)
        n += 3
      } else {
        letters.append(bytes[n])
        n += 1
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private mutating func hexadecimal() -> [UInt8] {
    var (value, half): ([UInt8], UInt8?) = ([], nil)
    while place < bytes.endIndex, bytes[place] != UInt8(ascii: ">") {
      let byte = bytes[place]
      place += 1
      guard let digit = PDF.digit(byte) else { continue }
      if let high = half { value.append(high << 4 | digit) }
      half = half == nil ? digit : nil
    }
    place = min(place + 1, bytes.endIndex)
    if let half { value.append(half << 4) }
    return value
  }

  private mutating func literal() -> [UInt8] {
    var text: [UInt8] = []
    var depth = 1
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
      case UInt8(ascii: "\\"):
        if let letter = escaped() { text.append(letter) }
        continue
      case 13:
        // Every end of a line is a line feed.
        if place < bytes.endIndex, bytes[place] == 10 { place += 1 }
        text.append(10)
        continue
      default: break
      }
      text.append(byte)
    }
    return text
  }

  /// What stands behind a backslash; nothing where it joins two lines.
  private mutating func escaped() -> UInt8? {
    var (value, digits) = (0, 0)
    while digits < 3, place < bytes.endIndex, (48...55).contains(bytes[place]) {
      value = value * 8 + Int(bytes[place] - 48)
      digits += 1
      place += 1
    }
    if digits > 0 { return UInt8(value & 255) }
    guard place < bytes.endIndex else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case 13:
      if place < bytes.endIndex, bytes[place] == 10 { place += 1 }
      return nil
    case 10: return nil
    default: return byte
    }
  }
}

extension PDF {
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
