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
