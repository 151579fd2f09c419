// Source: a template as it stands in a file.

/// A template's text, and the name by which faults call its file.
public struct Source: Sendable {
  /// As printed in faults: `templates/site/case.mustache`.
  public let name: String
  /// The whole text.
  public let text: String

  /// Makes a source from a text that has been read.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
