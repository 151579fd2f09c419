/// A duty: a line of the 三级责任清单 of a year – what a department or role owes once or again and
/// again, and when it was done (docs/format.md, "Responsibilities").
struct Duty: Declared {
  /// As written, else its number in the list.
  let id: String
  let level: Level?
  /// The id of the department or role that owes it.
  let owner: String?
  let task: String
  let frequency: Frequency
  /// The last day of the series; for a duty that is owed once, the day it is due.
  let limit: Day?
  /// By date.
  let completions: [Day]
  let note: String?
  let year: Int
  let line: Int

  /// How often it is owed.
  enum Frequency: String, Choice {
    case once, monthly, quarterly
    case halfYearly = "half-yearly"
    case yearly

    /// The length of its period in months; nothing for what is owed once.
    var months: Int? {
      switch self {
      case .once: nil
      case .monthly: 1
      case .quarterly: 3
      case .halfYearly: 6
      case .yearly: 12
      }
    }

    static let chinese = ["一次", "每月", "每季度", "每半年", "每年"]
  }

  static let section = "responsibilities"
  static let folder = "content/responsibilities"

  struct Keys: Sendable {
    let id = Key<String?>("id", "编号", zh: "编号", en: "the id")
    let level = Key<Level?>("level", "层级", zh: "哪一级的责任", en: "on which level")
    let owner = Key<String?>(
      "owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it")
    let task = Key<String>("task", "任务", zh: "要做什么", en: "what is owed")
    let frequency = Key<Frequency>("frequency", "频次", zh: "多久一次", en: "how often")
    let due = Key<Day?>("due", "时限", zh: "到哪一天为止", en: "until when")
    let done = Key<[Day]>(
      "done", "完成记录", zh: "完成的日期，用分号隔开", en: "when it was done, separated by `;`")
    let note = Key<String?>("note", "备注", zh: "备注", en: "a note")
  }
  static let keys = Keys()
}

/// The duties of a year.
struct DutyList: Sendable {
  let year: Int
  let file: String
  let duties: [Duty]

  init(_ source: SourceFile, year: Int, _ prover: inout Prover) {
    self.year = year
    file = source.path
    var lines: [String: Int] = [:]
    var duties: [Duty] = []
    let rows: [Fields<Duty>] = Table.rows(source, &prover)
    for (n, fields) in rows.enumerated() {
      let duty = Duty(fields, number: n + 1, year: year, &prover)
      if let id = fields.id {
        if let line = lines[id] {
          prover.say(.doubledRow(id, line: line), at: fields.span(\.id))
        }
        lines[id] = lines[id] ?? duty.line
      }
      duties.append(duty)
    }
    self.duties = duties
  }
}

extension Duty {
  fileprivate init(_ fields: Fields<Self>, number: Int, year: Int, _ prover: inout Prover) {
    id = fields.id ?? String(number)
    level = fields.level
    owner = fields.owner
    task = fields.task
    frequency = fields.frequency
    limit = fields.due
    note = fields.note
    self.year = year
    line = fields.span.line
    let start = Period.year(year).first.first
    let done = fields.located(\.done)
    for item in done where item.value < start {
      prover.say(.beforeStart(Duty.keys.done, item.value, start), at: item.span)
    }
    completions = done.map(\.value).sorted()
    if let limit, limit < start {
      prover.say(.beforeStart(Duty.keys.due, limit, start), at: fields.span(\.due))
    }
    prover.checkLevel(level, owner, at: fields.span(\.level))
    if frequency == .once, limit == nil, fields.key(\.due) == nil {
      prover.warn(.onceWithoutDate, at: fields.span(\.frequency))
    }
    if let limit, limit >= start, frequency != .once, occurrences.isEmpty {
      prover.warn(.neverDue(limit), at: fields.span(\.due))
    }
    for item in done where item.value >= start && frequency != .once {
      if !occurrences.contains(where: { $0.first <= item.value && item.value <= $0.due }) {
        prover.warn(.countsForNothing(item.value), at: item.span)
      }
    }
  }
}

extension Message {
  fileprivate static func doubledRow(_ id: String, line: Int) -> Message {
    Message(
      "doubled-id",
      Phrase(zh: "编号「\(id)」在第 \(line) 行已经用过", en: "the id `\(id)` is taken in line \(line)"),
      fix: Phrase(zh: "换一个编号", en: "choose another id"))
  }

  fileprivate static let onceWithoutDate = Message(
    "once-without-date",
    Phrase(zh: "只做一次的任务没有写时限，不会到期", en: "what is owed once has no date and is never due"),
    fix: Phrase(zh: "补上“时限”", en: "fill in `时限`"))

  fileprivate static func neverDue(_ limit: Day) -> Message {
    Message(
      "never-due",
      Phrase(
        zh: "时限 \(limit) 早于第一期的最后一天，这项任务一次也不到期",
        en: "the series ends on \(limit), before its first period does: it is never due"),
      fix: Phrase(
        zh: "只做一次的把频次写成“一次”；一直做到年底的不写时限",
        en: "write `一次` for what is owed once; leave the limit out for what goes on all year"))
  }

  fileprivate static func countsForNothing(_ day: Day) -> Message {
    Message(
      "counts-for-nothing",
      Phrase(
        zh: "\(day) 的完成不在这项任务的任何一期里，不计",
        en: "the completion of \(day) lies in no period of this duty and counts for nothing"),
      fix: Phrase(zh: "核对日期、时限和年度", en: "compare it with the limit and the year"))
  }
}
