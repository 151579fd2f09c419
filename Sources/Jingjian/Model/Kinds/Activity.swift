/// An activity: a line of the 活动台账. Counts only, never who said what (docs/format.md,
/// "Activities").
struct Activity: Declared {
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

  enum Kind: String, Choice {
    case training, test, inspection, talk, visit, lecture
    static let chinese = ["培训", "测试", "督查", "谈话", "参观", "宣讲"]
  }

  static let section = "activities"
  static let folder = "content/activities"
  private static let wholeCourt: Set<String> = ["全院", "all"]

  struct Keys: Sendable {
    let date = Key<Day>("date", "日期", zh: "哪一天", en: "when")
    let kind = Key<Kind>("kind", "类型", zh: "哪一种活动", en: "which kind")
    let departments = Key<[String]>(
      "departments", "部门", zh: "部门，用分号隔开；全院写 全院",
      en: "departments, separated by `;`, or `全院` for the whole court")
    let sessions = Key<Int?>(
      "sessions", "场次", .integer(0...999_999, units: "场", "场次", "次"), zh: "几场",
      en: "how many sessions")
    let people = Key<Int?>(
      "people", "人次", .integer(0...99_999_999, units: "人次", "人"), zh: "多少人次", en: "how many people")
    let passRate = Key<Decimal?>(
      "pass-rate", "合格率", .percent, zh: "合格率", en: "the share that passed")
    let resits = Key<Int?>(
      "resits", "补考人次", .integer(0...99_999_999, units: "人次", "人"), zh: "补考多少人次",
      en: "how many took it again")
    let note = Key<String?>("note", "备注", zh: "备注", en: "a note")
  }
  static let keys = Keys()

  static func rows(_ source: SourceFile, _ prover: inout Prover) -> [Activity] {
    Table.rows(source, &prover).map { Activity($0, file: source.path, &prover) }
  }

  private init(_ fields: Fields<Self>, file: String, _ prover: inout Prover) {
    date = fields.date
    kind = fields.kind
    self.file = file
    line = fields.span.line
    sessions = fields.sessions
    people = fields.people
    passRate = fields.passRate
    resits = fields.resits
    if passRate != nil, (people ?? 0) == 0 {
      prover.warn(.rateOfNobody, at: fields.span(\.passRate))
    }
    note = fields.note
    let names = fields.located(\.departments)
    let isWhole = names.contains { Activity.wholeCourt.contains($0.value) }
    if isWhole, names.count > 1 {
      prover.say(.wholeCourtAndMore, at: fields.span(\.departments))
    }
    if names.isEmpty {
      prover.say(.noDepartments, at: fields.written(Activity.keys.departments) ?? fields.span)
    }
    var departments: [String] = []
    for item in names where !isWhole {
      let id = prover.reference(
        .department, item.value, key: Activity.keys.departments.field.chinese, at: item.span)
      if let id { departments.append(id) }
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
