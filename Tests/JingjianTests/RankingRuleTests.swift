import Template
import Testing

@testable import Jingjian

/// The rules, each by a table that a reader can check by hand.
struct RankingRuleTests {
  private func totals(_ numbers: [Int]) -> [Decimal] {
    numbers.map { Decimal(hundredths: $0 * 100) }
  }

  @Test(
    "rank: standard competition ranking",
    arguments: [
      ([90, 80, 70], [1, 2, 3]), ([80, 90, 80, 70], [2, 1, 2, 4]), ([50, 50, 50], [1, 1, 1]),
      ([10], [1]), ([], []),
    ])
  func rank(_ numbers: [Int], _ ranks: [Int]) {
    #expect(Rank.of(totals(numbers)) == ranks)
  }

  /// Ranks of a month, the parameters, and which of them are last places.
  struct Places: Sendable {
    let ranks: [Int]
    let bottom: Int
    var ties = RuleSet.Ties.benefit
    var minimum = 1
    let last: [Int]
  }

  @Test(
    "last places, for both ways to treat ties",
    arguments: [
      Places(ranks: [1, 2, 3, 4, 5, 6], bottom: 3, last: [4, 5, 6]),
      Places(ranks: [1, 2, 3, 4, 5, 6], bottom: 3, minimum: 7, last: []),
      // Three share the fourth place of six: their rank is after N − bottom.
      Places(ranks: [1, 2, 3, 4, 4, 4], bottom: 3, last: [4, 4, 4]),
      Places(ranks: [1, 2, 3, 4, 4, 4], bottom: 2, last: []),
      Places(ranks: [1, 2, 3, 4, 4, 4], bottom: 2, ties: .strict, last: [4, 4, 4]),
      Places(ranks: [1, 2, 3, 3, 5, 6], bottom: 3, last: [5, 6]),
      Places(ranks: [1, 2, 3, 3, 5, 6], bottom: 3, ties: .strict, last: [3, 3, 5, 6]),
      // Nobody is last of equals.
      Places(ranks: [1, 1, 1], bottom: 3, last: []),
      Places(ranks: [1, 1, 1], bottom: 3, ties: .strict, last: []),
      Places(ranks: [1, 2], bottom: 3, last: [2]),
      Places(ranks: [1, 2, 3], bottom: 0, last: []),
    ])
  func lastPlaces(_ places: Places) {
    var rules = RuleSet()
    (rules.bottom, rules.ties, rules.minimum) = (places.bottom, places.ties, places.minimum)
    let last = LastPlaces.of(places.ranks, by: rules)
    #expect(zip(places.ranks, last).filter(\.1).map(\.0) == places.last)
  }

  /// Cards of the department that is last in some months of 2024 and 2025, given as `24-11`.
  private func cards(_ last: [String], months: ClosedRange<Int> = 0...23, rules: [RuleSet] = [])
    -> [String]
  {
    let tables = months.compactMap { n -> Scores? in
      let month = Month(number: 2024 * 12 + n)
      let isLast = last.contains(String("\(month)".dropFirst(2)))
      let rows = (0..<6).map { n in
        Scores.ScoreRow(
          department: n, total: Decimal(hundredths: n == 0 ? (isLast ? 1 : 9_000) : 1_000 * n),
          parts: [], note: nil, line: n + 2, span: .top)
      }
      return Scores(month: month, file: "", rows: rows)
    }
    var first = RuleSet()
    first.bottom = 1
    let book = RuleBook(rules.isEmpty ? [first] : rules)
    let standings = Standings.of(tables, departments: 6, rules: book)
    return standings.warnings.filter { $0.card.department == 0 }.map {
      "\($0.card.colour.letter) \($0.card.period): \($0.card.evidence.map(\.description).joined(separator: " "))"
    }
  }

  @Test("blue: two months together, also across the year's end; a third gives another")
  func blue() {
    #expect(cards(["24-03"]).isEmpty)
    #expect(cards(["24-03", "24-05"]).isEmpty)
    #expect(cards(["24-12", "25-01"]) == ["蓝 2025-01: 2024-12 2025-01"])
    #expect(
      cards(["24-03", "24-04", "24-05"]) == [
        "蓝 2024-04: 2024-03 2024-04", "蓝 2024-05: 2024-04 2024-05",
      ])
  }

  @Test("yellow: two quarters with a blue card, as soon as the second has one")
  func yellow() {
    #expect(
      cards(["24-11", "24-12", "25-01"], months: 0...12) == [
        "蓝 2024-12: 2024-11 2024-12", "蓝 2025-01: 2024-12 2025-01", "黄 2025-Q1: 2024-Q4 2025-Q1",
      ])
    #expect(cards(["24-01", "24-02", "24-07", "24-08"]).allSatisfy { $0.hasPrefix("蓝") })
  }

  @Test("red: with the default four quarters a card needs five quarters of blue")
  func red() {
    let four = (1...4).flatMap {
      ["24-0\($0 * 3 - 1)", "24-0\($0 * 3)"].map { $0.count > 5 ? "24-" + $0.dropFirst(4) : $0 }
    }
    #expect(cards(four).allSatisfy { !$0.hasPrefix("红") })
    let five = [
      "24-11", "24-12", "25-02", "25-03", "25-05", "25-06", "25-08", "25-09", "25-11", "25-12",
    ]
    #expect(cards(five).last == "红 2025: 2025-Q1 2025-Q2 2025-Q3 2025-Q4")
  }

  @Test("a month is judged by the set in force, a quarter by that of its last month with scores")
  func ruleChange() throws {
    var before = RuleSet()
    before.bottom = 1
    var after = before
    after.from = Month(year: 2024, month: 3)
    after.blueMonths = 3
    after.yellowQuarters = 1
    let runs = ["24-01", "24-02", "24-03"]
    // At the end of February the first quarter is judged by the first set.
    #expect(cards(runs, months: 0...1, rules: [before, after]) == ["蓝 2024-02: 2024-01 2024-02"])
    #expect(
      cards(runs, months: 0...2, rules: [before, after]) == [
        "蓝 2024-02: 2024-01 2024-02", "蓝 2024-03: 2024-01 2024-02 2024-03", "黄 2024-Q1: 2024-Q1",
      ])
  }

  /// What was decided about a blue card of March 2025, and how it stands on a day.
  struct Followed: Sendable {
    var decided: [(Decision.Action, String)] = []
    let today: String
    let name: String
  }

  @Test(
    "follow-up: due up to and on the thirtieth day, then overdue; the latest answer counts",
    arguments: [
      Followed(today: "2025-03-31", name: "due"), Followed(today: "2025-04-30", name: "due"),
      Followed(today: "2025-05-01", name: "overdue"),
      Followed(decided: [(.explained, "2025-06-01")], today: "2025-06-02", name: "explained"),
      Followed(decided: [(.rectified, "2025-04-01")], today: "2025-06-02", name: "overdue"),
      Followed(
        decided: [(.removed, "2025-06-01"), (.explained, "2025-04-01")], today: "2025-06-02",
        name: "removed"),
      Followed(
        decided: [(.removed, "2025-04-01"), (.explained, "2025-04-01")], today: "2025-06-02",
        name: "explained"),
    ])
  func followUp(_ followed: Followed) throws {
    let month = try #require(Month("2025-03"))
    let card = Card(
      department: 0, colour: .blue, period: .month(month), evidence: [], rules: RuleSet())
    let today = try #require(Day(followed.today))
    let decisions = try followed.decided.map { action, day in
      Decision(card: card, action: action, date: try #require(Day(day)))
    }
    #expect(FollowUp.of(card, decisions: decisions, today: today).name == followed.name)
  }

  @Test(
    "appraisal: the mean half up, times the weight exactly",
    arguments: [
      ([9_000, 9_001], "90.01", "22.5025"), ([9_000, 9_000, 9_001], "90.00", "22.50"),
      ([10_000], "100.00", "25.00"),
    ])
  func appraisal(_ totals: [Int], _ mean: String, _ weighted: String) throws {
    let weight = Decimal(hundredths: 2_500)
    let appraisal = try #require(
      Appraisal(totals.map { Decimal(hundredths: $0) }, weight: weight))
    #expect(appraisal.mean.fixed == mean)
    #expect(appraisal.weighted == weighted)
  }

  @Test("a department without a score has no appraisal")
  func noAppraisal() {
    #expect(Appraisal([], weight: Decimal(hundredths: 2_500)) == nil)
  }

  @Test(
    "periods, as people write them",
    arguments: [
      ("2025-03", "2025-03"), ("2025年3月", "2025-03"), ("2025-Q2", "2025-Q2"),
      ("2025-3", "2025-03"), ("2025年第二季度", "2025-Q2"), ("2025年第2季度", "2025-Q2"), ("2025", "2025"),
      ("2025年", "2025"),
    ])
  func periods(_ text: String, _ period: String) {
    #expect(Period(text)?.description == period)
  }

  @Test("what is no period", arguments: ["2025-13", "2025-Q5", "25", "Q2"])
  func noPeriod(_ text: String) {
    #expect(Period(text) == nil)
  }
}

extension Decision {
  /// A decision about a card, as tests need it.
  init(card: Card, action: Action, date: Day) {
    self.init(
      department: "d\(card.department)", period: card.period, colour: card.colour, action: action,
      date: date, document: nil, note: nil, statement: nil, span: .top)
  }
}

extension Standings {
  /// Standings of score tables alone, on the last day of the last one's month.
  static func of(
    _ tables: [Scores], departments: Int, rules: RuleBook, decisions: [Decision] = [],
    vetoes: [Veto] = [], offences: [Offence] = [], since: Int? = nil,
    lives: [ClosedRange<Month>?] = [],
    today: Day? = nil
  ) -> Standings {
    let departments = (0..<departments).map { n in
      let life = lives.indices.contains(n) ? lives[n] : nil
      return Department(
        id: "d\(n)", name: "部门\(n)", aliases: [], since: life?.lowerBound, until: life?.upperBound)
    }
    let rankings = Rankings(
      indicators: .none, rules: rules, scores: tables, vetoes: vetoes, corrections: [],
      decisions: decisions)
    return Standings(
      rankings, of: departments, offences: offences, recordsSince: since, showsHonours: true,
      today: today ?? tables.last?.month.last ?? Day(number: 0))
  }
}

/// Today's state, as the home page tells it.
struct RankingStateTests {
  /// Six departments in which `d0` is last in every month up to March 2025.
  private func standings(_ actions: [(Decision.Action, Period)] = []) throws -> Standings {
    let tables = (0...2).map { n in
      Scores(
        month: Month(number: 2025 * 12 + n), file: "",
        rows: (0..<6).map {
          Scores.ScoreRow(
            department: $0, total: Decimal(hundredths: 100 * $0), parts: [], note: nil, line: 2,
            span: .top)
        })
    }
    var rules = RuleSet()
    (rules.bottom, rules.yellowQuarters) = (1, 1)
    let day = try #require(Day("2025-03-31"))
    let decisions = actions.map { action, period in
      let colour: Colour = if case .month = period { .blue } else { .yellow }
      let card = Card(department: 0, colour: colour, period: period, evidence: [], rules: rules)
      return Decision(card: card, action: action, date: day)
    }
    return Standings.of(
      tables, departments: 6, rules: RuleBook([rules]), decisions: decisions, today: day)
  }

  @Test("in force are the cards of the last month, quarter and year that were not removed")
  func inForce() throws {
    func periods(_ standings: Standings) -> [String] {
      standings.inForce.map { "\($0.card.period)" }
    }
    let march = Period.month(Month(number: 2025 * 12 + 2))
    #expect(periods(try standings()) == ["2025-Q1", "2025-03"])
    #expect(periods(try standings([(.explained, march)])) == ["2025-Q1", "2025-03"])
    #expect(periods(try standings([(.removed, march)])) == ["2025-Q1"])
  }

  @Test("owed is what nobody answered, what is due first standing first")
  func owed() throws {
    func periods(_ standings: Standings) -> [String] { standings.owed.map { "\($0.card.period)" } }
    let quarter = Period.quarter(Quarter(number: 2025 * 4))
    #expect(periods(try standings()) == ["2025-02", "2025-03", "2025-Q1"])
    #expect(periods(try standings([(.rectified, quarter)])) == ["2025-02", "2025-03"])
    #expect(periods(try standings([(.explained, quarter)])) == ["2025-02", "2025-03", "2025-Q1"])
  }

  @Test("the chart of a department has a point for each month, a square where it was last")
  func chart() throws {
    let standings = try standings()
    let last = try #require(RankChart(department: 0, standings: standings)).value
    let first = try #require(RankChart(department: 5, standings: standings)).value
    #expect(count("<rect", in: last) == 3)
    #expect(count("<circle", in: last) == 0)
    #expect(count(">蓝</text>", in: last) == 2)
    #expect(count(">黄</text>", in: last) == 1)
    #expect(count("<circle", in: first) == 3)
    #expect(count(">蓝</text>", in: first) == 0)
  }

  /// How often a mark stands in a chart.
  private func count(_ mark: String, in chart: Value) -> Int {
    guard case .object(let slots) = chart else { return -1 }
    let drawings = slots.map { slot in
      if case .bytes(let bytes) = slot { String(decoding: bytes, as: UTF8.self) } else { "" }
    }
    return drawings.joined().ranges(of: mark).count
  }
}
