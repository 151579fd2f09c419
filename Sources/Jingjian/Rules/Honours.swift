/// Honours (rule 9) of a year. 无违纪部门: alive in all months of the year, no case of the department
/// occurred in it, no veto, no yellow or red card. 清廉示范岗: that in this year and the two before it,
/// all three listed. A year is listed from the first with records on, when all of its twelve months
/// have score files and are over.
struct Honours: Sendable {
  let year: Int
  /// Departments without a violation, in their order.
  let clean: [Int]
  /// Those of them that carry the flag.
  let flag: [Int]
  /// Why each other department is not among them.
  let obstacles: [(department: Int, reasons: [Obstacle])]

  /// One reason for which a department is not honoured.
  enum Obstacle: Sendable {
    case notAlive
    case offence(Offence)
    case veto(Veto)
    case card(Card)
  }

  /// - Parameters:
  ///   - months: those that have a score file and are over.
  ///   - since: the first year with records.
  ///   - cards: the yellow and red ones count.
  static func of(
    _ departments: [Department], months: Set<Month>, since: Int, offences: [Offence],
    vetoes: [Veto], cards: [Card]
  ) -> [Honours] {
    let years = Set(months.map(\.year)).filter { year in
      year >= since && (0..<12).allSatisfy { months.contains(Month(number: year * 12 + $0)) }
    }
    let offences = Dictionary(grouping: offences, by: \.department)
    let vetoes = Dictionary(grouping: vetoes, by: \.department)
    let grave = Dictionary(grouping: cards.filter { $0.colour != .blue }, by: \.department)
    var honours: [Honours] = []
    for year in years.sorted() {
      let span = (0..<12).map { Month(number: year * 12 + $0) }
      var clean: [Int] = []
      var obstacles: [(department: Int, reasons: [Obstacle])] = []
      for (n, department) in departments.enumerated() {
        var reasons: [Obstacle] = []
        if !span.allSatisfy(department.isAlive) { reasons.append(.notAlive) }
        reasons += (offences[department.id] ?? []).filter { $0.years.contains(year) }
          .map(Obstacle.offence)
        reasons += (vetoes[department.id] ?? []).filter { $0.date.year == year }.map(Obstacle.veto)
        reasons += (grave[n] ?? []).filter { $0.period.last.year == year }.map(Obstacle.card)
        if reasons.isEmpty { clean.append(n) } else { obstacles.append((n, reasons)) }
      }
      let before = honours.suffix(2)
      let isThird = before.map(\.year) == [year - 2, year - 1]
      let flag = isThird ? clean.filter { n in before.allSatisfy { $0.clean.contains(n) } } : []
      honours.append(Honours(year: year, clean: clean, flag: flag, obstacles: obstacles))
    }
    return honours
  }
}

/// An offence: that a case of a department occurred, as far as honours ask.
struct Offence: Sendable {
  let department: String
  let years: ClosedRange<Int>
  let address: Address
  let title: String
  let file: String
}

extension Offence {
  /// Nothing for cases that do not count: drafts, withdrawn ones, those from elsewhere.
  init?(_ item: Case) {
    guard let department = item.department, !item.common.isDraft, item.common.withdrawal == nil
    else { return nil }
    self.department = department
    years = item.years
    address = item.common.address
    title = item.common.title
    file = item.common.file
  }
}
