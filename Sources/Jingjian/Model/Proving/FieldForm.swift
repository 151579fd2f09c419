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
    case .integer(let range) where range.upperBound == .max:
      Phrase(
        zh: "写一个不小于 \(range.lowerBound) 的整数", en: "write a whole number from \(range.lowerBound)")
    case .integer(let range):
      Phrase(
        zh: "写 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .amount:
      Phrase(
        zh: "只写数字，最多两位小数，如 12000 或 380.50",
        en: "write digits only, at most two places: `12000`, `380.50`")
    case .decimal:
      Phrase(
        zh: "只写数字，最多两位小数，如 99.8 或 -0.5",
        en: "write digits only, at most two places: `99.8`, `-0.5`")
    case .percent:
      Phrase(
        zh: "写 0 到 100，最多两位小数，如 98.6%", en: "write 0 to 100, at most two places: `98.6%`")
    case .flag: Phrase(zh: "写 是 或 否", en: "write `true` or `false`")
    case .day: Phrase(zh: "写成 2025-05-27 或 2025年5月27日", en: "write `2025-05-27` or `2025年5月27日`")
    case .month: Phrase(zh: "写成 2025-05 或 2025年5月", en: "write `2025-05` or `2025年5月`")
    case .week: Phrase(zh: "写成 2025-W21 或 2025年第21周", en: "write `2025-W21` or `2025年第21周`")
    case .occurred:
      Phrase(
        zh: "写成月份 2024-05、年份 2024 或起止 2019-03/2022-06",
        en: "write a month `2024-05`, a year `2024` or a span `2019-03/2022-06`")
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
        zh: "写 content/media 里的文件名，如 流程图.svg",
        en: "write the name of a file of content/media, `plan.svg`")
    case .group:
      Phrase(zh: "另起一行，缩进两格，写“键: 值”", en: "write `key: value` lines below it, two spaces in")
    }
  }
}
