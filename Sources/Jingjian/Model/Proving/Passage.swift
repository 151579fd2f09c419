internal import Markdown

/// A passage: a part of a text that is for a narrower audience, between `::: 范围 leadership` and `:::`
/// on lines of their own (docs/format.md, "Passages"). Who may not see it gets the text without it.
struct Passage {
  /// For whom a text is read.
  struct Reader: Sendable {
    let audiences: [Audience]
    /// The place of the reader's audience among them.
    let place: Int

    /// Who sees everything.
    static let everybody = Reader(audiences: [], place: .max)
  }

  /// Takes the passages out of a text that its reader may not see. Lines are emptied and not removed, so
  /// that what follows keeps its place.
  ///
  /// - Returns: the text, and whether something was taken out.
  static func cut(
    _ text: String, firstLine: Int, for reader: Reader, _ prover: inout Prover
  ) -> (text: String, isCut: Bool) {
    // What only looks like a mark is swallowed by a block of code as a mark is.
    guard [":::", "```", "~~~"].contains(where: { text.utf8.holds($0.utf8) }) else {
      return (text, false)
    }
    let lines = lines(of: text, firstLine: firstLine, for: reader, &prover)
    return (emptied(lines), lines.contains { !$0.isSeen && !$0.isMark })
  }

  /// A text with empty lines in the place of the passages that its reader may not see.
  ///
  /// - Parameter isIndented: whether marks may stand further in, as in a text of a YAML file.
  static func emptied(_ text: String, for reader: Reader, isIndented: Bool) -> String {
    guard text.utf8.holds(":::".utf8) else { return text }
    return emptied(lines(of: text, for: reader, isIndented: isIndented))
  }

  private static func emptied(_ lines: [Line]) -> String {
    lines.map { $0.isSeen && !$0.isMark ? $0.text : "" }.joined(separator: "\n")
  }

  /// A text as if the passages that its reader may not see had never been written: without them and the
  /// blank line that kept each from what follows.
  static func without(_ text: String, for reader: Reader, isIndented: Bool = false) -> String {
    guard text.utf8.holds(":::".utf8) else { return text }
    var kept: [Substring] = []
    var isCut = false
    for line in lines(of: text, for: reader, isIndented: isIndented) {
      if line.isSeen, !(isCut && line.text.allSatisfy { $0 == " " }) { kept.append(line.text) }
      isCut = !line.isSeen
    }
    return kept.joined(separator: "\n")
  }

  /// The lines of a text whose marks were proven before.
  private static func lines(
    of text: String, for reader: Reader, isIndented: Bool
  ) -> [Line] {
    var index = Index()
    for audience in reader.audiences {
      index.add(.audience, id: audience.id, names: [audience.name].compactMap { $0 })
    }
    var silent = Prover(file: "", index: index)
    return lines(of: text, firstLine: 1, for: reader, isIndented: isIndented, &silent)
  }

  /// A line of a text, and whether its reader may see it.
  private struct Line {
    let text: Substring
    let isSeen: Bool
    /// Whether it begins or ends a passage.
    var isMark = false
  }

  private static func lines(
    of text: String, firstLine: Int, for reader: Reader, isIndented: Bool = false,
    _ prover: inout Prover
  ) -> [Line] {
    var lines: [Line] = []
    var fence: Substring?
    var open: (line: Int, isSeen: Bool)?
    // The first mark inside a block of code that is open.
    var hidden: Int?
    for (n, whole) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = isIndented ? whole.drop { $0 == " " } : whole
      if let mark = line.fence(closing: fence) {
        fence = fence == nil ? mark : nil
        if fence != nil { hidden = nil }
      } else if fence != nil, ColonRuns.open(line) {
        hidden = hidden ?? n
      } else if line.hasPrefix(":::") {
        let name = String(line.dropFirst(3)).trimmed
        let span = Span(line: firstLine + n, column: 1, length: line.unicodeScalars.count)
        var isSeen = open?.isSeen ?? true
        if name.isEmpty {
          if open == nil { prover.say(.strayEnd, at: span) }
          open = nil
        } else {
          if let open { prover.say(.nested(open.line), at: span) }
          isSeen = self.isSeen(name, by: reader, span, &prover)
          open = (firstLine + n, isSeen)
        }
        lines.append(Line(text: whole, isSeen: isSeen, isMark: true))
        continue
      }
      lines.append(Line(text: whole, isSeen: open?.isSeen ?? true))
    }
    if fence != nil, let hidden {
      prover.say(.swallowed, at: Span(line: firstLine + hidden, column: 1, length: 3))
    }
    if let open { prover.say(.unclosed, at: Span(line: open.line, column: 1, length: 3)) }
    return lines
  }

  /// Whether a reader may see a passage whose mark is followed by some words. One whose audience is not
  /// known is for nobody.
  private static func isSeen(
    _ words: String, by reader: Reader, _ span: Span, _ prover: inout Prover
  ) -> Bool {
    let parts = words.split(maxSplits: 1) { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
    guard parts.count == 2, Audience.key.field.isCalled(parts[0]) else {
      prover.say(.form, at: span)
      return false
    }
    let id = prover.reference(
      .audience, String(parts[1]).trimmed, key: String(parts[0]), at: span)
    guard let id else { return false }
    guard let place = reader.audiences.firstIndex(where: { $0.id == id }) else {
      return reader.place == .max
    }
    return place <= reader.place
  }
}

extension Passage {
  /// What looks like a mark and was read as text would publish what its writer meant to hold back: one
  /// that is indented, quoted, or written with other colons. In code it may stand, and with a backslash
  /// before each colon.
  ///
  /// - Parameters:
  ///   - html: the text as it is shown.
  ///   - references: how it was read.
  static func checkNone(
    in html: [UInt8], of text: String, _ references: References, firstLine: Int,
    _ prover: inout Prover
  ) {
    var (plain, shown) = (text, ColonRuns(ofHTML: html).all)
    if !shown.isEmpty, text.utf8.holds(#"\:"#.utf8) {
      plain = text.withoutEscapedColons
      var html: [UInt8] = []
      Markdown.Document(plain, references: references).html(into: &html)
      shown = ColonRuns(ofHTML: html).all
    }
    guard !shown.isEmpty else { return }
    // A line's end between Chinese characters vanishes.
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    var fence: Substring?
    var written: [(line: Int, run: ColonRuns.Run)] = []
    for (n, line) in lines.enumerated() {
      if let mark = line.fence(closing: fence) {
        fence = fence == nil ? mark : nil
      } else if fence == nil {
        // Between backticks stands code.
        let parts = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        let text = parts.map { $0 % 2 == 0 ? $1 : "x" }.joined()
        written += ColonRuns(Letters(text).scalars).all.map { (n, $0) }
      }
    }
    let mark = written.first { $0.run.isMark }
    guard mark != nil || shown.contains(where: \.isMark) else { return }
    let line = (mark ?? written.first)?.line ?? 0
    prover.say(
      .noMark, at: Span(line: firstLine + line, column: 1, length: lines[line].unicodeScalars.count)
    )
  }
}

extension Passage {
  /// Fields have no passages, but for texts in Markdown: a mark in another one would be published with all
  /// that it was to hold back.
  static func checkNone(inField text: String, at span: Span, _ prover: inout Prover) {
    if ColonRuns(text.unicodeScalars).all.contains(where: \.opensLine) {
      prover.say(.inField, at: span)
    }
  }
}

extension String {
  /// With a sign that is no colon in the place of each that has a backslash before it.
  fileprivate var withoutEscapedColons: String {
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in unicodeScalars {
      if isEscaped, scalar == ":" {
        plain.removeLast()
        plain.append("\u{F8FF}")
      } else {
        plain.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return String(plain)
  }
}

extension Substring {
  /// The mark that begins a fenced block of code at the start of a line, or ends the one that is open.
  /// One that is indented may belong to a list, and hides no mark.
  fileprivate func fence(closing open: Substring?) -> Substring? {
    let line = open == nil ? self : drop { $0 == " " }
    guard let first = line.first, first == "`" || first == "~" else { return nil }
    let mark = line.prefix { $0 == first }
    let rest = line.dropFirst(mark.count)
    guard mark.count >= 3 else { return nil }
    guard let open else { return first == "`" && rest.contains("`") ? nil : mark }
    let isEnd = mark.first == open.first && mark.count >= open.count
    return isEnd && count - line.count < 4 && rest.allSatisfy(\.isWhitespace) ? mark : nil
  }
}

extension Message {
  fileprivate static let form = Message(
    "passage",
    Phrase(zh: "「:::」后面应是“范围”和范围的编号", en: "`:::` is followed by `audience` and its id"),
    fix: Phrase(
      zh: "写成“::: 范围 编号”，结束处单独一行“:::”", en: "write `::: audience ID`, and `:::` alone at its end"))

  fileprivate static let noMark = Message(
    "passage",
    Phrase(
      zh: "这里的冒号看着像「:::」，却不起作用，会作为文字发布",
      en: "these colons look like `:::`, do nothing and would be published as text"),
    fix: Phrase(
      zh: "要限定范围，就顶格用半角写“::: 范围 编号”和“:::”，中间不留空；只是几个冒号，写进反引号，或者每个前面加反斜杠：“\\:\\:\\:”",
      en:
        "write `::: audience ID` and `:::` at the start of a line, in half-width, nothing between; where colons are meant, put them into backticks, or write `\\:\\:\\:`"
    ))

  fileprivate static let inField = Message(
    "passage",
    Phrase(
      zh: "行首的「:::」只在正文里起作用，在这里会连同后面的话一起发布",
      en:
        "`:::` at the start of a line works in the text below the keys alone; here it would be published with what follows"
    ),
    fix: Phrase(
      zh: "把只给一部分人看的话移到正文里，或给整份材料写“范围”；只是冒号的，删到一个，或不放在行首",
      en:
        "move what is not for everybody into the text, or give the whole record an `audience`; where colons are meant, keep one, or begin the line otherwise"
    ))

  fileprivate static let swallowed = Message(
    "passage",
    Phrase(
      zh: "这个「:::」在没有结束的代码框里，不起作用", en: "this `:::` stands in a block of code that is not closed"),
    fix: Phrase(zh: "在代码框末尾写一行“```”", en: "close the block of code with a line of three backticks"))

  fileprivate static let strayEnd = Message(
    "passage", Phrase(zh: "这个「:::」前面没有开始的一行", en: "this `:::` ends nothing"),
    fix: Phrase(zh: "删去它，或在前面加上“::: 范围 编号”", en: "delete it, or begin with `::: audience ID`"))

  fileprivate static func nested(_ line: Int) -> Message {
    Message(
      "passage",
      Phrase(
        zh: "第 \(line) 行开始的一段还没有结束", en: "the passage that begins in line \(line) is not closed"),
      fix: Phrase(zh: "先写一行“:::”结束它", en: "close it with a line `:::` first"))
  }

  fileprivate static let unclosed = Message(
    "passage", Phrase(zh: "这一段没有结束", en: "this passage is not closed"),
    fix: Phrase(zh: "在它末尾写一行“:::”", en: "write a line `:::` at its end"))
}
