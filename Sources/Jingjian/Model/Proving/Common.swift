/// What every record with a page has in common (docs/format.md, "Common fields").
final class Common: Sendable {
  let section: String
  let id: String
  /// The source file, from the site's folder.
  let file: String
  let title: String
  let date: Day?
  /// The place of the audience in the site's list, 0 for the widest.
  let audience: Int
  /// As written, else the beginning of the body.
  let summary: String
  let tags: [String]
  let isDraft: Bool
  let publish: Day?
  let expire: Day?
  /// Old addresses, from the site's root.
  let aliases: [String]
  let source: String?
  let approval: Approval?
  let withdrawal: Withdrawal?
  /// Words that no output may hold.
  let privateWords: [String]
  let body: Body
  /// The records that this one names, in its fields and in its text.
  let citations: [Citation]

  var address: Address { Address(section: section, id: id) }

  init(
    _ fields: Fields, section: String, id: String, file: String, audience: Int, aliases: [String],
    body: Body, citations: [Citation]
  ) {
    self.section = section
    self.id = id
    self.file = file
    self.audience = audience
    self.aliases = aliases
    self.body = body
    self.citations = citations
    title = fields.text("title") ?? ""
    date = fields.day("date")
    summary = fields.text("summary") ?? body.summary
    tags = fields.texts("tags")
    isDraft = fields.flag("draft")
    publish = fields.day("publish")
    expire = fields.day("expire")
    source = fields.text("source")
    privateWords = fields.texts("private")
    approval = fields.group("approved").flatMap { fields in
      let approval = Approval(
        by: fields.text("by"), date: fields.day("date"), document: fields.text("document"))
      return approval.isEmpty ? nil : approval
    }
    withdrawal = fields.group("withdrawn").flatMap { fields in
      guard let date = fields.day("date"), let reason = fields.text("reason") else { return nil }
      return Withdrawal(date: date, reason: reason, keepsTitle: fields.flag("keep-title"))
    }
  }
}

/// Who released a record, when, by which document.
struct Approval: Sendable {
  let by: String?
  let date: Day?
  let document: String?

  /// Keys without a value release nothing.
  var isEmpty: Bool { by == nil && date == nil && document == nil }
}

/// That a record was withdrawn. It counts whatever its date, so that no build for an earlier day
/// brings back what was withdrawn since.
struct Withdrawal: Sendable {
  let date: Day
  let reason: String
  let keepsTitle: Bool
}

extension Common {
  /// The first of the fields that a blank record puts behind the kind's own.
  static let rarest = "audience"

  static let fields: [Field] = [
    Field("title", "标题", .text, required: true, zh: "页面的标题", en: "the page's title"),
    Field("date", "日期", .day, zh: "通报、发布或成文的日期", en: "when it was announced, published or written"),
    Field(
      "audience", "范围", .reference(.audience), neverEmpty: true, zh: "给谁看；不写就是最大范围",
      en: "who may see it; the widest when left out"),
    Field(
      "summary", "摘要", .text, zh: "一两句话；不写就取正文开头",
      en: "a sentence or two; the beginning of the text when left out"),
    Field("tags", "标签", .list(.text), zh: "便于归类的词", en: "words to group by"),
    Field("draft", "草稿", .flag, neverEmpty: true, zh: "是：还不发布", en: "true: not published yet"),
    Field("publish", "发布日期", .day, neverEmpty: true, zh: "到这一天才发布", en: "shown from this day on"),
    Field(
      "expire", "失效日期", .day, neverEmpty: true, zh: "从这一天起不再显示", en: "not shown from this day on"),
    Field("aliases", "旧网址", .list(.text), zh: "以前的网址，自动转到本页", en: "old addresses that lead here"),
    Field("source", "来源", .text, zh: "材料的来源", en: "where it comes from"),
    Field("approved", "审签", .group(approval), zh: "谁在何时审签", en: "who released it, and when"),
    withdrawn,
    Field(
      "private", "保密", .list(.text), neverEmpty: true, zh: "任何地方都不得出现的词",
      en: "words that may appear nowhere"),
    Field(
      "personal", "个人信息", .list(.group(Allowance.schema)), neverEmpty: true,
      zh: "检查认为是个人信息、但可以公开的原文和理由",
      en: "words that a check takes for personal data and that may be told, with the reason"),
  ]

  static let withdrawn = Field(
    "withdrawn", "撤回", .group(withdrawal), neverEmpty: true, zh: "撤回的日期和原因",
    en: "when and why it was withdrawn")

  private static let approval = Schema([
    Field("by", "审批职务", .text, zh: "审批人的职务", en: "the post that released it"),
    Field("date", "日期", .day, zh: "审批日期", en: "when"),
    Field("document", "文书", .text, zh: "审批文书", en: "by which document"),
  ])

  private static let withdrawal = Schema([
    Field("date", "日期", .day, required: true, zh: "撤回日期", en: "when"),
    Field("reason", "原因", .text, required: true, zh: "撤回原因，会显示在页面上", en: "why; shown on the page"),
    Field("keep-title", "保留标题", .flag, zh: "是：页面上保留标题", en: "true: the page keeps its title"),
  ])
}
