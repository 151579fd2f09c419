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

  enum Kind: String, Sendable, CaseIterable {
    case bulletin, notice, compilation, handout, paper

    static let choices = [
      FieldType.Choice("bulletin", "简报"), FieldType.Choice("notice", "通报"),
      FieldType.Choice("compilation", "汇编"), FieldType.Choice("handout", "讲义"),
      FieldType.Choice("paper", "试卷"),
    ]
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
  let common: Common
  let packet: Packet
  let isCut: Bool

  static let kind = Jingjian.Kind(
    "packets", Phrase(zh: "印刷材料", en: "packet"), format: .yaml,
    [
      Field(
        "kind", "类型", .choice(Packet.Kind.choices), required: true, sample: "通报",
        zh: "简报、通报、汇编、讲义、试卷", en: "which kind of packet"),
      Field(
        "organ", "编发单位", .text, zh: "编发单位；不写就是主办单位",
        en: "who issues it; the site's organ when left out"),
      Field("number", "期号", .text, zh: "期号或文号", en: "its number"),
      Field("mark", "标识", .text, zh: "如 内部资料　注意保存", en: "a mark such as 内部资料　注意保存"),
      Field("signer", "签发", .text, zh: "签发人的职务", en: "the post that signs it"),
      Field("to", "主送", .text, zh: "主送", en: "to whom"),
      Field("cc", "抄送", .text, zh: "抄送", en: "copies to"),
      Field("copies", "份数", .integer(1...99_999), zh: "印几份", en: "how many are printed"),
      Field("watermark", "水印", .text, zh: "每页的水印", en: "a watermark on each page"),
      Field(
        "contents", "内容", .list(.group(item)), required: true, zh: "依次放些什么，每项写一个键",
        en: "what it holds, in order; one key each"),
    ])

  private static let filter = Schema([
    Field("problem", "问题分类", .reference(.problem), zh: "哪类问题", en: "about which problem"),
    Field("form", "形态", .integer(1...4), zh: "第几种形态", en: "which of the four forms"),
    Field("department", "部门", .reference(.department), zh: "哪个部门", en: "of which department"),
    Field("year", "年度", .integer(1900...2999), zh: "哪一年通报的", en: "announced in which year"),
  ])

  private static let item = Schema([
    Field("case", "案例", .reference(.record("cases")), zh: "一件案例", en: "a case"),
    Field(
      "cases", "一组案例", .group(filter), zh: "符合条件的全部案例", en: "all cases that meet some conditions"),
    Field("month", "月份", .month, zh: "一个月的排名和预警", en: "a month of the rankings"),
    Field("quarter", "季度", .text, zh: "一个季度的通报，如 2025-Q2", en: "a quarter of the rankings"),
    Field("year", "年度", .integer(1900...2999), zh: "一年的考核", en: "a year of the rankings"),
    Field("department", "部门", .reference(.department), zh: "一个部门的情况", en: "a department"),
    Field("campaign", "专项行动", .reference(.record("campaigns")), zh: "一次专项行动", en: "a campaign"),
    Field("lesson", "微课", .reference(.record("lessons")), zh: "一课", en: "a lesson"),
    Field("document", "文件", .reference(.record("documents")), zh: "一份文件", en: "a document"),
    Field("quiz", "测验", .reference(.record("quizzes")), zh: "一份测验", en: "a quiz"),
    Field(
      "answers", "答案",
      .choice([FieldType.Choice("appendix", "附后"), FieldType.Choice("none", "不附")]),
      zh: "与测验同写：答案附在最后，还是不附", en: "with `quiz`: whether its key is appended"),
    Field("ledger", "台账", .reference(.ledger), zh: "一本台账", en: "a ledger"),
    Field(
      "responsibilities", "责任清单", .integer(1900...2999), zh: "哪一年的责任清单", en: "the duties of a year"),
    Field("metrics", "指标", .reference(.metric), zh: "一个指标", en: "a metric"),
    Field("text", "正文", .text, zh: "一段正文，写法与别处相同", en: "a text in Markdown"),
  ])

  /// A notice, and a quarter's report whatever its kind.
  static func needsApproval(_ fields: Fields) -> Bool {
    fields.text("kind") == "notice"
      || fields.groups("contents").contains { $0.key("quarter") != nil }
  }

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    guard let kind = fields.text("kind").flatMap(Packet.Kind.init) else { return nil }
    self.common = common
    let items = fields.groups("contents").compactMap { Packet.Item($0, &prover) }
    packet = Packet(
      id: common.id, title: common.title, kind: kind, date: common.date,
      organ: fields.text("organ"), number: fields.text("number"), mark: fields.text("mark"),
      signer: fields.text("signer"), to: fields.text("to"), cc: fields.text("cc"),
      copies: fields.integer("copies"), watermark: fields.text("watermark"), items: items)
    isCut = prover.hasCut
    citations = (common.citations + prover.citations).uniqued()
  }

  /// Those of its contents are known only when they have been read.
  let citations: [Citation]
}

extension Packet.Item {
  /// Exactly one key says what it is; `answers` goes with a quiz.
  fileprivate init?(_ fields: Fields, _ prover: inout Prover) {
    let names = [
      "case", "cases", "month", "quarter", "year", "department", "campaign", "lesson", "document",
      "quiz", "ledger", "responsibilities", "metrics", "text",
    ]
    let given = names.filter { fields.written($0) != nil }
    guard let name = given.first, given.count == 1 else {
      prover.say(given.isEmpty ? .noPart : .severalParts, at: fields.span)
      return nil
    }
    if let span = fields.written("answers"), name != "quiz" { prover.say(.answersAlone, at: span) }
    guard let part = Packet.Part(name, fields, &prover) else {
      // A value at fault has been reported; one that is not there has not.
      let span = fields.written(name) ?? fields.span
      if !prover.report.contains(where: { $0.place?.line == span.line && $0.severity == .error }) {
        prover.say(.emptyPart, at: span)
      }
      return nil
    }
    self.part = part
    span = fields.span(name) ?? fields.span
  }
}

extension Packet.Part {
  fileprivate init?(_ name: String, _ fields: Fields, _ prover: inout Prover) {
    let sections = [
      "case": "cases", "campaign": "campaigns", "lesson": "lessons", "document": "documents",
    ]
    switch name {
    case "cases":
      // Without any condition it is all of them.
      let filter = fields.group("cases")
      self = .cases(
        Packet.CaseFilter(
          problem: filter?.text("problem"), form: filter?.integer("form"),
          department: filter?.text("department"), year: filter?.integer("year")))
    case "month":
      guard let month = fields.month("month") else { return nil }
      self = .period(.month(month))
    case "quarter":
      guard let text = fields.text("quarter"), let span = fields.span("quarter") else { return nil }
      guard let quarter = Quarter(text) else {
        prover.say(.period(text), at: span)
        return nil
      }
      self = .period(.quarter(quarter))
    case "year":
      guard let year = fields.integer("year") else { return nil }
      self = .period(.year(year))
    case "responsibilities":
      guard let year = fields.integer("responsibilities") else { return nil }
      self = .responsibilities(year)
    case "text":
      guard let text = fields.text("text"), let span = fields.span("text") else { return nil }
      self = .text(prover.html(of: text, in: PacketRecord.kind.section, at: span))
    default:
      guard let id = fields.text(name) else { return nil }
      switch name {
      case "department": self = .department(id)
      case "quiz": self = .quiz(id: id, withKey: fields.text("answers") == "appendix")
      case "ledger": self = .ledger(id)
      case "metrics": self = .metric(id)
      default: self = .record(section: sections[name] ?? name, id: id)
      }
    }
  }
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
