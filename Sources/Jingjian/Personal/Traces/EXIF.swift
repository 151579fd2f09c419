/// EXIF: what a camera writes into a picture, in the form of TIFF.
enum EXIF {
  private static let authors: Set<Int> = [0x013B, 0x8298, 0x9C9D, 0xA430]
  private static let devices: Set<Int> = [
    0x010F, 0x0110, 0x013C, 0xA431, 0xA433, 0xA434, 0xA435, 0xC614, 0xC62F,
  ]
  /// Descriptions and comments.
  private static let texts: Set<Int> = [0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F]
  private static let folders: Set<Int> = [0x8769, 0xA005, 0x014A]
  private static let gps = 0x8825

  static func read(_ octets: Octets, into traces: inout Traces) {
    var reader = Reader(octets: octets, isLittle: octets.starts(with: "II"))
    guard octets.starts(with: "II") || octets.starts(with: "MM"),
      [42, 43, 85].contains(octets.number(2, 2, isLittle: reader.isLittle) ?? 0),
      let first = octets.number(4, 4, isLittle: reader.isLittle)
    else { return }
    reader.folders(from: first, &traces)
  }

  private struct Reader {
    let octets: Octets
    let isLittle: Bool
    private var seen: Set<Int> = []

    init(octets: Octets, isLittle: Bool) { (self.octets, self.isLittle) = (octets, isLittle) }

    /// A folder and those behind it. A damaged file may lead in a circle.
    mutating func folders(from start: Int, _ traces: inout Traces) {
      var start = start
      while start > 0, seen.count < 32, seen.insert(start).inserted,
        let count = octets.number(start, 2, isLittle: isLittle)
      {
        for n in 0..<count {
          guard octets.number(start + 2 + n * 12 + 8, 4, isLittle: isLittle) != nil else { return }
          entry(at: start + 2 + n * 12, &traces)
        }
        start = octets.number(start + 2 + count * 12, 4, isLittle: isLittle) ?? 0
      }
    }

    private mutating func entry(at place: Int, _ traces: inout Traces) {
      guard let tag = octets.number(place, 2, isLittle: isLittle),
        let value = octets.number(place + 8, 4, isLittle: isLittle)
      else { return }
      switch tag {
      case EXIF.gps: position(at: value, &traces)
      case _ where EXIF.folders.contains(tag): folders(from: value, &traces)
      case _ where EXIF.authors.contains(tag): traces.add(.author, text(at: place, tag))
      case _ where EXIF.devices.contains(tag): traces.add(.device, text(at: place, tag))
      case _ where EXIF.texts.contains(tag): traces.say(text(at: place, tag))
      default: break
      }
    }

    /// The folder of the place: latitude, longitude, and places in words.
    private func position(at start: Int, _ traces: inout Traces) {
      guard let count = octets.number(start, 2, isLittle: isLittle) else { return }
      for n in 0..<count {
        guard let tag = octets.number(start + 2 + n * 12, 2, isLittle: isLittle) else { return }
        if [2, 4, 20, 22, 28].contains(tag) { traces.add(.place) }
      }
    }

    private func text(at place: Int, _ tag: Int) -> String {
      guard let type = octets.number(place + 2, 2, isLittle: isLittle),
        let count = octets.number(place + 4, 4, isLittle: isLittle)
      else { return "" }
      // A number may be a device's: its value is not shown.
      guard [1, 2, 7].contains(type) else { return "0x" + String(tag, radix: 16) }
      let start = count <= 4 ? place + 8 : octets.number(place + 8, 4, isLittle: isLittle) ?? 0
      guard let bytes = octets.part(start, min(count, 1 << 16)) else { return "" }
      if tag >= 0x9C9B && tag <= 0x9C9F { return bytes.utf16(isLittle: true) }
      guard tag == 0x9286 else { return bytes.text }
      // A comment begins with the name of its encoding.
      let rest = bytes.from(8) ?? bytes
      return bytes.starts(with: "UNICODE") ? rest.utf16(isLittle: isLittle) : rest.text
    }
  }
}

extension EXIF {
  /// What stands somewhere within other bytes.
  static func readLoose(_ octets: Octets, into traces: inout Traces) {
    guard let start = octets.find("Exif\0\0"), let rest = octets.from(start + 6) else { return }
    read(rest, into: &traces)
  }
}
