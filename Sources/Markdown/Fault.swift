// A fault: a remark as it is found, its place still a range of the prepared text.

struct Fault {
  var range: Range<Int>
  var kind: Remark.Kind
  var fix: String?
}

/// Faults: those of a document, of each kind as many as anybody could mend. A document of 4 MiB may be
/// wrong in a million places.
struct Faults {
  private(set) var all: [Fault] = []
  private var counts: [String: Int] = [:]

  /// The most of one kind. One more is kept than callers show, so that they can say that there are more.
  private static let limit = 1001

  mutating func append(_ fault: Fault) {
    let code = fault.kind.code
    guard counts[code, default: 0] < Self.limit else { return }
    counts[code, default: 0] += 1
    all.append(fault)
  }

  static func += (faults: inout Faults, others: Faults) {
    for fault in others.all { faults.append(fault) }
  }
}

/// Places: ranges of the prepared text as lines and columns of the file. What was found last is kept,
/// as the next place is often further on in the same line.
struct Places {
  let text: Bytes
  let lines: [Int32]
  let firstLine: Int
  private var last = (line: 0, offset: 0, width: 0)

  init(text: Bytes, lines: [Int32], firstLine: Int) {
    self.text = text
    self.lines = lines
    self.firstLine = firstLine
  }

  /// The remarks for the faults, in the order of their places.
  mutating func remarks(_ faults: [Fault]) -> [Remark] {
    let sorted = faults.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return sorted.map { _, fault in
      let (line, column) = place(fault.range.lowerBound)
      return Remark(
        line: line, column: column, length: length(fault.range), kind: fault.kind, fix: fault.fix)
    }
  }

  /// The file's line, and the column, of an offset.
  mutating func place(_ offset: Int) -> (line: Int, column: Int) {
    let index = line(of: offset)
    if index != last.line || offset < last.offset {
      last = (index, Int(lines[index]), 0)
    }
    last = (index, offset, last.width + width(last.offset..<offset))
    return (index + firstLine, max(0, last.width) + 1)
  }

  /// How many characters of the source, at least one, a range holds on its first line.
  func length(_ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, end < text.count, !text[end].isLineEnd { end += 1 }
    return max(1, width(range.lowerBound..<end))
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

  /// How many characters of the source a range holds.
  private func width(_ range: Range<Int>) -> Int {
    var width = 0
    for index in range.clamped(to: text.indices) {
      if !text[index].isContinuation { width += 1 }
      if text[index] == 0xEE, let marker = text.marker(at: index) { width -= marker == 3 ? 5 : 1 }
    }
    return width
  }
}
