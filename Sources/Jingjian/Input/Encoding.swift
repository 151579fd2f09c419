internal import Glibc

/// An encoding: how the bytes of a file stand for characters. Records are UTF-8; what Excel, WPS
/// and old editors save is recognised, so that it can be named or, for CSV, read.
enum Encoding: Sendable, Hashable {
  case utf8(mark: Bool)
  case utf16
  /// GB18030 and with it GBK and GB2312.
  case gb18030
  /// What Taiwan and Hong Kong wrote before UTF-8.
  case big5
  /// UTF-8 with lines of GB18030 in it: what comes of a paste, or of two programs that saved one file.
  /// The lines (from 1) that are not in UTF-8.
  case mixed(lines: [Int])
  /// The byte (from 0) at which the text stops being UTF-8.
  case unknown(offset: Int)

  /// The text of a file, with the encoding it was in; no text when the encoding is not known.
  ///
  /// Almost any bytes can be read as GB18030, so they are only taken for it when what comes out is what
  /// people write: a reading that makes nonsense of a text would be believed.
  static func decode(_ bytes: [UInt8]) -> (text: String?, encoding: Encoding) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = mark ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return (text, .utf8(mark: mark)) }
    for (mark, name) in [([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE")] as [([UInt8], _)] {
      if bytes.starts(with: mark), let text = convert(bytes[2...], from: name) {
        return (text, .utf16)
      }
    }
    if let lines = foreignLines(of: bytes) { return (nil, .mixed(lines: lines)) }
    if isUsual(bytes, .gb18030), let text = convert(bytes[...], from: "GB18030") {
      return (text, .gb18030)
    }
    if isUsual(bytes, .big5), convert(bytes[...], from: "BIG5") != nil { return (nil, .big5) }
    return (nil, .unknown(offset: validPrefix(of: bytes)))
  }

  /// Whether bytes that were read as GB18030 can be nothing else. Of a few characters nobody can tell.
  static func isCertain(_ bytes: [UInt8]) -> Bool {
    !isUsual(bytes, .big5) || convert(bytes[...], from: "BIG5") == nil
  }

  /// Whether characters are such as texts are full of: of GB18030 three of five in the first level of
  /// GB2312 and its marks, where a text in Big5 has one of three; of Big5 four of five in its own first level.
  static func isUsual(_ bytes: [UInt8], _ encoding: Encoding) -> Bool {
    var (usual, all, n) = (0, 0, 0)
    while n < bytes.count {
      let lead = bytes[n]
      guard lead >= 0x80, n + 1 < bytes.count else {
        n += 1
        continue
      }
      let trail = bytes[n + 1]
      all += 1
      switch (encoding, lead) {
      case (.big5, 0xA1...0xA3), (.big5, 0xA4...0xC6): usual += 1
      case (.gb18030, 0xA1...0xA3), (.gb18030, 0xB0...0xD7): usual += trail >= 0xA1 ? 1 : 0
      default: break
      }
      // GB18030 has characters of four bytes, whose second one is a digit.
      n += encoding == .gb18030 && (0x30...0x39).contains(trail) ? 4 : 2
    }
    return usual * 5 >= all * (encoding == .big5 ? 4 : 3)
  }

  /// The lines of GB18030 in a file that has lines in UTF-8: Chinese characters of UTF-8 have three bytes
  /// of a form that no line of GB18030 has by chance. Nothing where there is no such mixture.
  private static func foreignLines(of bytes: [UInt8]) -> [Int]? {
    var (foreign, hasUTF8): ([Int], Bool) = ([], false)
    let end: UInt8 = bytes.holds([10]) ? 10 : 13
    for (n, line) in bytes.split(separator: end, omittingEmptySubsequences: false).enumerated() {
      if let text = String(validating: line, as: UTF8.self) {
        hasUTF8 = hasUTF8 || text.unicodeScalars.contains { $0.value >= 0x2E80 }
      } else if convert(line, from: "GB18030") != nil {
        foreign.append(n + 1)
      } else {
        return nil
      }
    }
    return hasUTF8 && !foreign.isEmpty ? foreign : nil
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
    converted(bytes, from: name, to: "UTF-8").flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// By the C library's `iconv`, which refuses what is not valid in the one encoding and what the other
  /// does not have.
  static func converted(
    _ bytes: some Collection<UInt8>, from: String, to: String
  ) -> [UInt8]? {
    guard let converter = iconv_open(to, from), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 8)
    var (rest, free) = (input.count, output.count)
    let isDone = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return iconv(converter, &from, &rest, &to, &free) != -1 && rest == 0
      }
    }
    return isDone ? output.dropLast(free).map { UInt8(bitPattern: $0) } : nil
  }

  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var low = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      low += UTF8.width(scalar)
    }
    return min(low, max(0, bytes.count - 1))
  }
}
