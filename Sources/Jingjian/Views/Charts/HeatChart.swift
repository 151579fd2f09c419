internal import Template

/// The heat board: a square for each month of each department, the darker the nearer it was to the
/// last place; a frame marks the last places, a letter a card.
struct HeatChart: View {
  let months: [Month]
  let standings: Standings

  private static let cell = 220
  private static let top = 200

  static let slots: [Slot<HeatChart>] = [
    .number("width") { ($0.left + max($0.columns * cell, 500) + 20) / 10 },
    .number("height") { ($0.departments.count * cell + top + 20) / 10 },
    .object("from") { chart in
      chart.months.first.map { PeriodView(.month($0), chart.standings) }
    },
    .object("to") { chart in chart.months.last.map { PeriodView(.month($0), chart.standings) } },
    .html("marks") { $0.marks },
  ]

  /// Room for the longest name.
  private var left: Int {
    max(1500, departments.map { standings.departments[$0].name.count * 130 + 120 }.max() ?? 0)
  }

  private var first: Int { months.first?.number ?? 0 }
  private var columns: Int { (months.last?.number ?? 0) - first + 1 }

  private var departments: [Int] {
    standings.departments.indices.filter { department in
      months.contains { standings[$0]?.placing(department) != nil }
    }
  }

  private var marks: [UInt8] {
    var drawing = Drawing()
    let left = left
    for month in months where month.month == 1 || month.number == first {
      drawing.text(
        String(month.year), at: .init(x: left + column(month), y: Self.top - 60),
        #"font-size="13""#)
    }
    for (n, department) in departments.enumerated() {
      let y = Self.top + n * Self.cell
      drawing.text(
        standings.departments[department].name, at: .init(x: left - 60, y: y + 155),
        #"font-size="13" text-anchor="end""#)
      for month in months {
        guard let standing = standings[month], let placing = standing.placing(department) else {
          continue
        }
        draw(placing, in: standing, at: .init(x: left + column(month), y: y), &drawing)
      }
    }
    return drawing.bytes
  }

  private func column(_ month: Month) -> Int { (month.number - first) * Self.cell }

  private func draw(
    _ placing: Standing.Placing, in standing: Standing, at corner: Drawing.Point,
    _ drawing: inout Drawing
  ) {
    // Five steps, that a printer can tell apart and that leave a letter legible.
    let step = min(4, (placing.rank - 1) * 5 / max(1, standing.count))
    let opacity = [".03", ".11", ".19", ".27", ".36"][step]
    let frame = placing.isLast ? #" stroke="currentColor" stroke-width="1.5""# : ""
    drawing.rectangle(
      .init(x: corner.x + 5, y: corner.y + 5), width: Self.cell - 10, height: Self.cell - 10,
      #"class="heat-\#(step + 1)" fill="currentColor" fill-opacity="\#(opacity)"\#(frame)"#)
    let period = Period.month(standing.month)
    if standings.warning(.blue, of: placing.department, in: period) != nil {
      drawing.text(
        Colour.blue.letter, at: .init(x: corner.x + Self.cell / 2, y: corner.y + 155),
        #"class="blue" font-size="13" font-weight="bold" text-anchor="middle""#)
    }
  }
}
