/// The kinds of records that the program knows.
extension RecordKind {
  /// The types of all kinds, in the order of the navigation.
  static let types: [any Record.Type] = [
    Lesson.self, Case.self, Campaign.self, Exemplar.self, Clarification.self, Quiz.self,
    Regulation.self, Document.self, PacketRecord.self, FreePage.self,
  ]

  static func type(_ section: String) -> (any Record.Type)? {
    types.first { $0.kind.section == section }
  }

  static func named(_ section: String) -> RecordKind? { type(section)?.kind }
}
