/// A cut: a note in the text that a passage, or the rest, was left away by who published it.
extension Speech {
  /// Parts the lines at the notes, so that the two ends of a cut are never joined.
  mutating func takeOutCuts() {
    var kept: [Piece] = []
    for piece in pieces {
      let (text, folded) = (piece.text, piece.text.folded)
      var start = 0
      while let cut = Cut(in: folded, from: start) {
        let before = Signs(text[start..<cut.range.lowerBound]).trimmed
        if !before.isEmpty { kept.append(Piece(piece.lines, before)) }
        let note = Piece(piece.lines, Signs(text[cut.range]).trimmed, gap: cut.gap)
        kept.append(note)
        leaveOut([note], cut.reason)
        start = cut.range.upperBound
      }
      if start == 0 {
        kept.append(piece)
        continue
      }
      let rest = Signs(text[start...]).trimmed
      if !rest.isEmpty { kept.append(Piece(piece.lines, rest)) }
    }
    pieces = kept
  }
}

private struct Cut {
  let range: Range<Int>
  let gap: Imported.Gap
  var reason: Imported.Reason {
    if case .rest = gap { .unfinished } else { .omission }
  }

  /// The first cut in a folded line.
  init?(in signs: Signs, from start: Int) {
    for open in signs.indices.dropFirst(start) where Cut.isOpen(signs[open]) {
      // No note is longer; without a bound a line of brackets would take for ever.
      let note = signs[open...].prefix(300)
      let close = note.firstIndex(where: Cut.isClose)
      let inside = Signs(signs[(open + 1)..<(close ?? note.endIndex)])
      if let close, let gap = Cut.passage(inside) {
        range = Cut.withDots(signs, open..<(close + 1), from: start)
        self.gap = gap
        return
      }
      if let gap = Cut.rest(inside) {
        let end = close.map { $0 + 1 } ?? signs.count
        let whole = Cut.withDots(signs, open..<end, from: start)
        // What stands after the note on its line is most often more of the advertisement.
        let advertised = Signs(signs[whole.upperBound...]).isAdvertisement
        range = whole.lowerBound..<(advertised ? signs.count : whole.upperBound)
        self.gap = gap
        return
      }
    }
    return nil
  }

  private static func isOpen(_ sign: Unicode.Scalar) -> Bool { "（【[".unicodeScalars.contains(sign) }
  private static func isClose(_ sign: Unicode.Scalar) -> Bool {
    "）】]".unicodeScalars.contains(sign)
  }

  /// …省略1005字…; a plain 此处省略 too, but not each mention of the word.
  private static func passage(_ inside: Signs) -> Imported.Gap? {
    if ["此处省略", "以下省略", "中间省略"].contains(inside.string) {
      return .passage(characters: nil, headings: 0)
    }
    guard let word = inside.find("省略"), let number = inside.number(after: word + 2) else {
      return nil
    }
    return .passage(characters: number, headings: 0)
  }

  private static func rest(_ inside: Signs) -> Imported.Gap? {
    guard inside.has("未完", at: 0) else { return nil }
    let goesOn = inside.count == 2 || inside.has("待续", at: 2) || Sign.isStop(inside[2])
    guard goesOn else { return nil }
    let total = inside.find("全文").flatMap { inside.number(after: $0 + 2) }
    let shown = inside.find("显示").flatMap { inside.number(after: $0 + 2) }
    return .rest(total: total, shown: shown, headings: 0)
  }

  /// With the dots around the note.
  private static func withDots(_ signs: Signs, _ range: Range<Int>, from start: Int) -> Range<Int> {
    let isDot = { (sign: Unicode.Scalar) in sign == "…" || sign == "." || Sign.isSpace(sign) }
    let before = signs[start..<range.lowerBound].reversed().prefix(while: isDot).count
    let after = signs[range.upperBound...].prefix(while: isDot).count
    return (range.lowerBound - before)..<(range.upperBound + after)
  }
}

extension Signs {
  /// The number in `约1,005字`, where only a few signs stand before its digits.
  fileprivate func number(after start: Int) -> Int? {
    guard start <= count,
      let first = self[start...].prefix(3).firstIndex(where: Sign.isDigit)
    else { return nil }
    let run = self[first...].prefix { Sign.isDigit($0) || $0 == "，" }
    guard first + run.count < count, self[first + run.count] == "字" else { return nil }
    return Int(Signs(run.filter(Sign.isDigit)).string)
  }
}
