internal import CYAML

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
    var mended = MendedYAML(text, file: file, firstLine: firstLine, report: &report)
    // A line that was reported already must not be reported again in other words.
    var told = mended.faultyLines
    while true {
      var yaml = YAML(file: file, firstLine: firstLine, mended: mended)
      var source = mended.text
      let root = source.withUTF8 { yaml.document($0) }
      // What a comment has torn apart is none of its own.
      let comments = yaml.slips.filter(\.isComment)
      let slips = comments.isEmpty ? yaml.slips : comments
      for slip in slips {
        // What is missing at the end is told behind the last line.
        let span = mended.within(slip.span)
        if told.insert(span.line).inserted {
          report.append(.error(slip.message, at: Place(file, span)))
        }
      }
      // What is at fault is read on as if it had been right, so that it hides no other fault.
      if !slips.isEmpty, mended.repair(slips.map(\.repair)) { continue }
      report += yaml.report.filter { !told.contains($0.place?.line ?? 0) }
      return root
    }
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
  /// The lines, where a comment may stand behind a value on one of them.
  private let lines: [[Unicode.Scalar]]
  private var parser = yaml_parser_t()
  private var report: [Diagnostic] = []
  /// What is at fault in the writing itself.
  private var slips: [YAMLSlip] = []
  private var failed = false
  private var excess = Excess()
  /// Where the lists and mappings in brackets begin that are open.
  private var brackets: [(mark: yaml_mark_t, close: Unicode.Scalar)] = []

  private init(file: String, firstLine: Int, mended: MendedYAML) {
    self.file = file
    self.firstLine = firstLine
    self.mended = mended
    lines = mended.holdsComments ? mended.lines.map { Array($0.unicodeScalars) } : []
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
        slips.append(
          YAMLSlip(
            .yamlSecondDocument, at: span(event.start_mark), .drop(line: Int(event.start_mark.line))
          ))
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
      slips.append(slip)
      return nil
    }
    return event
  }

  /// The value that begins with an event. The event stays the caller's to delete.
  private mutating func value(_ event: inout yaml_event_t, depth: Int) -> RawValue {
    let start = span(event.start_mark, event.end_mark)
    if depth > YAML.depth {
      say(.tooDeep(YAML.depth), at: start)
      failed = true
      return RawValue(content: .text(""), span: start)
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      refuseProperties(event.data.scalar.anchor, event.data.scalar.tag, at: event.start_mark)
      let bytes = UnsafeBufferPointer(
        start: event.data.scalar.value, count: event.data.scalar.length)
      let text = mended.unescaped(String(decoding: bytes, as: UTF8.self))
      if event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE {
        refuseComment(text, event.start_mark, event.end_mark)
      }
      if let control = text.unicodeScalars.first(where: \.isForbidden) {
        say(.controlCharacter(control), at: start)
      }
      return RawValue(content: .text(text), span: start)
    case YAML_SEQUENCE_START_EVENT:
      refuseProperties(
        event.data.sequence_start.anchor, event.data.sequence_start.tag, at: event.start_mark)
      let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      if isFlow { brackets.append((event.start_mark, "]")) }
      defer { if isFlow, !failed { brackets.removeLast() } }
      var items: [RawValue] = []
      while var item = next() {
        defer { yaml_event_delete(&item) }
        if item.type == YAML_SEQUENCE_END_EVENT { break }
        items.append(value(&item, depth: depth + 1))
      }
      return RawValue(content: .list(items), span: start)
    case YAML_MAPPING_START_EVENT:
      refuseProperties(
        event.data.mapping_start.anchor, event.data.mapping_start.tag, at: event.start_mark)
      let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      if isFlow { brackets.append((event.start_mark, "}")) }
      defer { if isFlow, !failed { brackets.removeLast() } }
      return RawValue(content: .mapping(entries(depth: depth)), span: start)
    default:
      refuse(.yamlAlias, at: event.start_mark)
      return RawValue(content: .text(""), span: start)
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
    _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, at mark: yaml_mark_t
  ) {
    if anchor != nil { refuse(.yamlAlias, at: mark) }
    if tag != nil { refuse(.yamlTag, at: mark) }
  }

  /// Says what cannot be read and reads no further: a hostile file may hold it a million times.
  private mutating func refuse(_ message: Message, at mark: yaml_mark_t) {
    if !failed {
      slips.append(YAMLSlip(message, at: span(mark), .escape(mark.spot)))
    }
    failed = true
  }

  /// ` #` behind a value that is not in quotes: YAML would drop the rest, whatever was meant.
  private mutating func refuseComment(_ value: String, _ begin: yaml_mark_t, _ end: yaml_mark_t) {
    let (line, column) = (Int(end.line), Int(end.column))
    // A hostile file may hold them a million times.
    guard !failed, slips.count < 1000, lines.indices.contains(line), lines[line].count > column
    else { return }
    let rest = lines[line][column...]
    let start = rest.firstIndex { !$0.isBlank } ?? rest.endIndex
    guard start > column, start < rest.endIndex, rest[start] == "#" else { return }
    let isFlow = !brackets.isEmpty
    let close = isFlow ? rest[start...].firstIndex { ",]}".unicodeScalars.contains($0) } : nil
    let dropped = lines[line][start..<(close ?? rest.endIndex)].reversed().drop(while: \.isBlank)
    // The whole value is meant, where it is one line.
    let goesOn =
      lines.indices.contains(line + 1)
      && YAMLLine(lines[line]).goesOn(in: YAMLLine(lines[line + 1]))
    let isLine = begin.line == end.line && (isFlow || !goesOn)
    let first = isLine && !value.isEmpty ? Int(begin.column) : start
    let here = Span(
      line: line + firstLine, column: mended.column(first + 1, line: line + firstLine),
      length: start + dropped.count - first)
    let spot = YAMLSpot(line: line, column: start)
    let text = String(String.UnicodeScalarView(dropped.reversed()))
    let whole = String(String.UnicodeScalarView(lines[line][first..<(start + dropped.count)]))
    slips.append(
      YAMLSlip(
        .yamlComment(text, whole: isLine ? mended.unescaped(whole) : nil), at: here,
        isFlow ? .escape(spot) : .escapeRest(spot)))
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

  /// Words for what libyaml found wrong, as a person would say it who sees the line.
  private var slip: YAMLSlip {
    if parser.error == YAML_READER_ERROR { return strangeSign }
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    let (here, began) = (parser.problem_mark, parser.context_mark)
    func found(_ parts: String...) -> Bool { parts.contains { problem.contains($0) } }
    func reading(_ parts: String...) -> Bool { parts.contains { context.contains($0) } }
    func slip(_ message: Message, _ mark: yaml_mark_t) -> YAMLSlip {
      YAMLSlip(message, at: span(mark), .escape(mark.spot))
    }
    if found("unexpected end of stream", "document indicator"), reading("quoted scalar") {
      return slip(.yamlOpenQuote, began)
    }
    if found("unknown escape", "hexdecimal", "Unicode character escape") {
      return slip(.yamlBackslash, here)
    }
    if found("',' or ']'", "',' or '}'") {
      return YAMLSlip(
        .yamlOpenBracket, at: span(began), .close(began.spot, with: found("']'") ? "]" : "}"))
    }
    if found("mapping values are not allowed") { return secondColon }
    if found("could not find expected ':'") { return noColon(in: Int(began.line), at: span(began)) }
    if found("<document start>") {
      let line = mended.lastLine(upTo: Int(here.line))
      // Lines that begin with % or ... end the document for YAML.
      let before = mended.lastLine(upTo: line - 1)
      if before < line, let text = mended.line(before)?.text,
        text.first == "%" || text.hasPrefix("...")
      {
        let isEnd = text.first == "."
        return YAMLSlip(
          isEnd ? .yamlNoColon : .yamlReservedStart, at: Span(line: before + firstLine, column: 1),
          isEnd ? .drop(line: before) : .escape(YAMLSpot(line: before, column: 0)))
      }
      return noColon(in: line, at: Span(line: line + firstLine, column: 1))
    }
    if found("expected node content"), reading("flow") {
      guard let open = brackets.last, mended.line(Int(here.line))?.isBlank ?? true else {
        return slip(.yamlNoItem, here)
      }
      return YAMLSlip(
        .yamlOpenBracket, at: span(open.mark), .close(open.mark.spot, with: open.close))
    }
    if found("did not find expected key"), let value = mended.valueStart(ofLine: Int(here.line)),
      value < Int(here.column)
    {
      return YAMLSlip(
        .yamlMoreBehind, at: span(here),
        .escapeRest(YAMLSpot(line: Int(here.line), column: value)))
    }
    if found("expected key", "expected '-' indicator", "block sequence entries are not allowed") {
      return YAMLSlip(.yamlIndentation, at: span(here), .align(line: Int(here.line)))
    }
    if reading("anchor", "alias", "tag", "block scalar", "directive") {
      return slip(.yamlReservedStart, began)
    }
    let isStart = found("cannot start any token", "node content", "mapping keys are not allowed")
    return slip(isStart ? .yamlReservedStart : .yamlOther, here)
  }

  /// A second colon in a value; where the line is a key with its value itself, the fault is the line
  /// before it, which is none, or the line's own indentation.
  private var secondColon: YAMLSlip {
    let mark = parser.problem_mark
    let index = Int(mark.line)
    guard mended.keyEnd(ofLine: index) == Int(mark.column) else {
      return YAMLSlip(.yamlSecondColon, at: span(mark), .escape(mark.spot))
    }
    if let before = mended.lineWithoutKey(before: index) {
      return noColon(
        in: before.index,
        at: Span(line: firstLine + before.index, column: before.column, length: before.length))
    }
    return YAMLSlip(
      .yamlIndentation, at: Span(line: index + firstLine, column: 1, length: span(mark).column - 1),
      .align(line: index))
  }

  /// A line without a key; one that begins as people count or mark the items of a list is told how lists
  /// are written here.
  private func noColon(in line: Int, at span: Span) -> YAMLSlip {
    let looksLikeItem = mended.looksLikeItem(line: line)
    return YAMLSlip(
      looksLikeItem ? .yamlListMark : .yamlNoColon, at: span,
      looksLikeItem ? .itemise(line: line) : .addColon(line: line))
  }

  /// A sign that YAML does not allow anywhere, at its own place.
  private var strangeSign: YAMLSlip {
    let before = mended.text.utf8.prefix(Int(parser.problem_offset))
    let lines = String(decoding: before, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    let spot = YAMLSpot(line: lines.count - 1, column: lines.last?.count ?? 0)
    let line = spot.line + firstLine
    let scalar = Unicode.Scalar(UInt32(clamping: parser.problem_value)) ?? "\u{FFFD}"
    return YAMLSlip(
      .controlCharacter(scalar),
      at: Span(line: line, column: mended.column(spot.column + 1, line: line)), .erase(spot))
  }
}

extension yaml_mark_t {
  fileprivate var spot: YAMLSpot { YAMLSpot(line: Int(line), column: Int(column)) }
}

extension Message {
  fileprivate static func tooDeep(_ limit: Int) -> Message {
    Message(
      "yaml-depth",
      Phrase(zh: "嵌套太深：最多 \(limit) 层", en: "nested too deeply: at most \(limit) levels"))
  }

  fileprivate static let keyNotText = Message(
    "yaml-key", Phrase(zh: "键必须是文字", en: "a key must be a text"))
}
