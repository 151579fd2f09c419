// A row: one line of a table, cut into cells at its `|`.

/// How the cells of a column are set.
enum Alignment: UInt8 {
  case none, left, center, right

  var style: StaticString {
    switch self {
    case .none: ""
    case .left: " class=\"left\""
    case .center: " class=\"center\""
    case .right: " class=\"right\""
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The cells of a line, without the blanks around them. A `|` behind a backslash is text. The
  /// pipes at the two ends may be missing.
  func cells(_ line: Range<Int>) -> [Range<Int>] {
    let line = trimmed(line)
    var cells: [Range<Int>] = []
    var index = line.lowerBound
    if index < line.upperBound, self[index] == 0x7C { index += 1 }
    while index < line.upperBound {
      let start = index
      while index < line.upperBound, self[index] != 0x7C {
        index +=
          self[index] == 0x5C && index + 1 < line.upperBound && self[index + 1] == 0x7C ? 2 : 1
      }
      cells.append(trimmed(start..<index))
      index += 1
    }
    return cells
  }

  /// The alignments that the line below a table's head gives; nil for any other line. A line of
  /// nothing but `-` is none.
  func alignments(_ line: Range<Int>) -> [Alignment]? {
    let marks = self[line]
    guard marks.contains(where: { $0 == 0x7C || $0 == 0x3A }),
      marks.allSatisfy({ $0.isBlank || $0 == 0x7C || $0 == 0x2D || $0 == 0x3A })
    else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(line) {
      let isLeft = self[cell].first == 0x3A
      let isRight = cell.count > 1 && self[cell].last == 0x3A
      let rule = self[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !rule.isEmpty, rule.allSatisfy({ $0 == 0x2D }) else { return nil }
      alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
