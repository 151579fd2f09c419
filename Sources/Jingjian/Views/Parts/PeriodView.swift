/// A period as templates write it, with its page where it has one.
struct PeriodView: View {
  let period: Period
  let address: Address?

  init(_ period: Period, _ standings: Standings) {
    self.period = period
    address = standings.hasPage(period) ? .period(period) : nil
  }

  static let slots: [Slot<PeriodView>] = [
    .text("iso") { "\($0.period)" },
    .text("address") { $0.address?.encoded },
    .number("year") { $0.period.last.year },
    .number("month") { if case .month(let month) = $0.period { month.month } else { nil } },
    .number("quarter") {
      if case .quarter(let quarter) = $0.period { quarter.quarter } else { nil }
    },
    .text("ordinal") {
      if case .quarter(let quarter) = $0.period { quarter.quarter.numeral } else { nil }
    },
  ]
}

extension Standings {
  /// The department as a link to its page.
  func link(_ department: Int) -> LinkView {
    LinkView(.department(departments[department].id), departments[department].name)
  }
}
