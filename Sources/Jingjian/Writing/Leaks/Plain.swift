/// Plain bytes: what can be read out of published bytes, whichever way letters were written or taken
/// apart. Secrets are looked for in it, and are brought into the same form.
///
/// - What was escaped stands there as itself (``Unescaped``).
/// - Tags are taken out from between the letters of a text, and kept beside it for their attributes.
/// - White space next to a character that is not ASCII vanishes, other is one space; so do characters
///   without a look of their own (zero width, soft hyphens).
/// - Letters are small, full-width signs are half-width, and marks are composed.
///
/// It errs on the side of joining: what stands in two blocks reads as one text.
struct Plain: Sendable {
  /// The text, without tags.
  private(set) var text: [UInt8] = []
  /// What stood inside of tags.
  private(set) var tags: [UInt8] = []

  /// - Parameters:
  ///   - bytes: of a page, a script, a data file, or any text.
  ///   - isCSS: whether `\5f20` is an escape.
  init(_ bytes: [UInt8], isCSS: Bool = false) {
    let bytes = Unescaped.of(bytes, isCSS: isCSS)
    var reading = Reading()
    // Neither part is ever longer than what was read.
    text = [UInt8](unsafeUninitializedCapacity: bytes.count) { text, textCount in
      tags = [UInt8](unsafeUninitializedCapacity: bytes.count) { tags, tagsCount in
        bytes.withUnsafeBufferPointer { bytes in
          if let text = text.baseAddress, let tags = tags.baseAddress {
            (textCount, tagsCount) = reading.read(bytes, text, tags)
          }
        }
      }
    }
    guard reading.hasMarks else { return }
    text = Array(String(decoding: text, as: UTF8.self).composed.utf8)
    tags = Array(String(decoding: tags, as: UTF8.self).composed.utf8)
  }

  /// A secret in this form; one that is nothing but markup as it is written.
  static func of(_ secret: String) -> [UInt8] {
    let plain = Plain(Array(secret.utf8))
    let text = plain.text.drop { $0 == 32 }
    let trimmed = text.last == 32 ? text.dropLast() : text
    return trimmed.isEmpty ? plain.tags.filter { $0 != 32 } : Array(trimmed)
  }
}

/// The reading of bytes from left to right. What changes with each byte is kept in local variables, so
/// that it stays in registers: this is done with every byte that is published.
private struct Reading {
  /// Whether there are marks that may have to be composed with the letter before them.
  private(set) var hasMarks = false

  /// Takes bytes apart into memory that has room for them.
  ///
  /// - Returns: how many bytes of text and of tags there are.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeMutablePointer<UInt8>,
    _ tags: UnsafeMutablePointer<UInt8>
  ) -> (Int, Int) {
    var (position, textCount, tagsCount) = (0, 0, 0)
    while position < bytes.count {
      (position, textCount) = read(bytes, from: position, text, textCount, until: "<")
      position += 1
      guard position < bytes.count else { break }
      tagsCount = Reading.space(tags, tagsCount)
      (position, tagsCount) = read(bytes, from: position, tags, tagsCount, until: ">")
      position += 1
    }
    return (textCount, tagsCount)
  }

  /// What is done with a byte.
  private enum Kind: UInt8 {
    case plain, space, capital, bracket, wide, special, other
  }

  private static let kinds: [Kind] = (0...255).map { byte in
    switch byte {
    case 0...32, 0x7F: .space
    case 0x41...0x5A: .capital
    case 0x3C, 0x3E: .bracket
    // The first byte of most Chinese characters.
    case 0xE4...0xE9: .wide
    case 0xC2, 0xCC, 0xCD, 0xE2, 0xE3, 0xEF: .special
    case 0x80...0xFF: .other
    default: .plain
    }
  }

  /// Reads up to the bracket that begins or ends a tag, or to the end.
  ///
  /// - Returns: where that is, and how many bytes there are now.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ out: UnsafeMutablePointer<UInt8>,
    _ outCount: Int, until bracket: Unicode.Scalar
  ) -> (Int, Int) {
    var (position, count) = (start, outCount)
    let bracket = UInt8(truncatingIfNeeded: bracket.value)
    let end = bytes.count
    Reading.kinds.withUnsafeBufferPointer { kinds in
      while position < end {
        let byte = bytes[position]
        switch kinds[Int(byte)] {
        case .plain:
          repeat {
            out[count] = bytes[position]
            count += 1
            position += 1
          } while position < end && kinds[Int(bytes[position])] == .plain
          continue
        case .wide:
          if count > 0, out[count - 1] == 32 { count -= 1 }
          repeat {
            let length = min(3, end - position)
            for n in 0..<length { out[count + n] = bytes[position + n] }
            count += length
            position += length
          } while position < end && 0xE4...0xE9 ~= bytes[position]
          continue
        case .other:
          if count > 0, out[count - 1] == 32 { count -= 1 }
          out[count] = byte
          count += 1
        case .space: count = Reading.space(out, count)
        case .capital:
          out[count] = byte | 0x20
          count += 1
        case .bracket:
          if byte == bracket,
            byte == UInt8(ascii: ">") || Reading.opensTag(bytes, position + 1)
          {
            return
          }
          out[count] = byte
          count += 1
        case .special:
          let length = byte >= 0xE0 ? 3 : 2
          count = special(bytes, position, length, out, count)
          position += length
          continue
        }
        position += 1
      }
    }
    return (position, count)
  }

  /// A space, unless it stands next to a character that is not ASCII or another space.
  @inline(__always)
  private static func space(_ out: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard count > 0, out[count - 1] < 0x80, out[count - 1] != 32 else { return count }
    out[count] = 32
    return count + 1
  }

  private static func opensTag(_ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
    guard next < bytes.count else { return false }
    let byte = bytes[next]
    return (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// A character whose first byte may begin one without a look, a wide space, a mark or a full-width
  /// sign.
  private mutating func special(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int,
    _ out: UnsafeMutablePointer<UInt8>, _ outCount: Int
  ) -> Int {
    var count = outCount
    let first = bytes[position]
    guard position + length <= bytes.count else {
      out[count] = first
      return count + 1
    }
    let (second, third) = (bytes[position + 1], length == 3 ? bytes[position + 2] : 0)
    switch (first, second, third) {
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE),
      (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF), (0xEF, 0xB8, 0x80...0x8F):
      return count
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      return Reading.space(out, count)
    default: break
    }
    if count > 0, out[count - 1] == 32 { count -= 1 }
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF), (0xEF, 0xBD, 0x80...0x9E):
      let sign = second == 0xBC ? third - 0x60 : third - 0x20
      out[count] = (0x41...0x5A).contains(sign) ? sign | 0x20 : sign
      return count + 1
    case (0xCC...0xCD, _, _), (0xE3, 0x82, 0x99...0x9A), (0xEF, 0xA4...0xAB, _): hasMarks = true
    default: break
    }
    for n in 0..<length { out[count + n] = bytes[position + n] }
    return count + length
  }
}
