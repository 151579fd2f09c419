/// A withdrawal that is written into a record: `jingjian withdraw` (docs/format.md, "Withdrawal").
///
/// The two lines go behind the last key, in the language of the file's own keys; all else stays as it was
/// written, byte for byte. What comes of it is proven before the file is replaced in one step.
public struct WithdrawnRecord: Sendable {
  /// The record's file, from the site's folder.
  public let path: String
  /// Packets that name the record, by their files.
  private let packets: [String]
  /// The folders with published editions that still show the record, each with its audience.
  private let editions: [(folder: String, audience: String?)]
  /// What would keep a site from being published with the withdrawal in it; then nothing was written.
  private let faults: [Diagnostic]
  /// The file as it would be, line by line, to show its faults in.
  private let lines: [Substring.UnicodeScalarView]

  /// Whether it is written, and the next build was proven to pass.
  public var isWritten: Bool { faults.isEmpty }

  /// - Parameters:
  ///   - id: `cases/x`, with its ending too, or `x` or a title where only one record is called so.
  ///   - reason: shown on the page.
  ///   - keepsTitle: whether the title stays there too.
  ///   - date: the day of the withdrawal, as the user wrote it; else `now` is asked.
  ///   - now: seconds since 1970.
  ///   - templates: as those of a build, which is tried for each audience.
  /// - Throws: ``Failure``; then nothing was written.
  public init(
    id: String, reason: String, keepsTitle: Bool, site: String, date: String? = nil, now: Int,
    templates: [(path: String, shown: String)]
  ) throws {
    self = try DiskFault.asFailure {
      try WithdrawnRecord(
        id: id, reason: reason, keepsTitle: keepsTitle, site: site, date: date, now: now,
        templates: templates, disk: .disk)
    }
  }

  init(
    id: String, reason: String, keepsTitle: Bool, site: String, date: String?, now: Int,
    templates: [(path: String, shown: String)], disk: Disk
  ) throws {
    let reason = reason.trimmed
    guard !reason.isEmpty, !reason.unicodeScalars.contains(where: \.isBreak) else {
      throw Failure(.noReason)
    }
    let given = try Day(named: date)
    if disk.kind(site + "/content") != .folder { throw Failure(.noFolder(site + "/content")) }
    var ignored: [Diagnostic] = []
    let listing = try Listing(site: site, disk: disk, report: &ignored)
    let proven = try Proof(site: site, for: .narrowest, disk: disk).site
    let today = Zone.day(at: now, in: proven?.settings.timezone ?? Settings.usualZone)
    let record = try WithdrawnRecord.find(id, in: listing, proven)
    if proven?.all.contains(where: { $0.common.file == record.path && $0.common.isDraft }) == true {
      throw Failure(.draft(record.path))
    }
    packets = WithdrawnRecord.packets(naming: record, in: proven)
    path = record.path
    editions = WithdrawnRecord.editions(
      showing: Address(section: record.section, id: record.id), of: site, disk)
    let bytes = try disk.read(site + "/" + path, SourceFile.limit)
    let text = try WithdrawnRecord.text(
      bytes, of: record, Withdrawal(date: given ?? today, reason: reason, keepsTitle: keepsTitle))
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var request = Build.Request(site: site, output: nil, templates: templates, now: now)
    request.date = "\(max(given ?? today, today))"
    faults = try request.faults(
      for: proven?.settings.audiences.map(\.id),
      disk.showing(Array(text.utf8), at: site + "/" + path))
    guard faults.isEmpty else { return }
    // Nothing is lost that somebody wrote meanwhile.
    guard try disk.read(site + "/" + path, SourceFile.limit) == bytes else {
      throw DiskFault(action: .change, path: site + "/" + path, number: 0)
    }
    try disk.replace(Array(text.utf8), site + "/" + path)
  }

  /// What keeps the site from being published, as it is printed.
  public func diagnostics(in language: Language, site: String) -> String {
    let (path, own, others) = (path, lines, SourceLines(site: site))
    let printer = Printer(language: language, form: .text) { file, line in
      guard file == path else { return others.line(of: file, line) }
      return own.indices.contains(line - 1) ? String(own[line - 1]) : nil
    }
    return printer.print(faults.sortedForPrinting() + [.error(.unproven(path), at: nil)])
  }

  /// What was done and what follows, a line each.
  public func text(in language: Language) -> String {
    var phrases = [
      Phrase(
        zh: "已在 \(path) 写下撤回，已核对能够生成；请马上运行 jingjian build：在那以前，原文仍在网上，以后原网址只留撤回说明",
        en:
          "the withdrawal is written into \(path) and a build will pass; run jingjian build now: until then the text is published, from then on a notice stands at its address"
      )
    ]
    if editions.count > 1 || editions.contains(where: { $0.folder != "output" }) {
      let zh = editions.map { $0.folder + ($0.audience.map { "（\($0)）" } ?? "") }
      let en = editions.map { $0.folder + ($0.audience.map { " (\($0))" } ?? "") }
      phrases.append(
        Phrase(
          zh: "这些版本还显示它，都要重新生成（jingjian build --editions 一次全做）：" + zh.joined(separator: "、"),
          en:
            "these editions still show it, build each of them (`jingjian build --editions` makes all): "
            + en.joined(separator: ", ")))
    }
    if !packets.isEmpty {
      phrases.append(
        Phrase(
          zh: "点名收有它的印刷材料：\(packets.joined(separator: "、"))；"
            + "这些和按条件收有它的，下次生成时注明已更正并重新做，印发过的请收回",
          en:
            "packets that name it: \(packets.joined(separator: ", ")); these and those that hold it by "
            + "a condition will say so and be made anew; call in what was handed out"))
    }
    return phrases.map { Printer.shown($0.said(in: language)) + "\n" }.joined()
  }

  private static func editions(
    showing address: Address, of site: String, _ disk: Disk
  ) -> [(folder: String, audience: String?)] {
    let names = ((try? disk.list(site)) ?? []).map(\.name).filter {
      $0 == "output" || $0.hasPrefix("output-")
    }
    return names.sorted().compactMap { name in
      guard let manifest = Manifest.read(in: "\(site)/\(name)/site", disk: disk),
        manifest.files.contains(where: { $0.path == address.path }),
        !manifest.withdrawn.contains(address.path)
      else { return nil }
      return (name, manifest.edition ?? manifest.audience)
    }
  }

  /// The one record that is meant.
  private static func find(
    _ name: String, in listing: Listing, _ site: Site?
  ) throws -> RecordFile {
    let all = RecordKind.types.flatMap { type in
      let section = type.kind.section
      return (listing.records[section] ?? []).map { RecordFile(section: section, path: $0) }
    }
    let names = all.map { "\($0.section)/\($0.id)" }
    let titles = Dictionary(
      (site?.all ?? []).map { ($0.common.file, $0.common.title) }, uniquingKeysWith: { a, _ in a })
    let found = all.indices.filter { n in
      let path = all[n].path
      return [all[n].id, names[n], path, String(path.dropFirst("content/".count)), titles[path]]
        .contains { $0.map(Identifier.key) == Identifier.key(name) }
    }
    guard let first = found.first else {
      throw Failure(
        .noRecord(
          name,
          nearest: Suggestion.nearest(
            to: name, among: names + all.map(\.id) + titles.values.sorted())))
    }
    guard found.count == 1 else { throw Failure(.severalRecords(name, found.map { names[$0] })) }
    return all[first]
  }

  /// The file with the withdrawal in it.
  private static func text(
    _ bytes: [UInt8], of record: RecordFile, _ withdrawal: Withdrawal
  ) throws -> String {
    guard case (let decoded?, .utf8(let mark)) = Encoding.decode(bytes),
      let kind = RecordKind.named(record.section)
    else { throw Failure(.mendFirst(record.path)) }
    var report: [Diagnostic] = []
    let ends = LineEnds(of: decoded)
    let text = ends.plain
    let file = SourceFile(path: record.path, text: text)
    let raw = RawRecord(file, as: kind.format, report: &report)
    guard !report.hasErrors, case .mapping(let entries)? = raw.fields?.content,
      let first = entries.first
    else { throw Failure(.mendFirst(record.path)) }
    if let entry = raw.withdrawal {
      throw Failure(.alreadyWithdrawn(record.path, line: entry.keySpan.line))
    }
    let isChinese = !first.key.unicodeScalars.allSatisfy(\.isASCII)
    let indent = String(repeating: " ", count: first.keySpan.column - 1)
    let lines = withdrawal.lines(isChinese: isChinese).map { indent + $0 + "\n" }.joined()
    let place = text.endOfKeys(kind.format, of: file)
    let before = String(text[..<place])
    let isOpen = before.unicodeScalars.last.map { $0 != "\n" } ?? false
    let withdrawn = before + (isOpen ? "\n" : "") + lines + text[place...]
    let after = (mark ? "\u{FEFF}" : "") + ends.restored(withdrawn)
    guard after.holds(withdrawal, besides: entries.count, in: record, kind) else {
      throw Failure(.mendFirst(record.path))
    }
    return after
  }

  /// The packets that name it among their contents.
  private static func packets(
    naming record: RecordFile, in site: Site?
  ) -> [String] {
    (site?[PacketRecord.self] ?? []).filter { packet in
      packet.citations.contains { $0.section == record.section && $0.id == record.id }
    }.map { $0.common.file }.sorted()
  }
}

extension Build.Request {
  /// What keeps a site from being published for some audience: the errors of the first for which it fails.
  fileprivate func faults(for audiences: [String]?, _ disk: Disk) throws -> [Diagnostic] {
    for audience in audiences.map({ $0.map(Optional.some) }) ?? [nil] {
      var request = self
      request.audience = audience
      let outcome = try Build.run(request, disk: disk) { _ in }
      if !outcome.isFine { return outcome.report.filter { $0.severity == .error } }
    }
    return []
  }
}

extension Disk {
  /// This disk, as if a file held other bytes.
  fileprivate func showing(_ bytes: [UInt8], at path: String) -> Disk {
    let read = read
    var disk = self
    disk.read = { name, limit throws(DiskFault) in name == path ? bytes : try read(name, limit) }
    return disk
  }
}

extension Withdrawal {
  /// As it is written below a record's other keys.
  fileprivate func lines(isChinese: Bool) -> [String] {
    func name(_ key: any FieldKey) -> String { key.field.name(isChinese: isChinese) }
    var quoted = ""
    for scalar in reason.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    let keys = Withdrawal.keys
    let title = "  \(name(keys.keepTitle)): \(true.written(isChinese: isChinese))"
    return [
      "\(name(RecordHead.keys.withdrawn)):", "  \(name(keys.date)): \(date)",
      "  \(name(keys.reason)): \"\(quoted)\"",
    ] + (keepsTitle ? [title] : [])
  }
}

extension String {
  /// Behind the last of a record's keys.
  fileprivate func endOfKeys(_ format: RawRecord.Format, of file: SourceFile) -> String.Index {
    var ignored: [Diagnostic] = []
    guard format == .markdown, let matter = FrontMatter(file, report: &ignored) else {
      return endIndex
    }
    let opening = utf8.firstIndex(of: 10).map { utf8.index(after: $0) } ?? startIndex
    return utf8.index(opening, offsetBy: matter.yaml.utf8.count)
  }

  /// Whether a reader of the file would find the withdrawal in it, and as many other keys as before.
  fileprivate func holds(
    _ withdrawal: Withdrawal, besides others: Int, in record: RecordFile, _ kind: RecordKind
  ) -> Bool {
    guard let text = Encoding.decode(Array(utf8)).text else { return false }
    var report: [Diagnostic] = []
    let file = SourceFile(path: record.path, text: text.withPlainLineEnds)
    let raw = RawRecord(file, as: kind.format, report: &report)
    var prover = Prover(file: record.path, index: Jingjian.Index())
    guard !report.hasErrors, case .mapping(let entries)? = raw.fields?.content,
      entries.count == others + 1, let entry = raw.withdrawal,
      let fields = prover.fields(entry.value, Withdrawal.self)
    else { return false }
    return Withdrawal(fields) == withdrawal
  }
}

extension RawRecord {
  /// The key that says that it is withdrawn, whatever it says.
  fileprivate var withdrawal: RawValue.Entry? {
    guard case .mapping(let entries)? = fields?.content else { return nil }
    return entries.first { RecordHead.keys.withdrawn.field.isCalled($0.key) }
  }
}

extension Unicode.Scalar {
  /// What ends a line or cannot be seen.
  fileprivate var isBreak: Bool {
    isForbidden || value == 9 || value == 10 || value == 13 || value == 0x2028 || value == 0x2029
  }
}

extension Message {
  fileprivate static let noReason = Message(
    "withdraw",
    Phrase(zh: "没有写撤回的原因", en: "the reason is missing"),
    fix: Phrase(
      zh: "用 --reason \"...\" 写一句话，不换行；它会显示在页面上",
      en: "write it with --reason \"...\", in one line; it is shown on the page"))

  fileprivate static func draft(_ path: String) -> Message {
    Message(
      "withdraw",
      Phrase(
        zh: "\(path) 是草稿，没有发布过，没有什么可撤回", en: "\(path) is a draft and was not published"),
      fix: Phrase(zh: "不要了就删去这个文件", en: "delete the file where it is not needed"))
  }

  fileprivate static func unproven(_ path: String) -> Message {
    Message(
      "withdraw",
      Phrase(
        zh: "没有写入 \(path)：写上撤回以后，有上面这些错误，网站不能生成，原文就会一直留在网上",
        en:
          "nothing was written into \(path): with the withdrawal in it the errors above would keep the site from being built, and the text published"
      ),
      fix: Phrase(zh: "先改好它们，再撤回一次", en: "mend them, then withdraw it again"))
  }

  fileprivate static func noRecord(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有「\(name)」这条记录", en: "there is no record `\(name)`"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "写文件名，不带扩展名，如 cases/anli-1", en: "write a file's name without its ending, `cases/x`"))
  }

  fileprivate static func severalRecords(_ name: String, _ found: [String]) -> Message {
    Message(
      "withdraw",
      Phrase(zh: "「\(name)」有几条记录", en: "several records are called `\(name)`"),
      fix: Phrase(
        zh: "写清是哪一条：" + found.joined(separator: "、"),
        en: "say which one: " + found.map { "`\($0)`" }.joined(separator: ", ")))
  }

  fileprivate static func alreadyWithdrawn(_ path: String, line: Int) -> Message {
    Message(
      "withdraw",
      Phrase(zh: "\(path) 第 \(line) 行已经写了撤回", en: "\(path) is withdrawn already, in line \(line)"),
      fix: Phrase(zh: "要改原因或日期，就改那里", en: "to change the reason or the day, change it there"))
  }

  fileprivate static func mendFirst(_ path: String) -> Message {
    Message(
      "withdraw",
      Phrase(zh: "\(path) 现在的写法不能由程序改", en: "\(path) cannot be changed as it is written"),
      fix: Phrase(
        zh: "先运行 jingjian check，照提示改好；或自己加上“撤回:”及其下的“日期:”“原因:”",
        en:
          "run jingjian check and mend what it says; or add `withdrawn:` with `date:` and `reason:` yourself"
      ))
  }
}
