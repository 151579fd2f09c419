/// A case: 典型案例, told by its five parts (docs/format.md, "Cases").
final class Case: Record {
  let common: RecordHead
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
    enum CaseRole: String, Choice {
      case direct, supervisor, leader
      static let chinese = ["当事人", "部门负责人", "分管领导"]
    }
    let role: CaseRole?
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

  struct Keys: Sendable {
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "本院部门；外单位案例改写“单位”",
      en: "a department of this court; for a case from elsewhere use `unit`")
    let unit = Key<String?>("unit", "单位", zh: "外单位名称", en: "where a case from elsewhere comes from")
    let person = Key<String?>("person", "当事人", zh: "隐去名字的写法，如 王某", en: "an anonymised form: 王某")
    let post = Key<String?>("post", "职务", zh: "当事人职务", en: "the person's post")
    let occurred = Key<Occurred?>(
      "occurred", "发生时间", zh: "发生的月份、年份或起止", en: "the month, the year, or the span")
    let problems = Key<[String]>(
      "problems", "问题分类", .reference(.problem), required: true, zh: "problems.yml 里的编号或名称",
      en: "ids or names of problems.yml")
    let form = Key<Int?>(
      "form", "形态", .integer(1...4), zh: "监督执纪“四种形态”第几种",
      en: "which of the four forms of discipline")
    let sanctions = Key<[String]>("sanctions", "处分", zh: "给予的处分、处理", en: "the sanctions")
    let amount = Key<Decimal?>("amount", "金额", .amount("元"), zh: "涉及金额（元）", en: "yuan")
    let provisions = Key<[String]>("provisions", "依据", zh: "依据的条文", en: "the provisions applied")
    let accountability = Key<[Accountability]>(
      "accountability", "一案双查", zh: "谁承担了什么责任", en: "who answered for it")
    let rectification = Key<[Fields<Measure>]>(
      "rectification", "整改", zh: "整改措施", en: "the rectification")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "cases", title: "案例库", one: Phrase(zh: "案例", en: "case"), keys,
    asked: [RecordHead.keys.date, keys.department])

  /// 一案五剖析: level-2 headings that every case must have, each with something below it.
  static let requiredParts = ["案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"]

  static func needsApproval(_ fields: Fields<Case>) -> Bool { true }

  init?(_ common: RecordHead, _ fields: Fields<Case>, _ prover: inout Prover) {
    if fields.key(\.department) == nil, fields.key(\.unit) == nil {
      prover.say(.noDepartment, at: fields.span)
    }
    if fields.key(\.department) != nil, let span = fields.key(\.unit) {
      prover.say(.departmentAndUnit, at: span)
    }
    guard let date = common.date else {
      if fields.of(RecordHead.self).key(\.date) == nil { prover.say(.noDate, at: fields.span) }
      return nil
    }
    provisions = fields.located(\.provisions).compactMap { prover.provision($0.value, at: $0.span) }
    self.common = common
    self.date = date
    department = fields.department
    unit = fields.unit
    person = fields.person
    post = fields.post
    occurred = fields.occurred
    self.problems = fields.problems.uniqued()
    form = fields.form
    sanctions = fields.sanctions
    amount = fields.amount
    accountability = fields.accountability
    rectification = fields.rectification.map { Measure($0, &prover) }
  }

  /// Regulations that are cited in a field count as those cited in the text.
  var citations: [Citation] { common.citations + provisions.compactMap(\.citation) }

  /// A case is kept for the years that the site says (docs/format.md, "site.yml"): it is left out
  /// from the day after its date comes round for the last time.
  func expiry(keeping years: Int?) -> Day? {
    let kept = years.map { date.adding(months: 12 * $0) + 1 }
    return [common.expire, kept].compactMap { $0 }.min()
  }

  /// The years in which it occurred; the year of the announcement when nothing else is known.
  var years: ClosedRange<Int> { occurred?.years ?? date.year...date.year }
}

extension Case.Accountability: Group {
  struct Keys: Sendable {
    let role = Key<CaseRole?>("role", "角色", zh: "责任角色", en: "the role")
    let who = Key<String?>("who", "对象", zh: "谁", en: "who")
    let outcome = Key<String?>("outcome", "结果", zh: "处理结果", en: "the outcome")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    role = fields.role
    who = fields.who
    outcome = fields.outcome
  }
}

extension Case.Measure: Declared {
  struct Keys: Sendable {
    let measure = Key<String>("measure", "措施", zh: "要做什么", en: "what is to be done")
    let owner = Key<String?>(
      "owner", "责任部门", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it")
    let due = Key<Day?>("due", "时限", zh: "最晚哪一天", en: "by when")
    let status = Key<Status?>("status", "状态", zh: "进展", en: "how far it is")
    let done = Key<Day?>("done", "完成日期", zh: "哪一天完成", en: "when it was done")
  }
  static let keys = Keys()

  fileprivate init(_ fields: Fields<Self>, _ prover: inout Prover) {
    text = fields.measure
    owner = fields.owner
    due = fields.due
    status = fields.status
    done = fields.done
    span = fields.span
    prover.checkStatus(fields, \.status, \.done, undated: .warning)
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
