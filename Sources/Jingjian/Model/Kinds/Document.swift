/// A document: a speech, a notice, a paper (docs/format.md, "Documents").
final class Document: Record {
  let common: Common
  let documentKind: String?
  let author: String?

  static let kind = Kind(
    "documents", Phrase(zh: "文件资料", en: "document"),
    [
      Field("kind", "类型", .text, zh: "讲话、通报、意见等", en: "speech, notice, opinion …"),
      Field(
        "author", "作者", .text, zh: "讲话人的职务或发文单位", en: "the speaker's post or the issuing office"),
    ])

  /// A notice tells of people as a case does (docs/format.md, "site.yml").
  static func needsApproval(_ fields: Fields) -> Bool {
    ["通报", "notice"].contains(fields.text("kind"))
  }

  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover) {
    self.common = common
    documentKind = fields.text("kind")
    author = fields.text("author")
  }
}
