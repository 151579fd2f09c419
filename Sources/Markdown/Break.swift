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
      let line = text.slice(leaf.textStart..<leaf.breakEnd)
      let before = line.endsInChinese
      let after = next.beginsInChinese
      return (before ?? after ?? false) && (after ?? before ?? false)
    }
    if joins { nodes[node].kind = .joinedBreak }
  }
}

extension UnsafeBufferPointer<UInt8> {
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
