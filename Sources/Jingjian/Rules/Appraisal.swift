/// Appraisal (rule 10): a department's year is the mean of its scored months, half up to two places,
/// and that times `weight`; nothing else is claimed.
struct Appraisal: Sendable {
  let months: Int
  let mean: Decimal
  /// The mean times the weight, exact: the weight is a percentage with two places, so that the
  /// product has six.
  let weighted: String

  /// Nothing for a year without a score.
  init?(_ totals: [Decimal], weight: Decimal) {
    guard !totals.isEmpty else { return nil }
    months = totals.count
    let sum = totals.reduce(0) { $0 + $1.hundredths }
    mean = Decimal(hundredths: (2 * sum + months) / (2 * months))
    let millionths = mean.hundredths * weight.hundredths
    var places = String(millionths % 1_000_000).padded(6)
    while places.hasSuffix("0"), places.utf8.count > 2 { places.removeLast() }
    weighted = "\(millionths / 1_000_000).\(places)"
  }
}
