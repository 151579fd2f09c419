internal import Template

/// The theme: the templates of a site, checked, and made into one program for each kind of page.
struct Theme: Sendable {
  private let programs: [ObjectIdentifier: Program]
  /// The programs that make chapters of packets.
  private let chapters: [ObjectIdentifier: Program]
  /// What Typst reads, by its name in `print/`, and where it lies on disk.
  let typst: [(name: String, path: String)]
  /// Where all files of the theme lie on disk.
  let files: [String]
  /// Files that pages need beside them, by their address in the site, and where they lie on disk.
  let assets: [(address: Address, path: String)]

  /// The program that makes the chapter of a page.
  func chapter<V: PageView>(_ view: V.Type) -> Program {
    guard let program = chapters[ObjectIdentifier(view)] else {
      preconditionFailure("\(view) is in no room as a chapter")
    }
    return program
  }

  func program<V: PageView>(_ view: V.Type) -> Program {
    guard let program = programs[ObjectIdentifier(view)] else {
      preconditionFailure("\(view) is in no room")
    }
    return program
  }

  /// - Parameters:
  ///   - folders: where templates are looked for, the site's own first: each holds `site/`.
  ///   - pages: all kinds of pages.
  ///   - kinds: those of which packets hold chapters.
  /// - Returns: nothing when a template is at fault, which is reported.
  static func load(
    _ folders: [TemplateFolder], pages: [any PageView.Type], chapters kinds: [any PageView.Type],
    disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> Theme? {
    var sources: [(key: String, source: Source)] = []
    var assets: [(address: Address, path: String)] = []
    var taken: Set<String> = []
    var all: [String] = []
    let before = report.count
    for folder in folders {
      for path in try files(folder.path + "/site", folder, disk: disk, report: &report)
      where taken.insert(path).inserted {
        all.append(folder.path + "/site/" + path)
        if path.hasSuffix(".mustache") {
          let shown = folder.shown + "/site/" + path
          guard
            let file = try SourceFile.read(
              "site/" + path, in: folder.path, shownAs: shown, disk: disk, report: &report)
          else { continue }
          let key = String(path.dropLast(".mustache".count))
          sources.append((key, Source(name: shown, text: file.text)))
        } else if path.hasPrefix("assets/") {
          assets.append((Address(path), folder.path + "/site/" + path))
        }
      }
    }
    let typst = try printFiles(folders, disk: disk, &sources, &all, report: &report)
    let library = Library(sources)
    report += library.faults.map(Diagnostic.init)
    var programs: [ObjectIdentifier: Program] = [:]
    for page in pages {
      guard library.contains(page.template) else {
        report.append(.error(.missingPage(page.template), at: nil))
        continue
      }
      let (program, faults) = library.program(page.template, for: page.pageFields)
      report += faults.map(Diagnostic.init)
      programs[ObjectIdentifier(page)] = program?.changing(Elements.separated)
    }
    var chapters: [ObjectIdentifier: Program] = [:]
    for page in kinds {
      let name = "print/" + page.template
      guard library.contains(name) else {
        report.append(.error(.missingPage("../" + name), at: nil))
        continue
      }
      let (program, faults) = library.program(name, for: page.pageFields)
      report += faults.map(Diagnostic.init)
      chapters[ObjectIdentifier(page)] = program
    }
    guard !report[before...].hasErrors else { return nil }
    return Theme(
      programs: programs, chapters: chapters, typst: typst, files: all,
      assets: assets.sorted { $0.address.path < $1.address.path })
  }

  /// The templates of chapters join the others; what Typst reads is only listed.
  private static func printFiles(
    _ folders: [TemplateFolder], disk: Disk, _ sources: inout [(key: String, source: Source)],
    _ all: inout [String], report: inout [Diagnostic]
  ) throws(DiskFault) -> [(name: String, path: String)] {
    var typst: [(name: String, path: String)] = []
    var taken: Set<String> = []
    for folder in folders {
      for path in try files(folder.path + "/print", folder, disk: disk, report: &report)
      where taken.insert(path).inserted {
        all.append(folder.path + "/print/" + path)
        if path.hasSuffix(".mustache") {
          let shown = folder.shown + "/print/" + path
          guard
            let file = try SourceFile.read(
              "print/" + path, in: folder.path, shownAs: shown, disk: disk, report: &report)
          else { continue }
          sources.append(
            (
              "print/" + path.dropLast(".mustache".count), Source(name: shown, text: file.text)
            ))
        } else if path.hasSuffix(".typ") {
          typst.append((path, folder.path + "/print/" + path))
        }
      }
    }
    return typst.sorted { $0.name < $1.name }
  }

  private static func files(
    _ path: String, _ folder: TemplateFolder, disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> [String] {
    var files: [String] = []
    func shown(_ path: String) -> String { folder.shown + path.dropFirst(folder.path.count) }
    // Behind a link there might be all files of the machine.
    if disk.kind(path) == .link {
      report.append(.error(.link, at: Place(shown(path))))
      return []
    }
    for entry in try disk.list(path) where !entry.name.hasPrefix(".") {
      if let fault = Identifier.fault(in: entry.name) {
        report.append(.error(fault, at: Place(shown(path + "/" + entry.name))))
      }
      switch entry.kind {
      case .file where disk.size(path + "/" + entry.name) > Harm.limit:
        report.append(.error(.heavy(limit: Harm.limit), at: Place(shown(path + "/" + entry.name))))
      case .file: files.append(entry.name)
      case .folder:
        let inside = try self.files(path + "/" + entry.name, folder, disk: disk, report: &report)
        files += inside.map { entry.name + "/" + $0 }
      case .link, .other:
        report.append(.error(.link, at: Place(shown(path + "/" + entry.name))))
      }
    }
    return files
  }
}

/// A folder with templates, and how it is called in diagnostics.
struct TemplateFolder: Sendable {
  let path: String
  let shown: String
}

extension Diagnostic {
  fileprivate init(_ fault: Fault) {
    self = .error(
      Message(fault.fact),
      at: Place(fault.file, line: fault.line, column: fault.column, length: fault.length))
  }
}

extension Message {
  fileprivate static func missingPage(_ name: String) -> Message {
    Message(
      "template",
      Phrase(zh: "找不到模板 site/\(name).mustache", en: "there is no template site/\(name).mustache"),
      fix: Phrase(
        zh: "templates 文件夹应与程序放在一起，或用 --templates 指明",
        en: "the folder templates belongs beside the program; or name it with --templates"))
  }

  fileprivate init(_ fact: Fault.Fact) {
    self.init("template", fact.words, fix: fact.fix)
  }
}

extension Fault.Fact {
  fileprivate var words: Phrase {
    switch self {
    case .unclosedTag: Phrase(zh: "标签没有写完", en: "the tag is not closed")
    case .emptyTag: Phrase(zh: "标签里没有名称", en: "the tag has no name")
    case .malformedName(let name): Phrase(zh: "「\(name)」不能作名称", en: "`\(name)` is no name")
    case .malformedDelimiters:
      Phrase(zh: "改分隔符要写两个分隔符", en: "a set-delimiter tag names two delimiters")
    case .unclosed(let name): Phrase(zh: "「\(name)」没有结束", en: "`\(name)` is not closed")
    case .mismatchedClose(let name, let expected, let line):
      Phrase(
        zh: "这里结束「\(name)」，但第 \(line) 行打开的是「\(expected)」",
        en: "`\(name)` is closed here, but `\(expected)` was opened in line \(line)")
    case .strayClose(let name): Phrase(zh: "没有打开过「\(name)」", en: "`\(name)` was never opened")
    case .outsideBlock(let name, let parent):
      Phrase(
        zh: "「\(name)」在「\(parent)」里，却不在任何块中，永远不会显示",
        en: "`\(name)` stands in `\(parent)` outside any block and would never be shown")
    case .repeatedBlock(let name):
      Phrase(zh: "块「\(name)」写了两次", en: "the block `\(name)` is given twice")
    case .unknownBlock(let name, _, let parent):
      Phrase(zh: "「\(parent)」没有块「\(name)」", en: "`\(parent)` has no block `\(name)`")
    case .missingTemplate(let name, _):
      Phrase(zh: "没有模板「\(name)」", en: "there is no template `\(name)`")
    case .cycle(let names):
      Phrase(
        zh: "模板包含了它自己：" + names.joined(separator: " → "),
        en: "the template includes itself: " + names.joined(separator: " → "))
    case .unknownName(let name, _, let view):
      Phrase(zh: "「\(view)」没有「\(name)」", en: "`\(view)` has no `\(name)`")
    case .notAnObject(let name, _):
      Phrase(zh: "「\(name)」下面没有别的名称", en: "`\(name)` has no names inside")
    case .notPrintable(let name, _):
      Phrase(zh: "「\(name)」不是文字，不能直接显示", en: "`\(name)` is not a text and cannot be printed")
    case .tooDeep(let limit):
      Phrase(zh: "嵌套太深：最多 \(limit) 层", en: "nested too deeply: at most \(limit) levels")
    case .tooLarge(let limit):
      Phrase(
        zh: "模板太大：最多 \(limit >> 20) MiB",
        en: "the template is too large: at most \(limit >> 20) MiB")
    }
  }

  fileprivate var fix: Phrase? {
    switch self {
    case .unknownBlock(_, let nearest?, _), .missingTemplate(_, let nearest?),
      .unknownName(_, let nearest?, _):
      .didYouMean(nearest)
    case .notPrintable(let name, _) where name != ".":
      Phrase(zh: "写成 {{#\(name)}}…{{/\(name)}}", en: "write `{{#\(name)}}…{{/\(name)}}`")
    default: nil
    }
  }
}
