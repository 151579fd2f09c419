/// A stage: where a campaign stands between its first and its last day.
enum CampaignStage: Sendable, Hashable {
  /// Under way; on the last day no day is left.
  case underway(daysLeft: Int?)
  case upcoming(days: Int)
  case over

  /// The order in which campaigns are listed.
  var order: Int {
    switch self {
    case .underway: 0
    case .upcoming: 1
    case .over: 2
    }
  }
}

extension Campaign {
  /// A campaign without a first day has begun, one without a last day has no end.
  func stage(today: Day) -> CampaignStage {
    if let from, from > today { return .upcoming(days: from - today) }
    if let to, to < today { return .over }
    return .underway(daysLeft: to.map { $0 - today })
  }

  /// How many of its tasks are done today, and how many there are.
  func share(today: Day) -> (done: Int, all: Int) {
    (tasks.count { $0.progress(today: today).isDone }, tasks.count)
  }
}

extension Campaign.Task {
  func progress(today: Day) -> Progress {
    Progress(due: due, status: status, done: done, today: today)
  }
}

extension [Campaign] {
  /// Under way by their last day; to come by their first; over, the latest first.
  func inOrder(today: Day) -> [Campaign] {
    func key(_ campaign: Campaign) -> (Int, Int, String) {
      let never = Day(number: .max / 2)
      let stage = campaign.stage(today: today)
      let day =
        switch stage {
        case .underway: (campaign.to ?? never).number
        case .upcoming: (campaign.from ?? never).number
        case .over: -(campaign.to ?? never).number
        }
      return (stage.order, day, campaign.common.id)
    }
    return sorted { key($0) < key($1) }
  }
}
