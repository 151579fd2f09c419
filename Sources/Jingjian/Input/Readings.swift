internal import Glibc

/// Readings: what bytes may say that are in no encoding which can be proven – with a byte that is wrong,
/// without the mark that tells of UTF-16, in Big5, in lines of two encodings. Records are never read so;
/// words are looked for in them.
extension Encoding {
  /// The most likely reading, then all others that may be meant.
  static func readings(of bytes: [UInt8]) -> [String] {
    let (text, encoding) = decode(bytes)
    let wide = wideReadings(of: bytes)
    // Latin letters in UTF-16 are letters and zeros in UTF-8.
    if let text, encoding != .gb18030 { return bytes.contains(0) ? wide + [text] : [text] }
    let (gb, big5) = (lossy(bytes, from: "GB18030"), lossy(bytes, from: "BIG5"))
    let utf8 = String(decoding: bytes, as: UTF8.self)
    var all: [String]
    if text != nil {
      all = isCertain(bytes) ? [gb] : [gb, big5]
    } else if case .mixed = encoding {
      all = [lines(of: bytes), gb]
    } else if isMostlySound(utf8) {
      all = [utf8, gb]
    } else {
      all = isUsual(bytes, .big5) && !isUsual(bytes, .gb18030) ? [big5, gb] : [gb, big5]
      all.append(utf8)
    }
    all.insert(contentsOf: wide, at: text == nil ? 0 : all.count)
    return all
  }

  private static func isMostlySound(_ text: String) -> Bool {
    var (broken, sound) = (0, 0)
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { broken += 1 } else { sound += 1 }
    }
    return broken * 5 < sound
  }

  /// Line by line in UTF-8 or in GB18030.
  private static func lines(of bytes: [UInt8]) -> String {
    bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
      String(validating: line, as: UTF8.self) ?? lossy(Array(line), from: "GB18030")
    }.joined(separator: "\n")
  }

  /// As UTF-16 without a mark, in either order of bytes, where four of five units are what people write.
  private static func wideReadings(of bytes: [UInt8]) -> [String] {
    guard bytes.count >= 2 else { return [] }
    return [false, true].compactMap { isBig in
      var (usual, units) = (0, [UInt16]())
      units.reserveCapacity(bytes.count / 2)
      for n in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[n]), UInt16(bytes[n + 1]))
        let unit = isBig ? first << 8 | second : second << 8 | first
        switch unit {
        case 9, 10, 13, 0x20...0x7E, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: usual += 1
        default: break
        }
        units.append(unit)
      }
      return usual * 5 >= units.count * 4 ? String(decoding: units, as: UTF16.self) : nil
    }
  }

  /// All that can be read, by the C library's `iconv`; what cannot is a sign, one for each byte.
  static func lossy(_ bytes: [UInt8], from name: String) -> String {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return ""
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // Two bytes give three, and so does one that cannot be read.
    let room = bytes.count * 3 + 8
    let output = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      output.withMemoryRebound(to: CChar.self) { output in
        input.withUnsafeMutableBufferPointer { input in
          var (from, to) = (input.baseAddress, output.baseAddress)
          var (rest, free) = (input.count, room)
          while rest > 0, iconv(converter, &from, &rest, &to, &free) == -1 {
            guard errno == EILSEQ, rest > 0, free >= 3, let sign = to else { break }
            for (n, byte) in "\u{FFFD}".utf8.enumerated() { sign[n] = CChar(bitPattern: byte) }
            (from, to) = (from.map { $0 + 1 }, sign + 3)
            (rest, free) = (rest - 1, free - 3)
          }
          count = room - free
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
