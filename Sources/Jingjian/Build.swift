/// The build: the whole flow from a site's folder to its pages, one stage after the other.
public struct Build: Sendable {
  /// What the user asked for.
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
  public enum Step: Sendable {
    /// The records are being read and proven.
    case proving
    /// So many packets are to be printed.
    case printing(packets: Int)
    /// So many pages are to be rendered.
    case rendering(pages: Int)
    /// So many more are done.
    case rendered(pages: Int)
  }

  /// What came of a build.
  public struct Outcome: Sendable {
    let report: [Diagnostic]
    /// Whether nothing keeps the site from being published.
    public let isFine: Bool
    let leftOut: [Selection.LeftOut]
    let withdrawn: Int
    let pages: Int
    let files: Int
    let printed: [Printed]
    /// What was looked at for secrets.
    var scanned = Scan.Tally()
    /// What the site that was published before had and this one has not.
    var gone: Disappearance?
    /// How what would be published differs from what is.
    var changes: Changes?
    /// Of the manifest; nothing when none was written.
    var fingerprint: String?
    let today: Day?

    /// How many errors were found.
    public var errors: Int { report.count(.error) }
    /// How many warnings were found.
    public var warnings: Int { report.count(.warning) }
  }

  /// Builds or checks a site.
  ///
  /// - Throws: ``Failure`` for wrong use and for faults of the machine; faults in the content are in
  ///   the outcome, and with an error among them nothing was published.
  public static func run(
    _ request: Request, progress: @escaping @Sendable (Step) -> Void = { _ in }
  ) throws -> Outcome {
    do {
      return try run(request, disk: .disk, progress: progress)
    } catch let fault as DiskFault {
      throw Failure(fault.message)
    }
  }

  static func run(
    _ request: Request, disk: Disk, progress: @escaping @Sendable (Step) -> Void
  ) throws -> Outcome {
    if disk.kind(request.site) == nil { throw Failure(.noFolder(request.site)) }
    let given = try Day(named: request.date)
    // Proving: files in, records out.
    progress(.proving)
    let proof = try Proof(site: request.site, for: .named(request.audience), disk: disk)
    var report = proof.report
    let folders = request.templates.map { TemplateFolder(path: $0.path, shown: $0.shown) }
    if folders.allSatisfy({ disk.kind($0.path) == nil }) { throw Failure(.noTemplates) }
    let theme = try Theme.load(folders, disk: disk, report: &report)
    guard let site = proof.site else { return Outcome(report) }

    // Selecting: what is for this audience and this day.
    let audience = try request.audience.map { name in
      let audiences = site.settings.audiences
      guard let place = audiences.firstIndex(where: { $0.id == name || $0.name == name }) else {
        throw Failure(.wrongAudience(name, audiences.map(\.id)))
      }
      return place
    }
    let today = given ?? Zone.day(at: request.now, in: site.settings.timezone)
    let selection = Selection(
      of: site, audience: audience ?? 0, today: today, drafts: request.drafts, report: &report)

    // What is at fault so far would only be told again in other words from here on.
    guard !report.hasErrors, let theme else { return Outcome(report) }

    // Finding: what follows from the records and the day.
    let findings = Findings(selection, report: &report)
    guard !report.hasErrors else { return Outcome(report) }

    if findings.lacksBase { report.append(.note(.noBase, at: Place(Settings.file))) }
    report += Packet.unapproved(findings)

    let origins = Origins(
      selection: selection, site: site, audience: audience ?? 0, listing: proof.listing,
      folder: request.site, disk: disk)
    let scan = try Scan(for: Withheld(origins: origins), theme: theme)
    var publisher = try request.output.map { try Publisher(output: $0, disk: disk) }
    publisher?.scan = scan
    defer { publisher?.close() }

    // Printing: packets as PDFs.
    let press = Press(findings, theme: theme)
    let compositions = try packets(request, findings).compactMap {
      press.compose($0.packet, file: $0.file, findings, &report)
    }
    guard !report.hasErrors else { return Outcome(report) }
    if !compositions.isEmpty { progress(.printing(packets: compositions.count)) }
    let printed = try print(
      compositions, findings, theme, scan, request, disk: disk, report: &report)
    guard !report.hasErrors else { return Outcome(report) }

    if request.packets != nil {
      if !report.isFine(strict: request.strict) { return Outcome(report) }
      try publisher?.add(printed)
      return Outcome(
        report: report, isFine: true, leftOut: selection.leftOut,
        withdrawn: selection.withdrawn.count, pages: 0, files: printed.count, printed: printed,
        scanned: scan.tally, today: today)
    }

    // Showing: pages as values.
    let pages = Press.pages(findings, theme: theme, printed: printed)
    let edition = Edition(
      findings: findings, pages: pages, theme: theme, printed: printed, origins: origins, scan: scan
    )

    // Writing: into a fresh folder, inspected, then swapped in.
    progress(.rendering(pages: pages.count))
    let result = try edition.produce(into: publisher, from: request.site, disk: disk) {
      progress(.rendered(pages: $0))
    }
    report += result.report
    let isFine = report.isFine(strict: request.strict)
    let gone = result.manifest.map { Disappearance(from: publisher?.last, to: $0) }
    var changes: Changes?
    if isFine, let publisher {
      if request.publishes {
        try publisher.publish()
        try publisher.publish(printed)
      } else {
        let found = try Changes(
          from: publisher.site, to: publisher.folder, findings, masking: scan, disk: disk)
        changes = found
        if request.signsOff, let fingerprint = result.fingerprint {
          let sheet = SignOff(found, fingerprint: fingerprint, findings)
          try signOff(sheet, theme, request, disk: disk, report: &report)
        }
      }
    }
    return Outcome(
      report: report, isFine: isFine && !report.hasErrors, leftOut: selection.leftOut,
      withdrawn: selection.withdrawn.count,
      pages: pages.count, files: result.files, printed: printed, scanned: scan.tally, gone: gone,
      changes: changes,
      fingerprint: result.fingerprint, today: today)
  }
}

extension Build {
  /// The packets that are to be made: those of the site, or those that were named, also such as nobody
  /// has to write.
  fileprivate static func packets(
    _ request: Request, _ findings: Findings
  ) throws -> [(packet: Packet, file: String?)] {
    guard let names = request.packets else { return Packet.all(findings) }
    let all =
      (findings.packets + findings.laterPackets).map { ($0.packet, Optional($0.common.file)) }
      + Packet.automatic(findings).map { ($0, nil) }
    return try names.map { name in
      guard let found = all.first(where: { $0.0.id == name }) else {
        let nearest = Suggestion.nearest(to: name, among: all.map(\.0.id))
        throw Failure(.noPacket(name, nearest: nearest))
      }
      return found
    }
  }

  /// Prints what is composed; where that cannot be, each packet says why.
  static func print(
    _ compositions: [Composition], _ findings: Findings, _ theme: Theme,
    _ scan: Scan, _ request: Request, disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> [Printed] {
    guard !compositions.isEmpty else { return [] }
    func all(_ state: Printed.State) -> [Printed] {
      compositions.map { Printed(composition: $0, state: state) }
    }
    guard request.prints, let output = request.output else { return all(.off) }
    guard let typst = request.typst else { return all(.lacking(.typst)) }
    let typesetter: Typesetter
    do throws(Printed.Lack) {
      typesetter = try Typesetter(command: typst, fontFolders: request.fonts)
    } catch {
      return all(.lacking(error))
    }
    let printing = Printing(
      typesetter: typesetter, theme: theme, site: request.site, store: output + "/.packets",
      disk: disk, today: findings.today,
      organ: findings.site.settings.organ, scan: scan)
    return try printing.print(compositions, report: &report)
  }

  /// Prints a sign-off sheet; what Typst says against it is reported.
  private static func signOff(
    _ sheet: SignOff, _ theme: Theme, _ request: Request, disk: Disk, report: inout [Diagnostic]
  ) throws {
    guard let output = request.output else { return }
    guard let typst = request.typst,
      let typesetter = try? Typesetter(command: typst, fontFolders: request.fonts)
    else { throw Failure(.noTypst) }
    if let fault = try sheet.print(by: typesetter, theme, into: output, disk: disk) {
      report.append(.error(.typst(fault), at: nil))
    }
  }
}

extension Build.Outcome {
  /// Of a build that ended before anything was selected.
  fileprivate init(_ report: [Diagnostic]) {
    self.init(
      report: report, isFine: false, leftOut: [], withdrawn: 0, pages: 0, files: 0, printed: [],
      today: nil)
  }
}

extension Message {
  fileprivate static let noTemplates = Message(
    "no-templates",
    Phrase(zh: "找不到随程序的模板文件夹 templates", en: "the program's folder `templates` is not to be found"),
    fix: Phrase(
      zh: "它应在程序旁的 ../share/jingjian/ 里，或在源码文件夹里；也可用 --templates 指明",
      en:
        "it belongs into ../share/jingjian/ beside the program, or into the checkout it was built in; "
        + "or name it with --templates"))

  fileprivate static let noTypst = Message(
    "no-typst",
    Phrase(
      zh: "没有 Typst 或缺少字体，审签单没有印",
      en: "there is no Typst or a font is lacking; the sheet was not printed"
    ),
    fix: Phrase(zh: "运行 scripts/setup 安装", en: "run scripts/setup to get it"))

  fileprivate static func noPacket(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有「\(name)」这份印刷材料", en: "there is no packet `\(name)`"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "看看 content/packets；没有写文件的，讲义叫 handout-课的编号，通报叫 notice-2025-Q2",
          en:
            "look into content/packets; of those nobody writes a handout is called handout-LESSON, a notice notice-2025-Q2"
        ))
  }

  fileprivate static func wrongAudience(_ name: String, _ known: [String]) -> Message {
    Message(
      "audience",
      Phrase(zh: "没有「\(name)」这个范围", en: "there is no audience `\(name)`"),
      fix: Phrase(
        zh: "可写：" + known.joined(separator: "、"), en: "known: " + known.joined(separator: ", ")))
  }
}
