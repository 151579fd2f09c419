/// A clarification: 澄清正名. A false report is cleared where a case would have been told
/// (docs/format.md, "Clarifications").
final class Clarification: Record {
  let common: RecordHead
  /// The id of the case that it puts right, if it was told.
  let caseId: String?
  /// Whom it clears, where it says so itself: what is known from a case alone goes when that is withdrawn.
  let department: String?
  /// Who found that the report was false.
  let organ: String?
  let document: String?

  struct Keys: Sendable {
    let `case` = Key<String?>(
      "case", "案例", .reference(.record("cases")), zh: "曾经通报过的，写 content/cases 里的文件名，不带 .md",
      en: "the case that it puts right, if it was told")
    let department = Key<String?>(
      "department", "部门", .reference(.department), zh: "为哪个部门澄清", en: "whom it clears")
    let organ = Key<String?>("organ", "单位", zh: "作出澄清的单位", en: "who clears it")
    let document = Key<String?>("document", "文书", zh: "核查结论或澄清函的文号", en: "by which document")
  }
  static let keys = Keys()

  static let kind = RecordKind(
    "clarifications", title: "澄清正名", one: Phrase(zh: "澄清", en: "clarification"), keys)

  init?(_ common: RecordHead, _ fields: Fields<Clarification>, _ prover: inout Prover) {
    self.common = common
    caseId = fields.case
    department = fields.department
    organ = fields.organ
    document = fields.document
  }
}
