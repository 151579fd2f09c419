/// A decision: what was done about a card, and what the department says of it.
struct Decision: Declared {
  enum Action: String, Choice {
    case explained, rectified, removed, accountability

    /// Whether it answers a card of a colour (rule 8).
    func answers(_ colour: Colour) -> Bool {
      switch self {
      case .explained: colour == .blue
      case .rectified: colour == .yellow
      case .accountability: colour == .red
      case .removed: true
      }
    }

    static let chinese = allCases.map(\.phrase.zh)

    var phrase: Phrase {
      switch self {
      case .explained: Phrase(zh: "已说明", en: "explained")
      case .rectified: Phrase(zh: "已整改", en: "rectified")
      case .removed: Phrase(zh: "已摘牌", en: "removed")
      case .accountability: Phrase(zh: "已问责", en: "accountability")
      }
    }
  }

  let department: String
  let period: Period
  let colour: Colour
  /// Nothing where only the department's statement is recorded.
  let action: Action?
  let date: Day
  let document: String?
  let note: String?
  let statement: String?
  let span: Span

  static let file = "content/rankings/decisions.yml"

  struct Keys: Sendable {
    let department = Key<String>(
      "department", "部门", .reference(.department), zh: "哪个部门的牌", en: "whose card it is")
    let period = Key<String>(
      "period", "期间", zh: "牌的期间：2025-03、2025-Q2 或 2025",
      en: "the card's period: 2025-03, 2025-Q2 or 2025")
    let colour = Key<Colour>("colour", "颜色", zh: "牌的颜色", en: "the card's colour")
    let action = Key<Action?>("action", "处理", zh: "做了什么", en: "what was done")
    let date = Key<Day>("date", "日期", zh: "处理的日期", en: "when")
    let document = Key<String?>("document", "文书", zh: "文书", en: "by which document")
    let note = Key<String?>("note", "备注", zh: "备注", en: "a note")
    let statement = Key<String?>(
      "statement", "部门说明", zh: "部门自己的说明，与牌一起显示",
      en: "the department's own words, shown with the card")
  }
  static let keys = Keys()
}

extension Decision {
  init?(_ fields: Fields<Self>, _ prover: inout Prover) {
    let text = fields.period
    guard let period = Period(text) else {
      prover.say(.period(text), at: fields.span(\.period))
      return nil
    }
    department = fields.department
    self.period = period
    colour = fields.colour
    date = fields.date
    action = fields.action
    document = fields.document
    note = fields.note
    statement = fields.statement
    span = fields.span
    if let action, !action.answers(colour) {
      prover.warn(.noAnswer(action, colour), at: fields.span(\.action))
    }
  }
}

extension Message {
  static func period(_ text: String) -> Message {
    Message(
      "date", Phrase(zh: "「\(text)」不是期间", en: "`\(text)` is no period"),
      fix: Phrase(
        zh: "月写成 2025-03，季度写成 2025-Q2，年写成 2025",
        en: "write a month `2025-03`, a quarter `2025-Q2` or a year `2025`"))
  }

  fileprivate static func noAnswer(_ action: Decision.Action, _ colour: Colour) -> Message {
    Message(
      "no-answer",
      Phrase(
        zh: "「\(action.phrase.zh)」不能了结\(colour.letter)牌",
        en: "`\(action.rawValue)` does not answer a \(colour.rawValue) card"),
      fix: Phrase(
        zh: "蓝牌写 已说明，黄牌写 已整改，红牌写 已问责；已摘牌 都可以",
        en:
          "a blue card takes `explained`, a yellow one `rectified`, a red one `accountability`, any of them `removed`"
      ))
  }
}
