internal import Markdown
internal import Synchronization

/// The headings of records, each read when a link leads to one: a text may name them as they are written,
/// and only the record knows their ids.
final class LinkedHeadings: Sendable {
  private let site: String
  private let disk: Disk
  private let reader: Passage.Reader
  private let read = Mutex<[String: HeadingNames]>([:])

  init(site: String, disk: Disk, reader: Passage.Reader) {
    (self.site, self.disk, self.reader) = (site, disk, reader)
  }

  /// The id of a heading by its id or its text; nothing where the file has none of it, or is none.
  @Sendable func id(_ fragment: String, in path: String) -> String? {
    if let known = read.withLock({ $0[path] }) { return known.id(meantBy: fragment) }
    let names = HeadingNames(headings(of: path))
    read.withLock { $0[path] = names }
    return names.id(meantBy: fragment)
  }

  private func headings(of path: String) -> [Heading] {
    // What cannot be read is told where the record is proven.
    guard path.hasSuffix(".md"),
      let source = try? SourceFile.read(path, in: site, disk: disk)
    else { return [] }
    var ignored: [Diagnostic] = []
    let raw = RawRecord(source, report: &ignored)
    let text = Passage.emptied(raw.body, for: reader, isIndented: false)
    return Markdown.Document(text, references: References(isTaken: FrameIds.hold)).headings
  }
}
