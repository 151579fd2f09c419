internal import CYAML
internal import Markdown

/// YAML: one document read by libyaml into raw values with their places.
///
/// libyaml's events are used, and not a library that builds nodes from them, because those stop at
/// the first doubled key, know no end of a value (so no caret as wide as the fault), and expand
/// aliases. Anchors, aliases and tags are no part of the content format and are refused, which
/// is also why a YAML bomb has nothing to explode.
struct YAML {
  /// Deeper than any record is; what is nested deeper is refused before it costs anything.
  static let depth = 16

  /// - Parameters:
  ///   - text: the document, without the `---` lines of front matter.
  ///   - firstLine: the line of the file at which `text` begins.
  /// - Returns: nothing when the text is no YAML (reported) or holds no value at all.
  static func parse(
    _ text: String, file: String, firstLine: Int = 1, report: inout [Diagnostic]
  ) -> RawValue? {
    let mended = MendedYAML(text, file: file, firstLine: firstLine, report: &report)
    var yaml = YAML(file: file, firstLine: firstLine, mended: mended)
    var source = mended.text
    let root = source.withUTF8 { yaml.document($0) }
    // A line that was reported already must not be reported again in other words.
    report += yaml.report.filter { fault in
      !mended.faultyLines.contains(fault.place?.line ?? 0)
    }
    return root
  }

  /// What a file of the site holds.
  static func read(
    _ path: String, in site: String, disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> RawValue? {
    try SourceFile.read(path, in: site, disk: disk, report: &report).flatMap {
      parse($0.text, file: path, report: &report)
    }
  }

  private let file: String
  private let firstLine: Int
  private let mended: MendedYAML
  private var parser = yaml_parser_t()
  private var report: [Diagnostic] = []
  private var failed = false
  private var excess = Excess()
  private lazy var lines = mended.text.split(separator: "\n", omittingEmptySubsequences: false)

  private init(file: String, firstLine: Int, mended: MendedYAML) {
    self.file = file
    self.firstLine = firstLine
    self.mended = mended
  }

  private mutating func document(_ bytes: UnsafeBufferPointer<UInt8>) -> RawValue? {
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var root: RawValue?
    while var event = next() {
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return failed ? nil : root
      case YAML_DOCUMENT_START_EVENT where root != nil:
        say(.secondDocument, at: span(event.start_mark))
        failed = true
        return nil
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      default: root = value(&event, depth: 0)
      }
      if failed { return nil }
    }
    return nil
  }

  private mutating func next() -> yaml_event_t? {
    guard !failed else { return nil }
    var event = yaml_event_t()
    if yaml_parser_parse(&parser, &event) == 0 {
      failed = true
      sayProblem()
      return nil
    }
    return event
  }

  /// The value that begins with an event. The event stays the caller's to delete.
  private mutating func value(_ event: inout yaml_event_t, depth: Int) -> RawValue {
    let start = span(event.start_mark, event.end_mark)
    if depth > YAML.depth {
      refuse(.tooDeep(YAML.depth), at: start)
      return RawValue(content: .text(""), span: start)
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      refuseProperties(event.data.scalar.anchor, event.data.scalar.tag, at: start)
      let bytes = UnsafeBufferPointer(
        start: event.data.scalar.value, count: event.data.scalar.length)
      var written = String(decoding: bytes, as: UTF8.self)
      let style = event.data.scalar.style
      if event.end_mark.line > event.start_mark.line, style != YAML_LITERAL_SCALAR_STYLE {
        let isQuoted =
          style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        written = written.unfolded(
          pieces(event.start_mark, event.end_mark, isQuoted: isQuoted))
      }
      let (text, unseen) = written.withoutUnseen
      for scalar in unseen.uniqued() {
        let place = Place(file, start)
        report.append(
          scalar.unseen == .refused
            ? .error(.escapedInvisible(scalar), at: place)
            : .warning(.escapedInvisible(scalar), at: place))
      }
      return RawValue(content: .text(text), span: start)
    case YAML_SEQUENCE_START_EVENT:
      refuseProperties(
        event.data.sequence_start.anchor, event.data.sequence_start.tag, at: start)
      var items: [RawValue] = []
      while var item = next() {
        defer { yaml_event_delete(&item) }
        if item.type == YAML_SEQUENCE_END_EVENT { break }
        items.append(value(&item, depth: depth + 1))
      }
      return RawValue(content: .list(items), span: start)
    case YAML_MAPPING_START_EVENT:
      refuseProperties(event.data.mapping_start.anchor, event.data.mapping_start.tag, at: start)
      return RawValue(content: .mapping(entries(depth: depth)), span: start)
    default:
      refuse(.alias, at: start)
      return RawValue(content: .text(""), span: start)
    }
  }

  /// The lines of a scalar as they stand in the file.
  private mutating func pieces(
    _ start: yaml_mark_t, _ end: yaml_mark_t, isQuoted: Bool
  ) -> [String] {
    let lines = lines
    return (Int(start.line)...Int(end.line)).compactMap { n in
      guard lines.indices.contains(n) else { return nil }
      let line = lines[n].unicodeScalars
      let from = n == start.line ? Int(start.column) : 0
      let kept = n == end.line ? line.prefix(Int(end.column)) : Substring(lines[n]).unicodeScalars
      var piece = String(kept.dropFirst(from)).trimmed
      if isQuoted, n == start.line { piece = String(piece.dropFirst()) }
      if isQuoted, n == end.line { piece = String(piece.dropLast()) }
      return piece
    }
  }

  private mutating func entries(depth: Int) -> [RawValue.Entry] {
    var entries: [RawValue.Entry] = []
    while var event = next() {
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { break }
      let key = value(&event, depth: depth + 1)
      guard var second = next() else { break }
      defer { yaml_event_delete(&second) }
      let value = value(&second, depth: depth + 1)
      guard case .text(let name) = key.content else {
        say(.keyNotText, at: key.span)
        continue
      }
      entries.append(RawValue.Entry(key: name, keySpan: key.span, value: value))
    }
    return entries
  }

  private mutating func refuseProperties(
    _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, at span: Span
  ) {
    if anchor != nil { refuse(.alias, at: span) }
    if tag != nil { refuse(.tag, at: span) }
  }

  /// Says what cannot be read and reads no further: a hostile file may hold it a million times.
  private mutating func refuse(_ message: Message, at span: Span) {
    if !failed { say(message, at: span) }
    failed = true
  }

  private func span(_ start: yaml_mark_t, _ end: yaml_mark_t? = nil) -> Span {
    let line = Int(start.line) + firstLine
    let column = mended.column(Int(start.column) + 1, line: line)
    guard let end, end.line == start.line else { return Span(line: line, column: column) }
    let last = mended.column(Int(end.column) + 1, line: line)
    return Span(line: line, column: column, length: max(1, last - column))
  }

  private mutating func say(_ message: Message, at span: Span) {
    excess.add(.error(message, at: Place(file, span)), to: &report)
    if excess.isFull { failed = true }
  }

  /// A second colon in a value; where the line is a key with its value itself, the fault is the line
  /// before it, which is none, or the line's own indentation.
  private mutating func saySecondColon(at here: Span) {
    let index = here.line - firstLine
    guard let key = mended.keyEnd(ofLine: index), key == here.column - 1 else {
      return say(.secondColon, at: here)
    }
    if let before = mended.lineWithoutKey(before: index) {
      sayNoColon(
        at: Span(line: firstLine + before.index, column: before.column, length: before.length))
    } else {
      say(.indentation, at: Span(line: here.line, column: 1, length: here.column - 1))
    }
  }

  /// A line without a key; one that begins as people count or mark the items of a list is told how lists
  /// are written here.
  private mutating func sayNoColon(at span: Span) {
    let looksLikeItem = mended.looksLikeItem(line: span.line - firstLine)
    say(looksLikeItem ? .listMark : .noColon, at: span)
  }

  /// Words for what libyaml found wrong, as a person would say it who sees the line.
  private mutating func sayProblem() {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    let here = span(parser.problem_mark)
    if problem.contains("unexpected end of stream") || problem.contains("document indicator"),
      context.contains("quoted scalar")
    {
      say(.unclosedQuote, at: span(parser.context_mark))
    } else if problem.contains("',' or ']'") || problem.contains("',' or '}'") {
      say(.unclosedBracket, at: span(parser.context_mark))
    } else if problem.contains("mapping values are not allowed") {
      saySecondColon(at: here)
    } else if problem.contains("cannot start any token") {
      say(.reservedStart, at: here)
    } else if problem.contains("could not find expected ':'") {
      sayNoColon(at: span(parser.context_mark))
    } else if problem.contains("did not find expected key")
      || problem.contains("did not find expected '-' indicator")
      || problem.contains("block sequence entries are not allowed")
    {
      say(.indentation, at: here)
    } else if ["anchor", "alias", "tag", "block scalar"].contains(where: { context.contains($0) }) {
      say(.reservedStart, at: span(parser.context_mark))
    } else {
      say(.otherYAML(problem), at: here)
    }
  }
}

extension Message {
  fileprivate static func tooDeep(_ limit: Int) -> Message {
    Message(
      "yaml-depth",
      Phrase(zh: "嵌套太深：最多 \(limit) 层", en: "nested too deeply: at most \(limit) levels"))
  }

  fileprivate static let secondDocument = Message(
    "yaml-document",
    Phrase(zh: "一个文件只能有一份 YAML", en: "a file holds one YAML document only"),
    fix: Phrase(zh: "删除中间的 --- 行", en: "delete the `---` line in the middle"))

  fileprivate static let alias = Message(
    "yaml-alias",
    Phrase(
      zh: "不支持 YAML 的锚点（&）和引用（*）", en: "YAML anchors (`&`) and aliases (`*`) are not used here"),
    fix: Phrase(zh: "如果是文字，请加双引号；否则把内容写全", en: "put text in double quotes, or write the value out"))

  fileprivate static let tag = Message(
    "yaml-tag",
    Phrase(zh: "不支持 YAML 的类型标记（!）", en: "YAML tags (`!`) are not used here"),
    fix: Phrase(zh: "如果是文字，请加双引号", en: "put text in double quotes"))

  fileprivate static let keyNotText = Message(
    "yaml-key", Phrase(zh: "键必须是文字", en: "a key must be a text"))

  fileprivate static let unclosedQuote = Message(
    "yaml-quote",
    Phrase(zh: "这里开始的引号没有结束", en: "the quotation that starts here is not closed"),
    fix: Phrase(zh: "在值的末尾补上同样的引号", en: "add the same quotation mark at the end of the value"))

  fileprivate static let unclosedBracket = Message(
    "yaml-bracket",
    Phrase(zh: "这里开始的方括号或花括号没有正确结束", en: "the bracket that starts here is not closed properly"),
    fix: Phrase(
      zh: "各项之间用半角逗号，最后补上 ] 或 }", en: "separate items by `,` and close with `]` or `}`"))

  fileprivate static let secondColon = Message(
    "yaml-colon",
    Phrase(zh: "值里又出现了“冒号加空格”", en: "there is a second colon followed by a space in the value"),
    fix: Phrase(zh: "用双引号把整个值括起来", en: "put the whole value in double quotes"))

  fileprivate static let reservedStart = Message(
    "yaml-start",
    Phrase(zh: "值不能以这个字符开头", en: "a value cannot start with this character"),
    fix: Phrase(zh: "用双引号把整个值括起来", en: "put the whole value in double quotes"))

  fileprivate static let noColon = Message(
    "yaml-line",
    Phrase(zh: "这一行不是“键: 值”的形式", en: "this line is not of the form `key: value`"),
    fix: Phrase(zh: "写成“键: 值”，冒号用半角，后面空一格", en: "write `key: value` with a colon and a space"))

  fileprivate static let listMark = Message(
    "yaml-list",
    Phrase(zh: "列表不能这样写", en: "a list is not written like this"),
    fix: Phrase(zh: "每项一行，以半角减号加空格“- ”开头", en: "write an item a line, each behind `- `"))

  fileprivate static let indentation = Message(
    "yaml-indentation",
    Phrase(zh: "这一行的缩进与上面不一致", en: "the indentation of this line does not fit the lines above"),
    fix: Phrase(
      zh: "同一层的键左边对齐；列表每项以“- ”开头", en: "align keys of one level; start each list item with `- `"))

  fileprivate static func otherYAML(_ problem: String) -> Message {
    Message(
      "yaml", Phrase(zh: "这里不是正确的 YAML（\(problem)）", en: "this is not YAML: \(problem)"))
  }
}
