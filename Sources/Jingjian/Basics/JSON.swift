/// JSON as it is published: members in the order given, the same bytes every time.
indirect enum JSON: Sendable {
  case string(String)
  case integer(Int)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])

  /// One line, without spaces beyond one after each colon and comma.
  var text: String {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(into bytes: inout [UInt8]) {
    switch self {
    case .string(let text): JSON.write(text, into: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list(let items):
      bytes += "[".utf8
      for (n, item) in items.enumerated() {
        if n > 0 { bytes += ", ".utf8 }
        item.write(into: &bytes)
      }
      bytes += "]".utf8
    case .object(let members):
      bytes += "{".utf8
      for (n, member) in members.enumerated() {
        if n > 0 { bytes += ", ".utf8 }
        JSON.write(member.0, into: &bytes)
        bytes += ": ".utf8
        member.1.write(into: &bytes)
      }
      bytes += "}".utf8
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<32:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
