/// Yellow (rule 4): a card for a department in a quarter when that quarter and each of the
/// `yellow-quarters` − 1 quarters before it hold at least one blue card of it. The year's end does not
/// break the run; it is judged as soon as it is true.
enum Yellow {
  /// - Parameter rules: those by which a quarter is judged (rule 6).
  static func cards(_ blue: [Card], rules: [Quarter: RuleSet]) -> [Card] {
    var quarters: [Int: Set<Quarter>] = [:]
    for card in blue { quarters[card.department, default: []].insert(Quarter(card.period.last)) }
    var cards: [Card] = []
    for (department, held) in quarters {
      var run = 0
      var before: Quarter?
      for quarter in held.sorted() {
        run = before?.next == quarter ? run + 1 : 1
        before = quarter
        guard let rules = rules[quarter], run >= rules.yellowQuarters else { continue }
        let evidence = (1 - rules.yellowQuarters...0).map { Quarter(number: quarter.number + $0) }
        cards.append(
          Card(
            department: department, colour: .yellow, period: .quarter(quarter),
            evidence: evidence.map(Period.quarter), rules: rules))
      }
    }
    return cards
  }
}
