/// An exemplar: 勤廉典型与廉洁文化, the other half of warning (docs/format.md, "Exemplars").
final class Exemplar: Record {
  enum Form: String, Choice {
    case model, letter, video, works
    static let chinese = ["勤廉典型", "廉洁家书", "法官说廉", "文化作品"]
  }

  let common: RecordHead
  /// What it is; nothing where nobody said.
  let form: Form?
  let department: String?
  let media: [Medium]

  struct Keys: Sendable {
    let kind = Key<Form?>("kind", "类型", zh: "哪一种", en: "which of the four")
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "哪个部门的", en: "whose it is")
    let media = Key<[Medium]>("media", "资料", zh: "图片、视频、PDF", en: "pictures, videos, PDFs")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "exemplars", title: "勤廉典型", one: Phrase(zh: "典型", en: "exemplar"), keys)

  init?(_ common: RecordHead, _ fields: Fields<Exemplar>, _ prover: inout Prover) {
    self.common = common
    form = fields.kind
    department = fields.department
    media = fields.media
  }
}
