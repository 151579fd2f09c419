/// The home page: today's state at a glance.
struct HomePage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "home"

  static let slots: [Slot<HomePage>] = [
    .number("cases") { $0.findings.caseIndex.cases.count },
    .number("casesThisYear") { page in
      page.findings.caseIndex.byYear[page.findings.today.year]?.count ?? 0
    },
    .number("soon") { page in
      page.findings.obligations.count { $0.isSoon(until: page.findings.today + OwedView.soonDays) }
    },
    .number("soonDays") { _ in OwedView.soonDays },
    .number("overdueCount") { $0.overdue.count },
    .group("overdue") { page in
      page.overdue.prefix(length).map { ObligationView($0, page.findings) }
    },
    .flag("hasMoreOverdue") { $0.overdue.count > length },
    .object("week") { OwedWeek($0.findings) },
    .group("campaigns") { page in
      page.findings.campaigns.filter { $0.stage(today: page.findings.today).order == 0 }
        .map { CampaignItem($0, page.findings) }
    },
    .object("rankings") { page in
      page.findings.standings.flatMap { $0.months.isEmpty ? nil : RankingState(standings: $0) }
    },
    .object("lesson") { LessonOfTheWeek($0.findings.course) },
    .group("clarifications") { page in
      page.findings.clarifications.prefix(3).map { ClarificationItem($0, page.findings) }
    },
    .group("latest") { page in
      page.findings.caseIndex.cases.prefix(6).map { CaseItem($0, page.findings) }
    },
    .group("documents") { page in
      page.findings.documents.prefix(5).map { RecordItem($0.common) }
    },
    .group("classes") { page in
      let index = page.findings.caseIndex
      return page.findings.site.vocabulary.classes.map { kind in
        ClassView(
          kind: kind, count: index.byProblem[kind.id]?.count ?? 0,
          children: kind.children.map { child in
            LinkView(.problem(child.id), child.name, count: index.byProblem[child.id]?.count ?? 0)
          }, isLinked: index.byProblem[kind.id] != nil)
      }
    },
    .group("pages") { page in page.findings.pages.map { RecordItem($0.common) } },
    .group("tags") { page in
      page.findings.tags.prefix(20).map {
        LinkView(.tag($0.name), $0.name, count: $0.records.count)
      }
    },
  ]

  /// What is shown at once of what is overdue; the rest stands on a page of its own.
  private static let length = 8

  private var overdue: [Obligation] { findings.obligations.filter(\.isOverdue) }
}

/// A class of problems with its sub-problems; those that no case has are not linked.
struct ClassView: View {
  let kind: Problem
  let count: Int
  let children: [LinkView]
  let isLinked: Bool
  var isCurrent = false

  static let slots: [Slot<ClassView>] = [
    .text("address") { $0.isLinked ? Address.problem($0.kind.id).encoded : nil },
    .text("title") { $0.kind.name },
    .number("count") { $0.count },
    .list("children") { $0.children.filter { $0.count != 0 } },
    .flag("isCurrent") { $0.isCurrent },
    .texts("unused") { $0.children.filter { $0.count == 0 }.map(\.title) },
  ]
}

/// A record in a list.
struct RecordItem: View {
  let common: Common

  init(_ common: Common) { self.common = common }

  static let slots: [Slot<RecordItem>] = [
    .text("address") { $0.common.address.encoded },
    .text("title") { $0.common.title },
    .text("summary") { $0.common.summary },
    .object("date") { $0.common.date.map(DateView.init) },
    .text("kind") { Kind.named($0.common.section)?.name.zh },
  ]
}

/// A measure of rectification as it stands today.
struct MeasureView: View {
  let measure: Case.Measure
  let number: Int
  let item: Case
  let progress: Progress
  let owner: LinkView?

  init(
    _ measure: Case.Measure, number: Int, of item: Case, _ progress: Progress,
    _ findings: Findings
  ) {
    self.measure = measure
    self.number = number
    self.item = item
    self.progress = progress
    owner = OwnerView.link(measure.owner, findings)
  }

  static let slots: [Slot<MeasureView>] = [
    .text("anchor") { "measure-\($0.number)" },
    .text("measure") { $0.measure.text },
    .object("owner") { $0.owner },
    .object("due") { $0.measure.due.map(DateView.init) },
    .object("done") { view in view.progress.isDone ? view.measure.done.map(DateView.init) : nil },
    .flag("isDone") { $0.progress.isDone },
    .flag("isDoing") {
      !$0.progress.isDone && !$0.progress.isOverdue && $0.measure.status != .todo
    },
    .flag("isTodo") { !$0.progress.isDone && !$0.progress.isOverdue && $0.measure.status == .todo },
    .number("daysLate") { if case .doneLate(let days) = $0.progress { days } else { nil } },
    .number("daysOverdue") { if case .overdue(let days) = $0.progress { days } else { nil } },
    .flag("isDueToday") { $0.progress == .open(daysLeft: 0) },
    .number("daysLeft") { view in
      if case .open(let days?) = view.progress, days > 0 { days } else { nil }
    },
  ]
}
