/// An allowance: words that a record may hold although a check refuses them, and the reason for it.
struct Allowance: Sendable {
  let text: String
  let span: Span
  /// The file that it is for; nothing in a record, which speaks of itself.
  let file: String?
  private let plain: String

  /// `personal` of a record.
  static let schema = Schema([
    Field("text", "内容", .text, required: true, zh: "允许出现的原文", en: "the words as they are written"),
    Field("reason", "理由", .text, required: true, zh: "为什么可以公开", en: "why they may be told"),
  ])

  /// `personal` of the site, for files that have no keys of their own.
  static let siteSchema = Schema([
    Field(
      "file", "文件", .text, required: true, zh: "content 里的哪个文件，如 ledgers/wenti.csv",
      en: "a file below content, `ledgers/wenti.csv`"),
    Field("text", "内容", .text, required: true, zh: "允许出现的原文", en: "the words as they are written"),
    Field("reason", "理由", .text, required: true, zh: "为什么可以公开", en: "why they may be told"),
  ])

  /// Those that a file's keys list; what is wrong with them is told where the keys are proven.
  static func all(in fields: RawValue) -> [Allowance] {
    guard case .list(let items)? = fields.entry("personal", "个人信息")?.value.content else {
      return []
    }
    return items.compactMap { item in
      guard let entry = item.entry("text", "内容"), case .text(let text) = entry.value.content,
        item.entry("reason", "理由")?.value.isEmpty == false, !plain(text).isEmpty
      else { return nil }
      let file = item.entry("file", "文件")
      let path: String? =
        if case .text(let text)? = file?.value.content { text.trimmed } else { nil }
      return Allowance(text: text, span: entry.value.span, file: path)
    }
  }

  private init(text: String, span: Span, file: String?) {
    (self.text, self.span, self.file) = (text, span, file)
    plain = Allowance.plain(text)
  }

  func isFor(_ path: String) -> Bool { file.map { path == $0 || path == "content/" + $0 } ?? false }

  /// An allowance covers what it names, also where a check sees less of it, or takes words before an
  /// address to be its beginning.
  func covers(_ found: String, by check: any PersonalCheck.Type) -> Bool {
    plain.contains(found)
      || check == HomeAddress.self && plain.unicodeScalars.count > 4 && found.hasSuffix(plain)
  }

  /// Whether it names such words.
  func names(_ words: String) -> Bool { plain.contains(words) }

  /// Words without what differs from one way of writing them to another: marks, spaces, hyphens, case.
  static func plain(_ text: String) -> String {
    let scalars = Letters(text).scalars.filter { !$0.properties.isWhitespace && $0 != "-" }
    return String(String.UnicodeScalarView(scalars)).lowercased()
  }
}

extension RawValue {
  /// What stands under a key that is written in one of two languages, and has a value.
  func entry(_ key: String, _ chinese: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { ($0.key == key || $0.key == chinese) && !$0.value.isEmpty }
  }

  /// The texts of a list under a key.
  func texts(_ key: String, _ chinese: String) -> [String] {
    guard case .list(let items)? = entry(key, chinese)?.value.content else { return [] }
    return items.compactMap { if case .text(let text) = $0.content { text } else { nil } }
  }
}
