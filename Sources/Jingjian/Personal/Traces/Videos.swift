/// Videos: where MP4 (and HEIC, a picture in the same form) and WebM keep what was said of them.
enum Videos {
  /// Boxes within which others stand.
  private static let folders: Set<String> = ["moov", "trak", "udta", "ilst", "moof", "iprp"]
  private static let names: [String: Traces.Kind] = [
    "\u{A9}xyz": .place, "loci": .place, "\u{A9}mak": .device, "\u{A9}mod": .device,
    "manu": .device,
    "modl": .device, "\u{A9}aut": .author, "\u{A9}ART": .author, "\u{A9}art": .author,
    "auth": .author, "aART": .author, "\u{A9}wrt": .author, "\u{A9}dir": .author,
    "\u{A9}prd": .author,
    "cprt": .author, "\u{A9}cpy": .author, "perf": .author,
  ]
  private static let texts: Set<String> = [
    "\u{A9}nam", "\u{A9}cmt", "\u{A9}des", "desc", "titl", "dscp", "\u{A9}inf",
  ]

  /// The boxes of a file; of the data itself nothing is read.
  static func boxes(_ file: MediaFile, into traces: inout Traces) throws(DiskFault) {
    var place = 0
    for _ in 0..<4096 {
      let head = try file.part(place, 16)
      guard var size = head.number(0, 4), let type = name(head, 4) else { return }
      if size == 1 { size = head.number(8, 8) ?? 0 }
      guard size == 0 || size >= 8 else { return }
      if ["moov", "meta", "uuid", "udta"].contains(type) {
        let box = try file.part(place, size == 0 ? MediaFile.limit : min(size, MediaFile.limit))
        boxes(box, into: &traces, depth: 0)
        if type == "meta" { EXIF.readLoose(box, into: &traces) }
      } else if type == "mdat", try file.isPicture() {
        EXIF.readLoose(try file.part(place, 4 << 20), into: &traces)
      }
      guard size > 0, place < Int.max - size else { return }
      place += size
    }
  }

  private static func name(_ octets: Octets, _ place: Int) -> String? {
    guard let part = octets.part(place, 4), part.count == 4 else { return nil }
    return String(String.UnicodeScalarView(part.bytes.map { Unicode.Scalar($0) }))
  }

  private static func boxes(_ octets: Octets, into traces: inout Traces, depth: Int) {
    var place = 0
    while depth < 8, let size = octets.number(place, 4), let type = name(octets, place + 4),
      size >= 8,
      let box = octets.part(place + 8, size - 8)
    {
      if folders.contains(type) {
        boxes(box, into: &traces, depth: depth + 1)
      } else if type == "meta" {
        meta(box, into: &traces, depth: depth)
      } else if type == "uuid" || type == "XMP_" {
        XMP.read(box, into: &traces)
      } else if let kind = names[type] {
        traces.add(kind, text(box))
      } else if texts.contains(type) {
        traces.say(text(box))
      }
      place += size
    }
  }

  /// `meta` has a version before its boxes, but in QuickTime; its keys, and what the items under them say.
  private static func meta(_ octets: Octets, into traces: inout Traces, depth: Int) {
    let start = octets.number(0, 4) == 0 ? 4 : 0
    guard let inner = octets.from(start) else { return }
    boxes(inner, into: &traces, depth: depth + 1)
    guard let keys = inner.find("keys"), let list = inner.find("ilst") else { return }
    var place = keys + 12
    var number = 1
    while number < 256, let size = inner.number(place, 4), size > 8,
      let key = inner.part(place + 8, size - 8)?.text.lowercased(), place < list
    {
      let value = item(number, inner.from(list + 4) ?? inner)
      if key.contains("location") || key.contains("gps") {
        traces.add(.place, value)
      } else if key.hasSuffix(".make") || key.hasSuffix(".model") || key.contains("manufacturer") {
        traces.add(.device, value)
      } else if key.contains("author") || key.contains("artist") || key.contains("director") {
        traces.add(.author, value)
      } else {
        traces.say(value)
      }
      place += size
      number += 1
    }
  }

  /// The value of the item that stands for a key.
  private static func item(_ number: Int, _ octets: Octets) -> String {
    var place = 0
    while let size = octets.number(place, 4), size > 8 {
      if octets.number(place + 4, 4) == number, let box = octets.part(place + 8, size - 8) {
        return text(box)
      }
      place += size
    }
    return ""
  }

  /// The words of a box, behind its lengths, its language or the box `data` within it.
  private static func text(_ box: Octets) -> String {
    if box.starts(with: "data", at: 4) { return box.from(16)?.text ?? "" }
    let words = box.bytes.drop { $0 < 32 }
    // A length of two bytes, a language of two.
    if let length = box.number(0, 2), length > 0, length == box.count - 4 {
      return box.from(4)?.text ?? ""
    }
    return Octets(words).text.isEmpty ? "?" : Octets(words).text
  }

  /// WebM: the tags at its beginning and its end, by their names.
  static func webm(_ octets: Octets, into traces: inout Traces) {
    var place = 0
    while let (name, value, end) = tag(octets, from: place) {
      place = end
      if ["ARTIST", "AUTHOR", "DIRECTOR", "COPYRIGHT", "PRODUCER"].contains(name) {
        traces.add(.author, value)
      } else if name.contains("LOCATION") || name.contains("GPS") {
        traces.add(.place, value)
      } else if ["MAKE", "MODEL", "COM.ANDROID.MODEL", "COM.ANDROID.MANUFACTURER"].contains(name) {
        traces.add(.device, value)
      } else {
        traces.say(value)
      }
    }
  }

  private static func tag(
    _ octets: Octets, from start: Int
  ) -> (name: String, value: String, end: Int)? {
    var place = start
    while place < octets.count {
      if octets[place] == 0x45, octets[place + 1] == 0xA3, let length = octets[place + 2],
        length & 0x80 != 0, let name = octets.part(place + 3, Int(length & 0x7F))
      {
        let next = place + 3 + name.count
        let rest = octets.part(next, 32)
        if let mark = rest?.bytes.indices.first(where: { rest?.bytes[$0] == 0x44 }), let rest,
          let size = rest[mark - rest.bytes.startIndex + 2], size & 0x80 != 0,
          rest[mark - rest.bytes.startIndex + 1] == 0x87,
          let value = octets.part(next + mark - rest.bytes.startIndex + 3, Int(size & 0x7F))
        {
          return (name.text.uppercased(), value.text, next)
        }
      }
      place += 1
    }
    return nil
  }
}
