/// A packet: 印刷材料 – what is printed and laid on a meeting's table, and of what it is made up
/// (docs/format.md, "Packets").
struct Packet: Sendable {
  let id: String
  let title: String
  let kind: Kind
  let date: Day?
  /// As written, else the site's.
  let organ: String?
  let number: String?
  let mark: String?
  let signer: String?
  let to: String?
  let cc: String?
  let copies: Int?
  let watermark: String?
  let items: [Item]

  enum Kind: String, Choice {
    case bulletin, notice, compilation, handout, paper
    static let chinese = ["简报", "通报", "汇编", "讲义", "试卷"]
  }

  /// A piece of its contents, and where it is written.
  struct Item: Sendable {
    let part: Part
    let span: Span
  }

  enum Part: Sendable {
    case record(section: String, id: String)
    case cases(CaseFilter)
    case period(Period)
    case department(String)
    case quiz(id: String, withKey: Bool)
    case ledger(String)
    case responsibilities(Int)
    case metric(String)
    /// Markdown, as HTML.
    case text([UInt8])
  }

  /// Which cases: those that meet all that is named.
  struct CaseFilter: Sendable {
    let problem: String?
    let form: Int?
    let department: String?
    let year: Int?
  }
}

/// A packet as a record: its keys stand in a file of their own.
final class PacketRecord: Record {
  let common: RecordHead
  let packet: Packet
  let isCut: Bool

  struct Keys: Sendable {
    let kind = Key<Packet.Kind>(
      "kind", "类型", sample: "通报", zh: "简报、通报、汇编、讲义、试卷", en: "which kind of packet")
    let organ = Key<String?>(
      "organ", "编发单位", zh: "编发单位；不写就是主办单位", en: "who issues it; the site's organ when left out")
    let number = Key<String?>("number", "期号", zh: "期号或文号", en: "its number")
    let mark = Key<String?>("mark", "标识", zh: "如 内部资料　注意保存", en: "a mark such as 内部资料　注意保存")
    let signer = Key<String?>("signer", "签发", zh: "签发人的职务", en: "the post that signs it")
    let to = Key<String?>("to", "主送", zh: "主送", en: "to whom")
    let cc = Key<String?>("cc", "抄送", zh: "抄送", en: "copies to")
    let copies = Key<Int?>(
      "copies", "份数", .integer(1...99_999, units: "份"), zh: "印几份", en: "how many are printed")
    let watermark = Key<String?>("watermark", "水印", zh: "每页的水印", en: "a watermark on each page")
    let contents = Key<[Fields<Packet.Item>]>(
      "contents", "内容", required: true, zh: "依次放些什么，每项写一个键",
      en: "what it holds, in order; one key each")
  }
  static let keys = Keys()

  static let kind = Jingjian.RecordKind(
    "packets", title: "印刷材料", one: Phrase(zh: "印刷材料", en: "packet"), format: .yaml, keys)

  /// A notice, and a quarter's report whatever its kind.
  static func needsApproval(_ fields: Fields<PacketRecord>) -> Bool {
    fields.kind == .notice || fields.contents.contains { $0.key(\.quarter) != nil }
  }

  init?(_ common: RecordHead, _ fields: Fields<PacketRecord>, _ prover: inout Prover) {
    self.common = common
    let items = fields.contents.compactMap { Packet.Item($0, &prover) }
    packet = Packet(
      id: common.id, title: common.title, kind: fields.kind, date: common.date,
      organ: fields.organ, number: fields.number, mark: fields.mark,
      signer: fields.signer, to: fields.to, cc: fields.cc,
      copies: fields.copies, watermark: fields.watermark, items: items)
    isCut = prover.hasCut
    citations = (common.citations + prover.citations).uniqued()
  }

  /// Those of its contents are known only when they have been read.
  let citations: [Citation]
}

extension Packet.CaseFilter: Group {
  struct Keys: Sendable {
    let problem = Key<String?>(
      "problem", "问题分类", .reference(.problem), zh: "哪类问题", en: "about which problem")
    let form = Key<Int?>("form", "形态", .integer(1...4), zh: "第几种形态", en: "which of the four forms")
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "哪个部门", en: "of which department")
    let year = Key<Int?>(
      "year", "年度", .integer(1900...2999, units: "年", "年度"), zh: "哪一年通报的",
      en: "announced in which year")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    problem = fields.problem
    form = fields.form
    department = fields.department
    year = fields.year
  }
}

extension Packet.Item: Declared {
  struct Keys: Sendable {
    let `case` = Key<String?>("case", "案例", .reference(.record("cases")), zh: "一件案例", en: "a case")
    let cases = Key<Packet.CaseFilter?>(
      "cases", "一组案例", zh: "符合条件的全部案例", en: "all cases that meet some conditions")
    let month = Key<Month?>("month", "月份", zh: "一个月的排名和预警", en: "a month of the rankings")
    let quarter = Key<String?>(
      "quarter", "季度", zh: "一个季度的通报，如 2025-Q2", en: "a quarter of the rankings")
    let year = Key<Int?>(
      "year", "年度", .integer(1900...2999, units: "年", "年度"), zh: "一年的考核",
      en: "a year of the rankings")
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "一个部门的情况", en: "a department")
    let campaign = Key<String?>(
      "campaign", "专项行动", .reference(.record("campaigns")), zh: "一次专项行动", en: "a campaign")
    let lesson = Key<String?>(
      "lesson", "微课", .reference(.record("lessons")), zh: "一课", en: "a lesson")
    let document = Key<String?>(
      "document", "文件", .reference(.record("documents")), zh: "一份文件", en: "a document")
    let quiz = Key<String?>("quiz", "测验", .reference(.record("quizzes")), zh: "一份测验", en: "a quiz")
    let answers = Key<Answers?>(
      "answers", "答案", zh: "与测验同写：答案附在最后，还是不附", en: "with `quiz`: whether its key is appended")
    let ledger = Key<String?>("ledger", "台账", .reference(.ledger), zh: "一本台账", en: "a ledger")
    let responsibilities = Key<Int?>(
      "responsibilities", "责任清单", .integer(1900...2999, units: "年", "年度"), zh: "哪一年的责任清单",
      en: "the duties of a year")
    let metrics = Key<String?>("metrics", "指标", .reference(.metric), zh: "一个指标", en: "a metric")
    let text = Key<String?>("text", "正文", .markdown, zh: "一段正文，写法与别处相同", en: "a text in Markdown")
  }
  static let keys = Keys()

  /// Where the answers of a quiz stand.
  enum Answers: String, Choice {
    case appendix, none
    static let chinese = ["附后", "不附"]
  }

  /// Exactly one key says what it is; `answers` goes with a quiz.
  fileprivate init?(_ fields: Fields<Self>, _ prover: inout Prover) {
    let keys = Packet.Item.keys
    let given = fields.written.filter { $0 !== keys.answers.field }
    guard let key = given.first, given.count == 1 else {
      prover.say(given.isEmpty ? .noPart : .severalParts, at: fields.span)
      return nil
    }
    if let span = fields.written(keys.answers), key !== keys.quiz.field {
      prover.say(.answersAlone, at: span)
    }
    guard let part = Packet.Item.part(of: key, fields, &prover) else {
      // A value at fault has been reported; one that is not there has not.
      let span = fields.written(key) ?? fields.span
      if !prover.report.contains(where: { $0.place?.line == span.line && $0.severity == .error }) {
        prover.say(.emptyPart, at: span)
      }
      return nil
    }
    self.part = part
    span = fields.span(key)
  }
}

extension Packet.Item {
  /// What the one key of an item says.
  fileprivate static func part(
    of key: Field, _ fields: Fields<Self>, _ prover: inout Prover
  ) -> Packet.Part? {
    // Without any condition it is all cases.
    if key === keys.cases.field, fields.cases == nil {
      return .cases(Packet.CaseFilter(problem: nil, form: nil, department: nil, year: nil))
    }
    return kinds.first { $0.key.field === key }?.part(fields, &prover)
  }

  /// A kind of item: the key that names it, and what is made of the value behind it.
  fileprivate struct ItemKind: Sendable {
    let key: any FieldKey
    let part: @Sendable (Fields<Packet.Item>, inout Prover) -> Packet.Part?

    init<Value>(
      _ key: any KeyPath<Keys, Key<Value?>> & Sendable,
      _ part: @escaping @Sendable (Value, Fields<Packet.Item>, inout Prover) -> Packet.Part?
    ) {
      self.key = keys[keyPath: key]
      self.part = { fields, prover in
        fields[dynamicMember: key].flatMap { part($0, fields, &prover) }
      }
    }

    /// For a record: its section is that which the key refers to.
    init(record key: any KeyPath<Keys, Key<String?>> & Sendable) {
      self.init(key) { id, _, _ in
        guard case .reference(.record(let section)) = keys[keyPath: key].field.type else {
          return nil
        }
        return .record(section: section, id: id)
      }
    }
  }

  /// All kinds of item.
  fileprivate static let kinds = [
    ItemKind(\.cases) { filter, _, _ in .cases(filter) },
    ItemKind(record: \.case), ItemKind(record: \.campaign), ItemKind(record: \.lesson),
    ItemKind(record: \.document),
    ItemKind(\.month) { month, _, _ in .period(.month(month)) },
    ItemKind(\.quarter) { text, fields, prover in
      if let quarter = Quarter(text) { return .period(.quarter(quarter)) }
      prover.say(.period(text), at: fields.span(\.quarter))
      return nil
    },
    ItemKind(\.year) { year, _, _ in .period(.year(year)) },
    ItemKind(\.department) { id, _, _ in .department(id) },
    ItemKind(\.quiz) { id, fields, _ in .quiz(id: id, withKey: fields.answers == .appendix) },
    ItemKind(\.ledger) { id, _, _ in .ledger(id) },
    ItemKind(\.responsibilities) { year, _, _ in .responsibilities(year) },
    ItemKind(\.metrics) { id, _, _ in .metric(id) },
    ItemKind(\.text) { text, fields, prover in
      .text(prover.html(of: text, in: PacketRecord.kind.section, at: fields.span(\.text)))
    },
  ]
}

extension Message {
  fileprivate static let noPart = Message(
    "contents", Phrase(zh: "这一项没有写放什么", en: "this item does not say what it holds"),
    fix: Phrase(zh: "写一个键，如“案例: 编号”", en: "write one key, such as `case: ID`"))

  fileprivate static let emptyPart = Message(
    "empty-value", Phrase(zh: "这一项是空的", en: "this item is empty"),
    fix: Phrase(zh: "在冒号后面填写，或删去这一项", en: "write it behind the colon, or delete the item"))

  fileprivate static let severalParts = Message(
    "contents", Phrase(zh: "一项只能放一样东西", en: "an item holds one thing"),
    fix: Phrase(zh: "每样另起一项，以“- ”开头", en: "begin an item of its own with `- ` for each"))

  fileprivate static let answersAlone = Message(
    "contents", Phrase(zh: "「答案」要与「测验」写在一起", en: "`answers` goes with `quiz`"),
    fix: Phrase(zh: "删去它，或加上“测验: 编号”", en: "delete it, or add `quiz: ID`"))
}
