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

  /// What one of it is called; what a record is called, the `Index` knows.
  fileprivate var name: Phrase {
    switch self {
    case .department: Phrase(zh: "部门", en: "department")
    case .role: Phrase(zh: "职务", en: "role")
    case .owner: Phrase(zh: "部门或职务", en: "department or role")
    case .problem: Phrase(zh: "问题分类", en: "problem")
    case .ledger: Phrase(zh: "台账", en: "ledger")
    case .metric: Phrase(zh: "指标", en: "metric")
    case .indicator: Phrase(zh: "指标", en: "indicator")
    case .audience: Phrase(zh: "范围", en: "audience")
    case .record: Phrase(zh: "记录", en: "record")
    }
  }

  /// The section in which what is named has a page, where that may be left out.
  var section: String? {
    switch self {
    case .record(let section): section
    case .metric: "metrics"
    case .ledger: "ledgers"
    default: nil
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

extension Index {
  /// What one of a target is called.
  func name(of target: Target) -> Phrase {
    if case .record(let section) = target, let noun = nouns[section] { return noun }
    return target.name
  }
}
