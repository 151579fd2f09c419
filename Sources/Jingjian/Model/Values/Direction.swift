/// A direction: whether more or less of something is better (docs/format.md, "Metrics").
enum Direction: String, Choice {
  case higher, lower
  static let chinese = ["高", "低"]

  /// Whether a value is as good as a target or better.
  func reaches(_ value: Decimal, _ target: Decimal) -> Bool {
    switch self {
    case .higher: value >= target
    case .lower: value <= target
    }
  }
}
