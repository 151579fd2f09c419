// Escapes: text inside HTML, addresses inside attributes.

extension [UInt8] {
  /// Appends text as it stands in HTML, in an attribute too.
  mutating func appendEscaped(_ text: Bytes) {
    var copied = 0
    for index in text.indices {
      let escape: StaticString
      switch text[index] {
      case 0x26: escape = "&amp;"
      case 0x3C: escape = "&lt;"
      case 0x3E: escape = "&gt;"
      case 0x22: escape = "&quot;"
      default: continue
      }
      append(contentsOf: text.slice(copied..<index))
      append(escape)
      copied = index + 1
    }
    append(contentsOf: text.slice(copied..<text.count))
  }

  /// Appends an address for an attribute: what cannot stand in a URL becomes `%` and two digits. A
  /// `%` that is there stays, so that nothing is encoded twice.
  mutating func appendAddress(_ address: Bytes) {
    for byte in address {
      switch byte {
      case 0x26: append("&amp;")
      case 0x27: append("&#39;")
      case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: append(byte)
      default:
        append(0x25)
        append(Self.digits[Int(byte >> 4)])
        append(Self.digits[Int(byte & 15)])
      }
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
