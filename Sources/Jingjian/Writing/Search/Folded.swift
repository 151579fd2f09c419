/// Folded text: what is compared when words are looked for in the search index, the ``Fold`` with each run of
/// white space as one space.
///
/// The units are those of UTF-16, which is how a browser counts.
struct Folded: Sendable {
  private(set) var units: [UInt16] = []

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) {
    self.init(text[...])
  }

  init(_ text: ArraySlice<UInt8>) {
    units.reserveCapacity(text.count / 2)
    append(text)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Adds a piece; pieces meet at spaces.
  mutating func append(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        position = appendKept(bytes, from: position)
        if position < bytes.count {
          let (scalar, length) = bytes.scalar(at: position)
          Fold.of(scalar) { put($0) }
          position += length
        }
      }
    }
  }

  /// Adds characters that fold to themselves, up to the first that does not.
  private mutating func appendKept(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var position = start
    let room = min(bytes.count - start, 4096)
    var isApart = units.last == 32
    units += [UInt16](unsafeUninitializedCapacity: room) { units, count in
      while position < bytes.count, count < room {
        let (scalar, length) = bytes.scalar(at: position)
        guard Fold.keeps(scalar) else { break }
        position += length
        if scalar == " ", isApart { continue }
        isApart = scalar == " "
        units[count] = UInt16(truncatingIfNeeded: scalar.value)
        count += 1
      }
    }
    return position
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar != " " || units.last != 32 { units += UTF16.encode(scalar) ?? .init() }
  }
}
