/// An owner: a department or a role that owes something, and all that it owes.
struct OwnerView {
  /// The page of a department or role.
  static func link(_ id: String?, _ findings: Findings) -> LinkView? {
    guard let id else { return nil }
    let vocabulary = findings.site.vocabulary
    if let department = vocabulary.department(id) {
      return LinkView(.department(id), department.name)
    }
    return vocabulary.roles.first { $0.id == id }.map { LinkView(.role($0.id), $0.name) }
  }
}

/// An obligation as it stands today.
struct ObligationView: View {
  let item: Obligation
  let owner: LinkView?

  init(_ item: Obligation, _ findings: Findings) {
    self.item = item
    owner = OwnerView.link(item.owner, findings)
  }

  static let slots: [Slot<ObligationView>] = [
    .text("text") { if case .text(let text) = $0.item.matter { text } else { nil } },
    .text("lookback") { if case .lookback(let text) = $0.item.matter { text } else { nil } },
    .object("card") { view in
      if case .card(let colour, let period) = view.item.matter {
        OwedCard(colour: colour, period: period)
      } else {
        nil
      }
    },
    .flag("isRectification") { $0.item.source == .rectification },
    .flag("isWarning") { $0.item.source == .warning },
    .flag("isCampaign") { $0.item.source == .campaign },
    .flag("isDuty") { $0.item.source == .duty },
    .flag("isLedger") { $0.item.source == .ledger },
    .text("id") { $0.item.id },
    .text("title") { $0.item.title },
    .text("address") { $0.item.address.encoded(at: $0.item.fragment) },
    .object("owner") { $0.owner },
    .object("due") { $0.item.due.map(DateView.init) },
    .number("daysOverdue") { if case .overdue(let days) = $0.item.progress { days } else { nil } },
    .flag("isDueToday") { $0.item.progress == .open(daysLeft: 0) },
    .number("daysLeft") { view in
      if case .open(let days?) = view.item.progress, days > 0 { days } else { nil }
    },
  ]
}

/// A card that asks for an answer.
struct OwedCard: View {
  let colour: Colour
  let period: Period

  static let slots: [Slot<OwedCard>] = [
    .text("letter") { $0.colour.letter },
    .flag("isBlue") { $0.colour == .blue },
    .flag("isYellow") { $0.colour == .yellow },
    .flag("isRed") { $0.colour == .red },
    .number("year") { $0.period.last.year },
    .number("month") { if case .month(let month) = $0.period { month.month } else { nil } },
    .text("ordinal") {
      if case .quarter(let quarter) = $0.period { quarter.quarter.numeral } else { nil }
    },
  ]
}

/// A list of obligations: what is overdue, what falls due soon, and what has time or no date. Duties
/// whose period has not begun are owed by nobody yet.
struct OwedView: View {
  let overdue: [ObligationView]
  let soon: [ObligationView]
  let later: [ObligationView]

  /// Days that count as soon, as `jingjian due` counts them.
  static let soonDays = 30

  init(_ items: [Obligation], _ findings: Findings) {
    let end = findings.today + OwedView.soonDays
    func views(_ isWanted: (Obligation) -> Bool) -> [ObligationView] {
      items.filter(isWanted).map { ObligationView($0, findings) }
    }
    overdue = views(\.isOverdue)
    soon = views { $0.isSoon(until: end) }
    later = views { item in
      item.due.map { $0 > end } ?? true && item.from.map { $0 <= findings.today } ?? true
    }
  }

  static let slots: [Slot<OwedView>] = [
    .number("count") { $0.overdue.count + $0.soon.count + $0.later.count },
    .number("overdueCount") { $0.overdue.isEmpty ? nil : $0.overdue.count },
    .number("soonCount") { $0.soon.isEmpty ? nil : $0.soon.count },
    .number("laterCount") { $0.later.count },
    .flag("isEmpty") { $0.overdue.isEmpty && $0.soon.isEmpty && $0.later.isEmpty },
    .number("days") { _ in soonDays },
    .group("overdue") { $0.overdue },
    .group("soon") { $0.soon },
    .group("later") { $0.later },
  ]
}

/// What falls due in the week of today, from Monday to Sunday, and is not overdue.
struct OwedWeek: View {
  let first: Day
  let last: Day
  let items: [ObligationView]

  init(_ findings: Findings) {
    first = Week(findings.today).monday
    let end = first + 6
    last = end
    items = findings.obligations.filter { $0.isSoon(until: end) }
      .map { ObligationView($0, findings) }
  }

  static let slots: [Slot<OwedWeek>] = [
    .object("first") { DateView($0.first) },
    .object("last") { DateView($0.last) },
    .number("count") { $0.items.count },
    .group("owed") { $0.items },
  ]
}
