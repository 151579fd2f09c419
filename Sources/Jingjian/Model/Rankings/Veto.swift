/// A veto: an event that keeps a department from the honours of its year (一票否优).
struct Veto: Sendable {
  let department: String
  let date: Day
  /// The indicator that led to it.
  let indicator: String?
  let reason: String?
  let source: String?
  let span: Span

  static let file = "content/rankings/vetoes.yml"

  static let schema = Schema([
    Field(
      "department", "部门", .reference(.department), required: true, zh: "哪个部门",
      en: "which department"),
    Field("date", "日期", .day, required: true, zh: "哪一天", en: "when"),
    Field(
      "indicator", "指标", .reference(.indicator), zh: "依据的指标，须标明一票否优",
      en: "the indicator that led to it, one with `veto`"),
    Field("reason", "原因", .text, zh: "原因", en: "why"),
    Field("source", "来源", .text, zh: "来源", en: "where it comes from"),
  ])
}

extension Veto {
  init?(_ fields: Fields, _ indicators: Indicators, _ prover: inout Prover) {
    guard let department = fields.text("department"), let date = fields.day("date") else {
      return nil
    }
    self.department = department
    self.date = date
    indicator = fields.text("indicator")
    reason = fields.text("reason")
    source = fields.text("source")
    span = fields.span
    if let id = indicator, let known = indicators.all.first(where: { $0.id == id }), !known.mayVeto
    {
      prover.say(.cannotVeto(known.name), at: fields.span("indicator") ?? span)
    }
  }
}

extension Message {
  fileprivate static func cannotVeto(_ name: String) -> Message {
    Message(
      "contradiction",
      Phrase(zh: "指标「\(name)」没有标明一票否优", en: "the indicator `\(name)` is not marked with `veto`"),
      fix: Phrase(
        zh: "在 indicators.yml 里给它加“一票否优: 是”，或改写指标",
        en: "add `veto: true` to it in indicators.yml, or name another one"))
  }
}
