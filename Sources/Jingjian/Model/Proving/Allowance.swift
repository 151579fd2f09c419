/// An allowance: words that a record may hold although a check refuses them, and the reason for it.
struct Allowance: Declared {
  let text: String
  let span: Span
  /// The file that it is for; nothing in a record, which speaks of itself.
  let file: String?
  private let plain: String

  /// `personal` of a record.
  struct Keys: Sendable {
    let text = Key<String>("text", "内容", zh: "允许出现的原文", en: "the words as they are written")
    let reason = Key<String>("reason", "理由", zh: "为什么可以公开", en: "why they may be told")
  }
  static let keys = Keys()

  /// The most that one file may have: each is looked for in each word that a check refuses.
  static let limit = 1000

  /// Those that a file's keys list, as many as there may be; what is wrong with them is told where the keys are proven.
  static func all(in fields: RawValue) -> [Allowance] {
    guard case .list(let items)? = fields.entry(RecordHead.keys.personal)?.value.content
    else { return [] }
    return items.prefix(limit).compactMap { item in
      guard let entry = item.entry(keys.text), case .text(let text) = entry.value.content,
        item.entry(keys.reason) != nil, !plain(text).isEmpty
      else { return nil }
      return Allowance(text: text, span: entry.value.span, file: item.text(SiteAllowance.keys.file))
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
    names(found)
      || check == HomeAddress.self && plain.unicodeScalars.count > 4 && found.hasSuffix(plain)
  }

  /// Whether it names such words.
  func names(_ words: String) -> Bool { plain.utf8.holds(words.utf8) }

  /// Words without what differs from one way of writing them to another: marks, spaces, hyphens, case.
  static func plain(_ text: String) -> String {
    let scalars = Letters(text).scalars.filter { !$0.properties.isWhitespace && $0 != "-" }
    return String(String.UnicodeScalarView(scalars))
  }
}

/// `personal` of the site, for files that have no keys of their own.
enum SiteAllowance: Declared {
  struct Keys: Sendable {
    let file = Key<String>(
      "file", "文件", zh: "content 里的哪个文件，如 ledgers/wenti.csv",
      en: "a file below content, `ledgers/wenti.csv`")
    let text = Allowance.keys.text
    let reason = Allowance.keys.reason
  }
  static let keys = Keys()
}
