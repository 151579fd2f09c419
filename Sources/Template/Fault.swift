// Fault: what is wrong in a template, and where. Facts only; the words are the caller's.

/// One thing wrong at one place.
public struct Fault: Sendable, Hashable {
  /// The name of the ``Source``.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// How wide the fault is on its line, in Unicode scalars.
  public let length: Int
  /// What is wrong.
  public let fact: Fact

  /// States a fault.
  public init(file: String, line: Int, column: Int, length: Int, fact: Fact) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.fact = fact
  }

  /// What can be wrong.
  public enum Fact: Sendable, Hashable {
    /// A tag without its closing delimiter.
    case unclosedTag
    /// A tag without a name.
    case emptyTag
    /// A name with a space in it, an empty part, or a sign that this language gives no meaning.
    case malformedName(String)
    /// A set-delimiter tag that does not name two delimiters.
    case malformedDelimiters
    /// A section, block or parent that is never closed.
    case unclosed(name: String)
    /// A closing tag with another name than the tag it would close, opened on `line`.
    case mismatchedClose(name: String, expected: String, line: Int)
    /// A closing tag with nothing open.
    case strayClose(name: String)
    /// A tag between a parent's tags that stands in no block, and so would never be rendered.
    case outsideBlock(name: String, parent: String)
    /// A block given twice to the same parent.
    case repeatedBlock(name: String)
    /// A block given to a parent that has no block of this name.
    case unknownBlock(name: String, nearest: String?, parent: String)
    /// A partial or parent that does not exist.
    case missingTemplate(name: String, nearest: String?)
    /// A template that includes itself, through the templates named in order.
    case cycle([String])
    /// A name that no surrounding view declares; `view` is the innermost.
    case unknownName(name: String, nearest: String?, view: String)
    /// A dotted name that goes on after something without names inside.
    case notAnObject(name: String, kind: Shape.Kind)
    /// A variable on something that is not text.
    case notPrintable(name: String, kind: Shape.Kind)
    /// More levels of sections and inclusions inside each other than are allowed.
    case tooDeep(limit: Int)
    /// A page that, with all its partials put in, is larger than is allowed.
    case tooLarge(limit: Int)
  }
}

/// A stretch of one line, as faults tell it.
struct Place: Sendable {
  var line: Int
  var column: Int
  var length: Int
}

/// A name as written in a tag.
struct Name: Sendable {
  var text: String
  var place: Place
}

extension Fault {
  init(_ file: String, _ place: Place, _ fact: Fact) {
    self.init(
      file: file, line: place.line, column: place.column, length: place.length, fact: fact)
  }

  static func precedes(_ a: Fault, _ b: Fault) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }
}

/// The bounds that keep any text, however hostile, from exhausting stack, memory or time.
enum Limit {
  /// Sections, blocks and parents inside each other in one file.
  static let nesting = 64
  /// Sections and inclusions inside each other in one page.
  static let depth = 128
  /// Templates inside each other.
  static let inclusion = 32
  /// Bytes of fixed text and tags in one page.
  static let size = 4 << 20
  /// After so many faults the rest of a file or page is left unread.
  static let faults = 100
  /// What a section or an inclusion counts for in a page's size, beside its bytes.
  static let step = 16
  /// Bytes of a delimiter.
  static let delimiter = 16
}
