// Escape: the five characters that HTML gives a meaning become references to them – both quotes too, as
// a site's own template may put an attribute in either.

extension [UInt8] {
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, escaped: Bool) {
    guard escaped else { return append(contentsOf: text) }
    var start = 0
    for (index, byte) in text.enumerated() {
      guard byte <= UInt8(ascii: ">"), let reference = reference(to: byte) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(contentsOf: reference.utf8)
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}

private func reference(to byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
