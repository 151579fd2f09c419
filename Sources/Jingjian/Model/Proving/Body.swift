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
