internal import Foundation

/// Folded text: what is compared when words are looked for. Both sides are folded the same way: NFKC,
/// then lower case, then white space as one space; `ς` counts as `σ`, since whether a sigma ends a word
/// cannot be told of a piece. `fold` in `search.js` is this function in JavaScript.
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
        if Folded.simple(bytes, at: position) == nil {
          position = appendOthers(bytes, from: position)
        } else {
          position = appendSimple(bytes, from: position)
        }
      }
    }
  }

  /// Adds characters that fold to one unit each, up to the first that does not.
  private mutating func appendSimple(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var position = start
    let room = min(bytes.count - start, 4096)
    var isApart = units.last == 32
    units += [UInt16](unsafeUninitializedCapacity: room) { units, count in
      while position < bytes.count, count < room,
        let (unit, length) = Folded.simple(bytes, at: position)
      {
        position += length
        if unit == 32, isApart { continue }
        isApart = unit == 32
        units[count] = unit
        count += 1
      }
    }
    return position
  }

  /// Adds characters that are not simple, with the one before them, which a mark among them may belong to.
  private mutating func appendOthers(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> Int {
    var start = position
    if start > 0 {
      repeat { start -= 1 } while start > 0 && bytes[start] & 0xC0 == 0x80
      units.removeLast()
    }
    var end = position
    while end < bytes.count, Folded.simple(bytes, at: end) == nil {
      end = min(end + length(of: bytes[end]), bytes.count)
    }
    let run = String(decoding: bytes[start..<end], as: UTF8.self)
    for unit in run.precomposedStringWithCompatibilityMapping.lowercased().utf16 {
      put(unit == 0x3C2 ? 0x3C3 : unit)
    }
    return end
  }

  private mutating func put(_ unit: UInt16) {
    if Folded.isSpace(unit) {
      if units.last != 32 { units.append(32) }
    } else {
      units.append(unit)
    }
  }

  /// A character that folds to one unit by itself, and its length; nothing for all others. They are
  /// ASCII, Han, the usual Chinese punctuation and its full-width forms, none of which joins what stands
  /// before it.
  @inline(__always)
  private static func simple(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (UInt16, Int)? {
    let byte = bytes[position]
    if byte < 0x80 {
      return (UInt16((65...90).contains(byte) ? byte | 32 : (9...13).contains(byte) ? 32 : byte), 1)
    }
    guard byte & 0xF0 == 0xE0, position + 2 < bytes.count else { return nil }
    let scalar =
      UInt16(byte & 0x0F) << 12 | UInt16(bytes[position + 1] & 0x3F) << 6
      | UInt16(bytes[position + 2] & 0x3F)
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3020, 0x2018...0x201F, 0x2012...0x2016:
      return (scalar, 3)
    case 0xFF01...0xFF5E:
      let ascii = scalar - 0xFEE0
      return ((65...90).contains(ascii) ? ascii | 0x20 : ascii, 3)
    default: return nil
    }
  }

  private func length(of lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// What JavaScript's `\s` takes.
  static func isSpace(_ unit: UInt16) -> Bool {
    switch unit {
    case 32, 9...13, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
