/// The data of a picture within a drawing: a `data:` address of one of four kinds that hold nothing but
/// points. A drawing within a drawing is none of them.
enum PictureData {
  /// Such an address written anew, with the kind that its first bytes tell.
  ///
  /// - Returns: nothing when it is no such address.
  static func address(_ text: [UInt8]) -> [UInt8]? {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")), comma < 64 else { return nil }
    let head = String(decoding: text[..<comma].filter { $0 > 32 }, as: UTF8.self).lowercased()
    guard
      ["png", "jpeg", "jpg", "gif", "webp"].contains(where: { head == "data:image/\($0);base64" })
    else { return nil }
    let data = text[(comma + 1)...].filter { $0 > 32 }
    guard data.allSatisfy({ Base64.value(of: $0) != nil || $0 == UInt8(ascii: "=") }),
      let kind = kind(of: Base64.bytes(of: data.prefix(24)))
    else { return nil }
    return Array("data:image/\(kind);base64,".utf8) + data
  }

  private static func kind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "gif" }
    return bytes.starts(with: "RIFF".utf8) ? "webp" : nil
  }
}

/// Base64: three bytes as four letters.
enum Base64 {
  /// What letters stand for; what is no letter of it is passed over.
  static func bytes(of text: some Sequence<UInt8>) -> [UInt8] {
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in text {
      guard let value = value(of: byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  static func value(of letter: UInt8) -> UInt8? {
    switch letter {
    case 65...90: letter - 65
    case 97...122: letter - 71
    case 48...57: letter + 4
    case 43: 62
    case 47: 63
    default: nil
    }
  }
}
