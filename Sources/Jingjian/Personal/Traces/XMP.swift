/// XMP: what programs say of a file, as RDF that is packed into it.
enum XMP {
  private static let properties: [(name: String, kind: Traces.Kind)] = [
    ("dc:creator", .author), ("pdf:Author", .author), ("tiff:Artist", .author),
    ("aux:OwnerName", .author), ("exifEX:CameraOwnerName", .author), ("dc:rights", .author),
    ("xmpRights:Owner", .author), ("photoshop:AuthorsPosition", .author),
    ("cc:attributionName", .author),
    ("exif:GPSLatitude", .place), ("exif:GPSLongitude", .place), ("photoshop:City", .place),
    ("photoshop:State", .place), ("Iptc4xmpCore:Location", .place),
    ("Iptc4xmpExt:LocationCreated", .place), ("Iptc4xmpExt:LocationShown", .place),
    ("tiff:Make", .device), ("tiff:Model", .device), ("aux:SerialNumber", .device),
    ("exifEX:BodySerialNumber", .device), ("aux:Lens", .device), ("exifEX:LensModel", .device),
  ]

  private static let texts = ["dc:title", "dc:description", "dc:subject", "photoshop:Headline"]

  /// What a property tells, by its name without a prefix: who reads XML knows that anybody may choose one.
  static func kind(ofLocal name: String) -> Traces.Kind? {
    properties.first { $0.name.hasSuffix(":" + name) }?.kind
  }

  static func isText(local name: String) -> Bool { texts.contains { $0.hasSuffix(":" + name) } }

  /// The packets in some bytes.
  static func read(_ octets: Octets, into traces: inout Traces) {
    for mark in ["<x:xmpmeta", "<rdf:RDF"] {
      guard let start = octets.find(mark), let packet = octets.part(start, 1 << 20) else {
        continue
      }
      let end = packet.find("</rdf:RDF>").map { $0 + 10 } ?? packet.count
      note(packet.part(0, end) ?? packet, in: &traces)
      return
    }
  }

  /// Notes what is told in a packet, or in any XML.
  static func note(_ packet: Octets, in traces: inout Traces) {
    for (name, kind) in properties {
      for value in values(of: name, in: packet) { traces.add(kind, value) }
    }
    for name in texts {
      for value in values(of: name, in: packet) { traces.say(value) }
    }
  }

  /// What stands in the attributes and elements of a name.
  static func values(of name: String, in packet: Octets) -> [String] {
    var values: [String] = []
    var place = 0
    // What was not found once is not looked for again: there may be a million beginnings without an end.
    var isClosed = true
    while let found = packet.find(name, from: place) {
      place = found + name.utf8.count
      let rest = packet.bytes.dropFirst(place)
      guard let next = rest.first else { break }
      let opens = packet[found - 1] == UInt8(ascii: "<")
      if opens, next <= 32 || next == UInt8(ascii: ">") {
        guard isClosed, let end = packet.find("</\(name)>", from: place) else {
          isClosed = false
          continue
        }
        guard let start = packet.find(">", from: place), start < end,
          let inside = packet.part(start + 1, end - start - 1)
        else { continue }
        values.append(words(String(decoding: inside.bytes, as: UTF8.self)))
        place = end + name.utf8.count + 3
      } else if !opens, rest.first(where: { $0 > 32 }) == UInt8(ascii: "="),
        let quote = rest.prefix(256).firstIndex(where: { "\"'".utf8.contains($0) })
      {
        let value = rest[(quote + 1)...].prefix { $0 != rest[quote] }
        values.append(String(decoding: value, as: UTF8.self).trimmed)
      }
    }
    return values.filter { !$0.isEmpty }
  }

  /// The words between tags.
  private static func words(_ text: String) -> String {
    var words = ""
    var isTag = false
    for character in text.prefix(4096) {
      if character == "<" {
        isTag = true
        words += " "
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        words.append(character)
      }
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
