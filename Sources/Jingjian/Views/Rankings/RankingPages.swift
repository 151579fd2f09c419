extension Press {
  /// The pages of the rankings, and what they publish for programs; none without rankings.
  func rankings(_ findings: Findings) -> [Page] {
    guard let standings = findings.standings else { return [] }
    let data = RankingData.pages(standings)
    guard !standings.months.isEmpty else { return data }
    let section = Rankings.section
    let settings = findings.site.settings
    let months = standings.months.map { standing in
      page(.period(.month(standing.month)), section: section) {
        RankingMonthPage(frame: $0, month: standing.month, standings: standings)
      }
    }
    let quarters = standings.quarters.map { quarter in
      page(.period(.quarter(quarter)), section: section) {
        RankingQuarterPage(frame: $0, quarter: quarter, standings: standings)
      }
    }
    let screens = standings.quarters.map { quarter in
      page(.screen(of: quarter), section: section, listed: false, found: true) {
        QuarterScreenPage(frame: $0, quarter: quarter, standings: standings)
      }
    }
    let years = standings.years.map { year in
      page(.period(.year(year)), section: section) {
        RankingYearPage(frame: $0, year: year, standings: standings, settings: settings)
      }
    }
    let ground = Page.data(.ranks) {
      $0 += RankChart.ground(standings)
    }
    return [
      page(.index(of: "rankings"), section: section) {
        RankingIndexPage(frame: $0, standings: standings)
      },
      page(.board, section: section) { RankingBoardPage(frame: $0, standings: standings) },
    ] + months + quarters + screens + years + [ground] + data
  }
}
