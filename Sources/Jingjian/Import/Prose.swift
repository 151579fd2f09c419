/// Prose: a line of the speech as Markdown that reads as the line does, its gaps filled with marks.
struct Prose {
  private(set) var text = ""
  private(set) var gaps: [Gap] = []

  init(_ line: Signs, emphasising leads: [Range<Int>] = []) {
    gaps = Gap.all(in: line)
    let edges = Set(leads.flatMap { [$0.lowerBound, $0.upperBound] })
    let marks = Set(Prose.marks(in: line).joined())
    var next = gaps[...]
    var index = 0
    while index < line.count {
      if edges.contains(index) { text += "**" }
      if let gap = next.first, gap.range.lowerBound == index {
        text += Placeholder.text(gap)
        next.removeFirst()
        // A lead ends at a stop or at 是, which are never in a gap.
        index = gap.range.upperBound
        if !gap.range.isEmpty { continue }
      }
      text += marks.contains(index) ? "\\:" : Prose.escaped(line[index], index == 0)
      index += 1
    }
    if edges.contains(line.count) { text += "**" }
  }

  /// A line of only such signs as mean something to Markdown reads as they do.
  static func escaped(_ line: Signs) -> String {
    let marks = Set(marks(in: line).joined())
    return line.indices.reduce(into: "") { text, index in
      text += marks.contains(index) ? "\\:" : escaped(line[index], false)
    }
  }

  /// Where colons stand that people would take for a mark of a ``Passage``. Each is written in half width,
  /// since no backslash escapes another.
  static func marks(in line: Signs) -> [[Int]] {
    ColonRuns(line).all.filter(\.isMark).map(\.places)
  }

  private static func escaped(_ sign: Unicode.Scalar, _ isFirst: Bool) -> String {
    let special = "\\`*_[]<>#&|~{}".unicodeScalars
    let atStart = "+-=:".unicodeScalars
    let isEscaped = special.contains(sign) || (isFirst && atStart.contains(sign))
    return (isEscaped ? "\\" : "") + String(sign)
  }

  /// `1. ` at the start of a paragraph would open a list.
  mutating func escapeNumber() {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, rest.first == "." || rest.first == ")" else { return }
    if rest.count == 1 || rest.dropFirst().first == " " {
      text.insert("\\", at: digits.endIndex)
    }
  }
}
