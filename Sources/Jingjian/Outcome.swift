extension Build {
  /// An outcome: what came of a build.
  public struct Outcome: Sendable {
    var report: [Diagnostic] = []
    /// Whether nothing keeps the site from being published.
    public internal(set) var isFine = false
    var leftOut: [Selection.LeftOut] = []
    var withdrawn = 0
    var pages = 0
    var files = 0
    var printed: [Printed] = []
    /// What was looked at for secrets.
    var scanned = Scan.Tally()
    /// What of the media nobody looked into.
    var unread: [(path: String, parts: [Unread])] = []
    /// What the site that was published before had and this one has not.
    var gone: Disappearance?
    /// How what would be published differs from what is.
    var changes: Changes?
    /// Of the manifest; nothing when none was written.
    var fingerprint: String?
    var today: Day?
    /// What the edition is called, where it is not for everybody.
    var edition: String?

    /// How many errors were found.
    public var errors: Int { report.count(.error) }
    /// How many warnings were found.
    public var warnings: Int { report.count(.warning) }
  }
}
