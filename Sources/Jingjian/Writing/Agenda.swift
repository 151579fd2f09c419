/// The agenda: a calendar file with a week for each lesson (iCalendar, RFC 5545), for a calendar
/// program to subscribe to.
struct Agenda: Sendable {
  static let address = Address("lessons.ics")

  private let name: String
  private let base: String
  private let today: Day
  private let lessons: [Lesson]

  init(_ findings: Findings, base: String) {
    let title = Section.all.first { $0.id == Lesson.kind.section }?.chinese ?? ""
    name = "\(findings.site.settings.name) \(title)"
    self.base = base
    today = findings.today
    lessons = findings.course.lessons
  }

  func write(into bytes: inout [UInt8]) {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jingjian//Lessons//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Agenda.escaped(name),
    ]
    for lesson in lessons {
      let url = base + lesson.common.address.encoded
      lines += [
        // The address is what stays the same of a lesson, whatever becomes of its words and its week.
        "BEGIN:VEVENT", "UID:" + Agenda.escaped(url),
        "DTSTAMP:\(Agenda.date(today))T000000Z",
        "DTSTART;VALUE=DATE:\(Agenda.date(lesson.week.monday))",
        "DTEND;VALUE=DATE:\(Agenda.date(lesson.week.sunday + 1))",
        "SUMMARY:" + Agenda.escaped(lesson.common.title),
      ]
      if !lesson.common.summary.isEmpty {
        lines.append("DESCRIPTION:" + Agenda.escaped(lesson.common.summary))
      }
      lines += ["URL:" + url, "TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    for line in lines { bytes += Agenda.folded(line) }
  }

  private static func date(_ day: Day) -> String {
    String("\(day)".unicodeScalars.filter { $0 != "-" }.map(Character.init))
  }

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

  /// Lines hold 75 octets at most; a longer one goes on behind a space, never within a character.
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 75
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if length > room {
        bytes += "\r\n ".utf8
        room = 74
      }
      bytes += String(scalar).utf8
      room -= length
    }
    return bytes + Array("\r\n".utf8)
  }
}
