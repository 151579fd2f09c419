// A line break within a paragraph: a space between words, nothing between Chinese characters.

extension Builder {
  /// A line break; whether it is a space shows when the next text comes.
  mutating func softBreak() {
    guard text.count > leaf.textStart || leaf.hasContent else { return }
    leaf.breakNode = leaf.endsWithText ? Int32(nodes.count) : -1
    leaf.breakEnd = text.count
    append(Node(kind: .softBreak, end: 0))
  }

  /// Takes the line break away when Chinese stands on both its sides: browsers would draw a space.
  mutating func joinBreak(to next: Bytes) {
    let node = Int(leaf.breakNode)
    leaf.breakNode = -1
    let joins = text.withUnsafeBufferPointer { text in
      text.slice(leaf.textStart..<leaf.breakEnd).joins(next)
    }
    if joins { nodes[node].kind = .joinedBreak }
  }
}

extension StringProtocol {
  /// Whether a line that follows this one is joined to it without a space.
  public func joins(_ next: some StringProtocol) -> Bool {
    Array(utf8).withUnsafeBufferPointer { line in
      Array(next.utf8).withUnsafeBufferPointer { line.joins($0) }
    }
  }

  /// Lines as one, joined as those of a paragraph are: by a space, and by nothing between Chinese.
  public var joinedLines: String {
    var text = ""
    for line in split(whereSeparator: \.isNewline) {
      let inner = line.drop(while: \.isWhitespace)
      let end = inner.lastIndex { !$0.isWhitespace }.map { inner.index(after: $0) }
      let trimmed = inner[..<(end ?? inner.startIndex)]
      if !text.isEmpty, !trimmed.isEmpty, !text.suffix(8).joins(trimmed.prefix(8)) { text += " " }
      text += trimmed
    }
    return text
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a line that follows this one is joined to it without a space.
  func joins(_ next: Bytes) -> Bool {
    let before = endsInChinese
    let after = next.beginsInChinese
    return (before ?? after ?? false) && (after ?? before ?? false)
  }

  /// Nil when nothing but marks of both scripts stands there; their neighbours tell.
  fileprivate var endsInChinese: Bool? {
    var index = count
    while index > 0 {
      let (scalar, length) = scalar(before: index)
      if !scalar.isSharedMark { return scalar.isChinese }
      index -= length
    }
    return nil
  }

  /// Nil as above.
  fileprivate var beginsInChinese: Bool? {
    var index = 0
    while index < count {
      if marker(at: index) != nil {
        index += Marker.length
        continue
      }
      let (scalar, length) = scalar(at: index)
      if !scalar.isSharedMark { return scalar.isChinese }
      index += length
    }
    return nil
  }
}
