/// Print: the packets of a build, and the sheet that is signed before it is published.
extension Build {
  /// Prints what is to be printed; where that cannot be, each packet says why.
  static func print(
    _ request: Request, _ findings: Findings, _ theme: Theme, _ scan: Scan, disk: Disk,
    report: inout [Diagnostic], progress: (Stage) -> Void
  ) throws -> [Printed] {
    let press = Press(theme: theme)
    let compositions = try packets(request, findings).compactMap {
      press.compose($0.packet, file: $0.file, findings, &report)
    }
    guard !report.hasErrors, !compositions.isEmpty else { return [] }
    progress(.printing(packets: compositions.count))
    func all(_ state: Printed.PrintState) -> [Printed] {
      compositions.map { Printed(composition: $0, state: state) }
    }
    guard request.prints else { return all(.off) }
    guard let output = request.output else {
      // A check prints nothing, but finds in it what a build would.
      try check(compositions, request.site, findings, scan, disk: disk)
      return all(.off)
    }
    guard let typst = request.typst else { return all(.lacking(.typst)) }
    let typesetter: Typesetter
    do throws(Printed.Lack) {
      typesetter = try Typesetter(command: typst, fontFolders: request.fonts)
    } catch {
      return all(.lacking(error))
    }
    let printing = Printing(
      typesetter: typesetter, theme: theme, site: request.site,
      drawings: findings.site.drawings, store: output + "/.packets",
      disk: disk, today: findings.today,
      organ: findings.site.settings.organ, edition: findings.selection.edition, scan: scan)
    return try printing.print(compositions, report: &report)
  }

  private static func check(
    _ compositions: [Composition], _ site: String, _ findings: Findings, _ scan: Scan, disk: Disk
  ) throws(DiskFault) {
    for composition in compositions where !scan.isIdle {
      var data: [UInt8] = []
      composition.document(
        organ: findings.site.settings.organ, edition: findings.selection.edition,
        today: findings.today, fingerprint: "",
        fonts: .object([])
      ).write(into: &data)
      try scan.pass(composition, as: data) { image throws(DiskFault) in
        if let drawing = findings.site.drawings[image.path] { return drawing }
        return try disk.read("\(site)/content/\(image.path)", .max)
      }
    }
  }

  /// The packets that are to be made: those of the site, or those that were named, also such as nobody
  /// has to write.
  private static func packets(
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

  /// Prints a sign-off sheet; what Typst says against it is reported.
  static func signOff(
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

extension Message {
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
}
