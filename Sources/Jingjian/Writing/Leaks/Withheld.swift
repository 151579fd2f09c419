internal import Markdown

/// What is withheld: everything that a build knows and may not publish, as ``Secret``s.
///
/// Left-out and withdrawn records are read again from their files, so that each of their words is looked
/// for, whichever field holds it, and not only those that some page would have shown.
struct Withheld: Sendable {
  let origins: Origins

  private var selection: Selection { origins.selection }
  private var site: Site { origins.site }
  private var folder: String { origins.folder }
  private var disk: Disk { origins.disk }

  /// - Throws: a file that could be read before cannot be read any more.
  func secrets() throws(DiskFault) -> [Secret] {
    var secrets = site.all.flatMap { record in
      record.common.privateWords.map {
        Secret(kind: .word, text: $0, file: record.common.file)
      }
    }
    let leftOut = Set(selection.leftOut.map { "\($0.section)/\($0.id)" })
    let withdrawn = Set(selection.withdrawn.map(\.file))
    let kept = Set(selection.site.all.map(\.common.address))
    let cut = origins.cut
    let records = site.all.map(\.common).filter {
      leftOut.contains("\($0.section)/\($0.id)") || withdrawn.contains($0.file)
        || cut.contains($0.file)
    }
    let texts = try inParallel(records) { common throws(DiskFault) in
      if withdrawn.contains(common.file) { return try told(by: common, isGone: false) }
      let isGone = leftOut.contains("\(common.section)/\(common.id)")
      return try isGone ? told(by: common, isGone: true) : passages(of: common)
    }
    for (common, texts) in zip(records, texts) {
      let address = common.address
      if leftOut.contains("\(common.section)/\(common.id)"), !kept.contains(address) {
        for form in [address.path, address.encoded].uniqued() {
          secrets.append(Secret(kind: .address, text: form, file: common.file))
        }
      }
      secrets += texts
    }
    for file in origins.narrow { secrets += try cells(of: file) }
    return secrets
  }

  private func raw(_ common: RecordHead) throws(DiskFault) -> RawRecord? {
    var ignored: [Diagnostic] = []
    let file = try SourceFile.read(common.file, in: folder, disk: disk, report: &ignored)
    let format = RecordKind.named(common.section)?.format ?? .markdown
    return file.map { RawRecord($0, as: format, report: &ignored) }
  }

  /// The title and the sentences of a record.
  ///
  /// - Parameter isGone: whether nothing of it is shown; of a withdrawn record the reason is, and the
  ///   title where it says so.
  private func told(by common: RecordHead, isGone: Bool) throws(DiskFault) -> [Secret] {
    guard let raw = try raw(common), let kind = RecordKind.named(common.section) else { return [] }
    var shown: [[UInt8]] = []
    if !isGone, let withdrawal = common.withdrawal {
      // What its address says stays public with the notice that stands there.
      shown += [Plain.of(withdrawal.reason), Plain.of(common.address.path)]
      if withdrawal.keepsTitle { shown.append(Plain.of(common.title)) }
    }
    let titles = Secret.isTelling(common.title) ? [common.title] : []
    let texts = raw.fields.map { sentences(of: $0, kind.schema) } ?? []
    let secrets =
      titles.map { Secret(kind: .title, text: $0, file: common.file) }
      + (texts + sentences(of: raw.body)).map {
        Secret(kind: .sentence, text: $0, file: common.file)
      }
    guard !shown.isEmpty else { return secrets }
    return secrets.filter { secret in !shown.contains { $0.holds(Plain.of(secret.text)) } }
  }

  /// The sentences of passages that the reader of a kept record does not see.
  private func passages(of common: RecordHead) throws(DiskFault) -> [Secret] {
    guard let raw = try raw(common) else { return [] }
    let all = [raw.body] + (raw.fields.map(\.texts) ?? [])
    let seen = Set(all.flatMap { sentences(of: Passage.without($0, for: origins.reader)) })
    return all.flatMap(sentences).filter { !seen.contains($0) }.map {
      Secret(kind: .sentence, text: $0, file: common.file)
    }
  }

  /// The sentences of a text in Markdown, with those of all its passages.
  private func sentences(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var html: [UInt8] = []
    Markdown.Document(lines.map { $0.hasPrefix(":::") ? "" : $0 }.joined(separator: "\n"))
      .html(into: &html)
    return Secret.sentences(ofHTML: html)
  }

  /// The sentences in fields that hold texts. A date or a choice tells nothing of where it came from,
  /// and neither do the words by which a record is found and kept back.
  private func sentences(of value: RawValue, _ schema: Schema) -> [String] {
    guard case .mapping(let entries) = value.content else { return [] }
    return entries.flatMap { entry -> [String] in
      guard let place = schema.position(of: entry.key) else { return [] }
      let field = schema.fields[place]
      let isTold = field !== RecordHead.keys.title.field && field !== RecordHead.keys.private.field
      return isTold ? sentences(of: entry.value, field.type) : []
    }
  }

  private func sentences(of value: RawValue, _ type: FieldType) -> [String] {
    switch type {
    case .text, .markdown: value.texts.flatMap(Secret.sentences)
    case .medium: medium(value).flatMap(Secret.sentences)
    case .list(let element), .oneOrMore(let element):
      if case .list(let items) = value.content {
        items.flatMap { sentences(of: $0, element) }
      } else {
        sentences(of: value, element)
      }
    case .group(let schema): sentences(of: value, schema)
    default: []
    }
  }

  /// The words of a medium. Its name is looked for without the ending: where a kept record names a video,
  /// its page also names the picture beside it.
  private func medium(_ value: RawValue) -> [String] {
    switch value.content {
    case .text(let name): [name.withoutEnding]
    case .list(let items): items.flatMap(medium)
    case .mapping(let entries):
      entries.flatMap { entry in
        Medium.keys.file.field.isCalled(entry.key)
          ? medium(entry.value) : entry.value.texts
      }
    }
  }

  /// The sentences in a table, as far as they are in Chinese: other words in it are names of columns and
  /// choices.
  private func cells(of path: String) throws(DiskFault) -> [Secret] {
    var ignored: [Diagnostic] = []
    guard let file = try SourceFile.read(path, in: folder, disk: disk, report: &ignored) else {
      return []
    }
    let all =
      path.ending == "csv"
      ? CSV(file, report: &ignored)?.rows.flatMap { $0.cells.map(\.text) }
      : YAML.parse(file.text, file: path, report: &ignored).map(\.texts)
    return (all ?? []).flatMap(Secret.sentences).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
      .map { Secret(kind: .sentence, text: $0, file: path) }
  }
}

extension Withheld {
  /// Where a word stands in what is shown of a kept source, however it is written.
  func source(of word: String) throws(DiskFault) -> (file: String, line: Int)? {
    let folded = FoldedText.word(word)
    let lines = try inParallel(origins.kept) { path throws(DiskFault) in
      try SourceFile.read(path, in: folder, disk: disk).flatMap {
        Letters(shown(of: $0)).line(of: folded)
      }
    }
    return zip(origins.kept, lines).lazy.compactMap { path, line in
      line.map { (path, $0) }
    }.first
  }

  /// The text of a kept file, with empty lines in the place of passages for others and of the list of
  /// private words, where these are to stay.
  private func shown(of file: SourceFile) -> String {
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in linesOfPrivateWords(file) where lines.indices.contains(line - 1) {
      lines[line - 1] = ""
    }
    return Passage.emptied(
      lines.joined(separator: "\n"), for: origins.reader, isIndented: file.path.ending == "yml")
  }

  /// The texts of kept packets, as HTML: they are written in fields, and read as bodies are.
  private var packetTexts: [[UInt8]] {
    selection.site[PacketRecord.self].flatMap(\.packet.items).compactMap { item in
      if case .text(let html) = item.part { html } else { nil }
    }
  }

  private func linesOfPrivateWords(_ file: SourceFile) -> [Int] {
    let section = file.path.split(separator: "/").dropFirst().first
    guard let kind = section.flatMap({ RecordKind.named(String($0)) }) else { return [] }
    var ignored: [Diagnostic] = []
    let raw = RawRecord(file, as: kind.format, report: &ignored)
    guard case .mapping(let entries)? = raw.fields?.content else { return [] }
    let key = RecordHead.keys.private.field
    return entries.filter { key.isCalled($0.key) }.flatMap { entry -> [Int] in
      guard case .list(let items) = entry.value.content else { return [entry.value.span.line] }
      return items.map(\.span.line)
    }
  }

  /// Those of some texts that stand in a kept source, a template or an asset.
  func standElsewhere(_ texts: Finder, _ theme: Theme) throws(DiskFault) -> Set<Int> {
    let cut = origins.cut
    @Sendable func look(in bytes: [UInt8], isCSS: Bool = false) -> Set<Int> {
      var found: Set<Int> = []
      let plain = Plain(bytes, isCSS: isCSS)
      texts.find(in: plain.text) { text, _ in found.insert(text) }
      texts.find(in: plain.tags) { text, _ in found.insert(text) }
      return found
    }
    var found: Set<Int> = []
    for path in theme.files {
      found.formUnion(look(in: try disk.read(path, .max), isCSS: path.hasSuffix(".css")))
    }
    let bodies = selection.site.all.map(\.common.body.html) + packetTexts
    for part in inParallel(bodies, { look(in: $0) }) { found.formUnion(part) }
    let parts = try inParallel(origins.kept) { path throws(DiskFault) -> Set<Int> in
      guard let file = try SourceFile.read(path, in: folder, disk: disk) else { return [] }
      return look(in: Array((cut.contains(path) ? shown(of: file) : file.text).utf8))
    }
    for part in parts { found.formUnion(part) }
    return found
  }
}
