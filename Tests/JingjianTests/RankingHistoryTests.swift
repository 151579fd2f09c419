import Testing

@testable import Jingjian

/// The rules against plain restatements of them, on random histories full of ties, gaps, births,
/// closures, exemptions, rule changes and year ends.
struct RankingHistoryTests {
  @Test("cards, evidence, follow-ups and honours are what the rules say", arguments: 0..<40)
  func histories(_ run: Int) throws {
    for n in 0..<50 {
      let seed = UInt64(run * 50 + n)
      let history = History(seed: seed)
      #expect(history.derived == history.restated, "history \(seed)")
    }
  }

  @Test(
    "the histories hold every colour, answer and honour, so that the comparison means something")
  func coverage() {
    let lines = (0..<150).flatMap { History(seed: $0).derived }
    for word in [
      " blue ", " yellow ", " red ", " due", " overdue", " explained", " removed", "clean d",
      "flag d", " last",
    ] {
      #expect(lines.contains { $0.contains(word) || $0.hasSuffix(word) }, "\(word)")
    }
  }
}

/// A small generator of numbers that is the same on every machine.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func once(in n: Int) -> Bool { roll(1...n) == 1 }
}

/// A random history: who lived when, what they scored, by which rules.
private struct History {
  var lives: [ClosedRange<Month>?] = []
  /// A score in hundredths, or nothing for an exemption; departments that are not alive are not there.
  var scores: [Month: [Int: Int?]] = [:]
  var rules: [RuleSet] = []
  var decisions: [Decision] = []
  var vetoes: [Veto] = []
  var offences: [Offence] = []
  var since: Int?
  var today: Day

  init(seed: UInt64) {
    var dice = Dice(state: seed &* 7_919)
    let departments = dice.roll(2...8)
    let first = Month(number: 2022 * 12 + dice.roll(0...11))
    let months = (0...dice.roll(2...40)).map { Month(number: first.number + $0) }
    let last = months[months.count - 1]
    for _ in 0..<departments {
      let from = dice.once(in: 5) ? months[dice.roll(0...months.count - 1)] : Month(number: 0)
      let to = dice.once(in: 5) ? months[dice.roll(0...months.count - 1)] : Month(number: 99_999)
      lives.append(from <= to && (from.number > 0 || to.number < 99_999) ? from...to : nil)
    }
    let weak = dice.roll(0...departments - 1)
    for month in months where !dice.once(in: 25) {
      var row: [Int: Int?] = [:]
      for d in 0..<departments where lives[d]?.contains(month) ?? true {
        // Few different totals, so that there are many ties.
        row[d] = dice.once(in: 20) ? .some(nil) : dice.roll(d == weak ? 0...2 : 1...6) * 1_000
      }
      scores[month] = row
    }
    for month in Set((0..<dice.roll(0...3)).map { _ in months[dice.roll(0...months.count - 1)] })
      .sorted()
    {
      rules.append(RuleSet(from: month, &dice))
    }
    if dice.once(in: 2) { rules.append(RuleSet(from: Month(number: 0), &dice)) }
    today = last.last + [-400, -40, -1, 0, 0, 10, 35, 200][dice.roll(0...7)]
    since = dice.once(in: 3) ? first.year + dice.roll(0...1) : nil
    for _ in 0..<dice.roll(0...12) {
      let month = months[dice.roll(0...months.count - 1)]
      let period: Period =
        [.month(month), .quarter(Quarter(month)), .year(month.year)][dice.roll(0...2)]
      let colour: Colour =
        switch period {
        case .month: .blue;
        case .quarter: .yellow;
        case .year: .red
        }
      let actions: [Decision.Action] = [.explained, .rectified, .removed, .accountability]
      let card = Card(
        department: dice.once(in: 2) ? weak : dice.roll(0...departments - 1), colour: colour,
        period: period, evidence: [], rules: RuleSet())
      decisions.append(
        Decision(
          card: card, action: actions[dice.roll(0...3)], date: period.end + dice.roll(-20...50)))
    }
    // What is later than today is cut off before the rules are asked.
    decisions = decisions.filter { [today] in $0.date <= today }
    for _ in 0..<dice.roll(0...1) {
      vetoes.append(
        Veto(
          department: "d\(dice.roll(0...departments - 1))",
          date: months[0].first + dice.roll(0...500),
          indicator: nil, reason: nil, source: nil, span: .top))
    }
    for _ in 0..<dice.roll(0...1) {
      let from = first.year - dice.roll(0...1)
      offences.append(
        Offence(
          department: "d\(dice.roll(0...departments - 1))", years: from...from + dice.roll(0...2),
          address: Address("cases/x.html"), title: "", file: ""))
    }
    known = scores.keys.filter { [today] in $0.last <= today }.sorted()
    for month in known { scored[month] = (scores[month] ?? [:]).compactMapValues { $0 } }
    for month in known { lasts[month] = Set((0..<departments).filter { isLast($0, month) }) }
    for month in known {
      blue[month] = Set(
        (0..<departments).filter { d in
          (0..<rules(in: month).blueMonths).allSatisfy {
            lasts[Month(number: month.number - $0)]?.contains(d) == true
          }
        })
    }
  }

  /// The months that are over.
  private let known: [Month]
  /// Whom each of them has a score of, the last places, and the blue cards: facts of a month that the
  /// rules ask for again and again.
  private var scored: [Month: [Int: Int]] = [:]
  private var lasts: [Month: Set<Int>] = [:]
  private var blue: [Month: Set<Int>] = [:]

  /// What the program makes of it, a line for each fact.
  var derived: [String] {
    let tables = known.map { month in
      let rows = (scores[month] ?? [:]).sorted { $0.key < $1.key }.map { department, score in
        Scores.ScoreRow(
          department: department, total: score.map { Decimal(hundredths: $0) }, parts: [],
          note: nil,
          line: 2, span: .top)
      }
      return Scores(month: month, file: "", rows: rows)
    }
    let standings = Standings.of(
      tables, departments: lives.count, rules: RuleBook(rules), decisions: decisions,
      vetoes: vetoes,
      offences: offences, since: since, lives: lives, today: today)
    return standings.months.flatMap { standing in
      standing.placings.map {
        "\(standing.month) d\($0.department) \($0.total.fixed) \($0.rank)\($0.isLast ? " last" : "")"
      }
    }
      + standings.warnings.map { warning in
        let card = warning.card
        return
          "d\(card.department) \(card.colour.rawValue) \(card.period) \(card.evidence) \(warning.followUp.name)"
      }
      + standings.honours.map { honours in
        "\(honours.year) clean \(honours.clean.map { "d\($0)" }.joined(separator: " "))"
          + " flag \(honours.flag.map { "d\($0)" }.joined(separator: " "))"
      }
  }

  private func rules(in month: Month) -> RuleSet {
    let set = rules.filter { $0.from.map { $0 <= month } ?? true }
      .max { ($0.from?.number ?? -1) < ($1.from?.number ?? -1) }
    return set ?? RuleSet()
  }

  private func isLast(_ d: Int, _ month: Month) -> Bool {
    let all = scored[month] ?? [:]
    guard let own = all[d] else { return false }
    let rules = rules(in: month)
    let (higher, lower) = (all.values.count { $0 > own }, all.values.count { $0 < own })
    guard all.count >= rules.minimum, higher > 0 else { return false }
    return rules.ties == .strict ? lower < rules.bottom : higher + 1 > all.count - rules.bottom
  }

  private func isBlue(_ d: Int, _ month: Month) -> Bool {
    blue[month]?.contains(d) == true
  }

  /// The set in force in the last month with scores of some months.
  private func judge(_ months: [Month]) -> RuleSet? {
    months.filter { !(scored[$0] ?? [:]).isEmpty }.max().map { rules(in: $0) }
  }

  private func isYellow(_ d: Int, _ quarter: Quarter) -> Bool {
    guard let rules = judge(quarter.months) else { return false }
    return (0..<rules.yellowQuarters).allSatisfy { n in
      Quarter(number: quarter.number - n).months.contains { isBlue(d, $0) }
    }
  }

  /// The rules said once more, as slowly as they read.
  var restated: [String] {
    let months = known
    let departments = lives.indices
    var lines: [String] = []
    for month in months {
      let all = scored[month] ?? [:]
      let ranks = all.mapValues { own in 1 + all.values.count { $0 > own } }
      for (d, rank) in ranks.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
        let total = Decimal(hundredths: all[d] ?? 0).fixed
        lines.append(
          "\(month) d\(d) \(total) \(rank)\(lasts[month]?.contains(d) == true ? " last" : "")")
      }
    }
    let years = Set(months.map(\.year)).sorted()
    var cards: [(end: Day, grade: Int, department: Int, line: String)] = []
    func give(_ d: Int, _ colour: Colour, _ period: Period, _ evidence: [Period], _ rules: RuleSet)
    {
      let fitting: Decision.Action =
        switch colour {
        case .blue: .explained;
        case .yellow: .rectified;
        case .red: .accountability
        }
      var answer: Decision?
      for decision in decisions where decision.department == "d\(d)" && decision.period == period {
        guard let action = decision.action, action == fitting || action == .removed else {
          continue
        }
        if answer.map({ $0.date <= decision.date }) ?? true { answer = decision }
      }
      let isDue = today.number <= period.end.number + rules.explainWithin
      let state = answer?.action?.rawValue ?? (isDue ? "due" : "overdue")
      let grade = Colour.allCases.firstIndex(of: colour) ?? 0
      cards.append(
        (period.end, grade, d, "d\(d) \(colour.rawValue) \(period) \(evidence) \(state)"))
    }
    for d in departments {
      for month in months where isBlue(d, month) {
        let length = rules(in: month).blueMonths
        let run = (0..<length).reversed().map { Period.month(Month(number: month.number - $0)) }
        give(d, .blue, .month(month), run, rules(in: month))
      }
      for year in years {
        let quarters = (0..<4).map { Quarter(number: year * 4 + $0) }
        let yellow = quarters.filter { isYellow(d, $0) }
        for quarter in yellow {
          guard let rules = judge(quarter.months) else { continue }
          let run = (0..<rules.yellowQuarters).reversed().map {
            Period.quarter(Quarter(number: quarter.number - $0))
          }
          give(d, .yellow, .quarter(quarter), run, rules)
        }
        if let rules = judge(quarters.flatMap(\.months)), yellow.count >= rules.redQuarters {
          give(d, .red, .year(year), yellow.map(Period.quarter), rules)
        }
      }
    }
    lines += cards.sorted {
      ($0.end, $0.grade, $0.department) < ($1.end, $1.grade, $1.department)
    }.map(\.line)
    return lines + honours(years, cards.map(\.line))
  }

  private func honours(_ years: [Int], _ cards: [String]) -> [String] {
    var clean: [Int: [Int]] = [:]
    var lines: [String] = []
    for year in years where year >= since ?? known.first?.year ?? 0 {
      let months = (0..<12).map { Month(number: year * 12 + $0) }
      guard months.allSatisfy(known.contains) else { continue }
      let here = lives.indices.filter { d in
        months.allSatisfy { lives[d]?.contains($0) ?? true }
          && !offences.contains { $0.department == "d\(d)" && $0.years.contains(year) }
          && !vetoes.contains { $0.department == "d\(d)" && $0.date.year == year }
          && !cards.contains {
            $0.hasPrefix("d\(d) yellow \(year)") || $0.hasPrefix("d\(d) red \(year)")
          }
      }
      clean[year] = here
      let flag = here.filter { d in
        clean[year - 1]?.contains(d) == true && clean[year - 2]?.contains(d) == true
      }
      lines.append(
        "\(year) clean \(here.map { "d\($0)" }.joined(separator: " "))"
          + " flag \(flag.map { "d\($0)" }.joined(separator: " "))")
    }
    return lines
  }
}

extension RuleSet {
  fileprivate init(from month: Month, _ dice: inout Dice) {
    self.init()
    from = month
    if dice.once(in: 2) { bottom = dice.roll(1...4) }
    if dice.once(in: 2) { ties = .strict }
    minimum = dice.roll(1...6)
    if dice.once(in: 2) { blueMonths = dice.roll(1...3) }
    if dice.once(in: 2) { yellowQuarters = dice.roll(1...3) }
    if dice.once(in: 2) { redQuarters = dice.roll(1...4) }
    if dice.once(in: 2) { explainWithin = dice.roll(0...40) }
  }
}
