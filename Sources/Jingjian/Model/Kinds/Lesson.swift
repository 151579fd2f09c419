/// A lesson: 廉政微课堂, one a week (docs/format.md, "Lessons").
final class Lesson: Record {
  let common: RecordHead
  /// No two lessons have the same.
  let week: Week
  let weekSpan: Span
  let quote: Quote?
  /// The id of the case that it tells of.
  let caseId: String?
  /// The ids of documents to read on in.
  let documents: [String]
  let media: [Medium]
  /// The id of the quiz about it.
  let quiz: String?

  /// A saying that opens the lesson.
  struct Quote: Sendable {
    let text: String
    let from: String?
  }

  struct Keys: Sendable {
    let week = Key<Week>("week", "周次", zh: "哪一周的课，每周最多一课", en: "the week; one lesson each")
    let quote = Key<Quote?>("quote", "警句", zh: "开头的一句话", en: "a saying to open with")
    let `case` = Key<String?>(
      "case", "案例", .reference(.record("cases")), zh: "结合的案例：content/cases 里的文件名，不带 .md",
      en: "the case it tells of: its file's name in content/cases, without .md")
    let documents = Key<[String]>(
      "documents", "文件", .reference(.record("documents")),
      zh: "延伸阅读：content/documents 里的文件名，不带 .md",
      en: "documents to read on in: their files' names without .md")
    let media = Key<[Medium]>("media", "资料", zh: "图片、视频、PDF", en: "pictures, videos, PDFs")
    let quiz = Key<String?>(
      "quiz", "测验", .reference(.record("quizzes")), zh: "配套的测验：content/quizzes 里的文件名，不带 .yml",
      en: "the quiz about it: its file's name in content/quizzes, without .yml")
  }
  static let keys = Keys()

  static let kind = RecordKind("lessons", title: "廉政微课堂", one: Phrase(zh: "微课", en: "lesson"), keys)

  init?(_ common: RecordHead, _ fields: Fields<Lesson>, _ prover: inout Prover) {
    self.common = common
    week = fields.week
    weekSpan = fields.span(\.week)
    if !Lesson.years.contains(week.year) { prover.say(.farWeek(week), at: weekSpan) }
    quote = fields.quote
    caseId = fields.case
    documents = fields.documents.uniqued()
    media = fields.media
    quiz = fields.quiz
  }

  /// Each year between the first lesson and the last has a calendar, so a slip of the pen (`9025-W21`)
  /// would make thousands of pages.
  private static let years = 2000...2099

  /// As written, else the Monday of its week.
  var date: Day { common.date ?? week.monday }
}

extension Lesson.Quote: Group {
  struct Keys: Sendable {
    let text = Key<String>("text", "内容", zh: "原话", en: "the words")
    let from = Key<String?>("from", "出处", zh: "谁说的、出自哪里", en: "whose they are")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    text = fields.text
    from = fields.from
  }
}

extension Lesson {
  /// A week has one lesson at most; a withdrawn one leaves its week to another.
  static func distinctWeeks(_ records: [any Record]) -> [Diagnostic] {
    var taken: [Week: String] = [:]
    var report: [Diagnostic] = []
    for record in records {
      guard let lesson = record as? Lesson, lesson.common.withdrawal == nil else { continue }
      if let other = taken[lesson.week] {
        report.append(
          .error(
            .doubledWeek(lesson.week, other), at: Place(lesson.common.file, lesson.weekSpan)))
      } else {
        taken[lesson.week] = lesson.common.file
      }
    }
    return report
  }
}

extension Message {
  fileprivate static func farWeek(_ week: Week) -> Message {
    Message(
      "date",
      Phrase(zh: "\(week) 不在 2000 年到 2099 年之间", en: "\(week) is not of the years 2000 to 2099"),
      fix: Phrase(zh: "核对年份", en: "look at the year"))
  }

  fileprivate static func doubledWeek(_ week: Week, _ file: String) -> Message {
    Message(
      "doubled-week",
      Phrase(zh: "\(week) 已经有一课：\(file)", en: "\(week) has a lesson already: \(file)"),
      fix: Phrase(zh: "改用另一周", en: "choose another week"))
  }
}
