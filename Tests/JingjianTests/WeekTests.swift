import Testing

@testable import Jingjian

/// Weeks as ISO 8601 counts them (docs/format.md, "Dates").
struct WeekTests {
  @Test(
    "a week is read in every form that can only mean it",
    arguments: [
      ("2025-W21", "2025-W21"), ("2025年第21周", "2025-W21"), ("2025年第1周", "2025-W01"),
      ("2025年第01周", "2025-W01"), ("2026-W53", "2026-W53"), ("2020-W53", "2020-W53"),
      ("2024-W53", nil), ("2025-W53", nil), ("2025-W00", nil), ("2025-W54", nil),
      ("2025-W1", "2025-W01"),
      ("2025-w21", "2025-W21"), ("2025W21", nil), ("25-W21", nil), ("2025-W21 ", "2025-W21"),
      ("2025-21", nil), ("2025年21周", nil), ("2025-W２１", "2025-W21"), ("2025 年第 21 周", "2025-W21"),
      ("21", nil), ("", nil), ("0000-W01", nil),
    ] as [(String, String?)])
  func read(_ text: String, _ expected: String?) {
    #expect(Week(text).map { "\($0)" } == expected)
  }

  @Test(
    "the last days of a year may be in the next one's first week, and the first in the last",
    arguments: [
      ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2025-01-01", "2025-W01"),
      ("2025-12-28", "2025-W52"), ("2025-12-29", "2026-W01"), ("2025-12-31", "2026-W01"),
      ("2026-12-27", "2026-W52"), ("2026-12-28", "2026-W53"), ("2027-01-03", "2026-W53"),
      ("2027-01-04", "2027-W01"), ("2023-01-01", "2022-W52"), ("2021-01-03", "2020-W53"),
      ("2016-01-03", "2015-W53"), ("1970-01-01", "1970-W01"), ("2000-02-29", "2000-W09"),
    ])
  func ofDay(_ day: String, _ week: String) throws {
    #expect("\(Week(try #require(Day(day))))" == week)
  }

  @Test("weeks follow each other from Monday to Sunday through four centuries")
  func succession() throws {
    var monday = try #require(Day("1900-01-01"))
    for year in 1900...2299 {
      let weeks = Week.all(of: year)
      // A year has 53 weeks when it begins on a Thursday, or is a leap year that begins on a Wednesday.
      let first = try #require(Day(year: year, month: 1, day: 1))
      let weekday = (first - monday + 7 * 60) % 7
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      #expect(weeks.count == (weekday == 3 || leap && weekday == 2 ? 53 : 52), "\(year)")
      for (n, week) in weeks.enumerated() {
        guard week.monday == monday, week.sunday == monday + 6, week.year == year,
          week.week == n + 1, Week("\(week)") == week, Week(monday) == week,
          Week(monday + 6) == week
        else {
          Issue.record("\(year), week \(n + 1)")
          return
        }
        monday = monday + 7
      }
    }
  }
}
