/// The standings: all that the rules make of the rankings on a day – the months' rankings, the cards
/// with what became of them, and the honours of the years.
struct Standings: Sendable {
  let departments: [Department]
  let rankings: Rankings
  let today: Day
  /// By month; only months that are over.
  let months: [Standing]
  /// In the order of ``Card/inOrder(_:_:)``.
  let warnings: [Warning]
  /// By year; empty where the site shows none.
  let honours: [Honours]
  /// The rules by which each quarter and each year was judged.
  let rules: [Period: RuleSet]
  /// The median of each category, for months that have scores by indicator.
  let medians: [Month: [Decimal]]
  private let monthPlaces: [Month: Int]
  private let byDepartment: [Int: [Int]]
  private let byPeriod: [Period: [Int]]
  private let byCard: [CardKey: Int]
  private let corrections: [CorrectedScore: [Correction]]

  /// A department has one card at most for a period: the period's kind decides the colour.
  private struct CardKey: Hashable {
    let department: Int
    let period: Period
  }

  /// A card as it stands today.
  struct Warning: Sendable {
    let card: Card
    let followUp: FollowUp
    /// What is recorded about it, in the order of the file.
    let decisions: [Decision]
  }

  /// - Parameters:
  ///   - rankings: as known on the day.
  ///   - offences: of the cases that this build shows.
  ///   - recordsSince: the first year with records, the first score file's when absent.
  init(
    _ rankings: Rankings, of departments: [Department], offences: [Offence],
    recordsSince: Int?, showsHonours: Bool, today: Day
  ) {
    self.departments = departments
    self.rankings = rankings
    self.today = today
    let months = rankings.scores.map {
      Standing($0, departments: departments.count, rules: rankings.rules[$0.month])
    }
    // A quarter or a year is judged by the rule set in force in its last month that has scores (rule 6).
    var quarters: [Quarter: RuleSet] = [:]
    var years: [Int: RuleSet] = [:]
    for standing in months where standing.count > 0 {
      quarters[Quarter(standing.month)] = standing.rules
      years[standing.month.year] = standing.rules
    }
    let blue = Blue.cards(months, departments: departments.count)
    let yellow = Yellow.cards(blue, rules: quarters)
    let red = Red.cards(yellow, rules: years)
    let cards = (blue + yellow + red).sorted(by: Card.inOrder)
    let decisions = Dictionary(grouping: rankings.decisions) {
      DecidedCard(department: $0.department, colour: $0.colour, period: $0.period)
    }
    warnings = cards.map { card in
      let about = decisions[DecidedCard(card, departments)] ?? []
      return Warning(
        card: card, followUp: .of(card, decisions: about, today: today), decisions: about)
    }
    honours =
      !showsHonours
      ? []
      : Honours.of(
        departments, months: Set(months.map(\.month)),
        since: recordsSince ?? months.first?.month.year ?? 0, offences: offences,
        vetoes: rankings.vetoes, cards: cards)
    rules = Dictionary(uniqueKeysWithValues: quarters.map { (.quarter($0), $1) })
      .merging(years.map { (.year($0), $1) }) { first, _ in first }
    self.months = months
    medians = Dictionary(
      uniqueKeysWithValues: months.map { ($0.month, Profile.medians($0, rankings.indicators)) })
    monthPlaces = Dictionary(
      uniqueKeysWithValues: months.enumerated().map { ($1.month, $0) })
    byDepartment = Dictionary(grouping: warnings.indices) { [warnings] in
      warnings[$0].card.department
    }
    byPeriod = Dictionary(grouping: warnings.indices) { [warnings] in warnings[$0].card.period }
    byCard = Dictionary(
      uniqueKeysWithValues: cards.enumerated().map {
        (CardKey(department: $1.department, period: $1.period), $0)
      })
    corrections = Dictionary(grouping: rankings.corrections, by: CorrectedScore.init)
  }

  /// The ranking of a month; nothing without a score file.
  subscript(month: Month) -> Standing? { monthPlaces[month].map { months[$0] } }

  func warnings(of department: Int) -> [Warning] {
    (byDepartment[department] ?? []).map { warnings[$0] }
  }

  func warnings(in period: Period) -> [Warning] { (byPeriod[period] ?? []).map { warnings[$0] } }

  func warning(_ colour: Colour, of department: Int, in period: Period) -> Warning? {
    guard let place = byCard[CardKey(department: department, period: period)],
      warnings[place].card.colour == colour
    else { return nil }
    return warnings[place]
  }

  /// What was changed of a score, in the order of the file.
  func corrections(of department: Int, in month: Month) -> [Correction] {
    corrections[CorrectedScore(department: departments[department].id, month: month)] ?? []
  }
}

/// What a decision says of the card that it is about.
private struct DecidedCard: Hashable {
  let department: String
  let colour: Colour
  let period: Period

  init(department: String, colour: Colour, period: Period) {
    self.department = department
    self.colour = colour
    self.period = period
  }

  init(_ card: Card, _ departments: [Department]) {
    self.init(
      department: departments[card.department].id, colour: card.colour, period: card.period)
  }
}

extension Standings {
  /// What the records say that the rules contradict.
  ///
  /// - Parameter unseen: cases that this build leaves out for their audience or dates.
  func contradictions(unseen: [Offence]) -> [Diagnostic] {
    let given = Set(warnings.map { DecidedCard($0.card, departments) })
    var report: [Diagnostic] = rankings.decisions.compactMap { decision in
      let card = DecidedCard(
        department: decision.department, colour: decision.colour, period: decision.period)
      guard !given.contains(card) else { return nil }
      let name = departments.first { $0.id == decision.department }?.name ?? decision.department
      return .error(
        .noCard(name, decision.colour, decision.period), at: Place(Decision.file, decision.span))
    }
    // An honour that a hidden case would take away must not be shown, and leaving it out would tell
    // of the case.
    for offence in unseen {
      let years = honours.filter { honour in
        offence.years.contains(honour.year)
          && honour.clean.contains { departments[$0].id == offence.department }
      }.map { String($0.year) }
      guard !years.isEmpty else { continue }
      report.append(.error(.hiddenCase(years), at: Place(offence.file)))
    }
    return report
  }
}

extension Standings {
  /// Whether a month has a score file, or a quarter or year holds such a month.
  func hasPage(_ period: Period) -> Bool {
    (period.first.number...period.last.number).contains { self[Month(number: $0)] != nil }
  }

  /// All periods that have a page, by kind.
  var quarters: [Quarter] { months.map { Quarter($0.month) }.uniqued() }
  var years: [Int] { months.map(\.month.year).uniqued() }
}

extension Message {
  fileprivate static func noCard(_ department: String, _ colour: Colour, _ period: Period)
    -> Message
  {
    Message(
      "no-card",
      Phrase(
        zh: "按规则，「\(department)」\(period) 没有\(colour.letter)牌",
        en: "the rules give `\(department)` no \(colour.rawValue) card for \(period)"),
      fix: Phrase(
        zh: "运行 jingjian explain \(department) \(period) 看原因，再改正这一条",
        en: "run jingjian explain \(department) \(period) to see why, and correct the decision"))
  }

  fileprivate static func hiddenCase(_ years: [String]) -> Message {
    Message(
      "hidden-case",
      Phrase(
        zh: "本次不发布这个案例，但它会改变要公布的荣誉（\(years.joined(separator: "、")) 年）",
        en:
          "this case is left out of this build, but it would change an honour that is shown (\(years.joined(separator: ", ")))"
      ),
      fix: Phrase(
        zh: "在 site.yml 里写“荣誉: {不公布: 是}”，或让这个案例也发布",
        en: "write `honours: {hidden: true}` in site.yml, or publish the case too"))
  }
}
