/// Contents: a 目录 or 提纲 above the speech that repeats its headings.
///
/// They are left out of the record, but remembered: where a passage was cut out of the speech, its
/// headings still stand here.
extension Speech {
  mutating func readContents() {
    guard let start = pieces.firstIndex(where: { $0.gap == nil && $0.text.folded.opensContents })
    else { return }
    let lines = pieces[(start + 1)...]
    // More than a document has headings; it also bounds the comparison with the text.
    let run = lines.prefix(200).prefix {
      $0.gap == nil && $0.text.count <= 80 && !$0.text.contains("。")
    }
    if let end = run.firstIndex(where: { $0.text.isDots }) {
      take(start...end)
      return
    }
    var keys: Set<Signs> = []
    let entries = run.prefix { keys.insert($0.key).inserted && Headline($0.text) != nil }
    let later = lines[entries.endIndex...]
    // Without an end mark, only what comes again further down is a contents.
    guard let last = entries.indices.last, later.contains(where: { keys.contains($0.key) }) else {
      return
    }
    take(start...last)
  }

  private mutating func take(_ range: ClosedRange<Int>) {
    let block = Array(pieces[range])
    leaveOut(block, .contents)
    contents = block.map { Piece($0.lines, $0.text.withoutPage) }
      .filter { Headline($0.text) != nil }
    pieces.removeSubrange(range)
  }
}

extension Speech.Piece {
  /// What a heading is compared by: equal for an entry of the contents and its heading in the text.
  var key: Signs { Headline(text)?.key ?? text.filter(\.isHan) }
}

extension Signs {
  fileprivate var opensContents: Bool {
    guard count <= 20 else { return false }
    let word = filter { $0.isHan }.string
    let onlyWords = allSatisfy {
      $0.isHan || Sign.isSpace($0) || "/：….·".unicodeScalars.contains($0)
    }
    return onlyWords && ["目录", "提纲", "目录提纲", "提纲目录"].contains(word)
  }

  /// 一、提高认识……3
  fileprivate var withoutPage: Signs {
    let number = reversed().prefix(while: Sign.isDigit).count
    let leader = dropLast(number).reversed()
      .prefix { "….·".unicodeScalars.contains($0) || Sign.isSpace($0) }.count
    return leader > 0 ? Signs(dropLast(number + leader)) : self
  }

  fileprivate var isDots: Bool {
    count >= 2 && allSatisfy { $0 == "…" || $0 == "." }
  }
}
