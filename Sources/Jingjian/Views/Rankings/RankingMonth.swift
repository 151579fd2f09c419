/// The page of a month: the ranking, what moved, and why each card was given.
struct RankingMonthPage: PageView {
  let frame: Frame
  let month: Month
  let standings: Standings

  static let template = "rankings-month"

  private var standing: Standing? { standings[month] }

  static let slots: [Slot<RankingMonthPage>] = [
    .object("period") { PeriodView(.month($0.month), $0.standings) },
    .object("previous") { $0.neighbour(-1) },
    .object("next") { $0.neighbour(1) },
    .object("quarter") { PeriodView(.quarter(Quarter($0.month)), $0.standings) },
    .object("year") { PeriodView(.year($0.month.year), $0.standings) },
    .number("count") { $0.standing?.count },
    .flag("hasLastPlaces") { page in
      page.standing.map { $0.count >= $0.rules.minimum } ?? false
    },
    .object("rules") { page in page.standing.map { RulesView(rules: $0.rules) } },
    .texts("categories") { page in
      page.hasParts ? page.standings.rankings.indicators.categories.map(\.name) : []
    },
    .list("ranking") { page in
      (page.standing?.placings ?? []).compactMap {
        ScoreView(page.month, of: $0.department, page.standings)
      }
    },
    .group("exempt") { page in
      (page.standing?.exempt ?? []).compactMap {
        ScoreView(page.month, of: $0.department, page.standings)
      }
    },
    .group("entered") { page in page.changes.entered.map(page.standings.link) },
    .group("left") { page in page.changes.left.map(page.standings.link) },
    .group("cards") { page in
      page.standings.warnings(in: .month(page.month)).map {
        CardView(warning: $0, standings: page.standings)
      }
    },
    .text("file") { $0.standing?.file },
    .text("column") { $0.standing?.column },
  ]

  private var hasParts: Bool {
    standing?.placings.contains { !$0.row.parts.isEmpty } ?? false
  }

  private var changes: (entered: [Int], left: [Int]) { standings.changes(in: month) }

  private func neighbour(_ step: Int) -> PeriodView? {
    standings.neighbour(of: standings.months.map(\.month), month, step).map {
      PeriodView(.month($0), standings)
    }
  }
}

extension Standings {
  /// Departments that came into the last places since the calendar month before, and those that left
  /// them while being scored in both.
  func changes(in month: Month) -> (entered: [Int], left: [Int]) {
    guard let now = self[month], let before = self[Month(number: month.number - 1)] else {
      return ([], [])
    }
    var entered: [Int] = []
    var left: [Int] = []
    for placing in now.placings.sorted(by: { $0.department < $1.department }) {
      guard let then = before.placing(placing.department), then.isLast != placing.isLast else {
        continue
      }
      if placing.isLast {
        entered.append(placing.department)
      } else {
        left.append(placing.department)
      }
    }
    return (entered, left)
  }

  func neighbour<P: Equatable>(of all: [P], _ one: P, _ step: Int) -> P? {
    guard let place = all.firstIndex(of: one), all.indices.contains(place + step) else {
      return nil
    }
    return all[place + step]
  }
}
