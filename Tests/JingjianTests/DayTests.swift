import Testing

@testable import Jingjian

/// Days, months and periods as they are written (docs/format.md, "Dates").
struct DayTests {
  @Test(
    "a day is read in every form that can only mean it",
    arguments: [
      ("2025-05-27", "2025-05-27"), ("2025年5月27日", "2025-05-27"), ("2025年05月07日", "2025-05-07"),
      ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("2023-02-29", nil),
      ("1900-02-29", nil), ("2025-13-40", nil), ("2025年2月30日", nil), ("2025-5-27", "2025-05-27"),
      ("2025.05.27", "2025-05-27"), ("2025/5/27", "2025-05-27"), ("20250527", "2025-05-27"),
      ("２０２５年５月２７日", "2025-05-27"), ("2025 年 5 月 27 日", "2025-05-27"), ("2025．5．27", "2025-05-27"),
      ("2025-05-27 ", "2025-05-27"), ("２０２５-05-27", "2025-05-27"), ("2025年5月27号", "2025-05-27"),
      ("2025/5/27 0:00", "2025-05-27"), ("2025-05-27 00:00:00", "2025-05-27"),
      ("2025–05–27", "2025-05-27"),
      ("2025/5/27 8:30", nil), ("2025-05/27", nil), ("2025-05-", nil), ("2025年5月27", "2025-05-27"),
      ("2025-05", nil), ("25-05-27", nil), ("27/5/2025", nil), ("46169", nil), ("5月27日", nil),
      ("2025-005-27", nil), ("2025052", nil), ("", nil), ("0000-01-01", nil),
    ] as [(String, String?)])
  func day(_ text: String, _ expected: String?) {
    #expect(Day(text).map { "\($0)" } == expected)
  }

  @Test("each day follows the one before it, through four centuries")
  func succession() throws {
    var day = try #require(Day("1899-12-31"))
    #expect(try #require(Day("1970-01-01")).number == 0)
    for year in 1900...2300 {
      for month in 1...12 {
        let first = try #require(Month(year: year, month: month))
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        #expect(
          first.days == [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
        for number in 1...first.days {
          day = day + 1
          guard day == Day(year: year, month: month, day: number), day.day == number,
            day.month == first
          else {
            Issue.record("\(year)-\(month)-\(number) is \(day)")
            return
          }
        }
      }
    }
  }

  @Test(
    "months added to a day end with the shorter month",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2025-12-15", 1, "2026-01-15"), ("2025-08-31", 6, "2026-02-28"),
    ])
  func adding(_ day: String, _ months: Int, _ expected: String) {
    #expect(Day(day)?.adding(months: months) == Day(expected))
  }

  @Test(
    "when it occurred is a month, a year or a span",
    arguments: [
      ("2024", 2024, 2024), ("2024-05", 2024, 2024), ("2019-03/2022-06", 2019, 2022),
      ("2019/2022", 2019, 2022), ("2023年/2024年3月", 2023, 2024),
    ])
  func occurred(_ text: String, _ from: Int, _ to: Int) {
    #expect(Occurred(text)?.years == from...to)
  }

  @Test(arguments: [
    "2024-06/2024-01", "2024-13", "24", "2024/2025/2026", "/2024", "2024-05-01", "去年",
  ])
  func noPeriod(_ text: String) {
    #expect(Occurred(text) == nil)
  }

  @Test(
    "what day it is depends on the zone",
    arguments: [
      (1_767_196_799, "Asia/Shanghai", "2025-12-31"),
      (1_767_196_800, "Asia/Shanghai", "2026-01-01"),
      (1_767_196_800, "UTC", "2025-12-31"), (-1, "UTC", "1969-12-31"),
    ])
  func zone(_ seconds: Int, _ zone: String, _ expected: String) {
    #expect("\(Zone.day(at: seconds, in: zone))" == expected)
  }
}
