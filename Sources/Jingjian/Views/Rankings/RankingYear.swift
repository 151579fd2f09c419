/// The page of a year: its board, the honours with the reason for each, who is out and why, and the
/// appraisal.
struct RankingYearPage: PageView {
  let frame: Frame
  let year: Int
  let standings: Standings
  let settings: Settings

  static let template = "rankings-year"

  private var honours: Honours? { standings.honours.first { $0.year == year } }

  static let slots: [Slot<RankingYearPage>] = [
    .object("period") { PeriodView(.year($0.year), $0.standings) },
    .object("previous") { $0.neighbour(-1) },
    .object("next") { $0.neighbour(1) },
    .object("board") { BoardView(months: $0.months, standings: $0.standings) },
    .object("rules") { page in page.standings.rules[.year(page.year)].map { RulesView(rules: $0) }
    },
    .object("honours") { page in
      page.honours.map { HonoursView(honours: $0, standings: page.standings) }
    },
    .flag("areHonoursHidden") { $0.settings.hidesHonours },
    .flag("isBeforeRecords") { page in
      page.settings.recordsSince.map { page.year < $0 } ?? false
    },
    .group("unscored") { page in
      (0..<12).map { Month(number: page.year * 12 + $0) }.filter { page.standings[$0] == nil }
        .map { PeriodView(.month($0), page.standings) }
    },
    .group("red") { $0.cards(.red) },
    .group("yellow") { $0.cards(.yellow) },
    .number("blueCount") { page in page.warnings(.blue).count },
    .group("noAwards") { page in
      page.warnings(.yellow).map(\.card.department).uniqued().sorted().map(page.standings.link)
    },
    .text("weight") { $0.standings.rankings.indicators.weight.short },
    .group("appraisal") { page in page.appraisal },
  ]

  private var months: [Month] { standings.months.map(\.month).filter { $0.year == year } }

  private func warnings(_ colour: Colour) -> [Standings.Warning] {
    let periods: [Period] =
      switch colour {
      case .blue: months.map(Period.month)
      case .yellow: (0..<4).map { .quarter(Quarter(number: year * 4 + $0)) }
      case .red: [.year(year)]
      }
    return periods.flatMap(standings.warnings(in:))
  }

  private func cards(_ colour: Colour) -> [CardView] {
    warnings(colour).map { CardView(warning: $0, standings: standings) }
  }

  private var appraisal: [AppraisalRow] {
    standings.departments.indices.compactMap { department in
      let totals = months.compactMap { standings[$0]?.placing(department)?.total }
      return Appraisal(totals, weight: standings.rankings.indicators.weight).map {
        AppraisalRow(department: standings.link(department), appraisal: $0)
      }
    }
  }

  private func neighbour(_ step: Int) -> PeriodView? {
    standings.neighbour(of: standings.years, year, step).map { PeriodView(.year($0), standings) }
  }
}

/// The honours of a year: who has them, and why each other department has not.
struct HonoursView: View {
  let honours: Honours
  let standings: Standings

  static let slots: [Slot<HonoursView>] = [
    .group("clean") { view in view.honours.clean.map(view.standings.link) },
    .group("flag") { view in view.honours.flag.map(view.standings.link) },
    .flag("canHaveFlag") { view in
      let years = view.standings.honours.map(\.year)
      return years.contains(view.honours.year - 1) && years.contains(view.honours.year - 2)
    },
    .number("before") { $0.honours.year - 1 },
    .number("first") { $0.honours.year - 2 },
    .group("others") { view in
      view.honours.obstacles.map { department, reasons in
        UnhonouredView(department: department, reasons: reasons, standings: view.standings)
      }
    },
  ]
}

struct UnhonouredView: View {
  let department: Int
  let reasons: [Honours.Obstacle]
  let standings: Standings

  static let slots: [Slot<UnhonouredView>] = [
    .object("department") { $0.standings.link($0.department) },
    .list("reasons") { view in
      view.reasons.map {
        ObstacleView(
          obstacle: $0, department: view.standings.departments[view.department],
          standings: view.standings)
      }
    },
  ]
}

/// One reason for which a department has no honour; one of its names is there.
struct ObstacleView: View {
  let obstacle: Honours.Obstacle
  let department: Department
  let standings: Standings

  static let slots: [Slot<ObstacleView>] = [
    .flag("isNotAlive") { if case .notAlive = $0.obstacle { true } else { false } },
    .object("since") { $0.department.since.map(MonthView.init) },
    .object("until") { $0.department.until.map(MonthView.init) },
    .object("case") { view in
      if case .offence(let offence) = view.obstacle {
        LinkView(offence.address, offence.title)
      } else {
        nil
      }
    },
    .object("veto") { view in
      if case .veto(let veto) = view.obstacle {
        VetoView(veto: veto, indicators: view.standings.rankings.indicators)
      } else {
        nil
      }
    },
    .object("card") { view in
      if case .card(let card) = view.obstacle { CardMark(card, view.standings) } else { nil }
    },
    .object("period") { view in
      if case .card(let card) = view.obstacle {
        PeriodView(card.period, view.standings)
      } else {
        nil
      }
    },
  ]
}

struct VetoView: View {
  let veto: Veto
  let indicators: Indicators

  static let slots: [Slot<VetoView>] = [
    .object("date") { DateView($0.veto.date) },
    .text("indicator") { view in
      view.veto.indicator.flatMap { id in view.indicators.all.first { $0.id == id }?.name }
    },
    .text("reason") { $0.veto.reason },
    .text("source") { $0.veto.source },
    .text("file") { _ in Veto.file },
    .number("line") { $0.veto.span.line },
  ]
}

struct AppraisalRow: View {
  let department: LinkView
  let appraisal: Appraisal

  static let slots: [Slot<AppraisalRow>] = [
    .object("department") { $0.department },
    .number("months") { $0.appraisal.months },
    .text("mean") { $0.appraisal.mean.fixed },
    .text("weighted") { $0.appraisal.weighted },
  ]
}
