/// Where a card stands: answered, due or overdue.
struct FollowUpView: View {
  let followUp: FollowUp
  let today: Day

  static let slots: [Slot<FollowUpView>] = [
    .text("action") {
      if case .answered(let action, _) = $0.followUp { action.phrase.zh } else { nil }
    },
    .object("answered") { view in
      if case .answered(_, let day) = view.followUp { DateView(day) } else { nil }
    },
    .flag("isRemoved") { $0.followUp.isRemoved },
    .object("due") { view in
      switch view.followUp {
      case .due(let day), .overdue(let day): DateView(day)
      case .answered: nil
      }
    },
    .flag("isDueToday") { $0.followUp == .due($0.today) },
    .number("daysLeft") { view in
      if case .due(let day) = view.followUp, day > view.today { day - view.today } else { nil }
    },
    .number("daysOverdue") { view in
      if case .overdue(let day) = view.followUp { view.today - day } else { nil }
    },
  ]
}

/// What was done about a card, or said of it.
struct DecisionView: View {
  let decision: Decision

  static let slots: [Slot<DecisionView>] = [
    .text("action") { $0.decision.action?.phrase.zh },
    .object("date") { DateView($0.decision.date) },
    .text("document") { $0.decision.document },
    .text("note") { $0.decision.note },
    .text("statement") { $0.decision.statement },
    .text("file") { _ in Decision.file },
    .number("line") { $0.decision.span.line },
  ]
}
