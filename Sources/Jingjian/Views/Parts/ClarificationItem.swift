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
