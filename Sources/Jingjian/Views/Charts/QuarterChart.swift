internal import Template

/// A quarter's ranks: a line for each department from month to month, thick for those with a card; last
/// places are squares and cards have their letter, so that no colour is needed.
struct QuarterChart: View {
  let quarter: Quarter
  let standings: Standings
  private let months: [Standing]

  /// Nothing for a single month, which makes no line.
  init?(quarter: Quarter, standings: Standings) {
    months = quarter.months.compactMap { standings[$0] }
    guard months.count > 1 else { return nil }
    (self.quarter, self.standings) = (quarter, standings)
  }

  private static let left = 3300
  private static let step = 3000
  private static let top = 500
  private static let row = 320

  private var most: Int { max(2, months.map(\.count).max() ?? 0) }
  private var width: Int { QuarterChart.left * 2 + (months.count - 1) * QuarterChart.step }
  private var height: Int { QuarterChart.top + most * QuarterChart.row }

  static let slots: [Slot<QuarterChart>] = [
    .object("period") { PeriodView(.quarter($0.quarter), $0.standings) },
    .number("width") { $0.width / 10 },
    .number("height") { $0.height / 10 },
    .html("marks") { $0.marks },
  ]

  private func point(_ column: Int, _ rank: Int) -> Drawing.Point {
    Drawing.Point(
      x: QuarterChart.left + column * QuarterChart.step,
      y: QuarterChart.top + (rank - 1) * QuarterChart.row)
  }

  private var marks: [UInt8] {
    var drawing = Drawing()
    for (column, standing) in months.enumerated() {
      drawing.text(
        String(standing.month.month) + "月", at: .init(x: point(column, 1).x, y: 220),
        #"font-size="20" text-anchor="middle""#)
    }
    for department in standings.departments.indices { draw(department, &drawing) }
    // Departments of one rank share a place: their names stand side by side.
    for (standing, column, anchor) in [
      (months[0], 0, "end"), (months[months.count - 1], months.count - 1, "start"),
    ] {
      for rank in standing.placings.map(\.rank).uniqued() {
        let names = standing.placings.filter { $0.rank == rank }
          .map { standings.departments[$0.department].name }.joined(separator: "、")
        let point = point(column, rank)
        let text = anchor == "end" ? "\(names) \(rank)" : "\(rank) \(names)"
        drawing.text(
          text, at: .init(x: point.x + (anchor == "end" ? -160 : 160), y: point.y + 65),
          #"font-size="19" text-anchor="\#(anchor)""#)
      }
    }
    return drawing.bytes
  }

  private func draw(_ department: Int, _ drawing: inout Drawing) {
    let placings = months.map { $0.placing(department) }
    let hasCard =
      standings.warning(.yellow, of: department, in: .quarter(quarter)) != nil
      || quarter.months.contains {
        standings.warning(.blue, of: department, in: .month($0)) != nil
      }
    let points = placings.enumerated().map { column, placing in
      placing.map { point(column, $0.rank) }
    }
    drawing.path(
      points,
      hasCard
        ? #"class="carded" stroke="currentColor" stroke-width="2.5""#
        : #"stroke="currentColor" stroke-opacity=".5" stroke-width="1.2""#)
    for (column, placing) in placings.enumerated() {
      guard let placing else { continue }
      let point = point(column, placing.rank)
      if placing.isLast {
        drawing.rectangle(
          .init(x: point.x - 50, y: point.y - 50), width: 100, height: 100,
          #"class="last" fill="currentColor""#)
      } else {
        drawing.circle(point, radius: 35, #"class="place" fill="currentColor""#)
      }
      if standings.warning(.blue, of: department, in: .month(months[column].month)) != nil {
        drawing.text(
          Colour.blue.letter, at: .init(x: point.x, y: point.y - 90),
          #"class="blue" font-size="15" font-weight="bold" text-anchor="middle""#)
      }
    }
  }
}
