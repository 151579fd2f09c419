/// The settings of a site, from `site.yml`.
struct Settings: Sendable {
  let name: String
  let organ: String
  /// Ends in a slash.
  let baseURL: String?
  let timezone: String
  let language: String
  let recordsSince: Int?
  /// From the widest to the narrowest, never empty.
  let audiences: [Audience]
  /// Section ids, when the site chooses them.
  let navigation: [String]?
  /// The narrowest audience that a section is for, by its place in `audiences`.
  let sectionAudiences: [String: Int]
  /// Years after which a case is left out.
  let keepCases: Int?
  let needsApproval: Bool
  let hidesHonours: Bool
  /// Whether lessons and quarters are printed without anybody writing a packet.
  let hasAutoPackets: Bool
  /// How grave the proofreader's remarks are, by their codes; nothing for those that are off.
  let checks: [String: Diagnostic.Severity?]

  struct Audience: Sendable {
    let id: String
    let name: String?
  }

  static let file = "content/site.yml"
  static let usualZone = "Asia/Shanghai"

  static let schema = Schema([
    Field("name", "名称", .text, required: true, zh: "网站名称", en: "the site's name"),
    Field(
      "organ", "单位", .text, required: true, zh: "主办单位", en: "the court or office that publishes it"),
    Field(
      "base-url", "网址", .text, zh: "对外网址，只用于订阅和网站地图",
      en: "the public address, for feeds and the sitemap only"),
    Field(
      "timezone", "时区", .text, zh: "判断“今天”的时区，默认 Asia/Shanghai",
      en: "the zone that decides what day it is"),
    Field("language", "语言", .text, zh: "网页语言，默认 zh-CN", en: "the language of the pages"),
    Field(
      "records-since", "记录起始年", .integer(1900...2999), zh: "从哪一年起有记录",
      en: "the first year with records"),
    Field(
      "audiences", "范围", .list(.group(audience)), zh: "阅读范围，从宽到窄",
      en: "audiences, from the widest to the narrowest"),
    Field(
      "navigation", "导航", .list(.choice(sections)), zh: "导航栏里的栏目和顺序",
      en: "the sections in the navigation"),
    Field(
      "section-audiences", "栏目范围", .group(sectionAudiences), zh: "整个栏目给谁看",
      en: "who may see a whole section"),
    Field("approval", "审签", .group(approval), zh: "是否要求审签", en: "whether records must be released"),
    Field("honours", "荣誉", .group(honours), zh: "是否公布荣誉", en: "whether honours are shown"),
    Field(
      "auto-packets", "自动材料", .flag, zh: "是：每课印讲义，每个季度印通报",
      en: "true: a handout of each lesson and a notice of each quarter are printed"),
    Field(
      "checks", "检查", .group(checks), zh: "校对提示的轻重",
      en: "how grave the proofreader's remarks are"),
    Field(
      "names", "允许姓名", .list(.text), zh: "可以写全名的人，如历史人物、典型人物",
      en: "people who may be called by their full names, of history or as models"),
    Field(
      "personal", "个人信息", .list(.group(Allowance.siteSchema)),
      zh: "某个文件里可以公开的个人信息和理由",
      en: "personal data that a file may hold, with the reason"),
    Field(
      "keep-cases", "保留年限", .integer(1...200), zh: "案例保留几年", en: "years after which cases expire"),
  ])

  private static let sections = Section.all.map { FieldType.Choice($0.id, $0.chinese) }

  private static let audience = Schema([
    Field("id", "编号", .text, required: true, zh: "编号", en: "the id"),
    Field("name", "名称", .text, zh: "名称", en: "the name"),
  ])

  /// One field a section, so that a misspelt section is an unknown key.
  private static let sectionAudiences = Schema(
    (Section.narrowed + [duties]).map {
      Field($0.id, $0.chinese, .reference(.audience), zh: "范围", en: "the audience")
    })

  /// What people call the section `responsibilities` too.
  private static let duties = (id: "duties", chinese: "责任")

  private static let gravity: [FieldType.Choice] = [
    FieldType.Choice("error", "错误"), FieldType.Choice("warning", "警告"),
    FieldType.Choice("off", "关闭"),
  ]

  /// One field a check, so that a misspelt code is an unknown key.
  private static let checks = Schema(
    Proofreading.checks.map {
      Field($0.code, $0.name, .choice(gravity), zh: "校对提示", en: "a proofreader's remark")
    })

  private static let approval = Schema([
    Field(
      "required", "必须", .flag, zh: "是：没有审签信息就报错",
      en: "true: a record without `approved` is an error")
  ])

  private static let honours = Schema([
    Field("hidden", "不公布", .flag, zh: "是：不公布荣誉", en: "true: honours are left out")
  ])

  /// The audiences are looked up by other fields of the same file, so they are entered first.
  init?(_ raw: RawValue, _ index: inout Index, _ prover: inout Prover) {
    let audiences = Settings.audiences(in: raw, &prover)
    for audience in audiences {
      index.add(.audience, id: audience.id, names: audience.name.map { [$0] } ?? [])
    }
    prover.index = index
    guard let fields = prover.fields(raw, Settings.schema),
      let name = fields.text("name"), let organ = fields.text("organ")
    else { return nil }
    self.name = name
    self.organ = organ
    self.audiences = audiences
    timezone = fields.text("timezone") ?? Settings.usualZone
    if !Zone.exists(timezone), let span = fields.span("timezone") {
      prover.say(.timezone(timezone), at: span)
    }
    language = fields.text("language") ?? "zh-CN"
    recordsSince = fields.integer("records-since")
    navigation = fields.key("navigation").map { _ in fields.texts("navigation") }
    keepCases = fields.integer("keep-cases")
    needsApproval = fields.group("approval")?.flag("required") ?? false
    hidesHonours = fields.group("honours")?.flag("hidden") ?? false
    hasAutoPackets = fields.flag("auto-packets")
    checks = Settings.checks(fields.group("checks"))
    baseURL = Settings.baseURL(fields, &prover)
    let places = Dictionary(uniqueKeysWithValues: audiences.enumerated().map { ($1.id, $0) })
    var narrowed: [String: Int] = [:]
    if let group = fields.group("section-audiences") {
      for section in Section.narrowed {
        narrowed[section.id] = group.text(section.id).flatMap { places[$0] }
      }
      if let place = group.text(Settings.duties.id).flatMap({ places[$0] }) {
        narrowed[Duty.section] = max(place, narrowed[Duty.section] ?? 0)
      }
    }
    sectionAudiences = narrowed
  }

  private static func checks(_ fields: Fields?) -> [String: Diagnostic.Severity?] {
    guard let fields else { return [:] }
    var checks: [String: Diagnostic.Severity?] = [:]
    for check in Proofreading.checks {
      guard let gravity = fields.text(check.code) else { continue }
      checks.updateValue(Diagnostic.Severity(rawValue: gravity), forKey: check.code)
    }
    return checks
  }

  func audience(_ id: String?) -> Int { audiences.firstIndex { $0.id == id } ?? 0 }

  private static func audiences(in raw: RawValue, _ prover: inout Prover) -> [Audience] {
    guard case .mapping(let entries) = raw.content,
      let entry = entries.first(where: {
        schema.position(of: $0.key) == schema.position(of: "audiences")
      }),
      case .list(let items) = entry.value.content, !items.isEmpty
    else { return [Audience(id: "all", name: nil)] }
    // What is wrong in an item is said when the whole file is proven; here it only leaves the list.
    var silent = prover
    var seen: Set<String> = []
    var audiences: [Audience] = []
    for item in items {
      guard let fields = silent.fields(item, audience), let id = fields.text("id") else { continue }
      let name = fields.text("name")
      // A name that is another's id would let a record be read by the wrong people.
      let names = [id, name ?? id].uniqued()
      if let taken = names.first(where: { seen.contains(Identifier.key($0)) }) {
        prover.say(.doubledId(taken), at: item.span)
      } else {
        audiences.append(Audience(id: id, name: name))
      }
      seen.formUnion(names.map(Identifier.key))
    }
    return audiences.isEmpty ? [Audience(id: "all", name: nil)] : audiences
  }

  private static func baseURL(_ fields: Fields, _ prover: inout Prover) -> String? {
    guard let text = fields.text("base-url"), let span = fields.span("base-url") else { return nil }
    let rest = ["https://", "http://"].lazy.compactMap {
      text.hasPrefix($0) ? text.dropFirst($0.count) : nil
    }
    guard let host = rest.first, !host.isEmpty, host.first != "/",
      !text.utf8.contains(where: { $0 <= 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
      ),
      !text.contains("?"), !text.contains("#")
    else {
      prover.say(.baseURL(text), at: span)
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension Message {
  static func doubledId(_ id: String) -> Message {
    Message(
      "doubled-id",
      Phrase(zh: "编号「\(id)」已经用过", en: "the id `\(id)` is taken"),
      fix: Phrase(zh: "换一个编号", en: "choose another id"))
  }

  fileprivate static func timezone(_ name: String) -> Message {
    Message(
      "timezone", Phrase(zh: "没有「\(name)」这个时区", en: "there is no time zone `\(name)`"),
      fix: Phrase(zh: "写成 Asia/Shanghai 的样子", en: "write it as `Asia/Shanghai`"))
  }

  fileprivate static func baseURL(_ text: String) -> Message {
    Message(
      "base-url",
      Phrase(zh: "「\(text)」不是网址", en: "`\(text)` is no address"),
      fix: Phrase(zh: "写成 https://例子.cn/ 的样子", en: "write it as `https://example.org/`"))
  }
}
