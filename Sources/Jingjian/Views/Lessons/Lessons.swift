/// The page of a lesson.
struct LessonPage: PageView {
  let frame: Frame
  let position: Int
  let findings: Findings

  static let template = "lesson"

  private var lesson: Lesson { findings.course.lessons[position] }

  static let slots: [Slot<LessonPage>] =
    Slot.record { $0.lesson.common } + [
      .object("lesson") { LessonView(lesson: $0.lesson, findings: $0.findings) },
      .text("screen") { Address.screen(ofLesson: $0.lesson.common.id).encoded },
      .object("previous") { $0.neighbour(-1) },
      .object("next") { $0.neighbour(1) },
    ]

  private func neighbour(_ step: Int) -> LessonItem? {
    let lessons = findings.course.lessons
    guard lessons.indices.contains(position + step) else { return nil }
    return LessonItem(lesson: lessons[position + step])
  }
}

/// All that a lesson holds, for its page and for its screen.
struct LessonView: View {
  let lesson: Lesson
  let findings: Findings

  static let slots: [Slot<LessonView>] =
    Slot.record { $0.lesson.common } + [
      .text("address") { $0.lesson.common.address.encoded },
      .object("week") { WeekView(week: $0.lesson.week) },
      .object("quote") { $0.lesson.quote.map(QuoteView.init) },
      .group("media") { $0.lesson.media.map(MediumView.init) },
      .object("case") { view in view.findings.reference(Case.self, view.lesson.caseId) },
      .group("documents") { view in
        view.lesson.documents.compactMap { view.findings.reference(Document.self, $0) }
      },
      .object("quiz") { view in view.findings.reference(Quiz.self, view.lesson.quiz) },
      .object("questions") { view in
        view.findings.quizzes.first { $0.common.id == view.lesson.quiz }.map(QuizItem.init)
      },
    ]
}

struct QuoteView: View {
  let quote: Lesson.Quote

  static let slots: [Slot<QuoteView>] = [
    .text("text") { $0.quote.text },
    .text("from") { $0.quote.from },
  ]
}

extension Press {
  /// The lessons, their calendar, and each on a projector.
  func lessons(_ findings: Findings) -> [Page] {
    let section = Lesson.kind.section
    let course = findings.course
    guard !course.lessons.isEmpty else { return [] }
    let pages = course.lessons.enumerated().flatMap { position, lesson in
      [
        page(lesson.common.address, section: section, date: lesson.common.date) {
          LessonPage(frame: $0, position: position, findings: findings)
        },
        page(.screen(ofLesson: lesson.common.id), section: section, listed: false, found: true) {
          LessonScreenPage(frame: $0, lesson: lesson, findings: findings)
        },
      ]
    }
    let lists = ([nil] + course.years.map { Optional($0) }).map { year in
      page(year.map(Address.lessonsOf) ?? .lessons, section: section) {
        LessonListPage(frame: $0, year: year, findings: findings)
      }
    }
    return pages + lists
  }
}
