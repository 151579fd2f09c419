// Pasted: what a text from Word brings with it – paragraphs told apart by their indentation, headings
// that are plain lines, tables of tabs, blanks that would make code of prose.

internal import CCmark

extension Builder {
  /// Ends the paragraph that is open and begins another one where the next line is indented as paragraphs
  /// are in Chinese. False where the line goes on as it is.
  mutating func beginsParagraph(after lineEnd: OpaquePointer) -> Bool {
    guard let next = cmark_node_next(lineEnd), cmark_node_get_type(next) == CMARK_NODE_TEXT,
      let literal = cmark_node_get_literal(next), let parent = open.last,
      nodes[Int(parent)].kind == .paragraph
    else { return false }
    let line = Bytes(literal)
    let indent = line.indent
    guard indent > 0, indent < line.count || cmark_node_next(next).isInLine else { return false }
    // Without its tags it would run on into the next one.
    nodes[Int(parent)].flags &= ~Node.Flag.tight
    leave()
    push(.paragraph)
    leaf.textStart = text.count
    leaf.hasContent = false
    leaf.forgetBreak()
    return true
  }

  /// Whether a paragraph is nothing but wide blanks, as people type them for an empty line.
  func isBlank(_ paragraph: OpaquePointer) -> Bool {
    guard let child = cmark_node_first_child(paragraph), cmark_node_next(child) == nil,
      cmark_node_get_type(child) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(child)
    else { return false }
    let line = Bytes(literal)
    return !line.isEmpty && line.indent == line.count
  }

  /// A text without the indentation of its line, which is none of it.
  func withoutIndent(_ bytes: Bytes) -> Bytes {
    switch nodes.last?.kind {
    case .paragraph, .heading, .softBreak, .hardBreak:
      bytes.isEmpty || bytes[0] < 0x80 ? bytes : bytes.slice(bytes.indent..<bytes.count)
    default: bytes
    }
  }

  /// Looks for rows of cells that tabs keep apart: in Markdown they run into one line.
  mutating func noteTabs(from first: Int, through last: Int) {
    guard hasTabs, first < last else { return }
    var before = (count: 0, range: 0..<0)
    for line in first...last {
      var range = content(ofLine: line)
      while let end = range.last, source[end].isBlank { range.removeLast() }
      let cells = source.slice(range).split(separator: 0x09).count
      if cells > 1, cells == before.count {
        return faults.append(Fault(range: before.range, kind: .tabTable))
      }
      before = (cells, range)
    }
  }

  /// Prose that four blanks make a code of.
  mutating func noteProse(_ code: OpaquePointer) {
    let (first, last) = (cmark_node_get_start_line(code), cmark_node_get_end_line(code))
    guard quotes == 0, itemIndents.isEmpty, let start = start(ofLine: Int(first)) else { return }
    let mark = source[source.contentStart(ofLineAt: start, quotes: 0)...].prefix(3)
    if mark.elementsEqual("```".utf8) || mark.elementsEqual("~~~".utf8) { return }
    noteTabs(from: Int(first), through: Int(last))
    for line in Int(first)...max(Int(first), Int(last)) { noteIndent(ofLine: line) }
  }

  /// A line of Chinese behind four blanks is meant as a paragraph.
  mutating func noteIndent(ofLine line: Int) {
    guard quotes == 0, itemIndents.isEmpty, let start = start(ofLine: line) else { return }
    let content = source.contentStart(ofLineAt: start, quotes: 0)
    let indent = source.slice(start..<content)
    guard indent.count >= 4 || indent.contains(0x09) else { return }
    var end = content
    while end < source.count, !source[end].isLineEnd { end += 1 }
    guard source.slice(content..<end).isProse else { return }
    faults.append(Fault(range: start..<content, kind: .indentedProse, fix: "\u{3000}\u{3000}"))
  }

  /// Lines such as `一、总体要求` of a text that has no headings. Those that follow each other with nothing
  /// between are a list, and all of their kind are what these are.
  mutating func notePlainHeadings() {
    guard outline.isEmpty else { return }
    var found: [(fault: Fault, first: String, isUpper: Bool)] = []
    var listed: Set<Bool> = []
    var last: Bool?
    for prose in prose {
      var start = prose.range.lowerBound
      while start < prose.range.upperBound {
        var end = start
        while end < prose.range.upperBound, !source[end].isLineEnd { end += 1 }
        let line = source.slice(start..<end)
        let content = line.indent
        let heading =
          prose.kind == .paragraph && prose.quotes == 0
          ? line.slice(content..<line.count).plainHeading : nil
        if let (isUpper, first) = heading {
          if last == isUpper { listed.insert(isUpper) }
          let range = start..<start + content + first.utf8.count
          found.append((Fault(range: range, kind: .plainHeading), first, isUpper))
        }
        if !line.isEmpty { last = heading?.isUpper }
        start = end + 1
        while start < prose.range.upperBound, source[start].isBlank { start += 1 }
      }
    }
    found.removeAll { listed.contains($0.isUpper) }
    let hasUpper = found.contains { $0.isUpper }
    for (fault, first, isUpper) in found {
      var fault = fault
      fault.fix = (isUpper || !hasUpper ? "## " : "### ") + first
      faults.append(fault)
    }
  }
}

extension OpaquePointer? {
  /// Whether a node follows in the same line.
  fileprivate var isInLine: Bool {
    guard let self else { return false }
    let type = cmark_node_get_type(self)
    return type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes of wide blanks a line begins with.
  var indent: Int {
    var index = 0
    while holds("\u{3000}", at: index) || holds("\u{2003}", at: index)
      || holds("\u{2002}", at: index)
    {
      index += 3
      while index < count, self[index].isBlank { index += 1 }
    }
    return index
  }

  /// Whether a line is Chinese running text: more characters than anything else, and a mark of a sentence.
  fileprivate var isProse: Bool {
    var (han, others, marks) = (0, 0, 0)
    var index = 0
    while index < count {
      let (scalar, length) = scalar(at: index)
      index += length
      switch scalar {
      case "，", "。", "；", "：", "、": marks += 1
      case _ where scalar.isHan: han += 1
      case _ where !scalar.isSpace: others += 1
      default: break
      }
    }
    return marks > 0 && han > 3 && han > others
  }

  /// Whether the whole line is numbered as headings are: whether as those of the upper level, and its
  /// first character.
  fileprivate var plainHeading: (isUpper: Bool, first: String)? {
    guard (9...120).contains(count), let last = lastScalar, !last.endsSentence else { return nil }
    let (first, length) = scalar(at: 0)
    let isUpper = first != "（" && first != "("
    guard let end = numeralEnd(from: isUpper ? 0 : length) else { return nil }
    let closes = isUpper ? holds("、", at: end) : holds("）", at: end) || holds(")", at: end)
    guard closes, !contains(0x09) else { return nil }
    return (isUpper, String(first))
  }

  private var lastScalar: Unicode.Scalar? {
    var end = count
    while end > 0, self[end - 1].isBlank { end -= 1 }
    return end > 0 ? scalar(before: end).scalar : nil
  }

  /// Behind one to three Chinese numerals.
  private func numeralEnd(from start: Int) -> Int? {
    var index = start
    while index < count, index - start < 9,
      "一二三四五六七八九十".unicodeScalars.contains(scalar(at: index).scalar)
    { index += 3 }
    return index > start ? index : nil
  }
}

extension Unicode.Scalar {
  fileprivate var endsSentence: Bool { "。；，：、！？…;,:.!?".unicodeScalars.contains(self) }
}
