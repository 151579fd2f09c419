/// A rule set: the parameters by which cards are given from some month on (docs/format.md, "Rule
/// sets").
struct RuleSet: Sendable, Hashable {
  /// How equal totals at the border of the last places are treated.
  enum Ties: String, Sendable { case benefit, strict }

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

  static let schema = Schema([
    Field(
      "from", "起始月份", .month, required: true, zh: "从哪个月起按这套规则",
      en: "the first month that is judged by it"),
    Field(
      "bottom", "后几位", .integer(0...1000), zh: "后几位算末位，默认 3",
      en: "how many last places count, 3 when left out"),
    Field(
      "ties", "并列",
      .choice([FieldType.Choice("benefit", "从宽"), FieldType.Choice("strict", "从严")]),
      zh: "并列时从宽还是从严，默认从宽", en: "how ties are treated, benefit when left out"),
    Field(
      "minimum-departments", "最少部门数", .integer(0...1000), zh: "少于几个部门就不计末位，默认 6",
      en: "fewer scored departments have no last places, 6 when left out"),
    Field(
      "blue-months", "蓝牌连续月数", .integer(1...1000), zh: "连续几个月末位给蓝牌，默认 2",
      en: "consecutive months for a blue card, 2 when left out"),
    Field(
      "yellow-quarters", "黄牌连续季度数", .integer(1...1000), zh: "连续几个季度有蓝牌给黄牌，默认 2",
      en: "consecutive quarters for a yellow card, 2 when left out"),
    Field(
      "red-quarters", "红牌季度数", .integer(1...1000), zh: "一年几个季度有黄牌给红牌，默认 4",
      en: "quarters of a year for a red card, 4 when left out"),
    Field(
      "explain-within", "说明期限", .integer(0...10_000), zh: "期末后几天内要处理，默认 30",
      en: "days in which a card must be answered, 30 when left out"),
  ])

  /// The rules that hold when none are written.
  init() {}

  /// What is left out has its default, not the earlier set's value.
  init?(_ fields: Fields) {
    guard let from = fields.month("from") else { return nil }
    self.from = from
    line = fields.span.line
    bottom = fields.integer("bottom") ?? bottom
    ties = fields.text("ties").flatMap(Ties.init) ?? ties
    minimum = fields.integer("minimum-departments") ?? minimum
    blueMonths = fields.integer("blue-months") ?? blueMonths
    yellowQuarters = fields.integer("yellow-quarters") ?? yellowQuarters
    redQuarters = fields.integer("red-quarters") ?? redQuarters
    explainWithin = fields.integer("explain-within") ?? explainWithin
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
    for fields in prover.items(raw, RuleSet.schema) {
      guard let set = RuleSet(fields), let from = set.from else { continue }
      if let line = lines[from] { prover.say(.doubledStart(from, line: line), at: fields.span) }
      lines[from] = fields.span.line
      sets.append(set)
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
