// A document: a Markdown text as read, the tree that all passes and writers work on.

/// A Markdown text as read.
///
/// Reading never fails: what is wrong with the text is said in `remarks`.
public struct Document: Sendable {
  /// Everything there is to say about the text, in the order of its places.
  public let remarks: [Remark]
  /// The destinations that stay inside the site, in the order in which they are met.
  public let links: [Link]

  let outline: [Outline]
  let nodes: [Node]
  /// The text of all nodes.
  let text: [UInt8]
  /// The footnotes in the order of their numbers, each with the count of its uses.
  let notes: [(node: Int32, uses: Int32)]

  /// Reads `markdown`, which begins on the line `firstLine` of its file.
  public init(_ markdown: String, firstLine: Int = 1, references: References = .none) {
    var markdown = markdown
    self = markdown.withUTF8 { Document($0, firstLine: firstLine, references: references) }
  }

  private init(_ markdown: Bytes, firstLine: Int, references: References) {
    let prepared = Prepared(markdown)
    self = prepared.bytes.withUnsafeBufferPointer { source in
      var builder = Builder(prepared, source: source, references: references)
      if !prepared.isRefused { builder.read() }
      return Document(builder, Places(text: source, lines: prepared.lines, firstLine: firstLine))
    }
  }

  private init(_ builder: borrowing Builder, _ places: Places) {
    var places = places
    remarks = builder.faults.all.isEmpty ? [] : places.remarks(builder.faults.all)
    outline = builder.outline.map { heading in
      var heading = heading
      (heading.line, heading.column) = places.place(heading.offset)
      return heading
    }
    links = builder.links.map { builder.link($0, &places) }
    nodes = builder.nodes
    text = builder.text
    notes = builder.notes.numbered
  }
}

extension Builder {
  /// Reads the source from its first to its last line.
  fileprivate mutating func read() {
    Arena.parse(source) { walk($0) }
    guard outline.count <= Prepared.headingLimit else { return refuseHeadings() }
    numberNotes()
    nameHeadings()
    notePlainHeadings()
    checkFragments()
    var proofreader = Proofreader(source)
    proofreader.read(prose)
    faults += proofreader.faults
  }

  /// A text with more headings than it may have is not read at all.
  private mutating func refuseHeadings() {
    let place = outline[Prepared.headingLimit].offset
    faults.append(
      Fault(
        range: place..<min(place + 1, source.count),
        kind: .tooManyHeadings(limit: Prepared.headingLimit)))
    (nodes, text, outline, links, notes) = ([], [], [], [], Notes())
  }
}
