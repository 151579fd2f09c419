/// Blocks: the text of the speech as headings and paragraphs, with its salutation and its close.
extension Speech {
  mutating func readBody() -> [Block] {
    var blocks: [Block] = []
    for (index, piece) in pieces.enumerated() {
      if let gap = piece.gap {
        blocks.append(Block(line: piece.line, kind: .gap(gap), text: piece.text))
        continue
      }
      var text = piece.text.widened
      func add(_ kind: Block.Kind, _ text: Signs) {
        if !text.isEmpty { blocks.append(Block(line: piece.line, kind: kind, text: text)) }
      }
      if let end = text.salutation {
        if salutation == nil { salutation = piece.line }
        add(.paragraph, Signs(text[..<end]))
        text = Signs(text[end...]).trimmed
      }
      if let heading = Headline(text) {
        add(.heading(heading.level), heading.text)
        text = heading.rest
      }
      if index == pieces.count - 1, let start = text.close {
        close = piece.line
        add(.paragraph, Signs(text[..<start]).trimmed)
        text = Signs(text[start...]).trimmed
      }
      add(.paragraph, text)
    }
    if blocks.isEmpty { blocks.append(Block(line: 1, kind: .gap(.everything), text: [])) }
    return blocks
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
