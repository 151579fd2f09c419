/// A ledger: 台账 – problems, findings of political supervision or risks, each followed until it is
/// closed and looked back at (docs/format.md, "Ledgers").
struct Ledger: Declared {
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

  enum Kind: String, Choice {
    case problem, supervision, risk
    static let chinese = ["问题台账", "政治监督台账", "廉政风险点"]
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

  enum Risk: String, Choice {
    case high, medium, low
    static let chinese = ["高", "中", "低"]
  }

  /// A look-back: whether what was closed has held.
  struct Lookback: Sendable {
    let date: Day
    let result: LedgerResult?
    /// Of its date.
    let span: Span

    enum LedgerResult: String, Choice {
      case held, relapsed
      static let chinese = ["巩固", "反弹"]
    }
  }

  static let section = "ledgers"
  static let folder = "content/ledgers"
  private static let lookbackAfter = 6

  /// `items` is read apart, as it may be the name of a table.
  struct Keys: Sendable {
    let title = Key<String?>("title", "标题", zh: "台账的标题", en: "the title")
    let kind = Key<Kind?>("kind", "类型", zh: "哪一种台账", en: "which kind of ledger")
    let description = Key<String?>("description", "说明", zh: "一两句说明", en: "a sentence or two")
    let lookbackAfter = Key<Int?>(
      "lookback-after", "回头看期限", .integer(1...120, units: "个月"), zh: "销号后几个月回头看，不写是 6",
      en: "months from closing to the look-back, 6 when left out")
  }
  static let keys = Keys()

  /// A ledger that lists its items.
  enum ItemList: Declared {
    struct Keys: Sendable {
      let items = Key<[Fields<Item>]>(
        "items", "条目", zh: "条目，或旁边 CSV 的文件名", en: "the items, or the name of a CSV beside it")
    }
    static let keys = Keys()
  }

  /// A ledger that names a table.
  enum Pointer: Declared {
    struct Keys: Sendable {
      let items = Key<String?>("items", "条目", zh: "旁边 CSV 的文件名", en: "the name of a CSV beside it")
    }
    static let keys = Keys()
  }
}

extension Ledger {
  /// The table that a ledger names instead of its items.
  static func table(_ raw: RawValue) -> (name: String, span: Span)? {
    guard let entry = raw.entry(Pointer.keys.items), case .text(let name) = entry.value.content
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
    let isListing = Ledger.table(raw) == nil
    let proven = prover.proven(
      raw, isListing ? Schema(Ledger.keys, ItemList.keys) : Schema(Ledger.keys, Pointer.keys))
    report += prover.report
    guard let fields = proven.map(Fields<Ledger>.init) else { return nil }
    self.id = id
    self.file = file
    kind = fields.kind
    title = fields.title
    description = fields.description
    lookbackAfter = fields.lookbackAfter ?? Ledger.lookbackAfter
    itemsFile = table?.path ?? file
    var reader = Prover(file: itemsFile, index: index)
    let rows: [Fields<Item>]
    if let table {
      rows = Table.rows(table, &reader)
    } else {
      rows = isListing ? fields.of(ItemList.self).items : []
    }
    var taken: Set<String> = []
    items = rows.enumerated().map { n, fields in
      let item = Item(fields, number: n + 1, &reader)
      if fields.id != nil, !taken.insert(item.id).inserted {
        reader.say(.doubledId(item.id), at: fields.span(\.id))
      }
      return item
    }
    report += reader.report
  }
}

extension Ledger.Lookback: Group {
  struct Keys: Sendable {
    let date = Key<Day>("date", "日期", zh: "哪一天", en: "when")
    let result = Key<LedgerResult?>("result", "结果", zh: "巩固还是反弹", en: "whether it has held")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    date = fields.date
    result = fields.result
    span = fields.span(\.date)
  }
}

extension Ledger.Item: Declared {
  struct Keys: Sendable {
    let id = Key<String?>("id", "编号", zh: "编号", en: "the id")
    let found = Key<Day?>("found", "发现日期", zh: "哪一天发现", en: "when it was found")
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "哪个部门的问题", en: "whose it is")
    let problem = Key<String?>(
      "problem", "问题分类", .reference(.problem), zh: "problems.yml 里的编号或名称",
      en: "an id or name of problems.yml")
    let description = Key<String?>("description", "内容", zh: "是什么问题", en: "what was found")
    let risk = Key<Ledger.Risk?>("risk", "风险等级", zh: "风险高低", en: "how great the risk is")
    let measure = Key<String?>("measure", "措施", zh: "怎样整改", en: "what is to be done")
    let owner = Key<String?>(
      "owner", "责任主体", .reference(.owner), zh: "由哪个部门或职务负责", en: "who owes it")
    let due = Key<Day?>("due", "时限", zh: "最晚哪一天", en: "by when")
    let status = Key<Status?>("status", "状态", zh: "进展", en: "how far it is")
    let closed = Key<Day?>("closed", "销号日期", zh: "哪一天销号", en: "when it was closed")
    let lookback = Key<[Ledger.Lookback]>(
      "lookback", "回头看", zh: "销号以后的回头看", en: "the look-backs after closing")
  }
  static let keys = Keys()

  fileprivate init(_ fields: Fields<Self>, number: Int, _ prover: inout Prover) {
    id = fields.id ?? String(number)
    found = fields.found
    department = fields.department
    problem = fields.problem
    description = fields.description
    risk = fields.risk
    measure = fields.measure
    owner = fields.owner
    due = fields.due
    status = fields.status
    closed = fields.closed
    span = fields.span
    lookbacks = fields.lookback.sorted { $0.date < $1.date }
    prover.checkStatus(fields, \.status, \.closed)
    if let found, let closed, closed < found {
      prover.say(.beforeStart(Self.keys.closed, closed, found), at: fields.span(\.closed))
    }
    if let found, let due, due < found {
      prover.say(.beforeStart(Self.keys.due, due, found), at: fields.span(\.due))
    }
    for lookback in fields.located(\.lookback) {
      if let closed, lookback.value.date < closed {
        prover.say(
          .beforeStart(Self.keys.lookback, lookback.value.date, closed), at: lookback.value.span)
      } else if fields.isOpen(\.status, \.closed) {
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
