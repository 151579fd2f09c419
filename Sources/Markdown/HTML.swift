// HTML: a document as the body of a page. Written in one pass over the nodes, without recursion.

extension Document {
  /// Appends the document as HTML. No byte of raw HTML comes from the text.
  public func html(into html: inout [UInt8], words: Words = Words()) {
    if html.isEmpty { html.reserveCapacity(text.count + text.count / 4 + 24 * nodes.count) }
    nodes.withUnsafeBufferPointer { nodes in
      text.withUnsafeBufferPointer { text in
        var writer = Writer(nodes: nodes, text: text, notes: notes, words: words, html: html)
        html = []
        writer.open.reserveCapacity(16)
        writer.write(0..<nodes.count)
        writer.writeNotes()
        html = writer.html
      }
    }
  }
}

struct Writer {
  /// The document's own buffers: the writer is gone before they are.
  let nodes: UnsafeBufferPointer<Node>
  let text: Bytes
  let notes: [(node: Int32, uses: Int32)]
  let words: Words
  var html: [UInt8]
  /// The nodes that are not yet at their end.
  fileprivate var open: [Int] = []
  /// How many tables have been begun.
  var tables = 0

  mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while true {
      while let last = open.last, Int(nodes[last].end) <= index {
        open.removeLast()
        close(nodes[last], at: last)
      }
      guard index < range.upperBound else { return }
      let node = nodes[index]
      if node.kind == .footnote {
        index = Int(node.end)
        continue
      }
      if node.kind.isContainer {
        open.append(index)
        begin(node, at: index)
      } else {
        piece(node)
      }
      index += 1
    }
  }

  /// Writes what stands before the content of a node.
  private mutating func begin(_ node: Node, at index: Int) {
    switch node.kind {
    case .paragraph:
      if node.flags & Node.Flag.tight == 0 { startLine("<p>") }
      if index > 0, nodes[index - 1].kind == .item { task(nodes[index - 1]) }
    case .heading:
      startLine("<h")
      html.append(0x30 + node.flags)
      html.append(" id=\"")
      escape(node.more)
      html.append("\">")
    case .quote: startLine("<blockquote>\n")
    case .alert: alert(node)
    case .list: startLine("<ul>\n")
    case .ordered:
      startLine("<ol")
      if node.more.lowerBound != 1 {
        html.append(" start=\"")
        html.append(contentsOf: "\(node.more.lowerBound)".utf8)
        html.append("\"")
      }
      html.append(">\n")
    case .item: startLine(node.flags & Node.Flag.task == 0 ? "<li>" : "<li class=\"task\">")
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .link: link(node)
    case .figure: startLine("<figure>")
    case .table, .row, .cell: table(node)
    default: break
    }
  }

  /// Writes what stands behind it.
  private mutating func close(_ node: Node, at index: Int) {
    switch node.kind {
    case .paragraph:
      if node.flags & Node.Flag.tight == 0 { html.append("</p>\n") }
    case .heading:
      html.append("</h")
      html.append(0x30 + node.flags)
      html.append(">\n")
    case .quote: startLine("</blockquote>\n")
    case .alert: startLine("</aside>\n")
    case .list: startLine("</ul>\n")
    case .ordered: startLine("</ol>\n")
    case .item: html.append("</li>\n")
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .link:
      if node.flags & Node.Flag.bare == 0 { html.append("</a>") }
    case .figure: caption(nodes[index + 1])
    case .table, .row, .cell: closeTable(node)
    default: break
    }
  }

  /// Writes a node that has nothing inside.
  private mutating func piece(_ node: Node) {
    switch node.kind {
    case .text:
      if node.flags & Node.Flag.escape == 0 { copy(node.text) } else { escape(node.text) }
    case .softBreak: html.append(0x0A)
    case .hardBreak: html.append("<br>\n")
    case .codeSpan:
      html.append("<code>")
      escape(node.text)
      html.append("</code>")
    case .code:
      startLine("<pre><code")
      if !node.more.isEmpty {
        html.append(" class=\"language-")
        escape(node.more)
        html.append("\"")
      }
      html.append(">")
      escape(node.text)
      html.append("</code></pre>\n")
    case .raw:
      startLine("<p>")
      escape(node.text)
      while html.last == 0x0A { html.removeLast() }
      html.append("</p>\n")
    case .rawSpan, .tildes: escape(node.text)
    case .rule: startLine("<hr>\n")
    case .image: image(node)
    case .placeholder:
      html.append("<mark class=\"placeholder\">")
      escape(node.text)
      html.append("</mark>")
    case .noteUse: use(node)
    case .deletion: html.append("<del>")
    case .deletionEnd: html.append("</del>")
    default: break
    }
  }

  private mutating func link(_ node: Node) {
    guard node.flags & Node.Flag.bare == 0 else { return }
    html.append("<a href=\"")
    html.appendAddress(text.slice(node.more.indices))
    html.append("\"")
    title(node)
    if node.flags & Node.Flag.external != 0 { html.append(" rel=\"noreferrer\"") }
    html.append(">")
  }

  private mutating func image(_ node: Node) {
    guard node.flags & Node.Flag.bare == 0 else { return escape(node.text) }
    html.append("<img src=\"")
    html.appendAddress(text.slice(node.more.indices))
    html.append("\" alt=\"")
    escape(node.text)
    html.append("\"")
    if open.last.map({ nodes[$0].kind }) != .figure { title(node) }
    html.append(" loading=\"lazy\">")
  }

  private mutating func title(_ node: Node) {
    guard !node.title.isEmpty else { return }
    html.append(" title=\"")
    escape(node.title)
    html.append("\"")
  }

  /// Ends a figure; the title of its image is what stands below it.
  private mutating func caption(_ image: Node) {
    if !image.title.isEmpty {
      html.append("<figcaption>")
      escape(image.title)
      html.append("</figcaption>")
    }
    html.append("</figure>\n")
  }

  /// The box of a task.
  private mutating func task(_ item: Node) {
    guard item.flags & Node.Flag.task != 0 else { return }
    let isDone = item.flags & Node.Flag.done != 0
    html.append(
      isDone ? "<input type=\"checkbox\" checked disabled" : "<input type=\"checkbox\" disabled")
    html.append(" aria-label=\"")
    escape(isDone ? words.done : words.open)
    html.append("\"> ")
  }

  /// Begins a line for a tag, unless one has begun.
  mutating func startLine(_ tag: StaticString) {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
    html.append(tag)
  }

  private mutating func copy(_ range: Range<Int32>) {
    html.append(contentsOf: text.slice(range.indices))
  }

  mutating func escape(_ range: Range<Int32>) {
    html.appendEscaped(text.slice(range.indices))
  }

  mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { html.appendEscaped($0) }
  }
}
