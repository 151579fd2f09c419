/// A quiz: 知识测试, keys alone (docs/format.md, "Quizzes").
final class Quiz: Record {
  let common: RecordHead
  /// The percentage of right answers from which it is passed.
  let pass: Int
  let questions: [Question]

  /// What is passed where nobody says otherwise.
  static let usualPass = 60

  struct Keys: Sendable {
    let pass = Key<Int?>(
      "pass", "及格", .integer(1...100, units: "%", "分"), sample: "60", zh: "及格线，百分之几；不写就是 60",
      en: "the passing mark in percent; 60 when left out")
    let questions = Key<[Fields<Question>]>(
      "questions", "题目", required: true, zh: "一道题一组", en: "a group of keys for each question")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "quizzes", title: "知识测试", one: Phrase(zh: "测验", en: "quiz"), format: .yaml, keys)

  init?(_ common: RecordHead, _ fields: Fields<Quiz>, _ prover: inout Prover) {
    self.common = common
    pass = fields.pass ?? Quiz.usualPass
    questions = fields.questions.compactMap { Question($0, &prover) }
  }

  var provisions: [Provision] { questions.compactMap(\.provision) }
  var citations: [Citation] { common.citations + provisions.compactMap(\.citation) }

  /// How many questions must be right.
  var needed: Int { (questions.count * pass + 99) / 100 }
}

/// A question: what is asked, what there is to choose from, what is right and why.
struct Question: Declared {
  enum QuizFormat: String, Choice {
    case single, multiple, judge
    static let chinese = ["单选", "多选", "判断"]
  }

  let stem: String
  let form: QuizFormat
  let options: [String]
  /// The places of the right options, ascending, at least one.
  let answer: [Int]
  let explanation: String?
  let provision: Provision?

  struct Keys: Sendable {
    let stem = Key<String>("stem", "题干", sample: "〔待补：题干〕", zh: "问什么", en: "what is asked")
    let kind = Key<QuizFormat?>(
      "kind", "题型", sample: "单选", zh: "单选、多选、判断；不写就是单选",
      en: "one of the three; `single` when left out")
    let options = Key<[String]>(
      "options", "选项", sample: "[〔待补：选项甲〕, 〔待补：选项乙〕]", zh: "供选择的内容，不用写字母；判断题不写",
      en: "what to choose from, without letters; none for `judge`")
    let answer = Key<[String]>(
      "answer", "答案", required: true, mayBeOne: true, sample: "A", zh: "字母（A、AC）或选项原文；判断题写 对 或 错",
      en: "letters (`A`, `AC`), or the option itself; `true` or `false`")
    let explanation = Key<String?>(
      "explanation", "解析", sample: "〔待补：解析〕", zh: "为什么", en: "why it is right")
    let provision = Key<String?>("provision", "依据", zh: "依据的条文", en: "the article that it rests on")
  }
  static let keys = Keys()

  /// What a judgement chooses from when its options are not written.
  static let verdicts = ["对", "错"]

  init?(_ fields: Fields<Question>, _ prover: inout Prover) {
    if fields.key(\.kind) != nil, fields.kind == nil { return nil }
    stem = fields.stem
    form = fields.kind ?? .single
    let written = fields.located(\.options)
    let options = Question.options(written, form, fields, &prover)
    self.options = options
    explanation = fields.explanation
    provision = fields.provision.flatMap { prover.provision($0, at: fields.span(\.provision)) }
    // Without options no answer can be judged.
    guard !options.isEmpty else { return nil }
    let answer = Answer(fields.located(\.answer), options: options, form, &prover)
    guard let answer else { return nil }
    self.answer = answer.places
    let span = fields.span(\.answer)
    switch (form, answer.places.count) {
    case (.single, 2...), (.judge, 2...): prover.say(.severalAnswers(form), at: span)
    case (.multiple, 1): prover.warn(.oneAnswer, at: span)
    default: break
    }
  }

  /// The options as they are shown; nothing when they cannot be used, which is reported.
  private static func options(
    _ written: [Located<String>], _ form: QuizFormat, _ fields: Fields<Question>,
    _ prover: inout Prover
  ) -> [String] {
    guard let texts = unlettered(written, &prover) else { return [] }
    if form == .judge, texts.isEmpty { return verdicts }
    let place = fields.span(\.options)
    if form == .judge ? texts.count != 2 : !(2...Answer.letters.count).contains(texts.count) {
      prover.say(.optionCount(texts.count, form), at: place)
      return []
    }
    var seen: Set<String> = []
    var isFine = true
    for (text, item) in zip(texts, written) where !seen.insert(Answer.key(text)).inserted {
      prover.say(.doubledOption(text), at: item.span)
      isFine = false
    }
    return isFine ? texts : []
  }

  /// An option as people write it with its letter: `A. 收下`, `（A）收下`, `A 收下`.
  private struct Lettered {
    let letter: Character
    let rest: String
    /// Whether nothing but a blank stands behind the letter, which may be part of the text.
    let isBare: Bool

    init?(_ text: String) {
      var signs = text[...]
      let isEnclosed = signs.first.map { "（(".contains($0) } ?? false
      if isEnclosed { signs.removeFirst() }
      guard let letter = signs.popFirst().flatMap(Answer.letter), let mark = signs.popFirst() else {
        return nil
      }
      let isMark = isEnclosed ? "）)".contains(mark) : ".．、:：)）".contains(mark)
      guard isMark || !isEnclosed && mark.isWhitespace else { return nil }
      let rest = String(signs).trimmed
      guard !rest.isEmpty else { return nil }
      (self.letter, self.rest, isBare) = (letter, rest, !isMark)
    }
  }

  /// Without the letters that people write before options, where each has its own. A letter that is
  /// another's would have the answer point elsewhere.
  private static func unlettered(_ written: [Located<String>], _ prover: inout Prover) -> [String]?
  {
    let lettered = written.map { Lettered($0.value) }
    let count = lettered.count { $0 != nil }
    var isFine = true
    for (n, option) in lettered.enumerated() {
      guard let option, count > 1 || !option.isBare, Answer.letters.indices.contains(n) else {
        continue
      }
      if option.letter != Answer.letters[n] {
        prover.say(.optionLetter(written[n].value, place: n), at: written[n].span)
        isFine = false
      }
    }
    guard isFine else { return nil }
    let rests = lettered.compactMap { $0?.rest }
    return rests.count == written.count ? rests : written.map(\.value)
  }
}

extension Message {
  fileprivate static func optionLetter(_ text: String, place: Int) -> Message {
    let letter = Answer.letters[place]
    return Message(
      "option-letter",
      Phrase(
        zh: "选项「\(text)」排在第 \(place + 1) 个，是 \(letter)，与自己写的字母不同",
        en:
          "the option `\(text)` is number \(place + 1), which is \(letter), not the letter it carries"
      ),
      fix: Phrase(
        zh: "按 A、B、C 的次序排好；或者去掉各项的字母，答案写选项原文",
        en:
          "put them in the order of A, B, C; or leave their letters out and write the answer's own words"
      ))
  }

  fileprivate static func severalAnswers(_ form: Question.QuizFormat) -> Message {
    let name = form.chinese + "题"
    return Message(
      "answer",
      Phrase(zh: "\(name)只能有一个答案", en: "a question of kind `\(form.rawValue)` has one answer"),
      fix: Phrase(zh: "只留一个，或把题型改成 多选", en: "keep one, or make it `kind: multiple`"))
  }

  fileprivate static let oneAnswer = Message(
    "answer",
    Phrase(zh: "多选题只有一个答案", en: "a question of kind `multiple` has a single answer"),
    fix: Phrase(zh: "核对答案，或把题型改成 单选", en: "look at the answer, or make it `kind: single`"))

  fileprivate static func optionCount(_ count: Int, _ form: Question.QuizFormat) -> Message {
    let most = Answer.letters.count
    return Message(
      "options",
      Phrase(zh: "这道题有 \(count) 个选项", en: "this question has \(Count(count, "option"))"),
      fix: form == .judge
        ? Phrase(zh: "判断题不写选项，或者写两个", en: "write no options for `judge`, or two")
        : Phrase(
          zh: "写 2 到 \(most) 个，每行一个，以“- ”开头", en: "write from 2 to \(most), one a line after `- `"))
  }

  fileprivate static func doubledOption(_ text: String) -> Message {
    Message(
      "doubled-option",
      Phrase(zh: "选项「\(text)」重复", en: "the option `\(text)` is given twice"),
      fix: Phrase(zh: "改掉或删去一个", en: "change one, or delete it"))
  }
}
