extension Build {
  /// What `jingjian due` found: the list, or the faults that keep anybody from knowing what is owed.
  public struct Due: Sendable {
    private let list: DueList?
    private let report: [Diagnostic]

    fileprivate init(_ list: DueList?, _ report: [Diagnostic]) {
      (self.list, self.report) = (list, report)
    }

    /// The list for a terminal; nothing when the content has faults.
    public func text(in language: Language) -> String? { list?.text(in: language) }

    /// The list for Excel, UTF-8 with a byte-order mark; nothing when the content has faults.
    public var csv: String? { list?.csv }

    /// The faults of the content, as they are printed.
    public func diagnostics(in language: Language, site: String) -> String {
      report.filter { $0.severity == .error }.printed(in: language, as: .text, site: site)
    }
  }

  /// Lists what is owed: all that is overdue, and what falls due until a day (docs/format.md, "The
  /// command line").
  ///
  /// - Parameters:
  ///   - owner: the id or a name of a department or role; everybody when absent.
  ///   - until: a day; 30 days from today when absent.
  /// - Throws: ``Failure`` for wrong use and for faults of the machine.
  public static func due(owner: String?, until: String?, _ request: Request) throws -> Due {
    try DiskFault.asFailure { try due(owner: owner, until: until, request, disk: .disk) }
  }

  static func due(
    owner name: String?, until: String?, _ request: Request, disk: Disk
  ) throws -> Due {
    let end = try until.map { text in
      guard let day = Day(text) else { throw Failure(.wrongUntil(text)) }
      return day
    }
    var report: [Diagnostic] = []
    // The terminal is not published: the narrowest audience sees everything.
    guard
      let (origins, findings) = try findings(for: request, .narrowest, disk: disk, report: &report)
    else { return Due(nil, report) }
    let vocabulary = findings.site.vocabulary
    let owners =
      vocabulary.departments.map { ($0.id, $0.names) } + vocabulary.roles.map { ($0.id, $0.names) }
    let owner = try name.map { name in
      guard let owner = owners.first(where: { $0.1.contains(name) }) else {
        throw Failure(
          .noOwner(name, nearest: Suggestion.nearest(to: name, among: owners.flatMap(\.1))))
      }
      return owner.0
    }
    let last = end ?? findings.today + OwedView.soonDays
    let mask = Mask(origins.site.privateWords)
    return Due(DueList(findings, owner: owner, until: last, mask: mask), report)
  }
}

extension Message {
  fileprivate static func wrongUntil(_ text: String) -> Message {
    Message(
      "date", Phrase(zh: "--until 的值「\(text)」不是日期", en: "the value `\(text)` of --until is no day"),
      fix: Phrase(zh: "写成 2025-05-27", en: "write it as `2025-05-27`"))
  }

  fileprivate static func noOwner(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有「\(name)」这个部门或职务", en: "there is no department or role `\(name)`"),
      fix: Phrase.didYouMean(nearest))
  }
}
