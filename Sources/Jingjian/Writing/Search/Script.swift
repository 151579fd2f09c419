/// A script of the search index: one call of a function of `search.js` with strings and lists, so that it
/// can be loaded by `<script>` where a page opened from a disk may fetch nothing.
struct Script: Sendable {
  private(set) var bytes: [UInt8] = []

  /// - Parameter call: the function, an opening bracket and what stands before the first string.
  init(_ call: String) { bytes += ("jingjianSearch." + call).utf8 }

  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(bytes more: [UInt8]) { bytes += more }

  /// Adds a string literal.
  mutating func add(string: [UInt8]) {
    bytes.append(Script.quote)
    var start = 0
    for (n, byte) in string.enumerated() where Script.isSpecial(byte) {
      bytes += string[start..<n]
      bytes += byte < 32 ? Script.unicode(UInt16(byte)) : [Script.backslash, byte]
      start = n + 1
    }
    bytes += string[start...]
    bytes.append(Script.quote)
  }

  /// Adds a string literal of UTF-16 units, which may be halves of a character.
  mutating func add(units: [UInt16]) {
    bytes.append(Script.quote)
    bytes += Script.escaped(units)
    bytes.append(Script.quote)
  }

  /// Adds a list of strings in square brackets.
  mutating func add(list: [[UInt8]]) {
    add("[")
    for (n, string) in list.enumerated() {
      if n > 0 { add(",") }
      add(string: string)
    }
    add("]")
  }

  /// Units as they stand between the quotes.
  static func escaped(_ units: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in units {
      switch unit {
      case 0..<32, 0xD800...0xDFFF: bytes += unicode(unit)
      case 0..<0x80:
        if isSpecial(UInt8(unit)) { bytes.append(backslash) }
        bytes.append(UInt8(unit))
      case 0x80..<0x800: bytes += [0xC0 | UInt8(unit >> 6), 0x80 | UInt8(unit & 0x3F)]
      default:
        bytes += [
          0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
        ]
      }
    }
    return bytes
  }

  /// What stands between the quotes of each string literal of a script, in order.
  static func strings(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var strings: [ArraySlice<UInt8>] = []
    var start: Int?
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case backslash: position += 1
      case quote:
        if let first = start { strings.append(bytes[first..<position]) }
        start = start == nil ? position + 1 : nil
      default: break
      }
      position += 1
    }
    return strings
  }

  /// The text of a string literal that holds no halves of characters.
  static func unescaped(_ literal: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var rest = literal
    while let byte = rest.popFirst() {
      guard byte == backslash, let next = rest.popFirst() else {
        text.append(byte)
        continue
      }
      guard next == UInt8(ascii: "u") else {
        text.append(next)
        continue
      }
      text.append(UInt8(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(4)
    }
    return text
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == quote || byte == backslash || byte < 32
  }

  private static func unicode(_ unit: UInt16) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [backslash, UInt8(ascii: "u")]
      + [12, 8, 4, 0].map { digits[Int(unit >> UInt16($0)) & 15] }
  }
}
