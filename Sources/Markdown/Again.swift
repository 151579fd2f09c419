// Reading again: some lines of the source given to libcmark on their own, with the link definitions
// of the whole document, and with their places kept.

internal import CCmark

extension Builder {
  /// How often what is read again may hold something that must be read again.
  private static let depthLimit = 16
  /// How many bytes of link definitions are handed over in all.
  private static let definitionBudget = 16 << 20

  /// Reads lines as blocks of their own.
  mutating func readAgain(_ content: [Range<Int>]) {
    guard depth < Self.depthLimit else {
      push(.paragraph)
      for line in content {
        append(
          Node(kind: .text, flags: Node.Flag.escape, end: 0, text: store(source.slice(line))))
        append(Node(kind: .softBreak, end: 0))
      }
      return leave()
    }
    var text: [UInt8] = []
    for line in content {
      text.append(contentsOf: source[line])
      text.append(0x0A)
    }
    parse(&text, lines: content.map { Int32($0.lowerBound) }) { $0.walk($1) }
  }

  /// Reads each line as inline text only; `body` is given its number and the node that holds it.
  mutating func readLines(
    _ content: [Range<Int>], _ body: (inout Builder, Int, OpaquePointer) -> Void
  ) {
    var text: [UInt8] = []
    for line in content {
      // As a heading it stays on its own, whatever it is. `#` at its end must not be taken off.
      text.append("# ")
      var index = line.lowerBound
      while index < line.upperBound {
        if source[index] == 0x5C, index + 1 < line.upperBound, source[index + 1] == 0x7C {
          index += 1
        } else if source[index] == 0x23, index + 1 == line.upperBound,
          index == line.lowerBound || source[index - 1] != 0x5C
        {
          text.append(0x5C)
        }
        text.append(source[index])
        index += 1
      }
      text.append(0x0A)
    }
    parse(&text, lines: content.map { Int32(max(0, $0.lowerBound - 2)) }) { builder, root in
      var node = cmark_node_first_child(root)
      for number in content.indices {
        guard let line = node else { return }
        node = cmark_node_next(line)
        body(&builder, number, line)
      }
    }
  }

  private mutating func parse(
    _ text: inout [UInt8], lines content: [Int32],
    _ body: (inout Builder, OpaquePointer) -> Void
  ) {
    if text.contains(0x5B) {
      let definitions = linkDefinitions()
      if handedOver + definitions.count <= Self.definitionBudget {
        handedOver += definitions.count
        text.append(0x0A)
        text.append(contentsOf: definitions)
      }
    }
    let outside = (lines, quotes, leaf, itemIndents)
    (lines, quotes, leaf, itemIndents) = (content + [content.last ?? 0], 0, Leaf(), [])
    depth += 1
    text.withUnsafeBufferPointer { text in
      Arena.parse(text) { body(&self, $0) }
    }
    depth -= 1
    (lines, quotes, leaf, itemIndents) = outside
  }

  /// The lines of the source that define links.
  private mutating func linkDefinitions() -> [UInt8] {
    if let definitions { return definitions }
    var found: [UInt8] = []
    var goesOn = false
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex(where: \.isLineEnd) ?? source.count
      let line = source.slice(source.contentStart(ofLineAt: start, quotes: .max)..<max(start, end))
      if line.isLinkDefinition || goesOn && line.isTitle {
        found.append(contentsOf: line)
        found.append(0x0A)
        goesOn = true
      } else {
        goesOn = false
      }
      start = end + 1
    }
    definitions = found
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// `[label]: destination`.
  fileprivate var isLinkDefinition: Bool {
    guard first == 0x5B, count > 4, self[1] != 0x5E, let end = firstIndex(of: 0x5D) else {
      return false
    }
    return end > 1 && end + 1 < count && self[end + 1] == 0x3A
  }

  /// A title on the line below its definition.
  fileprivate var isTitle: Bool { first == 0x22 || first == 0x27 || first == 0x28 }
}
