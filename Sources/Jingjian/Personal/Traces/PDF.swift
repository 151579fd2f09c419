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
    where stream.head.contains("/DCTDecode") && !stream.head.contains("/FlateDecode") {
      Pictures.jpeg(stream.data, into: &traces)
    }
    let bodies = [octets] + objects
    let packed = bodies.dropFirst()
    for body in bodies {
      for value in values(of: "/Author", in: body, octets, packed) { traces.add(.author, value) }
      for key in ["/Title", "/Subject", "/Keywords"] {
        for value in values(of: key, in: body, octets, packed) { traces.say(value) }
      }
    }
    for body in bodies { XMP.read(body, into: &traces) }
  }

  /// What is packed of objects and of XMP, and whether some of it is packed in an unknown way.
  static func unpacked(_ streams: [Stream]) -> (bodies: [Octets], isSealed: Bool) {
    var bodies: [Octets] = []
    var isSealed = streams.count == streamLimit
    var room = MediaFile.limit
    for stream in streams {
      // Readers know a stream of objects by where its first one stands, whatever type it says it has.
      let isNamed = ["/ObjStm", "/First", "/XML"].contains { stream.head.contains($0) }
      guard isNamed || beginsAsObjects(stream.data) else { continue }
      switch stream.filters {
      case [] where isNamed: bodies.append(stream.data)
      case ["FlateDecode"] where isNamed && stream.head.contains("/Predictor"): isSealed = true
      case [], ["FlateDecode"]:
        let body = Octets(Inflate.bytes(of: stream.data, limit: min(room, Inflate.limit)))
        room -= body.count
        if isNamed, body.count == 0 || body.count >= Inflate.limit { isSealed = true }
        if room <= 0 { return (bodies, true) }
        bodies.append(body)
      default: isSealed = isSealed || isNamed
      }
    }
    return (bodies, isSealed)
  }

  /// Whether packed data begins with numbers, as a stream of objects does: with a list of where they stand.
  private static func beginsAsObjects(_ data: Octets) -> Bool {
    guard let first = data[0], first & 15 == 8, (data.number(0, 2) ?? 1) % 31 == 0 else {
      return false
    }
    let head = Inflate.bytes(of: data.part(0, 256) ?? data, limit: 1).prefix(12)
    return !head.isEmpty && head.allSatisfy { $0 <= 32 || (48...57).contains($0) }
  }

  private static let streamLimit = 100_000

  struct Stream {
    /// Its dictionary, with all names in letters.
    let head: String
    let data: Octets

    var filters: [String] {
      guard let start = head.firstRange(of: "/Filter") else { return [] }
      return head[start.upperBound...].prefix { $0 != ">" && $0 != "]" }
        .split { !$0.isLetter && !$0.isNumber && $0 != "/" }
        .flatMap { $0.split(separator: "/") }.map(String.init)
        .filter { $0.hasSuffix("Decode") || $0 == "Crypt" }
    }
  }

  static func streams(of octets: Octets) -> [Stream] {
    var streams: [Stream] = []
    var place = 0
    while let start = octets.find("stream", from: place), streams.count < streamLimit {
      place = start + 6
      var data = place
      if octets[data] == 13 { data += 1 }
      if octets[data] == 10 { data += 1 }
      guard data > place, let before = octets.part(max(0, start - 1024), min(start, 1024)) else {
        continue
      }
      let head = before.behindLast("obj")
      let end = octets.find("endstream", from: data) ?? octets.count
      if let part = octets.part(data, end - data) {
        streams.append(Stream(head: head.utf8.contains(0x23) ? head.lettered : head, data: part))
      }
      place = end + 9
    }
    return streams
  }

  /// The texts under a key, wherever it stands.
  private static func values(
    of key: String, in body: Octets, _ file: Octets, _ packed: ArraySlice<Octets>
  ) -> [String] {
    var values: [String] = []
    var start = 0
    while let place = body.find(key, from: start), values.count < 1000 {
      start = place + key.utf8.count
      guard let value = value(at: start, body) else { continue }
      switch value {
      case .text(let text): values.append(text)
      case .object(let number):
        // What cannot be found may be anything.
        values.append(object(number, file, packed) ?? (key == "/Author" ? "?" : ""))
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

  /// The text that is an object of its own, in the open or packed.
  private static func object(_ number: Int, _ file: Octets, _ packed: ArraySlice<Octets>) -> String?
  {
    var start = 0
    let head = "\(number) 0 obj"
    while let place = file.find(head, from: start) {
      start = place + head.utf8.count
      if let before = file[place - 1], (48...57).contains(before) { continue }
      if case .text(let text)? = value(at: start, file) { return text }
    }
    for body in packed {
      // Pairs of a number and a place, then the objects.
      let words = String(decoding: body.part(0, 1 << 16)?.bytes ?? [], as: UTF8.self)
      var pairs: [(Int, Int)] = []
      var rest = words[...]
      while let (first, after) = integer(rest), let (second, end) = integer(after) {
        pairs.append((first, second))
        rest = end
      }
      guard let place = pairs.first(where: { $0.0 == number })?.1 else { continue }
      let first = words[..<rest.startIndex].utf8.count
      for start in [first + place, first + place + 1, first + place - 1] {
        if case .text(let text)? = value(at: start, body) { return text }
      }
    }
    return nil
  }

  private static func integer(_ text: Substring) -> (Int, Substring)? {
    let rest = text.drop(while: \.isWhitespace)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count < 10, let value = Int(digits) else { return nil }
    return (value, rest[digits.endIndex...].drop(while: \.isWhitespace))
  }
}

extension String {
  /// With the letters that are written in hexadecimal, `#61`.
  fileprivate var lettered: String {
    var parts = split(separator: "#", omittingEmptySubsequences: false)[...]
    var text = String(parts.popFirst() ?? "")
    for part in parts {
      if let value = UInt8(part.prefix(2), radix: 16), part.utf8.count >= 2 {
        text += String(Unicode.Scalar(value)) + part.dropFirst(2)
      } else {
        text += "#" + part
      }
    }
    return text
  }
}

extension Octets {
  /// The text behind the last place where a word stands.
  fileprivate func behindLast(_ word: String) -> String {
    let word = Array(word.utf8)
    var start = bytes.endIndex - word.count
    while start >= bytes.startIndex, !bytes[start...].starts(with: word) { start -= 1 }
    let first = start < bytes.startIndex ? bytes.startIndex : start + word.count
    return String(decoding: bytes[first...], as: UTF8.self)
  }
}
