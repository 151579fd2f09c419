/// Signs in a row; unlike a `String` they can be looked up by number.
typealias Signs = [Unicode.Scalar]

extension Signs {
  init(_ text: String) { self.init(text.unicodeScalars) }

  var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }

  var folded: Signs { map(Sign.folded) }

  /// Without the spaces around it.
  var trimmed: Signs { trimmed(where: Sign.isSpace) }

  func trimmed(where isEdge: (Unicode.Scalar) -> Bool) -> Signs {
    guard let start = firstIndex(where: { !isEdge($0) }),
      let end = lastIndex(where: { !isEdge($0) })
    else { return [] }
    return Signs(self[start...end])
  }

  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for sign in word.unicodeScalars {
      guard place < count, self[place] == sign else { return false }
      place += 1
    }
    return true
  }

  func has(_ word: String, before index: Int) -> Bool {
    has(word, at: index - word.unicodeScalars.count)
  }

  func starts(with words: [String]) -> Bool { words.contains { has($0, at: 0) } }
  func ends(with words: [String]) -> Bool { words.contains { has($0, before: count) } }

  func find(_ word: String, from start: Int = 0) -> Int? {
    guard let first = word.unicodeScalars.first else { return nil }
    return indices.dropFirst(start).first { self[$0] == first && has(word, at: $0) }
  }

  func holds(anyOf words: [String]) -> Bool { words.contains { find($0) != nil } }
}
