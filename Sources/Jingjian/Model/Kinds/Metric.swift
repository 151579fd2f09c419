/// A metric: 指标 – a series of monthly values with a unit, a target and a direction
/// (docs/format.md, "Metrics").
struct Metric: Sendable {
  let id: String
  let name: String
  let unit: String?
  let better: Direction?
  let baseline: Decimal?
  let target: Decimal?
  /// The id of the department or role that answers for it.
  let owner: String?
  let description: String?
  let source: String?
  /// Where its values stand.
  let file: String
  /// By month, each once; all that are recorded, whatever day it is.
  var values: [Value] = []

  struct Value: Sendable {
    let month: Month
    let value: Decimal
    let note: String?
    let line: Int
  }

  subscript(month: Month) -> Value? { values.first { $0.month == month } }

  /// A value as people read it, with its unit.
  func text(_ value: Decimal) -> String { value.short + (unit ?? "") }

  static let section = "metrics"
  static let folder = "content/metrics"
  static let file = "content/metrics/metrics.yml"

  static let schema = Schema([
    Field(
      "id", "编号", .text, required: true, zh: "编号，也是数据表的文件名", en: "the id, and the name of its table"
    ),
    Field("name", "名称", .text, required: true, zh: "指标的名称", en: "the name"),
    Field("unit", "单位", .text, zh: "单位，如 % 或 件", en: "the unit"),
    Field(
      "better", "方向", .choice(Direction.choices), zh: "越高越好还是越低越好",
      en: "whether more or less is better"),
    Field("baseline", "基数", .decimal, zh: "起点的数值", en: "the value to start from"),
    Field("target", "目标值", .decimal, zh: "要达到的数值", en: "the value to reach"),
    Field("owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who answers for it"),
    Field("description", "说明", .text, zh: "怎样统计", en: "how it is counted"),
    Field("source", "来源", .text, zh: "数据的来源", en: "where the figures come from"),
  ])

  private static let row = Schema([
    Field("month", "月份", .month, required: true, zh: "哪个月", en: "which month"),
    Field("value", "数值", .decimal, required: true, zh: "数值", en: "the value"),
    Field("note", "备注", .text, zh: "备注", en: "a note"),
  ])

  init?(_ fields: Fields, _ prover: inout Prover) {
    guard let id = fields.text("id"), let name = fields.text("name") else { return nil }
    self.id = id
    self.name = name
    unit = fields.text("unit")
    better = fields.text("better").flatMap(Direction.init)
    baseline = fields.amount("baseline")
    target = fields.amount("target")
    owner = fields.text("owner")
    description = fields.text("description")
    source = fields.text("source")
    file = "\(Metric.folder)/\(id).csv"
    if let fault = Identifier.fault(in: id) ?? (Kind.isReserved(id) ? .reservedId(id) : nil) {
      prover.say(fault, at: fields.span("id") ?? fields.span)
    }
  }

  /// The values of a table, by month.
  static func values(_ source: SourceFile, _ prover: inout Prover) -> [Value] {
    var lines: [Month: Int] = [:]
    var values: [Value] = []
    for fields in Table.rows(source, row, &prover) {
      guard let month = fields.month("month"), let value = fields.amount("value") else { continue }
      if let line = lines[month] {
        prover.say(.doubledMonth(month, line: line), at: fields.span)
        continue
      }
      lines[month] = fields.span.line
      values.append(
        Value(month: month, value: value, note: fields.text("note"), line: fields.span.line))
    }
    return values.sorted { $0.month < $1.month }
  }
}

extension Message {
  fileprivate static func doubledMonth(_ month: Month, line: Int) -> Message {
    Message(
      "doubled-row",
      Phrase(zh: "\(month) 在第 \(line) 行已经有了", en: "\(month) stands in line \(line) already"),
      fix: Phrase(zh: "只留一行", en: "keep one of them"))
  }
}
