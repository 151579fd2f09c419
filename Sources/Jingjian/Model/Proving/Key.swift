/// A key: a field, and in its type what is read from it. `Key<Week>` must be there and is never
/// missing in what was proven, `Key<Week?>` may be left out; a list that is left out is empty, a flag
/// false.
struct Key<Value: FieldValue>: FieldKey {
  let field: Field

  /// - Parameters:
  ///   - notation: how a single value is written, where its type alone does not say it.
  ///   - required: for a list that must be there.
  ///   - mayBeOne: whether a single value may stand in the place of a list.
  init<Single>(
    _ key: String, _ chinese: String, _ notation: Notation<Single>,
    required: Bool = Value.isRequired, neverEmpty: Bool = false, ofWords: Bool = false,
    mayBeOne: Bool = false, sample: String? = nil, zh: String, en: String
  ) where Value.Single == Single {
    field = Field(
      key, chinese, mayBeOne ? .oneOrMore(notation.type) : Value.type(of: notation.type),
      required: required || Value.isRequired, neverEmpty: neverEmpty, ofWords: ofWords,
      sample: sample, meaning: Phrase(zh: zh, en: en))
  }

  /// For what its type alone says how to write.
  init(
    _ key: String, _ chinese: String, required: Bool = Value.isRequired, neverEmpty: Bool = false,
    ofWords: Bool = false, mayBeOne: Bool = false, sample: String? = nil, zh: String, en: String
  ) {
    self.init(
      key, chinese, Value.Single.usual, required: required, neverEmpty: neverEmpty,
      ofWords: ofWords, mayBeOne: mayBeOne, sample: sample, zh: zh, en: en)
  }
}

/// A key of any type.
protocol FieldKey: Sendable {
  var field: Field { get }
}

/// What is declared by keys: a kind of record, a group of keys in one, a row of a table.
protocol Declared: Sendable {
  /// Holds nothing but keys, each of which is a field, in their order.
  associatedtype Keys: Sendable
  static var keys: Keys { get }
}

extension Declared {
  static var schema: Schema { Schema(keys) }
}

/// A group of keys that is made of its proven fields alone.
protocol Group: Declared, SingleValue {
  init(_ fields: Fields<Self>)
}

/// One of a few values, each with two words for it: its raw value and a Chinese one.
protocol Choice: SingleValue, Hashable, CaseIterable, RawRepresentable where RawValue == String {
  /// The Chinese words of all cases, in their order.
  static var chinese: [String] { get }
}

/// How a value of a type is written.
struct Notation<Value>: Sendable {
  let type: FieldType
}

extension Notation where Value == String {
  static var markdown: Notation { Notation(type: .markdown) }
  static func reference(_ target: Target) -> Notation { Notation(type: .reference(target)) }
  static func choice(_ choices: [FieldType.Option]) -> Notation { Notation(type: .choice(choices)) }
}

extension Notation where Value == Int {
  static func integer(_ range: ClosedRange<Int>, units: String...) -> Notation {
    Notation(type: .integer(range, units: units))
  }
}

extension Notation where Value == Decimal {
  static func amount(_ unit: String) -> Notation { Notation(type: .amount(unit: unit)) }
  static var percent: Notation { Notation(type: .percent) }
}

extension Notation where Value: Choice {
  static func oneOf(_ choices: [Value]) -> Notation {
    Notation(type: .choice(choices.map { FieldType.Option(id: $0.rawValue, chinese: $0.chinese) }))
  }
}

/// What is read from a field.
protocol FieldValue: Sendable {
  associatedtype Single: SingleValue
  static var isRequired: Bool { get }
  /// The field's type, made of that of a single value.
  static func type(of single: FieldType) -> FieldType
  /// Nothing when the field must be there and is not.
  static func read(_ value: Proven.Value?) -> Self?
}

/// What is read from a field that is neither a list nor may be left out.
protocol SingleValue: FieldValue where Single == Self {
  static var usual: Notation<Self> { get }
  init?(_ value: Proven.Value)
}

extension SingleValue {
  static var isRequired: Bool { true }
  static func type(of single: FieldType) -> FieldType { single }
  static func read(_ value: Proven.Value?) -> Self? { value.flatMap(Self.init) }
}

extension Optional: FieldValue where Wrapped: SingleValue {
  typealias Single = Wrapped
  static var isRequired: Bool { false }
  static func type(of single: FieldType) -> FieldType { single }
  static func read(_ value: Proven.Value?) -> Wrapped?? { value.map { Wrapped($0) } ?? .some(nil) }
}

extension Array: FieldValue where Element: SingleValue {
  typealias Single = Element
  static var isRequired: Bool { false }
  static func type(of single: FieldType) -> FieldType { .list(single) }
  static func read(_ value: Proven.Value?) -> [Element]? {
    guard let value else { return [] }
    guard case .list(let items) = value else { return nil }
    return items.compactMap { Element($0.value) }
  }
}

extension Bool: SingleValue {
  static var usual: Notation<Bool> { Notation(type: .flag) }
  static var isRequired: Bool { false }
  static func read(_ value: Proven.Value?) -> Bool? { value.map { Bool($0) } ?? false }
  init?(_ value: Proven.Value) {
    if case .flag(let flag) = value { self = flag } else { return nil }
  }
}

extension String: SingleValue {
  static var usual: Notation<String> { Notation(type: .text) }
  init?(_ value: Proven.Value) {
    if case .text(let text) = value { self = text } else { return nil }
  }
}

extension Int: SingleValue {
  static var usual: Notation<Int> { .integer(0...(.max)) }
  init?(_ value: Proven.Value) { if case .integer(let n) = value { self = n } else { return nil } }
}

extension Decimal: SingleValue {
  static var usual: Notation<Decimal> { Notation(type: .decimal) }
  init?(_ value: Proven.Value) { if case .decimal(let n) = value { self = n } else { return nil } }
}

extension Day: SingleValue {
  static var usual: Notation<Day> { Notation(type: .day) }
  init?(_ value: Proven.Value) { if case .day(let day) = value { self = day } else { return nil } }
}

extension Month: SingleValue {
  static var usual: Notation<Month> { Notation(type: .month) }
  init?(_ value: Proven.Value) { if case .month(let m) = value { self = m } else { return nil } }
}

extension Week: SingleValue {
  static var usual: Notation<Week> { Notation(type: .week) }
  init?(_ value: Proven.Value) {
    if case .week(let week) = value { self = week } else { return nil }
  }
}

extension Occurred: SingleValue {
  static var usual: Notation<Occurred> { Notation(type: .occurred) }
  init?(_ value: Proven.Value) { if case .occurred(let o) = value { self = o } else { return nil } }
}

extension Medium: SingleValue {
  static var usual: Notation<Medium> { Notation(type: .medium) }
  init?(_ value: Proven.Value) { if case .medium(let m) = value { self = m } else { return nil } }
}

extension Choice {
  static var usual: Notation<Self> { .oneOf(Array(allCases)) }
  var chinese: String {
    precondition(Self.allCases.count == Self.chinese.count, "a word for each case of \(Self.self)")
    return zip(Self.allCases, Self.chinese).first { $0.0 == self }?.1 ?? rawValue
  }
  init?(_ value: Proven.Value) {
    guard case .text(let id) = value else { return nil }
    self.init(rawValue: id)
  }
}

extension Fields: SingleValue {
  static var usual: Notation<Fields> { Notation(type: .group(Owner.schema)) }
  init?(_ value: Proven.Value) {
    if case .group(let group) = value { self.init(group) } else { return nil }
  }
}

extension Group {
  static var usual: Notation<Self> { Notation(type: .group(schema)) }
  init?(_ value: Proven.Value) {
    if case .group(let group) = value { self.init(Fields(group)) } else { return nil }
  }
}

extension Bool {
  /// From `true` or 是, `false` or 否.
  init?(written text: String) {
    let plain = text.plainForm.lowercased()
    let word = [true, false].first { flag in
      [true, false].contains { flag.written(isChinese: $0) == plain }
    }
    guard let word else { return nil }
    self = word
  }

  func written(isChinese: Bool) -> String { isChinese ? self ? "是" : "否" : "\(self)" }
}

extension RawValue {
  /// What stands under a key in either language, if it has a value.
  func entry(_ key: any FieldKey) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { key.field.isCalled($0.key) && !$0.value.isEmpty }
  }

  /// The text under a key.
  func text(_ key: any FieldKey) -> String? {
    if case .text(let text)? = entry(key)?.value.content { text.trimmed } else { nil }
  }
}
