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
      read(String(decoding: (packet.part(0, end) ?? packet).bytes, as: UTF8.self), into: &traces)
      return
    }
  }

  static func read(_ text: String, into traces: inout Traces) {
    for (name, kind) in properties {
      for value in values(of: name, in: text) { traces.add(kind, value) }
    }
    for name in texts {
      for value in values(of: name, in: text) { traces.say(value) }
    }
  }

  /// What stands in the attributes and elements of a name.
  static func values(of name: String, in text: String) -> [String] {
    var values: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: name) {
      let opens = text[..<found.lowerBound].last == "<"
      rest = rest[found.upperBound...]
      guard let next = rest.first else { break }
      if opens, next == ">" || next == " " || next == "\n" || next == "\t" {
        let end = rest.firstRange(of: "</" + name + ">")
        guard let start = rest.firstIndex(of: ">"), let end, start < end.lowerBound else {
          continue
        }
        values.append(words(rest[rest.index(after: start)..<end.lowerBound]))
        rest = rest[end.upperBound...]
      } else if !opens, let sign = rest.first(where: { !$0.isWhitespace }), sign == "=",
        let quote = rest.firstIndex(where: { $0 == "\"" || $0 == "'" })
      {
        let value = rest[rest.index(after: quote)...].prefix { $0 != rest[quote] }
        values.append(String(value).trimmed)
      }
    }
    return values.filter { !$0.isEmpty }
  }

  /// The words between tags.
  private static func words(_ text: Substring) -> String {
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
