/// Plain bytes: what can be read out of published bytes, whichever way letters were written or taken
/// apart. Secrets are looked for in it, and are brought into the same form.
///
/// - What was escaped stands there as itself (``Unescaped``).
/// - Tags are taken out from between the letters of a text, and kept beside it for their attributes.
/// - Both are folded (``Fold``). White space next to a character that is not ASCII vanishes, other is one
///   space.
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
  ///   - isEscaped: whether anything is; else all is read as it stands.
  init(_ bytes: [UInt8], isCSS: Bool = false, isEscaped: Bool = true) {
    let bytes = isEscaped ? Unescaped.of(bytes, isCSS: isCSS) : bytes
    // What is folded is seldom longer than it was.
    if !read(bytes, capacity: bytes.count + bytes.count / 8 + Reading.longest) {
      _ = read(bytes, capacity: bytes.count + Reading.growth(of: bytes) + Reading.longest)
    }
  }

  /// - Returns: whether there was room for both parts.
  private mutating func read(_ bytes: [UInt8], capacity: Int) -> Bool {
    var reading = Reading(capacity: capacity)
    text = [UInt8](unsafeUninitializedCapacity: capacity) { text, textCount in
      tags = [UInt8](unsafeUninitializedCapacity: capacity) { tags, tagsCount in
        bytes.withUnsafeBufferPointer { bytes in
          if let text = text.baseAddress, let tags = tags.baseAddress {
            (textCount, tagsCount) = reading.read(bytes, text, tags)
          }
        }
      }
    }
    return !reading.isFull
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
  /// The bytes that each part has room for.
  let capacity: Int
  /// Whether there is no room for what is left, so that the reading was broken off.
  private(set) var isFull = false
  /// The bytes that no scalar's fold exceeds.
  static let longest = 36

  init(capacity: Int) { self.capacity = capacity }

  /// By how much bytes grow at the most.
  static func growth(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var (position, growth) = (0, 0)
      while position < bytes.count {
        let (scalar, length) = bytes.scalar(at: position)
        var width = 0
        Fold.of(scalar) { width += UTF8.width($0) }
        growth += max(0, width - length)
        position += length
      }
      return growth
    }
  }

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
    case plain, space, none, capital, bracket, other
  }

  private static let kinds: [Kind] = (0...255).map { byte in
    switch byte {
    case 9...13, 32: .space
    case 0..<32, 0x7F: .none
    case 0x41...0x5A: .capital
    case 0x3C, 0x3E: .bracket
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
        case .other:
          (position, count) = fold(bytes, from: position, out, count)
          continue
        case .none: break
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

  /// Folds characters up to the first of ASCII.
  private mutating func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ out: UnsafeMutablePointer<UInt8>,
    _ outCount: Int
  ) -> (Int, Int) {
    var (position, count) = (start, outCount)
    while position < bytes.count, bytes[position] >= 0x80 {
      let (scalar, length) = bytes.scalar(at: position)
      if Fold.keeps(scalar) || length == 1 {
        if count > 0, out[count - 1] == 32 { count -= 1 }
        for n in 0..<length { out[count + n] = bytes[position + n] }
        count += length
        position += length
        continue
      }
      position += length
      Fold.of(scalar) { folded in
        if folded == " " {
          count = Reading.space(out, count)
        } else {
          if !folded.isASCII, count > 0, out[count - 1] == 32 { count -= 1 }
          for byte in UTF8.encode(folded) ?? .init() {
            out[count] = byte
            count += 1
          }
        }
      }
      if count + bytes.count - position + Reading.longest > capacity {
        isFull = true
        return (bytes.count, count)
      }
    }
    return (position, count)
  }
}
