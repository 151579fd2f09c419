/// Follow-up (rule 8): `explained` answers a blue card, `rectified` a yellow, `accountability` a red,
/// `removed` any; of several the latest not after today counts. Unanswered it is due up to and on the
/// card's last day, then overdue.
enum FollowUp: Sendable, Hashable {
  case answered(Decision.Action, on: Day)
  /// The last day on which it can be answered in time.
  case due(Day)
  case overdue(Day)

  /// - Parameter decisions: those about the card, not after today, in the order of their file.
  static func of(_ card: Card, decisions: [Decision], today: Day) -> FollowUp {
    var latest: (action: Decision.Action, date: Day)?
    for decision in decisions {
      guard let action = decision.action, action.answers(card.colour) else { continue }
      if let latest, decision.date < latest.date { continue }
      latest = (action, decision.date)
    }
    if let latest { return .answered(latest.action, on: latest.date) }
    return today <= card.lastDay ? .due(card.lastDay) : .overdue(card.lastDay)
  }

  /// As data files write it.
  var name: String {
    switch self {
    case .answered(let action, _): action.rawValue
    case .due: "due"
    case .overdue: "overdue"
    }
  }

  /// Whether somebody still has to do something.
  var isOwed: Bool {
    if case .answered = self { false } else { true }
  }

  var isRemoved: Bool {
    if case .answered(.removed, _) = self { true } else { false }
  }
}

extension Card {
  /// The last day on which it can be answered in time: `explain-within` days after the end of its period.
  var lastDay: Day { period.end + rules.explainWithin }
}
