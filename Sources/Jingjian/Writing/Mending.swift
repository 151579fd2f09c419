internal import Glibc
internal import Markdown

/// Mending: what `check --fix` changes in the content – faults with exactly one right answer, and
/// nothing else. Encodings, byte-order marks, colons behind keys, and the proofreader's certain fixes.
/// Line ends stay what they are. Mending what is mended changes nothing.
public struct Mending: Sendable {
  /// A file and what it is to hold.
  private struct Change: Sendable {
    let path: String
    let before: [UInt8]
    let after: [UInt8]
  }

  private let site: String
  private let disk: Disk
  private let changes: [Change]

  /// Finds what there is to mend; nothing is written.
  public init(site: String) throws {
    self = try DiskFault.asFailure { try Mending(site: site, disk: .disk) }
  }

  init(site: String, disk: Disk) throws(DiskFault) {
    self.site = site
    self.disk = disk
    var ignored: [Diagnostic] = []
    let listing = try Listing(site: site, disk: disk, report: &ignored)
    var changes: [Change] = []
    for path in listing.textFiles {
      // A file that is too large is `check`'s to tell of.
      guard let before = try Mending.read(site + "/" + path, disk),
        let after = Mending.mend(before, path: path), after != before
      else { continue }
      changes.append(Change(path: path, before: before, after: after))
    }
    self.changes = changes
  }

  /// Writes what was found. Each file is replaced in one step, so that none is ever half-written. What was
  /// in another encoding is kept beside it as `NAME.bak`: a reading of bytes is never quite a proof.
  public func write() throws {
    try DiskFault.asFailure {
      for change in changes {
        if Encoding.decode(change.before).encoding.isForeign {
          try disk.replace(change.before, site + "/" + change.path + ".bak")
        }
        try disk.replace(change.after, site + "/" + change.path)
      }
    }
  }

  /// The lines that change, old and new, under the file's name.
  public var diff: String {
    func lines(_ bytes: [UInt8]) -> [Substring.UnicodeScalarView] {
      (Encoding.decode(bytes).text ?? "").withPlainLineEnds.unicodeScalars
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    func shown(_ line: Substring.UnicodeScalarView) -> String { Printer.shown(String(line)) }
    return changes.map { change in
      let encoding = Encoding.decode(change.before).encoding
      let note = encoding == .utf8(mark: false) ? "" : " (\(encoding.name) → UTF-8)"
      let lines = zip(lines(change.before), lines(change.after)).enumerated()
        .filter { !$0.element.0.elementsEqual($0.element.1) }
        .map {
          "\($0.offset + 1)\n- \(shown($0.element.0))\n+ \(shown($0.element.1))\n"
        }
      return Printer.shown(change.path) + note + "\n" + lines.joined()
    }.joined()
  }

  private static func read(_ path: String, _ disk: Disk) throws(DiskFault) -> [UInt8]? {
    do {
      return try disk.read(path, SourceFile.limit)
    } catch  where error.number == EFBIG {
      return nil
    }
  }

  /// The mended bytes; nothing when they are no text.
  private static func mend(_ bytes: [UInt8], path: String) -> [UInt8]? {
    let (decoded, encoding) = Encoding.decode(bytes)
    guard let text = decoded else { return nil }
    switch path.ending {
    case "csv":
      // GB18030 is read, and is what spreadsheets save; they know UTF-8 by its mark alone.
      return encoding == .utf16 ? Array(("\u{FEFF}" + text).utf8) : nil
    case "md", "yml":
      if encoding == .gb18030, !Encoding.isCertain(bytes) { return nil }
      let ends = LineEnds(of: text)
      let isRecord = path.hasSuffix(".md")
      return Array(
        ends.restored(isRecord ? record(ends.plain, path: path) : yaml(ends.plain, path: path)).utf8
      )
    default:
      return encoding == .utf16 || encoding == .gb18030 && Encoding.isCertain(bytes)
        ? Array(text.utf8) : nil
    }
  }

  private static func record(_ text: String, path: String) -> String {
    var report: [Diagnostic] = []
    let file = SourceFile(path: path, text: text)
    guard let matter = FrontMatter(file, report: &report), report.isEmpty else { return text }
    let fences = text.fences(of: matter)
    return fences.opening + yaml(matter.yaml, path: path) + fences.closing + prose(matter.body)
  }

  /// Only the colons: what an indentation should have been is for a person to say.
  private static func yaml(_ text: String, path: String) -> String {
    var ignored: [Diagnostic] = []
    return MendedYAML(text, file: path, firstLine: 1, mendsTabs: false, report: &ignored).text
  }

  /// One fix can make the next one certain, so it is looked again until nothing is left to mend.
  private static func prose(_ text: String) -> String {
    var text = text
    for _ in 0..<100 {
      let mended = mendOnce(text)
      if mended.utf8.elementsEqual(text.utf8) { break }
      text = mended
    }
    return text
  }

  private static func mendOnce(_ text: String) -> String {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0)
    }
    // From the end, so that places before a fix stay where they are.
    for remark in Markdown.Document(text).remarks.reversed() {
      guard let fix = remark.fix, lines.indices.contains(remark.line - 1) else { continue }
      let start = remark.column - 1
      let end = start + remark.length
      guard end <= lines[remark.line - 1].count else { continue }
      lines[remark.line - 1].replaceSubrange(start..<end, with: Array(fix.unicodeScalars))
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}

extension String {
  /// The two fences of front matter as they stand in the file.
  fileprivate func fences(of matter: FrontMatter) -> (opening: String, closing: String) {
    let body = utf8.index(endIndex, offsetBy: -matter.body.utf8.count)
    let yaml = utf8.firstIndex(of: 10).map { utf8.index(after: $0) } ?? startIndex
    let end = utf8.index(yaml, offsetBy: matter.yaml.utf8.count)
    return (String(self[..<yaml]), String(self[end..<body]))
  }
}

extension Encoding {
  fileprivate var isForeign: Bool { if case .utf8 = self { false } else { true } }

  fileprivate var name: String {
    switch self {
    case .utf8(let mark): mark ? "UTF-8 BOM" : "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    case .big5, .mixed, .unknown: "?"
    }
  }
}
