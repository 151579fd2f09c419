// A marker: a private-use character put into the text before libcmark reads it, to tell it or us
// what it has no way to say. None is ever written out, and none counts as a column.

enum Marker {
  /// U+E000 stands between a run of `*` and the mark beside it; to libcmark it is a letter.
  static let flank: StaticString = "\u{E000}"
  /// U+E001: the next character is escaped.
  static let escapedNext: StaticString = "\u{E001}"
  /// U+E002: the character before is escaped.
  static let escapedBefore: StaticString = "\u{E002}"
  /// U+E003 follows a list marker of four bytes that we put before a footnote's definition, so
  /// that it becomes a container. Those four bytes go with the marker.
  static let footnote: StaticString = "+   \u{E003}"

  /// How many bytes a marker is long.
  static let length = 3
}

extension UnsafeBufferPointer<UInt8> {
  /// Which marker stands at `index`: 0…3 for U+E000…U+E003.
  func marker(at index: Int) -> UInt8? {
    guard self[index] == 0xEE, index + 2 < count, self[index + 1] == 0x80 else { return nil }
    let last = self[index + 2] &- 0x80
    return last < 4 ? last : nil
  }

  /// Appends the bytes to `buffer` without their markers.
  func appendUnmarked(to buffer: inout [UInt8]) {
    var copied = 0
    var index = 0
    while index < count {
      if self[index].beginsHan {
        index += 3
        continue
      }
      guard self[index] == 0xEE, let marker = marker(at: index) else {
        index += 1
        continue
      }
      buffer.append(
        contentsOf: slice(copied..<(marker == 3 ? Swift.max(copied, index - 4) : index)))
      index += Marker.length
      copied = index
    }
    buffer.append(contentsOf: slice(copied..<count))
  }
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
