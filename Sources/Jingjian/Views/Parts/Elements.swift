/// Elements: the fixed text of templates, in which blocks – paragraphs, cells, items – stand apart from
/// what is around them.
///
/// Between two blocks there is always white space in our pages, so that the text of a page is the same
/// however it is taken: `甲</td><td>乙` shows two words and must not read as one (docs/format.md,
/// "Search").
enum Elements {
  /// Puts a space where a block begins or ends beside something else and no white space is.
  ///
  /// - Parameter html: fixed text of a template; it may begin and end anywhere, also within a tag.
  static func separated(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count + 64)
    /// Whether a block has begun or ended since the last text.
    var isApart = false
    HTML.read(html) { reader in
      while let token = reader.next() {
        let bytes = reader.bytes[token.range]
        guard let tag = token.tag else {
          out += bytes
          isApart = isApart && bytes.allSatisfy(isSpace)
          continue
        }
        let isBlock = tag.element.isBlock
        var isEnd = isBlock && tag.element.isVoid
        if case .end = token {
          isEnd = true
        } else if isBlock, !isApart, out.last.map(isSpace) != true {
          out.append(32)
        }
        out += bytes
        isApart = isBlock
        let rest = reader.bytes[tag.range.upperBound...]
        // Of several that end at once the last one is enough.
        if isBlock, isEnd, rest.first.map(isSpace) != true, !rest.starts(with: "</".utf8) {
          out.append(32)
        }
      }
    }
    return out
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
