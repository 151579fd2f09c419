/// A kind of record that has pages: where its files lie, what it is called, what it may hold.
///
/// To add a kind, write its type in a file of this folder and name it in `types`; CONTRIBUTING.md
/// lists the steps.
struct Kind: Sendable {
  /// The folder under content/ and the section of its addresses.
  let section: String
  /// One record of the kind.
  let name: Phrase
  let format: RawRecord.Format
  let schema: Schema

  /// - Parameter fields: the kind's own fields; the common ones come before them.
  init(_ section: String, _ name: Phrase, format: RawRecord.Format = .markdown, _ fields: [Field]) {
    self.section = section
    self.name = name
    self.format = format
    schema = Schema(Common.fields + fields)
  }

  /// The types of all kinds, in the order of the navigation.
  static let types: [any Record.Type] = [
    Lesson.self, Case.self, Campaign.self, Exemplar.self, Clarification.self, Quiz.self,
    Regulation.self, Document.self, PacketRecord.self, FreePage.self,
  ]

  static func type(_ section: String) -> (any Record.Type)? {
    types.first { $0.kind.section == section }
  }

  static func named(_ section: String) -> Kind? { type(section)?.kind }

  /// Names of pages that a section makes itself.
  static func isReserved(_ id: String) -> Bool {
    let id = id.lowercased()
    return id == "index" || id == "statistics"
      || id.hasPrefix("page-") && !id.dropFirst(5).isEmpty && id.dropFirst(5).allSatisfy(\.isNumber)
  }
}

/// A section: a part of the site that has an address and may be narrowed to an audience.
enum Section {
  /// All that the content format knows, with their Chinese names (content.md), in the order of the
  /// navigation.
  static let all: [(id: String, chinese: String)] = [
    ("lessons", "廉政微课堂"), ("cases", "案例库"), ("rankings", "三色预警"),
    ("campaigns", "专项行动"), ("responsibilities", "责任清单"), ("ledgers", "台账"),
    ("metrics", "指标"), ("activities", "活动"), ("exemplars", "勤廉典型"),
    ("clarifications", "澄清正名"), ("quizzes", "知识测试"), ("regulations", "制度"),
    ("documents", "文件资料"), ("packets", "印刷材料"), ("pages", "说明"),
    ("departments", "部门"), ("tags", "标签"),
  ]
}

extension Section {
  /// The sections that can be for a narrower audience: departments and tags only gather what other
  /// sections hold.
  static let narrowed = all.filter { $0.id != "departments" && $0.id != "tags" }
}

/// A record with a page, proven: what it holds can be relied on.
protocol Record: Sendable {
  static var kind: Kind { get }
  var common: Common { get }
  /// The records that this one names, in its fields and in its text.
  var citations: [Citation] { get }
  /// The provisions that it names in its fields.
  var provisions: [Provision] { get }
  /// Level-2 headings that the text must have, each with something below it.
  static var requiredParts: [String] { get }
  /// Whether `approval: required` in site.yml asks for `approved` in these records.
  static func needsApproval(_ fields: Fields) -> Bool

  /// Adds what the kind asks beyond its fields; nothing when the record cannot be proven, which
  /// has been reported.
  init?(_ common: Common, _ fields: Fields, _ prover: inout Prover)

  /// Whether a passage for others was taken out of its texts.
  var isCut: Bool { get }

  /// The first day on which it is not shown any more.
  func expiry(_ settings: Settings) -> Day?
}

extension Record {
  var citations: [Citation] { common.citations }
  var provisions: [Provision] { [] }
  var isCut: Bool { common.body.isCut }
  static var requiredParts: [String] { [] }
  static func needsApproval(_ fields: Fields) -> Bool { false }
  func expiry(_ settings: Settings) -> Day? { common.expire }
}
