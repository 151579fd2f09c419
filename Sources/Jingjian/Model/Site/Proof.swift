/// The proof: a site's files in, the proven site out, with all faults of all files.
///
/// Files are read, taken apart and proven one by one on all cores, so that of the texts only as many
/// are in memory as there are cores. That works because references are resolved against an index made
/// from file names and vocabularies alone.
struct Proof {
  /// All that could be proven; nothing when the settings could not.
  private(set) var site: Site?
  private(set) var report: [Diagnostic] = []
  /// The files that it was proven from.
  let listing: Listing

  /// For whom a site is proven: passages for others are taken out of its texts.
  enum Viewer {
    /// By its id or name; the widest when absent.
    case named(String?)
    case narrowest
  }

  init(
    site folder: String, for audience: Viewer = .named(nil), disk: Disk
  ) throws(DiskFault) {
    listing = try Listing(site: folder, disk: disk, report: &report)
    report += Lookalike.remarks(on: listing)
    let look = try Harm.look(at: listing.media, in: folder, disk: disk)
    report += look.report
    var index = Index.ofKinds
    var screening = Screening(nil)
    let settings = try Proof.settings(listing, folder, disk, &index, &screening, &report)
    let vocabulary = try Proof.vocabulary(listing, folder, disk, &index, &report)
    let files = Proof.records(listing, &index, &report)
    let rankings = try listing.rankings.map { files throws(DiskFault) in
      try Rankings(
        files, of: vocabulary.departments, site: folder, disk: disk, &index, report: &report)
    }
    let tables = try Tables(
      listing.tables, site: folder, disk: disk, &index, report: &report)
    let reader =
      settings.map {
        Passage.Reader(audiences: $0.audiences, place: $0.place(of: audience) ?? 0)
      } ?? .everybody
    let sources = Sources(
      listing: listing, metrics: tables.metrics,
      register: try Register(
        files.filter { $0.section == Regulation.kind.section }, site: folder, disk: disk),
      captions: try Proof.captions(listing, folder, disk, &report),
      reader: reader, headings: LinkedHeadings(site: folder, disk: disk, reader: reader))
    let (names, screen) = (index, screening)
    let records = try inParallel(files, report: &report) { file, report throws(DiskFault) in
      try Proof.prove(file, folder, disk, names, settings, sources, screen, &report)
    }.compactMap(\.self)
    let others = try screening.report(onOthersOf: listing, in: folder, disk: disk)
    report += others.report
    for check in crossChecks { report += check(records) }
    report = Proofreading.weigh(report, settings?.checks ?? [:]).withOneEncodingNote
    report = try SeenText.placed(report, in: folder, disk: disk)
    if let settings {
      site = Site(
        settings: settings, vocabulary: vocabulary, media: listing.media, drawings: look.drawings,
        unread: others.unread, rankings: rankings, tables: tables, records: records)
    }
  }

  private static func settings(
    _ listing: Listing, _ folder: String, _ disk: Disk, _ index: inout Index,
    _ screening: inout Screening, _ report: inout [Diagnostic]
  ) throws(DiskFault) -> Settings? {
    guard listing.files.contains(Settings.file) else {
      report.append(.error(.noSettings, at: Place(Settings.file)))
      return nil
    }
    let before = report.count
    guard
      let file = try SourceFile.read(Settings.file, in: folder, disk: disk, report: &report),
      let raw = YAML.parse(file.text, file: Settings.file, report: &report)
    else {
      if !report[before...].hasErrors {
        report.append(.error(.emptySettings, at: Place(Settings.file)))
      }
      return nil
    }
    screening = Screening(raw)
    report += screening.report(file, raw)
    var prover = Prover(file: Settings.file, index: index)
    let settings = Settings(raw, &index, &prover)
    report += prover.report
    return settings
  }

  private static func vocabulary(
    _ listing: Listing, _ folder: String, _ disk: Disk, _ index: inout Index,
    _ report: inout [Diagnostic]
  ) throws(DiskFault) -> Vocabulary {
    var raws: [String: RawValue] = [:]
    for path in [Vocabulary.departmentsFile, Vocabulary.rolesFile, Vocabulary.problemsFile]
    where listing.files.contains(path) {
      raws[path] = try YAML.read(path, in: folder, disk: disk, report: &report)
    }
    return Vocabulary(raws, &index, report: &report)
  }

  /// The names that records may use, for `jingjian new`; faults are for `check` to tell.
  static func vocabularies(
    of folder: String, disk: Disk
  ) throws(DiskFault) -> (names: Index, settings: Settings?) {
    var ignored: [Diagnostic] = []
    var index = Index.ofKinds
    let listing = try Listing(site: folder, disk: disk, report: &ignored)
    var screening = Screening(nil)
    let settings = try settings(listing, folder, disk, &index, &screening, &ignored)
    _ = try vocabulary(listing, folder, disk, &index, &ignored)
    return (index, settings)
  }

  /// Departments and indicators, for a new score file; faults are for `check` to tell.
  static func scored(
    in folder: String, disk: Disk
  ) throws(DiskFault) -> (departments: [Department], indicators: Indicators) {
    var ignored: [Diagnostic] = []
    var index = Index.ofKinds
    let listing = try Listing(site: folder, disk: disk, report: &ignored)
    let vocabulary = try vocabulary(listing, folder, disk, &index, &ignored)
    guard listing.rankings?.lists.contains(Indicators.file) == true,
      let raw = try YAML.read(Indicators.file, in: folder, disk: disk, report: &ignored)
    else { return (vocabulary.departments, .none) }
    var prover = Prover(file: Indicators.file, index: index)
    return (vocabulary.departments, Indicators(raw, &index, &prover))
  }

  /// Enters the ids of all records into the index; ids that cannot be used are reported.
  private static func records(
    _ listing: Listing, _ index: inout Index, _ report: inout [Diagnostic]
  ) -> [RecordFile] {
    var files: [RecordFile] = []
    for type in RecordKind.types {
      let section = type.kind.section
      var taken: [String: String] = [:]
      for path in listing.records[section] ?? [] {
        let file = RecordFile(section: section, path: path)
        files.append(file)
        let key = Identifier.key(file.id)
        if let other = taken[key] {
          report.append(.error(.collidingIds(file.path, other), at: Place(path)))
        } else if let fault = Identifier.fault(in: file.id) {
          report.append(.error(fault, at: Place(path)))
        } else if Identifier.isReserved(file.id) {
          report.append(.error(.reservedId(file.id), at: Place(path)))
        }
        taken[key] = path
        index.add(.record(section), id: file.id)
      }
    }
    return files
  }

  /// The captions of the videos that are there.
  private static func captions(
    _ listing: Listing, _ folder: String, _ disk: Disk, _ report: inout [Diagnostic]
  ) throws(DiskFault) -> [Captions] {
    let videos = Set(
      listing.media.filter { MediaKind(of: $0) == .video }.map(\.withoutEnding))
    var captions: [Captions] = []
    for path in listing.media where path.ending == "vtt" && videos.contains(path.withoutEnding) {
      let name = "content/" + path
      guard let file = try SourceFile.read(name, in: folder, disk: disk, report: &report) else {
        continue
      }
      if let read = Captions(file, at: Address(path), report: &report) { captions.append(read) }
    }
    return captions
  }

  private static func prove(
    _ file: RecordFile, _ folder: String, _ disk: Disk, _ index: Index, _ settings: Settings?,
    _ sources: Sources, _ screening: Screening, _ report: inout [Diagnostic]
  ) throws(DiskFault) -> (any Record)? {
    guard let source = try SourceFile.read(file.path, in: folder, disk: disk, report: &report),
      let type = RecordKind.type(file.section)
    else { return nil }
    let raw = RawRecord(source, as: type.kind.format, report: &report)
    report += screening.report(
      source, raw.fields, bodyLine: type.kind.format == .markdown ? raw.bodyLine : nil)
    var prover = Prover(file: file.path, index: index, sources: sources)
    let record = type.prove(raw, id: file.id, settings: settings, &prover)
    report += prover.report
    return record
  }
}

extension Settings {
  /// The place of an audience among those of the site.
  func place(of audience: Proof.Viewer) -> Int? {
    switch audience {
    case .narrowest: audiences.count - 1
    case .named(nil): 0
    case .named(let name?): audiences.firstIndex { $0.id == name || $0.name == name }
    }
  }
}

extension Record {
  /// Proves one record: its fields, its text, what its kind asks beyond them.
  fileprivate static func prove(
    _ raw: RawRecord, id: String, settings: Settings?, _ prover: inout Prover
  ) -> (any Record)? {
    // The text is proven also where the fields are at fault, so that all faults show in one run.
    let body = Body(raw, section: kind.section, &prover)
    let proven = raw.fields.flatMap { prover.proven($0, kind.schema) }
    let head = proven.map(Fields<RecordHead>.init)
    // Of a withdrawn record nobody sees the text any more, and the text may be gone.
    if head?.key(\.withdrawn) == nil { requireParts(of: body, raw, &prover) }
    guard let head else { return nil }
    let fields = head.of(Self.self)
    let aliases = head.located(\.aliases).compactMap { prover.alias($0) }
    let audience = settings?.audience(head.audience) ?? 0
    let common = RecordHead(
      head, section: kind.section, id: id, file: raw.file.path, audience: audience,
      aliases: aliases, body: body, citations: prover.citations)
    if settings?.needsApproval == true, needsApproval(fields), common.approval == nil {
      prover.say(.notApproved, at: fields.span)
    }
    let record = Self(common, fields, &prover)
    if prover.hasCut, !isCutByLines(raw, for: prover.sources.reader) {
      prover.say(.passageInLine, at: fields.span)
    }
    return record
  }

  /// Whether the passages of a file's fields are whole lines of it: only then is it known of each line
  /// who may see it.
  private static func isCutByLines(_ raw: RawRecord, for reader: Passage.Reader) -> Bool {
    var ignored: [Diagnostic] = []
    let text = Passage.without(raw.file.text, for: reader, isIndented: true)
    let cut = RawRecord(
      SourceFile(path: raw.file.path, text: text), as: kind.format, report: &ignored)
    func squeezed(_ texts: [String]) -> [[Unicode.Scalar]] {
      texts.map { $0.unicodeScalars.filter { !$0.properties.isWhitespace } }
    }
    let seen = (raw.fields?.texts ?? []).map { Passage.without($0, for: reader) }
    return squeezed(seen) == squeezed(cut.fields?.texts ?? [])
  }

  private static func requireParts(of body: Body, _ raw: RawRecord, _ prover: inout Prover) {
    guard raw.fields != nil || !raw.body.isEmpty else { return }
    let missing = requiredParts.filter { title in !body.parts.contains { $0.title == title } }
    let near = missing.filter { title in
      guard let heading = body.headings.first(where: { $0.title.contains(title) }) else {
        return false
      }
      prover.say(.nearPart(title), at: heading.span)
      return true
    }
    let absent = missing.filter { !near.contains($0) }
    if !absent.isEmpty {
      prover.say(.missingParts(absent), at: Span(line: raw.bodyLine, column: 1))
    }
    // A part may be all for another audience.
    for part in body.parts
    where requiredParts.contains(part.title) && part.isEmpty && !body.isCut {
      prover.say(.emptyPart(part.title), at: part.span)
    }
  }
}

extension Prover {
  /// An old address as a path from the site's root. One that names no file is a folder's, and leads on
  /// from the `index.html` in it.
  fileprivate mutating func alias(_ item: Located<String>) -> String? {
    let text = item.value
    let parts = (Address.decode(text) ?? "..").split(separator: "/").map { String($0).composed }
    let path = parts.joined(separator: "/")
    // Windows opens no path that is longer than 260 characters with its folders.
    guard !parts.isEmpty, path.utf8.count <= Identifier.limit,
      parts.allSatisfy({ Identifier.fault(in: $0) == nil })
    else {
      say(.alias(text), at: item.span)
      return nil
    }
    return path.hasSuffix(".html") ? path : path + "/index.html"
  }
}

extension Message {
  fileprivate static let noSettings = Message(
    "no-settings",
    Phrase(zh: "没有 content/site.yml", en: "there is no content/site.yml"),
    fix: Phrase(
      zh: "在站点文件夹里新建它，写两行：“名称: …”和“单位: …”；或用 --site 指明站点文件夹",
      en: "write it with two lines, `name: …` and `organ: …`, or name the site's folder with --site"
    ))

  fileprivate static let emptySettings = Message(
    "missing-key",
    Phrase(zh: "site.yml 是空的", en: "site.yml is empty"),
    fix: Phrase(zh: "写两行：“名称: …”和“单位: …”", en: "write two lines, `name: …` and `organ: …`"))

  fileprivate static let notApproved = Message(
    "not-approved",
    Phrase(zh: "没有「审签」，本站规定必须有", en: "`approved` is missing; this site requires it"),
    fix: Phrase(zh: "加上“审签:”，写明审批职务、日期和文书", en: "add `approved:` with `by`, `date` and `document`"))

  fileprivate static let passageInLine = Message(
    "passage",
    Phrase(zh: "这里限定范围的一段没有独立成行", en: "a passage here does not stand in lines of its own"),
    fix: Phrase(
      zh: "正文写成“正文: |”，下面每行缩进，“::: 范围 编号”和“:::”各占一行；代码框不要跨过它",
      en:
        "write the text as `text: |` with indented lines below it, `::: audience ID` and `:::` in lines of their own, and no block of code across them"
    ))

  fileprivate static func missingParts(_ titles: [String]) -> Message {
    Message(
      "missing-part",
      Phrase(
        zh: "正文缺少这些部分：" + titles.joined(separator: "、"),
        en: "the text lacks " + titles.map { "`\($0)`" }.joined(separator: ", ")),
      fix: Phrase(
        zh: "各写一节，以“## 名称”为标题，下面写内容",
        en: "write a part for each, with a heading such as `## \(titles[0])` and a text below it"))
  }

  fileprivate static func nearPart(_ title: String) -> Message {
    Message(
      "missing-part",
      Phrase(
        zh: "这个标题应正好是「## \(title)」", en: "this heading must be exactly `## \(title)`"),
      fix: Phrase(zh: "写成「## \(title)」", en: "write `## \(title)`"))
  }

  fileprivate static func emptyPart(_ title: String) -> Message {
    Message(
      "empty-part",
      Phrase(zh: "「\(title)」下面没有内容", en: "there is nothing below `\(title)`"),
      fix: Phrase(zh: "在标题下面写内容", en: "write a text below the heading"))
  }

  fileprivate static func alias(_ text: String) -> Message {
    Message(
      "alias",
      Phrase(zh: "「\(text)」不能作旧网址", en: "`\(text)` cannot be an old address"),
      fix: Phrase(
        zh: "写从网站根起的路径，如 cases/old.html",
        en: "write a path from the site's root, such as `cases/old.html`"))
  }
}
