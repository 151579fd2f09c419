extension Build {
  /// A request: what the user asked a build for.
  public struct Request: Sendable {
    /// The site's folder.
    public var site: String
    /// The folder that gets `site/`; nothing is written without one (`check`).
    public var output: String?
    /// Folders with templates, and how diagnostics call them; the site's own come first.
    public var templates: [(path: String, shown: String)]
    /// The day that counts as today, as the user wrote it.
    public var date: String?
    /// The moment that counts as now when no day is given, in seconds since 1970.
    public var now: Int
    /// The id or name of the audience; the widest when absent.
    public var audience: String?
    /// Whether drafts are shown.
    public var drafts: Bool
    /// The command `typst`; nothing where there is none.
    public var typst: String?
    /// Folders with fonts for print, the site's own first.
    public var fonts: [String] = []
    /// The packets to be made alone, without the site; all packets and the site when absent.
    public var packets: [String]?
    /// Whether packets are printed.
    public var prints = true
    /// Whether the site is published; else it is only compared with the one that is there.
    public var publishes = true
    /// Whether a comparison is printed too, as a sheet to be signed.
    public var signsOff = false
    /// Whether warnings keep a site from being published, as errors do.
    public var strict: Bool

    /// A request for the widest audience on the current day.
    public init(site: String, output: String?, templates: [(path: String, shown: String)], now: Int)
    {
      (self.site, self.output, self.templates, self.now) = (site, output, templates, now)
      (date, audience, drafts, strict) = (nil, nil, false, false)
    }
  }

  /// How far a build is, for a person who waits.
  public enum Stage: Sendable {
    /// The records are being read and proven.
    case proving
    /// So many packets are to be printed.
    case printing(packets: Int)
    /// So many pages are to be rendered.
    case rendering(pages: Int)
    /// So many more are done.
    case rendered(pages: Int)
  }
}
