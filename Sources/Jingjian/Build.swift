/// The build: the whole flow from a site's folder to its pages, one stage after the other.
public struct Build: Sendable {
  /// Builds or checks a site.
  ///
  /// - Throws: ``Failure`` for wrong use and for faults of the machine; faults in the content are in
  ///   the outcome, and with an error among them nothing was published.
  public static func run(
    _ request: Request, progress: @escaping @Sendable (Stage) -> Void = { _ in }
  ) throws -> Outcome {
    try DiskFault.asFailure { try run(request, disk: .disk, progress: progress) }
  }

  static func run(
    _ request: Request, disk: Disk, progress: @escaping @Sendable (Stage) -> Void
  ) throws -> Outcome {
    let disk = disk.unchanging(in: [request.site + "/content"] + request.templates.map(\.path))
    var outcome = Outcome()
    // Proving, selecting, finding: files in; what follows from them for this audience and day out.
    progress(.proving)
    let theme = try theme(request, disk: disk, report: &outcome.report)
    let audience = Proof.Viewer.named(request.audience)
    guard
      let (origins, findings) = try findings(
        for: request, audience, disk: disk, report: &outcome.report),
      let theme
    else { return outcome }
    if findings.lacksBase { outcome.report.append(.note(.noBase, at: Place(Settings.file))) }
    outcome.report += Packet.unapproved(findings)
    outcome.leftOut = findings.selection.leftOut
    outcome.withdrawn = findings.selection.withdrawn.count
    (outcome.today, outcome.edition) = (findings.today, findings.selection.edition)

    let scan = try Scan(for: Withheld(origins: origins), theme: theme)
    var publisher = try request.output.map { try Publisher(output: $0, disk: disk) }
    publisher?.scan = scan
    defer { publisher?.close() }
    if request.publishes, let last = publisher?.last {
      try last.proveReplaceable(by: origins.audience, of: origins.site.settings)
    }
    if !request.publishes, let last = publisher?.last {
      try Changes.proveSame(last, as: origins.audience, of: origins.site.settings)
    }

    // Printing: packets as PDFs.
    let printed = try print(
      request, findings, theme, scan, disk: disk, report: &outcome.report, progress: progress)
    guard !outcome.report.hasErrors else { return outcome }
    (outcome.printed, outcome.scanned) = (printed, scan.tally)
    if request.packets != nil {
      outcome.isFine = outcome.report.isFine(strict: request.strict)
      outcome.files = printed.count
      if outcome.isFine { try publisher?.add(printed) }
      return outcome
    }

    // Showing: pages as values.
    let pages = Press.pages(findings, theme: theme, printed: printed)
    let edition = Edition(
      findings: findings, pages: pages, chrome: Chrome(findings, pages: pages), theme: theme,
      printed: printed, origins: origins, scan: scan
    )

    // Writing: into a fresh folder, inspected.
    progress(.rendering(pages: pages.count))
    let result = try edition.produce(into: publisher, from: request.site, disk: disk) {
      progress(.rendered(pages: $0))
    }
    outcome.report += result.report
    outcome.unread = result.unread
    (outcome.pages, outcome.files) = (pages.count, result.files)
    (outcome.scanned, outcome.fingerprint) = (scan.tally, result.fingerprint)
    outcome.gone = result.manifest.map { Disappearance(from: publisher?.last, to: $0) }
    outcome.isFine = outcome.report.isFine(strict: request.strict)
    outcome.report += publisher?.report ?? []
    guard outcome.isFine, let publisher else { return outcome }

    // Publishing: swapped in, or only compared with what is there.
    if request.publishes {
      outcome.report += try publisher.publish(printed)
      return outcome
    }
    let changes = try Changes(
      from: publisher.site, to: publisher.folder, findings, masking: scan, disk: disk)
    outcome.changes = changes
    if request.signsOff, let fingerprint = result.fingerprint {
      let sheet = SignOff(changes, fingerprint: fingerprint, findings)
      try signOff(sheet, theme, request, disk: disk, report: &outcome.report)
      outcome.isFine = !outcome.report.hasErrors
    }
    return outcome
  }
}

extension Build {
  /// What follows from the records that are kept for an audience and a day; nothing where something is at
  /// fault, which would only be told again in other words from here on.
  static func findings(
    for request: Request, _ audience: Proof.Viewer, disk: Disk, report: inout [Diagnostic]
  ) throws -> (origins: Origins, findings: Findings)? {
    let origins = try origins(of: request, audience, disk: disk, report: &report)
    guard let origins, !report.hasErrors else { return nil }
    let findings = Findings(origins.selection, report: &report)
    return report.hasErrors ? nil : (origins, findings)
  }

  /// The records that are kept, with those that they were selected from; nothing where there are no
  /// settings.
  static func origins(
    of request: Request, _ audience: Proof.Viewer, disk: Disk, report: inout [Diagnostic]
  ) throws -> Origins? {
    if disk.kind(request.site) == nil { throw Failure(.noFolder(request.site)) }
    let given = try Day(named: request.date)
    let proof = try Proof(site: request.site, for: audience, disk: disk)
    report += proof.report
    guard let site = proof.site else { return nil }
    guard let place = site.settings.place(of: audience) else {
      throw Failure(
        .wrongAudience(request.audience ?? "", site.settings.audiences.map(\.id)))
    }
    let today = given ?? Zone.day(at: request.now, in: site.settings.timezone)
    let selection = Selection(
      of: site, audience: place, today: today, drafts: request.drafts, report: &report)
    return Origins(
      selection: selection, site: site, audience: place, listing: proof.listing,
      folder: request.site, disk: disk)
  }

  private static func theme(
    _ request: Request, disk: Disk, report: inout [Diagnostic]
  ) throws -> Theme? {
    let folders = request.templates.map { TemplateFolder(path: $0.path, shown: $0.shown) }
    if folders.allSatisfy({ disk.kind($0.path) == nil }) { throw Failure(.noTemplates) }
    return try Theme.load(folders, disk: disk, report: &report)
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

  fileprivate static func wrongAudience(_ name: String, _ known: [String]) -> Message {
    Message(
      "audience",
      Phrase(zh: "没有「\(name)」这个范围", en: "there is no audience `\(name)`"),
      fix: Phrase(
        zh: "可写：" + known.joined(separator: "、"), en: "known: " + known.joined(separator: ", ")))
  }
}
