// A fault: a remark as it is found, its place still a range of the prepared text.

struct Fault {
  var range: Range<Int>
  var kind: Remark.Kind
  var fix: String?
}

/// Places: ranges of the prepared text as lines and columns of the file.
struct Places {
  let text: Bytes
  let lines: [Int32]
  let firstLine: Int

  /// The remarks for the faults, in the order of their places.
  func remarks(_ faults: [Fault]) -> [Remark] {
    let sorted = faults.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return sorted.map { _, fault in
      let (line, column) = place(fault.range.lowerBound)
      return Remark(
        line: line, column: column, length: max(1, length(fault.range)), kind: fault.kind,
        fix: fault.fix)
    }
  }

  /// The file's line, and the column, of an offset.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    let index = line(of: offset)
    return (index + firstLine, width(Int(lines[index])..<offset) + 1)
  }

  /// How many characters of the source a range holds on its first line.
  func length(_ range: Range<Int>) -> Int {
    let end = min(range.upperBound, lineEnd(line(of: range.lowerBound)))
    return width(range.lowerBound..<max(range.lowerBound, end))
  }

  /// The index of the line that holds an offset, found by halving.
  private func line(of offset: Int) -> Int {
    var low = 0
    var high = max(0, lines.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lines[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Where the text of a line ends, its line break left out.
  private func lineEnd(_ line: Int) -> Int {
    var end = Int(line + 1 < lines.count ? lines[line + 1] : Int32(text.count))
    while end > Int(lines[line]), text[end - 1].isLineEnd { end -= 1 }
    return end
  }

  /// How many characters of the source a range holds.
  private func width(_ range: Range<Int>) -> Int {
    var width = 0
    for index in range where index < text.count && !text[index].isContinuation {
      switch text[index] == 0xEE ? text.marker(at: index) : nil {
      case nil: width += 1
      case 3: width -= 4
      default: break
      }
    }
    return max(0, width)
  }
}
