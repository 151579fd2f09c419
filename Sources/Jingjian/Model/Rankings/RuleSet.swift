/// A rule set: the parameters by which cards are given from some month on (docs/format.md, "Rule
/// sets").
struct RuleSet: Declared, Hashable {
  /// How equal totals at the border of the last places are treated.
  enum Ties: String, Choice {
    case benefit, strict
    static let chinese = ["从宽", "从严"]
  }

  /// Nothing for the rules that hold before any that were written.
  var from: Month?
  /// The line of `rules.yml` at which it begins.
  var line: Int?
  /// How many last places count.
  var bottom = 3
  var ties = Ties.benefit
  /// With fewer scored departments a month has no last places.
  var minimum = 6
  /// Consecutive months in the last places that make a blue card.
  var blueMonths = 2
  /// Consecutive quarters with a blue card that make a yellow one.
  var yellowQuarters = 2
  /// Quarters of one year with a yellow card that make a red one.
  var redQuarters = 4
  /// Days after the end of the period in which a card must be answered.
  var explainWithin = 30

  static let file = "content/rankings/rules.yml"

  struct Keys: Sendable {
    let from = Key<Month>(
      "from", "起始月份", zh: "从哪个月起按这套规则", en: "the first month that is judged by it")
    let bottom = Key<Int?>(
      "bottom", "后几位", .integer(0...1000), zh: "后几位算末位，默认 3",
      en: "how many last places count, 3 when left out")
    let ties = Key<Ties?>(
      "ties", "并列", zh: "并列时从宽还是从严，默认从宽", en: "how ties are treated, benefit when left out")
    let minimumDepartments = Key<Int?>(
      "minimum-departments", "最少部门数", .integer(0...1000), zh: "少于几个部门就不计末位，默认 6",
      en: "fewer scored departments have no last places, 6 when left out")
    let blueMonths = Key<Int?>(
      "blue-months", "蓝牌连续月数", .integer(1...1000, units: "个月"), zh: "连续几个月末位给蓝牌，默认 2",
      en: "consecutive months for a blue card, 2 when left out")
    let yellowQuarters = Key<Int?>(
      "yellow-quarters", "黄牌连续季度数", .integer(1...1000, units: "个季度"), zh: "连续几个季度有蓝牌给黄牌，默认 2",
      en: "consecutive quarters for a yellow card, 2 when left out")
    let redQuarters = Key<Int?>(
      "red-quarters", "红牌季度数", .integer(1...1000, units: "个季度"), zh: "一年几个季度有黄牌给红牌，默认 4",
      en: "quarters of a year for a red card, 4 when left out")
    let explainWithin = Key<Int?>(
      "explain-within", "说明期限", .integer(0...10_000, units: "天", "日"), zh: "期末后几天内要处理，默认 30",
      en: "days in which a card must be answered, 30 when left out")
  }
  static let keys = Keys()

  /// The rules that hold when none are written.
  init() {}

  /// What is left out has its default, not the earlier set's value.
  init(_ fields: Fields<RuleSet>) {
    from = fields.from
    line = fields.span.line
    bottom = fields.bottom ?? bottom
    ties = fields.ties ?? ties
    minimum = fields.minimumDepartments ?? minimum
    blueMonths = fields.blueMonths ?? blueMonths
    yellowQuarters = fields.yellowQuarters ?? yellowQuarters
    redQuarters = fields.redQuarters ?? redQuarters
    explainWithin = fields.explainWithin ?? explainWithin
  }
}

/// The rule book: all rule sets of a site, by their first month.
struct RuleBook: Sendable {
  let sets: [RuleSet]

  init(_ sets: [RuleSet] = []) {
    let never = Month(number: .min)
    self.sets = sets.sorted { ($0.from ?? never) < ($1.from ?? never) }
  }

  init(_ raw: RawValue, _ prover: inout Prover) {
    var lines: [Month: Int] = [:]
    var sets: [RuleSet] = []
    for fields in prover.items(raw, RuleSet.self) {
      let from = fields.from
      if let line = lines[from] { prover.say(.doubledStart(from, line: line), at: fields.span) }
      lines[from] = fields.span.line
      sets.append(RuleSet(fields))
    }
    self.init(sets)
  }

  /// The set in force in a month; before the first one the defaults are.
  subscript(month: Month) -> RuleSet {
    sets.last { set in set.from.map { $0 <= month } ?? true } ?? RuleSet()
  }
}

extension Message {
  fileprivate static func doubledStart(_ month: Month, line: Int) -> Message {
    Message(
      "doubled-id",
      Phrase(
        zh: "第 \(line) 行的规则也从 \(month) 起", en: "the rules of line \(line) begin in \(month) too"),
      fix: Phrase(zh: "改掉一个起始月份", en: "change one of the months"))
  }
}
