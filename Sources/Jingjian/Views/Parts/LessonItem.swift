/// A lesson in a list.
struct LessonItem: View {
  let lesson: Lesson

  static let slots: [Slot<LessonItem>] = [
    .text("address") { $0.lesson.common.address.encoded },
    .text("title") { $0.lesson.common.title },
    .text("summary") { $0.lesson.common.summary },
    .object("week") { WeekView(week: $0.lesson.week) },
    .object("quote") { $0.lesson.quote.map(QuoteView.init) },
  ]
}

/// The lesson that stands on the home page and above the calendar.
struct LessonOfTheWeek: View {
  let course: LessonCalendar
  let lesson: Lesson

  /// Nothing before the first lesson's week.
  init?(_ course: LessonCalendar) {
    guard let current = course.current else { return nil }
    (self.course, lesson) = (course, course.lessons[current])
  }

  static let slots: [Slot<LessonOfTheWeek>] = [
    .object("lesson") { LessonItem(lesson: $0.lesson) },
    .flag("isOfThisWeek") { $0.course.isOfThisWeek },
    .object("thisWeek") { WeekView(week: Week($0.course.today)) },
  ]
}

/// A week as templates write it.
struct WeekView: View {
  let week: Week

  static let slots: [Slot<WeekView>] = [
    .text("iso") { $0.week.description },
    .number("year") { $0.week.year },
    .number("number") { $0.week.week },
    .object("monday") { DateView($0.week.monday) },
    .object("sunday") { DateView($0.week.sunday) },
  ]
}

/// A quiz in a list.
struct QuizItem: View {
  let quiz: Quiz

  static let slots: [Slot<QuizItem>] = [
    .text("address") { $0.quiz.common.address.encoded },
    .text("title") { $0.quiz.common.title },
    .text("summary") { $0.quiz.common.summary },
    .object("date") { $0.quiz.common.date.map(DateView.init) },
    .number("count") { $0.quiz.questions.count },
    .number("pass") { $0.quiz.pass },
  ]
}
