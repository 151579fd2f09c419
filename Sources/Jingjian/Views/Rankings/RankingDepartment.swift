/// The rankings' part of a department's page: its scores and ranks over time, its cards, what it owes.
struct DepartmentRanking: View {
  let department: Int
  let standings: Standings

  /// Nothing where the department never had a row.
  init?(_ id: String, _ standings: Standings?) {
    guard let standings, let place = standings.departments.firstIndex(where: { $0.id == id }),
      standings.months.contains(where: { ScoreView($0.month, of: place, standings) != nil })
    else { return nil }
    (department, self.standings) = (place, standings)
  }

  private var scores: [ScoreView] {
    standings.months.compactMap { ScoreView($0.month, of: department, standings) }
  }

  /// Months that are shown at once; a reader unfolds the earlier ones.
  private static let length = 12

  /// Nothing where all months have totals alone.
  private var categories: [String] {
    scores.contains { !$0.row.parts.isEmpty }
      ? standings.rankings.indicators.categories.map(\.name) : []
  }

  private var warnings: [Standings.Warning] { standings.warnings(of: department) }

  private var profile: Profile? {
    let last = standings.months.last { !($0.placing(department)?.row.parts.isEmpty ?? true) }
    guard let last, let placing = last.placing(department),
      let medians = standings.medians[last.month]
    else { return nil }
    return Profile(
      placing.row, month: last.month, medians: medians, standings.rankings.indicators)
  }

  static let slots: [Slot<DepartmentRanking>] = [
    .object("latest") { $0.scores.last },
    .group("inForce") { view in
      view.cards(view.standings.inForce.filter { $0.card.department == view.department })
    },
    .group("owed") { view in view.cards(view.warnings.filter(\.followUp.isOwed)) },
    .object("chart") { RankChart(department: $0.department, standings: $0.standings) },
    .object("profile") { view in
      view.profile.map { ProfileChart(profile: $0, standings: view.standings) }
    },
    .texts("categories") { $0.categories },
    .number("categoryCount") { $0.categories.isEmpty ? nil : $0.categories.count },
    .list("scores") { Array($0.scores.reversed().prefix(length)) },
    .group("earlier") { Array($0.scores.reversed().dropFirst(length)) },
    .group("cards") { view in view.cards(view.warnings.reversed()) },
  ]

  private func cards(_ warnings: [Standings.Warning]) -> [CardView] {
    warnings.map { CardView(warning: $0, standings: standings) }
  }
}
