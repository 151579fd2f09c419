/// Pictures: where JPEG, PNG, WebP and GIF keep what was said of them. Each is a run of parts with their
/// lengths; reading ends where they do.
enum Pictures {
  static func jpeg(_ octets: Octets, into traces: inout Traces) {
    var place = 2
    while octets[place] == 0xFF, let marker = octets[place + 1] {
      if marker == 0xFF {
        place += 1
        continue
      }
      if marker == 0xD9 { return }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        place += 2
        continue
      }
      guard let length = octets.number(place + 2, 2), length >= 2,
        let part = octets.part(place + 4, length - 2)
      else { return }
      switch marker {
      case 0xE1 where part.starts(with: "Exif\0"): EXIF.read(part.from(6) ?? part, into: &traces)
      case 0xE1: XMP.read(part, into: &traces)
      case 0xED: photoshop(part, into: &traces)
      case 0xFE: traces.say(part.text)
      case 0xDA: return
      default: break
      }
      place += 2 + length
    }
  }

  /// Photoshop's resources, of which 1028 holds the records of the press (IPTC).
  private static func photoshop(_ octets: Octets, into traces: inout Traces) {
    var place = octets.find("8BIM") ?? octets.count
    while octets.starts(with: "8BIM", at: place), let id = octets.number(place + 4, 2),
      let nameLength = octets[place + 6]
    {
      let name = (Int(nameLength) + 2) / 2 * 2
      guard let length = octets.number(place + 6 + name, 4) else { return }
      let start = place + 10 + name
      if id == 1028, let part = octets.part(start, length) { iptc(part, into: &traces) }
      place = start + (length + 1) / 2 * 2
    }
  }

  static func iptc(_ octets: Octets, into traces: inout Traces) {
    var place =
      octets.bytes.firstIndex(of: 0x1C).map { $0 - octets.bytes.startIndex } ?? octets.count
    while octets[place] == 0x1C, let record = octets[place + 1], let field = octets[place + 2],
      let length = octets.number(place + 3, 2), length < 0x8000
    {
      let text = octets.part(place + 5, length)?.text ?? ""
      if record == 2 {
        switch field {
        case 80, 85, 110, 116, 122: traces.add(.author, text)
        case 90, 92, 95, 101: traces.add(.place, text)
        case 5, 105, 120: traces.say(text)
        default: break
        }
      }
      place += 5 + length
    }
  }

  static func png(_ octets: Octets, into traces: inout Traces) {
    var place = 8
    // What all packed texts may come to: each may be a thousand times as long as it is packed.
    var room = Inflate.limit
    func unpacked(_ packed: Octets) -> Octets {
      let bytes = room > 0 ? Inflate.bytes(of: packed, limit: room) : []
      room -= bytes.count
      if room <= 0 { traces.isSealed = true }
      return Octets(bytes)
    }
    while let length = octets.number(place, 4), let part = octets.part(place + 8, length) {
      if octets.starts(with: "eXIf", at: place + 4) {
        EXIF.read(part, into: &traces)
      } else if octets.starts(with: "tEXt", at: place + 4) {
        let (key, rest) = split(part)
        say(key, rest, &traces)
      } else if octets.starts(with: "zTXt", at: place + 4) {
        let (key, rest) = split(part)
        say(key, traces.unpacked(rest.from(1) ?? rest), &traces)
      } else if octets.starts(with: "iTXt", at: place + 4) {
        let (key, rest) = split(part)
        let isPacked = rest[0] == 1
        let (_, translated) = split(rest.from(2) ?? rest)
        let (_, text) = split(translated)
        say(key, isPacked ? traces.unpacked(text) : text, &traces)
      } else if octets.starts(with: "IEND", at: place + 4) {
        return
      }
      place += 12 + length
    }
  }

  /// At the first zero.
  private static func split(_ octets: Octets) -> (key: String, rest: Octets) {
    let key = octets.bytes.prefix { $0 != 0 }
    return (String(decoding: key, as: UTF8.self), octets.from(key.count + 1) ?? Octets([]))
  }

  private static func say(_ key: String, _ value: Octets, _ traces: inout Traces) {
    let name = key.lowercased()
    if name.hasPrefix("raw profile type") {
      raw(value, &traces)
    } else if name == "xml:com.adobe.xmp" {
      XMP.read(value, into: &traces)
    } else if ["author", "artist", "creator", "copyright", "owner"].contains(name) {
      traces.add(.author, value.text)
    } else if ["source", "make", "model", "camera", "device"].contains(name) {
      traces.add(.device, value.text)
    } else if name.hasPrefix("location") || name.contains("gps") {
      traces.add(.place, value.text)
    } else {
      traces.say(value.text)
    }
  }

  /// A profile as ImageMagick writes it: its name, its length, and its bytes in hexadecimal.
  private static func raw(_ value: Octets, _ traces: inout Traces) {
    let lines = value.bytes.split(separator: 10, omittingEmptySubsequences: true)
    var digits = lines.dropFirst(2).joined().makeIterator()
    var bytes: [UInt8] = []
    while let high = digits.next(), let low = digits.next() {
      let pair = String(decoding: [high, low], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { break }
      bytes.append(byte)
    }
    let octets = Octets(bytes)
    XMP.read(octets, into: &traces)
    photoshop(octets, into: &traces)
    EXIF.read(octets.starts(with: "Exif\0") ? octets.from(6) ?? octets : octets, into: &traces)
  }

  static func webp(_ octets: Octets, into traces: inout Traces) {
    var place = 12
    while let length = octets.number(place + 4, 4, isLittle: true),
      let part = octets.part(place + 8, length)
    {
      if octets.starts(with: "EXIF", at: place) {
        EXIF.read(part.starts(with: "Exif\0") ? part.from(6) ?? part : part, into: &traces)
      } else if octets.starts(with: "XMP ", at: place) {
        XMP.read(part, into: &traces)
      }
      place += 8 + (length + 1) / 2 * 2
    }
  }

  static func gif(_ octets: Octets, into traces: inout Traces) {
    XMP.read(octets, into: &traces)
    guard let flags = octets[10] else { return }
    var place = 13 + (flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1))
    while let sign = octets[place] {
      if sign == 0x2C, let flags = octets[place + 9] {
        place += 11 + (flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1))
        place = blocks(octets, place).end
      } else if sign == 0x21 {
        let (bytes, end) = blocks(octets, place + 2)
        if octets[place + 1] == 0xFE { traces.say(Octets(bytes).text) }
        place = end
      } else {
        return
      }
    }
  }

  /// Blocks with their lengths up to an empty one; of their bytes the first.
  private static func blocks(_ octets: Octets, _ start: Int) -> (bytes: [UInt8], end: Int) {
    var (bytes, place): ([UInt8], Int) = ([], start)
    while let length = octets[place], length > 0 {
      if bytes.count < 1 << 16, let part = octets.part(place + 1, Int(length)) {
        bytes += part.bytes
      }
      place += 1 + Int(length)
    }
    return (bytes, place + 1)
  }
}
