// Pairs: marks that come in two, “ ” ‘ ’ and 《 》, matched within a paragraph.

extension Proofreader {
  mutating func quote(at index: Int) {
    switch source[index + 2] {
    case 0x9C, 0x98: openQuotes.append(index)
    case 0x9D, 0x99:
      if let open = openQuotes.last, source[open + 2] == source[index + 2] - 1 {
        openQuotes.removeLast()
      } else if source[index + 2] == 0x9D || !isApostrophe(index) {
        say(.unpairedQuote(source.string(index..<index + 3)), at: index..<index + 3)
      }
    default: break
    }
  }

  /// ’ within or behind a Latin word.
  private func isApostrophe(_ index: Int) -> Bool {
    index > 0 && source[index - 1].isASCIIWord
  }

  /// At the end of a paragraph: what is still open stays so. But a quotation of several paragraphs
  /// begins each of them with its mark, and only the last one ends with one.
  mutating func closePairs(next: Int?) {
    if openTitles.isEmpty, openQuotes.isEmpty { return }
    for index in openTitles { say(.unpairedTitleMark("《"), at: index..<index + 3) }
    let goesOn =
      openQuotes.count == 1 && openQuotes[0] == prose.range.lowerBound
      && next.map { source.holds("“", at: $0) } == true
    if !goesOn {
      for index in openQuotes {
        say(.unpairedQuote(source.string(index..<index + 3)), at: index..<index + 3)
      }
    }
    openTitles.removeAll(keepingCapacity: true)
    openQuotes.removeAll(keepingCapacity: true)
  }
}
