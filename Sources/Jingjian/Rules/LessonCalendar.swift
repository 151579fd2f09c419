/// The course: the lessons by their weeks – which one stands on the home page today, and where weeks
/// went by without one (docs/rules.md, "Lessons"). A lesson of a week to come is shown like any
/// other: only `publish` hides.
struct LessonCalendar: Sendable {
  /// In the order of their weeks.
  let lessons: [Lesson]
  let today: Day
  private let positions: [Week: Int]

  /// What there is of a week.
  enum LessonState: Sendable, Hashable {
    /// A lesson, by its place among all.
    case lesson(Int)
    /// It is over, others were before it, and it has none.
    case missed
    /// It is today's and has none yet.
    case open
    /// It is still to come and has none yet.
    case ahead
    /// It lies before the first lesson.
    case before
  }

  init(_ lessons: [Lesson], today: Day) {
    self.lessons = lessons.sorted { ($0.week, $0.common.id) < ($1.week, $1.common.id) }
    self.today = today
    positions = Dictionary(
      self.lessons.enumerated().map { ($1.week, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The lesson of today's week, else the latest before it; none before the first.
  var current: Int? { lessons.lastIndex { $0.week <= Week(today) } }

  var isOfThisWeek: Bool { current.map { lessons[$0].week == Week(today) } ?? false }

  /// From the first lesson's to the last one's, without a gap, newest first.
  var years: [Int] {
    guard let first = lessons.first?.week.year, let last = lessons.last?.week.year else {
      return []
    }
    return (first...last).reversed()
  }

  /// The year of today's week and the one before it, as far as there were lessons; else the nearest
  /// year that has some.
  var currentYears: [Int] {
    guard let first = years.last, let last = years.first else { return [] }
    let year = min(max(Week(today).year, first), last)
    return [year, year - 1].filter { $0 >= first }
  }

  func state(of week: Week) -> LessonState {
    if let position = positions[week] { return .lesson(position) }
    let now = Week(today)
    if week == now { return .open }
    if week > now { return .ahead }
    return lessons.first.map { $0.week < week } == true ? .missed : .before
  }
}
