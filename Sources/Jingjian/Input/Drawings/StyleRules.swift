/// The rules of style in a drawing, read and written anew: selectors of names and classes, properties that
/// draw, and values of numbers, names, texts and known functions. An address in a value is that of a part
/// of the same drawing, or the data of a picture.
///
/// There are no escapes in it: nobody's program writes them, and whoever hides a word hides it there.
struct StyleRules {
  struct Fault: Error {
    /// What stands there that may not.
    let what: String
    /// The byte of the text, from 0.
    let offset: Int
  }

  /// What was read, as it is published.
  private(set) var written: [UInt8] = []
  /// The ids of the parts of the drawing that it names.
  private(set) var references: [String] = []

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A style sheet.
  static func sheet(_ text: [UInt8]) throws(Fault) -> StyleRules {
    var rules = StyleRules(try withoutComments(text))
    try rules.readRules(within: false)
    return rules
  }

  /// What stands in the attribute `style`.
  static func declarations(_ text: [UInt8]) throws(Fault) -> StyleRules {
    var rules = StyleRules(try withoutComments(text))
    try rules.readDeclarations(to: nil)
    return rules
  }

  /// The value of a property that is written as an attribute.
  static func value(_ text: [UInt8]) throws(Fault) -> StyleRules {
    var rules = StyleRules(text)
    try rules.readValue(to: text.count)
    rules.written = text
    return rules
  }

  /// With blanks in the place of comments, so that all else stays where it is.
  private static func withoutComments(_ text: [UInt8]) throws(Fault) -> [UInt8] {
    var text = text
    var quote: UInt8?
    var n = 0
    while n < text.count {
      let byte = text[n]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "/"), n + 1 < text.count, text[n + 1] == UInt8(ascii: "*") {
        let start = n
        n += 2
        while n + 1 < text.count,
          !(text[n] == UInt8(ascii: "*") && text[n + 1] == UInt8(ascii: "/"))
        {
          n += 1
        }
        guard n + 1 < text.count else { throw Fault(what: "/*", offset: start) }
        for place in start...(n + 1) where text[place] != 10 { text[place] = 32 }
        n += 1
      }
      n += 1
    }
    return text
  }
}

extension StyleRules {
  private mutating func readRules(within isNested: Bool) throws(Fault) {
    while true {
      skipBlanks()
      guard position < bytes.count else {
        if isNested { throw Fault(what: "{", offset: bytes.count) }
        return
      }
      if isNested, bytes[position] == UInt8(ascii: "}") { return }
      if bytes[position] == UInt8(ascii: "@") {
        try readAtRule(isNested)
        continue
      }
      let start = position
      let end = try find("{")
      try checkSelector(start..<end)
      write(start..<end)
      written.append(UInt8(ascii: "{"))
      position = end + 1
      try readDeclarations(to: UInt8(ascii: "}"))
      written += Array("}\n".utf8)
    }
  }

  /// `@media` with rules in it; `@charset` says nothing, as what is published is UTF-8.
  private mutating func readAtRule(_ isNested: Bool) throws(Fault) {
    let start = position
    position += 1
    let name = String(decoding: bytes[position...].prefix(while: Self.isName), as: UTF8.self)
    position += name.utf8.count
    switch name.lowercased() {
    case "charset":
      position = try find(";") + 1
    case "media" where !isNested:
      let end = try find("{")
      let isPlain = bytes[position..<end].allSatisfy {
        Self.isName($0) && $0 < 0x80 || " \t\n():,.".utf8.contains($0)
      }
      guard isPlain else { throw Fault(what: "@media", offset: start) }
      write(start..<end)
      written.append(UInt8(ascii: "{"))
      position = end + 1
      try readRules(within: true)
      position += 1
      written += Array("}\n".utf8)
    default: throw Fault(what: "@" + name, offset: start)
    }
  }

  private static let states: Set<String> = [
    "hover", "root", "first-child", "last-child", "link", "visited", "active", "focus",
  ]

  private func checkSelector(_ range: Range<Int>) throws(Fault) {
    guard !range.isEmpty else { throw Fault(what: "{", offset: range.lowerBound) }
    var n = range.lowerBound
    while n < range.upperBound {
      let byte = bytes[n]
      if byte == UInt8(ascii: ":") {
        let name = String(
          decoding: bytes[(n + 1)..<range.upperBound].prefix(while: Self.isName), as: UTF8.self)
        guard Self.states.contains(name) else { throw Fault(what: ":" + name, offset: n) }
      } else if !Self.isName(byte), !" \t\n.#*,>+~".utf8.contains(byte) {
        throw Fault(what: shown(n), offset: n)
      }
      n += 1
    }
  }

  /// Declarations up to a sign, or to the end of all.
  private mutating func readDeclarations(to sign: UInt8?) throws(Fault) {
    var isFirst = true
    while true {
      skipBlanks()
      guard position < bytes.count else {
        if sign != nil { throw Fault(what: "{", offset: bytes.count) }
        return
      }
      if bytes[position] == sign {
        position += 1
        return
      }
      if bytes[position] == UInt8(ascii: ";") {
        position += 1
        continue
      }
      let start = position
      let name = bytes[position...].prefix(while: Self.isName)
      position = name.endIndex
      skipBlanks()
      guard !name.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
        throw Fault(
          what: name.isEmpty ? shown(start) : String(decoding: name, as: UTF8.self), offset: start)
      }
      position += 1
      let end = endOfValue(sign)
      let property = String(decoding: name, as: UTF8.self)
      // What Inkscape notes for itself.
      guard !property.hasPrefix("-inkscape-") else {
        position = end
        continue
      }
      guard property.hasPrefix("--") || ArtworkWords.properties.contains(property.lowercased())
      else { throw Fault(what: property + ":", offset: start) }
      skipBlanks()
      let value = position..<max(position, end)
      try readValue(to: end)
      if !isFirst { written.append(UInt8(ascii: ";")) }
      isFirst = false
      written += Array(property.utf8) + [UInt8(ascii: ":")]
      write(value)
    }
  }

  /// Where a value ends: at `;`, or at the sign that ends all declarations, outside of texts and brackets.
  private func endOfValue(_ sign: UInt8?) -> Int {
    var (n, depth) = (position, 0)
    var quote: UInt8?
    while n < bytes.count {
      let byte = bytes[n]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: ";") where depth <= 0: return n
        case sign where depth <= 0: return n
        default: break
        }
      }
      n += 1
    }
    return n
  }
}

// Values.
extension StyleRules {
  /// Reads a value that ends at a byte.
  private mutating func readValue(to end: Int) throws(Fault) {
    var depth = 0
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try readText(to: end)
      case UInt8(ascii: "("):
        depth += 1
        position += 1
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { throw Fault(what: ")", offset: position) }
        position += 1
      case UInt8(ascii: "/") where position + 1 < end && bytes[position + 1] == UInt8(ascii: "*"):
        throw Fault(what: "/*", offset: position)
      case 0x30...0x39: position += 1
      case let byte where Self.isName(byte): try readName(to: end)
      case let byte where " \t\n.,#%+*/!".utf8.contains(byte): position += 1
      default: throw Fault(what: shown(position), offset: position)
      }
    }
    guard depth == 0 else { throw Fault(what: "(", offset: max(0, end - 1)) }
  }

  /// A name, or a function with its bracket.
  private mutating func readName(to end: Int) throws(Fault) {
    let start = position
    while position < end, Self.isName(bytes[position]) { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "(") else { return }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard name.lowercased() == "url" else {
      guard ArtworkWords.functions.contains(name.lowercased()) else {
        throw Fault(what: name + "(", offset: start)
      }
      return
    }
    position += 1
    skipBlanks()
    let address: ArraySlice<UInt8>
    if position < end, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    {
      address = try readText(to: end)
    } else {
      let first = position
      while position < end, bytes[position] != UInt8(ascii: ")"), bytes[position] > 32 {
        guard !"\"'(\\".utf8.contains(bytes[position]) else {
          throw Fault(what: shown(position), offset: position)
        }
        position += 1
      }
      address = bytes[first..<position]
    }
    skipBlanks()
    guard position < end, bytes[position] == UInt8(ascii: ")") else {
      throw Fault(what: "url(", offset: start)
    }
    position += 1
    if address.first == UInt8(ascii: "#") {
      references.append(String(decoding: address.dropFirst(), as: UTF8.self))
    } else if PictureData.address(Array(address)) == nil {
      throw Fault(what: "url(" + String(decoding: address.prefix(40), as: UTF8.self), offset: start)
    }
  }

  /// What stands between two quotes.
  private mutating func readText(to end: Int) throws(Fault) -> ArraySlice<UInt8> {
    let (start, quote) = (position, bytes[position])
    position += 1
    while position < end, bytes[position] != quote {
      guard bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 32 else {
        throw Fault(what: shown(position), offset: position)
      }
      position += 1
    }
    guard position < end else { throw Fault(what: shown(start), offset: start) }
    position += 1
    return bytes[(start + 1)..<(position - 1)]
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }

  private func find(_ sign: Unicode.Scalar) throws(Fault) -> Int {
    let sign = UInt8(truncatingIfNeeded: sign.value)
    guard let found = bytes[position...].firstIndex(of: sign) else {
      throw Fault(what: shown(position), offset: position)
    }
    return found
  }

  /// What stands at a byte, as far as a person wants to read it.
  private func shown(_ place: Int) -> String {
    String(String(decoding: bytes[place...].prefix(24), as: UTF8.self).prefix(12))
  }

  /// Writes a part without the blanks behind it.
  private mutating func write(_ range: Range<Int>) {
    let part = bytes[range]
    let end = part.lastIndex { $0 > 32 }.map { $0 + 1 } ?? range.lowerBound
    written += part[..<end]
  }
}
