/// Blue (rule 3): a card for a department in a month when it is in the last places in that month and
/// in each of the `blue-months` − 1 calendar months before it. A month without scores for it breaks
/// the run; the year's end does not. A longer run gives a card each month.
enum Blue {
  /// - Parameter standings: by month.
  static func cards(_ standings: [Standing], departments: Int) -> [Card] {
    var cards: [Card] = []
    var runs = Array(repeating: 0, count: departments)
    var before: Month?
    for standing in standings {
      let follows = before?.next == standing.month
      before = standing.month
      for department in 0..<departments {
        let isLast = standing.placing(department)?.isLast == true
        runs[department] = isLast ? (follows ? runs[department] : 0) + 1 : 0
        let length = standing.rules.blueMonths
        guard isLast, runs[department] >= length else { continue }
        let months = (1 - length...0).map { Month(number: standing.month.number + $0) }
        cards.append(
          Card(
            department: department, colour: .blue, period: .month(standing.month),
            evidence: months.map(Period.month), rules: standing.rules))
      }
    }
    return cards
  }
}
