/// An exemplar: 勤廉典型与廉洁文化, the other half of warning (docs/format.md, "Exemplars").
final class Exemplar: Record {
  enum Form: String, Sendable, CaseIterable { case model, letter, video, works }

  let common: Common
  /// What it is; nothing where nobody said.
  let form: Form?
  let department: String?
  let media: [Medium]

  static let kind = Kind(
    "exemplars", Phrase(zh: "典型", en: "exemplar"),
    [
      Field(
        "kind", "类型",
        .choice([
          FieldType.Choice("model", "勤廉典型"), FieldType.Choice("letter", "廉洁家书"),
          FieldType.Choice("video", "法官说廉"), FieldType.Choice("works", "文化作品"),
        ]), zh: "哪一种", en: "which of the four"),
      Field("department", "部门", .reference(.department), zh: "哪个部门的", en: "whose it is"),
      Field("media", "资料", .list(.medium), zh: "图片、视频、PDF", en: "pictures, videos, PDFs"),
    ])

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    self.common = common
    form = fields.text("kind").flatMap(Form.init)
    department = fields.text("department")
    media = fields.media("media")
  }
}
