internal import Glibc

/// An encoding: how the bytes of a file stand for characters. Records are UTF-8; what Excel, WPS
/// and old editors save is recognised, so that it can be named or, for CSV, read.
enum Encoding: Sendable, Hashable {
  case utf8(mark: Bool)
  case utf16
  /// GB18030 and with it GBK and GB2312.
  case gb18030
  /// The byte (from 0) at which the text stops being UTF-8.
  case unknown(offset: Int)

  /// The text of a file, with the encoding it was in; no text when the encoding is not known.
  static func decode(_ bytes: [UInt8]) -> (text: String?, encoding: Encoding) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = mark ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return (text, .utf8(mark: mark)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (convert(bytes[2...], from: "UTF-16LE"), .utf16) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (convert(bytes[2...], from: "UTF-16BE"), .utf16) }
    if let text = convert(bytes[...], from: "GB18030") { return (text, .gb18030) }
    return (nil, .unknown(offset: validPrefix(of: bytes)))
  }

  /// By the C library's `iconv`, which refuses what is not valid in the encoding.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 8)
    let room = output.count
    let left = input.withUnsafeMutableBufferPointer { source -> Int? in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var from = source.baseAddress
        var to = target.baseAddress
        var rest = source.count
        var free = room
        guard iconv(converter, &from, &rest, &to, &free) != -1, rest == 0 else { return nil }
        return free
      }
    }
    guard let left else { return nil }
    return String(
      validating: output.prefix(room - left).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
