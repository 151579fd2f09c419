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
    text.reserveCapacity(bytes.count)
    let hasMarks = bytes.withUnsafeBufferPointer { bytes in
      var reading = Reading(bytes: bytes)
      while !reading.isDone {
        if reading.isInTag {
          reading.read(into: &tags, &text)
        } else {
          reading.read(into: &text, &tags)
        }
      }
      return reading.hasMarks
    }
    guard hasMarks else { return }
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

/// The reading of bytes from left to right.
private struct Reading {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether there are marks that may have to be composed with the letter before them.
  private(set) var hasMarks = false
  private(set) var isInTag = false
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isDone: Bool { position >= bytes.count }

  /// Reads up to the next tag, or to the end of this one.
  mutating func read(into text: inout [UInt8], _ other: inout [UInt8]) {
    let isPlain = Reading.isPlain
    while position < bytes.count {
      let start = position
      while position < bytes.count, isPlain[Int(bytes[position])] { position += 1 }
      if position > start {
        dropSpace(before: bytes[start], in: &text)
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      }
      guard position < bytes.count else { return }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "<") where !isInTag && opensTag(position + 1):
        isInTag = true
        position += 1
        other.append(32)
        return
      case UInt8(ascii: ">") where isInTag:
        isInTag = false
        position += 1
        return
      case 0...32, 0x7F:
        space(in: &text)
        position += 1
      case 0x41...0x5A:
        text.append(byte | 0x20)
        position += 1
      case 0x80...: special(into: &text)
      default:
        text.append(byte)
        position += 1
      }
    }
  }

  /// The bytes that stay as they are: most of a text.
  private static let isPlain: [Bool] = (0...255).map { byte in
    byte > 32 && byte != 0x7F && !(0x41...0x5A).contains(byte)
      && ![0x3C, 0x3E, 0xC2, 0xCC, 0xCD, 0xE2, 0xE3, 0xEF].contains(byte)
  }

  /// A space next to a character that is not ASCII is none.
  private func dropSpace(before byte: UInt8, in text: inout [UInt8]) {
    if byte >= 0x80, text.last == 32 { text.removeLast() }
  }

  private func space(in text: inout [UInt8]) {
    if let last = text.last, last < 0x80, last != 32 { text.append(32) }
  }

  private func opensTag(_ next: Int) -> Bool {
    guard next < bytes.count else { return false }
    let byte = bytes[next]
    return (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// A character whose first byte may begin one without a look, a wide space, a mark or a full-width
  /// sign.
  private mutating func special(into text: inout [UInt8]) {
    let first = bytes[position]
    let length = first >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count else {
      text.append(first)
      position += 1
      return
    }
    let (second, third) = (bytes[position + 1], length == 3 ? bytes[position + 2] : 0)
    position += length
    switch (first, second, third) {
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE),
      (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF), (0xEF, 0xB8, 0x80...0x8F):
      return
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      return space(in: &text)
    case (0xEF, 0xBC, 0x81...0xBF), (0xEF, 0xBD, 0x80...0x9E):
      let sign = second == 0xBC ? third - 0x60 : third - 0x20
      dropSpace(before: first, in: &text)
      return text.append((0x41...0x5A).contains(sign) ? sign | 0x20 : sign)
    case (0xCC...0xCD, _, _), (0xE3, 0x82, 0x99...0x9A), (0xEF, 0xA4...0xAB, _): hasMarks = true
    default: break
    }
    dropSpace(before: first, in: &text)
    text.append(first)
    text.append(second)
    if length == 3 { text.append(third) }
  }
}
