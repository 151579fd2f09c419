/// SVG: a drawing's own words are screened as any text; here is what a drawing program adds – its author,
/// the folders it was saved in – and the photos that are set into it.
enum SVG {
  /// Where a drawing program tells of folders on somebody's computer.
  private static let folders = ["inkscape:export-filename", "sodipodi:docbase", "sodipodi:absref"]

  static func read(_ octets: Octets, into traces: inout Traces) {
    XMP.note(octets, in: &traces)
    for name in folders {
      for value in XMP.values(of: name, in: octets) { traces.add(.author, value) }
    }
    var start = 0
    while let mark = octets.find(";base64,", from: start) {
      let data = octets.from(mark + 8)?.bytes.prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      photo(Octets(decoded(data ?? [])), into: &traces)
      start = mark + 8 + (data?.count ?? 0)
    }
  }

  private static func photo(_ octets: Octets, into traces: inout Traces) {
    if octets[0] == 0xFF, octets[1] == 0xD8 { Pictures.jpeg(octets, into: &traces) }
    if octets.starts(with: "PNG", at: 1) { Pictures.png(octets, into: &traces) }
    if octets.starts(with: "RIFF") { Pictures.webp(octets, into: &traces) }
  }

  private static func decoded(_ text: some Sequence<UInt8>) -> [UInt8] {
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in text {
      let value: UInt8? =
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case 43: 62
        case 47: 63
        default: nil
        }
      guard let value else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
