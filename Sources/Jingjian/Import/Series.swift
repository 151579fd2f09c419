/// A series: lines that are numbered on from each other. They are judged together, so that all of them
/// are headings or none is.
struct Series {
  let form: Numbering.Form
  /// Where its members stand among the pieces, and their numbers.
  private(set) var places: [Int]
  private(set) var values: [Int]
  /// The last signs of its members' lines.
  private var ends: [Unicode.Scalar?] = []
  /// Of an article (第一条): its items are none of the document's headings.
  let isInArticle: Bool
  /// Behind `附件：`, where nothing but a list stands.
  let isAttached: Bool

  /// All series of a text, in the order in which they begin.
  static func all(in pieces: [Speech.Piece]) -> [Series] {
    var all: [Series] = []
    // Of each form those that may go on, the innermost last.
    var open: [Numbering.Form: [Int]] = [:]
    for (place, piece) in pieces.enumerated() where piece.gap == nil {
      if piece.text.isAttachment { open = [:] }
      guard let numbering = Numbering(piece.text) else { continue }
      open = open.filter { $0.key.rawValue <= numbering.form.rawValue }
      let value = numbering.value
      // No text has lists within lists deeper than that.
      var stack = Array((open[numbering.form] ?? []).suffix(8))
      if let next = stack.lastIndex(where: { all[$0].goesOn(at: place, value) }) {
        stack.removeSubrange((next + 1)...)
      } else if stack.last.map({ all[$0].canGoOn(at: place, value) }) != true {
        let isAttached = place > 0 && pieces[place - 1].text.opensAttachments
        let isInArticle = open[.article] != nil && numbering.form.rawValue > 3
        stack.append(all.count)
        all.append(
          Series(
            form: numbering.form, places: [], values: [], isInArticle: isInArticle,
            isAttached: isAttached))
      }
      if let last = stack.last {
        all[last].places.append(place)
        all[last].values.append(value)
        all[last].ends.append(piece.text.last)
      }
      open[numbering.form] = stack
    }
    return all
  }

  /// The next number, directly below or after a text. A list that ran from line to line, or came to its
  /// full stop, is not taken up again while a series around it waits for this number.
  private func goesOn(at place: Int, _ value: Int) -> Bool {
    guard let last = values.last, let end = places.last, last + 1 == value else { return false }
    if ends.count > 1, ends.first != "。", ends.last == "。", isUnbroken { return false }
    return end + 1 == place || (!isAttached && (places.count == 1 || !isUnbroken))
  }

  private func canGoOn(at place: Int, _ value: Int) -> Bool {
    guard let last = values.last, let end = places.last else { return false }
    return value > last && (!isAttached || end + 1 == place)
  }

  /// The headings, one for each member, or nothing. A heading has something below it: members that
  /// follow upon each other, line by line, count something up.
  func headings(in pieces: [Speech.Piece], known: Set<Signs>) -> [Headline]? {
    let headlines = places.compactMap { Headline(pieces[$0].text) }
    guard headlines.count == places.count, !isInArticle, !isAttached else { return nil }
    if form == .chapter || form == .section { return headlines }
    if headlines.contains(where: { known.contains($0.key) }) { return headlines }
    // 一、查台账。每月一次；二、… is one sentence.
    if headlines.contains(where: { $0.rest.last == "；" }) { return nil }
    // A whole sentence alone on its line is a paragraph, but for a short one with siblings.
    let sentences = headlines.filter(\.isSentence)
    if places.count == 1 { return sentences.isEmpty ? headlines : nil }
    if isUnbroken, headlines.dropLast().allSatisfy({ $0.rest.isEmpty }) { return nil }
    return sentences.contains { $0.text.count > 40 } ? nil : headlines
  }

  /// Whether it can be written as a list, whose numbers Markdown counts itself.
  var isList: Bool {
    let isCounted = zip(values, values.dropFirst()).allSatisfy { $0 + 1 == $1 }
    return form == .digit && isUnbroken && isCounted && (places.count > 1 || isAttached)
  }

  private var isUnbroken: Bool {
    zip(places, places.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }
}

extension Signs {
  /// 附件：
  var opensAttachments: Bool { folded.string == "附件：" }

  /// 附件1, alone above what is attached.
  var isAttachment: Bool {
    let signs = filter { !Sign.isSpace($0) }
    return signs.has("附件", at: 0) && signs.count <= 5
      && signs.dropFirst(2).allSatisfy { Sign.isDigit($0) || Sign.isNumeral($0) }
  }
}
