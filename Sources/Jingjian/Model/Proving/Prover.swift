/// The prover: raw values in, proven fields out, with a diagnostic for all that is not as declared.
struct Prover {
  let file: String
  var index: Index
  /// What texts may link to and cite.
  let sources: Sources
  var report: [Diagnostic] = []
  /// How much was said of each kind.
  private var excess = Excess()
  /// Whether the rest of the file need not be looked at.
  var isFull: Bool { excess.isFull }
  /// Whether a passage was taken out of a text of a field.
  var hasCut = false
  /// The records that this file refers to, for the check that none of them is left out.
  private(set) var citations: [Citation] = []

  init(file: String, index: Index, sources: Sources = .none) {
    self.file = file
    self.index = index
    self.sources = sources
  }

  /// - Returns: nothing when a required field is missing or faulty, which has been reported. A fault
  ///   in an optional field leaves it absent; the report keeps the record from being published.
  mutating func proven(_ raw: RawValue, _ schema: Schema) -> Proven? {
    guard case .mapping(let entries) = raw.content else {
      say(.notMapping(found: raw, schema), at: raw.span)
      return nil
    }
    var values: [Located<Proven.Value>?] = Array(repeating: nil, count: schema.fields.count)
    var spans: [Span?] = Array(repeating: nil, count: schema.fields.count)
    // Where a key stands that has no value.
    var empty: [Span?] = spans
    var names: [Int: String] = [:]
    // A misspelt key is told of once, and not a second time as one that is missing.
    var meant: [(position: Int, span: Span)] = []
    for entry in entries where !isFull {
      guard let position = schema.position(of: entry.key) else {
        if let position = sayUnknown(entry, schema) { meant.append((position, entry.keySpan)) }
        continue
      }
      let field = schema.fields[position]
      if let first = spans[position] ?? empty[position] {
        say(
          .doubledKey(entry.key, other: names[position] ?? entry.key, line: first.line),
          at: entry.keySpan)
        continue
      }
      names[position] = entry.key
      if entry.value.isEmpty {
        empty[position] = entry.keySpan
        if field.isRequired || field.isNeverEmpty {
          say(
            file.hasSuffix(".csv") ? .emptyCell(entry.key) : .emptyValue(entry.key),
            at: entry.keySpan)
        }
        continue
      }
      spans[position] = entry.keySpan
      if field.isOfWords, case .list(let items) = entry.value.content, items.count == 1,
        case .text(let text) = items[0].content, text.contains("，") || text.contains("、")
      {
        warn(.oneItem(text), at: items[0].span)
      }
      values[position] = value(entry.value, field.type, key: entry.key)
    }
    guard !isFull else { return nil }
    for key in meant where spans[key.position] == nil { spans[key.position] = key.span }
    let written = zip(spans, empty).map { $0 ?? $1 }
    var isComplete = true
    for (n, field) in schema.fields.enumerated() where field.isRequired {
      if written[n] == nil {
        let asEnglish = entries.allSatisfy { $0.key.unicodeScalars.allSatisfy(\.isASCII) }
        say(.missingKey(field, asEnglish: asEnglish && !entries.isEmpty), at: raw.span)
      }
      if values[n] == nil { isComplete = false }
    }
    guard isComplete else { return nil }
    return Proven(
      schema: schema, values: values, keys: spans, written: written, span: raw.span)
  }

  mutating func fields<Owner: Declared>(_ raw: RawValue, _ owner: Owner.Type) -> Fields<Owner>? {
    proven(raw, Owner.schema).map(Fields.init)
  }

  mutating func value(
    _ raw: RawValue, _ type: FieldType, key: String
  ) -> Located<Proven.Value>? {
    switch type {
    case .list(let element):
      guard case .list(let items) = raw.content else {
        say(.notList(key, of: element, found: raw), at: raw.span)
        return nil
      }
      let proven = bounded(items).compactMap { item -> Located<Proven.Value>? in
        guard !isFull else { return nil }
        if item.isEmpty {
          say(.emptyItem(key), at: item.span)
          return nil
        }
        return value(item, element, key: key)
      }
      return Located(value: .list(proven), span: raw.span)
    case .oneOrMore(let element):
      if case .list = raw.content { return value(raw, .list(element), key: key) }
      return value(raw, element, key: key).map {
        Located(value: .list([$0]), span: raw.span)
      }
    case .medium:
      return medium(raw).map { Located(value: .medium($0), span: raw.span) }
    case .group(let schema):
      return proven(raw, schema).map { Located(value: .group($0), span: raw.span) }
    default:
      guard case .text(let text) = raw.content else {
        say(.notText(key, type: type, found: raw), at: raw.span)
        return nil
      }
      return scalar(text.trimmed, type, key: key, span: raw.span).map {
        Located(value: $0, span: raw.span)
      }
    }
  }

  /// A single value in the words of its field's type; `text` is not empty.
  mutating func scalar(
    _ text: String, _ type: FieldType, key: String, span: Span
  ) -> Proven.Value? {
    let value: Proven.Value?
    switch type {
    case .text, .markdown:
      warnOfPlaceholders(in: text, at: span)
      warnOfCitations(in: text, at: span)
      if case .text = type { Passage.checkNone(inField: text, at: span, &self) }
      value = .text(text)
    case .integer(let range): value = Int(text).flatMap { range.contains($0) ? .integer($0) : nil }
    case .amount:
      value = Decimal(text).flatMap { $0.hundredths >= 0 ? .decimal($0) : nil }
    case .decimal: value = Decimal(text).map { .decimal($0) }
    case .percent: value = Decimal(percent: text).map { .decimal($0) }
    case .flag:
      value = Bool(written: text).map { .flag($0) }
    case .day: value = Day(text).map { .day($0) }
    case .month: value = Month(text).map { .month($0) }
    case .week: value = Week(text).map { .week($0) }
    case .occurred: value = Occurred(text).map { .occurred($0) }
    case .choice(let choices):
      value = choices.first { $0.id == text || $0.chinese == text }.map { .text($0.id) }
    case .reference(let target):
      let index = index
      guard let id = target.alternatives.compactMap({ index.id($0, named: text) }).first else {
        say(
          .unknownReference(
            text, target,
            nearest: excess.isSuggested("unknown-reference")
              ? target.alternatives.compactMap { index.nearest($0, to: text) }.first : nil,
            target.alternatives.flatMap(index.examples)),
          at: span)
        return nil
      }
      if let section = target.section { cite(section, id, at: span) }
      return .text(id)
    case .list, .oneOrMore, .medium, .group: preconditionFailure("not a single value")
    }
    if value == nil { say(.wrongValue(key, text, type), at: span) }
    return value
  }

  /// The id of what a text names.
  mutating func reference(
    _ target: Target, _ text: String, key: String, at span: Span
  ) -> String? {
    scalar(text, .reference(target), key: key, span: span).flatMap { String($0) }
  }

  /// Each `〔待补：…〕` of a text, at its own place where the text stands in its file as it is.
  private mutating func warnOfPlaceholders(in text: String, at span: Span) {
    var rest = text[...]
    let quotes = span.length - text.unicodeScalars.count
    // What was looked through is not looked through again: a text may be megabytes of such marks.
    var before = 0
    var isEnded = true
    while let mark = rest.firstRange(of: "〔待补") {
      let close = isEnded ? rest[mark.upperBound...].firstIndex(of: "〕") : nil
      isEnded = close != nil
      let end = close.map { rest.index(after: $0) }
      let found = String(rest[mark.lowerBound..<(end ?? mark.upperBound)])
      before += text.unicodeScalars[rest.startIndex..<mark.lowerBound].count
      var place = span
      if quotes == 0 || quotes == 2 {
        place = Span(
          line: span.line, column: span.column + before + quotes / 2,
          length: found.unicodeScalars.count)
      }
      warn(
        .placeholder(String(found.dropFirst("〔待补：".count).drop { $0 == "〕" }.prefix { $0 != "〕" })),
        at: place)
      before += found.unicodeScalars.count
      rest = rest[(end ?? mark.upperBound)...]
    }
  }

  mutating func cite(_ section: String, _ id: String, at span: Span) {
    citations.append(Citation(section: section, id: id, span: span))
  }

  mutating func say(_ message: Message, at span: Span) {
    tell(.error(message, at: Place(file, span)))
  }

  mutating func warn(_ message: Message, at span: Span) {
    tell(.warning(message, at: Place(file, span)))
  }

  /// Says what is wrong with the file, as far as it can be of use.
  mutating func tell(_ diagnostic: Diagnostic) { excess.add(diagnostic, to: &report) }

  /// - Returns: the field that was most likely meant.
  private mutating func sayUnknown(_ entry: RawValue.Entry, _ schema: Schema) -> Int? {
    let names = schema.names(like: entry.key)
    let nearest = Suggestion.nearest(to: entry.key, among: names)
    say(.unknownKey(entry.key, nearest: nearest, names), at: entry.keySpan)
    return nearest.flatMap(schema.position)
  }
}

extension Message {
  fileprivate static func placeholder(_ text: String) -> Message {
    Message(
      "placeholder", Phrase(zh: "待补：\(text)", en: "still to be filled in: \(text)"),
      fix: Phrase(zh: "查实后填写，删去这个标记", en: "fill it in and delete the mark"))
  }

  fileprivate static func unknownKey(_ key: String, nearest: String?, _ names: [String]) -> Message
  {
    Message(
      "unknown-key",
      Phrase(zh: "没有「\(key)」这个键", en: "unknown key `\(key)`"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "可用的键：" + names.joined(separator: "、"),
          en: "known keys: " + names.joined(separator: ", ")))
  }

  fileprivate static func doubledKey(_ key: String, other: String, line: Int) -> Message {
    let isSame = key == other
    return Message(
      "doubled-key",
      Phrase(
        zh: "「\(key)」重复：第 \(line) 行已经写过"
          + (isSame ? "" : "「\(other)」，两者是同一个键"),
        en: "`\(key)` is given twice: it stands in line \(line) already"
          + (isSame ? "" : ", as `\(other)`")),
      fix: Phrase(zh: "只留一处", en: "keep one of them"))
  }

  fileprivate static func emptyValue(_ key: String) -> Message {
    Message(
      "empty-value",
      Phrase(zh: "「\(key)」必须有值", en: "`\(key)` must have a value"),
      fix: Phrase(zh: "在冒号后面填写", en: "write it behind the colon"))
  }

  fileprivate static func emptyCell(_ column: String) -> Message {
    Message(
      "empty-value",
      Phrase(zh: "「\(column)」这一格必须填写", en: "the cell of `\(column)` must be filled in"),
      fix: Phrase(zh: "填写这一格，或删去整行", en: "fill it in, or delete the row"))
  }

  fileprivate static func emptyItem(_ key: String) -> Message {
    Message(
      "empty-item",
      Phrase(zh: "「\(key)」里有一项是空的", en: "an item of `\(key)` is empty"),
      fix: Phrase(zh: "填写这一项，或删去这一行", en: "fill it in, or delete it"))
  }

  fileprivate static func missingKey(_ field: Field, asEnglish: Bool) -> Message {
    let name = field.name(isChinese: !asEnglish)
    let form = field.type.form
    return Message(
      "missing-key",
      Phrase(zh: "缺少必填的「\(name)」", en: "required key `\(name)` is missing"),
      fix: Phrase(
        zh: "加一行「\(name): …」（\(field.meaning.zh)；\(form.zh)）",
        en: "add a line `\(name): …` (\(field.meaning.en); \(form.en))"))
  }

  fileprivate static func notMapping(found: RawValue, _ schema: Schema) -> Message {
    Message(
      "wrong-type",
      Phrase(
        zh: "这里应是一组“键: 值”，现在是\(found.shape.zh)",
        en: "a group of keys belongs here, not \(found.shape.en)"),
      fix: Phrase(
        zh: "另起一行，缩进两格，写“键: 值”；可用的键：" + schema.fields.map(\.chinese).joined(separator: "、"),
        en: "write `key: value` lines below it, two spaces in; known keys: "
          + schema.fields.map(\.key).joined(separator: ", ")))
  }

  fileprivate static func notList(
    _ key: String, of element: FieldType, found: RawValue
  ) -> Message {
    let isGroup = if case .group = element { true } else { false }
    let example: Phrase? =
      if case .text(let text) = found.content, !isGroup, text.unicodeScalars.count <= 40,
        !text.contains(where: \.isWhitespace)
      {
        Phrase(zh: "写成「\(key): [\(text)]」", en: "write `\(key): [\(text)]`")
      } else {
        nil
      }
    return Message(
      "wrong-type",
      Phrase(
        zh: "「\(key)」应是列表，现在是\(found.shape.zh)", en: "`\(key)` takes a list, not \(found.shape.en)"),
      fix: example ?? FieldType.list(.text).form)
  }

  fileprivate static func oneItem(_ text: String) -> Message {
    Message(
      "one-item",
      Phrase(zh: "「\(text)」会成为一项，不是几项", en: "`\(text)` is one item and not several"),
      fix: Phrase(zh: "各项之间用半角逗号", en: "separate items by a half-width `,`"))
  }

  fileprivate static func notText(_ key: String, type: FieldType, found: RawValue) -> Message {
    Message(
      "wrong-type",
      Phrase(
        zh: "「\(key)」应是单个值，现在是\(found.shape.zh)",
        en: "`\(key)` takes a single value, not \(found.shape.en)"),
      fix: type.form)
  }

  fileprivate static func wrongValue(_ key: String, _ text: String, _ type: FieldType) -> Message {
    let code =
      switch type {
      case .day, .month, .week, .occurred: "date";
      case .choice: "choice";
      default: "wrong-type"
      }
    switch (type, DateParts(text)?.count) {
    case (.day, 3):
      return Message(
        code, Phrase(zh: "日历上没有「\(text)」这一天", en: "there is no such day: `\(text)`"), fix: type.form
      )
    case (.month, 2):
      return Message(
        code, Phrase(zh: "没有「\(text)」这个月", en: "there is no such month: `\(text)`"), fix: type.form)
    default: break
    }
    if case .week = type, let (year, week) = Week.parts(text), (1...53).contains(week) {
      return Message(
        code,
        Phrase(zh: "\(year) 年没有第 \(week) 周", en: "the year \(year) has no week \(week)"),
        fix: Phrase(
          zh: "年末的几天可能属于下一年的第 1 周", en: "the last days of a year may be in week 1 of the next"))
    }
    let nearest: String? =
      if case .choice(let choices) = type {
        Suggestion.nearest(to: text, among: choices.flatMap { [$0.id, $0.chinese] })
      } else {
        nil
      }
    let form = type.form
    return Message(
      code,
      Phrase(zh: "「\(key)」的值「\(text)」不合要求", en: "`\(key)` cannot be `\(text)`"),
      fix: Phrase.didYouMean(nearest, form) ?? form)
  }

  fileprivate static func unknownReference(
    _ text: String, _ target: Target, nearest: String?, _ examples: [String]
  ) -> Message {
    let some = examples.isEmpty ? nil : examples
    let isFile = if case .record = target { true } else { false }
    let how =
      isFile
      ? Phrase(zh: "写文件名，不带扩展名；", en: "write a file's name without its ending; ")
      : Phrase(zh: "", en: "")
    return Message(
      "unknown-reference",
      Phrase(zh: "没有「\(text)」这个\(target.name.zh)", en: "there is no \(target.name.en) `\(text)`"),
      fix: Phrase.didYouMean(nearest)
        ?? some.map {
          Phrase(
            zh: how.zh + "现有的有：" + $0.joined(separator: "、") + " 等",
            en: how.en + "there are " + $0.joined(separator: ", ") + " and others")
        })
  }
}
