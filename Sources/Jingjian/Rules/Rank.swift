/// Rank (rule 1): in a month, departments with a score are ranked by total, highest first, by
/// standard competition ranking (1, 2, 2, 4).
enum Rank {
  /// The rank of each total, in the totals' order.
  static func of(_ totals: [Decimal]) -> [Int] {
    let order = totals.indices.sorted { totals[$1] < totals[$0] }
    var ranks = Array(repeating: 0, count: totals.count)
    for (n, position) in order.enumerated() {
      let isEqual = n > 0 && totals[order[n - 1]] == totals[position]
      ranks[position] = isEqual ? ranks[order[n - 1]] : n + 1
    }
    return ranks
  }
}
