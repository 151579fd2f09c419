/// A free page: text that belongs to no other kind (docs/format.md, "Pages").
final class FreePage: Record {
  let common: Common

  struct Keys: Sendable {}
  static let keys = Keys()

  static let kind = Kind("pages", keys)

  init?(_ common: Common, _ fields: Fields<FreePage>, _ prover: inout Prover) {
    self.common = common
  }
}
