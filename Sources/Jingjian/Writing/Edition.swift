/// An edition: all that is going to be published, rendered and inspected page by page.
///
/// A page is rendered, looked at and written by one core before the next one is begun, so that only
/// as many pages are in memory as there are cores.
struct Edition: Sendable {
  let findings: Findings
  let pages: [Page]
  let chrome: Chrome
  let theme: Theme
  let printed: [Printed]
  let origins: Origins
  /// What looks for secrets in every file.
  let scan: Scan

  /// What came of it.
  struct Published: Sendable {
    var files = 0
    /// Of what was written; nothing when nothing was.
    var manifest: Manifest?
    /// The manifest's own.
    var fingerprint: String?
    /// What nobody looked into of the media that are used, in the order of their names.
    var unread: [(path: String, parts: [Unread])] = []
    var report: [Diagnostic] = []
  }

  private struct ProvenPage: Sendable {
    let inspection: Inspection
    let document: SearchIndex.IndexedPage?
    var fault: Diagnostic?
    /// How many files of texts were written with it.
    var texts = 0
  }

  /// Renders and inspects everything, and writes it where there is a publisher.
  ///
  /// - Parameters:
  ///   - folder: the site's folder, where its media lie.
  ///   - progress: is told how many pages are done, from any thread.
  func produce(
    into publisher: Publisher?, from folder: String, disk: Disk,
    progress: @escaping @Sendable (_ pages: Int) -> Void
  ) throws(DiskFault) -> Published {
    var result = Published()
    result.report = doubledAddresses()
    guard result.report.isEmpty else { return result }
    let search = SearchIndex(pages, findings)
    try publisher?.makeFolders(for: pages.map(\.address) + SearchIndex.folders)
    let media = Set(findings.site.media.map { Address($0) })
    let pdfs = printed.map { Address.pdf($0.composition.packet.id) }
    let known = Set(pages.map(\.address) + theme.assets.map(\.address) + pdfs)
    let numbers = search.numbers(pages)
    let proofs = try inRuns(pages) { run throws(DiskFault) in
      var texts = SearchIndex.Texts()
      var proofs = try run.indices.map { n throws(DiskFault) in
        let proof = try prove(run[n], number: numbers[n], known, publisher, &texts)
        progress(1)
        return proof
      }
      texts.finish()
      guard let publisher else { return proofs }
      for file in texts.files { try publisher.write(file.bytes, at: file.address) }
      proofs[proofs.count - 1].texts = texts.files.count
      return proofs
    }
    result.files = pages.count
    result.report += proofs.compactMap(\.fault)
    let used = checkLinks(proofs.map(\.inspection), files: known.union(media), &result.report)
    result.unread = findings.site.media.filter(used.contains).compactMap { path in
      findings.site.unread[path].map { (path, $0) }
    }
    var files = theme.assets
    for item in printed {
      if case .done(let path, _, _, _) = item.state {
        files.append((.pdf(item.composition.packet.id), path))
      }
    }
    for path in findings.site.media {
      if used.contains(path) {
        files.append((Address(path), folder + "/content/" + path))
      } else {
        result.report.append(.note(.unusedMedia, at: Place("content/" + path)))
      }
    }
    try publisher?.makeFolders(for: files.map(\.address) + [Address.manifest])
    for file in files where publisher != nil || !scan.isIdle {
      let bytes: [UInt8]
      if let drawing = findings.site.drawings[file.address.path] {
        bytes = drawing
      } else {
        bytes = try disk.read(file.path, .max)
      }
      if let publisher {
        try publisher.write(bytes, at: file.address)
      } else {
        scan.pass(bytes, named: file.address.path, at: "site/" + file.address.path)
      }
    }
    if let publisher {
      if let base = findings.site.settings.baseURL {
        try publisher.write(Sitemap.bytes(of: pages, base: base), at: Address.sitemap)
      }
    }
    result.files += files.count + (findings.site.settings.baseURL == nil ? 0 : 1)
    result.report += try scan.leaks()
    if let publisher, !result.report.hasErrors {
      let documents = proofs.compactMap(\.document)
      result.files += proofs.reduce(0) { $0 + $1.texts }
      result.files += try search.write(documents, into: publisher)
      result.report += try search.proof(documents, publisher, without: scan.words)
      let manifest = Manifest(
        today: findings.today, audience: findings.site.settings.audiences[origins.audience].id,
        edition: findings.selection.edition,
        written: publisher.inventory,
        sources: try origins.entries(media: findings.site.media.filter(used.contains)),
        withdrawn: findings.selection.withdrawn)
      result.fingerprint = try publisher.write(manifest)
      result.manifest = manifest
      result.files += 1
      result.report += try scan.leaks()
    } else if publisher == nil, !result.report.hasErrors {
      // The names of some sources stand in the manifest alone.
      let sources = origins.kept + findings.site.media.filter(used.contains).map { "content/" + $0 }
      scan.pass(Manifest(of: sources), as: [])
      result.report += try scan.leaks()
    }
    return result
  }

  /// Renders, writes and inspects a page, and takes what search needs of it.
  private func prove(
    _ page: Page, number: Int?, _ known: Set<Address>, _ publisher: Publisher?,
    _ texts: inout SearchIndex.Texts
  ) throws(DiskFault) -> ProvenPage {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 15)
    if let fault = page.render(chrome, &bytes) {
      return ProvenPage(inspection: Inspection([], at: page.address), document: nil, fault: fault)
    }
    if let publisher {
      try publisher.write(bytes, at: page.address)
    } else {
      scan.pass(bytes, named: page.address.path, at: "site/" + page.address.path)
    }
    var inspection = Inspection(bytes, at: page.address)
    inspection.settle(known)
    var document: SearchIndex.IndexedPage?
    if let number, publisher != nil {
      let text = MainText(bytes)
      document = SearchIndex.IndexedPage(text, opensFile: texts.add(text.text, of: number))
    }
    return ProvenPage(inspection: inspection, document: document)
  }

  /// Two pages or files with one address would overwrite each other, also where a disk ignores case.
  private func doubledAddresses() -> [Diagnostic] {
    var seen: [String: String] = [:]
    var report: [Diagnostic] = []
    let made =
      printed.map { Address.pdf($0.composition.packet.id) } + [Address.sitemap, Address.manifest]
    for path in (theme.assets.map(\.address) + made).map(\.path) + findings.site.media {
      if let other = seen.updateValue(path, forKey: Identifier.key(path)) {
        report.append(.error(.doubledAddress(path, other), at: Place("site/" + path)))
      }
    }
    // What search writes has no page.
    seen[Identifier.key(SearchIndex.folder)] = SearchIndex.folder
    for page in pages {
      let path = page.address.path
      if let other = seen.updateValue(path, forKey: Identifier.key(path)) {
        report.append(.error(.doubledAddress(path, other), at: Place("site/" + path)))
      }
    }
    // A page cannot stand in a folder that is a page itself.
    for page in pages {
      var folder = page.address.path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if let other = seen[Identifier.key(String(folder))] {
          let path = page.address.path
          report.append(.error(.doubledAddress(path, other), at: Place("site/" + path)))
        }
      }
    }
    return report
  }

  /// Checks all links, first those that were written in records, at their own places; then what the
  /// templates made.
  ///
  /// - Returns: the media files that a page uses.
  private func checkLinks(
    _ inspections: [Inspection], files: Set<Address>, _ report: inout [Diagnostic]
  ) -> Set<String> {
    var ids: [Address: Set<String>] = [:]
    for (page, inspection) in zip(pages, inspections) { ids[page.address] = inspection.ids }
    let withdrawn = Set(findings.selection.withdrawn.map(\.address))
    func fault(_ address: Address, _ fragment: String?) -> Message? {
      // A link to what was withdrawn leads to the notice that stands there.
      if withdrawn.contains(address) { return nil }
      guard let targets = ids[address] else {
        return files.contains(address) ? nil : .noPage(address.path)
      }
      guard let fragment, !fragment.isEmpty, !targets.contains(fragment) else { return nil }
      return .noFragment(fragment, address.path)
    }
    var told: Set<Inspection.Link> = []
    for record in findings.site.all {
      for link in record.common.body.links {
        guard let message = fault(link.address, link.fragment) else { continue }
        told.insert(Inspection.Link(address: link.address, fragment: link.fragment))
        report.append(.error(message, at: Place(record.common.file, link.span)))
      }
    }
    var used: Set<String> = []
    var faults = PageFaults()
    for (page, inspection) in zip(pages, inspections) {
      for link in inspection.links {
        if link.address.path.hasPrefix("media/") { used.insert(link.address.path) }
        guard !told.contains(link), let message = fault(link.address, link.fragment) else {
          continue
        }
        faults.add(message, on: page)
      }
      for link in inspection.strayLinks { faults.add(.strayLink(link), on: page) }
      for id in inspection.doubledIds { faults.add(.doubledId(id), on: page) }
      for source in inspection.silentImages { faults.add(.silentImage(source), on: page) }
    }
    report += faults.diagnostics
    return used
  }
}

/// Faults of whole pages, each told once: a wrong link in the layout is on every page.
private struct PageFaults {
  private var pages: [Message: (first: String, count: Int)] = [:]
  private var order: [Message] = []

  mutating func add(_ message: Message, on page: Page) {
    if pages[message] == nil { order.append(message) }
    pages[message, default: (page.address.path, 0)].count += 1
  }

  var diagnostics: [Diagnostic] {
    order.compactMap { message in
      pages[message].map { pages in
        .error(
          pages.count == 1 ? message : message.onPages(pages.count),
          at: Place("site/" + pages.first))
      }
    }
  }
}

extension Message {
  fileprivate func onPages(_ count: Int) -> Message {
    Message(
      code,
      Phrase(zh: "\(text.zh)（共 \(count) 个网页）", en: "\(text.en) (on \(Count(count, "page")))"),
      fix: fix)
  }

  fileprivate static let unusedMedia = Message(
    "unused-media",
    Phrase(zh: "没有网页用到这个文件，未复制", en: "no page uses this file; it was not copied"))

  fileprivate static func doubledAddress(_ path: String, _ other: String) -> Message {
    Message(
      "doubled-address",
      Phrase(
        zh: "两个网页的网址相同：「\(path)」「\(other)」", en: "two pages have one address: `\(path)`, `\(other)`"
      ),
      fix: Phrase(zh: "改掉旧网址或文件名", en: "change the old address or the file name"))
  }

  fileprivate static func noPage(_ path: String) -> Message {
    Message(
      "broken-link", Phrase(zh: "没有「\(path)」这个网页或文件", en: "there is no page or file `\(path)`"))
  }

  fileprivate static func strayLink(_ link: String) -> Message {
    Message(
      "stray-link",
      Phrase(
        zh: "链接「\(link)」不是站内的相对路径", en: "the link `\(link)` is no relative path inside the site"))
  }

  fileprivate static func silentImage(_ source: String) -> Message {
    Message(
      "missing-alt-text",
      Phrase(zh: "图片「\(source)」没有替代文字", en: "the image `\(source)` has no alternative text"))
  }
}
