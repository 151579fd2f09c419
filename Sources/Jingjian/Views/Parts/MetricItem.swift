/// A metric with its latest value.
struct MetricItem: View {
  let metric: Metric

  static let slots: [Slot<MetricItem>] = [
    .text("address") { Address.metric($0.metric.id).encoded },
    .text("title") { $0.metric.name },
    .flag("isHigher") { $0.metric.better == .higher },
    .flag("isLower") { $0.metric.better == .lower },
    .text("baseline") { view in view.metric.baseline.map(view.metric.text) },
    .text("target") { view in view.metric.target.map(view.metric.text) },
    .object("first") { view in
      view.metric.values.count > 1
        ? view.metric.values.first.map { MetricValue(value: $0, metric: view.metric) } : nil
    },
    .object("latest") { view in
      view.metric.values.last.map { MetricValue(value: $0, metric: view.metric) }
    },
  ]
}

struct MetricValue: View {
  let value: Metric.MonthValue
  let metric: Metric

  private var before: Metric.MonthValue? { metric.values.last { $0.month < value.month } }
  private var change: Decimal? { before.map { value.value - $0.value } }

  static let slots: [Slot<MetricValue>] = [
    .text("anchor") { "\($0.value.month)" },
    .number("year") { $0.value.month.year },
    .number("month") { $0.value.month.month },
    .text("text") { $0.metric.text($0.value.value) },
    .text("change") { view in
      view.change.map { ($0.hundredths > 0 ? "+" : "") + $0.short }
    },
    .flag("isReached") { view in view.reaches == true },
    .flag("isMissed") { view in view.reaches == false },
    .text("note") { $0.value.note },
    .number("line") { $0.value.line },
  ]

  private var reaches: Bool? {
    guard let target = metric.target, let better = metric.better else { return nil }
    return better.reaches(value.value, target)
  }
}
