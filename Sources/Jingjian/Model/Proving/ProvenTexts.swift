internal import Markdown

/// Proving texts: what they link to and cite.
extension Prover {
  /// Says what is wrong with a whole text of which the reader sees a part: a fault in a passage is told
  /// whoever the build is for.
  mutating func remark(on raw: RawRecord, section: String) {
    var silent = self
    let (text, _) = Passage.cut(
      raw.body, firstLine: raw.bodyLine, for: .everybody, &silent)
    let references = sources.references(from: "content/\(section)")
    let document = Markdown.Document(text, firstLine: raw.bodyLine, references: references)
    for remark in document.remarks { tell(Diagnostic(remark, file: file)) }
  }

  /// A written destination as a link inside the site; the record that it leads to is noted.
  mutating func follow(_ destination: String, _ span: Span) -> InnerLink? {
    guard destination.hasPrefix(Sources.root) else { return nil }
    let written = destination.dropFirst(Sources.root.utf8.count)
    let ends = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Address.decode(String(ends[0])) else { return nil }
    if let (section, id) = sources.record(at: path) { cite(section, id, at: span) }
    return InnerLink(
      address: Address(path), fragment: ends.count > 1 ? Address.decode(String(ends[1])) : nil,
      span: span)
  }

  /// A text that stands in a field, as HTML; what is wrong with it is said at the field.
  mutating func html(of text: String, in section: String, at span: Span) -> [UInt8] {
    let (seen, isCut) = Passage.cut(text, firstLine: span.line, for: sources.reader, &self)
    hasCut = hasCut || isCut
    let references = sources.references(from: "content/\(section)")
    let document = Markdown.Document(seen, references: references)
    for remark in document.remarks {
      switch remark.kind {
      // These are told of for every text of a field.
      case .placeholder, .unknownCitation: continue
      // A field is too short for headings.
      case .plainHeading: continue
      case .unseenCharacter(let scalar):
        let place = Place(file, span)
        tell(
          scalar.unseen == .refused
            ? .error(.escapedInvisible(scalar), at: place)
            : .warning(.escapedInvisible(scalar), at: place))
      default: tell(Diagnostic(remark, at: Place(file, span)))
      }
    }
    for link in document.links { _ = follow(link.address, span) }
    var html: [UInt8] = []
    document.html(into: &html)
    Passage.checkNone(in: html, of: seen, references, firstLine: span.line, &self)
    return html
  }

  /// A citation in any text of a field, of an article that its regulation does not have.
  mutating func warnOfCitations(in text: String, at span: Span) {
    guard text.contains("》第") else { return }
    let references = References(citation: sources.references(from: "content").citation)
    for remark in Markdown.Document(text, references: references).remarks {
      guard case .unknownCitation = remark.kind else { continue }
      tell(Diagnostic(remark, at: Place(file, span)))
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
