/// A case: 典型案例, told by its five parts (docs/format.md, "Cases").
final class Case: Record {
  let common: Common
  let date: Day
  /// The id of a department of this court, or nothing for a case from elsewhere.
  let department: String?
  /// Where a case from elsewhere comes from.
  let unit: String?
  let person: String?
  let post: String?
  /// When it occurred; nothing when only the year of the announcement is known.
  let occurred: Occurred?
  /// Ids of the taxonomy, classes or sub-problems, at least one.
  let problems: [String]
  /// One of the four forms of discipline, 1 to 4.
  let form: Int?
  let sanctions: [String]
  /// Yuan.
  let amount: Decimal?
  let provisions: [Provision]
  let accountability: [Accountability]
  let rectification: [Measure]

  /// One line of 一案双查: who answered, in which role, with what outcome.
  struct Accountability: Sendable {
    enum Role: String, Sendable, CaseIterable { case direct, supervisor, leader }
    let role: Role?
    let who: String?
    let outcome: String?
  }

  /// A measure of rectification, as recorded; what it is on a given day is a rule.
  struct Measure: Sendable {
    let text: String
    /// The id of the department or role that owes it.
    let owner: String?
    let due: Day?
    let status: Status?
    let done: Day?
    let span: Span
  }

  static let kind = Kind(
    "cases", Phrase(zh: "案例", en: "case"),
    [
      Field(
        "department", "部门", .reference(.department), zh: "本院部门；外单位案例改写“单位”",
        en: "a department of this court; for a case from elsewhere use `unit`"),
      Field("unit", "单位", .text, zh: "外单位名称", en: "where a case from elsewhere comes from"),
      Field("person", "当事人", .text, zh: "隐去名字的写法，如 王某", en: "an anonymised form: 王某"),
      Field("post", "职务", .text, zh: "当事人职务", en: "the person's post"),
      Field(
        "occurred", "发生时间", .occurred, zh: "发生的月份、年份或起止", en: "the month, the year, or the span"),
      Field(
        "problems", "问题分类", .list(.reference(.problem)), required: true, zh: "problems.yml 里的编号或名称",
        en: "ids or names of problems.yml"),
      Field(
        "form", "形态", .integer(1...4), zh: "监督执纪“四种形态”第几种",
        en: "which of the four forms of discipline"),
      Field("sanctions", "处分", .list(.text), zh: "给予的处分、处理", en: "the sanctions"),
      Field("amount", "金额", .amount, zh: "涉及金额（元）", en: "yuan"),
      Field("provisions", "依据", .list(.text), zh: "依据的条文", en: "the provisions applied"),
      Field(
        "accountability", "一案双查", .list(.group(accountability)), zh: "谁承担了什么责任",
        en: "who answered for it"),
      Field("rectification", "整改", .list(.group(measure)), zh: "整改措施", en: "the rectification"),
    ])

  private static let accountability = Schema([
    Field(
      "role", "角色",
      .choice([
        FieldType.Choice("direct", "当事人"), FieldType.Choice("supervisor", "部门负责人"),
        FieldType.Choice("leader", "分管领导"),
      ]), zh: "责任角色", en: "the role"),
    Field("who", "对象", .text, zh: "谁", en: "who"),
    Field("outcome", "结果", .text, zh: "处理结果", en: "the outcome"),
  ])

  private static let measure = Schema([
    Field("measure", "措施", .text, required: true, zh: "要做什么", en: "what is to be done"),
    Field("owner", "责任部门", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it"),
    Field("due", "时限", .day, zh: "最晚哪一天", en: "by when"),
    Field("status", "状态", .choice(.status), zh: "进展", en: "how far it is"),
    Field("done", "完成日期", .day, zh: "哪一天完成", en: "when it was done"),
  ])

  /// 一案五剖析: level-2 headings that every case must have, each with something below it.
  static let requiredParts = ["案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"]

  static func needsApproval(_ fields: Fields) -> Bool { true }

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    if fields.key("department") == nil, fields.key("unit") == nil {
      prover.say(.noDepartment, at: fields.span)
    }
    if fields.key("department") != nil, let span = fields.key("unit") {
      prover.say(.departmentAndUnit, at: span)
    }
    guard let date = common.date else {
      if fields.key("date") == nil { prover.say(.noDate, at: fields.span) }
      return nil
    }
    provisions = fields.list("provisions").compactMap { item in
      guard case .text(let text) = item.value else { return nil }
      return prover.provision(text, at: item.span)
    }
    self.common = common
    self.date = date
    department = fields.text("department")
    unit = fields.text("unit")
    person = fields.text("person")
    post = fields.text("post")
    occurred = fields.occurred("occurred")
    self.problems = fields.texts("problems").uniqued()
    form = fields.integer("form")
    sanctions = fields.texts("sanctions")
    amount = fields.amount("amount")
    accountability = fields.groups("accountability").map {
      Accountability(
        role: $0.text("role").flatMap(Accountability.Role.init), who: $0.text("who"),
        outcome: $0.text("outcome"))
    }
    rectification = fields.groups("rectification").map { Measure($0, &prover) }
  }

  /// Regulations that are cited in a field count as those cited in the text.
  var citations: [Citation] { common.citations + provisions.compactMap(\.citation) }

  /// A case is kept for the years that the site says (docs/format.md, "site.yml"): it is left out
  /// from the day after its date comes round for the last time.
  func expiry(_ settings: Settings) -> Day? {
    let kept = settings.keepCases.map { date.adding(months: 12 * $0) + 1 }
    return [common.expire, kept].compactMap { $0 }.min()
  }

  /// The years in which it occurred; the year of the announcement when nothing else is known.
  var years: ClosedRange<Int> { occurred?.years ?? date.year...date.year }
}

extension Case.Measure {
  fileprivate init(_ fields: Fields, _ prover: inout Prover) {
    text = fields.text("measure") ?? ""
    owner = fields.text("owner")
    due = fields.day("due")
    status = fields.text("status").flatMap(Status.init)
    done = fields.day("done")
    span = fields.span
    prover.checkStatus(status, done, key: "done", fields, undated: .warning)
  }
}

extension Message {
  fileprivate static let noDepartment = Message(
    "missing-key",
    Phrase(zh: "「部门」和「单位」必须写一个", en: "one of `department` and `unit` is required"),
    fix: Phrase(
      zh: "本院的写“部门: …”，外单位的写“单位: …”",
      en: "write `department: …`, or `unit: …` for a case from elsewhere"))

  fileprivate static let departmentAndUnit = Message(
    "contradiction",
    Phrase(zh: "「部门」和「单位」只能写一个", en: "`department` and `unit` exclude each other"),
    fix: Phrase(zh: "删去其中一个", en: "delete one of them"))

  fileprivate static let noDate = Message(
    "missing-key",
    Phrase(zh: "案例必须有「日期」", en: "a case needs a `date`"),
    fix: Phrase(zh: "加一行「日期: 2025-05-27」", en: "add a line `date: 2025-05-27`"))
}
