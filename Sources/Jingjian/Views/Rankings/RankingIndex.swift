/// The first page of the rankings: the cards in force, what is owed, the way to every period, and the
/// rules and indicators by which all of it is judged.
struct RankingIndexPage: PageView {
  let frame: Frame
  let standings: Standings

  static let template = "rankings"

  static let slots: [Slot<RankingIndexPage>] = [
    .object("state") { RankingState(standings: $0.standings) },
    .list("years") { page in
      page.standings.years.reversed().map { RankingIndexYear(year: $0, standings: page.standings) }
    },
    .list("rules") { page in
      let sets = page.standings.rankings.rules.sets
      return (sets.isEmpty ? [RuleSet()] : sets.reversed()).map { RulesView(rules: $0) }
    },
    .group("categories") { page in
      page.standings.rankings.indicators.categories.map {
        CategoryView(category: $0, indicators: page.standings.rankings.indicators)
      }
    },
    .text("maximum") { $0.standings.rankings.indicators.maximum.short },
    .text("weight") { $0.standings.rankings.indicators.weight.short },
  ]
}

struct RankingIndexYear: View {
  let year: Int
  let standings: Standings

  static let slots: [Slot<RankingIndexYear>] = [
    .object("period") { PeriodView(.year($0.year), $0.standings) },
    .list("quarters") { view in
      view.standings.quarters.filter { $0.year == view.year }
        .map { PeriodView(.quarter($0), view.standings) }
    },
    .list("months") { view in
      view.standings.months.map(\.month).filter { $0.year == view.year }
        .map { PeriodView(.month($0), view.standings) }
    },
  ]
}

struct CategoryView: View {
  let category: Indicators.Category
  let indicators: Indicators

  static let slots: [Slot<CategoryView>] = [
    .text("name") { $0.category.name },
    .text("maximum") { $0.indicators.maximum(of: $0.category).short },
    .list("indicators") { view in
      view.indicators.all[view.category.range].map { IndicatorView(indicator: $0) }
    },
  ]
}

struct IndicatorView: View {
  let indicator: Indicators.Indicator

  static let slots: [Slot<IndicatorView>] = [
    .text("name") { $0.indicator.name },
    .text("maximum") { $0.indicator.maximum.short },
    .flag("mayVeto") { $0.indicator.mayVeto },
  ]
}

/// Today's state of the rankings, for the home page and the first page of the section.
struct RankingState: View {
  let standings: Standings

  static let slots: [Slot<RankingState>] = [
    .object("month") { view in view.month.map { PeriodView(.month($0), view.standings) } },
    .group("inForce") { view in view.cards(view.standings.inForce) },
    .number("due") { view in
      view.standings.owed.count { if case .due = $0.followUp { true } else { false } }
    },
    .number("overdue") { view in
      view.standings.owed.count { if case .overdue = $0.followUp { true } else { false } }
    },
    .group("owed") { view in view.cards(view.standings.owed) },
    .group("given") { view in
      view.cards(view.standings.inForce.filter { view.isNew($0.card) })
    },
    .group("entered") { view in view.changes.entered.map(view.standings.link) },
    .group("left") { view in view.changes.left.map(view.standings.link) },
  ]

  private var month: Month? { standings.months.last?.month }

  private var changes: (entered: [Int], left: [Int]) { month.map(standings.changes) ?? ([], []) }

  private func cards(_ warnings: [Standings.Warning]) -> [CardView] {
    warnings.map { CardView(warning: $0, standings: standings) }
  }

  /// Whether the scores of the last month made it: a blue card of that month, a yellow one of its
  /// quarter that rests on no earlier blue card, a red one whose last quarter is new.
  private func isNew(_ card: Card) -> Bool {
    switch card.period {
    case .month: return true
    case .quarter(let quarter):
      let blue = quarter.months.filter {
        standings.warning(.blue, of: card.department, in: .month($0)) != nil
      }
      return blue == [month]
    case .year:
      let quarters = card.evidence.compactMap { period -> Card? in
        standings.warning(.yellow, of: card.department, in: period)?.card
      }
      return quarters.count == card.rules.redQuarters && quarters.last.map(isNew) ?? false
    }
  }
}

extension Standings {
  /// The cards of the last scored month, of its quarter and of its year that were not removed.
  var inForce: [Warning] {
    guard let month = months.last?.month else { return [] }
    let periods: [Period] = [.year(month.year), .quarter(Quarter(month)), .month(month)]
    return periods.flatMap(warnings(in:)).filter { !$0.followUp.isRemoved }
  }

  /// Cards that nobody answered yet, the longest overdue first.
  var owed: [Warning] {
    warnings.filter(\.followUp.isOwed).enumerated().sorted {
      ($0.element.card.lastDay, $0.offset) < ($1.element.card.lastDay, $1.offset)
    }.map(\.element)
  }
}
