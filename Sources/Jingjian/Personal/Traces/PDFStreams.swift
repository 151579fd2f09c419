/// The streams of a PDF: data with a dictionary before it, among them objects that are packed together.
extension PDF {
  private static let streamLimit = 100_000

  struct Stream {
    /// Its dictionary, with all names in letters.
    let head: [UInt8]
    let data: Octets

    func holds(_ name: String) -> Bool { head.holds(Array(name.utf8)) }

    var filters: [String] {
      guard let start = Octets(head).find("/Filter") else { return [] }
      return String(decoding: head[(start + 7)...], as: UTF8.self).prefix { $0 != ">" && $0 != "]" }
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
      let end = octets.find("endstream", from: data) ?? octets.count
      if let part = octets.part(data, end - data) {
        streams.append(Stream(head: head(in: Array(before.bytes)), data: part))
      }
      place = end + 9
    }
    return streams
  }

  /// What stands behind the last `obj`, with the letters that are written in hexadecimal (`#61`).
  private static func head(in bytes: [UInt8]) -> [UInt8] {
    var start = bytes.count - 3
    while start >= 0, bytes[start] != 0x6F || bytes[start + 1] != 0x62 || bytes[start + 2] != 0x6A {
      start -= 1
    }
    let head = bytes[(start < 0 ? 0 : start + 3)...]
    guard head.contains(0x23) else { return Array(head) }
    var letters: [UInt8] = []
    var n = head.startIndex
    while n < head.endIndex {
      if head[n] == 0x23, n + 2 < head.endIndex, let value = hexadecimal(head[n + 1], head[n + 2]) {
        letters.append(value)
        n += 3
      } else {
        letters.append(head[n])
        n += 1
      }
    }
    return letters
  }

  /// The byte that two digits mean.
  static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  /// What is packed of objects and of XMP, and whether some of it is packed in an unknown way.
  static func unpacked(_ streams: [Stream]) -> (bodies: [Octets], isSealed: Bool) {
    var bodies: [Octets] = []
    var isSealed = streams.count == streamLimit
    var room = MediaFile.limit
    for stream in streams {
      // Readers know a stream of objects by where its first one stands, whatever type it says it has.
      let isNamed = ["/ObjStm", "/First", "/XML"].contains { stream.holds($0) }
      guard isNamed || beginsAsObjects(stream.data) else { continue }
      switch stream.filters {
      case [] where isNamed: bodies.append(stream.data)
      case ["FlateDecode"] where isNamed && stream.holds("/Predictor"): isSealed = true
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
    let head = Inflate.bytes(of: data.part(0, 256) ?? data, limit: 1).prefix(4)
    return head.count == 4 && head.allSatisfy { $0 <= 32 || (48...57).contains($0) }
  }
}
