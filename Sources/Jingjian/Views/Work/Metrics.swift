/// The page of a metric: its line with the target, and the same values as a table.
struct MetricPage: PageView {
  let frame: Frame
  let metric: Metric
  let findings: Findings

  static let template = "metric"

  static let slots: [Slot<MetricPage>] = [
    .object("item") { MetricItem(metric: $0.metric) },
    .text("description") { $0.metric.description },
    .object("owner") { OwnerView.link($0.metric.owner, $0.findings) },
    .text("source") { $0.metric.source },
    .object("chart") { MetricChart(metric: $0.metric) },
    .group("years") { page in
      page.metric.values.map(\.month.year).uniqued().reversed().map {
        MetricYear(year: $0, metric: page.metric)
      }
    },
    .group("campaigns") { page in
      page.findings.campaigns.filter { $0.metrics.contains(page.metric.id) }
        .map { LinkView($0.common.address, $0.common.title) }
    },
    .text("file") { $0.metric.file },
  ]
}

/// The list of metrics.
struct MetricListPage: PageView {
  let frame: Frame
  let metrics: [Metric]

  static let template = "metrics"

  static let slots: [Slot<MetricListPage>] = [
    .number("count") { $0.metrics.count },
    .list("metrics") { $0.metrics.map { MetricItem(metric: $0) } },
  ]
}

/// The values of a year, by month.
struct MetricYear: View {
  let year: Int
  let metric: Metric

  static let slots: [Slot<MetricYear>] = [
    .number("year") { $0.year },
    .list("values") { view in
      view.metric.values.filter { $0.month.year == view.year }.map {
        MetricValue(value: $0, metric: view.metric)
      }
    },
  ]
}

extension Press {
  func metrics(_ findings: Findings) -> [Page] {
    let metrics = findings.site.tables.metrics
    guard !metrics.isEmpty else { return [] }
    let pages = metrics.map { metric in
      page(.metric(metric.id), section: Metric.section) {
        MetricPage(frame: $0, metric: metric, findings: findings)
      }
    }
    return pages + [
      page(.index(of: "metrics"), section: Metric.section) {
        MetricListPage(frame: $0, metrics: metrics)
      }
    ]
  }
}
