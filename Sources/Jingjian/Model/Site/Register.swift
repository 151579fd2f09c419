internal import Markdown

/// The register: the regulations of the site as far as citations need them, read before any record is
/// proven, because every record may cite them.
struct Register: Sendable {
  struct Articles: Sendable {
    let id: String
    /// The id of the heading of each article.
    let articles: [Article: String]
  }

  private var regulations: [String: Articles] = [:]

  /// Of a site without regulations.
  init() {}

  /// - Parameter files: the regulations' files. Of one that cannot be read or is withdrawn nothing
  ///   is entered; what is wrong with it is said when it is proven.
  init(_ files: [RecordFile], site: String, disk: Disk) throws(DiskFault) {
    for file in files {
      guard let source = try SourceFile.read(file.path, in: site, disk: disk) else { continue }
      var ignored: [Diagnostic] = []
      let raw = RawRecord(source, report: &ignored)
      guard let title = raw.fields?.text(RecordHead.keys.title),
        raw.fields?.entry(RecordHead.keys.withdrawn) == nil
      else { continue }
      let document = Markdown.Document(raw.body)
      let articles = document.headings.compactMap { heading in
        Article(heading: heading.title).map { ($0, heading.id) }
      }
      regulations[Register.key(title)] = Articles(
        id: file.id, articles: Dictionary(articles, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The regulation of a title as it stands between 《 and 》.
  func regulation(_ title: String) -> Articles? { regulations[Register.key(title)] }

  /// Titles are the same whatever spaces and width their brackets have.
  private static func key(_ title: String) -> String {
    String(
      title.unicodeScalars.compactMap { scalar -> Character? in
        switch scalar {
        case "(": "（"
        case ")": "）"
        default: scalar.properties.isWhitespace ? nil : Character(scalar)
        }
      })
  }
}
