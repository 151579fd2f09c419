/// A campaign: 专项行动 – what was to be reached from one day to another, the tasks that lead there,
/// and what came of it (docs/format.md, "Campaigns").
final class Campaign: Record {
  let common: RecordHead
  let from: Day?
  let to: Day?
  /// The id of the department or role that leads it.
  let lead: String?
  let partners: [String]
  let slogan: String?
  /// Ids of the taxonomy, classes or sub-problems.
  let problems: [String]
  let targets: [Goal]
  let counts: [OutcomeFigure]
  let tasks: [Task]
  /// Ids of metrics.
  let metrics: [String]

  /// What is to be reached, in figures.
  struct Goal: Sendable {
    let name: String
    let unit: String?
    let baseline: Decimal?
    let target: Decimal?
    let actual: Decimal?
    let better: Direction?
  }

  /// A figure that tells what came of it.
  struct OutcomeFigure: Sendable {
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

  struct Keys: Sendable {
    let from = Key<Day?>("from", "开始", zh: "哪一天开始", en: "the first day")
    let to = Key<Day?>("to", "结束", zh: "哪一天结束", en: "the last day")
    let lead = Key<String?>(
      "lead", "牵头", .reference(.owner), zh: "牵头的部门或职务", en: "the department or role that leads")
    let partners = Key<[String]>(
      "partners", "配合部门", .reference(.owner), zh: "配合的部门", en: "the departments that help")
    let slogan = Key<String?>("slogan", "口号", zh: "一句口号", en: "a slogan")
    let problems = Key<[String]>(
      "problems", "问题分类", .reference(.problem), zh: "针对的问题，用来找出同期的案例",
      en: "the problems it is about, to find the cases of its time")
    let targets = Key<[Fields<Campaign.Goal>]>(
      "targets", "目标", zh: "要达到的目标", en: "what is to be reached")
    let counts = Key<[OutcomeFigure]>(
      "counts", "成效", zh: "用数字说明的成效", en: "what came of it, in figures")
    let tasks = Key<[Fields<Task>]>("tasks", "任务", zh: "任务清单", en: "the tasks")
    let metrics = Key<[String]>(
      "metrics", "指标", .reference(.metric), zh: "有关的指标", en: "the metrics that belong to it")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "campaigns", title: "专项行动", one: Phrase(zh: "专项行动", en: "campaign"), keys)

  init?(_ common: RecordHead, _ fields: Fields<Campaign>, _ prover: inout Prover) {
    self.common = common
    from = fields.from
    to = fields.to
    lead = fields.lead
    partners = fields.partners.uniqued()
    problems = fields.problems.uniqued()
    slogan = fields.slogan
    targets = fields.targets.map { Goal($0, &prover) }
    counts = fields.counts
    metrics = fields.metrics.uniqued()
    let groups = fields.tasks
    tasks = groups.enumerated().map { Task($1, number: $0 + 1) }
    if let from, let to, to < from {
      prover.say(.beforeStart(Campaign.keys.to, to, from), at: fields.span(\.to))
    }
    var taken: Set<String> = []
    for (task, fields) in zip(tasks, groups) {
      if fields.id != nil, !taken.insert(task.id).inserted {
        prover.say(.doubledId(task.id), at: fields.span(\.id))
      }
      task.check(fields, from: from, &prover)
    }
  }
}

extension Campaign.Goal: Declared {
  struct Keys: Sendable {
    let name = Key<String>("name", "名称", zh: "目标的名称", en: "what is measured")
    let unit = Key<String?>("unit", "单位", zh: "单位，如 % 或 件", en: "the unit")
    let baseline = Key<Decimal?>("baseline", "基数", zh: "开始时的数值", en: "the value at the start")
    let target = Key<Decimal?>("target", "目标值", zh: "要达到的数值", en: "the value to reach")
    let actual = Key<Decimal?>("actual", "实际值", zh: "现在的数值", en: "the value now")
    let better = Key<Direction?>(
      "better", "方向", zh: "越高越好还是越低越好", en: "whether more or less is better")
  }
  static let keys = Keys()

  fileprivate init(_ fields: Fields<Self>, _ prover: inout Prover) {
    name = fields.name
    unit = fields.unit
    baseline = fields.baseline
    target = fields.target
    actual = fields.actual
    better = fields.better
    if let baseline, let target, let better, baseline != target,
      better.reaches(baseline, target)
    {
      prover.warn(.otherDirection, at: fields.span(\.better))
    }
  }
}

extension Campaign.OutcomeFigure: Group {
  struct Keys: Sendable {
    let name = Key<String>("name", "名称", zh: "成效的名称", en: "what was counted")
    let value = Key<Decimal?>("value", "数值", zh: "数值", en: "the figure")
    let unit = Key<String?>("unit", "单位", zh: "单位", en: "the unit")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    name = fields.name
    value = fields.value
    unit = fields.unit
  }
}

extension Campaign.Task: Declared {
  struct Keys: Sendable {
    let id = Key<String?>("id", "编号", zh: "任务编号", en: "the task's id")
    let title = Key<String>("title", "任务", zh: "要做什么", en: "what is to be done")
    let level = Key<Level?>("level", "层级", zh: "哪一级的任务", en: "on which level")
    let owner = Key<String?>(
      "owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it")
    let due = Key<Day?>("due", "时限", zh: "最晚哪一天", en: "by when")
    let status = Key<Status?>("status", "状态", zh: "进展", en: "how far it is")
    let done = Key<Day?>("done", "完成日期", zh: "哪一天完成", en: "when it was done")
    let progress = Key<Int?>(
      "progress", "进度", .integer(0...100, units: "%"), zh: "完成了百分之几", en: "percent")
    let evidence = Key<String?>("evidence", "佐证", zh: "用什么证明", en: "what proves it")
  }
  static let keys = Keys()

  fileprivate init(_ fields: Fields<Self>, number: Int) {
    id = fields.id ?? String(number)
    title = fields.title
    level = fields.level
    owner = fields.owner
    due = fields.due
    status = fields.status
    done = fields.done
    progress = fields.progress
    evidence = fields.evidence
    span = fields.span
  }

  /// A task that contradicts itself would be counted wrongly somewhere.
  fileprivate func check(_ fields: Fields<Self>, from: Day?, _ prover: inout Prover) {
    prover.checkStatus(fields, \.status, \.done)
    prover.checkLevel(level, owner, at: fields.span(\.level))
    if progress == 100, fields.isOpen(\.status, \.done) {
      prover.say(.fullButOpen, at: fields.span(\.progress))
    }
    if let progress, progress < 100, status == .done {
      prover.warn(.doneButPartial(progress), at: fields.span(\.progress))
    }
    guard let from else { return }
    if let due, due < from {
      prover.say(.beforeStart(Self.keys.due, due, from), at: fields.span(\.due))
    }
    if let done, done < from {
      prover.say(.beforeStart(Self.keys.done, done, from), at: fields.span(\.done))
    }
  }
}

extension Message {
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
