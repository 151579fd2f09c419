/// Fields: the proven values of a mapping, read by the names of its schema.
struct Fields: Sendable {
  enum Value: Sendable {
    case text(String)
    case integer(Int)
    case amount(Decimal)
    case flag(Bool)
    case day(Day)
    case month(Month)
    case week(Week)
    case occurred(Occurred)
    /// The id of the choice.
    case choice(String)
    /// The id of what is referred to.
    case reference(String)
    case medium(Medium)
    case list([Located])
    case group(Fields)
  }

  struct Located: Sendable {
    let value: Value
    let span: Span
  }

  private let schema: Schema
  private let values: [Located?]
  /// Where each key stands that has a value, also one at fault.
  private let keys: [Span?]
  /// The same, and where those stand that have none.
  private let written: [Span?]
  /// Where the mapping itself begins.
  let span: Span

  init(schema: Schema, values: [Located?], keys: [Span?], written: [Span?], span: Span) {
    self.schema = schema
    self.values = values
    self.keys = keys
    self.written = written
    self.span = span
  }

  /// What stands under a name; asking for a name that the schema lacks is our own fault.
  func located(_ key: String) -> Located? {
    guard let position = schema.position(of: key) else {
      preconditionFailure("no field `\(key)` is declared")
    }
    return values[position]
  }

  func span(_ key: String) -> Span? { located(key)?.span }

  /// Where a key was written, even without a value.
  func written(_ key: String) -> Span? { schema.position(of: key).flatMap { written[$0] } }

  /// Where a key was written that has a value, whatever became of it. A key with nothing behind it is as
  /// good as none.
  func key(_ key: String) -> Span? { schema.position(of: key).flatMap { keys[$0] } }

  func text(_ key: String) -> String? {
    guard let value = located(key)?.value else { return nil }
    switch value {
    case .text(let text), .choice(let text), .reference(let text): return text
    default: preconditionFailure("`\(key)` is declared otherwise")
    }
  }

  func integer(_ key: String) -> Int? {
    value(key) { if case .integer(let value) = $0 { value } else { nil } }
  }
  func amount(_ key: String) -> Decimal? {
    value(key) { if case .amount(let value) = $0 { value } else { nil } }
  }
  func day(_ key: String) -> Day? {
    value(key) { if case .day(let value) = $0 { value } else { nil } }
  }
  func month(_ key: String) -> Month? {
    value(key) { if case .month(let value) = $0 { value } else { nil } }
  }
  func week(_ key: String) -> Week? {
    value(key) { if case .week(let value) = $0 { value } else { nil } }
  }
  func group(_ key: String) -> Fields? {
    value(key) { if case .group(let value) = $0 { value } else { nil } }
  }

  func occurred(_ key: String) -> Occurred? {
    value(key) { if case .occurred(let value) = $0 { value } else { nil } }
  }

  /// False when absent.
  func flag(_ key: String) -> Bool {
    value(key) { if case .flag(let value) = $0 { value } else { nil } } ?? false
  }

  /// Empty when absent.
  func list(_ key: String) -> [Located] {
    value(key) { if case .list(let value) = $0 { value } else { nil } } ?? []
  }

  func texts(_ key: String) -> [String] {
    list(key).map { item in
      switch item.value {
      case .text(let text), .choice(let text), .reference(let text): text
      default: preconditionFailure("`\(key)` is declared otherwise")
      }
    }
  }

  func media(_ key: String) -> [Medium] {
    list(key).map { item in
      guard case .medium(let medium) = item.value else {
        preconditionFailure("`\(key)` is declared otherwise")
      }
      return medium
    }
  }

  func groups(_ key: String) -> [Fields] {
    list(key).map { item in
      guard case .group(let fields) = item.value else {
        preconditionFailure("`\(key)` is declared otherwise")
      }
      return fields
    }
  }

  private func value<T>(_ key: String, _ read: (Value) -> T?) -> T? {
    guard let value = located(key)?.value else { return nil }
    guard let result = read(value) else { preconditionFailure("`\(key)` is declared otherwise") }
    return result
  }
}
