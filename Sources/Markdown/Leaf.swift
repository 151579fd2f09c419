// A leaf: a paragraph or a heading, the blocks that hold lines of text. Here is what is known about
// the one being read, and where its pieces lie in the source.

internal import CCmark

struct Leaf {
  /// Where the block starts, both counted from 1, the column in bytes.
  var line = 1
  var column = 1
  /// Where its text starts in the buffer.
  var textStart = 0
  /// Whether the last piece was text; where a line break stands whose other side is yet to come.
  var endsWithText = false
  var breakNode: Int32 = -1
  var breakEnd = 0
  /// How many line ends behind backslashes there were; the last one's line and column as libcmark
  /// counts them, and where the source goes on.
  var escapedBreaks = 0
  var lastBreak = (line: 0, column: 0, offset: 0)
  /// Whether something stands in it.
  var hasContent = false
  /// What was looked up before this place of the source is not found again.
  var cursor = 0

  mutating func forgetText() {
    hasContent = true
    forgetBreak()
  }

  mutating func forgetBreak() {
    endsWithText = false
    breakNode = -1
  }
}

/// Lines of running text in the source, for the proofreader.
struct Prose {
  var range: Range<Int>
  var quotes: Int
  var kind: Kind

  enum Kind { case paragraph, heading, table }
}

extension Builder {
  /// Begins a leaf whose lines, up to the line `last`, are to be proofread.
  mutating func begin(_ node: OpaquePointer, as kind: Prose.Kind, through last: Int) {
    begin(node)
    let end = self.start(ofLine: last + 1) ?? source.count
    prose.append(Prose(range: leaf.cursor..<max(leaf.cursor, end), quotes: quotes, kind: kind))
  }

  /// The last line of a leaf. For a heading with a line below it libcmark says one too many.
  func lastLine(of node: OpaquePointer) -> Int {
    let first = Int(cmark_node_get_start_line(node))
    let last = min(Int(cmark_node_get_end_line(node)), lines.count - 1)
    guard last > first, cmark_node_get_type(node) == CMARK_NODE_HEADING else { return last }
    return (first + 1...last).first { line in
      let content = content(ofLine: line)
      let mark = content.isEmpty ? 0 : source[content.lowerBound]
      return (mark == 0x2D || mark == 0x3D)
        && source[content].allSatisfy { $0 == mark || $0.isBlank }
    } ?? last
  }

  /// A line from its first character to its last, without what stands before it in quotes and lists.
  func content(ofLine line: Int) -> Range<Int> {
    guard let start = start(ofLine: line) else { return 0..<0 }
    let content =
      line == leaf.line
      ? start + leaf.column - 1
      : source.contentStart(ofLineAt: start, quotes: quotes)
    var end = content
    while end < source.count, !source[end].isLineEnd { end += 1 }
    return content..<end
  }

  /// Begins a leaf.
  mutating func begin(_ node: OpaquePointer) {
    leaf = Leaf(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
      textStart: text.count)
    guard let start = start(ofLine: leaf.line) else { return }
    leaf.cursor = start + leaf.column - 1
  }

  /// Where a line starts in the source.
  func start(ofLine line: Int) -> Int? {
    line >= 1 && line <= lines.count ? Int(lines[line - 1]) : nil
  }

  /// Where a piece of the leaf starts in the source.
  func offset(of inline: OpaquePointer) -> Int {
    offset(
      line: Int(cmark_node_get_start_line(inline)),
      column: Int(cmark_node_get_start_column(inline)))
  }

  /// Where a piece of the leaf ends in the source.
  func endOffset(of inline: OpaquePointer) -> Int {
    offset(
      line: Int(cmark_node_get_end_line(inline)),
      column: Int(cmark_node_get_end_column(inline)) + 1)
  }

  /// Where something stands in the source of which libcmark says the line and the column. It counts
  /// the columns on as if all lines of a leaf were indented like the first, and it does not see a
  /// line end behind a backslash: there it counts on too.
  private func offset(line: Int, column: Int) -> Int {
    if leaf.escapedBreaks > 0, line == leaf.lastBreak.line {
      return min(leaf.lastBreak.offset + max(0, column - leaf.lastBreak.column), source.count)
    }
    guard let start = start(ofLine: line + leaf.escapedBreaks) else { return leaf.cursor }
    if line == leaf.line { return min(start + max(0, column - 1), source.count) }
    let content = source.contentStart(ofLineAt: start, quotes: quotes)
    return min(content + max(0, column - leaf.column), source.count)
  }

  /// Remembers a line end behind a backslash.
  mutating func noteBreak(_ node: OpaquePointer) {
    guard let before = cmark_node_previous(node) else { return }
    var line = Int(cmark_node_get_end_line(before))
    var column = Int(cmark_node_get_end_column(before)) + 1
    if cmark_node_get_type(before) == CMARK_NODE_LINEBREAK {
      guard leaf.escapedBreaks > 0 else { return }
      (line, column) = (leaf.lastBreak.line, leaf.lastBreak.column)
    }
    let place = offset(line: line, column: column)
    guard place + 1 < source.count, source[place] == 0x5C, source[place + 1].isLineEnd else {
      return
    }
    let width = source.holds("\r\n", at: place + 1) ? 2 : 1
    let next = source.contentStart(ofLineAt: place + 1 + width, quotes: quotes)
    leaf.escapedBreaks += 1
    // To libcmark every line end is one byte.
    leaf.lastBreak = (line, column + 2, next)
  }

  /// Where `piece` of the text of `inline` stands in the source: looked for, as escapes make texts
  /// shorter than their source.
  mutating func locate(_ piece: Bytes, in inline: OpaquePointer?) -> Range<Int> {
    guard let inline else { return leaf.cursor..<leaf.cursor }
    let start = max(leaf.cursor, offset(of: inline))
    let reach = min(source.count - piece.count, start + 1024)
    var place = start
    while place <= reach {
      if let end = source.end(of: piece, at: place, quotes: quotes) {
        leaf.cursor = end
        return place..<end
      }
      place += 1
    }
    return start..<min(start + piece.count, source.count)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a piece of text ends that stands here at `start`, or nil when it does not. What is escaped
  /// by a backslash counts as what it stands for; ends of lines are not in the piece.
  fileprivate func end(of piece: Bytes, at start: Int, quotes: Int) -> Int? {
    var place = start
    for byte in piece {
      if place > start, place < count, self[place].isLineEnd {
        place = contentStart(ofLineAt: place + (holds("\r\n", at: place) ? 2 : 1), quotes: quotes)
      }
      if place + 1 < count, self[place] == 0x5C, self[place + 1] == byte,
        byte.isEscapable
      {
        place += 2
      } else if place < count, self[place] == byte {
        place += 1
      } else {
        return nil
      }
    }
    return place
  }

  /// Where the text of a line starts behind its indentation and the marks of `quotes` quotes.
  func contentStart(ofLineAt start: Int, quotes: Int) -> Int {
    var left = quotes
    var index = start
    while index < count {
      if self[index].isBlank {
        index += 1
      } else if self[index] == 0x3E, left > 0 {
        left -= 1
        index += 1
      } else {
        break
      }
    }
    return index
  }
}

extension UInt8 {
  /// Whether a backslash before it takes away its meaning: the punctuation of ASCII.
  fileprivate var isEscapable: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
