/// A ledger: 台账 – problems, findings of political supervision or risks, each followed until it is
/// closed and looked back at (docs/format.md, "Ledgers").
struct Ledger: Sendable {
  let id: String
  let kind: Kind?
  /// As written; nothing where the ledger is called by its kind.
  let title: String?
  let description: String?
  /// Months from closing to the look-back.
  let lookbackAfter: Int
  let file: String
  /// Where the items stand: the ledger's own file, or the table beside it.
  let itemsFile: String
  let items: [Item]

  /// What it is called: by its title, else by its kind, else by its file.
  var name: String { title ?? kind?.chinese ?? id }

  enum Kind: String, Sendable {
    case problem, supervision, risk

    static let choices = [
      FieldType.Choice("problem", "问题台账"), FieldType.Choice("supervision", "政治监督台账"),
      FieldType.Choice("risk", "廉政风险点"),
    ]

    var chinese: String { Kind.choices.first { $0.id == rawValue }?.chinese ?? rawValue }
  }

  /// An item, as recorded; what it is on a given day is a rule.
  struct Item: Sendable {
    /// As written, else its number in the ledger.
    let id: String
    let found: Day?
    let department: String?
    let problem: String?
    let description: String?
    let risk: Risk?
    let measure: String?
    /// The id of the department or role that owes it.
    let owner: String?
    let due: Day?
    let status: Status?
    let closed: Day?
    /// By date.
    let lookbacks: [Lookback]
    let span: Span
  }

  enum Risk: String, Sendable, CaseIterable {
    case high, medium, low

    static let choices = [
      FieldType.Choice("high", "高"), FieldType.Choice("medium", "中"), FieldType.Choice("low", "低"),
    ]
  }

  /// A look-back: whether what was closed has held.
  struct Lookback: Sendable {
    let date: Day
    let result: Result?

    enum Result: String, Sendable { case held, relapsed }
  }

  static let section = "ledgers"
  static let folder = "content/ledgers"
  private static let lookbackAfter = 6

  /// `items` is read apart, as it may be the name of a table.
  private static let head = [
    Field("title", "标题", .text, zh: "台账的标题", en: "the title"),
    Field("kind", "类型", .choice(Kind.choices), zh: "哪一种台账", en: "which kind of ledger"),
    Field("description", "说明", .text, zh: "一两句说明", en: "a sentence or two"),
    Field(
      "lookback-after", "回头看期限", .integer(1...120), zh: "销号后几个月回头看，不写是 6",
      en: "months from closing to the look-back, 6 when left out"),
  ]

  private static let schema = Schema(
    head + [
      Field(
        "items", "条目", .list(.group(item)), zh: "条目，或旁边 CSV 的文件名",
        en: "the items, or the name of a CSV beside it")
    ])

  private static let pointer = Schema(
    head + [Field("items", "条目", .text, zh: "旁边 CSV 的文件名", en: "the name of a CSV beside it")])

  private static let item = Schema([
    Field("id", "编号", .text, zh: "编号", en: "the id"),
    Field("found", "发现日期", .day, zh: "哪一天发现", en: "when it was found"),
    Field("department", "部门", .reference(.department), zh: "哪个部门的问题", en: "whose it is"),
    Field(
      "problem", "问题分类", .reference(.problem), zh: "problems.yml 里的编号或名称",
      en: "an id or name of problems.yml"),
    Field("description", "内容", .text, zh: "是什么问题", en: "what was found"),
    Field("risk", "风险等级", .choice(Risk.choices), zh: "风险高低", en: "how great the risk is"),
    Field("measure", "措施", .text, zh: "怎样整改", en: "what is to be done"),
    Field("owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it"),
    Field("due", "时限", .day, zh: "最晚哪一天", en: "by when"),
    Field("status", "状态", .choice(.status), zh: "进展", en: "how far it is"),
    Field("closed", "销号日期", .day, zh: "哪一天销号", en: "when it was closed"),
    Field(
      "lookback", "回头看", .list(.group(lookback)), zh: "销号以后的回头看", en: "the look-backs after closing"
    ),
  ])

  private static let lookback = Schema([
    Field("date", "日期", .day, required: true, zh: "哪一天", en: "when"),
    Field(
      "result", "结果",
      .choice([FieldType.Choice("held", "巩固"), FieldType.Choice("relapsed", "反弹")]),
      zh: "巩固还是反弹", en: "whether it has held"),
  ])
}

extension Ledger {
  /// The table that a ledger names instead of its items.
  static func table(_ raw: RawValue) -> (name: String, span: Span)? {
    guard case .mapping(let entries) = raw.content,
      let entry = entries.first(where: {
        schema.position(of: $0.key) == schema.position(of: "items")
      }),
      case .text(let name) = entry.value.content, !entry.value.isEmpty
    else { return nil }
    return (name.trimmed, entry.value.span)
  }

  /// - Parameters:
  ///   - table: what the ledger names instead of its items.
  ///   - report: gets the faults of both files.
  init?(
    _ raw: RawValue, id: String, file: String, table: SourceFile?, index: Index,
    report: inout [Diagnostic]
  ) {
    var prover = Prover(file: file, index: index)
    let fields = prover.fields(raw, Ledger.table(raw) == nil ? Ledger.schema : Ledger.pointer)
    report += prover.report
    guard let fields else { return nil }
    self.id = id
    self.file = file
    kind = fields.text("kind").flatMap(Kind.init)
    title = fields.text("title")
    description = fields.text("description")
    lookbackAfter = fields.integer("lookback-after") ?? Ledger.lookbackAfter
    itemsFile = table?.path ?? file
    var reader = Prover(file: itemsFile, index: index)
    let rows: [Fields]
    if let table {
      rows = Table.rows(table, Ledger.item, &reader)
    } else {
      rows = Ledger.table(raw) == nil ? fields.groups("items") : []
    }
    var taken: Set<String> = []
    items = rows.enumerated().map { n, fields in
      let item = Item(fields, number: n + 1, &reader)
      if fields.text("id") != nil, !taken.insert(item.id).inserted {
        reader.say(.doubledId(item.id), at: fields.span("id") ?? fields.span)
      }
      return item
    }
    report += reader.report
  }
}

extension Ledger.Item {
  fileprivate init(_ fields: Fields, number: Int, _ prover: inout Prover) {
    id = fields.text("id") ?? String(number)
    found = fields.day("found")
    department = fields.text("department")
    problem = fields.text("problem")
    description = fields.text("description")
    risk = fields.text("risk").flatMap(Ledger.Risk.init)
    measure = fields.text("measure")
    owner = fields.text("owner")
    due = fields.day("due")
    status = fields.text("status").flatMap(Status.init)
    closed = fields.day("closed")
    span = fields.span
    lookbacks = fields.groups("lookback").compactMap { fields in
      fields.day("date").map {
        Ledger.Lookback(
          date: $0, result: fields.text("result").flatMap(Ledger.Lookback.Result.init))
      }
    }.sorted { $0.date < $1.date }
    prover.checkStatus(status, closed, key: "closed", fields)
    if let found, let closed, closed < found {
      prover.say(.beforeStart("销号日期", "closed", closed, found), at: fields.span("closed") ?? span)
    }
    if let found, let due, due < found {
      prover.say(.beforeStart("时限", "due", due, found), at: fields.span("due") ?? span)
    }
    for lookback in fields.groups("lookback") {
      if let closed, let date = lookback.day("date"), date < closed {
        prover.say(
          .beforeStart("回头看", "lookback", date, closed), at: lookback.span("date") ?? span)
      } else if fields.isOpen(status, key: "closed") {
        prover.say(.lookbackOfOpen, at: lookback.span)
      }
    }
  }
}

extension Message {
  fileprivate static let lookbackOfOpen = Message(
    "contradiction",
    Phrase(zh: "还没有销号，不能有回头看", en: "it is not closed, and cannot be looked back at"),
    fix: Phrase(zh: "补上销号日期，或删去回头看", en: "add the date of closing, or delete the look-back"))
}
