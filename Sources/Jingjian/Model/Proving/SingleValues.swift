internal import Markdown

/// Single values: what a text means in a field of some type (docs/format.md, "One right answer").
extension Prover {
  /// A single value in the words of its field's type; `text` is not empty.
  mutating func scalar(
    _ text: String, _ type: FieldType, key: String, span: Span
  ) -> Proven.Value? {
    switch type {
    case .text, .markdown:
      warnOfPlaceholders(in: text, at: span)
      warnOfCitations(in: text, at: span)
      if case .text = type { Passage.checkNone(inField: text, at: span, &self) }
    case .reference(let target):
      let index = index
      guard let id = read(text, type).flatMap({ String($0) }) else {
        say(
          .unknownReference(
            text, target, called: index.name(of: target),
            nearest: excess.isSuggested("unknown-reference")
              ? target.alternatives.compactMap { index.nearest($0, to: text) }.first : nil,
            target.alternatives.flatMap(index.examples), Vocabulary.files(of: target)),
          at: span)
        return nil
      }
      if let section = target.section { cite(section, id, at: span) }
      return .text(id)
    default: break
    }
    let value = read(text, type)
    if value == nil { say(.wrongValue(key, text, type, form: type.form(index)), at: span) }
    return value
  }

  /// What a single value can only mean; nothing where that is nothing, or more than one thing.
  func read(_ text: String, _ type: FieldType) -> Proven.Value? {
    switch type {
    case .text: return .text(text.utf8.contains { $0 == 10 || $0 == 13 } ? text.joinedLines : text)
    case .markdown: return .text(text)
    case .integer(let range, let units):
      return Int(written: text, units: units).flatMap { range.contains($0) ? .integer($0) : nil }
    case .amount(let unit):
      return Decimal(written: text, units: [unit]).flatMap {
        $0.hundredths >= 0 ? .decimal($0) : nil
      }
    case .decimal:
      return Decimal(written: text, units: [unit].compactMap { $0 }).map { .decimal($0) }
    case .percent: return Decimal(percent: text).map { .decimal($0) }
    case .flag: return Bool(written: text).map { .flag($0) }
    case .day: return Day(text).map { .day($0) }
    case .month: return Month(text).map { .month($0) }
    case .week: return Week(text).map { .week($0) }
    case .occurred: return Occurred(text).map { .occurred($0) }
    case .choice(let choices):
      let plain = text.plainForm
      let choice =
        choices.first { $0.id == text || $0.chinese == text }
        ?? choices.first { $0.id == plain.lowercased() || $0.chinese.plainForm == plain }
      return choice.map { .text($0.id) }
    case .reference(let target):
      return target.alternatives.compactMap { index.id($0, named: text) }.first.map { .text($0) }
    case .list, .oneOrMore, .medium, .group: return nil
    }
  }

  /// Whether each of some texts is something that the program knows.
  func areAllKnown(_ texts: [String], _ type: FieldType) -> Bool {
    type.isKnown && !texts.isEmpty && texts.allSatisfy { read($0, type) != nil }
  }

  /// The id of what a text names.
  mutating func reference(
    _ target: Target, _ text: String, key: String, at span: Span
  ) -> String? {
    scalar(text, .reference(target), key: key, span: span).flatMap { String($0) }
  }
}

extension FieldType {
  /// Whether a text tells of itself if it can stand there: what is free may be anything.
  var isKnown: Bool {
    switch self {
    case .text, .markdown, .list, .oneOrMore, .medium, .group: false
    default: true
    }
  }

  var isGroup: Bool { if case .group = self { true } else { false } }
}

extension Message {
  fileprivate static func wrongValue(
    _ key: String, _ text: String, _ type: FieldType, form: Phrase
  ) -> Message {
    let code =
      switch type {
      case .day, .month, .week, .occurred: "date";
      case .choice: "choice";
      default: "wrong-type"
      }
    if case .percent = type, let share = Decimal(written: text), Decimal.isShareOrPercent(share) {
      let percent = Decimal(hundredths: share.hundredths * 100).short
      return Message(
        code,
        Phrase(
          zh: "「\(key)」的「\(text)」可能是 \(percent)%，也可能是 \(share.short)%",
          en: "`\(text)` of `\(key)` may be \(percent)% or \(share.short)%"),
        fix: Phrase(
          zh: "写成「\(percent)%」或「\(share.short)%」", en: "write `\(percent)%` or `\(share.short)%`"))
    }
    // What the writer most likely meant, in the form that belongs here.
    let meant: String? =
      switch type {
      case .day: (Day(serial: text) ?? Day(meant: text)).map { "\($0)" }
      case .amount("元"):
        Decimal(written: text, units: ["万元", "万"]).flatMap {
          let yuan = $0.hundredths.multipliedReportingOverflow(by: 10_000)
          return yuan.overflow ? nil : Decimal(hundredths: yuan.partialValue).short
        }
      default: nil
      }
    if let meant {
      return Message(
        code, Phrase(zh: "「\(key)」的值「\(text)」不合要求", en: "`\(key)` cannot be `\(text)`"),
        fix: Phrase(zh: "写成「\(meant)」", en: "write `\(meant)`"))
    }
    switch (type, DateParts(text)?.count) {
    case (.day, 3):
      return Message(
        code, Phrase(zh: "日历上没有「\(text)」这一天", en: "there is no such day: `\(text)`"), fix: form
      )
    case (.month, 2):
      return Message(
        code, Phrase(zh: "没有「\(text)」这个月", en: "there is no such month: `\(text)`"), fix: form)
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
    return Message(
      code,
      Phrase(zh: "「\(key)」的值「\(text)」不合要求", en: "`\(key)` cannot be `\(text)`"),
      fix: Phrase.didYouMean(nearest, form) ?? form)
  }

  fileprivate static func unknownReference(
    _ text: String, _ target: Target, called name: Phrase, nearest: String?, _ examples: [String],
    _ files: [String]
  ) -> Message {
    let some = examples.isEmpty ? nil : examples
    let isFile = if case .record = target { true } else { false }
    let how =
      isFile
      ? Phrase(zh: "写文件名，不带扩展名；", en: "write a file's name without its ending; ")
      : Phrase(zh: "", en: "")
    return Message(
      "unknown-reference",
      Phrase(zh: "没有「\(text)」这个\(name.zh)", en: "there is no \(name.en) `\(text)`"),
      fix: Phrase.didYouMean(nearest)
        ?? some.map {
          Phrase(
            zh: how.zh + "现有的有：" + $0.joined(separator: "、") + " 等",
            en: how.en + "there are " + $0.joined(separator: ", ") + " and others")
        } ?? .firstItem(text, of: files))
  }
}

extension Phrase {
  /// What to write into a vocabulary that holds nothing yet, also where its file is not there.
  fileprivate static func firstItem(_ name: String, of files: [String]) -> Phrase? {
    guard !files.isEmpty else { return nil }
    let id = Identifier.proposed(for: name)
    let isPlain = !name.contains { ":#{}[],&*!|>'\"%@`".contains($0) }
    return Phrase(
      zh:
        "在 \(files.joined(separator: " 或 ")) 里加一行「- {编号: \(id ?? "编号"), 名称: \(isPlain ? name : "名称")}」；"
        + "没有这个文件就新建",
      en: "add a line `- {id: \(id ?? "ID"), name: \(isPlain ? name : "NAME")}` to "
        + files.joined(separator: " or ") + "; make the file where there is none")
  }
}
