// A node: one piece of a document. All nodes lie in one array in the order of reading, each with the
// index where its content ends, and all their text lies in one buffer: a walk is a loop.

struct Node {
  var kind: Kind
  /// What the kind says about itself: see `Flag`; for a heading its level.
  var flags: UInt8 = 0
  /// The index after the last node inside this one.
  var end: Int32
  /// The node's own bytes in the text buffer: a text, a code, the words for an image.
  var text: Range<Int32> = 0..<0
  /// A second run of bytes: an address, an id, the language of a code; or a number.
  var more: Range<Int32> = 0..<0
  /// The title of a link or an image.
  var title: Range<Int32> = 0..<0

  enum Kind: UInt8 {
    case paragraph, heading, quote, alert, list, ordered, item, code, raw, rule
    case figure, table, row, cell, footnote
    /// A container that writes nothing of its own.
    case group
    case text, softBreak, joinedBreak, hardBreak, codeSpan, rawSpan
    case emphasis, strong, link, image, placeholder, noteUse
    /// A run of `~`, until its line is whole; then one of the two after it, or text.
    case tildes, deletion, deletionEnd
  }

  enum Flag {
    /// The text holds a character that HTML must escape.
    static let escape: UInt8 = 1
    /// A list whose items, or a paragraph that, is written without `<p>`.
    static let tight: UInt8 = 2
    /// A list item with a box, and with a ticked one.
    static let task: UInt8 = 4
    static let done: UInt8 = 8
    /// A row or a cell of the head of a table. (The low bits of a cell are its `Alignment`.)
    static let head: UInt8 = 4
    /// A link that leaves the site.
    static let external: UInt8 = 16
    /// A link whose destination is not written.
    static let bare: UInt8 = 32
  }
}

extension Node.Kind {
  /// Whether nodes may lie inside.
  var isContainer: Bool {
    switch self {
    case .paragraph, .heading, .quote, .alert, .list, .ordered, .item, .figure, .table, .row, .cell,
      .footnote, .group, .emphasis, .strong, .link:
      true
    default: false
    }
  }
}
