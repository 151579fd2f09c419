/// Last places (rule 2): none when N < `minimum-departments`. `benefit`: rank > N − `bottom` and
/// rank > 1. `strict`: fewer than `bottom` departments have a strictly lower total, and at least one
/// has a strictly higher one.
enum LastPlaces {
  /// Whether each rank is one of the last places.
  static func of(_ ranks: [Int], by rules: RuleSet) -> [Bool] {
    shortfalls(ranks, by: rules).map { $0 == 0 }
  }

  /// How many places each rank lies before the first of the last places: 0 for the last places
  /// themselves; nothing where no place of this total can be one.
  static func shortfalls(_ ranks: [Int], by rules: RuleSet) -> [Int?] {
    let count = ranks.count
    guard count >= rules.minimum else { return Array(repeating: nil, count: count) }
    var equals = Array(repeating: 0, count: count + 1)
    for rank in ranks { equals[rank] += 1 }
    return ranks.map { rank in
      guard rank > 1 else { return nil }
      switch rules.ties {
      case .benefit: return max(0, count - rules.bottom + 1 - rank)
      case .strict:
        let lower = count - (rank + equals[rank] - 1)
        return max(0, lower - rules.bottom + 1)
      }
    }
  }
}
