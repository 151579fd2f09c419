/// A profile: a department's scores of a month by category, beside the median of all departments.
struct Profile: Sendable {
  let month: Month
  let items: [MeasuredItem]

  struct MeasuredItem: Sendable {
    let name: String
    let score: Decimal
    let median: Decimal
    let maximum: Decimal
  }

  /// The median of each category in a month; empty where the month has totals alone.
  static func medians(_ standing: Standing, _ indicators: Indicators) -> [Decimal] {
    let rows = standing.placings.map(\.row)
    guard !rows.isEmpty, rows.allSatisfy({ !$0.parts.isEmpty }) else { return [] }
    return indicators.categories.map { category in
      let scores = rows.map { $0.score(of: category).hundredths }.sorted()
      let middle = scores[scores.count / 2]
      let other = scores[(scores.count - 1) / 2]
      // Half up where the two in the middle differ by an odd number of hundredths.
      return Decimal(hundredths: (middle + other + 1) / 2)
    }
  }

  /// Nothing where the row has a total alone.
  init?(_ row: Scores.ScoreRow, month: Month, medians: [Decimal], _ indicators: Indicators) {
    guard !row.parts.isEmpty, medians.count == indicators.categories.count else { return nil }
    self.month = month
    items = zip(indicators.categories, medians).map { category, median in
      MeasuredItem(
        name: category.name, score: row.score(of: category), median: median,
        maximum: indicators.maximum(of: category))
    }
  }
}

extension Scores.ScoreRow {
  /// The sum of a category's indicators.
  func score(of category: Indicators.Category) -> Decimal {
    parts[category.range].reduce(Decimal(hundredths: 0), +)
  }
}

extension Indicators {
  func maximum(of category: Category) -> Decimal {
    all[category.range].reduce(Decimal(hundredths: 0)) { $0 + $1.maximum }
  }
}
