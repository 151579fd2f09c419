/// The page of a year's duties: the three levels, each duty with what was due, done and is owed; then
/// the same by owner.
struct DutyPage: PageView {
  let frame: Frame
  let list: DutyList
  let findings: Findings

  static let template = "duties"

  private var rows: [DutyRow] {
    list.duties.enumerated().map { DutyRow(number: $0 + 1, duty: $1, findings) }
  }

  static let slots: [Slot<DutyPage>] = [
    .number("year") { $0.list.year },
    .object("tally") { DutyTally($0.rows) },
    .group("levels") { page in
      let rows = page.rows
      let levels: [Level?] = Level.allCases.map { $0 } + [nil]
      return levels.compactMap { level in
        let own = rows.filter { $0.duty.level == level }
        return own.isEmpty ? nil : DutyLevel(level: level, rows: own)
      }
    },
    .group("owed") { page in page.rows.filter { !$0.owed.isEmpty } },
    .group("owners") { $0.owners },
    .group("years") { page in
      let years = page.findings.site.tables.duties.map(\.year)
      return years.count < 2
        ? []
        : years.reversed().map {
          LinkView(.duties($0), String($0), isCurrent: $0 == page.list.year)
        }
    },
    .text("file") { $0.list.file },
  ]

  /// In the order of the roles, then of the departments; last what nobody is named for.
  private var owners: [DutyOwner] {
    let rows = Dictionary(grouping: rows) { $0.duty.owner }
    let vocabulary = findings.site.vocabulary
    let ids: [String?] = vocabulary.roles.map(\.id) + vocabulary.departments.map(\.id) + [nil]
    return ids.compactMap { id in
      rows[id].map { DutyOwner(owner: OwnerView.link(id, findings), tally: DutyTally($0)) }
    }
  }
}

/// A duty with each time that it is owed.
struct DutyRow: View {
  let number: Int
  let duty: Duty
  let owner: LinkView?
  let steps: [Duty.Step]
  let today: Day

  init(number: Int, duty: Duty, _ findings: Findings) {
    self.number = number
    self.duty = duty
    owner = OwnerView.link(duty.owner, findings)
    today = findings.today
    steps = duty.steps(today: today)
  }

  /// Times that were due up to today.
  var due: [Duty.Step] { steps.filter { $0.due.map { $0 <= today } ?? $0.progress.isDone } }
  /// Of these, those that are not done.
  var owed: [Duty.Step] { due.filter { !$0.progress.isDone } }
  private var next: Duty.Step? {
    steps.first { !$0.progress.isDone && ($0.due.map { $0 > today } ?? true) }
  }

  static let slots: [Slot<DutyRow>] = [
    .text("anchor") { "duty-\($0.number)" },
    .text("id") { $0.duty.id },
    .text("task") { $0.duty.task },
    .object("owner") { $0.owner },
    .flag("isOnce") { $0.duty.frequency == .once },
    .flag("isMonthly") { $0.duty.frequency == .monthly },
    .flag("isQuarterly") { $0.duty.frequency == .quarterly },
    .flag("isHalfYearly") { $0.duty.frequency == .halfYearly },
    .flag("isYearly") { $0.duty.frequency == .yearly },
    .object("limit") { row in
      row.duty.frequency == .once ? nil : row.duty.limit.map(DateView.init)
    },
    .number("due") { $0.due.count },
    .number("done") { $0.due.count(where: \.progress.isDone) },
    .group("owed") { row in row.owed.map { DutyStep(step: $0) } },
    .object("next") { row in row.next.map { DutyStep(step: $0) } },
    .object("last") { row in row.steps.compactMap(\.done).max().map(DateView.init) },
    .text("note") { $0.duty.note },
    .number("line") { $0.duty.line },
  ]
}

/// One time that a duty is owed.
struct DutyStep: View {
  let step: Duty.Step

  static let slots: [Slot<DutyStep>] = [
    .object("due") { $0.step.due.map(DateView.init) },
    .object("state") { StateView(progress: $0.step.progress, status: nil, done: $0.step.done) },
    .number("daysOverdue") { if case .overdue(let days) = $0.step.progress { days } else { nil } },
  ]
}

/// How many times were due up to today, done and are owed; how many of these are overdue.
struct DutyTally: View {
  let duties: Int
  let due: Int
  let done: Int
  let overdue: Int

  init(_ rows: [DutyRow]) {
    duties = rows.count
    due = rows.reduce(0) { $0 + $1.due.count }
    done = rows.reduce(0) { $0 + $1.due.count(where: \.progress.isDone) }
    overdue = rows.reduce(0) { $0 + $1.owed.count(where: \.progress.isOverdue) }
  }

  static let slots: [Slot<DutyTally>] = [
    .number("duties") { $0.duties },
    .number("due") { $0.due },
    .number("done") { $0.done },
    .number("owed") { $0.due - $0.done },
    .number("overdue") { $0.overdue },
    .flag("hasOverdue") { $0.overdue > 0 },
    .text("share") { Ratio($0.done, of: $0.due)?.text },
  ]
}

struct DutyLevel: View {
  let level: Level?
  let rows: [DutyRow]

  static let slots: [Slot<DutyLevel>] = [
    .flag("isPartyGroup") { $0.level == .partyGroup },
    .flag("isLeader") { $0.level == .leader },
    .flag("isDepartment") { $0.level == .department },
    .object("tally") { DutyTally($0.rows) },
    .list("rows") { $0.rows },
  ]
}

struct DutyOwner: View {
  let owner: LinkView?
  let tally: DutyTally

  static let slots: [Slot<DutyOwner>] = [
    .object("owner") { $0.owner },
    .object("tally") { $0.tally },
  ]
}

/// The years that have a list of duties.
struct DutyListPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "responsibilities"

  static let slots: [Slot<DutyListPage>] = [
    .list("years") { page in
      page.findings.site.tables.duties.reversed().map {
        DutyYear(list: $0, findings: page.findings)
      }
    },
    .object("owed") { page in
      OwedView(page.findings.obligations.filter { $0.source == .duty }, page.findings)
    },
  ]
}

struct DutyYear: View {
  let list: DutyList
  let findings: Findings

  static let slots: [Slot<DutyYear>] = [
    .text("address") { Address.duties($0.list.year).encoded },
    .number("year") { $0.list.year },
    .object("tally") { view in
      DutyTally(
        view.list.duties.enumerated().map { DutyRow(number: $0 + 1, duty: $1, view.findings) })
    },
  ]
}

extension Press {
  func duties(_ findings: Findings) -> [Page] {
    let lists = findings.site.tables.duties
    guard !lists.isEmpty else { return [] }
    let pages = lists.map { list in
      page(.duties(list.year), section: Duty.section) {
        DutyPage(frame: $0, list: list, findings: findings)
      }
    }
    return pages + [
      page(.index(of: "responsibilities"), section: Duty.section) {
        DutyListPage(frame: $0, findings: findings)
      }
    ]
  }
}
