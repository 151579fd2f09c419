/// What was proven of a mapping: for each field of its schema what stands there.
struct Proven: Sendable {
  let schema: Schema
  let values: [Located<Value>?]
  /// Where each key stands that has a value, also one at fault.
  let keys: [Span?]
  /// The same, and where those stand that have none.
  let written: [Span?]
  /// Where the mapping itself begins.
  let span: Span

  enum Value: Sendable {
    /// Also the id of a choice, or of what is referred to.
    case text(String)
    case integer(Int)
    case decimal(Decimal)
    case flag(Bool)
    case day(Day)
    case month(Month)
    case week(Week)
    case occurred(Occurred)
    case medium(Medium)
    case list([Located<Value>])
    case group(Proven)
  }

  fileprivate func position(of key: any FieldKey) -> Int {
    let field = key.field
    guard let position = schema.fields.firstIndex(where: { $0 === field }) else {
      preconditionFailure("`\(field.key)` is declared elsewhere")
    }
    return position
  }
}

/// A value, and where it stands.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let span: Span
}

/// Fields: what was proven of a mapping, read by the keys of what it describes: `fields.week`.
@dynamicMemberLookup
struct Fields<Owner: Declared>: Sendable {
  /// All of it, also what belongs to the keys of others.
  let proven: Proven
  /// Where the mapping itself begins.
  var span: Span { proven.span }

  init(_ proven: Proven) { self.proven = proven }

  subscript<Value>(dynamicMember key: KeyPath<Owner.Keys, Key<Value>>) -> Value {
    self[Owner.keys[keyPath: key]]
  }

  subscript<Value>(key: Key<Value>) -> Value {
    guard let value = Value.read(proven.values[proven.position(of: key)]?.value) else {
      preconditionFailure("`\(key.field.key)` was not proven")
    }
    return value
  }

  /// The items of a list, each with its place.
  func located<Item>(_ key: KeyPath<Owner.Keys, Key<[Item]>>) -> [Located<Item>] {
    guard case .list(let items) = value(Owner.keys[keyPath: key])?.value else { return [] }
    return items.compactMap { item in
      Item(item.value).map { Located(value: $0, span: item.span) }
    }
  }

  /// The same mapping, read by the keys of another part of its schema.
  func of<Other>(_ other: Other.Type) -> Fields<Other> { Fields<Other>(proven) }

  /// Where a value stands; the whole where there is none.
  func span<Value>(_ key: KeyPath<Owner.Keys, Key<Value>>) -> Span {
    span(Owner.keys[keyPath: key])
  }
  func span(_ key: any FieldKey) -> Span { value(key)?.span ?? span }

  /// Where a key was written that has a value, whatever became of it. A key with nothing behind it is as
  /// good as none.
  func key<Value>(_ key: KeyPath<Owner.Keys, Key<Value>>) -> Span? {
    proven.keys[proven.position(of: Owner.keys[keyPath: key])]
  }

  /// Where a key was written, even without a value.
  func written(_ key: any FieldKey) -> Span? { proven.written[proven.position(of: key)] }

  /// The fields whose keys were written.
  var written: [Field] { zip(proven.schema.fields, proven.written).filter { $1 != nil }.map(\.0) }

  private func value(_ key: any FieldKey) -> Located<Proven.Value>? {
    proven.values[proven.position(of: key)]
  }
}
