/// A case in a list.
struct CaseItem: View {
  let item: Case
  let department: String?
  let problems: [String]

  init(_ item: Case, _ findings: Findings) {
    self.item = item
    let vocabulary = findings.site.vocabulary
    department = item.department.flatMap { vocabulary.department($0)?.name } ?? item.unit
    problems = item.problems.compactMap { vocabulary.problem($0) }
  }

  static let slots: [Slot<CaseItem>] = [
    .text("address") { $0.item.common.address.encoded },
    .text("title") { $0.item.common.title },
    .text("summary") { $0.item.common.summary },
    .object("date") { DateView($0.item.date) },
    .text("department") { $0.department },
    .texts("problems") { $0.problems },
    .object("form") { $0.item.form.map(FormView.init) },
  ]
}

/// One of the four forms of discipline.
struct FormView: View {
  let form: Int

  static let slots: [Slot<FormView>] = [
    .number("number") { $0.form },
    .text("numeral") { $0.form.numeral },
    .text("address") { Address.form($0.form).encoded },
  ]
}
