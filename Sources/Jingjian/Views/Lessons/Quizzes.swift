/// The page of a quiz: its questions with what there is to choose from; `assets/quiz.js` scores them in
/// the reader's browser, and without it the answers fold open.
struct QuizPage: PageView {
  let frame: Frame
  let quiz: Quiz
  let findings: Findings

  static let template = "quiz"

  static let slots: [Slot<QuizPage>] =
    Slot.record { $0.quiz.common } + [
      .number("count") { $0.quiz.questions.count },
      .number("pass") { $0.quiz.pass },
      .number("needed") { $0.quiz.needed },
      .list("questions") { page in
        page.quiz.questions.enumerated().map { QuestionView(number: $0 + 1, question: $1) }
      },
      .group("lessons") { page in
        page.findings.lessons(with: page.quiz.common.id).map(LessonItem.init)
      },
    ]
}

struct QuestionView: View {
  let number: Int
  let question: Question

  /// Judgements are answered by their words, other questions by letters.
  private func name(_ place: Int) -> String {
    question.form == .judge ? question.options[place] : String(Answer.letters[place])
  }

  static let slots: [Slot<QuestionView>] = [
    .number("number") { $0.number },
    .text("stem") { $0.question.stem },
    .flag("isSingle") { $0.question.form == .single },
    .flag("isMultiple") { $0.question.form == .multiple },
    .flag("isJudge") { $0.question.form == .judge },
    .list("options") { view in
      view.question.options.enumerated().map { place, text in
        OptionView(
          place: place, letter: view.question.form == .judge ? nil : view.name(place), text: text,
          isRight: view.question.answer.contains(place))
      }
    },
    .text("places") { $0.question.answer.map(String.init).joined(separator: " ") },
    .text("answer") { view in view.question.answer.map(view.name).joined(separator: "、") },
    .text("explanation") { $0.question.explanation },
    .object("provision") { $0.question.provision.map(ProvisionView.init) },
  ]
}

struct OptionView: View {
  /// From 0, as the script counts.
  let place: Int
  let letter: String?
  let text: String
  let isRight: Bool

  static let slots: [Slot<OptionView>] = [
    .number("place") { $0.place },
    .text("letter") { $0.letter },
    .text("text") { $0.text },
    .flag("isRight") { $0.isRight },
  ]
}

/// The list of quizzes.
struct QuizListPage: PageView {
  let frame: Frame
  let sheet: Sheet
  let quizzes: [Quiz]

  static let template = "quizzes"

  static let slots: [Slot<QuizListPage>] = [
    .number("count") { $0.quizzes.count },
    .list("quizzes") { $0.quizzes[$0.sheet.range].map(QuizItem.init) },
    .object("sheets") { $0.sheet.count > 1 ? SheetsView(sheet: $0.sheet) : nil },
  ]
}

extension Press {
  func quizzes(_ findings: Findings) -> [Page] {
    section(of: findings.quizzes) {
      QuizPage(frame: $0, quiz: $1, findings: findings)
    } lists: { section in
      sheets(findings.quizzes.count, first: .index(of: section), section: section) {
        QuizListPage(frame: $0, sheet: $1, quizzes: findings.quizzes)
      }
    }
  }
}
