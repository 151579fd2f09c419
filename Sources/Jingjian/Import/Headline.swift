/// A headline: a line that opens with a number, up to its first full stop. Whether it is a heading is
/// judged with its siblings (``Speech/headings``).
struct Headline {
  let level: Int
  /// With its number and its full stop.
  let text: Signs
  /// The paragraph that goes on in the same line.
  let rest: Signs

  /// Nothing for a line that cannot be one: too long, or an item of a sentence that goes on.
  init?(_ line: Signs) {
    guard Numbering(line)?.level != nil else { return nil }
    let line = line.widened
    guard let numbering = Numbering(line), let level = numbering.level else { return nil }
    let length = numbering.length
    let end = line.firstStop(from: length, "。").map { $0 + 1 } ?? line.count
    var text = Signs(line[..<end]).trimmed
    rest = Signs(line[end...]).trimmed
    guard text.count > length, text.count <= 80, text.firstStop(from: length, "；") == nil,
      let last = text.last, !"，、".unicodeScalars.contains(last)
    else { return nil }
    if numbering.form == .comma || numbering.form == .bracket {
      let content = Signs(text[length...]).trimmed
      text = Signs(text[..<length]).filter { !Sign.isSpace($0) } + content
    }
    self.level = level
    self.text = text
  }

  /// Whether it is one whole sentence, and nothing follows it in its line.
  var isSentence: Bool {
    rest.isEmpty && text.last.map { "。！？".unicodeScalars.contains($0) } == true
  }

  /// Numbers count too: 一、 and 二、 may go on with the same words.
  var key: Signs {
    var key = text.filter { $0.isHan || $0.isLatin }
    if level == 4 { key = text.folded.prefix(while: Sign.isDigit) + key }
    return key
  }
}

extension Signs {
  /// The first such sign outside quotes and brackets.
  func firstStop(from start: Int, _ stop: Unicode.Scalar) -> Int? {
    var depth = 0
    for index in indices.dropFirst(start) {
      switch self[index] {
      case "“", "‘", "（", "《", "〔": depth += 1
      case "”", "’", "）", "》", "〕": depth = Swift.max(0, depth - 1)
      case stop where depth == 0: return index
      default: break
      }
    }
    return nil
  }
}
