/// A speech: the source document on its way to a record, taken apart step by step.
struct Speech {
  /// A line, or what a cut leaves of one, or lines that were joined. Blank lines are none; the numbers
  /// tell where they stood.
  struct Piece {
    var lines: ClosedRange<Int>
    var text: Signs
    /// Set where the piece only says that something is missing.
    var gap: Imported.Gap?
    /// Whether the line was indented, as the first of a paragraph is.
    var isIndented = false
    /// Whether the number of a page stood above it.
    var opensPage = false
    var line: Int { lines.lowerBound }

    init(_ lines: ClosedRange<Int>, _ text: Signs, gap: Imported.Gap? = nil) {
      self.lines = lines
      self.text = text
      self.gap = gap
    }
  }

  /// A block of the record.
  struct Block {
    enum Kind: Equatable {
      case heading(Int)
      /// Of a list, with its number.
      case item(Int)
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
    var invisible = 0
    for sign in text.unicodeScalars {
      switch sign {
      case "\n" where after == "\r": break
      case "\n", "\r":
        add(signs, line)
        signs.removeAll(keepingCapacity: true)
        line += 1
      // Ends of lines and pages that no editor counts.
      case "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        add(signs, line)
        signs.removeAll(keepingCapacity: true)
      case "\t", "\u{A0}": signs.append(" ")
      case "\u{FEFF}" where line == 1 && signs.isEmpty: break
      case _ where Sign.isInvisible(sign): invisible += 1
      default: signs.append(sign)
      }
      after = sign
    }
    add(signs, line)
    if invisible > 0 { guesses.append(.invisible(invisible)) }
  }

  private mutating func add(_ signs: Signs, _ line: Int) {
    let text = signs.trimmed
    if text.isEmpty { return }
    var piece = Piece(line...line, text)
    piece.isIndented =
      signs.first == "\u{3000}" || signs.prefix(while: Sign.isSpace).count >= 2
    pieces.append(piece)
  }

  mutating func leaveOut(_ pieces: [Piece], _ reason: Imported.Reason) {
    guard let first = pieces.first, let last = pieces.last else { return }
    let text = pieces.map(\.text.string).joined(separator: "\n")
    let lines = first.line...max(first.line, last.lines.upperBound)
    leftOut.append(.init(lines: lines, text: text, reason: reason))
  }
}
