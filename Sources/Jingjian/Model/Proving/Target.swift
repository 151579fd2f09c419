/// A target: what a reference may name.
enum Target: Sendable, Hashable {
  case department, role, problem, audience
  /// What departments are scored by.
  case indicator
  /// A series of monthly values.
  case metric
  case ledger
  /// Who owes something: a department or a role, never free text.
  case owner
  /// A kind of record with pages, by its section.
  case record(String)

  var name: Phrase {
    switch self {
    case .department: Phrase(zh: "部门", en: "department")
    case .role: Phrase(zh: "职务", en: "role")
    case .owner: Phrase(zh: "部门或职务", en: "department or role")
    case .problem: Phrase(zh: "问题分类", en: "problem")
    case .ledger: Phrase(zh: "台账", en: "ledger")
    case .metric: Phrase(zh: "指标", en: "metric")
    case .indicator: Phrase(zh: "指标", en: "indicator")
    case .audience: Phrase(zh: "范围", en: "audience")
    case .record(let section): Kind.named(section)?.name ?? Phrase(zh: section, en: section)
    }
  }

  /// The vocabularies in which it is looked for.
  var alternatives: [Target] {
    switch self {
    case .owner: [.department, .role]
    default: [self]
    }
  }
}

/// The index: everything that a reference can name, by id and by name.
///
/// It is made from file names and the three vocabularies alone, before any record is read, so that
/// records can be proven one by one, in any order and on any core.
struct Index: Sendable {
  private var ids: [Target: [String: String]] = [:]
  private var suggested: [Target: [String]] = [:]

  /// Adds a thing with all names by which it may be called; the id comes first.
  mutating func add(_ target: Target, id: String, names: [String] = []) {
    for name in [id] + names { ids[target, default: [:]][name] = ids[target]?[name] ?? id }
    suggested[target, default: []] += [id] + names
  }

  /// The id of what is called so. Equal after NFC, as Swift compares text, but not after case folding.
  func id(_ target: Target, named name: String) -> String? { ids[target]?[name] }

  func nearest(_ target: Target, to name: String) -> String? {
    Suggestion.nearest(to: name, among: suggested[target] ?? [])
  }

  /// Some of the names to choose from, for an error that has nothing nearer to offer.
  func examples(_ target: Target) -> [String] { Array((suggested[target] ?? []).prefix(6)) }
}
