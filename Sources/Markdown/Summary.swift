// A summary: how a document begins, in whole sentences.

extension Document {
  /// The first sentences of the running text (no headings, tables, codes or footnotes), at most
  /// `limit` characters of them. Where not even the first one fits, it is cut and ends in …
  public func summary(limit: Int) -> String {
    var summary = ""
    var length = 0
    var end: String.Index?
    for scalar in Opening(nodes: nodes, text: text) {
      guard length < limit else { break }
      summary.unicodeScalars.append(scalar)
      length += 1
      if scalar.endsSentence {
        end = summary.endIndex
      } else if scalar.closesQuotation,
        end == summary.unicodeScalars.index(before: summary.endIndex)
      {
        end = summary.endIndex
      }
    }
    let whole = length < limit
    if whole { return summary.trimmed }
    if let end { return String(summary[..<end]).trimmed }
    return summary.trimmed + "…"
  }

  /// The scalars of the running text.
  private struct Opening: Sequence, IteratorProtocol {
    let nodes: [Node]
    let text: [UInt8]
    var index = 0
    var paragraphEnd = 0
    var piece: String.UnicodeScalarView.Iterator?

    init(nodes: [Node], text: [UInt8]) {
      self.nodes = nodes
      self.text = text
    }

    mutating func next() -> Unicode.Scalar? {
      while true {
        if let scalar = piece?.next() { return scalar }
        piece = nil
        guard index < nodes.count else { return nil }
        let node = nodes[index]
        index += 1
        switch node.kind {
        case .heading, .table, .footnote, .code, .raw, .figure: index = Int(node.end)
        case .paragraph:
          defer { paragraphEnd = Int(node.end) }
          if paragraphEnd > 0 { return " " }
        default:
          var plain: [UInt8] = []
          nodes.appendPlain(index - 1..<index, of: text, to: &plain)
          piece = String(decoding: plain, as: UTF8.self).unicodeScalars.makeIterator()
        }
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?": true
    default: false
    }
  }

  /// A mark that belongs to the sentence before it.
  fileprivate var closesQuotation: Bool { self == "”" || self == "’" || self == "）" || self == "》" }
}

extension String {
  /// The string without white space at its ends, and with single spaces inside only where they part
  /// words: none between Chinese characters.
  fileprivate var trimmed: String {
    var result = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isSpaced = true
        continue
      }
      if isSpaced, let last = result.last, !last.isChinese || !scalar.isChinese {
        result.append(" ")
      }
      isSpaced = false
      result.append(scalar)
    }
    return String(result)
  }
}
