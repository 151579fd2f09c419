/// A duty: a line of the 三级责任清单 of a year – what a department or role owes once or again and
/// again, and when it was done (docs/format.md, "Responsibilities").
struct Duty: Sendable {
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
  enum Frequency: String, Sendable, CaseIterable {
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

    static let choices = [
      FieldType.Choice("once", "一次"), FieldType.Choice("monthly", "每月"),
      FieldType.Choice("quarterly", "每季度"), FieldType.Choice("half-yearly", "每半年"),
      FieldType.Choice("yearly", "每年"),
    ]
  }

  static let section = "responsibilities"
  static let folder = "content/responsibilities"

  static let schema = Schema([
    Field("id", "编号", .text, zh: "编号", en: "the id"),
    Field("level", "层级", .choice(Level.choices), zh: "哪一级的责任", en: "on which level"),
    Field("owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it"),
    Field("task", "任务", .text, required: true, zh: "要做什么", en: "what is owed"),
    Field(
      "frequency", "频次", .choice(Frequency.choices), required: true, zh: "多久一次", en: "how often"),
    Field("due", "时限", .day, zh: "到哪一天为止", en: "until when"),
    Field("done", "完成记录", .list(.day), zh: "完成的日期，用分号隔开", en: "when it was done, separated by `;`"),
    Field("note", "备注", .text, zh: "备注", en: "a note"),
  ])
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
    for (n, fields) in Table.rows(source, Duty.schema, &prover).enumerated() {
      guard let duty = Duty(fields, number: n + 1, year: year, &prover) else { continue }
      if let id = fields.text("id") {
        if let line = lines[id] {
          prover.say(.doubledRow(id, line: line), at: fields.span("id") ?? fields.span)
        }
        lines[id] = lines[id] ?? duty.line
      }
      duties.append(duty)
    }
    self.duties = duties
  }
}

extension Duty {
  fileprivate init?(_ fields: Fields, number: Int, year: Int, _ prover: inout Prover) {
    guard let task = fields.text("task"),
      let frequency = fields.text("frequency").flatMap(Frequency.init)
    else { return nil }
    id = fields.text("id") ?? String(number)
    level = fields.text("level").flatMap(Level.init)
    owner = fields.text("owner")
    self.task = task
    self.frequency = frequency
    limit = fields.day("due")
    note = fields.text("note")
    self.year = year
    line = fields.span.line
    let start = Period.year(year).first.first
    var completions: [Day] = []
    for item in fields.list("done") {
      guard case .day(let day) = item.value else { continue }
      if day < start { prover.say(.beforeStart("完成记录", "done", day, start), at: item.span) }
      completions.append(day)
    }
    self.completions = completions.sorted()
    if let limit, limit < start {
      prover.say(.beforeStart("时限", "due", limit, start), at: fields.span("due") ?? fields.span)
    }
    prover.checkLevel(level, owner, at: fields.span("level") ?? fields.span)
    if frequency == .once, limit == nil, fields.key("due") == nil {
      prover.warn(.onceWithoutDate, at: fields.span("frequency") ?? fields.span)
    }
    if let limit, limit >= start, frequency != .once, occurrences.isEmpty {
      prover.warn(.neverDue(limit), at: fields.span("due") ?? fields.span)
    }
    for item in fields.list("done") {
      guard case .day(let day) = item.value, day >= start, frequency != .once,
        !occurrences.contains(where: { $0.first <= day && day <= $0.due })
      else { continue }
      prover.warn(.countsForNothing(day), at: item.span)
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
