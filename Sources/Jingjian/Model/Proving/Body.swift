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
  let parts: [OwnChapter]
  /// The beginning of the running text, cut at the end of a sentence.
  let summary: String
  /// Links that stay inside the site, to be checked against the pages that are made.
  let links: [InnerLink]

  struct Heading: Sendable {
    let level: Int
    let id: String
    let title: String
    let span: Span
  }

  struct OwnChapter: Sendable {
    let title: String
    let isEmpty: Bool
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
    for remark in document.remarks { prover.tell(Diagnostic(remark, file: prover.file)) }
    var html: [UInt8] = []
    html.reserveCapacity(text.utf8.count * 3 / 2)
    document.html(into: &html)
    self.html = html
    self.isCut = isCut
    Passage.checkNone(in: html, of: text, references, firstLine: raw.bodyLine, &prover)
    headings = document.headings.map {
      Heading(
        level: $0.level, id: $0.id, title: $0.title,
        span: Span(
          line: $0.line, column: $0.column, length: $0.title.unicodeScalars.count + $0.level + 1))
    }
    parts = document.sections.map {
      OwnChapter(
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
