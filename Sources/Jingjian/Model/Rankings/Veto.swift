/// A veto: an event that keeps a department from the honours of its year (一票否优).
struct Veto: Declared {
  let department: String
  let date: Day
  /// The indicator that led to it.
  let indicator: String?
  let reason: String?
  let source: String?
  let span: Span

  static let file = "content/rankings/vetoes.yml"

  struct Keys: Sendable {
    let department = Key<String>(
      "department", "部门", .reference(.department), zh: "哪个部门", en: "which department")
    let date = Key<Day>("date", "日期", zh: "哪一天", en: "when")
    let indicator = Key<String?>(
      "indicator", "指标", .reference(.indicator), zh: "依据的指标，须标明一票否优",
      en: "the indicator that led to it, one with `veto`")
    let reason = Key<String?>("reason", "原因", zh: "原因", en: "why")
    let source = Key<String?>("source", "来源", zh: "来源", en: "where it comes from")
  }
  static let keys = Keys()
}

extension Veto {
  init(_ fields: Fields<Self>, _ indicators: Indicators, _ prover: inout Prover) {
    department = fields.department
    date = fields.date
    indicator = fields.indicator
    reason = fields.reason
    source = fields.source
    span = fields.span
    if let id = indicator, let known = indicators.all.first(where: { $0.id == id }), !known.mayVeto
    {
      prover.say(.cannotVeto(known.name), at: fields.span(\.indicator))
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
