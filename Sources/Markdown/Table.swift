// Tables: libcmark reads one as a paragraph, or as a heading where a line of `-` follows it. Here the
// lines are looked at once more, and what is no part of the table is read again on its own.

internal import CCmark

/// A paragraph with a table in it, by its lines in the source, prefixes left out.
struct Table {
  var lines: [Range<Int>]
  /// The index of the line with the head; the one below it holds the alignments.
  var head: Int
  var alignments: [Alignment]
  /// The index behind the table's last line.
  var end: Int
}

extension Builder {
  /// Writes the paragraph or heading `node`, which ends on the line `last`, if it holds a table; false
  /// when it does not.
  mutating func table(_ node: OpaquePointer, through last: Int) -> Bool {
    let first = Int(cmark_node_get_start_line(node))
    guard last > first, mayHoldTable(first + 1...last) else { return false }
    let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
    begin(node)
    let content = (first...last).map { self.content(ofLine: $0) }
    guard let table = findTable(content, isHeading: isHeading) else { return false }
    if table.head > 0 { readAgain(Array(content[..<table.head])) }
    write(table)
    if table.end < content.count { readAgain(content[table.end...].map { indented($0) }) }
    return true
  }

  /// Whether one of the lines begins as the line below a table's head does.
  private func mayHoldTable(_ range: ClosedRange<Int>) -> Bool {
    range.contains { line in
      guard let start = start(ofLine: line) else { return false }
      let content = source.contentStart(ofLineAt: start, quotes: quotes)
      return content < source.count
        && (source[content] == 0x7C || source[content] == 0x2D || source[content] == 0x3A)
    }
  }

  /// Short rows are filled up; but a few bytes must not become millions of cells.
  private static let missingLimit = 500_000

  private func findTable(_ content: [Range<Int>], isHeading: Bool) -> Table? {
    let limit = isHeading ? content.count - 1 : content.count
    for index in 1..<max(1, limit) {
      guard let alignments = source.alignments(content[index]), !isLazy(content[index]),
        source.cells(content[index - 1]).count == alignments.count
      else { continue }
      var end = index + 1
      var missing = 0
      while end < content.count, isRow(content[end], endsHeading: isHeading && end == limit) {
        missing += max(0, alignments.count - source.cells(content[end]).count)
        if missing > Self.missingLimit { break }
        end += 1
      }
      return Table(lines: content, head: index - 1, alignments: alignments, end: end)
    }
    return nil
  }

  /// Whether a line goes on with the table. A paragraph is interrupted by less than a table is.
  private func isRow(_ line: Range<Int>, endsHeading: Bool) -> Bool {
    let bytes = source.slice(line)
    if endsHeading { return bytes[0] != 0x2D || bytes.count == 2 }
    return !bytes.beginsOtherBlock && !isLazy(line) && !isIndentedCode(line)
      && !source.cells(line).isEmpty
  }

  /// Whether a line stands outside the quotes and the list that its paragraph lies in.
  private func isLazy(_ line: Range<Int>) -> Bool {
    let (marks, columns, _) = indentation(of: line)
    return marks < quotes || columns < itemIndents.last ?? 0
  }

  private func isIndentedCode(_ line: Range<Int>) -> Bool {
    indentation(of: line).blanks - containerBlanks >= 4
  }

  /// The line with its indentation, where that makes it a code.
  private func indented(_ line: Range<Int>) -> Range<Int> {
    let (_, _, blanks) = indentation(of: line)
    let start = line.lowerBound - (blanks - containerBlanks)
    guard blanks - containerBlanks >= 4, source[start..<line.lowerBound].allSatisfy({ $0 == 0x20 })
    else { return line }
    return start..<line.upperBound
  }

  /// The blanks that belong to the quotes and the list around a line.
  private var containerBlanks: Int { (quotes > 0 ? 1 : 0) + (itemIndents.last ?? 0) }

  /// The `>` before a line, the columns, and the blanks directly before it.
  private func indentation(of line: Range<Int>) -> (marks: Int, columns: Int, blanks: Int) {
    var start = line.lowerBound
    while start > 0, !source[start - 1].isLineEnd { start -= 1 }
    var (marks, columns, blanks) = (0, 0, 0)
    for byte in source[start..<line.lowerBound] {
      columns += byte == 0x09 ? 4 - columns % 4 : 1
      if byte == 0x3E { marks += 1 }
      blanks = byte.isBlank ? blanks + (byte == 0x09 ? 4 : 1) : 0
    }
    return (marks, columns, blanks)
  }

  private mutating func write(_ table: Table) {
    let rows = [table.lines[table.head]] + table.lines[(table.head + 2)..<table.end]
    let columns = table.alignments.count
    let cells = rows.flatMap { row in
      let cells = source.cells(row).prefix(columns)
      return cells + repeatElement(0..<0, count: columns - cells.count)
    }
    let range = rows[0].lowerBound..<table.lines[table.end - 1].upperBound
    prose.append(Prose(range: range, quotes: quotes, kind: .table))
    push(.table)
    let index = Int(open[open.count - 1])
    let alignments = table.alignments
    readLines(cells) { builder, number, node in
      let column = number % columns
      let isHead = number < columns
      if column == 0 { builder.push(.row, flags: isHead ? Node.Flag.head : 0) }
      builder.push(.cell, flags: alignments[column].rawValue | (isHead ? Node.Flag.head : 0))
      builder.begin(node)
      builder.walk(node)
      builder.leave()
      if column == columns - 1 { builder.leave() }
    }
    leave()
    nodes[index].more = 0..<Int32(rows.count - 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a line begins a block that a table gives way to and a paragraph does not: any list, and
  /// a tag alone on its line.
  fileprivate var beginsOtherBlock: Bool {
    var index = 0
    while index < count, self[index].isASCIIDigit { index += 1 }
    if index > 0 {
      guard index < 10, index < count, self[index] == 0x2E || self[index] == 0x29 else {
        return false
      }
      return index + 1 == count || self[index + 1].isBlank
    }
    guard let first else { return true }
    if first == 0x2A || first == 0x2B || first == 0x2D { return count == 1 || self[1].isBlank }
    guard first == 0x3C else { return false }
    index = count > 1 && self[1] == 0x2F ? 2 : 1
    guard index < count, self[index].isASCIILetter else { return false }
    while index < count, self[index].isASCIIWord || self[index] == 0x2D { index += 1 }
    guard index < count, self[index].isBlank || self[index] == 0x2F || self[index] == 0x3E,
      let end = self[index...].firstIndex(of: 0x3E)
    else { return false }
    return self[(end + 1)...].allSatisfy(\.isBlank)
  }
}

extension Writer {
  mutating func table(_ node: Node) {
    switch node.kind {
    case .table:
      startLine("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
      escape(words.table)
      // Frames are landmarks, and no two of them may have the same name.
      tables += 1
      if tables > 1 { html.append(contentsOf: " \(tables)".utf8) }
      html.append("\">\n<table>\n<thead>\n")
    case .row: startLine("<tr>\n")
    default:
      html.append(node.flags & Node.Flag.head == 0 ? "<td" : "<th scope=\"col\"")
      html.append((Alignment(rawValue: node.flags & 3) ?? .none).style)
      html.append(">")
    }
  }

  mutating func closeTable(_ node: Node) {
    switch node.kind {
    case .table:
      html.append(node.more.isEmpty ? "</table>\n</div>\n" : "</tbody>\n</table>\n</div>\n")
    case .row:
      html.append("</tr>\n")
      if node.flags & Node.Flag.head != 0 {
        html.append("</thead>\n")
        if Int(node.end) < nodes.count, nodes[Int(node.end)].kind == .row {
          html.append("<tbody>\n")
        }
      }
    default: html.append(node.flags & Node.Flag.head == 0 ? "</td>\n" : "</th>\n")
    }
  }
}
