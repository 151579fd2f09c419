/// A listing: which files the site's content consists of, by what they are, before any is read.
struct Listing: Sendable {
  /// Records with pages by section, each section sorted by file name.
  var records: [String: [String]] = [:]
  /// Files under `content/media/`, by their path from `content/`: `media/a.png`.
  var media: [String] = []
  /// The single files that are there: `content/site.yml` and the vocabularies.
  var files: Set<String> = []
  /// The files of sections that are kept as tables, by section, each sorted by file name.
  var tables: [String: [String]] = [:]
  /// What lies under `content/rankings/`; nothing when there is no such folder.
  var rankings: RankingFiles?

  /// The files that are read as text: records, lists, tables, and the captions of videos.
  var textFiles: [String] {
    files.sorted() + records.keys.sorted().flatMap { records[$0] ?? [] }
      + tables.keys.sorted().flatMap { tables[$0] ?? [] }
      + (rankings.map { $0.lists.sorted() + $0.scores.map(\.path) } ?? [])
      + media.filter { $0.ending == "vtt" }.map { "content/" + $0 }
  }

  /// Lists `content/` of the site; what does not belong there is reported, never passed over.
  init(site: String, disk: Disk, report: inout [Diagnostic]) throws(DiskFault) {
    let known = [
      Settings.file, Vocabulary.departmentsFile, Vocabulary.rolesFile, Vocabulary.problemsFile,
    ]
    for entry in try disk.list(site + "/content") where !Disk.Entry.isHidden(entry.name) {
      let path = "content/" + entry.name
      switch entry.kind {
      case .file where known.contains(path): files.insert(path)
      case .folder where entry.name == "media":
        try listMedia("content/media", in: site, disk: disk, report: &report)
      case .folder where RecordKind.named(entry.name) != nil:
        let format = RecordKind.named(entry.name)?.format ?? .markdown
        records[entry.name] = try Listing.files(
          of: entry.name, in: site, disk: disk, report: &report,
          where: { "." + $0.ending == format.ending },
          other: {
            ["docx", "doc", "wps"].contains($0.ending) ? .wordFile : .otherFormat(format, $0)
          })
      case .folder where entry.name == Rankings.section:
        rankings = try RankingFiles(site: site, disk: disk, report: &report)
      case .folder where Tables.sections.contains(entry.name):
        tables[entry.name] = try Listing.files(
          of: entry.name, in: site, disk: disk, report: &report,
          where: { Tables.reads($0, in: entry.name) },
          other: {
            switch true {
            case $0.isWorkbook: .workbook(in: "content/" + entry.name)
            case $0.isTableAsText: .tableAsText($0.withoutEnding)
            case $0.ending == "yaml": .longEnding($0.withoutEnding)
            default: .notTable(entry.name)
            }
          })
      case .link: report.append(.error(.link, at: Place(path)))
      case .file where known.contains("content/" + entry.name.nameWithoutUnseen):
        report.append(.error(.unseen(in: entry.name), at: Place(path)))
      default:
        let names = known.map { String($0.dropFirst(8)) } + Section.all.map(\.id) + ["media"]
        let place = Phrase(
          zh: "要下载的文件放进 content/media，其余的移出 content",
          en: "move files to be linked into content/media, others out of content")
        report.append(.error(.unknownFile(entry.name, among: names, place), at: Place(path)))
      }
    }
  }

  /// A name whose bytes are no UTF-8 (packed on a Chinese Windows) cannot be opened by the name we see.
  private static func isUnreadable(_ name: String) -> Bool { name.contains("\u{FFFD}") }

  /// The files of a section that belong there; for each that does not `other` says why.
  private static func files(
    of section: String, in site: String, disk: Disk, report: inout [Diagnostic],
    where belongs: (String) -> Bool, other: (String) -> Message
  ) throws(DiskFault) -> [String] {
    var files: [String] = []
    for entry in try disk.list(site + "/content/" + section) where !Disk.Entry.isHidden(entry.name)
    {
      let path = "content/\(section)/\(entry.name)"
      switch entry.kind {
      case _ where isUnreadable(entry.name):
        report.append(.error(.unreadableName, at: Place(path)))
      case .file where belongs(entry.name): files.append(path)
      case .file where belongs(entry.name.nameWithoutUnseen):
        report.append(.error(.unseen(in: entry.name), at: Place(path)))
      case .file: report.append(.error(other(entry.name), at: Place(path)))
      case .folder: report.append(.error(.folder(section), at: Place(path)))
      case .link, .other: report.append(.error(.link, at: Place(path)))
      }
    }
    return files
  }

  private mutating func listMedia(
    _ folder: String, in site: String, disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) {
    for entry in try disk.list(site + "/" + folder) where !Disk.Entry.isHidden(entry.name) {
      let path = folder + "/" + entry.name
      switch entry.kind {
      case _ where Listing.isUnreadable(entry.name):
        report.append(.error(.unreadableName, at: Place(path)))
      case .file, .folder:
        if let fault = Identifier.fault(in: entry.name) {
          report.append(.error(fault, at: Place(path)))
        }
        if entry.kind == .folder {
          try listMedia(path, in: site, disk: disk, report: &report)
        } else {
          media.append(String(path.dropFirst("content/".count)))
        }
      case .link, .other: report.append(.error(.link, at: Place(path)))
      }
    }
  }
}

extension Message {
  fileprivate static let unreadableName = Message(
    "file-name",
    Phrase(zh: "文件名的编码不是 UTF-8", en: "the file's name is not in UTF-8"),
    fix: Phrase(zh: "给文件重新命名", en: "rename the file"))

  static let link = Message(
    "symbolic-link",
    Phrase(zh: "这里是链接（快捷方式），不是文件", en: "this is a symbolic link, not a file"),
    fix: Phrase(zh: "把文件本身放到这里", en: "put the file itself here"))

  /// - Parameter place: what belongs where.
  fileprivate static let wordFile = Message(
    "not-markdown",
    Phrase(zh: "这里不能放 Word 文件", en: "Word files cannot be read here"),
    fix: Phrase(
      zh: "在 Word 里“另存为”纯文本（UTF-8），再运行 jingjian import 文件名",
      en: "save it as plain text (UTF-8) and run jingjian import FILE"))

  /// - Parameter name: that of a file; a text under another ending is most likely meant.
  fileprivate static func otherFormat(_ format: RawRecord.Format, _ name: String) -> Message {
    let ending = format.ending
    if format == .yaml, name.ending == "yaml" { return longEnding(name.withoutEnding) }
    if ["markdown", "txt", "text"].contains(name.ending) {
      let meant = name.withoutEnding + ending
      return Message(
        format == .markdown ? "not-markdown" : "not-yaml",
        Phrase(zh: "这个文件夹只放 \(ending) 文件", en: "only \(ending) files belong in this folder"),
        fix: format == .markdown
          ? Phrase(
            zh: "写好了前面各键的，改名为 \(meant)；只有正文的，运行 jingjian import 文件名",
            en:
              "rename it \(meant) when it has its keys; a mere text goes through jingjian import FILE"
          )
          : Phrase(zh: "改名为 \(meant)", en: "rename it \(meant)"))
    }
    return Message(
      format == .markdown ? "not-markdown" : "not-yaml",
      Phrase(zh: "这个文件夹只放 \(ending) 文件", en: "only \(ending) files belong in this folder"),
      fix: format == .markdown
        ? Phrase(
          zh: "图片和附件放进 content/media", en: "move pictures and attachments into content/media")
        : Phrase(
          zh: "把扩展名改成 .yml；里面只写各键，不写“---”和正文",
          en: "end its name in .yml; it holds keys alone, without `---` and a text"))
  }

  fileprivate static func longEnding(_ stem: String) -> Message {
    Message(
      "not-yaml", Phrase(zh: "扩展名应是 .yml", en: "its name ends in .yml here"),
      fix: Phrase(zh: "改名为 \(stem).yml", en: "rename it \(stem).yml"))
  }

  static func tableAsText(_ stem: String) -> Message {
    Message(
      "unknown-file",
      Phrase(zh: "表格的扩展名应是 .csv", en: "the name of a table ends in .csv"),
      fix: Phrase(
        zh: "是表格的（如 Excel 存的“Unicode 文本”），改名为 \(stem).csv；不是的，移出这个文件夹",
        en:
          "if it is one, such as Excel's “Unicode Text”, rename it \(stem).csv; if not, move it out of this folder"
      ))
  }

  fileprivate static func notTable(_ section: String) -> Message {
    let form = Tables.form(of: section)
    return Message(
      "unknown-file",
      Phrase(zh: "这个文件夹只放\(form.zh)", en: "in this folder belong only \(form.en)"),
      fix: Phrase(zh: "改名，或移出这个文件夹", en: "rename it, or move it out of this folder"))
  }

  fileprivate static func folder(_ section: String) -> Message {
    Message(
      "folder",
      Phrase(zh: "content/\(section) 里不再分文件夹", en: "content/\(section) has no folders inside"),
      fix: Phrase(
        zh: "把文件直接放在 content/\(section) 里", en: "put the files directly into content/\(section)"))
  }
}
