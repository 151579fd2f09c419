// Tag: one `{{…}}` as it stands in a text, with what its line says about it.

struct Tag {
  enum Kind {
    case variable, raw, section, inverted, close, comment, delimiters, partial, parent, block

    var opens: Bool {
      switch self {
      case .section, .inverted, .parent, .block: true
      default: false
      }
    }
  }

  var kind: Kind
  /// Empty where there is none, or none that can be one.
  var name: Name
  /// The bytes of the tag with its delimiters.
  var range: Range<Int>
  /// The blanks between the line's start and the tag, or nil where something else stands there.
  var margin: Range<Int>?
  /// The line's end, where only blanks stand between it and the tag; empty at the text's end.
  var newline: Range<Int>?

  /// Whether the tag has its line or lines to itself.
  var isAlone: Bool { margin != nil && newline != nil }
}
