// Tree: tags and the text between them become nodes. Here it is decided which lines belong to a
// tag and vanish with it.

struct Tree {
  private let bytes: [UInt8]
  private let tags: [Tag]
  private let closing: [Int]
  private let file: String
  private var index = 0
  private var position = 0
  private var atLineStart = true
  private(set) var nodes: [Node] = []
  private(set) var faults: [Fault] = []

  init(_ bytes: [UInt8], _ tags: [Tag], _ pairs: Pairs, file: String) {
    self.bytes = bytes
    self.tags = tags
    self.closing = pairs.closing
    self.file = file
    var nodes: [Node] = []
    build(upTo: tags.count, &nodes)
    text(upTo: bytes.count, &nodes)
    self.nodes = nodes
  }

  /// Builds what stands before the tag at `end`, without the text that leads up to that tag.
  private mutating func build(upTo end: Int, _ nodes: inout [Node]) {
    while index < end {
      let tag = tags[index]
      switch tag.kind {
      case .variable, .raw:
        inline(tag, &nodes)
        nodes.append(.variable(tag.name, escaped: tag.kind == .variable))
      case .comment, .delimiters, .close:
        pass(tag, &nodes)
      case .section, .inverted:
        let close = closing[index]
        var inner: [Node] = []
        pass(tag, &nodes)
        build(upTo: close, &inner)
        pass(tags[close], &inner)
        nodes.append(.section(tag.name, inverted: tag.kind == .inverted, inner))
      case .partial:
        pass(tag, &nodes)
        nodes.append(.partial(tag.name, margin: tag.isAlone ? tag.margin : nil))
      case .parent:
        parent(tag, tags[closing[index]], &nodes)
      case .block:
        block(tag, tags[closing[index]], &nodes)
      }
    }
  }

  /// A parent has its lines to itself when nothing stands before it and nothing after its end.
  /// Text inside it and outside its blocks says nothing.
  private mutating func parent(_ tag: Tag, _ close: Tag, _ nodes: inout [Node]) {
    let end = closing[index]
    let margin = close.newline == nil ? nil : tag.margin
    if let margin {
      text(upTo: margin.lowerBound, &nodes)
      index += 1
    } else {
      inline(tag, &nodes)
    }
    var passages: [String: Passage] = [:]
    while index < end {
      let inner = tags[index]
      switch inner.kind {
      case .comment, .delimiters:
        index += 1
      case .block:
        let passage = passage(inner, tags[closing[index]])
        if passages.updateValue(passage, forKey: inner.name.text) != nil {
          fault(inner, .repeatedBlock(name: inner.name.text))
        }
      default:
        fault(inner, .outsideBlock(name: inner.name.text, parent: tag.name.text))
        index = inner.kind.opens ? closing[index] + 1 : index + 1
      }
    }
    index += 1
    leave(close, wholeLine: margin != nil)
    nodes.append(.parent(tag.name, margin: margin, passages: passages))
  }

  /// A block given to a parent: it is taken from where it stands, margin and all.
  private mutating func passage(_ tag: Tag, _ close: Tag) -> Passage {
    let end = closing[index]
    leave(tag, wholeLine: tag.newline != nil)
    index += 1
    var passage = Passage(
      name: tag.name,
      margin: position..<(tag.newline == nil ? position : blanks(from: position)),
      startsLine: tag.newline != nil, endsLine: close.margin != nil)
    build(upTo: end, &passage.nodes)
    text(upTo: close.margin?.lowerBound ?? close.range.lowerBound, &passage.nodes)
    index += 1
    leave(close, wholeLine: false)
    return passage
  }

  /// A block with a content of its own, which stands unless another is given.
  private mutating func block(_ tag: Tag, _ close: Tag, _ nodes: inout [Node]) {
    let end = closing[index]
    guard let margin = tag.margin, let newline = close.newline else {
      var passage = Passage(
        name: tag.name, margin: 0..<0, startsLine: false, endsLine: false)
      pass(tag, &nodes)
      build(upTo: end, &passage.nodes)
      pass(close, &passage.nodes)
      nodes.append(.block(passage, line: nil))
      return
    }
    text(upTo: margin.lowerBound, &nodes)
    leave(tag, wholeLine: tag.newline != nil)
    index += 1
    var line = Node.Line(margin: margin, newline: newline)
    var passage = Passage(
      name: tag.name, margin: margin, startsLine: true, endsLine: close.margin != nil)
    build(upTo: end, &passage.nodes)
    text(upTo: close.margin?.lowerBound ?? close.range.lowerBound, &passage.nodes)
    if !passage.nodes.isEmpty {
      if let first = tag.newline?.upperBound {
        line.margin = first..<blanks(from: first)
      } else {
        passage.nodes.insert(.margin(margin), at: 0)
      }
    }
    index += 1
    leave(close, wholeLine: true)
    nodes.append(.block(passage, line: line))
  }

  /// Passes a tag that takes its line with it when it is alone there.
  private mutating func pass(_ tag: Tag, _ nodes: inout [Node]) {
    guard tag.isAlone, let margin = tag.margin else { return inline(tag, &nodes) }
    text(upTo: margin.lowerBound, &nodes)
    index += 1
    leave(tag, wholeLine: true)
  }

  /// Passes a tag that stands in its line like a word.
  private mutating func inline(_ tag: Tag, _ nodes: inout [Node]) {
    let start = tag.range.lowerBound
    text(upTo: start, &nodes)
    if atLineStart { nodes.append(.margin(start..<start)) }
    index += 1
    leave(tag, wholeLine: false)
  }

  private mutating func leave(_ tag: Tag, wholeLine: Bool) {
    position = wholeLine ? tag.newline?.upperBound ?? tag.range.upperBound : tag.range.upperBound
    atLineStart = wholeLine
  }

  /// Adds the text up to `end`, with a margin at the start of every line that is not empty.
  private mutating func text(upTo end: Int, _ nodes: inout [Node]) {
    while position < end {
      if atLineStart {
        let content = min(blanks(from: position), end)
        if content == end || newlineLength(bytes, at: content) == 0 {
          nodes.append(.margin(position..<content))
          position = content
          atLineStart = false
          continue
        }
      }
      let start = position
      while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      atLineStart = position < end
      if atLineStart { position += 1 }
      nodes.append(.text(start..<position))
    }
  }

  private func blanks(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isBlankByte(bytes[end]) { end += 1 }
    return end
  }

  private mutating func fault(_ tag: Tag, _ fact: Fault.Fact) {
    faults.append(Fault(file, tag.name.place, fact))
  }
}
