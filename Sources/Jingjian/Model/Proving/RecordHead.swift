/// What every record with a page has in common (docs/format.md, "Common fields").
final class RecordHead: Declared {
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
    _ fields: Fields<RecordHead>, section: String, id: String, file: String, audience: Int,
    aliases: [String],
    body: Body, citations: [Citation]
  ) {
    self.section = section
    self.id = id
    self.file = file
    self.audience = audience
    self.aliases = aliases
    self.body = body
    self.citations = citations
    title = fields.title
    date = fields.date
    summary = fields.summary ?? body.summary
    tags = fields.tags
    isDraft = fields.draft
    publish = fields.publish
    expire = fields.expire
    source = fields.source
    privateWords = fields.private
    approval = fields.approved.flatMap { $0.isEmpty ? nil : $0 }
    withdrawal = fields.withdrawn
  }
}

/// Who released a record, when, by which document.
struct Approval: Group {
  let by: String?
  let date: Day?
  let document: String?

  /// Keys without a value release nothing.
  var isEmpty: Bool { by == nil && date == nil && document == nil }

  struct Keys: Sendable {
    let by = Key<String?>("by", "审批职务", zh: "审批人的职务", en: "the post that released it")
    let date = Key<Day?>("date", "日期", zh: "审批日期", en: "when")
    let document = Key<String?>("document", "文书", zh: "审批文书", en: "by which document")
  }
  static let keys = Keys()

  init(_ fields: Fields<Self>) {
    by = fields.by
    date = fields.date
    document = fields.document
  }
}

/// That a record was withdrawn. It counts whatever its date, so that no build for an earlier day
/// brings back what was withdrawn since.
struct Withdrawal: Group, Equatable {
  let date: Day
  let reason: String
  let keepsTitle: Bool

  struct Keys: Sendable {
    let date = Key<Day>("date", "日期", zh: "撤回日期", en: "when")
    let reason = Key<String>("reason", "原因", zh: "撤回原因，会显示在页面上", en: "why; shown on the page")
    let keepTitle = Key<Bool>(
      "keep-title", "保留标题", zh: "是：页面上保留标题", en: "true: the page keeps its title")
  }
  static let keys = Keys()
}

extension Withdrawal {
  init(_ fields: Fields<Self>) {
    date = fields.date
    reason = fields.reason
    keepsTitle = fields.keepTitle
  }
}

extension RecordHead {
  struct Keys: Sendable {
    let title = Key<String>("title", "标题", zh: "页面的标题", en: "the page's title")
    let date = Key<Day?>(
      "date", "日期", zh: "通报、发布或成文的日期", en: "when it was announced, published or written")
    let audience = Audience.key
    let summary = Key<String?>(
      "summary", "摘要", zh: "一两句话；不写就取正文开头",
      en: "a sentence or two; the beginning of the text when left out")
    let tags = Key<[String]>("tags", "标签", ofWords: true, zh: "便于归类的词", en: "words to group by")
    let draft = Key<Bool>(
      "draft", "草稿", neverEmpty: true, zh: "是：还不发布", en: "true: not published yet")
    let publish = Key<Day?>(
      "publish", "发布日期", neverEmpty: true, zh: "到这一天才发布", en: "shown from this day on")
    let expire = Key<Day?>(
      "expire", "失效日期", neverEmpty: true, zh: "从这一天起不再显示", en: "not shown from this day on")
    let aliases = Key<[String]>(
      "aliases", "旧网址", zh: "以前的网址，自动转到本页", en: "old addresses that lead here")
    let source = Key<String?>("source", "来源", zh: "材料的来源", en: "where it comes from")
    let approved = Key<Approval?>("approved", "审签", zh: "谁在何时审签", en: "who released it, and when")
    let withdrawn = Key<Withdrawal?>(
      "withdrawn", "撤回", neverEmpty: true, zh: "撤回的日期和原因", en: "when and why it was withdrawn")
    let `private` = Key<[String]>(
      "private", "保密", neverEmpty: true, ofWords: true, zh: "任何地方都不得出现的词",
      en: "words that may appear nowhere")
    let personal = Key<[Fields<Allowance>]>(
      "personal", "个人信息", neverEmpty: true, zh: "检查认为是个人信息、但可以公开的原文和理由",
      en: "words that a check takes for personal data and that may be told, with the reason")
  }
  static let keys = Keys()
}
