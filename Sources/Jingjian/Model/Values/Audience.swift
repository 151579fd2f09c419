/// An audience: for whom a record is, from the widest to the narrowest.
struct Audience: Declared {
  let id: String
  let name: String?

  /// What it is called.
  var title: String { name ?? id }

  struct Keys: Sendable {
    let id = Key<String>("id", "编号", zh: "编号", en: "the id")
    let name = Key<String?>("name", "名称", zh: "名称", en: "the name")
  }
  static let keys = Keys()

  /// The key under which a record says for whom it is, and the mark of a passage too.
  static let key = Key<String?>(
    "audience", "范围", .reference(.audience), neverEmpty: true, zh: "给谁看；不写就是最大范围",
    en: "who may see it; the widest when left out")
}
