// Additions to HTML that CommonMark does not have: footnotes, alerts, tables.

extension Writer {
  /// The number that stands where a footnote is used.
  mutating func use(_ node: Node) {
    guard !node.more.isEmpty else { return escape(node.text) }
    let number = node.more.lowerBound
    let use = Int32(node.more.count)
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    append(number)
    html.append("\" id=\"")
    escape(Note.useId(number, use))
    html.append("\" role=\"doc-noteref\">")
    append(number)
    html.append("</a></sup>")
  }

  /// The footnotes, below the text.
  mutating func writeNotes() {
    guard !notes.isEmpty else { return }
    startLine("<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>")
    escape(words.footnotes)
    html.append("</h2>\n<ol>\n")
    for (index, note) in notes.enumerated() {
      let node = Int(note.node)
      html.append("<li id=\"fn-")
      append(Int32(index + 1))
      html.append("\">")
      write(node + 1..<Int(nodes[node].end))
      back(Int32(index + 1), uses: note.uses)
      html.append("</li>\n")
    }
    startLine("</ol>\n</section>\n")
  }

  /// The links from a footnote back to its uses, at the end of its last paragraph.
  private mutating func back(_ number: Int32, uses: Int32) {
    let end: StaticString = "</p>\n"
    let isParagraph = html.suffix(end.utf8CodeUnitCount).elementsEqual("</p>\n".utf8)
    if isParagraph { html.removeLast(end.utf8CodeUnitCount) } else { startLine("<p>") }
    for use in 1...max(1, uses) {
      html.append(" <a href=\"#")
      escape(Note.useId(number, use))
      html.append("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      escape(words.back)
      if uses > 1 {
        html.append(0x20)
        append(use)
      }
      html.append("\">↩</a>")
    }
    html.append(end)
  }

  private mutating func append(_ number: Int32) {
    html.append(contentsOf: "\(number)".utf8)
  }
}
