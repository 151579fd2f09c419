/// Elements: which of HTML's elements are blocks – paragraphs, cells, items – that stand apart from what
/// is around them, as against those that are part of a line.
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
    var position = 0
    while position < html.count {
      let byte = html[position]
      guard byte == UInt8(ascii: "<") else {
        out.append(byte)
        isApart = isApart && isSpace(byte)
        position += 1
        continue
      }
      let tag = Tag(html, at: position)
      if tag.isBlock, !tag.isEnd, !isApart, !(out.last.map(isSpace) ?? false) { out.append(32) }
      let end = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
      out += html[position...end]
      position = end + 1
      isApart = tag.isBlock
      let rest = html[position...]
      // Of several that end at once the last one is enough.
      if tag.isBlock, tag.isEnd || tag.isVoid, !(rest.first.map(isSpace) ?? false),
        !rest.starts(with: "</".utf8)
      {
        out.append(32)
      }
    }
    return out
  }

  /// The name of a tag, read from its `<`.
  struct Tag {
    let isEnd: Bool
    let isBlock: Bool
    /// The first eight letters of its name.
    let key: UInt64

    init(_ html: [UInt8], at start: Int) {
      self = html.withUnsafeBufferPointer { Tag($0, at: start) }
    }

    init(_ html: UnsafeBufferPointer<UInt8>, at start: Int) {
      var position = start + 1
      isEnd = position < html.count && html[position] == UInt8(ascii: "/")
      if isEnd { position += 1 }
      var key: UInt64 = 0
      while position < html.count, Tag.isName(html[position]) {
        key = key << 8 | UInt64(html[position] | 0x20)
        position += 1
      }
      self.key = key
      isBlock = Elements.table[Elements.slot(of: key)] == key && key != 0
    }

    /// Whether it has nothing inside.
    var isVoid: Bool { key == Elements.br || key == Elements.hr }

    private static func isName(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  /// The letters of a name as one number; of longer names the last eight.
  static func key(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }
  }

  fileprivate static let br = key("br")
  fileprivate static let hr = key("hr")

  /// HTML's elements that are shown as blocks, rows or cells, and the texts of a drawing.
  private static let names: [StaticString] = [
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "optgroup", "option", "p", "pre",
    "section", "select", "summary", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "text", "title", "desc",
  ]

  /// The names, each in the slot that its number leads to; see `multiplier`.
  fileprivate static let table: [UInt64] = {
    var table = [UInt64](repeating: 0, count: 1 << bits)
    for name in names { table[slot(of: key(name))] = key(name) }
    precondition(names.allSatisfy { table[slot(of: key($0))] == key($0) }, "two names in a slot")
    return table
  }()

  private static let bits: UInt64 = 9
  /// A number under which no two of the names fall into one slot.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  fileprivate static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* multiplier) >> (64 - bits))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
