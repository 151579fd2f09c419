/// Glyphs: which characters some fonts can print, read from their tables `cmap` (OpenType 1.9, formats 4
/// and 12; others hold nothing that these lack).
struct Glyphs: Sendable {
  private var known: [UInt64] = Array(repeating: 0, count: 0x110000 / 64)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    known[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }

  /// Adds all faces of a font file; one that is no font adds nothing.
  mutating func add(_ font: [UInt8]) {
    font.withUnsafeBytes { bytes in
      let reader = FontBytes(bytes: bytes)
      if reader.tag(0) == "ttcf" {
        for n in 0..<min(reader.long(8), 64) { addFace(reader, at: reader.long(12 + 4 * n)) }
      } else {
        addFace(reader, at: 0)
      }
    }
  }

  private mutating func addFace(_ reader: FontBytes, at face: Int) {
    for n in 0..<reader.short(face + 4) where reader.tag(face + 12 + 16 * n) == "cmap" {
      let table = reader.long(face + 12 + 16 * n + 8)
      for record in 0..<reader.short(table + 2) {
        let map = table + reader.long(table + 4 + 8 * record + 4)
        switch reader.short(map) {
        case 4: addSegments(reader, at: map)
        case 12: addGroups(reader, at: map)
        default: break
        }
      }
    }
  }

  private mutating func addSegments(_ reader: FontBytes, at map: Int) {
    let width = reader.short(map + 6)
    guard reader.holds(map + 16 + 4 * width) else { return }
    for n in stride(from: 0, to: width, by: 2) {
      let last = reader.short(map + 14 + n)
      let first = reader.short(map + 16 + width + n)
      guard first <= last, first != 0xFFFF else { continue }
      let delta = reader.short(map + 16 + 2 * width + n)
      let place = map + 16 + 3 * width + n
      let offset = reader.short(place)
      for value in first...last {
        let glyph =
          offset == 0
          ? (value + delta) & 0xFFFF : reader.short(place + offset + 2 * (value - first))
        if glyph != 0 { insert(value) }
      }
    }
  }

  private mutating func addGroups(_ reader: FontBytes, at map: Int) {
    for n in 0..<min(reader.long(map + 12), 1 << 20) where reader.holds(map + 28 + 12 * n) {
      let (first, last) = (reader.long(map + 16 + 12 * n), reader.long(map + 20 + 12 * n))
      guard first <= last, last < 0x110000 else { continue }
      for value in first...last { insert(value) }
    }
  }

  private mutating func insert(_ value: Int) { known[value >> 6] |= 1 << UInt64(value & 63) }

  /// Reads numbers as fonts write them; outside the file they are 0.
  private struct FontBytes {
    let bytes: UnsafeRawBufferPointer

    func short(_ place: Int) -> Int {
      place >= 0 && place + 2 <= bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : 0
    }

    /// Whether the file goes on up to a place.
    func holds(_ end: Int) -> Bool { end <= bytes.count }

    func long(_ place: Int) -> Int { short(place) << 16 | short(place + 2) }

    func tag(_ place: Int) -> String {
      guard place >= 0, place + 4 <= bytes.count else { return "" }
      return String(decoding: bytes[place..<place + 4], as: UTF8.self)
    }
  }
}
