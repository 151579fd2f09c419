// The builder: walks libcmark's tree once and writes our nodes from it. What libcmark does not know
// (tables, footnotes, alerts and the rest) is found on the way, each in the file of its name.

internal import CCmark
internal import Glibc

/// It cannot be copied, as every copy would count its two dozen buffers once more.
struct Builder: ~Copyable {
  var nodes: [Node] = []
  var text: [UInt8] = []
  var faults = Faults()
  var outline: [Outline] = []
  var links: [Anchor] = []
  var notes = Notes()
  var prose: [Prose] = []

  let source: Bytes
  let references: References
  let hasBrackets: Bool
  let hasReferences: Bool
  let hasTabs: Bool
  /// Where the lines of what is being read start in `source`.
  var lines: [Int32]
  /// The nodes that are not yet at their end.
  var open: [Int32] = []
  /// How many of the open nodes are quotes, and links.
  var quotes = 0
  var openLinks = 0
  /// The columns at which the content of the open list items starts, counted from 0.
  var itemIndents: [Int] = []
  /// How deep reading again is nested, and what it hands over.
  var depth = 0
  var definitions: [UInt8]?
  var handedOver = 0
  var leaf = Leaf()
  /// The text that names the alert just begun; it is not written.
  var alertName: OpaquePointer?
  var tildes: [(node: Int32, parent: Int32)] = []

  init(_ prepared: Prepared, source: Bytes, references: References) {
    self.source = source
    self.references = references
    lines = prepared.lines
    hasBrackets = prepared.hasBrackets
    hasReferences = prepared.hasReferences
    hasTabs = source.contains(0x09)
    faults = prepared.faults
    text.reserveCapacity(source.count)
    nodes.reserveCapacity(source.count / 16 + 8)
    prose.reserveCapacity(lines.count / 2)
    outline.reserveCapacity(16)
    links.reserveCapacity(16)
    open.reserveCapacity(16)
  }

  /// Reads everything below `root`. Without recursion, as its depth is the writer's to choose.
  mutating func walk(_ root: OpaquePointer) {
    guard var node = cmark_node_first_child(root) else { return }
    while true {
      if enter(node) {
        if let child = cmark_node_first_child(node) {
          node = child
          continue
        }
        leave()
      }
      while true {
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node), parent != root else { return }
        node = parent
        leave()
      }
    }
  }

  /// Says that a quote or a list item lies too deep, once for each that does.
  private mutating func checkDepth(_ node: OpaquePointer) {
    guard quotes + itemIndents.count == Prepared.nestingLimit else { return }
    let line = Int(cmark_node_get_start_line(node))
    let start = (start(ofLine: line) ?? 0) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    faults.append(
      Fault(
        range: start..<min(start + 1, source.count), kind: .tooDeep(limit: Prepared.nestingLimit)))
  }

  /// Writes the node. True when its children are still to come; then `leave` ends it.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: appendText(node)
    case CMARK_NODE_SOFTBREAK: if !beginsParagraph(after: node) { softBreak() }
    case CMARK_NODE_PARAGRAPH: return paragraph(node)
    case CMARK_NODE_STRONG: push(.strong)
    case CMARK_NODE_EMPH: push(.emphasis)
    case CMARK_NODE_LINK: link(node)
    case CMARK_NODE_HEADING: return heading(node)
    case CMARK_NODE_ITEM:
      checkDepth(node)
      item(node)
    case CMARK_NODE_LIST: list(node)
    case CMARK_NODE_BLOCK_QUOTE:
      checkDepth(node)
      quote(node)
    case CMARK_NODE_CODE:
      append(inline: Node(kind: .codeSpan, end: 0, text: store(cmark_node_get_literal(node))))
      return false
    case CMARK_NODE_LINEBREAK:
      noteBreak(node)
      append(inline: Node(kind: .hardBreak, end: 0))
    case CMARK_NODE_IMAGE: image(node)
    case CMARK_NODE_HTML_INLINE:
      noteComment(node, at: offset(of: node))
      append(inline: Node(kind: .rawSpan, end: 0, text: store(cmark_node_get_literal(node))))
    case CMARK_NODE_CODE_BLOCK:
      noteProse(node)
      append(
        Node(
          kind: .code, end: 0, text: store(cmark_node_get_literal(node)),
          more: store(decoded: cmark_node_get_fence_info(node), of: node, until: 0x20)))
    case CMARK_NODE_HTML_BLOCK:
      let start = start(ofLine: Int(cmark_node_get_start_line(node))) ?? 0
      noteComment(node, at: start + Int(cmark_node_get_start_column(node)) - 1)
      append(Node(kind: .raw, end: 0, text: store(cmark_node_get_literal(node))))
    case CMARK_NODE_THEMATIC_BREAK: append(Node(kind: .rule, end: 0))
    default: push(.group)
    }
    return cmark_node_get_type(node).descends
  }

  /// An HTML comment is text like all raw HTML; who writes one believes that nobody sees it.
  private mutating func noteComment(_ node: OpaquePointer, at place: Int) {
    let mark = "<!--"
    guard let literal = cmark_node_get_literal(node), strncmp(literal, mark, mark.utf8.count) == 0
    else { return }
    let start = min(max(0, place), source.count)
    faults.append(
      Fault(range: start..<min(start + mark.utf8.count, source.count), kind: .comment))
  }

  /// Ends the innermost open node.
  mutating func leave() {
    guard let index = open.popLast().map(Int.init) else { return }
    nodes[index].end = Int32(nodes.count)
    if let last = tildes.last, last.parent == Int32(index) { matchTildes(below: Int32(index)) }
    switch nodes[index].kind {
    case .quote, .alert: quotes -= 1
    case .link: leaveLink(index)
    case .list: leaveList(index)
    case .item, .footnote: itemIndents.removeLast()
    default: break
    }
  }

  /// Adds a node that has nothing inside.
  mutating func append(_ node: Node) {
    var node = node
    node.end = Int32(nodes.count + 1)
    nodes.append(node)
  }

  /// Adds a piece of a line that is no text; a line break beside it stays a space.
  mutating func append(inline node: Node) {
    append(node)
    leaf.forgetText()
  }

  /// Adds a node whose content follows.
  mutating func push(_ kind: Node.Kind, flags: UInt8 = 0) {
    open.append(Int32(nodes.count))
    nodes.append(Node(kind: kind, flags: flags, end: 0))
  }

  /// Puts a text of libcmark's into the buffer, up to the byte `stop` if it holds one.
  mutating func store(_ string: UnsafePointer<CChar>?, until stop: UInt8 = 0) -> Range<Int32> {
    guard let string else { return 0..<0 }
    var bytes = Bytes(string)
    if stop != 0, let end = bytes.firstIndex(of: stop) { bytes = bytes.slice(0..<end) }
    return store(bytes)
  }

  /// Puts bytes into the buffer, without their markers.
  mutating func store(_ bytes: Bytes) -> Range<Int32> {
    let start = Int32(text.count)
    bytes.appendUnmarked(to: &text)
    return start..<Int32(text.count)
  }

  /// Puts a string into the buffer.
  mutating func store(_ string: String) -> Range<Int32> {
    let start = Int32(text.count)
    text.append(contentsOf: string.utf8)
    return start..<Int32(text.count)
  }

  /// A stored range as a string.
  func string(_ range: Range<Int32>) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}

extension cmark_node_type {
  /// Whether libcmark's children of such a node become nodes of ours.
  fileprivate var descends: Bool {
    switch self {
    case CMARK_NODE_STRONG, CMARK_NODE_EMPH, CMARK_NODE_LINK, CMARK_NODE_ITEM, CMARK_NODE_LIST,
      CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a C string.
  init(_ string: UnsafePointer<CChar>) {
    self.init(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: strlen(string))
  }
}
