// Strikethrough: `~text~` and `~~text~~`. A run of tildes can open or close as a run of `*` can; which
// do is known when the paragraph, the emphasis or the link that holds them has ended.

internal import CCmark

/// What a run of tildes can do.
enum Tildes {
  static let opens: UInt8 = 2
  static let closes: UInt8 = 4
}

extension UnsafeBufferPointer<UInt8> {
  /// The run of tildes that starts at `start`.
  func tildes(at start: Int) -> Find? {
    var end = start + 1
    while end < count, self[end] == 0x7E { end += 1 }
    let isBegun = start > 0 && self[start - 1] == 0x7E && !isEscaped(at: start - 1)
    return end - start > 2 || isBegun ? nil : Find(range: start..<end, kind: .tildes)
  }
}

extension Builder {
  /// Adds a run of tildes of the text of `inline`; returns where it ends.
  mutating func appendTildes(
    _ range: Range<Int>, of bytes: Bytes, in inline: OpaquePointer
  ) -> Int? {
    guard let parent = open.last, !bytes.isRange(range) else { return nil }
    let (index, end) = (range.lowerBound, range.upperBound)
    let before =
      index > 0
      ? Flank(before: bytes.skippingMarker(before: index), in: bytes, across: end)
      : cmark_node_previous(inline).flank(orEdgeOf: nodes[Int(parent)].kind)
    let after =
      end < bytes.count
      ? Flank(after: bytes.skippingMarker(at: end), in: bytes, across: index)
      : cmark_node_next(inline).flank(orEdgeOf: nodes[Int(parent)].kind)
    var flags: UInt8 = 0
    if Flank.opens(before, after) { flags |= Tildes.opens }
    if Flank.closes(before, after) { flags |= Tildes.closes }
    guard flags != 0 else { return nil }
    tildes.append((Int32(nodes.count), parent))
    append(Node(kind: .tildes, flags: flags, end: 0, text: store(bytes.slice(index..<end))))
    return end
  }

  /// Pairs the runs directly below a node: each that can close with the nearest before it of the
  /// same length that can open. What stood open between the two stays text.
  mutating func matchTildes(below parent: Int32) {
    let start = (tildes.lastIndex { $0.parent != parent } ?? -1) + 1
    var open: [[Int]] = [[], []]
    for (run, _) in tildes[start...] {
      let node = Int(run)
      let length = nodes[node].text.count - 1
      if nodes[node].flags & Tildes.closes != 0, let opener = open[length].popLast() {
        nodes[opener].kind = .deletion
        nodes[node].kind = .deletionEnd
        for length in 0...1 {
          while let last = open[length].last, last > opener { open[length].removeLast() }
        }
      } else if nodes[node].flags & Tildes.opens != 0 {
        open[length].append(node)
      }
    }
    tildes.removeSubrange(start...)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a single tilde stands between figures or Chinese characters: 10~20人, 一季度~三季度.
  fileprivate func isRange(_ tildes: Range<Int>) -> Bool {
    guard tildes.count == 1, tildes.upperBound < count else { return false }
    let start = skippingMarker(before: tildes.lowerBound)
    let end = skippingMarker(at: tildes.upperBound)
    guard start > 0, end < count else { return false }
    return [scalar(before: start).scalar, scalar(at: end).scalar].allSatisfy {
      ("0"..."9").contains($0) || $0.value >= 0x80 && !$0.isSpace && !$0.isMark
    }
  }
}

extension OpaquePointer? {
  /// What a run at the edge of a text sees of the node beside it; without one, of `parent`.
  fileprivate func flank(orEdgeOf parent: Node.Kind) -> Flank {
    guard let self else {
      switch parent {
      case .emphasis, .strong, .link: return .mark
      default: return .space
      }
    }
    let type = cmark_node_get_type(self)
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ? .space : .mark
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place before a marker that ends at `index`, else `index`.
  fileprivate func skippingMarker(before index: Int) -> Int {
    index >= Marker.length && marker(at: index - Marker.length) != nil
      ? index - Marker.length : index
  }

  /// The place behind a marker at `index`, else `index`.
  fileprivate func skippingMarker(at index: Int) -> Int {
    marker(at: index) != nil ? index + Marker.length : index
  }
}
