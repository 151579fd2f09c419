/// Filters: how the data of a PDF's stream are packed, one way in the other.
extension Legible {
  /// The data of a stream; nothing, and told, where they are packed in a way that is not known.
  mutating func unpacked(_ object: PDFDocument.Object, in document: PDFDocument) -> [UInt8]? {
    guard var data = object.data else { return nil }
    func entry(_ long: String, _ short: String) -> PDFValue? {
      document.resolved(object.value[long] ?? object.value[short])
    }
    let filters = entry("Filter", "F").map { $0.array ?? [$0] } ?? []
    let settings = entry("DecodeParms", "DP").map { $0.array ?? [$0] } ?? []
    if filters.isEmpty, !take(room: data.count) { return nil }
    for (n, filter) in filters.prefix(8).enumerated() {
      switch document.resolved(filter)?.name {
      case "FlateDecode", "Fl":
        data = Octets(unpack(data))
        let setting = n < settings.count ? document.resolved(settings[n]) : nil
        if document.resolved(setting?["Predictor"])?.number ?? 1 > 1 {
          tell(.packing)
          return nil
        }
      case "ASCIIHexDecode", "AHx":
        guard take(room: data.count / 2) else { return nil }
        var (bytes, half): ([UInt8], UInt8?) = ([], nil)
        for byte in data.bytes.prefix(while: { $0 != UInt8(ascii: ">") }) {
          guard let digit = PDF.digit(byte) else { continue }
          if let high = half { bytes.append(high << 4 | digit) }
          half = half == nil ? digit : nil
        }
        data = Octets(bytes + (half.map { [$0 << 4] } ?? []))
      case "ASCII85Decode", "A85":
        guard take(room: data.count) else { return nil }
        data = Octets(Legible.base85(data.bytes))
      case "RunLengthDecode", "RL":
        guard take(room: min(data.count * 64, 8 << 20)) else { return nil }
        data = Octets(Legible.runs(data.bytes, limit: 8 << 20))
      case "DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode":
        tell(.shown)
        return nil
      default:
        tell(.packing)
        return nil
      }
    }
    if filters.count > 8 { tell(.packing) }
    return Array(data.bytes)
  }

  private static func base85(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var (value, count): (UInt32, Int) = (0, 0)
    for letter in text.prefix(while: { $0 != UInt8(ascii: "~") }) {
      if letter == UInt8(ascii: "z"), count == 0 {
        bytes += [0, 0, 0, 0]
      } else if (0x21...0x75).contains(letter) {
        value = value &* 85 &+ UInt32(letter - 0x21)
        count += 1
        if count == 5 {
          for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
          (value, count) = (0, 0)
        }
      }
    }
    guard count > 1 else { return bytes }
    for _ in count..<5 { value = value &* 85 &+ 84 }
    for shift in [24, 16, 8].prefix(count - 1) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
    return bytes
  }

  private static func runs(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = packed.startIndex
    while place < packed.endIndex, packed[place] != 128, bytes.count < limit {
      let length = Int(packed[place])
      if length < 128 {
        bytes += packed[(place + 1)...].prefix(length + 1)
        place += length + 2
      } else {
        let letter = packed[(place + 1)...].first
        bytes += letter.map { [UInt8](repeating: $0, count: 257 - length) } ?? []
        place += 2
      }
    }
    return bytes
  }
}
