/// A card with all that it can be checked by: the rule that gave it, its inputs with the file and row
/// that they came from, what was done about it, and what the department says.
struct CardView: View {
  let warning: Standings.Warning
  let standings: Standings

  private var card: Card { warning.card }

  static let slots: [Slot<CardView>] = [
    .text("anchor") { $0.anchor },
    .text("letter") { $0.card.colour.letter },
    .flag("isBlue") { $0.card.colour == .blue },
    .flag("isYellow") { $0.card.colour == .yellow },
    .flag("isRed") { $0.card.colour == .red },
    .object("department") { $0.standings.link($0.card.department) },
    .object("period") { PeriodView($0.card.period, $0.standings) },
    .text("address") { Address.period($0.card.period).encoded(at: $0.anchor) },
    .object("rules") { RulesView(rules: $0.card.rules) },
    .list("evidence") { view in
      view.card.evidence.map {
        EvidenceView(period: $0, card: view.card, standings: view.standings)
      }
    },
    .object("state") { FollowUpView(followUp: $0.warning.followUp, today: $0.standings.today) },
    .group("decisions") { view in
      view.warning.decisions.filter { $0.action != nil }.map(DecisionView.init)
    },
    .group("statements") { view in
      view.warning.decisions.filter { $0.statement != nil }.map(DecisionView.init)
    },
  ]

  /// The id of the card on the pages that show it whole.
  private var anchor: String { card.anchor(standings.departments) }
}

/// The parameters of a rule set, and where it stands.
struct RulesView: View {
  let rules: RuleSet

  static let slots: [Slot<RulesView>] = [
    .object("from") { $0.rules.from.map(MonthView.init) },
    .number("bottom") { $0.rules.bottom },
    .flag("isStrict") { $0.rules.ties == .strict },
    .number("minimum") { $0.rules.minimum },
    .number("blueMonths") { $0.rules.blueMonths },
    .number("yellowQuarters") { $0.rules.yellowQuarters },
    .number("redQuarters") { $0.rules.redQuarters },
    .number("explainWithin") { $0.rules.explainWithin },
    .text("file") { $0.rules.line == nil ? nil : RuleSet.file },
    .number("line") { $0.rules.line },
  ]
}

/// One period of a card's evidence: the month's score, or the scores behind the cards of a quarter.
struct EvidenceView: View {
  let period: Period
  let card: Card
  let standings: Standings

  static let slots: [Slot<EvidenceView>] = [
    .object("period") { PeriodView($0.period, $0.standings) },
    .text("letter") { view in
      switch view.card.colour {
      case .blue: nil
      case .yellow: Colour.blue.letter
      case .red: Colour.yellow.letter
      }
    },
    .list("scores") { view in
      view.months.compactMap { ScoreView($0, of: view.card.department, view.standings) }
    },
  ]

  /// The months whose places made the card, or the blue cards of the quarter.
  private var months: [Month] {
    guard case .quarter(let quarter) = period else { return [period.last] }
    let cards = quarter.months.compactMap {
      standings.warning(.blue, of: card.department, in: .month($0))?.card
    }
    return cards.flatMap { $0.evidence.map(\.last) }.uniqued().sorted()
  }
}

/// A department's score of a month, with the file and row that it came from.
struct ScoreView: View {
  let month: Month
  let standing: Standing
  let row: Scores.ScoreRow
  let placing: Standing.Placing?
  let standings: Standings

  /// Nothing where the month's file lacks the department.
  init?(_ month: Month, of department: Int, _ standings: Standings) {
    guard let standing = standings[month] else { return nil }
    let placing = standing.placing(department)
    guard let row = placing?.row ?? standing.exempt.first(where: { $0.department == department })
    else { return nil }
    (self.month, self.standing, self.row, self.placing) = (month, standing, row, placing)
    self.standings = standings
  }

  static let slots: [Slot<ScoreView>] = [
    .object("period") { PeriodView(.month($0.month), $0.standings) },
    .object("department") { $0.standings.link($0.row.department) },
    .text("total") { $0.placing?.total.fixed },
    .number("rank") { $0.placing?.rank },
    .number("count") { $0.standing.count },
    .flag("isLast") { $0.placing?.isLast == true },
    .flag("isExempt") { $0.placing == nil },
    .text("note") { $0.row.note },
    .texts("categories") { view in
      view.row.parts.isEmpty
        ? [] : view.standings.rankings.indicators.categories.map { view.row.score(of: $0).fixed }
    },
    .object("blue") { view in
      view.standings.warning(.blue, of: view.row.department, in: .month(view.month))
        .map { CardMark($0.card, view.standings) }
    },
    .object("move") { view in MoveView(view) },
    .group("corrections") { view in
      view.standings.corrections(of: view.row.department, in: view.month).map(CorrectionView.init)
    },
    .text("file") { $0.standing.file },
    .number("line") { $0.row.line },
    .text("column") { $0.standing.column },
  ]
}

/// A card in a single letter, with the way to all of it.
struct CardMark: View {
  let card: Card
  let departments: [Department]

  init(_ card: Card, _ standings: Standings) {
    self.card = card
    departments = standings.departments
  }

  static let slots: [Slot<CardMark>] = [
    .text("letter") { $0.card.colour.letter },
    .flag("isBlue") { $0.card.colour == .blue },
    .flag("isYellow") { $0.card.colour == .yellow },
    .flag("isRed") { $0.card.colour == .red },
    .text("address") { view in
      Address.period(view.card.period).encoded(at: view.card.anchor(view.departments))
    },
  ]
}

/// How a department's rank changed since the calendar month before.
struct MoveView: View {
  let change: Int

  /// Nothing without a rank in both months.
  init?(_ score: ScoreView) {
    let before = score.standings[Month(number: score.month.number - 1)]
    guard let now = score.placing, let then = before?.placing(now.department) else { return nil }
    change = then.rank - now.rank
  }

  static let slots: [Slot<MoveView>] = [
    .number("up") { $0.change > 0 ? $0.change : nil },
    .number("down") { $0.change < 0 ? -$0.change : nil },
    .flag("isSame") { $0.change == 0 },
  ]
}

struct CorrectionView: View {
  let correction: Correction

  static let slots: [Slot<CorrectionView>] = [
    .text("old") { $0.correction.old.fixed },
    .text("new") { $0.correction.new.fixed },
    .text("reason") { $0.correction.reason },
    .object("date") { DateView($0.correction.date) },
    .text("file") { _ in Correction.file },
    .number("line") { $0.correction.span.line },
  ]
}
