internal import Markdown

/// A body: the text of a record, parsed once, with its references resolved.
///
/// The tree is not kept: of ten thousand records only what pages, lists and checks need stays in memory.
struct Body: Sendable {
  let html: [UInt8]
  /// Whether a passage was taken out of it.
  let isCut: Bool
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
    let span: Span
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
  /// links or cites are noted there.
  init(_ raw: RawRecord, section: String, _ prover: inout Prover) {
    let references = prover.sources.references(from: "content/\(section)")
    let (text, isCut) = Passage.cut(
      raw.body, firstLine: raw.bodyLine, for: prover.sources.reader, &prover)
    if isCut { prover.remark(on: raw, section: section) }
    let document = Markdown.Document(text, firstLine: raw.bodyLine, references: references)
    for remark in document.remarks { prover.report.append(Diagnostic(remark, file: prover.file)) }
    var html: [UInt8] = []
    html.reserveCapacity(text.utf8.count * 3 / 2)
    document.html(into: &html)
    self.html = html
    self.isCut = isCut
    Passage.checkNone(in: html, of: text, firstLine: raw.bodyLine, &prover)
    headings = document.headings.map {
      Heading(
        level: $0.level, id: $0.id, title: $0.title,
        span: Span(
          line: $0.line, column: $0.column, length: $0.title.unicodeScalars.count + $0.level + 1))
    }
    parts = document.sections.map {
      Part(
        title: $0.heading.title, isEmpty: $0.isEmpty,
        span: Span(
          line: $0.heading.line, column: $0.heading.column,
          length: $0.heading.title.unicodeScalars.count + 3))
    }
    summary = document.summary(limit: Body.summaryLength)
    links = document.links.compactMap { link in
      prover.follow(
        link.address, Span(line: link.line, column: link.column, length: link.length))
    }
  }
}

extension Prover {
  /// Says what is wrong with a whole text of which the reader sees a part: a fault in a passage is told
  /// whoever the build is for.
  fileprivate mutating func remark(on raw: RawRecord, section: String) {
    var silent = self
    let (text, _) = Passage.cut(
      raw.body, firstLine: raw.bodyLine, for: .everybody, &silent)
    let references = sources.references(from: "content/\(section)")
    let document = Markdown.Document(text, firstLine: raw.bodyLine, references: references)
    for remark in document.remarks { report.append(Diagnostic(remark, file: file)) }
  }

  /// A written destination as a link inside the site; the record that it leads to is noted.
  fileprivate mutating func follow(_ destination: String, _ span: Span) -> Body.Link? {
    guard destination.hasPrefix(Sources.root) else { return nil }
    let written = destination.dropFirst(Sources.root.utf8.count)
    let ends = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Address.decode(String(ends[0])) else { return nil }
    if let (section, id) = sources.record(at: path) { cite(section, id, at: span) }
    return Body.Link(
      address: Address(path), fragment: ends.count > 1 ? Address.decode(String(ends[1])) : nil,
      span: span)
  }

  /// A text that stands in a field, as HTML; what is wrong with it is said at the field.
  mutating func html(of text: String, in section: String, at span: Span) -> [UInt8] {
    let (seen, isCut) = Passage.cut(text, firstLine: span.line, for: sources.reader, &self)
    hasCut = hasCut || isCut
    let document = Markdown.Document(
      seen, references: sources.references(from: "content/\(section)"))
    for remark in document.remarks {
      switch remark.kind {
      // These are told of for every text of a field.
      case .placeholder, .unknownCitation: continue
      default: report.append(Diagnostic(remark, at: Place(file, span)))
      }
    }
    for link in document.links { _ = follow(link.address, span) }
    var html: [UInt8] = []
    document.html(into: &html)
    Passage.checkNone(in: html, of: seen, firstLine: span.line, &self)
    return html
  }

  /// A citation in any text of a field, of an article that its regulation does not have.
  mutating func warnOfCitations(in text: String, at span: Span) {
    guard text.contains("》第") else { return }
    let references = References(citation: sources.references(from: "content").citation)
    for remark in Markdown.Document(text, references: references).remarks {
      guard case .unknownCitation = remark.kind else { continue }
      report.append(Diagnostic(remark, at: Place(file, span)))
    }
  }

  /// A provision of a case: a citation in a field, which resolves as one in a text does.
  mutating func provision(_ text: String, at span: Span) -> Provision {
    let references = References(citation: sources.references(from: "content").citation)
    let document = Markdown.Document(text, references: references)
    let link = document.links.first.flatMap { follow($0.address, span) }
    return Provision(text: text, link: link, citation: link == nil ? nil : citations.last)
  }
}

/// A provision that a case was judged by: its words, and the article where the site holds it.
struct Provision: Sendable {
  let text: String
  let link: Body.Link?
  let citation: Citation?
}

/// The sources: the files that a text may link to, known from their names alone.
struct Sources: Sendable {
  /// By the path of the source file, with ids composed.
  private var addresses: [String: Address] = [:]
  private var records: [String: (section: String, id: String)] = [:]
  /// Captions of videos, by the path of the page's file: `media/a.vtt`.
  private var captions: [String: Captions] = [:]
  private let register: Register
  private let metrics: [String: Metric]
  /// For whom texts are read.
  let reader: Passage.Reader

  /// All records stand one folder below the root.
  static let root = Address.root(depth: 1)
  static let none = Sources()

  private init() { (register, metrics, reader) = (Register(), [:], .everybody) }

  enum Finding {
    case found(Address)
    case missing(nearest: String?)
  }

  init(
    listing: Listing, metrics: [Metric], register: Register, captions: [Captions],
    reader: Passage.Reader
  ) {
    self.register = register
    self.reader = reader
    for captions in captions { self.captions[captions.address.path] = captions }
    var names: [String: Metric] = [:]
    for metric in metrics {
      for name in [metric.id, metric.name] { names[name] = names[name] ?? metric }
      records[Address(section: Metric.section, id: metric.id).path] = (Metric.section, metric.id)
    }
    self.metrics = names
    for (section, paths) in listing.records {
      for path in paths {
        let file = RecordFile(section: section, path: path)
        let address = Address(section: section, id: file.id)
        addresses["content/\(section)/\(file.id).\(file.path.ending)"] = address
        records[address.path] = (section, file.id)
      }
    }
    for path in listing.media { addresses["content/" + path] = Address(path) }
  }

  /// How the texts in a folder find what they refer to.
  func references(from folder: String) -> References {
    References(
      link: { destination in
        switch find(destination.path, from: folder) {
        case .found(let address):
          return .address(Sources.root + address.encoded(at: destination.fragment))
        case .missing(let nearest): return .unknown(note: nearest ?? "")
        }
      },
      citation: { citation in
        guard let regulation = register.regulation(citation.title) else { return .leave }
        guard let id = regulation.articles[citation.article] else {
          return .unknown(note: citation.title)
        }
        let address = Address(section: Regulation.kind.section, id: regulation.id)
        return .address(Sources.root + address.encoded(at: id))
      },
      figure: { figure in reading(figure.argument) })
  }

  /// What `{指标:ID@2024-12}` says: the value as it is recorded, with its unit, linked to where it
  /// stands (content.md, "metrics/*.csv"). Prose cannot contradict the register.
  ///
  /// The note of an unknown one is empty when it names no metric and month; the nearest argument or `-`
  /// when there is no such metric; `@` and the recorded months when it has no value of the month.
  private func reading(_ argument: String) -> Reading {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Month(String(parts[1]).trimmed) else {
      return .unknown(note: "")
    }
    let name = String(parts[0]).trimmed
    guard let metric = metrics[name] else {
      let nearest = Suggestion.nearest(to: name, among: metrics.keys.sorted())
      return .unknown(note: nearest.map { "\($0)@\(month)" } ?? "-")
    }
    guard let value = metric[month] else {
      let months = [metric.values.first, metric.values.last].compactMap { $0?.month.description }
      return .unknown(note: "@" + months.uniqued().joined(separator: "/"))
    }
    let address = Address(section: Metric.section, id: metric.id).encoded(at: "\(month)")
    return .text(metric.text(value.value), address: Sources.root + address)
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

  /// The file that a medium's name means: one of `content/media/`, or a path as links write it.
  func medium(_ path: String, from file: String) -> Finding {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let path = Address.decode(path)?.composed ?? path
    for start in ["content/media", "content", folder] {
      if let resolved = Address.resolve(path, in: start), resolved.hasPrefix("content/media/"),
        let address = addresses[resolved]
      {
        return .found(address)
      }
    }
    let names = addresses.keys.filter { $0.hasPrefix("content/media/") }
      .map { String($0.dropFirst("content/media/".count)) }
    let sorted = names.sorted()
    // A name without its ending is meant by more than its letters tell.
    let nearest =
      sorted.first { $0.withoutEnding == path } ?? Suggestion.nearest(to: path, among: sorted)
    return .missing(nearest: nearest)
  }

  /// The picture of the same name beside a video.
  func poster(of video: Address) -> Address? {
    let name = "content/" + video.path.withoutEnding
    return MediaKind.pictures.lazy.compactMap { addresses[name + "." + $0] }.first
  }

  /// Nothing when there are none, or none that can be read.
  func captions(of video: Address) -> Captions? { captions[video.path.withoutEnding + ".vtt"] }

  func hasCaptions(_ video: Address) -> Bool {
    addresses["content/" + video.path.withoutEnding + ".vtt"] != nil
  }

  /// The record whose page stands at a path.
  func record(at path: String) -> (section: String, id: String)? { records[path] }
}
