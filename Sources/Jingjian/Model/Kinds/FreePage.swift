/// A free page: text that belongs to no other kind (docs/format.md, "Pages").
final class FreePage: Record {
  let common: RecordHead

  struct Keys: Sendable {}
  static let keys = Keys()

  static let kind = RecordKind("pages", title: "说明", one: Phrase(zh: "页面", en: "page"), keys)

  init?(_ common: RecordHead, _ fields: Fields<FreePage>, _ prover: inout Prover) {
    self.common = common
  }
}
