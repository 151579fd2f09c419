/// Blocks: the text of the speech as headings, lists and paragraphs, with its salutation and its close.
extension Speech {
  mutating func readBody() -> [Block] {
    partOpeners()
    partClose()
    var blocks = pieces.map { piece in
      let kind = piece.gap.map(Block.Kind.gap) ?? .paragraph
      return [Block(line: piece.line, kind: kind, text: piece.text)]
    }
    let known = Set(contents.map(\.key))
    for series in Series.all(in: pieces) {
      if let headings = series.headings(in: pieces, known: known) {
        for (place, heading) in zip(series.places, headings) {
          blocks[place] = Speech.blocks(of: heading, line: pieces[place].line)
        }
      } else if series.isList, let first = series.places.first,
        // Two lists without a line between them would be one.
        first == 0 || blocks[first - 1].allSatisfy({ !$0.isItem })
      {
        makeList(series, &blocks)
      }
    }
    for (place, piece) in pieces.enumerated() where piece.gap == nil && piece.text.isAttachment {
      blocks[place] = [Block(line: piece.line, kind: .heading(2), text: piece.text)]
    }
    tellTornLines(blocks)
    let all = blocks.flatMap(\.self)
    return all.isEmpty ? [Block(line: 1, kind: .gap(.everything), text: [])] : all
  }

  /// What opens a line and is a block of its own: the salutation, and 附件： before the first of a list.
  private mutating func partOpeners() {
    pieces = pieces.flatMap { piece -> [Piece] in
      guard piece.gap == nil else { return [piece] }
      let text = piece.text.widened
      var end = 0
      if let salutation = text.salutation {
        self.salutation = self.salutation ?? piece.line
        end = salutation
      } else if text.has("附件：", at: 0), Numbering(Signs(text[3...]).trimmed)?.form == .digit {
        end = 3
      }
      return [Signs(text[..<end]), Signs(text[end...]).trimmed].filter { !$0.isEmpty }
        .map { Piece(piece.lines, $0) }
    }
  }

  private mutating func partClose() {
    guard let piece = pieces.last, piece.gap == nil, let start = piece.text.close else { return }
    close = piece.line
    pieces.removeLast()
    pieces += [Signs(piece.text[..<start]).trimmed, Signs(piece.text[start...]).trimmed]
      .filter { !$0.isEmpty }.map { Piece(piece.lines, $0) }
  }

  private static func blocks(of heading: Headline, line: Int) -> [Block] {
    let block = Block(line: line, kind: .heading(heading.level), text: heading.text)
    if heading.rest.isEmpty { return [block] }
    return [block, Block(line: line, kind: .paragraph, text: heading.rest)]
  }

  private mutating func makeList(_ series: Series, _ blocks: inout [[Block]]) {
    var replaced: [Int] = []
    for (place, value) in zip(series.places, series.values) {
      guard let numbering = Numbering(pieces[place].text) else { continue }
      let text = pieces[place].text
      if text[numbering.length - 1] == "、" { replaced.append(pieces[place].line) }
      blocks[place] = [
        Block(
          line: pieces[place].line, kind: .item(value),
          text: Signs(text[numbering.length...]).trimmed)
      ]
    }
    if let first = replaced.first, let last = replaced.last {
      guesses.append(.listMarks(first...last))
    }
  }
}

extension Speech.Block {
  var isItem: Bool {
    if case .item = kind { true } else { false }
  }
}

extension Signs {
  /// Where the salutation ends that the line opens with: 同志们：, 各位领导、同志们！
  var salutation: Int? {
    let openers = ["同志们", "各位", "尊敬的", "各", "同事们", "朋友们", "全体", "本院"]
    guard starts(with: openers),
      let end = firstIndex(where: { "：！，。；？".unicodeScalars.contains($0) }), end <= 40
    else { return nil }
    // A comma goes on into the sentence, and so does a call in the midst of a line.
    guard self[end] == "：" || (self[end] == "！" && end == count - 1) else { return nil }
    let addressed = [
      "们", "领导", "同志", "代表", "委员", "来宾", "同仁", "干警", "党员", "法院", "部门", "单位", "处室", "支部",
    ]
    return Signs(self[..<end]).ends(with: addressed) ? end + 1 : nil
  }

  /// Where the thanks begin that the text ends with.
  fileprivate var close: Int? {
    guard let last = last, "！。".unicodeScalars.contains(last) else { return nil }
    let stop = dropLast().lastIndex { "。！？；".unicodeScalars.contains($0) }
    let start = stop.map { $0 + 1 } ?? 0
    let sentence = Signs(self[start...])
    return sentence.count <= 20 && sentence.has("谢谢", at: 0) ? start : nil
  }
}
