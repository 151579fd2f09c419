/// A form: how a value is written, in words – what an error says belongs there, and what it found.
extension RawValue {
  /// What stands there, in a word.
  var shape: Phrase {
    switch content {
    case .text: Phrase(zh: "一段文字", en: "a text")
    case .list: Phrase(zh: "一个列表", en: "a list")
    case .mapping: Phrase(zh: "一组“键: 值”", en: "a group of keys")
    }
  }
}

extension RawValue {
  /// All texts in it, in their order.
  var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap(\.value.texts)
    }
  }
}

extension FieldType {
  /// How a value of this type is written.
  func form(_ index: Index) -> Phrase {
    switch self {
    case .text, .markdown: Phrase(zh: "写一段文字", en: "write a text")
    case .integer(let range, _) where range.upperBound == .max:
      Phrase(
        zh: "写一个不小于 \(range.lowerBound) 的整数", en: "write a whole number from \(range.lowerBound)")
    case .integer(let range, _):
      Phrase(
        zh: "写 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .amount:
      Phrase(
        zh: "写数字，最多两位小数，不小于 0", en: "write a number from 0, at most two places")
    case .decimal:
      Phrase(
        zh: "写数字，最多两位小数", en: "write a number, at most two places")
    case .percent:
      Phrase(
        zh: "写 0 到 100，最多两位小数，带上 %", en: "write 0 to 100, at most two places, with `%`")
    case .flag: Phrase(zh: "写 是 或 否", en: "write `true` or `false`")
    case .day: Phrase(zh: "写成“年-月-日”，年份四位", en: "write year-month-day, the year in four digits")
    case .month: Phrase(zh: "写成“年-月”，年份四位", en: "write year-month, the year in four digits")
    case .week: Phrase(zh: "写成“某年第几周”，年份四位", en: "write year-Wweek, the year in four digits")
    case .occurred:
      Phrase(
        zh: "写成“年-月”、年份，或起止“年-月/年-月”",
        en: "write year-month, a year, or a span year-month/year-month")
    case .choice(let choices):
      Phrase(
        zh: "可写：" + choices.map(\.chinese).joined(separator: "、"),
        en: "write one of " + choices.map { "`\($0.id)`" }.joined(separator: ", "))
    case .reference(let target):
      Phrase(
        zh: "写\(index.name(of: target).zh)的编号", en: "write the id of a \(index.name(of: target).en)"
      )
    case .list:
      Phrase(zh: "每项一行，以“- ”开头，或写成 [甲, 乙]", en: "write an item a line after `- `, or `[a, b]`")
    case .oneOrMore(let element): element.form(index)
    case .medium:
      Phrase(
        zh: "写 content/media 里的文件名", en: "write the name of a file of content/media")
    case .group:
      Phrase(zh: "另起一行，缩进两格，写“键: 值”", en: "write `key: value` lines below it, two spaces in")
    }
  }
}
