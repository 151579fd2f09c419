/// Excess: what is said of one file, kept to what anybody reads. A file of 4 MiB may be wrong in a million
/// places; of each kind of fault as many are kept as a person could mend, and that there are more is told.
struct Excess: Sendable {
  /// The most of one kind that is kept of a file.
  static let limit = 1000
  /// As far as the nearest names are looked up for them: those that are printed.
  static let suggested = 100

  private var counts: [String: Int] = [:]
  /// Whether there are so many errors of a kind that the rest of the file need not be looked at.
  private(set) var isFull = false

  /// Whether nothing more of a kind is kept.
  func hasEnough(of code: String) -> Bool { counts[code, default: 0] > Excess.limit }

  /// Whether a name that is meant is worth looking up for another fault of a kind.
  func isSuggested(_ code: String) -> Bool { counts[code, default: 0] < Excess.suggested }

  /// Puts what is said of a file into a report, unless enough of the kind is there.
  mutating func add(_ diagnostic: Diagnostic, to report: inout [Diagnostic]) {
    let code = diagnostic.message.code
    counts[code, default: 0] += 1
    guard counts[code, default: 0] > Excess.limit else { return report.append(diagnostic) }
    guard counts[code] == Excess.limit + 1 else { return }
    let place = diagnostic.place.map { Place($0.file) }
    if diagnostic.severity == .error {
      isFull = true
      report.append(.error(.tooManyErrors(code), at: place))
    } else {
      report.append(.note(.tooManyRemarks(code), at: place))
    }
  }
}

extension Message {
  fileprivate static func tooManyErrors(_ code: String) -> Message {
    Message(
      "too-many",
      Phrase(
        zh: "同一种错误（\(code)）超过 \(Excess.limit) 处，文件余下的部分没有看",
        en: "more than \(Excess.limit) errors of one kind (\(code)): "
          + "the rest of the file is not looked at"),
      fix: Phrase(zh: "先改好这一种，再检查一遍", en: "mend this kind first and check again"))
  }

  fileprivate static func tooManyRemarks(_ code: String) -> Message {
    Message(
      "too-many",
      Phrase(
        zh: "同一种提示（\(code)）超过 \(Excess.limit) 处，其余的不再列出",
        en: "more than \(Excess.limit) remarks of one kind (\(code)): the others are not listed"))
  }
}
