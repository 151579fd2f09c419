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

extension Press {
  func clarifications(_ findings: Findings) -> [Page] {
    section(of: findings.clarifications) {
      ClarificationPage(frame: $0, clarification: $1, findings: findings)
    } lists: { section in
      sheets(findings.clarifications.count, first: .index(of: section), section: section) {
        ClarificationListPage(frame: $0, sheet: $1, findings: findings)
      }
    }
  }
}
