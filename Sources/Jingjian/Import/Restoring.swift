/// Restoring: headings that a cut took away are brought back from the contents.
///
/// Without them （二） would stand under 一、 where 二、 was cut out. Their place within the cut is not
/// known, so what was cut stays marked above and below them.
extension Speech {
  mutating func restoreHeadings(in blocks: inout [Block]) {
    let headings = blocks.indices.filter {
      if case .heading = blocks[$0].kind { true } else { false }
    }
    // No speech has more; the comparison below takes the square of what differs.
    guard !contents.isEmpty, headings.count <= 1000 else { return }
    let difference = headings.map { blocks[$0].key }.difference(from: contents.map(\.key))
    let missing = difference.removals.map(\.offset)
    let added = Set(difference.insertions.map(\.offset))
    // The blocks of the entries that were found, in their order.
    let found = headings.indices.filter { !added.contains($0) }.map { headings[$0] }
    var runs: [(found: Int, entries: [Piece])] = []
    for (order, entry) in missing.enumerated() {
      let foundBefore = entry - order
      if runs.last?.found == foundBefore {
        runs[runs.count - 1].entries.append(contents[entry])
      } else {
        runs.append((foundBefore, [contents[entry]]))
      }
    }
    for run in runs.reversed() {
      let start = run.found > 0 ? found[run.found - 1] : 0
      let end = run.found < found.count ? found[run.found] : blocks.count
      restore(run.entries, in: &blocks, between: start..<end)
    }
  }

  private mutating func restore(
    _ entries: [Piece], in blocks: inout [Block], between range: Range<Int>
  ) {
    guard let cut = range.last(where: { blocks[$0].isCut }) else {
      // Told in the order of the contents, though runs are restored from the last.
      let facts = entries.map { Imported.Guess.headingMissing(line: $0.line, text: $0.text.string) }
      let first = guesses.firstIndex { if case .headingMissing = $0 { true } else { false } }
      guesses.insert(contentsOf: facts, at: first ?? guesses.count)
      return
    }
    let restored = entries.compactMap { entry in
      Headline(entry.text).map { heading in
        Block(line: entry.line, kind: .heading(heading.level), text: heading.text)
      }
    }
    var after: [Block] = []
    switch blocks[cut].kind {
    case .gap(.passage(let characters, _)):
      blocks[cut].kind = .gap(.passage(characters: characters, headings: restored.count))
      after = [Block(line: blocks[cut].line, kind: .gap(.passageEnd), text: blocks[cut].text)]
    case .gap(.rest(let total, let shown, _)):
      blocks[cut].kind = .gap(.rest(total: total, shown: shown, headings: restored.count))
    default: break
    }
    blocks.insert(contentsOf: restored + after, at: cut + 1)
  }
}

extension Speech.Block {
  fileprivate var key: Signs { Headline(text)?.key ?? [] }

  fileprivate var isCut: Bool {
    switch kind {
    case .gap(.passage), .gap(.rest): true
    default: false
    }
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
