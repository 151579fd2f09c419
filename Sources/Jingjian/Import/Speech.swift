/// A speech: the source document on its way to a record, taken apart step by step.
struct Speech {
  /// A line, or what a cut leaves of one. Blank lines are none; the numbers tell where they stood.
  struct Piece {
    let line: Int
    var text: Signs
    /// Set where the piece only says that something is missing.
    var gap: Imported.Gap?
  }

  /// A block of the record.
  struct Block {
    enum Kind: Equatable {
      case heading(Int)
      case paragraph
      case gap(Imported.Gap)
    }
    let line: Int
    var kind: Kind
    var text: Signs
  }

  var pieces: [Piece] = []
  var leftOut: [Imported.LeftOut] = []
  var guesses: [Imported.Guess] = []
  var head = Head()
  var contents: [Piece] = []
  var salutation: Int?
  var close: Int?

  init(_ text: String) {
    var line = 1
    var signs: Signs = []
    var after: Unicode.Scalar = "\n"
    for sign in text.unicodeScalars {
      switch sign {
      case "\n" where after == "\r": break
      case "\n", "\r":
        add(signs, line)
        signs.removeAll(keepingCapacity: true)
        line += 1
      // Control characters mean nothing in a text and are refused in YAML.
      case "\t", "\u{2028}", "\u{85}": signs.append(" ")
      case "\u{FEFF}", "\u{200B}": break
      case _ where sign.isForbidden: break
      default: signs.append(sign)
      }
      after = sign
    }
    add(signs, line)
  }

  private mutating func add(_ signs: Signs, _ line: Int) {
    let text = signs.trimmed
    if !text.isEmpty { pieces.append(Piece(line: line, text: text)) }
  }

  mutating func leaveOut(_ pieces: [Piece], _ reason: Imported.Reason) {
    guard let first = pieces.first, let last = pieces.last else { return }
    let text = pieces.map(\.text.string).joined(separator: "\n")
    leftOut.append(.init(lines: first.line...last.line, text: text, reason: reason))
  }
}
