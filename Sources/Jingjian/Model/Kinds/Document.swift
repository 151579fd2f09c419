/// A document: a speech, a notice, a paper (docs/format.md, "Documents").
final class Document: Record {
  let common: RecordHead
  let documentKind: String?
  let author: String?
  let number: String?

  struct Keys: Sendable {
    let kind = Key<String?>("kind", "类型", zh: "讲话、通报、意见等", en: "speech, notice, opinion …")
    let author = Key<String?>(
      "author", "作者", zh: "讲话人的职务或发文单位", en: "the speaker's post or the issuing office")
    let number = Key<String?>(
      "number", "发文字号", zh: "如 明法发〔2025〕5号", en: "as the issuing office numbers its papers")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "documents", title: "文件资料", one: Phrase(zh: "文件资料", en: "document"), keys)

  /// A notice tells of people as a case does (docs/format.md, "site.yml").
  static func needsApproval(_ fields: Fields<Document>) -> Bool {
    fields.kind == "通报" || fields.kind == "notice"
  }

  init?(_ common: RecordHead, _ fields: Fields<Document>, _ prover: inout Prover) {
    self.common = common
    documentKind = fields.kind
    author = fields.author
    number = fields.number
  }
}
