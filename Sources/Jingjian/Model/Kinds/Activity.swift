/// An activity: a line of the 活动台账. Counts only, never who said what (docs/format.md,
/// "Activities").
struct Activity: Sendable {
  let date: Day
  let kind: Kind
  /// Ids; empty when the whole court took part (全院).
  let departments: [String]
  let sessions: Int?
  let people: Int?
  /// Percent.
  let passRate: Decimal?
  let resits: Int?
  let note: String?
  let file: String
  let line: Int

  var isWholeCourt: Bool { departments.isEmpty }

  enum Kind: String, Sendable, CaseIterable {
    case training, test, inspection, talk, visit, lecture

    static let choices = [
      FieldType.Choice("training", "培训"), FieldType.Choice("test", "测试"),
      FieldType.Choice("inspection", "督查"), FieldType.Choice("talk", "谈话"),
      FieldType.Choice("visit", "参观"), FieldType.Choice("lecture", "宣讲"),
    ]

    var chinese: String { Kind.choices.first { $0.id == rawValue }?.chinese ?? rawValue }
  }

  static let section = "activities"
  static let folder = "content/activities"
  private static let wholeCourt: Set<String> = ["全院", "all"]

  static let schema = Schema([
    Field("date", "日期", .day, required: true, zh: "哪一天", en: "when"),
    Field("kind", "类型", .choice(Kind.choices), required: true, zh: "哪一种活动", en: "which kind"),
    Field(
      "departments", "部门", .list(.text), zh: "部门，用分号隔开；全院写 全院",
      en: "departments, separated by `;`, or `全院` for the whole court"),
    Field("sessions", "场次", .integer(0...999_999), zh: "几场", en: "how many sessions"),
    Field("people", "人次", .integer(0...99_999_999), zh: "多少人次", en: "how many people"),
    Field("pass-rate", "合格率", .percent, zh: "合格率", en: "the share that passed"),
    Field("resits", "补考人次", .integer(0...99_999_999), zh: "补考多少人次", en: "how many took it again"),
    Field("note", "备注", .text, zh: "备注", en: "a note"),
  ])

  static func rows(_ source: SourceFile, _ prover: inout Prover) -> [Activity] {
    Table.rows(source, schema, &prover).compactMap { Activity($0, file: source.path, &prover) }
  }

  private init?(_ fields: Fields, file: String, _ prover: inout Prover) {
    guard let date = fields.day("date"), let kind = fields.text("kind").flatMap(Kind.init) else {
      return nil
    }
    self.date = date
    self.kind = kind
    self.file = file
    line = fields.span.line
    sessions = fields.integer("sessions")
    people = fields.integer("people")
    passRate = fields.amount("pass-rate")
    resits = fields.integer("resits")
    if passRate != nil, (people ?? 0) == 0 {
      prover.warn(.rateOfNobody, at: fields.span("pass-rate") ?? fields.span)
    }
    note = fields.text("note")
    let names = fields.list("departments")
    let isWhole = names.contains { item in
      if case .text(let text) = item.value { Activity.wholeCourt.contains(text) } else { false }
    }
    if isWhole, names.count > 1 {
      prover.say(.wholeCourtAndMore, at: fields.span("departments") ?? fields.span)
    }
    if names.isEmpty {
      prover.say(.noDepartments, at: fields.written("departments") ?? fields.span)
    }
    var departments: [String] = []
    for item in names where !isWhole {
      guard case .text(let text) = item.value else { continue }
      let value = prover.scalar(
        text, .reference(.department), key: "部门", span: item.span)
      if case .reference(let id)? = value { departments.append(id) }
    }
    self.departments = departments.uniqued()
  }
}

extension Message {
  fileprivate static let wholeCourtAndMore = Message(
    "contradiction",
    Phrase(zh: "写了“全院”，就不再写部门", en: "`全院` is the whole court; no department stands beside it"),
    fix: Phrase(zh: "只留“全院”，或只列部门", en: "keep one or the other"))

  fileprivate static let rateOfNobody = Message(
    "rate-of-nobody",
    Phrase(zh: "有合格率，没有人次，合格率无法计入全年", en: "a rate without people cannot be counted"),
    fix: Phrase(zh: "补上人次", en: "fill in how many took part"))

  fileprivate static let noDepartments = Message(
    "empty-value",
    Phrase(zh: "没有写哪个部门", en: "no department is named"),
    fix: Phrase(
      zh: "写部门，几个部门用分号隔开；全院参加的写“全院”", en: "name the departments, or write `全院` for the whole court")
  )
}
