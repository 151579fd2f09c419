/// A correction: a published total that was changed. The score file holds the new one.
struct Correction: Declared {
  let department: String
  let month: Month
  let old: Decimal
  let new: Decimal
  let reason: String?
  let date: Day
  let span: Span

  static let file = "content/rankings/corrections.yml"

  struct Keys: Sendable {
    let department = Key<String>(
      "department", "部门", .reference(.department), zh: "哪个部门", en: "whose score it is")
    let month = Key<Month>("month", "月份", zh: "哪个月的得分", en: "of which month")
    let old = Key<Decimal>(
      "old", "原值", .amount("分"), zh: "公布过的总分", en: "the total that was published")
    let new = Key<Decimal>(
      "new", "新值", .amount("分"), zh: "更正后的总分，与得分表一致",
      en: "the total that is right, as the score file has it")
    let reason = Key<String?>("reason", "原因", zh: "更正的原因", en: "why")
    let date = Key<Day>("date", "日期", zh: "更正的日期", en: "when it was changed")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    department = fields.department
    month = fields.month
    old = fields.old
    new = fields.new
    date = fields.date
    reason = fields.reason
    span = fields.span(\.new)
  }
}
