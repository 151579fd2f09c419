/// The page of a clarification.
struct ClarificationPage: PageView {
  let frame: Frame
  let clarification: Clarification
  let findings: Findings

  static let template = "clarification"

  static let slots: [Slot<ClarificationPage>] = [
    .object("item") { ClarificationItem($0.clarification, $0.findings) },
    .text("title") { $0.clarification.common.title },
    .text("summary") { $0.clarification.common.summary },
    .text("lead") { $0.clarification.common.lead },
    .object("case") { page in page.findings.reference(Case.self, page.clarification.caseId) },
    .html("body") { $0.clarification.common.body.html },
    .object("approved") { $0.clarification.common.approval.map(ApprovalView.init) },
    .text("source") { $0.clarification.common.source },
    .group("tags") { $0.clarification.common.tags.map { LinkView(.tag($0), $0) } },
    .text("file") { $0.clarification.common.file },
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
