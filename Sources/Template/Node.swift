// Node: a template as a tree. Ranges are into the bytes of the template that the node stands in.

indirect enum Node: Sendable {
  case text(Range<Int>)
  /// The blanks at the start of a line. What a template is indented by is put before them.
  case margin(Range<Int>)
  case variable(Name, escaped: Bool)
  case section(Name, inverted: Bool, [Node])
  /// A partial that has its line to itself is indented by `margin`.
  case partial(Name, margin: Range<Int>?)
  /// A template put in with some of its blocks replaced by `passages`.
  case parent(Name, margin: Range<Int>?, passages: [String: Passage])
  /// A place that others may fill; `line` is nil where the block shares its lines with other text.
  case block(Passage, line: Line?)

  /// The lines that a block has to itself.
  struct Line: Sendable {
    /// What the block's content is indented by.
    var margin: Range<Int>
    /// What ends the last line, where the content does not.
    var newline: Range<Int>
  }
}

/// What stands between a block's tags.
struct Passage: Sendable {
  var name: Name
  var nodes: [Node] = []
  /// The blanks that its lines have in common with the first, left out when it is put elsewhere.
  var margin: Range<Int>
  /// Whether it begins with the start of a line.
  var startsLine: Bool
  /// Whether it ends with the end of a line.
  var endsLine: Bool
}
