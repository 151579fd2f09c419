/// A diagnostic: one thing said about the input – how grave, where, what, and how to mend it.
struct Diagnostic: Sendable, Hashable {
  enum Severity: String, Sendable, Comparable {
    case note, warning, error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  let severity: Severity
  /// Absent when the whole run is meant, never when a file can be named.
  let place: Place?
  let message: Message

  static func error(_ message: Message, at place: Place?) -> Diagnostic {
    Diagnostic(severity: .error, place: place, message: message)
  }

  static func warning(_ message: Message, at place: Place?) -> Diagnostic {
    Diagnostic(severity: .warning, place: place, message: message)
  }

  static func note(_ message: Message, at place: Place?) -> Diagnostic {
    Diagnostic(severity: .note, place: place, message: message)
  }
}

/// A message: a stable code, the fact in words, and the way to mend it where there is one.
///
/// Grammar: lower case, no full stop, names in backticks (in Chinese in 「」), what was found and
/// what is allowed.
struct Message: Sendable, Hashable {
  let code: String
  let text: Phrase
  let fix: Phrase?

  init(_ code: String, _ text: Phrase, fix: Phrase? = nil) {
    self.code = code
    self.text = text
    self.fix = fix
  }
}

extension [Diagnostic] {
  /// In the order in which they are printed: by place, each said once; what has no place comes first.
  func sortedForPrinting() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = filter { seen.insert($0).inserted }
    return distinct.sorted { a, b in
      switch (a.place, b.place) {
      case (nil, nil): a.message.text.en < b.message.text.en
      case (nil, _): true
      case (_, nil): false
      case (let p?, let q?) where p == q: a.message.code < b.message.code
      case (let p?, let q?): p < q
      }
    }
  }

  func count(_ severity: Diagnostic.Severity) -> Int {
    count { $0.severity == severity }
  }

  var hasErrors: Bool { contains { $0.severity == .error } }

  /// Whether a site with these may be published; `strict` makes warnings fail.
  func isFine(strict: Bool) -> Bool {
    !contains { $0.severity == .error || strict && $0.severity == .warning }
  }
}
