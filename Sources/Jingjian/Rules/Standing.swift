/// A standing: a month's ranking as the rules of that month make it.
struct Standing: Sendable {
  let month: Month
  let file: String
  /// The month's column in the file of a year.
  let column: String?
  let rules: RuleSet
  /// By rank, then in the order of the departments.
  let placings: [Placing]
  /// Rows of departments that are exempt.
  let exempt: [Scores.ScoreRow]
  /// Where each department stands among the placings, -1 where it has no score.
  private let places: [Int32]

  /// A department's place in a month.
  struct Placing: Sendable {
    let row: Scores.ScoreRow
    let total: Decimal
    let rank: Int
    /// How many places before the last ones; see ``LastPlaces/shortfalls(_:by:)``.
    let shortfall: Int?

    var department: Int { row.department }
    var isLast: Bool { shortfall == 0 }
  }

  /// How many departments are ranked.
  var count: Int { placings.count }

  /// Nothing when the department has no score this month.
  func placing(_ department: Int) -> Placing? {
    places[department] < 0 ? nil : placings[Int(places[department])]
  }

  init(_ scores: Scores, departments: Int, rules: RuleSet) {
    month = scores.month
    file = scores.file
    column = scores.column
    self.rules = rules
    var scored: [(row: Scores.ScoreRow, total: Decimal)] = []
    for row in scores.rows { if let total = row.total { scored.append((row, total)) } }
    let ranks = Rank.of(scored.map(\.total))
    let shortfalls = LastPlaces.shortfalls(ranks, by: rules)
    let all = scored.indices.map {
      Placing(
        row: scored[$0].row, total: scored[$0].total, rank: ranks[$0], shortfall: shortfalls[$0])
    }
    placings = all.sorted { ($0.rank, $0.department) < ($1.rank, $1.department) }
    exempt = scores.rows.filter { $0.total == nil }
    var places = Array(repeating: Int32(-1), count: departments)
    for (n, placing) in placings.enumerated() { places[placing.department] = Int32(n) }
    self.places = places
  }
}
