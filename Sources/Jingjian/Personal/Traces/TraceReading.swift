/// Reading traces: each form of file by its own reader.
extension Traces {
  /// Reads a file; what is damaged is read as far as it can be.
  static func read(_ file: MediaFile) throws(DiskFault) -> Traces {
    var traces = Traces()
    let head = try file.part(0, 64)
    func all() throws(DiskFault) -> Octets { try file.part(0, MediaFile.limit) }
    if head.starts(with: "GIF8") {
      Pictures.gif(try all(), into: &traces)
    } else if head.starts(with: "RIFF") {
      Pictures.webp(try all(), into: &traces)
    } else if head.starts(with: "PNG\r\n", at: 1) {
      Pictures.png(try all(), into: &traces)
    } else if head[0] == 0xFF, head[1] == 0xD8 {
      Pictures.jpeg(try all(), into: &traces)
    } else if head.starts(with: "II*\0") || head.starts(with: "MM\0*") {
      let octets = try all()
      EXIF.read(octets, into: &traces)
      XMP.read(octets, into: &traces)
    } else if ["ftyp", "moov", "mdat", "wide", "free", "skip"].contains(where: {
      head.starts(with: $0, at: 4)
    }) {
      try Videos.boxes(file, into: &traces)
    } else if head.starts(with: "\u{1A}E") && head[2] == 0xDF || head.number(0, 4) == 0x1A45_DFA3 {
      Videos.webm(try file.part(0, 1 << 20), into: &traces)
      Videos.webm(try file.end(1 << 20), into: &traces)
    } else if try file.part(0, 1024).find("%PDF-") != nil {
      PDF.read(try all(), into: &traces)
    } else if head.starts(with: "PK\u{3}\u{4}") {
      Packed.read(try all(), into: &traces)
    } else if file.path.ending == "svg" {
      SVG.read(try all(), into: &traces)
    }
    return traces
  }
}
