/// Indicators: what departments are scored by, in categories (docs/format.md, "Indicators").
struct Indicators: Declared {
  /// Percent of integrity in the yearly appraisal.
  let weight: Decimal
  let categories: [Category]
  /// All indicators, category by category: the order of scores everywhere.
  let all: [Indicator]

  struct Category: Declared {
    let id: String
    let name: String
    /// Where its indicators stand in `all`.
    let range: Range<Int>

    struct Keys: Sendable {
      let id = Key<String>("id", "编号", zh: "编号", en: "the id")
      let name = Key<String>("name", "名称", zh: "名称", en: "the name")
      let indicators = Key<[Fields<Indicator>]>(
        "indicators", "指标", zh: "这一类的指标", en: "its indicators")
    }
    static let keys = Keys()
  }

  struct Indicator: Declared {
    let id: String
    let name: String
    let maximum: Decimal
    /// Whether it may lead to a veto.
    let mayVeto: Bool

    struct Keys: Sendable {
      let id = Key<String>("id", "编号", zh: "编号，可作得分表的列名", en: "the id, a column of the score files")
      let name = Key<String>(
        "name", "名称", zh: "名称，可作得分表的列名", en: "the name, a column of the score files")
      let max = Key<Decimal>("max", "满分", .amount("分"), zh: "满分", en: "the highest score")
      let veto = Key<Bool>("veto", "一票否优", zh: "是：可据此一票否优", en: "true: it may lead to a veto")
    }
    static let keys = Keys()
  }

  static let file = "content/rankings/indicators.yml"

  /// What counts when nothing is said: a quarter of the appraisal, and a total out of a hundred.
  static let none = Indicators(weight: Decimal(hundredths: 2500), categories: [], all: [])

  /// The most that a total can be.
  var maximum: Decimal {
    all.isEmpty
      ? Decimal(hundredths: 100_00) : all.reduce(Decimal(hundredths: 0)) { $0 + $1.maximum }
  }

  struct Keys: Sendable {
    let weight = Key<Decimal?>(
      "weight", "权重", .amount("%"), zh: "廉政在年度考核中占百分之几，默认 25",
      en: "percent of integrity in the yearly appraisal, 25 when left out")
    let categories = Key<[Fields<Category>]>(
      "categories", "类别", zh: "指标的类别", en: "the categories of indicators")
  }
  static let keys = Keys()

}

extension Indicators {
  /// Proves the file and enters the indicators' names into the index.
  init(_ raw: RawValue, _ index: inout Index, _ prover: inout Prover) {
    guard let fields = prover.fields(raw, Indicators.self) else {
      self = .none
      return
    }
    weight = fields.weight ?? Indicators.none.weight
    if weight > Decimal(hundredths: 100_00) {
      prover.say(.weight, at: fields.span(\.weight))
    }
    var categories: [Category] = []
    var all: [Indicator] = []
    // A column may be headed by id or name, so that no two may be alike, nor like a column of our own.
    var taken: [String: Int] = [:]
    for name in ScoreColumns.names { taken[name] = 0 }
    var categoryIds: Set<String> = []
    for group in fields.categories {
      let id = group.id
      if !categoryIds.insert(id).inserted { prover.say(.doubledId(id), at: group.span) }
      let start = all.count
      for item in group.indicators {
        let (id, name, maximum) = (item.id, item.name, item.max)
        if maximum.hundredths == 0 { prover.say(.noMaximum, at: item.span(\.max)) }
        for word in [id, name].uniqued() {
          if let line = taken[word] { prover.say(.takenColumn(word, line: line), at: item.span) }
          taken[word] = item.span.line
        }
        all.append(
          Indicator(id: id, name: name, maximum: maximum, mayVeto: item.veto))
        index.add(.indicator, id: id, names: [name])
      }
      categories.append(Category(id: id, name: group.name, range: start..<all.count))
    }
    self.categories = categories
    self.all = all
    prover.index = index
  }
}

extension Message {
  fileprivate static let weight = Message(
    "wrong-type", Phrase(zh: "「权重」不能超过 100", en: "`weight` cannot be more than 100"))

  fileprivate static let noMaximum = Message(
    "wrong-type", Phrase(zh: "「满分」要大于 0", en: "`max` must be more than 0"))

  fileprivate static func takenColumn(_ name: String, line: Int) -> Message {
    Message(
      "doubled-id",
      line == 0
        ? Phrase(zh: "「\(name)」是得分表固定的列名", en: "`\(name)` is a fixed column of the score files")
        : Phrase(zh: "「\(name)」在第 \(line) 行已经用过", en: "`\(name)` is taken in line \(line)"),
      fix: Phrase(zh: "指标的编号和名称都不能重复", en: "ids and names of indicators must differ"))
  }
}
