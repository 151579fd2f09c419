internal import Template

/// A chart of a target: a line from where it stood to where it stands, and the mark to be reached.
struct TargetChart: View {
  private let baseline: Decimal
  private let target: Decimal
  private let actual: Decimal

  private static let left = 120
  private static let length = 4400

  /// Nothing while a value is missing.
  init?(_ target: Campaign.Goal) {
    guard let baseline = target.baseline, let aim = target.target, let actual = target.actual else {
      return nil
    }
    (self.baseline, self.target, self.actual) = (baseline, aim, actual)
  }

  static let slots: [Slot<TargetChart>] = [
    .number("width") { _ in (left * 2 + length) / 10 },
    .number("height") { _ in 64 },
    .html("marks") { $0.marks },
  ]

  /// The place of a value between the least and the greatest of the three.
  private func place(_ value: Decimal) -> Int {
    let all = [baseline, target, actual].map(\.hundredths)
    let (low, high) = (all.min() ?? 0, all.max() ?? 0)
    guard high > low else { return Self.left + Self.length / 2 }
    return Self.left
      + Int(Int128(value.hundredths - low) * Int128(Self.length) / Int128(high - low))
  }

  private var marks: [UInt8] {
    var drawing = Drawing()
    let y = 320
    drawing.line(
      .init(x: Self.left, y: y), .init(x: Self.left + Self.length, y: y),
      #"stroke="currentColor" stroke-opacity=".3""#)
    drawing.line(
      .init(x: place(baseline), y: y), .init(x: place(actual), y: y),
      #"class="picked" stroke="currentColor" stroke-width="6""#)
    drawing.line(
      .init(x: place(target), y: y - 170), .init(x: place(target), y: y + 170),
      #"class="median" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2""#)
    drawing.circle(
      .init(x: place(baseline), y: y), radius: 60,
      #"class="before" fill="none" stroke="currentColor" stroke-width="2""#)
    drawing.circle(.init(x: place(actual), y: y), radius: 70, #"class="place" fill="currentColor""#)
    return drawing.bytes
  }
}
