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

  func quizzes(_ findings: Findings) -> [Page] {
    let section = Quiz.kind.section
    guard !findings.quizzes.isEmpty else { return [] }
    return findings.quizzes.map { quiz in
      page(quiz.common.address, section: section, date: quiz.common.date) {
        QuizPage(frame: $0, quiz: quiz, findings: findings)
      }
    }
      + sheets(
        findings.quizzes.count, first: .index(of: "quizzes"), section: section
      ) {
        QuizListPage(frame: $0, sheet: $1, quizzes: findings.quizzes)
      }
  }

  func exemplars(_ findings: Findings) -> [Page] {
    let section = Exemplar.kind.section
    guard !findings.exemplars.isEmpty else { return [] }
    return findings.exemplars.map { exemplar in
      page(exemplar.common.address, section: section, date: exemplar.common.date) {
        ExemplarPage(frame: $0, exemplar: exemplar, findings: findings)
      }
    } + [
      page(.index(of: "exemplars"), section: section) {
        ExemplarListPage(frame: $0, exemplars: findings.exemplars)
      }
    ]
  }

  func clarifications(_ findings: Findings) -> [Page] {
    let section = Clarification.kind.section
    guard !findings.clarifications.isEmpty else { return [] }
    return findings.clarifications.map { clarification in
      page(clarification.common.address, section: section, date: clarification.common.date) {
        ClarificationPage(frame: $0, clarification: clarification, findings: findings)
      }
    }
      + sheets(
        findings.clarifications.count, first: .index(of: "clarifications"),
        section: section
      ) {
        ClarificationListPage(frame: $0, sheet: $1, findings: findings)
      }
  }

  /// What readers subscribe to. Its links must be whole, so that there is none without a base address.
  func feeds(_ findings: Findings) -> [Page] {
    guard let base = findings.site.settings.baseURL else { return [] }
    var pages: [Page] = []
    if findings.hasFeed {
      pages.append(
        page(Address.feed, section: nil, listed: false) {
          FeedPage(frame: $0, base: base, findings: findings)
        })
    }
    if findings.hasAgenda {
      let agenda = Agenda.calendar(findings, base: base)
      pages.append(
        Page.data(.lessonCalendar) {
          agenda.write(into: &$0)
        })
    }
    return pages
  }
}
