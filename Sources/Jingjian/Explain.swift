extension Build {
  /// What `jingjian explain` found: the explanation, or the faults that keep the rules from being
  /// applied.
  public struct Reasons: Sendable {
    let explanation: String?
    let report: [Diagnostic]

    /// The explanation; nothing when the content has faults.
    public var text: String? { explanation }

    /// The faults of the content, as they are printed.
    public func diagnostics(in language: Language, site: String) -> String {
      report.filter { $0.severity == .error }.printed(in: language, as: .text, site: site)
    }
  }

  /// Says why a department has a card for a period, or why it has none.
  ///
  /// A decision that the rules contradict keeps nobody from asking why.
  ///
  /// - Parameters:
  ///   - department: an id, name or alias.
  ///   - period: a month, quarter or year.
  /// - Throws: ``Failure`` for wrong use and for faults of the machine.
  public static func explain(
    _ department: String, _ period: String, _ request: Request, in language: Language
  ) throws -> Reasons {
    try DiskFault.asFailure { try explain(department, period, request, in: language, disk: .disk) }
  }

  static func explain(
    _ department: String, _ text: String, _ request: Request, in language: Language, disk: Disk
  ) throws -> Reasons {
    guard let period = Period(text) else { throw Failure(.period(text)) }
    var report: [Diagnostic] = []
    // The terminal is not published: the narrowest audience sees everything.
    let origins = try origins(of: request, .narrowest, disk: disk, report: &report)
    guard let origins else { return Reasons(explanation: nil, report: report) }
    let departments = origins.site.vocabulary.departments
    guard let position = departments.firstIndex(where: { $0.names.contains(department) }) else {
      let names = departments.flatMap(\.names)
      throw Failure(
        .noDepartment(department, nearest: Suggestion.nearest(to: department, among: names)))
    }
    guard let standings = Findings(origins.selection, report: &report).standings else {
      throw Failure(.noRankings)
    }
    let explanation = Explanation(standings, department: position, period: period)
    let mask = Mask(origins.site.privateWords)
    return Reasons(explanation: mask(explanation.text(in: language)), report: [])
  }
}

extension Message {
  fileprivate static func noDepartment(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有「\(name)」这个部门", en: "there is no department `\(name)`"),
      fix: Phrase.didYouMean(nearest))
  }

  fileprivate static let noRankings = Message(
    "no-rankings",
    Phrase(zh: "没有 content/rankings", en: "there is no content/rankings"),
    fix: Phrase(
      zh: "运行 jingjian new scores 2025-06，从一个月的得分表开始",
      en: "run jingjian new scores 2025-06 to begin with a month"))
}
