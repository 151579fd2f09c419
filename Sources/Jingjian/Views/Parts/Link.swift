/// A day as templates write it.
struct DateView: View {
  let day: Day

  init(_ day: Day) { self.day = day }

  static let slots: [Slot<DateView>] = [
    .text("iso") { $0.day.description },
    .number("year") { $0.day.year },
    .number("month") { $0.day.month.month },
    .number("day") { $0.day.day },
  ]
}

struct MonthView: View {
  let month: Month

  static let slots: [Slot<MonthView>] = [
    .number("year") { $0.month.year },
    .number("month") { $0.month.month },
  ]
}

/// A link with its text; the address is from the site's root.
struct LinkView: View {
  let address: String
  let title: String
  let count: Int?
  let isCurrent: Bool

  init(_ address: Address, _ title: String, count: Int? = nil, isCurrent: Bool = false) {
    self.address = address.encoded
    self.title = title
    self.count = count
    self.isCurrent = isCurrent
  }

  static let slots: [Slot<LinkView>] = [
    .text("address") { $0.address },
    .text("title") { $0.title },
    .number("count") { $0.count },
    .flag("isCurrent") { $0.isCurrent },
  ]
}
