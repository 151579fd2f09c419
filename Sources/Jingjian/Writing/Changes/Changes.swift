/// The changes: how what would be published differs from what is, page by page and figure by figure.
struct Changes: Sendable {
  /// By their paths; pages that are the same are left out.
  var pages: [ChangedPage] = []
  /// Packets, pictures and other files that people open.
  var files: [ChangedPage] = []
  var figures: [FigureChange] = []
  /// How many pages say the same as before.
  var same = 0

  /// A page or another file, and what becomes of it.
  struct ChangedPage: Sendable, Hashable {
    let path: String
    /// Empty for what is no page.
    let title: String
    let fate: Fate
  }

  enum Fate: Sendable, Hashable {
    case new, gone
    /// A notice stands there from now on.
    case withdrawn
    /// With the blocks of its text that are not there any more, and those that were not; none where only a
    /// link, a picture or its form changed.
    case changed(old: [String], new: [String])
  }

  var isEmpty: Bool { pages.isEmpty && files.isEmpty && figures.isEmpty }

  /// - Parameters:
  ///   - old: the folder of the site that is published; it need not be there.
  ///   - new: the folder of the one that would be.
  ///   - scan: knows the words that must not be shown, which may stand in the old site.
  init(
    from old: String, to new: String, _ findings: Findings, masking scan: Scan, disk: Disk
  ) throws(DiskFault) {
    let before = try Changes.paths(in: old, disk)
    let after = try Changes.paths(in: new, disk)
    let notices = Set(Manifest.read(in: old, disk: disk)?.withdrawn ?? [])
    let withdrawn = Set(findings.selection.withdrawn.map(\.address.path)).subtracting(notices)
    let paths = before.union(after).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let compared = try inParallel(paths) { path throws(DiskFault) in
      let old = before.contains(path) ? try disk.read(old + "/" + path, .max) : nil
      let new = after.contains(path) ? try disk.read(new + "/" + path, .max) : nil
      return Changes.page(path, old, new, isNotice: withdrawn.contains(path), scan)
    }
    for (path, page) in zip(paths, compared) {
      if path.hasSuffix(".html") {
        if let page { pages.append(page) } else { same += 1 }
      } else if let page {
        files.append(page)
      }
    }
    figures = Verdicts.changes(
      from: Verdicts(in: old, disk), to: Verdicts(in: new, disk), findings.site.vocabulary)
  }

  /// What one audience may see is not told to those who look at what another would.
  ///
  /// - Throws: ``Failure`` where what is published is for another audience, or nobody can tell.
  static func proveSame(_ last: Manifest, as audience: Int, of settings: Settings) throws {
    let id = settings.audiences[audience].id
    guard let published = last.audience else {
      if settings.audiences.count > 1 { throw Failure(.unknownEdition) }
      return
    }
    if published != id { throw Failure(.otherEdition(published, id)) }
  }

  /// What people open: no search index, no data, no style.
  private static func paths(in site: String, _ disk: Disk) throws(DiskFault) -> Set<String> {
    let paths = try disk.tree(site).filter { $0.kind == .file }.map(\.path)
    return Set(
      paths.filter { Disappearance.isRead($0) && !["xml", "ics"].contains($0.ending) })
  }

  /// - Returns: nothing when a reader sees no difference.
  private static func page(
    _ path: String, _ old: [UInt8]?, _ new: [UInt8]?, isNotice: Bool, _ scan: Scan
  ) -> ChangedPage? {
    guard old != new else { return nil }
    let isPage = path.hasSuffix(".html")
    let path = scan.mask(path)
    guard isPage else {
      let fate: Fate = old == nil ? .new : new == nil ? .gone : .changed(old: [], new: [])
      return ChangedPage(path: path, title: "", fate: fate)
    }
    let before = old.map { MainText($0, marksBlocks: true) }
    let after = new.map { MainText($0, marksBlocks: true) }
    let title = scan.mask((after ?? before)?.name ?? "")
    guard let before else { return ChangedPage(path: path, title: title, fate: .new) }
    guard let after else { return ChangedPage(path: path, title: title, fate: .gone) }
    if isNotice { return ChangedPage(path: path, title: title, fate: .withdrawn) }
    let (lines, others) = difference(
      before.lines.map { scan.mask($0) }, after.lines.map { scan.mask($0) })
    if lines.isEmpty, others.isEmpty, old?[before.element] == new?[after.element] { return nil }
    return ChangedPage(path: path, title: title, fate: .changed(old: lines, new: others))
  }

  /// The lines of two texts that the other has not, in their order.
  private static func difference(_ old: [String], _ new: [String]) -> ([String], [String]) {
    // Of very long pages the order is not looked at.
    guard old.count + new.count < 4000 else {
      let (known, unknown) = (Set(new), Set(old))
      return (old.filter { !known.contains($0) }, new.filter { !unknown.contains($0) })
    }
    var (removed, inserted): ([String], [String]) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(_, let line, _): removed.append(line)
      case .insert(_, let line, _): inserted.append(line)
      }
    }
    // Removals come from the end.
    return (removed.reversed(), inserted)
  }
}

extension MainText {
  /// The page's heading; its title where it has none.
  fileprivate var name: String {
    String(decoding: heading.isEmpty ? title : Array(text[heading]), as: UTF8.self)
  }
}

extension Message {
  fileprivate static func otherEdition(_ published: String, _ id: String) -> Message {
    Message(
      "other-edition",
      Phrase(
        zh: "已经发布的是给「\(published)」的版本，与给「\(id)」的不能比较",
        en:
          "what is published is the edition for `\(published)` and cannot be compared with that for `\(id)`"
      ),
      fix: Phrase(
        zh: "加上 --audience \(published)；或用 --output 指明「\(id)」版本的文件夹",
        en:
          "add --audience \(published), or name the folder of the edition for `\(id)` with --output"
      ))
  }

  fileprivate static let unknownEdition = Message(
    "other-edition",
    Phrase(
      zh: "已经发布的没有写明是给谁的版本，不能比较",
      en: "what is published does not say for which audience it is, and cannot be compared"),
    fix: Phrase(
      zh: "它是旧版程序生成的；先为同一个范围 build 一次",
      en: "an older version made it; build it once for the same audience"))
}
