// Blocks: paragraphs, headings and lists, as they come out of libcmark's tree.

internal import CCmark

extension Builder {
  /// True when the paragraph's content is still to come.
  mutating func paragraph(_ node: OpaquePointer) -> Bool {
    if isBareLabel(node) || isBlank(node) { return false }
    if let name = alertName, cmark_node_first_child(node) == name, cmark_node_next(name) == nil {
      return false
    }
    let last = lastLine(of: node)
    if table(node, through: last) { return false }
    begin(node, as: .paragraph, through: last)
    noteTabs(from: leaf.line, through: last)
    if last > leaf.line { for line in leaf.line + 1...last { noteIndent(ofLine: line) } }
    let child = cmark_node_first_child(node)
    if let child, cmark_node_get_type(child) == CMARK_NODE_IMAGE, cmark_node_next(child) == nil {
      push(.figure)
      return true
    }
    push(.paragraph, flags: isInTightItem ? Node.Flag.tight : 0)
    return true
  }

  @inline(__always)  // A call would copy the whole builder.
  private var isInTightItem: Bool {
    guard open.count >= 2, nodes[Int(open[open.count - 1])].kind == .item else { return false }
    return nodes[Int(open[open.count - 2])].flags & Node.Flag.tight != 0
  }

  /// True when the heading's text is still to come.
  mutating func heading(_ node: OpaquePointer) -> Bool {
    let last = lastLine(of: node)
    if table(node, through: last) { return false }
    begin(node, as: .heading, through: last)
    let level = UInt8(cmark_node_get_heading_level(node))
    let start = leaf.cursor
    if level == 1 {
      let line = source[start...].prefix { !$0.isLineEnd }
      faults.append(Fault(range: start..<start + line.count, kind: .levelOneHeading))
    }
    outline.append(Outline(node: Int32(nodes.count), level: max(2, level), offset: start))
    push(.heading, flags: max(2, level))
    return true
  }

  mutating func list(_ node: OpaquePointer) {
    let flags = cmark_node_get_list_tight(node) != 0 ? Node.Flag.tight : 0
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      push(.ordered, flags: flags)
      let start = Int32(cmark_node_get_list_start(node))
      nodes[nodes.count - 1].more = start..<start
    } else {
      push(.list, flags: flags)
    }
  }
}
