/// A blank: a new record with every field of its kind, explained, for a person to fill in.
enum Blank {
  /// The text of a new record. It passes `check` once what is marked is filled in.
  ///
  /// - Parameters:
  ///   - language: of the keys and of the explanations.
  ///   - today: a lesson is for the week of this day until somebody says otherwise.
  static func text(
    _ kind: RecordKind, parts: [String], in language: Language, index: Index, today: Day
  ) -> String {
    let intro = Phrase(
      zh: "# 填好下面各项。行首有 # 的是说明或可选项，需要时去掉 #。",
      en: "# Fill in the keys below. Lines that start with # are explanations or optional keys.")
    let isMarkdown = kind.format == .markdown
    var lines = (isMarkdown ? ["---"] : []) + [intro.said(in: language)]
    for field in ordered(kind) {
      if field === RecordHead.keys.audience.field { lines.append(rare.said(in: language)) }
      let isRequired = field.isRequired || kind.asked.contains { $0 === field }
      let name = field.name(isChinese: language == .zh)
      var note = field.meaning.said(in: language)
      if case .reference(let target) = field.type {
        let names = target.alternatives.flatMap(index.examples)
        if !names.isEmpty { note += "：" + names.joined(separator: "、") }
      }
      lines.append("# \(note)")
      let value = example(field, in: language)
      lines.append(
        (isRequired ? "" : "# ") + "\(name):"
          + (isRequired ? blank(field, in: language, today: today) : value))
    }
    guard isMarkdown else { return lines.joined(separator: "\n") + "\n" }
    lines.append("---")
    for part in parts { lines += ["", "## \(part)", "", "〔待补：\(part)〕"] }
    if parts.isEmpty { lines += ["", "〔待补：正文〕"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let rare = Phrase(
    zh: "# 下面各项各类材料通用，多数时候用不上。",
    en: "# The keys below are common to all records; most are seldom needed.")

  /// What everybody writes first, then what is the kind's own, then what is seldom needed.
  private static func ordered(_ kind: RecordKind) -> [Field] {
    let fields = kind.schema.fields
    let count = RecordHead.schema.fields.count
    let keys: [any FieldKey] = [
      RecordHead.keys.title, RecordHead.keys.date, RecordHead.keys.summary,
    ]
    let first = keys.map(\.field)
    return first + fields[count...]
      + fields[..<count].filter { field in !first.contains { $0 === field } }
  }

  /// What stands behind a required key: a mark where a text belongs, nothing where only a person knows.
  private static func blank(_ field: Field, in language: Language, today: Day) -> String {
    switch field.type {
    case .text: " 〔待补：\(field.chinese)〕"
    case .week: " \(Week(today))"
    case .list(.group(let schema)): item(schema, in: language)
    default: ""
    }
  }

  /// The first of a list of groups, each of its keys explained above it.
  private static func item(_ schema: Schema, in language: Language) -> String {
    schema.fields.map { field in
      let name = field.name(isChinese: language == .zh)
      let isFirst = field === schema.fields.first
      let value = example(field, in: language)
      let mark = isFirst ? "  - " : field.sample == nil && !field.isRequired ? "    # " : "    "
      return "\n    # \(field.meaning.said(in: language))\n" + mark + name + ":" + value
    }.joined()
  }

  private static func example(_ field: Field, in language: Language) -> String {
    if let sample = field.sample { return " " + sample }
    return switch field.type {
    case .text, .markdown, .reference: ""
    case .integer(let range, _): " \(range.lowerBound)"
    case .amount: " 12000"
    case .decimal: " 99.8"
    case .percent: " 98.6%"
    case .flag: " " + false.written(isChinese: language == .zh)
    case .day: " 2025-05-27"
    case .month: " 2025-05"
    case .week: " 2025-W21"
    case .occurred: " 2024-05"
    case .choice(let choices):
      " " + (choices.first.map { language == .zh ? $0.chinese : $0.id } ?? "")
    case .list(.medium):
      "\n#   - " + keys(Medium.schema, in: language).joined(separator: "\n#     ")
    case .list(.group(let schema)):
      "\n#   - " + keys(schema, in: language).joined(separator: "\n#     ")
    case .list, .oneOrMore, .medium: " []"
    case .group(let schema): "\n#   " + keys(schema, in: language).joined(separator: "\n#   ")
    }
  }

  private static func keys(_ schema: Schema, in language: Language) -> [String] {
    schema.fields.map { field in
      "\(field.name(isChinese: language == .zh)):\(example(field, in: language))"
    }
  }
}

/// Making a new record's file.
public struct NewRecord: Sendable {
  /// The path of the file, from the site's folder.
  public let path: String

  /// Writes the file of a new record; one that is there is never touched.
  ///
  /// - Parameters:
  ///   - kind: `case`, `cases` or 案例; `scores` or 得分表 for the score file of a month.
  ///   - id: the file's name without its ending.
  ///   - date: the day that counts as today, as the user wrote it; else `now` is asked.
  ///   - now: seconds since 1970.
  public init(
    kind name: String, id: String, site: String, language: Language, date: String? = nil, now: Int
  ) throws {
    if let path = try NewRecord.scores(kind: name, month: id, site: site, disk: .disk) {
      self.path = path
      return
    }
    let type = RecordKind.types.first {
      [$0.kind.section, $0.kind.name.en, $0.kind.name.zh].contains(name)
    }
    guard let type else { throw Failure(.unknownKind(name)) }
    if let fault = Identifier.fault(in: id) { throw Failure(fault) }
    if Identifier.isReserved(id) { throw Failure(.reservedId(id)) }
    let given = try Day(named: date)
    let disk = Disk.disk
    let ending = type.kind.format.ending
    path = "content/\(type.kind.section)/\(id.composed)\(ending)"
    if disk.kind(site + "/content") != .folder { throw Failure(.noSite(site)) }
    if disk.kind(site + "/" + path) != nil { throw Failure(.exists(path)) }
    // A disk of another kind would take the two files for one.
    let folder = "content/\(type.kind.section)"
    let others = (try? disk.list(site + "/" + folder)) ?? []
    if let other = others.first(where: { Identifier.key($0.name) == Identifier.key(id + ending) }) {
      throw Failure(.exists(folder + "/" + other.name))
    }
    try DiskFault.asFailure {
      let (index, settings) = try Proof.vocabularies(of: site, disk: disk)
      let zone = settings?.timezone ?? Settings.usualZone
      let today = given ?? Zone.day(at: now, in: zone)
      let text = Blank.text(
        type.kind, parts: type.requiredParts, in: language, index: index, today: today)
      try disk.makeContentFolder("content/" + type.kind.section, in: site)
      try disk.create(Array(text.utf8), site + "/" + path)
    }
  }
}

extension Message {
  fileprivate static func unknownKind(_ name: String) -> Message {
    let kinds = RecordKind.types.map { $0.kind }
    return Message(
      "kind",
      Phrase(zh: "没有「\(name)」这种记录", en: "there is no kind of record `\(name)`"),
      fix: Phrase(
        zh: "可写：" + kinds.map { "\($0.name.en)（\($0.name.zh)）" }.joined(separator: "、")
          + "、scores（得分表）",
        en: "known kinds: " + kinds.map(\.name.en).joined(separator: ", ") + ", scores"))
  }

  static func noSite(_ path: String) -> Message {
    Message(
      "no-folder",
      Phrase(zh: "「\(path)」里没有 content 文件夹", en: "there is no folder `content` in `\(path)`"),
      fix: Phrase(zh: "用 --site 指明站点文件夹", en: "name the site's folder with --site"))
  }

  static func exists(_ path: String) -> Message {
    Message(
      "exists", Phrase(zh: "「\(path)」已经存在，没有改动它", en: "`\(path)` exists and was not touched"),
      fix: Phrase(zh: "换一个编号", en: "choose another id"))
  }
}
