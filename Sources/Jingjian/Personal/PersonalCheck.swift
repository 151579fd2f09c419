/// One kind of disclosure, and how it is told from what looks like it.
protocol PersonalCheck: Sendable, SendableMetatype {
  /// The code of its diagnostics.
  static var code: String { get }
  static var severity: Diagnostic.Severity { get }
  /// What it is, as a predicate: “is a mobile number”.
  static var name: Phrase { get }
  /// How it is mended.
  static var fix: Phrase { get }
  /// Where it stands in a text.
  static func find(in letters: Letters) -> [Range<Int>]
}

extension PersonalCheck {
  static var severity: Diagnostic.Severity { .error }
}
