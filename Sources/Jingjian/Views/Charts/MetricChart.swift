internal import Template

/// A chart of a metric: its line month by month, broken where a month is missing, and the target as a
/// dashed line.
struct MetricChart: View {
  let metric: Metric

  private static let left = 700
  private static let right = 160
  private static let top = 200
  private static let height = 2200
  private static let bottom = 360

  /// Nothing for a single value, which makes no line.
  init?(metric: Metric) {
    guard metric.values.count > 1 else { return nil }
    self.metric = metric
  }

  static let slots: [Slot<MetricChart>] = [
    .text("title") { $0.metric.name },
    .text("target") { chart in chart.metric.target.map(chart.metric.text) },
    .object("from") { $0.metric.values.first.map { MonthView(month: $0.month) } },
    .object("to") { $0.metric.values.last.map { MonthView(month: $0.month) } },
    .number("width") { ($0.x($0.months.upperBound) + right) / 10 },
    .number("height") { _ in (top + height + bottom) / 10 },
    .html("marks") { $0.marks },
  ]

  private var months: ClosedRange<Int> {
    let first = metric.values.first?.month.number ?? 0
    return first...max(first, metric.values.last?.month.number ?? 0)
  }

  /// Tenths of a pixel between two months: wide enough for the figures of a year.
  private var step: Int { max(120, min(400, 6400 / max(1, months.count - 1))) }

  private func x(_ month: Int) -> Int { Self.left + (month - months.lowerBound) * step }

  /// The least and the greatest of what is drawn, in hundredths.
  private var range: (low: Int, high: Int) {
    let all = metric.values.map(\.value.hundredths) + [metric.target].compactMap { $0?.hundredths }
    let (low, high) = (all.min() ?? 0, all.max() ?? 0)
    return high > low ? (low, high) : (low - 100, high + 100)
  }

  private func y(_ value: Decimal) -> Int {
    let (low, high) = range
    let share = Int128(value.hundredths - low) * Int128(Self.height) / Int128(high - low)
    return Self.top + Self.height - Int(share)
  }

  private var marks: [UInt8] {
    var drawing = Drawing()
    let end = x(months.upperBound)
    let (low, high) = range
    for bound in [low, high] {
      let value = Decimal(hundredths: bound)
      drawing.line(
        .init(x: Self.left, y: y(value)), .init(x: end, y: y(value)),
        #"stroke="currentColor" stroke-opacity=".2""#)
      drawing.text(
        value.short, at: .init(x: Self.left - 80, y: y(value) + 50),
        #"font-size="12" text-anchor="end""#)
    }
    for month in months where month % 12 == 0 || month == months.lowerBound {
      drawing.line(
        .init(x: x(month), y: Self.top), .init(x: x(month), y: Self.top + Self.height + 60),
        #"stroke="currentColor" stroke-opacity=".3""#)
      drawing.text(
        "\(Month(number: month))", at: .init(x: x(month), y: Self.top + Self.height + 220),
        #"font-size="12" text-anchor="start""#)
    }
    if let target = metric.target {
      drawing.line(
        .init(x: Self.left, y: y(target)), .init(x: end, y: y(target)),
        #"class="median" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4""#)
    }
    let values = Dictionary(
      metric.values.map { ($0.month.number, $0.value) }, uniquingKeysWith: { first, _ in first })
    drawing.path(
      months.map { month in values[month].map { .init(x: x(month), y: y($0)) } },
      #"class="picked" stroke="currentColor" stroke-width="2.5""#)
    for value in metric.values {
      drawing.circle(
        .init(x: x(value.month.number), y: y(value.value)), radius: 25,
        #"class="place" fill="currentColor""#)
    }
    return drawing.bytes
  }
}
