/// The settings of a site, from `site.yml`.
struct Settings: Declared {
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

  static let file = "content/site.yml"
  static let usualZone = "Asia/Shanghai"

  struct Keys: Sendable {
    let name = Key<String>("name", "名称", zh: "网站名称", en: "the site's name")
    let organ = Key<String>("organ", "单位", zh: "主办单位", en: "the court or office that publishes it")
    let baseUrl = Key<String?>(
      "base-url", "网址", zh: "对外网址，只用于订阅和网站地图",
      en: "the public address, for feeds and the sitemap only")
    let timezone = Key<String?>(
      "timezone", "时区", zh: "判断“今天”的时区，默认 Asia/Shanghai", en: "the zone that decides what day it is"
    )
    let language = Key<String?>(
      "language", "语言", zh: "网页语言，默认 zh-CN", en: "the language of the pages")
    let recordsSince = Key<Int?>(
      "records-since", "记录起始年", .integer(1900...2999), zh: "从哪一年起有记录",
      en: "the first year with records")
    let audiences = Key<[Fields<Audience>]>(
      "audiences", "范围", zh: "阅读范围，从宽到窄", en: "audiences, from the widest to the narrowest")
    let navigation = Key<[String]>(
      "navigation", "导航", .choice(Settings.sections), zh: "导航栏里的栏目和顺序",
      en: "the sections in the navigation")
    let sectionAudiences = Key<Fields<SectionAudiences>?>(
      "section-audiences", "栏目范围", zh: "整个栏目给谁看", en: "who may see a whole section")
    let approval = Key<Fields<ApprovalRule>?>(
      "approval", "审签", zh: "是否要求审签", en: "whether records must be released")
    let honours = Key<Fields<HonourRule>?>(
      "honours", "荣誉", zh: "是否公布荣誉", en: "whether honours are shown")
    let autoPackets = Key<Bool>(
      "auto-packets", "自动材料", zh: "是：每课印讲义，每个季度印通报",
      en: "true: a handout of each lesson and a notice of each quarter are printed")
    let checks = Key<Fields<Checks>?>(
      "checks", "检查", zh: "校对提示的轻重", en: "how grave the proofreader's remarks are")
    let names = Key<[String]>(
      "names", "允许姓名", zh: "可以写全名的人，如历史人物、典型人物",
      en: "people who may be called by their full names, of history or as models")
    let personal = Key<[Fields<SiteAllowance>]>(
      "personal", "个人信息", zh: "某个文件里可以公开的个人信息和理由",
      en: "personal data that a file may hold, with the reason")
    let keepCases = Key<Int?>(
      "keep-cases", "保留年限", .integer(1...200), zh: "案例保留几年", en: "years after which cases expire")
  }
  static let keys = Keys()

  private static let sections = Section.all.map {
    FieldType.Option(id: $0.id, chinese: $0.chinese)
  }

  /// One key a section, so that a misspelt section is an unknown key.
  enum SectionAudiences: Declared {
    struct Keys: Sendable {
      let sections = Section.narrowed.map {
        Key<String?>($0.id, $0.chinese, .reference(.audience), zh: "范围", en: "the audience")
      }
      /// What people call the section `responsibilities` too.
      let duties = Key<String?>(
        "duties", "责任", .reference(.audience), zh: "范围", en: "the audience")
    }
    static let keys = Keys()
  }

  /// One key a check, so that a misspelt code is an unknown key.
  enum Checks: Declared {
    struct Keys: Sendable {
      let all = Proofreading.checks.map {
        Key<Gravity?>($0.code, $0.name, zh: "校对提示", en: "a proofreader's remark")
      }
    }
    static let keys = Keys()
  }

  enum Gravity: String, Choice {
    case error, warning, off
    static let chinese = ["错误", "警告", "关闭"]
  }

  enum ApprovalRule: Declared {
    struct Keys: Sendable {
      let required = Key<Bool>(
        "required", "必须", zh: "是：没有审签信息就报错", en: "true: a record without `approved` is an error")
    }
    static let keys = Keys()
  }

  enum HonourRule: Declared {
    struct Keys: Sendable {
      let hidden = Key<Bool>("hidden", "不公布", zh: "是：不公布荣誉", en: "true: honours are left out")
    }
    static let keys = Keys()
  }

  /// The audiences are looked up by other fields of the same file, so they are entered first.
  init?(_ raw: RawValue, _ index: inout Index, _ prover: inout Prover) {
    let audiences = Settings.audiences(in: raw, &prover)
    for audience in audiences {
      index.add(.audience, id: audience.id, names: audience.name.map { [$0] } ?? [])
    }
    prover.index = index
    guard let fields = prover.fields(raw, Settings.self) else { return nil }
    name = fields.name
    organ = fields.organ
    self.audiences = audiences
    if let first = audiences.first, audiences.count > 1, first.soundsNarrow {
      prover.warn(
        .narrowFirst(first.title, audiences.dropFirst().map(\.title)), at: fields.span(\.audiences))
    }
    timezone = fields.timezone ?? Settings.usualZone
    if !Zone.exists(timezone) {
      let nearest = Zone.nearest(to: timezone)
      prover.say(.timezone(timezone, nearest: nearest), at: fields.span(\.timezone))
    }
    language = fields.language ?? "zh-CN"
    recordsSince = fields.recordsSince
    navigation = fields.key(\.navigation).map { _ in fields.navigation }
    keepCases = fields.keepCases
    needsApproval = fields.approval?.required ?? false
    hidesHonours = fields.honours?.hidden ?? false
    hasAutoPackets = fields.autoPackets
    checks = Settings.checks(fields.checks)
    baseURL = Settings.baseURL(fields, &prover)
    let places = Dictionary(uniqueKeysWithValues: audiences.enumerated().map { ($1.id, $0) })
    var narrowed: [String: Int] = [:]
    if let group = fields.sectionAudiences {
      for key in SectionAudiences.keys.sections {
        narrowed[key.field.key] = group[key].flatMap { places[$0] }
      }
      if let place = group.duties.flatMap({ places[$0] }) {
        narrowed[Duty.section] = max(place, narrowed[Duty.section] ?? 0)
      }
    }
    sectionAudiences = narrowed
  }

  private static func checks(_ fields: Fields<Checks>?) -> [String: Diagnostic.Severity?] {
    guard let fields else { return [:] }
    var checks: [String: Diagnostic.Severity?] = [:]
    for key in Checks.keys.all {
      guard let gravity = fields[key] else { continue }
      checks.updateValue(Diagnostic.Severity(rawValue: gravity.rawValue), forKey: key.field.key)
    }
    return checks
  }

  func audience(_ id: String?) -> Int { audiences.firstIndex { $0.id == id } ?? 0 }

  private static func audiences(in raw: RawValue, _ prover: inout Prover) -> [Audience] {
    guard case .list(let items)? = raw.entry(keys.audiences)?.value.content
    else { return [Audience(id: "all", name: nil)] }
    // What is wrong in an item is said when the whole file is proven; here it only leaves the list.
    var silent = prover
    var seen: Set<String> = []
    var audiences: [Audience] = []
    for item in items {
      guard let fields = silent.fields(item, Audience.self) else { continue }
      let (id, name) = (fields.id, fields.name)
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

  private static func baseURL(_ fields: Fields<Settings>, _ prover: inout Prover) -> String? {
    guard let text = fields.baseUrl else { return nil }
    let rest = ["https://", "http://"].lazy.compactMap {
      text.hasPrefix($0) ? text.dropFirst($0.count) : nil
    }
    guard let host = rest.first, !host.isEmpty, host.first != "/",
      !text.utf8.contains(where: { $0 <= 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
      ),
      !text.contains("?"), !text.contains("#")
    else {
      prover.say(.baseURL(text), at: fields.span(\.baseUrl))
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension Audience {
  /// Whether it is called after few people, so that it can hardly be everybody.
  fileprivate var soundsNarrow: Bool {
    let name = (title + id).lowercased()
    return ["班子", "党组", "领导", "纪检", "leader", "party"].contains { name.contains($0) }
  }
}

extension Message {
  fileprivate static func narrowFirst(_ first: String, _ others: [String]) -> Message {
    Message(
      "audience-order",
      Phrase(
        zh: "第一个范围是「\(first)」：没有写范围的材料都属于它，等于人人可看",
        en:
          "the first audience is `\(first)`: records without an audience are for it, as for everybody"
      ),
      fix: Phrase(
        zh: "从宽到窄排列，最宽的（如全院干警）写在最前面；现在后面的是" + others.joined(separator: "、"),
        en: "write the widest first; behind it now: " + others.joined(separator: ", ")))
  }

  fileprivate static func timezone(_ name: String, nearest: [String]) -> Message {
    let zones = nearest.isEmpty ? [Settings.usualZone] : nearest
    return Message(
      "timezone",
      nearest.count > 1
        ? Phrase(zh: "「\(name)」可以指几个时区", en: "`\(name)` may mean several time zones")
        : Phrase(zh: "没有「\(name)」这个时区", en: "there is no time zone `\(name)`"),
      fix: Phrase(
        zh: "写成 " + zones.joined(separator: " 或 "),
        en: "write " + zones.map { "`\($0)`" }.joined(separator: " or ")))
  }

  fileprivate static func baseURL(_ text: String) -> Message {
    Message(
      "base-url",
      Phrase(zh: "「\(text)」不是网址", en: "`\(text)` is no address"),
      fix: Phrase(zh: "写成 https://例子.cn/ 的样子", en: "write it as `https://example.org/`"))
  }
}
