/// Rich text (RTF): words between control words, letters as bytes in hexadecimal or as numbers of Unicode.
extension Legible {
  /// What ends a line or a cell.
  private static let breaks: Set<String> = ["par", "line", "tab", "cell", "row", "page", "sect"]
  /// Groups of digits that are no text: pictures, and data of other programs.
  private static let data: Set<String> = [
    "pict", "objdata", "themedata", "colorschememapping", "datastore",
  ]

  mutating func richText(_ bytes: [UInt8]) {
    var reader = RichTextReader(bytes: bytes)
    reader.read()
    if reader.hasData { tell(.shown) }
    for encoding in ["GB18030", "BIG5"] {
      let text = reader.text(in: encoding)
      let isLikely = (encoding == "BIG5") == (reader.page == 950)
      give(isLikely ? .text(text) : .guess(text))
    }
  }

  private struct RichTextReader {
    let bytes: [UInt8]
    /// Letters in the encoding of some country, with a mark for each one of Unicode.
    private var letters: [UInt8] = []
    private var scalars: [Unicode.Scalar] = []
    /// Which encoding, as Windows numbers them.
    private(set) var page = 936
    private(set) var hasData = false
    private var place = 0
    private var depth = 0
    /// The group whose digits are passed over.
    private var skipped: Int?
    /// How many letters stand behind a number of Unicode for those who do not know it.
    private var fallback = 1
    private var passing = 0
    private var high: UInt32?

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          if skipped == depth { skipped = nil }
          depth -= 1
        case UInt8(ascii: "\\"): control()
        case 10, 13: break
        default: add(byte)
        }
      }
    }

    func text(in encoding: String) -> [UInt8] {
      var text = String.UnicodeScalarView()
      var next = scalars.makeIterator()
      for scalar in Encoding.lossy(letters, from: encoding).unicodeScalars {
        text.append(scalar == Self.mark ? next.next() ?? scalar : scalar)
      }
      return Array(String(text).utf8)
    }

    private static let mark: Unicode.Scalar = "\u{1A}"

    private mutating func add(_ letter: UInt8) {
      guard skipped == nil else { return }
      if passing > 0 {
        passing -= 1
      } else {
        letters.append(letter == 0x1A ? 32 : letter)
      }
    }

    private mutating func control() {
      guard place < bytes.count else { return }
      let byte = bytes[place]
      guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else {
        place += 1
        if byte == UInt8(ascii: "'"), place + 1 < bytes.count {
          let value = PDF.hexadecimal(bytes[place], bytes[place + 1])
          place += 2
          if let value { add(value) }
        } else if byte == UInt8(ascii: "~") || byte == UInt8(ascii: "_") {
          add(byte == UInt8(ascii: "~") ? 32 : UInt8(ascii: "-"))
        } else if [UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}")].contains(byte) {
          add(byte)
        } else if byte == 10 || byte == 13 {
          add(10)
        }
        return
      }
      let start = place
      while place < bytes.count, bytes[place] | 0x20 >= 0x61, bytes[place] | 0x20 <= 0x7A {
        place += 1
      }
      let word = String(decoding: bytes[start..<place], as: UTF8.self)
      let number = number()
      if place < bytes.count, bytes[place] == 32 { place += 1 }
      obey(word, number)
    }

    private mutating func number() -> Int? {
      let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
      var (next, value) = (place + (isNegative ? 1 : 0), 0)
      let first = next
      while next < bytes.count, (48...57).contains(bytes[next]) {
        value = min(value * 10 + Int(bytes[next] - 48), 1 << 40)
        next += 1
      }
      guard next > first else { return nil }
      place = next
      return isNegative ? -value : value
    }

    private mutating func obey(_ word: String, _ number: Int?) {
      switch word {
      case "u":
        guard let number else { return }
        unicode(UInt32(truncatingIfNeeded: number < 0 ? number + 0x10000 : number))
        passing = fallback
      case "ansicpg": page = number ?? page
      case "uc": fallback = max(0, min(number ?? 1, 16))
      case "bin":
        hasData = true
        place = min(bytes.count, place + max(0, number ?? 0))
      case _ where Legible.data.contains(word):
        hasData = true
        if skipped == nil { skipped = depth }
      case _ where Legible.breaks.contains(word): add(10)
      default: break
      }
    }

    private mutating func unicode(_ unit: UInt32) {
      if (0xD800...0xDBFF).contains(unit) {
        high = unit
        return
      }
      var value = unit
      if let first = high, (0xDC00...0xDFFF).contains(unit) {
        value = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
      }
      high = nil
      guard skipped == nil, let scalar = Unicode.Scalar(value) else { return }
      letters.append(0x1A)
      scalars.append(scalar)
    }
  }
}
