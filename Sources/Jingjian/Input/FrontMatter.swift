/// Front matter: the YAML between two `---` lines at the top of a Markdown file; below it the body.
struct FrontMatter: Sendable {
  let yaml: String
  /// The line of the file at which the YAML begins.
  let yamlLine: Int
  let body: String
  /// The line of the file at which the body begins.
  let bodyLine: Int

  /// Nothing, with what is wrong reported, when a file has no closed front matter.
  init?(_ file: SourceFile, report: inout [Diagnostic]) {
    let text = file.text
    let utf8 = text.utf8
    guard let opening = Self.fence(in: utf8, at: utf8.startIndex) else {
      let first = text.prefix { !$0.isNewline }
      let looksFull = ["——", "－－", "--", "––"].contains { first.hasPrefix($0) }
      report.append(
        .error(
          looksFull ? .fullWidthFence : .noFrontMatter,
          at: Place(file.path, line: 1, column: 1, length: first.unicodeScalars.count)))
      return nil
    }
    var line = opening
    var number = 2
    while line < utf8.endIndex {
      if let after = Self.fence(in: utf8, at: line), !Self.isText(utf8[opening..<line]) {
        yaml = String(text[opening..<line])
        yamlLine = 2
        body = String(text[after...])
        bodyLine = number + 1
        return
      }
      line = Self.lineEnd(in: utf8, from: line)
      number += 1
    }
    report.append(.error(.unclosedFrontMatter, at: Place(file.path, line: 1, column: 1, length: 3)))
    return nil
  }

  /// What is most likely the front matter of a file whose lines around it are not as they must be, which
  /// was reported: it ends at a line of any dashes, an empty line or a heading. Nothing where there is none.
  init?(likelyOf file: SourceFile) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, Self.isRule(first) else { return nil }
    let end =
      lines.dropFirst().firstIndex {
        Self.isRule($0) || $0.hasPrefix("## ") || $0.allSatisfy(\.isWhitespace)
      } ?? lines.count
    let text = lines.indices.contains(end) && Self.isRule(lines[end]) ? end + 1 : end
    yaml = lines[1..<end].map { $0 + "\n" }.joined()
    yamlLine = 2
    body = lines[min(text, lines.count)...].joined(separator: "\n")
    bodyLine = text + 1
  }

  private static func isRule(_ line: Substring) -> Bool {
    let dashes = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    return !dashes.isEmpty && dashes.allSatisfy { "-—－–―─".unicodeScalars.contains($0) }
  }

  /// Whether a heading of the text stands among the keys: then the line behind it is a rule of the text,
  /// and the line that closes the keys was forgotten.
  private static func isText(_ yaml: Substring.UTF8View) -> Bool {
    yaml.starts(with: "## ".utf8) || Substring(yaml).contains("\n## ")
  }

  /// Behind the line that begins at `start`, when that line is `---`.
  private static func fence(in utf8: String.UTF8View, at start: String.Index) -> String.Index? {
    let dash = UInt8(ascii: "-")
    guard utf8[start...].starts(with: [dash, dash, dash]) else { return nil }
    let end = lineEnd(in: utf8, from: start)
    let rest = utf8[utf8.index(start, offsetBy: 3)..<end]
    return rest.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 } ? end : nil
  }

  private static func lineEnd(in utf8: String.UTF8View, from start: String.Index) -> String.Index {
    utf8[start...].firstIndex(of: 10).map { utf8.index(after: $0) } ?? utf8.endIndex
  }
}

extension Message {
  fileprivate static let noFrontMatter = Message(
    "front-matter",
    Phrase(zh: "文件开头没有「---」", en: "the file does not start with `---`"),
    fix: Phrase(
      zh: "第一行写 ---，下面写各键，再写一行 ---，然后是正文",
      en: "begin with a `---` line, the keys below it, another `---` line, then the text"))

  fileprivate static let fullWidthFence = Message(
    "front-matter",
    Phrase(zh: "开头的横线不是三个半角减号", en: "the first line is not three hyphens"),
    fix: Phrase(zh: "改成三个半角减号：---", en: "write three hyphens: `---`"))

  fileprivate static let unclosedFrontMatter = Message(
    "front-matter-end",
    Phrase(zh: "「---」开头的部分没有结束", en: "the part that begins with `---` is not closed"),
    fix: Phrase(zh: "在正文之前再写一行 ---", en: "write another `---` line before the text"))
}
