/// A metric: 指标 – a series of monthly values with a unit, a target and a direction
/// (docs/format.md, "Metrics").
struct Metric: Declared {
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
  var file: String
  /// By month, each once; all that are recorded, whatever day it is.
  var values: [MonthValue] = []

  struct MonthValue: Declared {
    let month: Month
    let value: Decimal
    let note: String?
    let line: Int

    struct Keys: Sendable {
      let month = Key<Month>("month", "月份", zh: "哪个月", en: "which month")
      let value = Key<Decimal>("value", "数值", zh: "数值", en: "the value")
      let note = Key<String?>("note", "备注", zh: "备注", en: "a note")
    }
    static let keys = Keys()
  }

  subscript(month: Month) -> MonthValue? { values.first { $0.month == month } }

  /// A value as people read it, with its unit.
  func text(_ value: Decimal) -> String { value.short + (unit ?? "") }

  static let section = "metrics"
  static let folder = "content/metrics"
  static let file = "content/metrics/metrics.yml"

  struct Keys: Sendable {
    let id = Key<String>("id", "编号", zh: "编号，也是数据表的文件名", en: "the id, and the name of its table")
    let name = Key<String>("name", "名称", zh: "指标的名称", en: "the name")
    let unit = Key<String?>("unit", "单位", zh: "单位，如 % 或 件", en: "the unit")
    let better = Key<Direction?>(
      "better", "方向", zh: "越高越好还是越低越好", en: "whether more or less is better")
    let baseline = Key<Decimal?>("baseline", "基数", zh: "起点的数值", en: "the value to start from")
    let target = Key<Decimal?>("target", "目标值", zh: "要达到的数值", en: "the value to reach")
    let owner = Key<String?>(
      "owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who answers for it")
    let description = Key<String?>("description", "说明", zh: "怎样统计", en: "how it is counted")
    let source = Key<String?>("source", "来源", zh: "数据的来源", en: "where the figures come from")
  }
  static let keys = Keys()

  init(_ fields: Fields<Metric>, _ prover: inout Prover) {
    id = fields.id
    name = fields.name
    unit = fields.unit
    better = fields.better
    baseline = fields.baseline
    target = fields.target
    owner = fields.owner
    description = fields.description
    source = fields.source
    file = "\(Metric.folder)/\(id).csv"
    if let fault = Identifier.fault(in: id) ?? (Identifier.isReserved(id) ? .reservedId(id) : nil) {
      prover.say(fault, at: fields.span(\.id))
    }
  }

  /// The values of a table, by month.
  static func values(_ source: SourceFile, _ prover: inout Prover) -> [MonthValue] {
    var lines: [Month: Int] = [:]
    var values: [MonthValue] = []
    for fields: Fields<MonthValue> in Table.rows(source, &prover) {
      let month = fields.month
      if let line = lines[month] {
        prover.say(.doubledMonth(month, line: line), at: fields.span)
        continue
      }
      lines[month] = fields.span.line
      values.append(
        MonthValue(month: month, value: fields.value, note: fields.note, line: fields.span.line))
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
