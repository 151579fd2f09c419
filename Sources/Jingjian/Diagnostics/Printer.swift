internal import Markdown

/// The printer: one way in which diagnostics are printed, as text for people or JSON for editors.
///
///     content/cases/x.md:3:7: error: there is no such day: `2025-13-40` [date]
///     date: 2025-13-40
///           ^^^^^^^^^^
///     fix: write the day as `2025-05-27` or `2025年5月27日`
public struct Printer: Sendable {
  /// How diagnostics are written.
  public enum DiagnosticsFormat: String, Sendable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For an editor: one array, an object a line.
    case json
  }

  let language: Language
  let form: DiagnosticsFormat
  /// Gives a line of a file again, so that no text needs to be kept for the case of a fault.
  let line: @Sendable (_ file: String, _ line: Int) -> String?

  func print(_ diagnostics: [Diagnostic]) -> String {
    switch form {
    case .text: texts(diagnostics)
    case .json: "[" + diagnostics.map { "\n" + json($0) }.joined(separator: ",") + "\n]\n"
    }
  }

  /// A file that is wrong all over is not helped by ten thousand lines.
  private static let limit = 100

  private func texts(_ diagnostics: [Diagnostic]) -> String {
    var counts: [String: Int] = [:]
    var out = ""
    var last = Line()
    for diagnostic in diagnostics {
      let file = diagnostic.place?.file ?? ""
      counts[file, default: 0] += 1
      if counts[file, default: 0] <= Printer.limit { out += text(diagnostic, &last) }
    }
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > Printer.limit {
      let rest = count - Printer.limit
      out +=
        Phrase(
          zh: "\(shown(file))：还有 \(rest) 条没有列出", en: "\(shown(file)): \(rest) more are not listed"
        ).said(in: language) + "\n"
    }
    return out
  }

  /// The line that was shown last: a file of one line may be wrong in a hundred places of it.
  private struct Line {
    var file = ""
    var number = 0
    var scalars: [Unicode.Scalar]?
  }

  private func text(_ diagnostic: Diagnostic, _ last: inout Line) -> String {
    let severity = diagnostic.severity.phrase.said(in: language)
    let separator = language == .zh ? "：" : ": "
    let words = diagnostic.message.text.said(in: language)
    var out = ""
    if let place = diagnostic.place {
      out += "\(shown(place.file)):\(place.line):\(place.column): "
    }
    out += "\(severity)\(separator)\(shown(words)) [\(diagnostic.message.code)]\n"
    if let place = diagnostic.place, place.isInText {
      if last.file != place.file || last.number != place.line {
        let scalars = line(place.file, place.line).map {
          Array($0.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" })
        }
        last = Line(file: place.file, number: place.line, scalars: scalars)
      }
      if let scalars = last.scalars { out += excerpt(scalars, place) }
    }
    if let fix = diagnostic.message.fix {
      out +=
        Phrase(zh: "改法：", en: "fix: ").said(in: language) + shown(fix.said(in: language)) + "\n"
    }
    return out
  }

  /// The source line with a caret below it that is as wide as the fault. A long line (a paragraph is
  /// one line) is cut to what stands around the fault.
  private func excerpt(_ scalars: [Unicode.Scalar], _ place: Place) -> String {
    guard !scalars.isEmpty else { return "" }
    let start = min(place.column - 1, scalars.count)
    let end = min(start + place.length, max(scalars.count, start + 1))
    let from = start > 60 ? start - 30 : 0
    let to = min(scalars.count, max(from + 90, min(end, from + 120)))
    var before = ""
    var shown = ""
    if from > 0 {
      shown += "…"
      before += " "
    }
    for scalar in scalars[from..<start] { before += blank(scalar) }
    for scalar in scalars[from..<to] { shown += Printer.printable(scalar) }
    if to < scalars.count { shown += "…" }
    let width = scalars[min(start, to)..<min(end, to)].reduce(0) { $0 + $1.cells }
    return shown + "\n" + before + String(repeating: "^", count: max(1, width)) + "\n"
  }

  /// Words that come from the content, safe for a terminal.
  static func shown(_ text: String) -> String {
    text.unicodeScalars.map(printable).joined()
  }

  private func shown(_ text: String) -> String { Printer.shown(text) }

  private func blank(_ scalar: Unicode.Scalar) -> String {
    String(repeating: " ", count: scalar.cells)
  }

  /// Control characters would move the terminal's cursor, so they are shown as pictures; of others that
  /// nobody can see it is shown that they are there.
  private static func printable(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 9: " "
    case 0..<32: String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    default:
      switch scalar.unseen {
      case nil: String(scalar)
      case .space: " "
      case .lineEnd, .nothing, .refused: "\u{FFFD}"
      }
    }
  }

  private func json(_ diagnostic: Diagnostic) -> String {
    var members: [(String, JSON)] = []
    if let place = diagnostic.place {
      members += [
        ("file", .string(place.file)), ("line", .integer(place.line)),
        ("column", .integer(place.column)), ("length", .integer(place.length)),
      ]
    }
    members += [
      ("severity", .string(diagnostic.severity.rawValue)),
      ("code", .string(diagnostic.message.code)),
      ("message", .string(diagnostic.message.text.said(in: language))),
    ]
    if let fix = diagnostic.message.fix { members.append(("fix", .string(fix.said(in: language)))) }
    return JSON.object(members).text
  }
}

extension Diagnostic.Severity {
  fileprivate var phrase: Phrase {
    switch self {
    case .note: Phrase(zh: "提示", en: "note")
    case .warning: Phrase(zh: "警告", en: "warning")
    case .error: Phrase(zh: "错误", en: "error")
    }
  }
}
