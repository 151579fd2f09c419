/// Torn: lines that were broken where a page was full, as they are copied from a PDF, and the numbers of
/// its pages.
extension Speech {
  /// `- 1 -`, `第1页 共3页`; a number alone counts as one only where the next page has the next.
  mutating func leaveOutPageNumbers() {
    let bare = pieces.compactMap { $0.text.bareNumber }
    let isCounted = bare.count > 1 && zip(bare, bare.dropFirst()).allSatisfy { $0 + 1 == $1 }
    var kept: [Piece] = []
    var isNewPage = false
    for var piece in pieces {
      if piece.text.isPageNumber || (isCounted && piece.text.bareNumber != nil) {
        leaveOut([piece], .pageNumber)
        isNewPage = true
      } else {
        piece.opensPage = isNewPage
        isNewPage = false
        kept.append(piece)
      }
    }
    pieces = kept
  }

  /// Joins them where the text shows a full line: at least three end in the midst of a sentence, at the
  /// same width, and none is longer.
  mutating func joinTornLines() {
    let widths = pieces.map { $0.gap == nil ? $0.text.width + ($0.isIndented ? 4 : 0) : 0 }
    guard let full = widths.max(), (30...120).contains(full) else { return }
    let torn = pieces.indices.dropLast().filter { place in
      isTorn(place) && widths[place] >= full - 4 && !pieces[place].text.endsSentence
    }
    guard torn.count >= 3 else { return }
    let isIndented = pieces.count { $0.isIndented } > 1
    var joined: [Piece] = []
    var lines: [Int] = []
    for (place, piece) in pieces.enumerated() {
      let isGoingOn = place > 0 && isTorn(place - 1) && goesOn(place, widths, full, isIndented)
      guard isGoingOn, let last = joined.last else {
        joined.append(piece)
        continue
      }
      lines.append(piece.line)
      let isLatin = last.text.last?.isLatin == true && piece.text.first?.isLatin == true
      joined[joined.count - 1].text += (isLatin ? [" "] : []) + piece.text
      joined[joined.count - 1].lines = last.line...piece.lines.upperBound
    }
    pieces = joined
    if let first = lines.first, let last = lines.last {
      guesses.append(.linesJoined((first - 1)...last, count: lines.count))
    }
  }

  /// Whether the line goes on from the one before it.
  private func goesOn(_ place: Int, _ widths: [Int], _ full: Int, _ isIndented: Bool) -> Bool {
    let (before, width) = (pieces[place - 1].text, widths[place - 1])
    // Where paragraphs are indented, nothing else tells where one begins.
    if isIndented { return width >= full - 8 }
    if before.endsSentence { return false }
    // A heading seldom fills its line.
    if Numbering(before) != nil, Headline(before)?.rest.isEmpty == true { return width >= full - 2 }
    // A number or a word that did not fit leaves more room.
    let isWord = pieces[place].text.first.map { Sign.isDigit($0) || $0.isLatin } == true
    return width >= full - (isWord ? 16 : 4)
  }

  /// Whether two lines stand one below the other, and the second opens nothing.
  private func isTorn(_ place: Int) -> Bool {
    let (first, second) = (pieces[place], pieces[place + 1])
    guard first.gap == nil, second.gap == nil, !second.isIndented else { return false }
    let isBelow = second.line == first.lines.upperBound + 1 || second.opensPage
    return isBelow && Numbering(second.text) == nil && second.text.widened.salutation == nil
      && !second.text.has("附件", at: 0) && Dateline(second.text) == nil
  }

  /// Where too little is torn to be sure of it, a person is told of a paragraph that ends in a comma.
  mutating func tellTornLines(_ blocks: [[Block]]) {
    for (place, piece) in pieces.enumerated().dropLast() where piece.gap == nil {
      guard piece.text.last == "，" || piece.text.last == "、", pieces[place + 1].gap == nil,
        blocks[place].last?.kind == .paragraph, blocks[place + 1].first?.kind == .paragraph
      else { continue }
      guesses.append(.lineTorn(line: piece.lines.upperBound))
    }
  }
}

extension Signs {
  /// In halves of a Chinese character.
  fileprivate var width: Int { reduce(0) { $0 + (Sign.isChinese($1) ? 2 : 1) } }

  fileprivate var endsSentence: Bool {
    last.map { "。！？：；”）》…".unicodeScalars.contains(Sign.wide($0)) } ?? true
  }

  fileprivate var bareNumber: Int? {
    count <= 3 && allSatisfy(Sign.isDigit) ? numeral : nil
  }

  fileprivate var isPageNumber: Bool {
    guard count <= 20 else { return false }
    let signs = folded.filter { !Sign.isSpace($0) }
    let isDash = { (sign: Unicode.Scalar) in "-—–─―·".unicodeScalars.contains(sign) }
    let inside = Signs(signs.drop(while: isDash))
    let digits = inside.prefix(while: Sign.isDigit).count
    if inside.count < signs.count, (1...3).contains(digits) {
      let rest = inside.dropFirst(digits)
      return !rest.isEmpty && rest.allSatisfy(isDash)
    }
    let isPage = signs.has("第", at: 0) && signs.contains("页")
    return isPage && signs.allSatisfy { Sign.isDigit($0) || "第页共，/（）".unicodeScalars.contains($0) }
  }
}
