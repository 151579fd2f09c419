internal import CLinux

/// Bytes: looking for some in others, by the C library's own search. The standard library's `firstRange`
/// takes a hundred times as long, and in strings it compares characters.
extension Collection<UInt8> {
  /// Where some bytes stand first from a place on, both counted from the beginning of these.
  func offset(of part: some Collection<UInt8>, from start: Int = 0) -> Int? {
    withBytes { bytes in
      part.withBytes { part in
        guard start >= 0, start <= bytes.count, let base = bytes.baseAddress,
          let found = memmem(base + start, bytes.count - start, part.baseAddress, part.count)
        else { return nil }
        return UnsafeRawPointer(found) - base
      }
    }
  }

  /// Whether some bytes stand in these.
  func holds(_ part: some Collection<UInt8>) -> Bool { offset(of: part) != nil }

  /// Where some bytes stand, one behind the end of the other.
  func offsets(of part: some Collection<UInt8>) -> [Int] {
    var offsets: [Int] = []
    while let next = offset(of: part, from: offsets.last.map { $0 + part.count } ?? 0) {
      offsets.append(next)
    }
    return offsets
  }

  private func withBytes<Result>(_ read: (UnsafeRawBufferPointer) -> Result) -> Result {
    withContiguousStorageIfAvailable { read(UnsafeRawBufferPointer($0)) }
      ?? Array(self).withUnsafeBytes(read)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a place of UTF-8, and its length; of bytes that are none the sign that stands
  /// for such, one byte long.
  @inline(__always)
  func scalar(at place: Int) -> (Unicode.Scalar, Int) {
    let byte = self[place]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    if byte & 0xF0 == 0xE0, place + 2 < count, self[place + 1] & 0xC0 == 0x80,
      self[place + 2] & 0xC0 == 0x80,
      let scalar = Unicode.Scalar(
        UInt16(byte & 0x0F) << 12 | UInt16(self[place + 1] & 0x3F) << 6
          | UInt16(self[place + 2] & 0x3F)), scalar.value > 0x7FF
    {
      return (scalar, 3)
    }
    return longerOrShorter(at: place)
  }

  /// One of two bytes or of four.
  private func longerOrShorter(at place: Int) -> (Unicode.Scalar, Int) {
    let byte = self[place]
    let length = byte < 0xE0 ? 2 : 4
    guard (0xC2..<0xE0).contains(byte) || (0xF0..<0xF5).contains(byte), place + length <= count
    else { return ("\u{FFFD}", 1) }
    var value = UInt32(byte) & (length == 2 ? 0x1F : 0x07)
    for offset in 1..<length {
      guard self[place + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[place + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
