/// A schema: the fields that a mapping may hold. Every field is declared once, in the schema of its
/// kind; proving, `jingjian new`, the manual and editor schemas all read this declaration.
struct Schema: Sendable {
  let fields: [Field]
  private let positions: [String: Int]

  init(_ fields: [Field]) {
    self.fields = fields
    var positions: [String: Int] = [:]
    for (n, field) in fields.enumerated() {
      precondition(
        positions[field.key] == nil && positions[field.chinese] == nil, "doubled \(field.key)")
      positions[field.key] = n
      positions[field.chinese] = n
    }
    self.positions = positions
  }

  /// Where a field stands, by either of its names.
  func position(of name: String) -> Int? { positions[name] }

  /// All names in the language of one: the author's own words are answered in kind.
  func names(like name: String) -> [String] {
    let isEnglish = name.unicodeScalars.allSatisfy(\.isASCII)
    return fields.map { isEnglish ? $0.key : $0.chinese }
  }
}

/// A field: its two names, what it holds, whether it must be there, and what it means.
struct Field: Sendable {
  /// The name in English, `title`.
  let key: String
  /// The name in Chinese, `标题`.
  let chinese: String
  let type: FieldType
  let isRequired: Bool
  /// Whether a key without a value would publish what its writer meant to hold back.
  let isNeverEmpty: Bool
  let meaning: Phrase
  /// What `jingjian new` writes there, when its type alone does not say it.
  let sample: String?

  init(
    _ key: String, _ chinese: String, _ type: FieldType, required: Bool = false,
    neverEmpty: Bool = false,
    sample: String? = nil, zh: String, en: String
  ) {
    self.key = key
    self.chinese = chinese
    self.type = type
    self.isRequired = required
    isNeverEmpty = neverEmpty
    self.meaning = Phrase(zh: zh, en: en)
    self.sample = sample
  }
}

/// What a field holds.
indirect enum FieldType: Sendable {
  case text
  case integer(ClosedRange<Int>)
  /// A number with at most two places, not below zero.
  case amount
  /// A number with at most two places, also below zero.
  case decimal
  /// From 0 to 100, with or without `%`.
  case percent
  /// `true` or `false`, 是 or 否.
  case flag
  case day
  case month
  /// A week of ISO 8601.
  case week
  /// A month, a year, or a span of either.
  case occurred
  case choice([Choice])
  case reference(Target)
  case list(FieldType)
  /// A list, or a single value in its place.
  case oneOrMore(FieldType)
  /// A picture, a video or a PDF: a file's name, or a group with its title.
  case medium
  case group(Schema)

  /// One of the values that a field may have.
  struct Choice: Sendable {
    let id: String
    let chinese: String

    init(_ id: String, _ chinese: String) {
      self.id = id
      self.chinese = chinese
    }
  }
}

extension [FieldType.Choice] {
  /// `status 状态`, everywhere the same (docs/format.md, "Values").
  static let status = [
    FieldType.Choice("todo", "未启动"), FieldType.Choice("doing", "进行中"),
    FieldType.Choice("done", "已完成"),
  ]
}
