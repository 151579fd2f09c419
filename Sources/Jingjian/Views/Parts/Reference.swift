/// A reference: a record that another one names in a field. A withdrawn one is linked, and of it only
/// what its own page says is shown.
struct ReferenceView: View {
  let common: RecordHead

  static let slots: [Slot<ReferenceView>] = [
    .text("address") { $0.common.address.encoded },
    .text("title") { view in
      view.common.withdrawal?.keepsTitle ?? true ? view.common.title : nil
    },
    .text("summary") { $0.common.withdrawal == nil ? $0.common.summary : nil },
    .object("date") { $0.common.withdrawal == nil ? $0.common.date.map(DateView.init) : nil },
    .flag("isWithdrawn") { $0.common.withdrawal != nil },
  ]
}

extension Findings {
  /// What a field names.
  func reference<R: Record>(_ type: R.Type, _ id: String?) -> ReferenceView? {
    id.flatMap { named[Address(section: type.kind.section, id: $0)] }.map {
      ReferenceView(common: $0)
    }
  }

  /// The lessons that tell of a case, in the order of their weeks.
  func lessons(about id: String) -> [Lesson] { course.lessons.filter { $0.caseId == id } }

  /// The lessons that a quiz belongs to.
  func lessons(with quiz: String) -> [Lesson] { course.lessons.filter { $0.quiz == quiz } }

  func clarifications(of id: String) -> [Clarification] {
    clarifications.filter { $0.caseId == id }
  }

  /// Whom a clarification clears: as it says itself, else the department of its case – which nobody
  /// knows any more when that is withdrawn.
  func department(of clarification: Clarification) -> String? {
    clarification.department
      ?? caseIndex.cases.first { $0.common.id == clarification.caseId }?.department
  }
}
