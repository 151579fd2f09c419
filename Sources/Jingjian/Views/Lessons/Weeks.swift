/// The lessons' page, or that of one of their years: the calendar with its gaps.
struct LessonListPage: PageView {
  let frame: Frame
  /// Nothing for the page on which all begins.
  let year: Int?
  let findings: Findings

  static let template = "lessons"

  private var course: LessonCalendar { findings.course }

  static let slots: [Slot<LessonListPage>] = [
    .number("year") { $0.year },
    .number("count") { $0.course.lessons.count },
    .object("now") { $0.year == nil ? LessonOfTheWeek($0.course) : nil },
    .list("calendars") { page in
      let years = page.year.map { [$0] } ?? page.course.currentYears
      return years.map { CalendarView(year: $0, course: page.course) }
    },
    .list("years") { page in
      page.course.years.map {
        LinkView(.lessonsOf(year: $0), String($0), isCurrent: $0 == page.year)
      }
    },
    .text("feed") { page in page.findings.hasFeed ? Address.feed.encoded : nil },
    .text("agenda") { page in page.findings.hasAgenda ? Address.lessonCalendar.encoded : nil },
  ]
}

/// A year's weeks by the month of their Thursday, without the months to come behind the last lesson.
struct CalendarView: View {
  let year: Int
  let course: LessonCalendar

  private var cells: [WeekCell] {
    Week.all(of: year).map { WeekCell(week: $0, course: course) }
  }

  private var months: [MonthOfWeeks] {
    let last = cells.last { $0.lesson != nil || $0.week <= Week(course.today) }
    guard let last else { return [] }
    let shown = cells.filter { $0.week.month <= last.week.month }
    return shown.map(\.week.month).uniqued().map { month in
      MonthOfWeeks(month: month, cells: shown.filter { $0.week.month == month })
    }
  }

  static let slots: [Slot<CalendarView>] = [
    .number("year") { $0.year },
    .number("count") { view in view.cells.count { $0.lesson != nil } },
    .number("missed") { view in
      let count = view.cells.count { $0.state == .missed }
      return count > 0 ? count : nil
    },
    .list("months") { $0.months },
  ]
}

struct MonthOfWeeks: View {
  let month: Month
  let cells: [WeekCell]

  static let slots: [Slot<MonthOfWeeks>] = [
    .number("month") { $0.month.month },
    .list("weeks") { $0.cells },
  ]
}

/// A week of the calendar, with its lesson or why there is none.
struct WeekCell: View {
  let week: Week
  let course: LessonCalendar

  var state: LessonCalendar.LessonState { course.state(of: week) }
  var lesson: Lesson? {
    if case .lesson(let position) = state { course.lessons[position] } else { nil }
  }

  static let slots: [Slot<WeekCell>] = [
    .object("week") { WeekView(week: $0.week) },
    .object("lesson") { $0.lesson.map(LessonItem.init) },
    .flag("isThisWeek") { $0.week == Week($0.course.today) },
    .flag("isMissed") { $0.state == .missed },
    .flag("isOpen") { $0.state == .open },
    .flag("isAhead") { $0.state == .ahead },
    .flag("isBefore") { $0.state == .before },
  ]
}
