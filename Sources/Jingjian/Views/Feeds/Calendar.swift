/// A calendar: days to be kept in mind, as a file that mail and calendar programs take (iCalendar,
/// RFC 5545).
struct Calendar: Sendable {
  let name: String
  /// What the file says it was made by.
  let product: String
  /// The day on which it was made.
  let today: Day
  let events: [WholeDays]

  /// Something that takes whole days.
  struct WholeDays: Sendable {
    /// What stays the same of it, whatever becomes of its words.
    let id: String
    let first: Day
    let last: Day
    let title: String
    let description: String
    let address: String?
  }

  func write(into bytes: inout [UInt8]) {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jingjian//\(product)//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Calendar.escaped(name),
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + Calendar.escaped(event.id),
        "DTSTAMP:\(Calendar.date(today))T000000Z",
        "DTSTART;VALUE=DATE:\(Calendar.date(event.first))",
        "DTEND;VALUE=DATE:\(Calendar.date(event.last + 1))",
        "SUMMARY:" + Calendar.escaped(event.title),
      ]
      if !event.description.isEmpty {
        lines.append("DESCRIPTION:" + Calendar.escaped(event.description))
      }
      if let address = event.address { lines.append("URL:" + address) }
      lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    for line in lines { bytes += Calendar.folded(line) }
  }

  private static func date(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n": escaped += "\\n"
      case "\r": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A calendar with its lines whole again and its texts as they were, to be searched for words.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    return Array(
      text.replacing("\\,", with: ",").replacing("\\;", with: ";")
        .replacing("\\\\", with: "\\").utf8)
  }

  /// Lines hold 75 octets at most; a longer one goes on behind a space, never within a character.
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 75
    for scalar in line.unicodeScalars {
      let character = String(scalar).utf8
      if character.count > room {
        bytes += "\r\n ".utf8
        room = 74
      }
      bytes += character
      room -= character.count
    }
    return bytes + Array("\r\n".utf8)
  }
}
