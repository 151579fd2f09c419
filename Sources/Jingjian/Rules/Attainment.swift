/// Attainment: how far a target has been reached, `(actual − baseline) / (target − baseline)`
/// (docs/rules.md, "Campaigns"). Below 0 it is worse than at the start, above 1 better than the
/// target; the direction needs no word here, as the target lies on its side of the baseline.
extension Campaign.Goal {
  /// Nothing while a value is missing, or where the target is the baseline.
  var attainment: Ratio? {
    guard let baseline, let target, let actual, target != baseline else { return nil }
    return Ratio((actual - baseline).hundredths, of: (target - baseline).hundredths)
  }

  /// Whether the target is reached; nothing while nobody can say.
  var isReached: Bool? {
    guard let target, let actual else { return nil }
    if let better { return better.reaches(actual, target) }
    return baseline.map { $0 <= target ? actual >= target : actual <= target }
  }
}

/// A ratio: an exact share, shown as percent.
struct Ratio: Sendable, Hashable {
  private let part: Int
  /// Above 0.
  private let whole: Int

  /// Nothing of nothing is no share.
  init?(_ part: Int, of whole: Int) {
    guard whole != 0 else { return nil }
    (self.part, self.whole) = whole < 0 ? (-part, -whole) : (part, whole)
  }

  /// Percent with at most two places, half up.
  var percent: Decimal {
    let (numerator, denominator) = (Int128(part) * 20_000 + Int128(whole), 2 * Int128(whole))
    let floor =
      numerator >= 0 ? numerator / denominator : -((-numerator + denominator - 1) / denominator)
    return Decimal(hundredths: Int(clamping: floor))
  }

  /// Whether the percent is the share itself and not the nearest to it.
  var isExact: Bool { (Int128(part) * 10_000).isMultiple(of: Int128(whole)) }

  /// Thousandths for a bar, from 0 to 1000.
  var clamped: Int { max(0, min(1000, Int(clamping: Int128(part) * 1000 / Int128(whole)))) }

  /// As percent, `98.6%`.
  var text: String { percent.short + "%" }
}
