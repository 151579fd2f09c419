/// The head of a document: what stands above its text, and becomes the front matter.
extension Speech {
  struct Head {
    var title: Signs = []
    var day: Day?
    var kind = "文件"
    var author: String?
    /// 发文字号.
    var number: String?
    var source: String?
  }

  /// Reads the lines down to the salutation, the first heading or the first sentence.
  mutating func readHead(_ file: String) {
    let count = pieces.prefix { $0.gap == nil && !$0.text.opensBody }.count
    var lines = Array(pieces[..<count])
    readLabels(&lines)
    readLetterhead(&lines)
    readTitle(&lines)
    readDateline(&lines)
    pieces.replaceSubrange(..<count, with: lines)
    if head.title.isEmpty { makeTitle(file) }
    if !Gap.all(in: head.title).isEmpty { guesses.append(.titleIncomplete) }
    if head.day == nil || isPublication { readSignature() }
    if head.day == nil { guesses.append(.dateMissing) }
    if let kind = head.title.documentKind { head.kind = kind } else { guesses.append(.kindUnknown) }
  }

  private mutating func readLabels(_ lines: inout [Piece]) {
    for piece in lines {
      let labels = piece.text.labels
      if labels.isEmpty { continue }
      for (label, value) in labels where !value.isEmpty {
        switch label {
        case "标题": head.title = value.widened
        case "作者": head.author = value.string
        case "来源", "文章来源", "信息来源": head.source = value.string
        case "发表时间", "发布时间", "发布日期", "时间", "日期":
          guard head.day == nil, let dateline = Dateline(value) else { break }
          head.day = dateline.day
          if label.hasPrefix("发") { guesses.append(.dateOfPublication(line: piece.line)) }
        default: break
        }
      }
      leaveOut([piece], .labels)
    }
    lines.removeAll { !$0.text.labels.isEmpty }
  }

  /// The line that ends as titles end, else the first that can be one.
  private mutating func readTitle(_ lines: inout [Piece]) {
    let index =
      lines.firstIndex { $0.text.canBeTitle && $0.text.widened.documentKind != nil }
      ?? lines.firstIndex { $0.text.canBeTitle }
    if head.title.isEmpty, let index {
      let range = titleLines(around: index, lines)
      head.title = lines[range].reduce([]) { $0 + $1.text.widened }
      if range.count > 1, let first = lines[range].first, let last = lines[range].last {
        guesses.append(.titleFromLines(first.line...last.lines.upperBound))
      }
      lines.removeSubrange(range)
    }
    let title = head.title
    for piece in lines where !title.isEmpty && piece.text.widened == title {
      leaveOut([piece], .repeatedTitle)
    }
    lines.removeAll { !title.isEmpty && $0.text.widened == title }
  }

  /// A long title stands on several lines, as does one with a subtitle (——在…会议上的讲话).
  private func titleLines(around index: Int, _ lines: [Piece]) -> Range<Int> {
    var range = index..<(index + 1)
    while range.lowerBound > 0, range.count < 4 {
      let (first, second) = (lines[range.lowerBound - 1], lines[range.lowerBound])
      guard first.text.canBeTitle, range.count == 1 || !second.text.isSubtitle,
        second.text.isSubtitle || first.lines.upperBound + 1 == second.line
      else { break }
      range = (range.lowerBound - 1)..<range.upperBound
    }
    if range.upperBound < lines.count, lines[range.upperBound].text.isSubtitle,
      lines[range.upperBound].text.canBeTitle
    {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }

  private mutating func readDateline(_ lines: inout [Piece]) {
    guard let index = lines.firstIndex(where: { Dateline($0.text) != nil }) else { return }
    // The speech's own day is better than the day of its publication.
    head.day = Dateline(lines[index].text)?.day
    forgetPublication()
    leaveOut([lines.remove(at: index)], .dateline)
  }

  /// The day below a notice; it stays there, as part of the signature. Below it may stand to whom the
  /// paper goes, and what is attached.
  private mutating func readSignature() {
    let signed = pieces.indices.first { place in
      place > 0 && pieces[place].text.signedDay != nil && pieces[place - 1].text.isSigner
    }
    guard let place = signed ?? pieces.indices.suffix(3).last(where: { isSigned($0) }) else {
      return
    }
    head.day = pieces[place].text.signedDay
    forgetPublication()
    guesses.append(.dateOfSignature(line: pieces[place].line))
  }

  private var isPublication: Bool {
    guesses.contains { if case .dateOfPublication = $0 { true } else { false } }
  }

  private mutating func forgetPublication() {
    guesses.removeAll { if case .dateOfPublication = $0 { true } else { false } }
  }

  private func isSigned(_ place: Int) -> Bool {
    pieces[place].gap == nil && pieces[place].text.signedDay != nil
  }
}

extension Signs {
  /// A salutation, a heading, or running text.
  fileprivate var opensBody: Bool {
    if !labels.isEmpty || Dateline(self) != nil || standsAboveTitle { return false }
    return Numbering(self) != nil || widened.salutation != nil || !canBeTitle
  }

  fileprivate var canBeTitle: Bool {
    guard (2...80).contains(count), contains(where: \.isHan), Numbering(self) == nil,
      !standsAboveTitle,
      // Colons in a row cannot be written in the front matter.
      Prose.marks(in: self).isEmpty
    else { return false }
    let signs = folded
    return !signs.contains { "。；".unicodeScalars.contains($0) }
      && !signs.ends(with: ["：", "，", "、", "！"]) && Dateline(self) == nil
  }

  fileprivate var isSubtitle: Bool { starts(with: ["——", "──", "－－", "--"]) }

  /// An office or a post, on its line alone.
  fileprivate var isSigner: Bool {
    (2...40).contains(count)
      && allSatisfy { $0.isHan || Sign.isSpace($0) || $0 == "（" || $0 == "）" }
  }

  /// 2025年5月1日, also behind the office that signs.
  fileprivate var signedDay: Day? {
    if let dateline = Dateline(self) { return dateline.day }
    let parts = split(whereSeparator: Sign.isSpace).map { Signs($0) }
    guard parts.count == 2, parts[0].isSigner else { return nil }
    return Dateline(parts[1])?.day
  }

  /// What a line of labels says: 来源：某报　作者：某人. Nothing for any other line.
  fileprivate var labels: [(label: String, value: Signs)] {
    let names = [
      "发表时间", "发布时间", "发布日期", "更新时间", "文章来源", "信息来源", "责任编辑", "标题", "时间", "日期", "来源", "作者",
      "编辑", "点击", "点击数", "浏览次数", "阅读次数",
    ]
    guard count <= 120 else { return [] }
    let isEdge = { (sign: Unicode.Scalar) in
      Sign.isSpace(sign) || "|｜".unicodeScalars.contains(sign)
    }
    let signs = folded
    var starts: [(label: String, at: Int)] = []
    for index in signs.indices where index == 0 || isEdge(signs[index - 1]) {
      if let name = names.first(where: { signs.has($0 + "：", at: index) }) {
        starts.append((name, index))
      }
    }
    guard let first = starts.first else { return [] }
    // 2025-05-27 09:30　来源：某报
    let day = Signs(self[..<first.at]).trimmed(where: isEdge)
    guard day.isEmpty || Dateline(day) != nil else { return [] }
    let dated = day.isEmpty ? [] : [("发布时间", day)]
    return dated
      + starts.enumerated().map { order, start in
        let end = order + 1 < starts.count ? starts[order + 1].at : count
        let from = start.at + start.label.unicodeScalars.count + 1
        return (start.label, Signs(self[from..<end]).trimmed(where: isEdge))
      }
  }
}
