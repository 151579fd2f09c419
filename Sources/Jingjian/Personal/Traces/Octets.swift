/// Octets: bytes of a file that may be damaged. Every number and every part is asked for and may not be
/// there, so that no file, however it was cut, can lead a reader out of its bounds.
struct Octets: Sendable {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes)[...] }

  private init(slice: ArraySlice<UInt8>) { bytes = slice }

  var count: Int { bytes.count }

  subscript(_ place: Int) -> UInt8? {
    place >= 0 && place < count ? bytes[bytes.startIndex + place] : nil
  }

  /// A part of them; less where they end before it does, nothing where it begins behind them.
  func part(_ start: Int, _ length: Int) -> Octets? {
    guard start >= 0, length >= 0, start <= count else { return nil }
    let first = bytes.startIndex + start
    return Octets(slice: bytes[first..<(first + min(length, count - start))])
  }

  func from(_ start: Int) -> Octets? { part(start, count) }

  /// A number of some bytes.
  func number(_ place: Int, _ width: Int, isLittle: Bool = false) -> Int? {
    guard place >= 0, place <= count - width else { return nil }
    var value: UInt64 = 0
    for n in 0..<width {
      let byte = bytes[bytes.startIndex + place + (isLittle ? width - 1 - n : n)]
      value = value << 8 | UInt64(byte)
    }
    return Int(exactly: value)
  }

  func starts(with text: String, at place: Int = 0) -> Bool {
    guard place >= 0, place <= count else { return false }
    return bytes[(bytes.startIndex + place)...].starts(with: text.utf8)
  }

  /// Where a text begins, from a place on.
  func find(_ text: String, from start: Int = 0) -> Int? {
    guard start >= 0, start < count else { return nil }
    return bytes.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[start...]).first(Array(text.utf8)).map { $0 + start }
    }
  }

  /// As text, up to the first zero: UTF-8, else what Chinese programs write.
  var text: String {
    let bytes = Array(bytes.prefix { $0 != 0 })
    return (Encoding.decode(bytes).text ?? String(decoding: bytes, as: UTF8.self)).trimmed
  }

  /// As UTF-16.
  func utf16(isLittle: Bool) -> String {
    let units = stride(from: 0, to: count - 1, by: 2).compactMap {
      number($0, 2, isLittle: isLittle).map(UInt16.init)
    }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self).trimmed
  }
}
