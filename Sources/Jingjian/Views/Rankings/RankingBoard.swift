/// The board: departments by months, with a letter for each card, so that it survives a printer
/// without colour.
struct RankingBoardPage: PageView {
  let frame: Frame
  let standings: Standings

  /// Months on the board; older ones stand on the pages of their years.
  private static let length = 36

  static let template = "rankings-board"

  static let slots: [Slot<RankingBoardPage>] = [
    .list("boards") { page in
      page.months.map(\.year).uniqued().reversed().map { year in
        BoardView(months: page.months.filter { $0.year == year }, standings: page.standings)
      }
    },
    .object("chart") { HeatChart(months: $0.months, standings: $0.standings) },
    .group("years") { page in
      page.standings.years.reversed().map { PeriodView(.year($0), page.standings) }
    },
  ]

  private var months: [Month] {
    let last = standings.months.last?.month.number ?? 0
    let first = Quarter(Month(number: last - Self.length + 1)).first
    return standings.months.map(\.month).filter { first <= $0 }
  }
}

/// The board of a year's months: a column for each month, and one for each quarter and the year behind
/// them. Three years side by side would be wider than any screen.
struct BoardView: View {
  let standings: Standings
  private let columns: [Period]
  private let departments: [Int]

  init(months: [Month], standings: Standings) {
    self.standings = standings
    columns = Self.columns(months)
    departments = standings.departments.indices.filter { department in
      months.contains { ScoreView($0, of: department, standings) != nil }
    }
  }

  static let slots: [Slot<BoardView>] = [
    .object("year") { view in
      view.columns.last.map { PeriodView(.year($0.last.year), view.standings) }
    },
    .list("columns") { view in
      view.columns.map { BoardColumn(period: $0, view: PeriodView($0, view.standings)) }
    },
    .list("rows") { view in
      view.departments.map {
        BoardRow(department: $0, columns: view.columns, standings: view.standings)
      }
    },
  ]

  /// Whole quarters, each with its own column; the year's column stands behind the last.
  private static func columns(_ months: [Month]) -> [Period] {
    let quarters = months.map { Quarter($0) }.uniqued()
    return quarters.flatMap { $0.months.map(Period.month) + [.quarter($0)] }
      + months.prefix(1).map { .year($0.year) }
  }
}

struct BoardColumn: View {
  let period: Period
  let view: PeriodView

  static let slots: [Slot<BoardColumn>] = [
    .object("period") { $0.view },
    .flag("isMonth") { if case .month = $0.period { true } else { false } },
    .flag("isQuarter") { if case .quarter = $0.period { true } else { false } },
    .flag("isYear") { if case .year = $0.period { true } else { false } },
  ]
}

struct BoardRow: View {
  let department: Int
  let columns: [Period]
  let standings: Standings

  static let slots: [Slot<BoardRow>] = [
    .object("department") { $0.standings.link($0.department) },
    .list("cells") { row in
      row.columns.map {
        BoardCell(period: $0, department: row.department, standings: row.standings)
      }
    },
  ]
}

/// A cell: a month's rank, or nothing but the card of a quarter or year.
struct BoardCell: View {
  let period: Period
  let department: Int
  let standings: Standings

  static let slots: [Slot<BoardCell>] = [
    .number("rank") { $0.placing?.rank },
    .flag("isLast") { $0.placing?.isLast == true },
    .flag("isExempt") { cell in
      guard case .month(let month) = cell.period, let standing = cell.standings[month] else {
        return false
      }
      return standing.exempt.contains { $0.department == cell.department }
    },
    .flag("isSum") { if case .month = $0.period { false } else { true } },
    .object("card") { cell in
      let colour: Colour =
        switch cell.period {
        case .month: .blue
        case .quarter: .yellow
        case .year: .red
        }
      return cell.standings.warning(colour, of: cell.department, in: cell.period)
        .map { CardMark($0.card, cell.standings) }
    },
  ]

  private var placing: Standing.Placing? {
    guard case .month(let month) = period else { return nil }
    return standings[month]?.placing(department)
  }
}
