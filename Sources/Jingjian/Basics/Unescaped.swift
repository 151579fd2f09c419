/// Unescaped bytes: references of HTML (`&amp;`, `&#x5f20;`), percent-encoding and the escapes of JSON,
/// JavaScript and CSS are what they stand for, also one within the other. What is no escape stays.
enum Unescaped {
  /// Escapes within escapes within escapes are what somebody does on purpose.
  private static let rounds = 4

  static func of(_ bytes: [UInt8], isCSS: Bool) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<rounds {
      guard let next = once(bytes, isCSS: isCSS) else { break }
      bytes = next
    }
    return bytes
  }

  /// - Returns: nothing when there was no escape.
  private static func once(_ bytes: [UInt8], isCSS: Bool) -> [UInt8]? {
    bytes.withUnsafeBufferPointer { bytes in
      guard var position = next(in: bytes, from: 0) else { return nil }
      var (plain, start, isChanged) = ([UInt8](), 0, false)
      while true {
        if let (scalar, length) = escape(in: bytes, at: position, isCSS: isCSS) {
          if !isChanged { plain.reserveCapacity(bytes.count) }
          isChanged = true
          plain.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
          switch scalar {
          case .byte(let byte): plain.append(byte)
          case .scalar(let scalar): plain.append(contentsOf: UTF8.encode(scalar) ?? .init())
          }
          position += length
          start = position
        } else {
          position += 1
        }
        guard let following = next(in: bytes, from: position) else { break }
        position = following
      }
      guard isChanged else { return nil }
      plain.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      return plain
    }
  }

  /// The next byte that may begin an escape.
  private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var n = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    // Eight at once: in most bytes there is none.
    while n + 8 <= bytes.count {
      let some = base.loadUnaligned(fromByteOffset: n, as: UInt64.self)
      if some.hasZero(after: 0x2525_2525_2525_2525) | some.hasZero(after: 0x2626_2626_2626_2626)
        | some.hasZero(after: 0x5C5C_5C5C_5C5C_5C5C) != 0
      {
        break
      }
      n += 8
    }
    while n < bytes.count {
      let byte = bytes[n]
      if byte == 0x25 || byte == 0x26 || byte == 0x5C { return n }
      n += 1
    }
    return nil
  }

  private enum Sign {
    /// One of the bytes of a character that is percent-encoded.
    case byte(UInt8)
    case scalar(Unicode.Scalar)
  }

  /// What an escape stands for, and how many bytes it takes.
  private static func escape(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, isCSS: Bool
  ) -> (Sign, Int)? {
    let rest = bytes[position...].dropFirst()
    switch bytes[position] {
    case UInt8(ascii: "%"):
      guard position + 2 < bytes.count, let high = digit(bytes[position + 1]),
        let low = digit(bytes[position + 2])
      else { return nil }
      return (.byte(high << 4 | low), 3)
    case UInt8(ascii: "&"): return reference(rest.prefix(12))
    default: return isCSS ? style(rest.prefix(7)) : script(rest.prefix(12))
    }
  }

  /// A reference, without its `&`.
  private static func reference(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (Sign, Int)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[..<end]
    guard name.first == UInt8(ascii: "#") else {
      return signs[String(decoding: name, as: UTF8.self)].map { (.scalar($0), name.count + 2) }
    }
    let isHex = name.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard let number = number(digits, digits: 1...8, radix: isHex ? 16 : 10),
      number.count == digits.count, let scalar = Unicode.Scalar(number.value)
    else { return nil }
    return (.scalar(scalar), name.count + 2)
  }

  private static let signs: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "\u{AD}",
    "ensp": " ", "emsp": " ", "thinsp": " ", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "Tab": " ", "NewLine": " ", "middot": "·", "times": "×", "sol": "/", "period": ".",
    "lowbar": "_", "percnt": "%", "num": "#", "commat": "@",
  ]

  /// An escape of a script or of JSON, without its backslash.
  private static func script(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (Sign, Int)? {
    guard let first = bytes.first else { return nil }
    let rest = bytes.dropFirst()
    switch first {
    case UInt8(ascii: "u"):
      if rest.first == UInt8(ascii: "{") {
        guard let number = number(rest.dropFirst(), digits: 1...6, radix: 16),
          rest.dropFirst(1 + number.count).first == UInt8(ascii: "}"),
          let scalar = Unicode.Scalar(number.value)
        else { return nil }
        return (.scalar(scalar), 4 + number.count)
      }
      guard let high = number(rest, digits: 4...4, radix: 16)?.value else { return nil }
      if let scalar = Unicode.Scalar(high) { return (.scalar(scalar), 6) }
      let second = rest.dropFirst(4)
      guard second.starts(with: "\\u".utf8),
        let low = number(second.dropFirst(2), digits: 4...4, radix: 16)?.value,
        (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { return nil }
      return (.scalar(scalar), 12)
    case UInt8(ascii: "x"):
      guard let number = number(rest, digits: 2...2, radix: 16) else { return nil }
      return Unicode.Scalar(number.value).map { (.scalar($0), 4) }
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "v"):
      return (.byte(32), 2)
    case 0x80...: return nil
    default: return (.byte(first), 2)
    }
  }

  /// An escape of CSS, without its backslash: up to six digits and a space that ends them.
  private static func style(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (Sign, Int)? {
    guard let number = number(bytes, digits: 1...6, radix: 16) else { return script(bytes) }
    let isEnded = bytes.dropFirst(number.count).first == 32
    return Unicode.Scalar(number.value).map { (.scalar($0), 1 + number.count + (isEnded ? 1 : 0)) }
  }

  /// A number of so many digits.
  private static func number(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, digits: ClosedRange<Int>, radix: UInt32
  ) -> (value: UInt32, count: Int)? {
    var (value, count): (UInt32, Int) = (0, 0)
    for byte in bytes.prefix(digits.upperBound) {
      guard let digit = digit(byte), digit < radix else { break }
      value = value * radix + UInt32(digit)
      count += 1
    }
    return digits.contains(count) ? (value, count) : nil
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

extension UInt64 {
  /// Not zero when one of the eight bytes is that of the pattern.
  @inline(__always)
  fileprivate func hasZero(after pattern: UInt64) -> UInt64 {
    let rest = self ^ pattern
    return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
  }
}
