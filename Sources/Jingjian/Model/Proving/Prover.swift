/// The prover: raw values in, proven fields out, with a diagnostic for all that is not as declared.
struct Prover {
  let file: String
  var index: Index
  /// What texts may link to and cite.
  let sources: Sources
  var report: [Diagnostic] = []
  /// In which the figures of what is being proven are given, where it says so.
  var unit: String?
  /// How much was said of each kind.
  var excess = Excess()
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
    let outer = unit
    defer { unit = outer }
    unit =
      entries.first { entry in schema.unit?.isCalled(entry.key) ?? false }.flatMap {
        if case .text(let text) = $0.value.content { text.trimmed } else { nil }
      } ?? unit
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
            file.ending == "csv" ? .emptyCell(entry.key) : .emptyValue(entry.key),
            at: entry.keySpan)
        }
        continue
      }
      spans[position] = entry.keySpan
      if field.isOfWords, case .list(let items) = entry.value.content {
        for item in items {
          guard case .text(let text) = item.content, text.contains("，") || text.contains("、") else {
            continue
          }
          say(.oneItem(text, of: entry.key), at: item.span)
        }
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
        say(
          .missingKey(field, asEnglish: asEnglish && !entries.isEmpty, field.type.form(index)),
          at: raw.span)
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
      let items: [RawValue]
      switch raw.content {
      case .list(let list): items = list
      // A text that must name what is known is told of as that, part by part.
      case .text(let text) where element.isKnown && !text.enumerated.isEmpty:
        items = text.enumerated.map { RawValue(content: .text($0), span: raw.span) }
      default:
        say(.notList(key, of: element, found: raw), at: raw.span)
        return nil
      }
      let proven = bounded(items).flatMap { item -> [Located<Proven.Value>?] in
        guard !isFull else { return [] }
        if item.isEmpty {
          say(.emptyItem(key), at: item.span)
          return []
        }
        // Several things in one item, each of which is known, are several items.
        if case .text(let text) = item.content, read(text.trimmed, element) == nil,
          case let parts = text.enumerated, parts.count > 1, areAllKnown(parts, element)
        {
          return parts.map {
            scalar($0, element, key: key, span: item.span).map {
              Located(value: $0, span: item.span)
            }
          }
        }
        return [value(item, element, key: key)]
      }
      return Located(value: .list(proven.compactMap { $0 }), span: raw.span)
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
        say(.notText(key, form: type.form(index), found: raw), at: raw.span)
        return nil
      }
      return scalar(text.trimmed, type, key: key, span: raw.span).map {
        Located(value: $0, span: raw.span)
      }
    }
  }

  /// Each `〔待补：…〕` of a text, at its own place where the text stands in its file as it is.
  mutating func warnOfPlaceholders(in text: String, at span: Span) {
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

  fileprivate static func missingKey(
    _ field: Field, asEnglish: Bool, _ form: Phrase
  ) -> Message {
    let name = field.name(isChinese: !asEnglish)
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
    let example: Phrase? =
      if case .text(let text) = found.content, !element.isGroup, let items = text.asFlowList {
        Phrase(zh: "写成「\(key): \(items)」", en: "write `\(key): \(items)`")
      } else {
        nil
      }
    return Message(
      "wrong-type",
      Phrase(
        zh: "「\(key)」应是列表，现在是\(found.shape.zh)", en: "`\(key)` takes a list, not \(found.shape.en)"),
      fix: example ?? FieldType.list(.text).form(Index()))
  }

  fileprivate static func oneItem(_ text: String, of key: String) -> Message {
    Message(
      "one-item",
      Phrase(zh: "「\(text)」会成为一项，不是几项", en: "`\(text)` is one item and not several"),
      fix: text.asFlowList.map {
        Phrase(
          zh: "各项之间用半角逗号：「\(key): \($0)」；确是一项的，去掉其中的顿号、逗号",
          en: "separate items by a half-width `,`: `\(key): \($0)`; for one item leave 、 and ， out")
      })
  }

  fileprivate static func notText(_ key: String, form: Phrase, found: RawValue) -> Message {
    Message(
      "wrong-type",
      Phrase(
        zh: "「\(key)」应是单个值，现在是\(found.shape.zh)",
        en: "`\(key)` takes a single value, not \(found.shape.en)"),
      fix: form)
  }
}

extension String {
  /// A list as YAML writes it in one line, of the things that a text lists; nothing where one of them could
  /// not stand there as it is.
  fileprivate var asFlowList: String? {
    let marks = "【】[]（）()「」“”\"'"
    let items = enumerated.map { item -> String in
      let inner = item.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()
      return String(inner).trimmed
    }
    // Several things with nothing but blanks between them are not told apart.
    if items.count == 1, items[0].contains(where: \.isWhitespace) { return nil }
    guard !items.isEmpty, items.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= 40 }),
      items.count <= 12, !contains(where: { ":#{}&*!|>%@`".contains($0) })
    else { return nil }
    return "[" + items.joined(separator: ", ") + "]"
  }
}
