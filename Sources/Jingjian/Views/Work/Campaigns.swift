/// The page of a campaign: its targets from before to after, its tasks with what is late first, what
/// came of it, its metrics, and the cases of its time.
struct CampaignPage: PageView {
  let frame: Frame
  let campaign: Campaign
  let findings: Findings

  static let template = "campaign"

  private var today: Day { findings.today }

  static let slots: [Slot<CampaignPage>] =
    Slot.record { $0.campaign.common } + [
      .object("head") { CampaignItem($0.campaign, $0.findings) },
      .group("partners") { page in
        page.campaign.partners.compactMap { OwnerView.link($0, page.findings) }
      },
      .text("slogan") { $0.campaign.slogan },
      .group("outline") {
        $0.campaign.common.body.headings.filter { $0.level == 2 }.map(OutlineItem.init)
      },
      .group("targets") { page in
        page.campaign.targets.enumerated().map { TargetView(number: $0 + 1, target: $1) }
      },
      .group("counts") { $0.campaign.counts.map(CampaignCount.init) },
      .group("levels") { page in
        page.levels.map { TaskLevel(level: $0.0, tasks: $0.1, page.findings) }
      },
      .group("metrics") { page in
        page.campaign.metrics.compactMap { id in
          page.findings.site.tables.metrics.first { $0.id == id }.map { MetricItem(metric: $0) }
        }
      },
      .group("cases") { page in
        page.findings.cases(of: page.campaign).map { CaseItem($0, page.findings) }
      },
    ]

  /// The tasks by level; in each those that are overdue, then those that are open by their date, then
  /// those that are done.
  private var levels: [(Level?, [NumberedTask])] {
    let tasks = campaign.tasks.enumerated().map { n, task in
      NumberedTask(number: n + 1, task: task, progress: task.progress(today: today))
    }
    let levels: [Level?] = Level.allCases.map { $0 } + [nil]
    return levels.compactMap { level in
      let own = tasks.filter { $0.task.level == level }
      return own.isEmpty ? nil : (level, own.sorted { $0.key < $1.key })
    }
  }
}

/// A task with its number in the list and where it stands.
struct NumberedTask: Sendable {
  let number: Int
  let task: Campaign.Task
  let progress: Progress

  /// What is late comes first.
  fileprivate var key: (Int, Day, Int) {
    (
      progress.isOverdue ? 0 : progress.isDone ? 2 : 1, task.due ?? Day(number: .max), number
    )
  }
}

/// The list of campaigns, by where they stand.
struct CampaignListPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "campaigns"

  static let slots: [Slot<CampaignListPage>] = [
    .number("count") { $0.findings.campaigns.count },
    .group("underway") { $0.items(of: 0) },
    .group("upcoming") { $0.items(of: 1) },
    .group("over") { $0.items(of: 2) },
  ]

  private func items(of order: Int) -> [CampaignItem] {
    findings.campaigns.filter { $0.stage(today: findings.today).order == order }
      .map { CampaignItem($0, findings) }
  }
}

/// A target: its values before, now and to be reached, how far it has come, and its chart.
struct TargetView: View {
  let number: Int
  let target: Campaign.Goal

  static let slots: [Slot<TargetView>] = [
    .number("number") { $0.number },
    .text("name") { $0.target.name },
    .text("unit") { $0.target.unit },
    .text("baseline") { view in view.target.baseline.map(view.text) },
    .text("target") { view in view.target.target.map(view.text) },
    .text("actual") { view in view.target.actual.map(view.text) },
    .text("attainment") { $0.target.attainment?.text },
    .flag("isRounded") { $0.target.attainment.map { !$0.isExact } ?? false },
    .flag("isReached") { $0.target.isReached ?? false },
    .flag("isMissed") { $0.target.isReached == false },
    .flag("isHigher") { $0.target.better == .higher },
    .flag("isLower") { $0.target.better == .lower },
    .object("chart") { TargetChart($0.target) },
  ]

  private func text(_ value: Decimal) -> String { value.short + (target.unit ?? "") }
}

struct CampaignCount: View {
  let count: Campaign.OutcomeFigure

  static let slots: [Slot<CampaignCount>] = [
    .text("name") { $0.count.name },
    .text("value") { $0.count.value.map(\.grouped) },
    .text("unit") { $0.count.unit },
  ]
}

/// The tasks of a level.
struct TaskLevel: View {
  let level: Level?
  let tasks: [TaskView]

  init(level: Level?, tasks: [NumberedTask], _ findings: Findings) {
    self.level = level
    self.tasks = tasks.map { TaskView(task: $0, owner: OwnerView.link($0.task.owner, findings)) }
  }

  static let slots: [Slot<TaskLevel>] = [
    .flag("isPartyGroup") { $0.level == .partyGroup },
    .flag("isLeader") { $0.level == .leader },
    .flag("isDepartment") { $0.level == .department },
    .number("count") { $0.tasks.count },
    .number("done") { $0.tasks.count(where: \.task.progress.isDone) },
    .list("tasks") { $0.tasks },
  ]
}

struct TaskView: View {
  let task: NumberedTask
  let owner: LinkView?

  static let slots: [Slot<TaskView>] = [
    .text("anchor") { "task-\($0.task.number)" },
    .text("id") { $0.task.task.id },
    .text("title") { $0.task.task.title },
    .object("owner") { $0.owner },
    .object("due") { $0.task.task.due.map(DateView.init) },
    .object("state") { view in
      StateView(
        progress: view.task.progress, status: view.task.task.status, done: view.task.task.done)
    },
    .number("progress") { view in
      view.task.progress.isDone ? nil : view.task.task.progress
    },
    .text("evidence") { $0.task.task.evidence },
  ]
}

extension Press {
  func campaigns(_ findings: Findings) -> [Page] {
    section(of: findings.campaigns) {
      CampaignPage(frame: $0, campaign: $1, findings: findings)
    } lists: { section in
      [
        page(.index(of: section), section: section) {
          CampaignListPage(frame: $0, findings: findings)
        }
      ]
    }
  }
}
