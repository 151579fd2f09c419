import Testing

@testable import Jingjian

/// The course: which lesson stands on the home page, and the calendar (docs/rules.md, "Lessons").
struct CourseTests {
  private static func lesson(_ week: String, _ keys: String = "") -> String {
    "---\ntitle: 课 \(week)\nweek: \(week)\n\(keys)---\n正文。\n"
  }

  private static func site(_ weeks: [String]) -> TestSite {
    var site = TestSite([
      "content/site.yml": "name: 站\norgan: 院\nbase-url: https://example.invalid/\n"
    ])
    for week in weeks { site["content/lessons/l\(week).md"] = lesson(week) }
    return site
  }

  @Test(
    "the lesson of today's week stands on the home page, else the latest before it",
    arguments: [
      ("2025-05-19", "2025-W21", true), ("2025-05-25", "2025-W21", true),
      ("2025-05-26", "2025-W21", false), ("2025-12-28", "2025-W21", false),
      ("2025-12-29", "2026-W01", true), ("2025-12-31", "2026-W01", true),
      ("2026-12-31", "2026-W53", true), ("2027-01-03", "2026-W53", true),
      ("2027-01-04", "2026-W53", false), ("2025-05-18", nil, false),
    ] as [(String, String?, Bool)])
  func home(_ date: String, _ week: String?, _ isOfThisWeek: Bool) throws {
    let built = try Self.site(["2025-W21", "2026-W01", "2026-W53"]).build(date: date)
    let home = try #require(built.page("index.html"))
    #expect(built.printed() == "")
    #expect(home.contains("本周一课") == isOfThisWeek)
    #expect(home.contains("本周暂无新课") == (week != nil && !isOfThisWeek))
    for other in ["2025-W21", "2026-W01", "2026-W53"] {
      #expect(home.contains("lessons/l\(other).html") == (other == week), "\(other)")
    }
    // What is to come is not hidden: it has its page, on every day.
    #expect(built.published["lessons/l2026-W53.html"] != nil)
  }

  @Test("each week of a year is told: its lesson, a gap, or that it is to come")
  func states() throws {
    let proof = try Proof(
      site: "/site", disk: Self.site(["2025-W03", "2025-W05", "2025-W09"]).memory.disk)
    let lessons = try #require(proof.site?[Lesson.self])
    let course = LessonCalendar(lessons, today: try #require(Day("2025-02-12")))
    let first = try #require(Week("2025-W01"))
    let states = (1...9).map { course.state(of: Week(number: first.number + $0 - 1)) }
    #expect(
      states == [
        .before, .before, .lesson(0), .missed, .lesson(1), .missed, .open, .ahead, .lesson(2),
      ])
  }

  @Test("a year of 53 weeks shows them all, and one of 52 no more")
  func weeks() throws {
    let built = try Self.site(["2024-W01", "2026-W53"]).build(date: "2026-12-31")
    func weeks(_ year: Int) -> [Int] {
      let page = built.page("lessons/year/\(year).html") ?? ""
      return page.split(separator: "<span class=\"week\">第").dropFirst().compactMap {
        Int($0.prefix { $0 != "周" })
      }
    }
    #expect(weeks(2024) == Array(1...52))
    #expect(weeks(2025) == Array(1...52))
    #expect(weeks(2026) == Array(1...53))
    #expect(built.page("lessons/year/2025.html")?.contains("缺课52周") == true)
  }

  @Test("a site without lessons has no trace of them, and one without an address no feed")
  func absent() throws {
    let empty = try Self.site([]).build()
    #expect(!empty.published.keys.contains { $0.hasPrefix("lessons") || $0 == "feed.xml" })
    var site = Self.site(["2025-W21"])
    site["content/site.yml"] = "name: 站\norgan: 院\n"
    let built = try site.build()
    let programs = ["feed.xml", "lessons.ics", "sitemap.xml"]
    #expect(programs.allSatisfy { built.published[$0] == nil })
    #expect(
      built.printed()
        == "content/site.yml:1:1: note: without `base-url` there is no feed, no calendar of lessons and no sitemap [no-base-url]\nname: 站\n^\nfix: add a line `base-url: https://…` where they are wanted\n"
    )
    #expect(built.page("lessons/index.html")?.contains("feed.xml") == false)
  }
}
