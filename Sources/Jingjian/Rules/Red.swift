/// Red (rule 5): a card for a department in a year when at least `red-quarters` quarters of that year
/// hold a yellow card of it (with 4, the whole year).
enum Red {
  /// - Parameter rules: those by which a year is judged (rule 6).
  static func cards(_ yellow: [Card], rules: [Int: RuleSet]) -> [Card] {
    let years = Dictionary(grouping: yellow) { [$0.department, $0.period.last.year] }
    return years.compactMap { key, cards in
      guard let rules = rules[key[1]], cards.count >= rules.redQuarters else { return nil }
      let evidence = cards.map(\.period).sorted { $0.end < $1.end }
      return Card(
        department: key[0], colour: .red, period: .year(key[1]), evidence: evidence, rules: rules)
    }
  }
}
