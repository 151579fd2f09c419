/// A free page: text that belongs to no other kind (docs/format.md, "Pages").
final class FreePage: Record {
  let common: Common

  static let kind = Kind("pages", Phrase(zh: "页面", en: "page"), [])

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    self.common = common
  }
}
