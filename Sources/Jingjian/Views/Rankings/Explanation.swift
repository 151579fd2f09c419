/// An explanation: why the rules gave a department its card for a period, or why they gave none, for
/// the person at the terminal (`jingjian explain`). It shows the same inputs as the card's page.
struct Explanation {
  private(set) var lines: [Phrase] = []
  private let standings: Standings
  private let department: Int

  init(_ standings: Standings, department: Int, period: Period) {
    self.standings = standings
    self.department = department
    switch period {
    case .month(let month): explain(month)
    case .quarter(let quarter): explain(quarter)
    case .year(let year): explain(year: year)
    }
  }

  func text(in language: Language) -> String {
    lines.map { $0.said(in: language) + "\n" }.joined()
  }

  private var name: String { standings.departments[department].name }

  private mutating func explain(_ month: Month) {
    let rules = standings[month]?.rules ?? standings.rankings.rules[month]
    head(.blue, .month(month), rules)
    for n in (0..<rules.blueMonths).reversed() { tell(Month(number: month.number - n)) }
  }

  private mutating func explain(_ quarter: Quarter) {
    let rules = standings.rules[.quarter(quarter)] ?? standings.rankings.rules[quarter.last]
    head(.yellow, .quarter(quarter), rules)
    for n in (0..<rules.yellowQuarters).reversed() {
      let quarter = Quarter(number: quarter.number - n)
      let blue = cards(.blue, in: quarter.months.map(Period.month))
      lines.append(.quarter("\(quarter)", blue: blue))
      for month in months(of: quarter) { tell(month) }
    }
  }

  private mutating func explain(year: Int) {
    let rules = standings.rules[.year(year)] ?? standings.rankings.rules[Period.year(year).last]
    head(.red, .year(year), rules)
    let quarters = (0..<4).map { Quarter(number: year * 4 + $0) }
    let held = cards(.yellow, in: quarters.map(Period.quarter))
    lines.append(.count(held.count, of: rules.redQuarters))
    for quarter in quarters {
      let blue = cards(.blue, in: quarter.months.map(Period.month))
      lines.append(.quarter("\(quarter)", isYellow: held.contains("\(quarter)"), blue: blue))
    }
  }

  private func cards(_ colour: Colour, in periods: [Period]) -> [String] {
    periods.filter { standings.warning(colour, of: department, in: $0) != nil }.map { "\($0)" }
  }

  /// The months of a quarter, and those before it that its blue cards rest on.
  private func months(of quarter: Quarter) -> [Month] {
    let evidence = quarter.months.flatMap {
      standings.warning(.blue, of: department, in: .month($0))?.card.evidence.map(\.last) ?? []
    }
    return (evidence + quarter.months).uniqued().sorted()
  }

  /// Whether there is a card and what became of it, and the rule with its parameters.
  private mutating func head(_ colour: Colour, _ period: Period, _ rules: RuleSet) {
    let warning = standings.warning(colour, of: department, in: period)
    lines.append(
      .head(name, "\(period)", colour, warning.map { Phrase($0.followUp, today: standings.today) }))
    lines.append(.rule(colour, rules))
    for decision in warning?.decisions ?? [] {
      if let statement = decision.statement { lines.append(.statement(statement, decision.date)) }
    }
  }

  /// One month: the score and place, or why there is none, and where it stands in the files.
  private mutating func tell(_ month: Month) {
    let known = standings.departments[department]
    let start = Phrase(zh: "  \(month)  ", en: "  \(month)  ")
    guard known.isAlive(in: month) else {
      lines.append(start + .notAlive)
      return
    }
    guard let standing = standings[month], let score = ScoreView(month, of: department, standings)
    else {
      lines.append(start + .noFile)
      return
    }
    let source =
      "  \(standing.file):\(score.row.line)" + (standing.column.map { " \($0)" } ?? "")
    let place = score.placing.map { Phrase($0, in: standing) } ?? .exempt(score.row.note)
    lines.append(start + place + Phrase(zh: source, en: source))
    for correction in standings.corrections(of: department, in: month) {
      lines.append(.corrected(correction))
    }
  }
}

extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(zh: a.zh + b.zh, en: a.en + b.en) }

  fileprivate static func head(
    _ name: String, _ period: String, _ colour: Colour, _ state: Phrase?
  ) -> Phrase {
    guard let state else {
      return Phrase(
        zh: "\(name) \(period)：没有\(colour.letter)牌",
        en: "\(name) \(period): no \(colour.rawValue) card")
    }
    return Phrase(
      zh: "\(name) \(period)：\(colour.letter)牌，\(state.zh)",
      en: "\(name) \(period): a \(colour.rawValue) card, \(state.en)")
  }

  fileprivate init(_ followUp: FollowUp, today: Day) {
    switch followUp {
    case .answered(let action, let day):
      self.init(zh: "\(day) \(action.phrase.zh)", en: "\(action.phrase.en) on \(day)")
    case .due(let day): self.init(zh: "\(day) 前待处理", en: "to be answered by \(day)")
    case .overdue(let day):
      self.init(
        zh: "应于 \(day) 前处理，逾期 \(today - day) 天未落实",
        en: "was to be answered by \(day), \(Count(today - day, "day")) overdue")
    }
  }

  fileprivate static func rule(_ colour: Colour, _ rules: RuleSet) -> Phrase {
    let what: Phrase =
      switch colour {
      case .blue:
        Phrase(
          zh: "连续 \(rules.blueMonths) 个月处在后 \(rules.bottom) 位，亮蓝牌",
          en:
            "\(Count(rules.blueMonths, "consecutive month")) in the last \(Count(rules.bottom, "place"))"
        )
      case .yellow:
        Phrase(
          zh: "连续 \(rules.yellowQuarters) 个季度都有蓝牌，亮黄牌",
          en: "\(Count(rules.yellowQuarters, "consecutive quarter")) with a blue card")
      case .red:
        Phrase(
          zh: "一年中有 \(rules.redQuarters) 个季度有黄牌，亮红牌",
          en: "\(Count(rules.redQuarters, "quarter")) of the year with a yellow card")
      }
    let ties =
      rules.ties == .strict
      ? Phrase(zh: "并列从严", en: "ties strict") : Phrase(zh: "并列从宽", en: "ties to their benefit")
    let from = rules.from.map { month in
      let line = rules.line ?? 1
      return Phrase(
        zh: "自 \(month) 起，\(RuleSet.file):\(line)", en: "from \(month), \(RuleSet.file):\(line)")
    }
    let source = from ?? Phrase(zh: "默认规则", en: "the defaults")
    return Phrase(
      zh: "规则：\(what.zh)；\(ties.zh)；参评部门不足 \(rules.minimum) 个的月份不计末位（\(source.zh)）",
      en:
        "rule: \(what.en); \(ties.en); no last places with fewer than \(Count(rules.minimum, "department")) (\(source.en))"
    )
  }

  fileprivate static func statement(_ text: String, _ date: Day) -> Phrase {
    Phrase(zh: "部门说明（\(date)）：\(text)", en: "the department says (\(date)): \(text)")
  }

  fileprivate static let notAlive = Phrase(zh: "部门不在存续期内", en: "the department was not alive")
  fileprivate static let noFile = Phrase(zh: "没有得分表", en: "no score file")

  fileprivate static func exempt(_ note: String?) -> Phrase {
    Phrase(zh: "免评" + (note.map { "：\($0)" } ?? ""), en: "exempt" + (note.map { ": \($0)" } ?? ""))
  }

  fileprivate init(_ placing: Standing.Placing, in standing: Standing) {
    let rank = Phrase(
      zh: "\(placing.total.fixed) 分，第 \(placing.rank) 名，共 \(standing.count) 个，",
      en: "\(placing.total.fixed), rank \(placing.rank) of \(standing.count), ")
    let place: Phrase
    switch placing.shortfall {
    case 0: place = Phrase(zh: "末位", en: "in the last places")
    case let short?:
      place = Phrase(zh: "差 \(short) 名到末位", en: "\(Count(short, "place")) short of the last places")
    case nil where placing.rank == 1:
      place = Phrase(zh: "第一名不计末位", en: "the first rank is no last place")
    case nil:
      place = Phrase(
        zh: "不足 \(standing.rules.minimum) 个，不计末位",
        en: "no last places with fewer than \(standing.rules.minimum)")
    }
    self = rank + place
  }

  fileprivate static func corrected(_ correction: Correction) -> Phrase {
    let (old, new) = (correction.old.fixed, correction.new.fixed)
    let source = "\(Correction.file):\(correction.span.line)"
    let reason = correction.reason.map { "（\($0)）" } ?? ""
    return Phrase(
      zh: "           \(correction.date) 由 \(old) 更正为 \(new)\(reason)  \(source)",
      en: "           corrected from \(old) to \(new) on \(correction.date)\(reason)  \(source)")
  }

  fileprivate static func quarter(
    _ quarter: String, isYellow: Bool? = nil, blue: [String]
  ) -> Phrase {
    let start = Phrase(zh: "\(quarter)：", en: "\(quarter): ")
    let yellow: Phrase =
      switch isYellow {
      case true?: Phrase(zh: "有黄牌，", en: "a yellow card, ")
      case false?: Phrase(zh: "没有黄牌，", en: "no yellow card, ")
      case nil: Phrase(zh: "", en: "")
      }
    let list =
      blue.isEmpty
      ? Phrase(zh: "没有蓝牌", en: "no blue card")
      : Phrase(
        zh: "有蓝牌（\(blue.joined(separator: "、"))）",
        en: "\(Count(blue.count, "blue card")) (\(blue.joined(separator: ", ")))")
    return start + yellow + list
  }

  fileprivate static func count(_ count: Int, of wanted: Int) -> Phrase {
    let short = wanted - count
    return Phrase(
      zh: "有黄牌的季度 \(count) 个" + (short > 0 ? "，差 \(short) 个" : ""),
      en: "\(Count(count, "quarter")) with a yellow card" + (short > 0 ? ", \(short) short" : ""))
  }
}
