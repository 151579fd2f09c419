/// A section: a part of the site that has an address and may be narrowed to an audience.
struct Section: Sendable {
  let id: String
  let chinese: String
  /// The type of its records, where it holds records.
  let type: (any Record.Type)?

  private init(_ id: String, _ chinese: String) {
    (self.id, self.chinese, type) = (id, chinese, nil)
  }

  private init(_ type: any Record.Type) {
    (id, chinese, self.type) = (type.kind.section, type.kind.title, type)
  }

  /// All that the content format knows (docs/format.md, "Sections"), in the order of the navigation.
  static let all = [
    Section(Lesson.self), Section(Case.self), Section("rankings", "三色预警"),
    Section(Campaign.self), Section("responsibilities", "责任清单"), Section("ledgers", "台账"),
    Section("metrics", "指标"), Section("activities", "活动"), Section(Exemplar.self),
    Section(Clarification.self), Section(Quiz.self), Section(Regulation.self),
    Section(Document.self), Section(PacketRecord.self), Section(FreePage.self),
    Section("departments", "部门"), Section("tags", "标签"),
  ]

  /// The sections that can be for a narrower audience: departments and tags only gather what other
  /// sections hold.
  static let narrowed = all.filter { $0.id != "departments" && $0.id != "tags" }
}

extension RecordKind {
  /// The types of all kinds, in the order of the navigation.
  static let types: [any Record.Type] = Section.all.compactMap(\.type)

  static func type(_ section: String) -> (any Record.Type)? {
    types.first { $0.kind.section == section }
  }

  static func named(_ section: String) -> RecordKind? { type(section)?.kind }
}

extension Index {
  /// An index with nothing in it that knows what the records of each section are called.
  static var ofKinds: Index {
    Index(
      nouns: Dictionary(
        uniqueKeysWithValues: RecordKind.types.map { ($0.kind.section, $0.kind.name) }))
  }
}
