// Citations: 《title》第三十一条, with 之一, ranges, and further articles of the same regulation.

internal import CCmark

/// One article, or one range of articles, of a citation, and the bytes that name it.
struct CitedArticle {
  var range: Range<Int>
  var article: Article
  var last: Article?
}

extension UnsafeBufferPointer<UInt8> {
  /// The citation that starts with the 《 at `start`.
  func citation(at start: Int) -> Find? {
    let mark = "《".utf8.count
    guard let end = first("》", from: start + mark, limit: 300) else { return nil }
    var index = end + mark
    guard let first = articles(at: index) else { return nil }
    var articles = [first]
    index = first.range.upperBound
    for _ in 0..<100 {
      guard let joint = joint(["、", "和", "及", "与", "或", "以及"], at: index),
        let next = self.articles(at: joint)
      else { break }
      articles.append(next)
      index = next.range.upperBound
    }
    articles[0].range = start..<articles[0].range.upperBound
    return Find(
      range: start..<index,
      kind: .citation(title: string(start + mark..<end), articles))
  }

  /// The rest of a citation that a text begins with, of which `start` stood before it: 《title, 《title》
  /// or 《title》第三.
  func citation(continuing start: Bytes) -> Find? {
    let mark = isEmpty || marker(at: 0) == nil ? 0 : Marker.length
    let whole = Array(start) + dropFirst(mark).prefix(600)
    return whole.withUnsafeBufferPointer { whole in
      guard let find = whole.citation(at: 0), case .citation(let title, var articles) = find.kind
      else { return nil }
      let ahead = start.count - mark
      // What stands before was written as it is; a citation that was whole there is linked already.
      articles = articles.filter { $0.range.upperBound > start.count }
      guard !articles.isEmpty else { return nil }
      for n in articles.indices {
        let range = articles[n].range
        articles[n].range = Swift.max(0, range.lowerBound - ahead)..<range.upperBound - ahead
      }
      return Find(
        range: articles[0].range.lowerBound..<find.range.upperBound - ahead,
        kind: .citation(title: title, articles))
    }
  }

  /// From the last 《 on, when what begins there may be the beginning of a citation.
  var openCitation: Bytes? {
    let mark = "《".utf8.count
    var index = count - mark
    while index >= Swift.max(0, count - 300) {
      if holds("《", at: index) { return slice(index..<count) }
      index -= 1
    }
    return nil
  }

  /// 第三条, or 第三条至第五条.
  private func articles(at start: Int) -> CitedArticle? {
    guard let (article, end) = article(at: start) else { return nil }
    if let joint = joint(["至", "到", "—", "－", "-", "～"], at: end),
      let (last, lastEnd) = self.article(at: joint)
    {
      return CitedArticle(range: start..<lastEnd, article: article, last: last)
    }
    return CitedArticle(range: start..<end, article: article, last: nil)
  }

  /// 第三十一条之一, and where it ends.
  fileprivate func article(at start: Int) -> (article: Article, end: Int)? {
    guard holds("第", at: start), let (number, end) = numeral(at: start + "第".utf8.count),
      holds("条", at: end)
    else { return nil }
    let whole = end + "条".utf8.count
    if holds("之", at: whole), let (branch, end) = numeral(at: whole + "之".utf8.count) {
      return (Article(number: number, branch: branch), end)
    }
    return (Article(number: number), whole)
  }

  /// Where one of the words ends that stands at `index`.
  private func joint(_ words: [StaticString], at index: Int) -> Int? {
    words.first { holds($0, at: index) }.map { index + $0.utf8CodeUnitCount }
  }

  /// A whole number in Arabic or Chinese digits, and where it ends.
  private func numeral(at start: Int) -> (number: Int, end: Int)? {
    var index = start
    // What stands before the last 十, 百 or 千; the digits behind it.
    var sum = 0
    var digits = 0
    var hasDigits = false
    while index < count, index - start < 40 {
      let (scalar, length) = scalar(at: index)
      if let digit = scalar.digit {
        digits = digits < 10_000 ? digits * 10 + digit : digits
        hasDigits = true
      } else if let unit = scalar.unit {
        sum += (hasDigits ? digits : 1) * unit
        digits = 0
        hasDigits = false
      } else {
        break
      }
      index += length
    }
    return index > start ? (sum + digits, index) : nil
  }
}

extension Article {
  /// The article that a heading begins with: `第三十一条`, `第31条之一　目的`; nothing for another one.
  public init?(heading: String) {
    var heading = heading
    guard let (article, _) = heading.withUTF8({ $0.article(at: 0) }) else { return nil }
    self = article
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? {
    switch self {
    case "0"..."9": Int(value) - 0x30
    case "０"..."９": Int(value) - 0xFF10
    case "〇", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  fileprivate var unit: Int? {
    switch self {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}

extension Builder {
  /// The rest of a citation that began before the emphasis that begins or ends here.
  func continuedCitation(_ bytes: Bytes) -> Find? {
    guard hasBrackets, openLinks == 0, text.count > leaf.textStart else { return nil }
    return text.withUnsafeBufferPointer { text in
      text.slice(leaf.textStart..<text.count).openCitation.flatMap {
        bytes.citation(continuing: $0)
      }
    }
  }

  /// A text with the lines behind it, where a title or a citation may go on over their ends. What stands
  /// between Chinese characters is joined in any case, so that nothing else changes.
  func joiningCitedLines(_ inline: OpaquePointer) {
    guard let literal = cmark_node_get_literal(inline) else { return }
    var joined = Array(Bytes(literal))
    var hasJoined = false
    while let lineEnd = cmark_node_next(inline),
      cmark_node_get_type(lineEnd) == CMARK_NODE_SOFTBREAK,
      let next = cmark_node_next(lineEnd), cmark_node_get_type(next) == CMARK_NODE_TEXT,
      let rest = cmark_node_get_literal(next),
      joined.withUnsafeBufferPointer({ $0.openCitation?.joins(Bytes(rest)) ?? false })
    {
      joined += Bytes(rest)
      hasJoined = true
      cmark_node_unlink(lineEnd)
      cmark_node_unlink(next)
    }
    guard hasJoined else { return }
    joined.append(0)
    joined.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = cmark_node_set_literal(inline, $0.baseAddress)
      }
    }
  }

  /// Writes a citation, each article a link where the caller knows it. False when it knows none of
  /// the title.
  mutating func cite(
    _ written: Bytes, title: String, _ articles: [CitedArticle], in inline: OpaquePointer
  ) -> Bool {
    let start = articles[0].range.lowerBound
    let place = locate(written, in: inline)
    var copied = 0
    for cited in articles {
      let range = cited.range.lowerBound - start..<cited.range.upperBound - start
      let name = written.slice(range)
      switch references.citation(
        Citation(title: title, article: cited.article, last: cited.last))
      {
      case .leave: continue
      case .unknown(let note):
        let first = place.lowerBound + range.lowerBound
        let shown = written.string(range)
        faults.append(
          Fault(
            range: first..<first + range.count,
            kind: .unknownCitation((shown.hasPrefix("》") ? "《" + title : "") + shown, note: note)))
      case .address(let address):
        if range.lowerBound > copied {
          append(
            Node(
              kind: .text, flags: Node.Flag.escape, end: 0,
              text: store(written.slice(copied..<range.lowerBound))))
        }
        let stored = store(address)
        links.append(Anchor(address: stored, place: place, isImage: false, isOwn: false))
        appendLink(to: stored, flags: 0, name)
        copied = range.upperBound
      }
    }
    if copied < written.count {
      append(
        Node(
          kind: .text, flags: Node.Flag.escape, end: 0,
          text: store(written.slice(copied..<written.count))))
    }
    return true
  }
}
