/// The page of a clarification.
struct ClarificationPage: PageView {
  let frame: Frame
  let clarification: Clarification
  let findings: Findings

  static let template = "clarification"

  static let slots: [Slot<ClarificationPage>] =
    Slot.record { $0.clarification.common } + [
      .object("item") { ClarificationItem($0.clarification, $0.findings) },
      .object("case") { page in page.findings.reference(Case.self, page.clarification.caseId) },
    ]
}

/// A clarification where a case would stand: on the home page, a department's page, the page of its case.
struct ClarificationItem: View {
  let clarification: Clarification
  let department: LinkView?

  init(_ clarification: Clarification, _ findings: Findings) {
    self.clarification = clarification
    department = findings.department(of: clarification)
      .flatMap { findings.site.vocabulary.department($0) }
      .map { LinkView(.department($0.id), $0.name) }
  }

  static let slots: [Slot<ClarificationItem>] = [
    .text("address") { $0.clarification.common.address.encoded },
    .text("title") { $0.clarification.common.title },
    .text("summary") { $0.clarification.common.summary },
    .object("date") { $0.clarification.common.date.map(DateView.init) },
    .object("department") { $0.department },
    .text("organ") { $0.clarification.organ },
    .text("document") { $0.clarification.document },
  ]
}

/// The list of clarifications.
struct ClarificationListPage: PageView {
  let frame: Frame
  let sheet: Sheet
  let findings: Findings

  static let template = "clarifications"

  static let slots: [Slot<ClarificationListPage>] = [
    .number("count") { $0.findings.clarifications.count },
    .list("clarifications") { page in
      page.findings.clarifications[page.sheet.range].map { ClarificationItem($0, page.findings) }
    },
    .object("sheets") { $0.sheet.count > 1 ? SheetsView(sheet: $0.sheet) : nil },
  ]
}
