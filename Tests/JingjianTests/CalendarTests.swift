import Foundation
import Testing

@testable import Jingjian

/// Calendars that other programs take (RFC 5545).
struct CalendarTests {
  @Test(
    "of the demo, on any day, a calendar of what is owed is well formed",
    arguments: ["2025-01-01", "2025-06-30", "2025-12-31", "2026-12-31"])
  func demo(_ date: String) throws {
    let findings = try Published.demo.get().findings(on: try #require(Day(date)))
    let published = try Published(findings)
    let text = try #require(published.text("duties.ics"))
    let lines = try Self.lines(text)
    let days = findings.obligations.compactMap(\.due)
    #expect(
      lines.filter { $0.hasPrefix("DTSTART;VALUE=DATE:") }.map { String($0.suffix(8)) }
        == days.map { "\($0)".replacingOccurrences(of: "-", with: "") })
    for address in lines.filter({ $0.hasPrefix("URL:") }) {
      let path = try #require(address.between("https://example.invalid/", "#"))
      let id = try #require(address.between("#", "\n"))
      #expect(
        published.text(Address.decode(path) ?? "")?.contains(" id=\"\(id)\"") == true, "\(address)")
    }
  }

  @Test("texts are escaped and folded, and come back whole")
  func texts() throws {
    var random = SeededRandom(seed: 11)
    let signs = Array("甲乙丙丁ab,;\\:\"😀é　n")
    for _ in 0..<200 {
      let count = Int.random(in: 1...90, using: &random)
      let text = (0..<count).map { _ in String(signs.randomElement(using: &random) ?? "a") }
        .joined()
      let calendar = Calendar(
        name: "历", product: "Test", today: Day(number: 20_000),
        events: [
          Calendar.WholeDays(
            id: "1", first: Day(number: 20_000), last: Day(number: 20_006), title: text,
            description: "一\n二", address: nil)
        ])
      var bytes: [UInt8] = []
      calendar.write(into: &bytes)
      let lines = try Self.lines(String(decoding: bytes, as: UTF8.self))
      #expect(lines.contains("DESCRIPTION:一\\n二"))
      #expect(
        lines.contains("DTSTART;VALUE=DATE:20241004") && lines.contains("DTEND;VALUE=DATE:20241011")
      )
      let plain = String(decoding: Calendar.plain(bytes), as: UTF8.self)
      #expect(plain.contains("\r\nSUMMARY:\(text)\r\n"))
    }
  }

  @Test("commas, semicolons, backslashes and line ends are escaped (RFC 5545, 3.3.11)")
  func escapes() throws {
    let day = try #require(Day("2024-02-28"))
    let calendar = Calendar(
      name: "甲,乙", product: "Test", today: day,
      events: [
        Calendar.WholeDays(
          id: "a;b", first: day, last: day + 1, title: #"一,二;三\四"#, description: "五\r\n六",
          address: nil)
      ])
    var bytes: [UInt8] = []
    calendar.write(into: &bytes)
    let lines = try Self.lines(String(decoding: bytes, as: UTF8.self))
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jingjian//Test//ZH", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", #"X-WR-CALNAME:甲\,乙"#, "BEGIN:VEVENT", #"UID:a\;b"#,
        "DTSTAMP:20240228T000000Z", "DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240301",
        #"SUMMARY:一\,二\;三\\四"#, #"DESCRIPTION:五\n六"#, "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  @Test("where nothing is owed by a day there is no calendar, as it may not be empty")
  func none() throws {
    var site = TestSite(["content/responsibilities/2025.csv": "任务,频次\n点名,一次\n"])
    let built = try site.build()
    #expect(built.outcome.isFine && built.published["duties.ics"] == nil)
    #expect(built.page("owed.html")?.contains("duties.ics") == false)
    site["content/responsibilities/2025.csv"] = "任务,频次,时限\n点名,一次,2025-12-31\n"
    #expect(try site.build().page("owed.html")?.contains("href=\"duties.ics\"") == true)
  }

  /// The lines of a calendar, unfolded, after all that holds of every calendar.
  private static func lines(_ text: String) throws -> [String] {
    let folded = text.components(separatedBy: "\r\n")
    #expect(folded.last == "")
    #expect(
      folded.allSatisfy { $0.utf8.count <= 75 && !$0.utf8.contains(10) && !$0.utf8.contains(13) })
    let lines = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
      .dropLast()
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("VERSION:2.0") && lines.contains { $0.hasPrefix("PRODID:") })
    let events = lines.joined(separator: "\n").components(separatedBy: "BEGIN:VEVENT\n").dropFirst()
    #expect(!events.isEmpty)
    for event in events {
      #expect(event.components(separatedBy: "\nEND:VEVENT").count == 2)
      for name in ["UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:"] {
        #expect(("\n" + event).components(separatedBy: "\n\(name)").count == 2, "\(name)")
      }
    }
    let ids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(ids).count == ids.count)
    return Array(lines)
  }
}
