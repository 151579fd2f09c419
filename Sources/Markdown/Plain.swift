// Plain text: a document without its marks, for search, summaries and counts.

extension [Node] {
  /// Appends the text of some nodes, which lies in `text`.
  func appendPlain(_ range: Range<Int>, of text: [UInt8], to plain: inout [UInt8]) {
    for node in self[range] {
      switch node.kind {
      case .text, .codeSpan, .rawSpan, .placeholder, .tildes, .code, .raw:
        plain.append(contentsOf: text[node.text.indices])
      case .softBreak, .hardBreak: plain.append(0x20)
      default: break
      }
    }
  }
}

extension Document {
  /// Appends the text for search: one line for each block, in the order of the page. The words for
  /// images and the numbers of footnotes are left out.
  public func plain(into plain: inout [UInt8]) {
    var index = 0
    let start = plain.count
    let used = Set(notes.map(\.node))
    func endLine() {
      if plain.count > start, plain.last != 0x0A { plain.append(0x0A) }
    }
    while index < nodes.count {
      let node = nodes[index]
      switch node.kind {
      case .footnote where !used.contains(Int32(index)):
        index = Int(node.end)
        continue
      case .cell:
        if plain.count > start, plain.last != 0x0A { plain.append(0x20) }
      case .paragraph, .heading, .code, .raw, .figure, .row, .item: endLine()
      default: break
      }
      nodes.appendPlain(index..<index + 1, of: text, to: &plain)
      index += 1
    }
    endLine()
  }
}
