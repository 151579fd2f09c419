internal import Template

/// A chart of ranks over time: all departments in the ground, one picked out with its points; last
/// places are filled squares and cards have their letter, so that no colour is needed.
struct RankChart: View {
  let department: Int
  let standings: Standings

  /// Nothing for a single month, which makes no line.
  init?(department: Int, standings: Standings) {
    guard standings.months.count > 1 else { return nil }
    (self.department, self.standings) = (department, standings)
  }

  static let slots: [Slot<RankChart>] = [
    .text("title") { $0.standings.departments[$0.department].name },
    .number("width") { Plot($0.standings).width / 10 },
    .number("height") { Plot($0.standings).height / 10 },
    .text("ground") { _ in Address.ranks.encoded },
    .object("from") { chart in
      chart.standings.months.first.map { PeriodView(.month($0.month), chart.standings) }
    },
    .object("to") { chart in
      chart.standings.months.last.map { PeriodView(.month($0.month), chart.standings) }
    },
    .html("marks") { $0.marks },
  ]

  private var marks: [UInt8] {
    let field = Plot(standings)
    var drawing = Drawing()
    field.label(in: &drawing)
    drawing.path(
      field.points(of: department), #"class="picked" stroke="currentColor" stroke-width="2""#)
    for standing in standings.months {
      guard let placing = standing.placing(department) else { continue }
      let point = field.point(standing.month, placing.rank)
      if placing.isLast {
        let corner = Drawing.Point(x: point.x - 30, y: point.y - 30)
        drawing.rectangle(corner, width: 60, height: 60, #"class="last" fill="currentColor""#)
      } else {
        drawing.circle(point, radius: 20, #"class="place" fill="currentColor""#)
      }
      let cards = standings.letters(of: department, endingIn: standing.month)
      for (n, colour) in cards.enumerated() {
        drawing.text(
          colour.letter, at: .init(x: point.x, y: point.y - 60 - 130 * n),
          #"class="\#(colour.rawValue)" font-size="12" font-weight="bold" text-anchor="middle""#)
      }
    }
    return drawing.bytes
  }

  /// The ground of all these charts: the years' borders, that of the last places, a line for each
  /// department. It is one file for all, so that the charts grow with the scores and not with the
  /// square of the departments. An image does not know whether the page is dark: it holds no text,
  /// and a grey that shows on both.
  static func ground(_ standings: Standings) -> [UInt8] {
    let field = Plot(standings)
    var drawing = Drawing()
    field.drawBorders(in: &drawing)
    // Many lines would make a grey ground.
    let opacity = standings.departments.count > 20 ? ".25" : ".5"
    for department in standings.departments.indices {
      drawing.path(
        field.points(of: department),
        ##"stroke="#808080" stroke-opacity="\##(opacity)" stroke-width="1""##)
    }
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(field.width / 10)\" height=\"\(field.height / 10)\" "
      + "viewBox=\"0 0 \(field.width / 10) \(field.height / 10)\">"
    return Array(head.utf8) + drawing.bytes + Array("</svg>\n".utf8)
  }
}

/// Where months and ranks stand in the chart. It grows with them, as far as a letter needs room.
private struct Plot {
  let width: Int
  let height: Int
  private let left = 400
  private let right = 150
  private let top = 300
  private let bottom = 350
  private let standings: Standings
  private let first: Int
  private let span: Int
  private let most: Int

  init(_ standings: Standings) {
    self.standings = standings
    first = standings.months.first?.month.number ?? 0
    span = max(1, (standings.months.last?.month.number ?? 0) - first)
    most = max(2, standings.months.map(\.count).max() ?? 0)
    width = max(7800, left + right + span * 160)
    height = top + bottom + min(6000, max(2200, (most - 1) * 120))
  }

  func point(_ month: Month, _ rank: Int) -> Drawing.Point {
    Drawing.Point(
      x: left + (month.number - first) * (width - left - right) / span, y: y(rank))
  }

  private func y(_ rank: Int) -> Int {
    top + (rank - 1) * (height - top - bottom) / (most - 1)
  }

  func points(of department: Int) -> [Drawing.Point?] {
    var points: [Drawing.Point?] = []
    var before: Month?
    for standing in standings.months {
      if let before, before.next != standing.month { points.append(nil) }
      before = standing.month
      points.append(standing.placing(department).map { point(standing.month, $0.rank) })
    }
    return points
  }

  private var starts: [Month] {
    standings.months.map(\.month).filter { $0.month == 1 || $0.number == first }
  }

  /// The ranks at the side and the years below.
  func label(in drawing: inout Drawing) {
    for rank in [1, (1 + most) / 2, most].uniqued() {
      drawing.text(
        String(rank), at: .init(x: left - 140, y: y(rank) + 45),
        #"font-size="13" text-anchor="end""#)
    }
    for month in starts {
      drawing.text(
        String(month.year), at: .init(x: point(month, 1).x - 100, y: height - 80),
        #"font-size="13""#)
    }
  }

  func drawBorders(in drawing: inout Drawing) {
    for month in starts {
      let x = point(month, 1).x
      drawing.line(
        .init(x: x, y: top - 80), .init(x: x, y: height - bottom + 80),
        ##"stroke="#808080" stroke-opacity=".5" stroke-width=".5""##)
    }
    // Between the last rank that is not counted and the first that is.
    var border: [Drawing.Point?] = []
    var before: Month?
    for standing in standings.months {
      if let before, before.next != standing.month { border.append(nil) }
      before = standing.month
      guard standing.count >= standing.rules.minimum, standing.count > standing.rules.bottom else {
        border.append(nil)
        continue
      }
      let rank = standing.count - standing.rules.bottom
      border.append(.init(x: point(standing.month, 1).x, y: (y(rank) + y(rank + 1)) / 2))
    }
    drawing.path(border, ##"stroke="#808080" stroke-width="1" stroke-dasharray="4 3""##)
  }
}

extension Standings {
  /// The colours of a department's cards whose period ends with its last score in that period.
  fileprivate func letters(of department: Int, endingIn month: Month) -> [Colour] {
    var colours: [Colour] = []
    if warning(.blue, of: department, in: .month(month)) != nil { colours.append(.blue) }
    let quarter = Period.quarter(Quarter(month))
    if warning(.yellow, of: department, in: quarter) != nil,
      isLastScore(month, of: department, in: quarter)
    {
      colours.append(.yellow)
    }
    let year = Period.year(month.year)
    if warning(.red, of: department, in: year) != nil, isLastScore(month, of: department, in: year)
    {
      colours.append(.red)
    }
    return colours
  }

  private func isLastScore(_ month: Month, of department: Int, in period: Period) -> Bool {
    (month.number..<period.last.number).allSatisfy {
      self[Month(number: $0 + 1)]?.placing(department) == nil
    }
  }
}
