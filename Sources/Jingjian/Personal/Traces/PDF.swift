/// PDF: the author, the title and the words for searching that a document says of itself.
///
/// They stand in a dictionary with the key `Author`, in the open or packed with others in an object stream,
/// and again as XMP. The file is looked through for them instead of being followed from its end, so that
/// what an earlier version said, which stays in the file, is found too. Photos keep their EXIF.
enum PDF {
  static func read(_ octets: Octets, into traces: inout Traces) {
    if holds("Encrypt", octets) {
      traces.isSealed = true
      return
    }
    let streams = streams(of: octets)
    let (objects, isSealed) = unpacked(streams)
    if isSealed { traces.isSealed = true }
    for stream in streams
    where stream.holds("/DCTDecode") && !stream.holds("/FlateDecode") {
      Pictures.jpeg(stream.data, into: &traces)
    }
    let bodies = [octets] + objects
    let known = PDFObjects(octets, packed: objects)
    for body in bodies {
      for value in values(of: "/Author", in: body, known) { traces.add(.author, value) }
      for key in ["/Title", "/Subject", "/Keywords"] {
        for value in values(of: key, in: body, known) { traces.say(value) }
      }
    }
    for body in bodies { XMP.read(body, into: &traces) }
  }

  /// The texts under a key, wherever it stands.
  private static func values(
    of key: String, in body: Octets, _ known: PDFObjects
  ) -> [String] {
    var values: [String] = []
    var start = 0
    // What objects say, by their numbers: a thousand keys may name one, and a thousand objects have its
    // number.
    var told: [Int: String] = [:]
    while let place = body.find(key, from: start), values.count < 1000 {
      start = place + key.utf8.count
      guard let value = value(at: start, body) else { continue }
      switch value {
      case .text(let text): values.append(text)
      case .object(let number):
        if let text = told[number] {
          values.append(text)
          continue
        }
        // What cannot be found may be anything.
        let texts = known.places(of: number).lazy.compactMap { body, start -> String? in
          if case .text(let text)? = PDF.value(at: start, body) { text } else { nil }
        }
        let text = texts.first ?? (key == "/Author" ? "?" : "")
        told[number] = text
        values.append(text)
      }
    }
    return values.filter { !$0.isEmpty }
  }

  private enum Value {
    case text(String)
    case object(Int)
  }

  private static func value(at start: Int, _ octets: Octets) -> Value? {
    var place = start
    while let byte = octets[place], byte <= 32 { place += 1 }
    switch octets[place] {
    case UInt8(ascii: "("): return .text(literal(at: place + 1, octets))
    case UInt8(ascii: "<") where octets[place + 1] != UInt8(ascii: "<"):
      let digits = octets.part(place + 1, 4096)?.bytes.prefix { $0 != UInt8(ascii: ">") } ?? []
      let hex = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      let bytes = stride(from: 0, to: hex.count, by: 2).map {
        UInt8(hex[$0] << 4 | ($0 + 1 < hex.count ? hex[$0 + 1] : 0))
      }
      return .text(text(bytes))
    case let byte? where (48...57).contains(byte):
      let words = String(decoding: octets.part(place, 24)?.bytes ?? [], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      guard words.count > 2, words[2].first == "R" else { return nil }
      return Int(words[0]).map { .object($0) }
    default: return nil
    }
  }

  private static func literal(at start: Int, _ octets: Octets) -> String {
    var bytes: [UInt8] = []
    var depth = 1
    var place = start
    while let byte = octets[place], bytes.count < 4096 {
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text(bytes) }
      case UInt8(ascii: "\\"):
        var value = 0
        var digits = 0
        while digits < 3, let digit = octets[place], (48...55).contains(digit) {
          value = value * 8 + Int(digit - 48)
          digits += 1
          place += 1
        }
        if digits > 0 {
          bytes.append(UInt8(value & 255))
        } else if let next = octets[place] {
          place += 1
          let plain: [UInt8: UInt8] = [110: 10, 114: 13, 116: 9, 98: 8, 102: 12]
          bytes.append(plain[next] ?? next)
        }
        continue
      default: break
      }
      bytes.append(byte)
    }
    return text(bytes)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let octets = Octets(bytes)
    switch octets.number(0, 2) {
    case 0xFEFF: return (octets.from(2) ?? octets).utf16(isLittle: false)
    case 0xFFFE: return (octets.from(2) ?? octets).utf16(isLittle: true)
    default: return octets.text
    }
  }
}
