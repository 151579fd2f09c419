internal import Markdown

/// A body: the text of a record, parsed once, with its references resolved.
///
/// The tree is not kept: of ten thousand records only what pages, lists and checks need stays in memory.
struct Body: Sendable {
  let html: [UInt8]
  let headings: [Heading]
  /// The parts below headings of level 2.
  let parts: [Part]
  /// The beginning of the running text, cut at the end of a sentence.
  let summary: String
  /// Links that stay inside the site, to be checked against the pages that are made.
  let links: [Link]

  struct Heading: Sendable {
    let level: Int
    let id: String
    let title: String
  }

  struct Part: Sendable {
    let title: String
    let isEmpty: Bool
    let span: Span
  }

  /// A link as it was resolved, and where it was written.
  struct Link: Sendable, Hashable {
    let address: Address
    let fragment: String?
    let span: Span
  }

  /// Characters of a summary that nobody wrote.
  private static let summaryLength = 100

  /// Parses the text of a record; what is wrong in it is said to the prover, and the records that it
  /// links are noted there.
  init(_ raw: RawRecord, section: String, sources: Sources, _ prover: inout Prover) {
    let root = Address.root(depth: 1)
    let references = References(link: { destination in
      switch sources.find(destination.path, from: "content/\(section)") {
      case .found(let address):
        let fragment = destination.fragment.map { "#" + Address.encode($0) } ?? ""
        return .address(root + address.encoded + fragment)
      case .missing(let nearest): return .unknown(note: nearest ?? "")
      }
    })
    let document = Markdown.Document(raw.body, firstLine: raw.bodyLine, references: references)
    for remark in document.remarks { prover.report.append(Diagnostic(remark, file: prover.file)) }
    var html: [UInt8] = []
    html.reserveCapacity(raw.body.utf8.count * 3 / 2)
    document.html(into: &html)
    self.html = html
    headings = document.headings.map { Heading(level: $0.level, id: $0.id, title: $0.title) }
    parts = document.sections.map {
      Part(
        title: $0.heading.title, isEmpty: $0.isEmpty,
        span: Span(
          line: $0.heading.line, column: $0.heading.column,
          length: $0.heading.title.unicodeScalars.count + 3))
    }
    summary = document.summary(limit: Body.summaryLength)
    var links: [Link] = []
    for link in document.links {
      guard link.address.hasPrefix(root) else { continue }
      let written = link.address.dropFirst(root.utf8.count)
      let ends = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard let path = Address.decode(String(ends[0])) else { continue }
      let span = Span(line: link.line, column: link.column, length: link.length)
      links.append(
        Link(
          address: Address(path),
          fragment: ends.count > 1 ? Address.decode(String(ends[1])) : nil, span: span))
      if let (section, id) = sources.record(at: path) { prover.cite(section, id, at: span) }
    }
    self.links = links
  }
}

/// The sources: the files that a text may link to, known from their names alone.
struct Sources: Sendable {
  /// By the path of the source file, with ids composed.
  private var addresses: [String: Address] = [:]
  private var records: [String: (section: String, id: String)] = [:]

  enum Finding {
    case found(Address)
    case missing(nearest: String?)
  }

  init(listing: Listing) {
    for (section, paths) in listing.records {
      for path in paths {
        let file = RecordFile(section: section, path: path)
        let address = Address(section: section, id: file.id)
        addresses["content/\(section)/\(file.id).md"] = address
        records[address.path] = (section, file.id)
      }
    }
    for path in listing.media { addresses["content/" + path] = Address(path) }
  }

  /// What a relative path names that stands in a file of `folder`. A path to a page that the program
  /// makes (`../cases/statistics.html`) is taken as it is and checked when all pages are known.
  func find(_ path: String, from folder: String) -> Finding {
    guard let resolved = Address.resolve(path, in: folder)?.composed else {
      return .missing(nearest: nil)
    }
    if let address = addresses[resolved] { return .found(address) }
    if resolved.hasPrefix("content/"), resolved.hasSuffix(".html") {
      return .found(Address(String(resolved.dropFirst("content/".count))))
    }
    let own = folder + "/"
    let names = addresses.keys.map {
      $0.hasPrefix(own) ? String($0.dropFirst(own.count)) : "../" + $0.dropFirst("content/".count)
    }
    return .missing(nearest: Suggestion.nearest(to: path, among: names.sorted()))
  }

  /// The record whose page stands at a path.
  func record(at path: String) -> (section: String, id: String)? { records[path] }
}
