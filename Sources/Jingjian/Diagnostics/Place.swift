/// A place: where in a file something stands.
///
/// Lines and columns count from 1; columns and lengths count Unicode scalars, as editors show them,
/// not bytes. `length` is the width of what is meant on its first line, at least 1.
struct Place: Sendable, Hashable, Comparable {
  /// The path from the site's folder, `content/cases/x.md`, or as the user named it.
  let file: String
  let line: Int
  let column: Int
  let length: Int

  init(_ file: String, line: Int = 1, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  init(_ file: String, _ span: Span) {
    self.init(file, line: span.line, column: span.column, length: span.length)
  }

  /// Whether the file is one of those that people write, so that its line is worth showing.
  var isInText: Bool {
    ["md", "yml", "csv", "mustache", "txt", "vtt"].contains(file.ending)
  }

  static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }
}

/// A span: a place within a file that is known from the context. Thirty-two bits are enough for a
/// file of bounded size, and ten thousand records hold many of them.
struct Span: Sendable, Hashable {
  private let line32: Int32
  private let column32: Int32
  private let length32: Int32

  var line: Int { Int(line32) }
  var column: Int { Int(column32) }
  var length: Int { Int(length32) }

  init(line: Int, column: Int, length: Int = 1) {
    line32 = Int32(clamping: line)
    column32 = Int32(clamping: column)
    length32 = Int32(clamping: length)
  }

  static let top = Span(line: 1, column: 1)
}
