/// The page of a quarter, the 季度通报: rankings, cards, follow-ups, ready for print.
struct RankingQuarterPage: PageView {
  let frame: Frame
  let quarter: Quarter
  let standings: Standings

  static let template = "rankings-quarter"

  static let slots: [Slot<RankingQuarterPage>] = [
    .object("period") { PeriodView(.quarter($0.quarter), $0.standings) },
    .text("screen") { Address.screen(of: $0.quarter).encoded },
    .object("previous") { $0.neighbour(-1) },
    .object("next") { $0.neighbour(1) },
    .object("year") { PeriodView(.year($0.quarter.year), $0.standings) },
    .flag("isOver") { $0.quarter.last.last <= $0.standings.today },
    .list("months") { page in
      page.quarter.months.map { PeriodView(.month($0), page.standings) }
    },
    .group("unscored") { page in
      page.quarter.months.filter { page.standings[$0] == nil }
        .map { PeriodView(.month($0), page.standings) }
    },
    .list("rows") { page in
      page.standings.departments.indices.map {
        QuarterRow(department: $0, quarter: page.quarter, standings: page.standings)
      }.filter(\.hasScore)
    },
    .object("chart") { QuarterChart(quarter: $0.quarter, standings: $0.standings) },
    .object("rules") { page in
      page.standings.rules[.quarter(page.quarter)].map { RulesView(rules: $0) }
    },
    .group("yellow") { $0.cards([.quarter($0.quarter)]) },
    .group("blue") { page in page.cards(page.quarter.months.map(Period.month)) },
    .number("answered") { page in page.warnings.count { !$0.followUp.isOwed } },
    .number("due") { page in
      page.warnings.count { if case .due = $0.followUp { true } else { false } }
    },
    .number("overdue") { page in
      page.warnings.count { if case .overdue = $0.followUp { true } else { false } }
    },
  ]

  private var warnings: [Standings.Warning] {
    standings.warnings(in: .quarter(quarter))
      + quarter.months.flatMap { standings.warnings(in: .month($0)) }
  }

  private func cards(_ periods: [Period]) -> [CardView] {
    periods.flatMap(standings.warnings(in:)).map { CardView(warning: $0, standings: standings) }
  }

  private func neighbour(_ step: Int) -> PeriodView? {
    standings.neighbour(of: standings.quarters, quarter, step).map {
      PeriodView(.quarter($0), standings)
    }
  }
}

/// A department's three months of a quarter.
struct QuarterRow: View {
  let department: Int
  let quarter: Quarter
  let standings: Standings

  var hasScore: Bool {
    quarter.months.contains { ScoreView($0, of: department, standings) != nil }
  }

  static let slots: [Slot<QuarterRow>] = [
    .object("department") { $0.standings.link($0.department) },
    .list("months") { row in
      row.quarter.months.map { month in
        QuarterCell(score: ScoreView(month, of: row.department, row.standings))
      }
    },
    .object("yellow") { row in
      row.standings.warning(.yellow, of: row.department, in: .quarter(row.quarter))
        .map { CardMark($0.card, row.standings) }
    },
  ]
}

/// A month in a quarter's table; without a score it is an empty cell.
struct QuarterCell: View {
  let score: ScoreView?

  static let slots: [Slot<QuarterCell>] = [.object("score") { $0.score }]
}
