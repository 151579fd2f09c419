/// A correction: a published total that was changed. The score file holds the new one.
struct Correction: Sendable {
  let department: String
  let month: Month
  let old: Decimal
  let new: Decimal
  let reason: String?
  let date: Day
  let span: Span

  static let file = "content/rankings/corrections.yml"

  static let schema = Schema([
    Field(
      "department", "部门", .reference(.department), required: true, zh: "哪个部门",
      en: "whose score it is"),
    Field("month", "月份", .month, required: true, zh: "哪个月的得分", en: "of which month"),
    Field("old", "原值", .amount, required: true, zh: "公布过的总分", en: "the total that was published"),
    Field(
      "new", "新值", .amount, required: true, zh: "更正后的总分，与得分表一致",
      en: "the total that is right, as the score file has it"),
    Field("reason", "原因", .text, zh: "更正的原因", en: "why"),
    Field("date", "日期", .day, required: true, zh: "更正的日期", en: "when it was changed"),
  ])

  init?(_ fields: Fields) {
    guard let department = fields.text("department"), let month = fields.month("month"),
      let old = fields.amount("old"), let new = fields.amount("new"), let date = fields.day("date")
    else { return nil }
    self.department = department
    self.month = month
    self.old = old
    self.new = new
    self.date = date
    reason = fields.text("reason")
    span = fields.span("new") ?? fields.span
  }
}
