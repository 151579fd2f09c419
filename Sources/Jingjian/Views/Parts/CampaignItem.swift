/// A campaign in a list: where it stands, and how much of it is done.
struct CampaignItem: View {
  let campaign: Campaign
  let findings: Findings

  init(_ campaign: Campaign, _ findings: Findings) {
    self.campaign = campaign
    self.findings = findings
  }

  private var stage: CampaignStage { campaign.stage(today: findings.today) }
  private var share: (done: Int, all: Int) { campaign.share(today: findings.today) }
  private var steps: [Progress] { campaign.tasks.map { $0.progress(today: findings.today) } }

  static let slots: [Slot<CampaignItem>] = [
    .text("address") { $0.campaign.common.address.encoded },
    .text("title") { $0.campaign.common.title },
    .text("summary") { $0.campaign.common.summary },
    .object("lead") { OwnerView.link($0.campaign.lead, $0.findings) },
    .object("from") { $0.campaign.from.map(DateView.init) },
    .object("to") { $0.campaign.to.map(DateView.init) },
    .flag("isUnderway") { $0.stage.order == 0 },
    .flag("isUpcoming") { $0.stage.order == 1 },
    .flag("isOver") { $0.stage == .over },
    .number("daysLeft") { view in
      if case .underway(let days?) = view.stage, days > 0 { days } else { nil }
    },
    .flag("endsToday") { $0.stage == .underway(daysLeft: 0) },
    .number("daysToStart") { if case .upcoming(let days) = $0.stage { days } else { nil } },
    .number("tasks") { $0.share.all == 0 ? nil : $0.share.all },
    .number("done") { $0.share.done },
    .text("share") { Ratio($0.share.done, of: $0.share.all)?.text },
    .number("bar") { Ratio($0.share.done, of: $0.share.all).map { $0.clamped / 10 } },
    .number("overdue") { view in
      let count = view.steps.count(where: \.isOverdue)
      return count == 0 ? nil : count
    },
    .number("doneLate") { view in
      let count = view.steps.count { if case .doneLate = $0 { true } else { false } }
      return count == 0 ? nil : count
    },
  ]
}
