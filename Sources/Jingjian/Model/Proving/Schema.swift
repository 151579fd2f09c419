/// A schema: the fields that a mapping may hold, in the order of their declaration. Proving,
/// `jingjian new`, the manual and editor schemas all read it.
struct Schema: Sendable {
  let fields: [Field]
  /// The field that says in which unit the figures beside it are.
  let unit: Field?
  private let positions: [String: Int]

  /// - Parameter keys: the `Keys` of what is declared; they are its fields, so that none is forgotten.
  init(_ keys: any Sendable...) {
    fields = keys.flatMap(Schema.fields)
    var positions: [String: Int] = [:]
    for (n, field) in fields.enumerated() {
      precondition(
        positions[field.key] == nil && positions[field.chinese] == nil, "doubled \(field.key)")
      positions[field.key] = n
      positions[field.chinese] = n
    }
    self.positions = positions
    unit = fields.first { $0.key == "unit" }
  }

  private static func fields(of keys: any Sendable) -> [Field] {
    Mirror(reflecting: keys).children.flatMap { child in
      switch child.value {
      case let key as any FieldKey: [key.field]
      case let keys as [any FieldKey]: keys.map(\.field)
      default: preconditionFailure("`\(child.label ?? "?")` is no key")
      }
    }
  }

  /// Where a field stands, by either of its names.
  func position(of name: String) -> Int? { positions[name] }

  /// All names in the language of one: the author's own words are answered in kind.
  func names(like name: String) -> [String] {
    let isEnglish = name.unicodeScalars.allSatisfy(\.isASCII)
    return fields.map { $0.name(isChinese: !isEnglish) }
  }
}

/// A field: its two names, what it holds, whether it must be there, and what it means.
final class Field: FieldKey {
  /// The name in English, `title`.
  let key: String
  /// The name in Chinese, `标题`.
  let chinese: String
  let type: FieldType
  let isRequired: Bool
  /// Whether a key without a value would publish what its writer meant to hold back.
  let isNeverEmpty: Bool
  /// Whether its items are words, so that one with a Chinese comma is most likely several.
  let isOfWords: Bool
  let meaning: Phrase
  /// What `jingjian new` writes there, when its type alone does not say it.
  let sample: String?

  init(
    _ key: String, _ chinese: String, _ type: FieldType, required: Bool, neverEmpty: Bool,
    ofWords: Bool, sample: String?, meaning: Phrase
  ) {
    self.key = key
    self.chinese = chinese
    self.type = type
    self.isRequired = required
    isNeverEmpty = neverEmpty
    isOfWords = ofWords
    self.meaning = meaning
    self.sample = sample
  }

  var field: Field { self }

  func name(isChinese: Bool) -> String { isChinese ? chinese : key }
  func isCalled(_ name: some StringProtocol) -> Bool { name == key || name == chinese }
}

/// What a field holds.
indirect enum FieldType: Sendable {
  case text
  /// A text that is written like the body of a record.
  case markdown
  /// - Parameter units: which of them may stand behind it, as people write them.
  case integer(ClosedRange<Int>, units: [String])
  /// A number with at most two places, not below zero; its unit may stand behind it.
  case amount(unit: String)
  /// A number with at most two places, also below zero; where the same group names a unit, with it.
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
  case choice([Option])
  case reference(Target)
  case list(FieldType)
  /// A list, or a single value in its place.
  case oneOrMore(FieldType)
  /// A picture, a video or a PDF: a file's name, or a group with its title.
  case medium
  case group(Schema)

  /// One of the values that a field may have.
  struct Option: Sendable {
    let id: String
    let chinese: String
  }
}
