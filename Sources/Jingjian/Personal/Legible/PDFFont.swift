/// A font of a PDF, as far as it says which letters its codes are.
struct PDFFont {
  private enum Codes {
    case one, two
    /// By ranges of codes of one to four bytes.
    case ranges([(length: Int, first: UInt32, last: UInt32)])
    /// In an encoding of texts.
    case encoding(String)
  }

  private var codes = Codes.one
  /// What each code stands for.
  private var letters: [UInt32: String] = [:]
  /// Whether a code that is not listed is the letter of the same number.
  private var isLatin = true

  /// The most codes that a font may list.
  static let most = 1 << 17

  /// - Parameters:
  ///   - map: the table of letters that it names.
  ///   - isCut: is set where the table is longer than what is read.
  init(_ font: PDFValue, map: [UInt8]?, in document: PDFDocument, isCut: inout Bool) {
    let encoding = document.resolved(font["Encoding"])
    var ranges: [(length: Int, first: UInt32, last: UInt32)] = []
    if let map { ranges = read(map, &isCut) }
    guard document.resolved(font["Subtype"])?.name == "Type0" else {
      name(encoding?["Differences"].flatMap(document.resolved)?.array ?? [])
      return
    }
    isLatin = false
    switch encoding?.name {
    case "Identity-H"?, "Identity-V"?: codes = .two
    case let name? where name.contains("UCS2") || name.contains("UTF16"):
      codes = .encoding("UTF-16BE")
    case let name? where name.hasPrefix("GB"): codes = .encoding("GB18030")
    case let name? where name.contains("B5"): codes = .encoding("BIG5")
    default: codes = ranges.isEmpty ? .two : .ranges(ranges)
    }
  }

  /// The letters of a text.
  ///
  /// - Parameter isUnknown: is set where some are not known.
  func text(_ bytes: [UInt8], isUnknown: inout Bool) -> String {
    switch codes {
    case .encoding(let name): return Encoding.lossy(bytes, from: name)
    case .one: return bytes.map { letter(UInt32($0), &isUnknown) }.joined()
    case .two:
      return stride(from: 0, to: bytes.count - 1, by: 2).map {
        letter(UInt32(bytes[$0]) << 8 | UInt32(bytes[$0 + 1]), &isUnknown)
      }.joined()
    case .ranges(let ranges):
      var (text, place) = ("", 0)
      while place < bytes.count {
        let rest = bytes[place...]
        var (code, length): (UInt32, Int) = (0, 0)
        for byte in rest.prefix(4) {
          (code, length) = (code << 8 | UInt32(byte), length + 1)
          if ranges.contains(where: { $0.length == length && $0.first <= code && code <= $0.last })
          {
            break
          }
        }
        text += letter(code, &isUnknown)
        place += length
      }
      return text
    }
  }

  private func letter(_ code: UInt32, _ isUnknown: inout Bool) -> String {
    if let letter = letters[code] {
      if letter == "\u{FFFD}" { isUnknown = true }
      return letter
    }
    if isLatin, code >= 32, let scalar = Unicode.Scalar(code) { return String(Character(scalar)) }
    isUnknown = true
    return "\u{FFFD}"
  }

  /// Reads a table of letters (a ToUnicode CMap).
  ///
  /// - Returns: its ranges of codes.
  private mutating func read(
    _ map: [UInt8], _ isCut: inout Bool
  ) -> [(length: Int, first: UInt32, last: UInt32)] {
    var ranges: [(length: Int, first: UInt32, last: UInt32)] = []
    var reader = PDFReader(map[...])
    var items: [PDFValue] = []
    while let value = reader.next() {
      guard case .word(let word) = value else {
        items.append(value)
        continue
      }
      let strings = items.compactMap(\.string)
      switch word {
      case "endcodespacerange":
        for n in stride(from: 0, to: strings.count - 1, by: 2) where ranges.count < 64 {
          ranges.append(
            (strings[n].count, PDFFont.code(strings[n]), PDFFont.code(strings[n + 1])))
        }
      case "endbfchar":
        for n in stride(from: 0, to: strings.count - 1, by: 2) {
          set(PDFFont.code(strings[n]), strings[n + 1], &isCut)
        }
      case "endbfrange":
        for n in stride(from: 0, to: items.count - 2, by: 3) {
          guard let first = items[n].string, let last = items[n + 1].string else { continue }
          set(PDFFont.code(first), PDFFont.code(last), items[n + 2], &isCut)
        }
      default: break
      }
      items = []
    }
    return ranges
  }

  private static func code(_ bytes: [UInt8]) -> UInt32 {
    bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func set(_ code: UInt32, _ letters: [UInt8], _ isCut: inout Bool) {
    guard self.letters.count < PDFFont.most else {
      isCut = true
      return
    }
    self.letters[code] = Octets(letters.prefix(64)).wide
  }

  private mutating func set(
    _ first: UInt32, _ last: UInt32, _ letters: PDFValue, _ isCut: inout Bool
  ) {
    if let items = letters.array {
      for (n, item) in items.prefix(PDFFont.most).enumerated() {
        if let bytes = item.string { set(first &+ UInt32(n), bytes, &isCut) }
      }
    } else if let start = letters.string, first <= last, start.count >= 1 {
      // The last byte or two count up.
      let head = Array(start.dropLast(2))
      let number = PDFFont.code(start.suffix(2))
      for n in 0...min(last - first, 0xFFFF) {
        let unit = UInt16(truncatingIfNeeded: number + n)
        set(first + n, head + [UInt8(unit >> 8), UInt8(unit & 255)], &isCut)
        if isCut { return }
      }
    }
  }

  /// Names that are given to some codes: of letters, or of shapes that have none.
  private mutating func name(_ differences: [PDFValue]) {
    var code: UInt32 = 0
    for item in differences.prefix(1024) {
      if let number = item.number {
        code = UInt32(max(0, min(number, 255)))
      } else if let name = item.name {
        if letters[code] == nil { letters[code] = PDFFont.letter(named: name) ?? "\u{FFFD}" }
        code += 1
      }
    }
  }

  private static let names: [String: String] = [
    "space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "hyphen": "-", "period": ".",
    "comma": ",", "colon": ":", "slash": "/", "at": "@", "underscore": "_", "parenleft": "(",
    "parenright": ")", "fi": "fi", "fl": "fl", "ff": "ff",
  ]

  private static func letter(named name: String) -> String? {
    if name.unicodeScalars.count == 1 { return name }
    if let known = names[name] { return known }
    let digits = name.hasPrefix("uni") ? name.dropFirst(3).prefix(4) : name.dropFirst(1)
    guard name.hasPrefix("u"), digits.utf8.count >= 4, let value = UInt32(digits, radix: 16) else {
      return nil
    }
    return Unicode.Scalar(value).map { String(Character($0)) }
  }
}

extension Octets {
  /// As UTF-16, zeros and all.
  fileprivate var wide: String {
    String(
      decoding: stride(from: 0, to: count - 1, by: 2).compactMap {
        number($0, 2).map(UInt16.init)
      }, as: UTF16.self)
  }
}
