internal import Glibc

/// What a PDF does by itself: scripts, programs that it starts, files that it carries within.
///
/// All names of the file are looked at, wherever they stand, also those with letters in hexadecimal and
/// those in packed object streams: a file that is only looked into from its end shows what one reader
/// sees, and readers differ.
extension PDF {
  /// Names of actions and files that do no harm in any document for reading.
  private static let names: Set<String> = [
    "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm",
    "ImportData",
    "Rendition", "XFA",
  ]

  /// The first of them that stands in a file, and whether something in it could not be unpacked.
  static func action(in octets: Octets) -> (name: String?, isSealed: Bool) {
    if let name = firstName(of: names, in: octets.bytes) { return ("/" + name, false) }
    let (objects, isSealed) = unpacked(streams(of: octets))
    // So short a name may stand in packed data by chance, so it is looked for in what is read as names.
    let short = names.union(["JS"])
    for body in objects {
      if let name = firstName(of: short, in: body.bytes) { return ("/" + name, false) }
    }
    return (nil, isSealed)
  }

  static func holds(_ name: String, _ octets: Octets) -> Bool {
    firstName(of: [name], in: octets.bytes) != nil
  }

  private static func firstName(of wanted: Set<String>, in bytes: ArraySlice<UInt8>) -> String? {
    let firsts = Set(wanted.compactMap { $0.utf8.first })
    let isFirst = (0...255).map { $0 == 0x23 || firsts.contains(UInt8($0)) }
    return bytes.withUnsafeBytes { bytes in
      var position = 0
      while let slash = bytes.next(UInt8(ascii: "/"), from: position) {
        position = slash + 1
        guard position < bytes.count, isFirst[Int(bytes[position])] else { continue }
        if let name = name(in: bytes, at: position), wanted.contains(name) { return name }
      }
      return nil
    }
  }

  /// The name that begins behind a slash, read as readers do: `#61` is `a`. None is longer than ours.
  private static func name(in bytes: UnsafeRawBufferPointer, at start: Int) -> String? {
    var name: [UInt8] = []
    var n = start
    while n < bytes.count, name.count < 20 {
      let byte = bytes[n]
      if byte <= 32 || "()<>[]{}/%".utf8.contains(byte) { break }
      if byte == 0x23, n + 2 < bytes.count, let value = hexadecimal(bytes[n + 1], bytes[n + 2]) {
        name.append(value)
        n += 3
      } else {
        name.append(byte)
        n += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands next, from a place on.
  fileprivate func next(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
