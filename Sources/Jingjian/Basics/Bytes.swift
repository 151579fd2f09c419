internal import CLinux

/// Bytes: looking for some in others.
extension [UInt8] {
  /// Whether some bytes stand in these.
  func holds(_ part: [UInt8]) -> Bool { withUnsafeBytes { $0.first(part) != nil } }
}

extension UnsafeRawBufferPointer {
  /// Where some bytes stand first.
  func first(_ part: [UInt8]) -> Int? {
    part.withUnsafeBytes { part in
      guard let base = baseAddress,
        let found = memmem(base, count, part.baseAddress, part.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
