/// A campaign: 专项行动 – what was to be reached from one day to another, the tasks that lead there,
/// and what came of it (docs/format.md, "Campaigns").
final class Campaign: Record {
  let common: Common
  let from: Day?
  let to: Day?
  /// The id of the department or role that leads it.
  let lead: String?
  let partners: [String]
  let slogan: String?
  /// Ids of the taxonomy, classes or sub-problems.
  let problems: [String]
  let targets: [Target]
  let counts: [Count]
  let tasks: [Task]
  /// Ids of metrics.
  let metrics: [String]

  /// What is to be reached, in figures.
  struct Target: Sendable {
    let name: String
    let unit: String?
    let baseline: Decimal?
    let target: Decimal?
    let actual: Decimal?
    let better: Direction?
  }

  /// A figure that tells what came of it.
  struct Count: Sendable {
    let name: String
    let value: Decimal?
    let unit: String?
  }

  /// A task, as recorded; what it is on a given day is a rule.
  struct Task: Sendable {
    /// As written, else its number in the list.
    let id: String
    let title: String
    let level: Level?
    /// The id of the department or role that owes it.
    let owner: String?
    let due: Day?
    let status: Status?
    let done: Day?
    /// Percent.
    let progress: Int?
    let evidence: String?
    let span: Span
  }

  static let kind = Kind(
    "campaigns", Phrase(zh: "专项行动", en: "campaign"),
    [
      Field("from", "开始", .day, zh: "哪一天开始", en: "the first day"),
      Field("to", "结束", .day, zh: "哪一天结束", en: "the last day"),
      Field(
        "lead", "牵头", .reference(.owner), zh: "牵头的部门或职务", en: "the department or role that leads"),
      Field(
        "partners", "配合部门", .list(.reference(.owner)), zh: "配合的部门", en: "the departments that help"),
      Field("slogan", "口号", .text, zh: "一句口号", en: "a slogan"),
      Field(
        "problems", "问题分类", .list(.reference(.problem)), zh: "针对的问题，用来找出同期的案例",
        en: "the problems it is about, to find the cases of its time"),
      Field("targets", "目标", .list(.group(target)), zh: "要达到的目标", en: "what is to be reached"),
      Field(
        "counts", "成效", .list(.group(count)), zh: "用数字说明的成效", en: "what came of it, in figures"),
      Field("tasks", "任务", .list(.group(task)), zh: "任务清单", en: "the tasks"),
      Field(
        "metrics", "指标", .list(.reference(.metric)), zh: "有关的指标",
        en: "the metrics that belong to it"),
    ])

  private static let target = Schema([
    Field("name", "名称", .text, required: true, zh: "目标的名称", en: "what is measured"),
    Field("unit", "单位", .text, zh: "单位，如 % 或 件", en: "the unit"),
    Field("baseline", "基数", .decimal, zh: "开始时的数值", en: "the value at the start"),
    Field("target", "目标值", .decimal, zh: "要达到的数值", en: "the value to reach"),
    Field("actual", "实际值", .decimal, zh: "现在的数值", en: "the value now"),
    Field(
      "better", "方向", .choice(Direction.choices), zh: "越高越好还是越低越好",
      en: "whether more or less is better"),
  ])

  private static let count = Schema([
    Field("name", "名称", .text, required: true, zh: "成效的名称", en: "what was counted"),
    Field("value", "数值", .decimal, zh: "数值", en: "the figure"),
    Field("unit", "单位", .text, zh: "单位", en: "the unit"),
  ])

  private static let task = Schema([
    Field("id", "编号", .text, zh: "任务编号", en: "the task's id"),
    Field("title", "任务", .text, required: true, zh: "要做什么", en: "what is to be done"),
    Field("level", "层级", .choice(Level.choices), zh: "哪一级的任务", en: "on which level"),
    Field("owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it"),
    Field("due", "时限", .day, zh: "最晚哪一天", en: "by when"),
    Field("status", "状态", .choice(.status), zh: "进展", en: "how far it is"),
    Field("done", "完成日期", .day, zh: "哪一天完成", en: "when it was done"),
    Field("progress", "进度", .integer(0...100), zh: "完成了百分之几", en: "percent"),
    Field("evidence", "佐证", .text, zh: "用什么证明", en: "what proves it"),
  ])

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    self.common = common
    from = fields.day("from")
    to = fields.day("to")
    lead = fields.text("lead")
    partners = fields.texts("partners").uniqued()
    problems = fields.texts("problems").uniqued()
    slogan = fields.text("slogan")
    targets = fields.groups("targets").map { Target($0, &prover) }
    counts = fields.groups("counts").map {
      Count(name: $0.text("name") ?? "", value: $0.amount("value"), unit: $0.text("unit"))
    }
    metrics = fields.texts("metrics").uniqued()
    let groups = fields.groups("tasks")
    tasks = groups.enumerated().map { Task($1, number: $0 + 1) }
    if let from, let to, to < from, let span = fields.span("to") {
      prover.say(.beforeStart("结束", "to", to, from), at: span)
    }
    var taken: Set<String> = []
    for (task, fields) in zip(tasks, groups) {
      if fields.text("id") != nil, !taken.insert(task.id).inserted {
        prover.say(.doubledId(task.id), at: fields.span("id") ?? fields.span)
      }
      task.check(fields, from: from, &prover)
    }
  }
}

extension Campaign.Target {
  fileprivate init(_ fields: Fields, _ prover: inout Prover) {
    name = fields.text("name") ?? ""
    unit = fields.text("unit")
    baseline = fields.amount("baseline")
    target = fields.amount("target")
    actual = fields.amount("actual")
    better = fields.text("better").flatMap(Direction.init)
    if let baseline, let target, let better, baseline != target,
      better.reaches(baseline, target)
    {
      prover.warn(.otherDirection, at: fields.span("better") ?? fields.span)
    }
  }
}

extension Campaign.Task {
  fileprivate init(_ fields: Fields, number: Int) {
    id = fields.text("id") ?? String(number)
    title = fields.text("title") ?? ""
    level = fields.text("level").flatMap(Level.init)
    owner = fields.text("owner")
    due = fields.day("due")
    status = fields.text("status").flatMap(Status.init)
    done = fields.day("done")
    progress = fields.integer("progress")
    evidence = fields.text("evidence")
    span = fields.span
  }

  /// A task that contradicts itself would be counted wrongly somewhere.
  fileprivate func check(_ fields: Fields, from: Day?, _ prover: inout Prover) {
    prover.checkStatus(status, done, key: "done", fields)
    prover.checkLevel(level, owner, at: fields.span("level") ?? span)
    if progress == 100, fields.isOpen(status, key: "done") {
      prover.say(.fullButOpen, at: fields.span("progress") ?? span)
    }
    if let progress, progress < 100, status == .done {
      prover.warn(.doneButPartial(progress), at: fields.span("progress") ?? span)
    }
    guard let from else { return }
    if let due, due < from {
      prover.say(.beforeStart("时限", "due", due, from), at: fields.span("due") ?? span)
    }
    if let done, done < from {
      prover.say(.beforeStart("完成日期", "done", done, from), at: fields.span("done") ?? span)
    }
  }
}

extension Message {
  static func beforeStart(_ zh: String, _ en: String, _ day: Day, _ start: Day) -> Message {
    Message(
      "contradiction",
      Phrase(
        zh: "「\(zh)」\(day) 早于开始的日期 \(start)", en: "`\(en)` \(day) lies before the start, \(start)"),
      fix: Phrase(zh: "核对两个日期", en: "compare the two dates"))
  }

  fileprivate static let otherDirection = Message(
    "direction",
    Phrase(zh: "「方向」与基数、目标值不一致", en: "`better` contradicts the baseline and the target"),
    fix: Phrase(
      zh: "目标值高于基数的写 高，低于基数的写 低",
      en: "write `higher` where the target lies above the baseline, else `lower`"))

  fileprivate static let fullButOpen = Message(
    "contradiction",
    Phrase(zh: "进度是 100，却没有完成", en: "the progress is 100, but it is not done"),
    fix: Phrase(
      zh: "完成了就把状态改成“已完成”并写完成日期，没有完成就改进度",
      en: "set the status to `done` with its date, or change the progress"))

  fileprivate static func doneButPartial(_ progress: Int) -> Message {
    Message(
      "contradiction",
      Phrase(zh: "已完成，进度却是 \(progress)", en: "it is done, but its progress is \(progress)"),
      fix: Phrase(zh: "删去进度，或改成 100", en: "delete the progress, or write 100"))
  }
}
