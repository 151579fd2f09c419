/// The origins: the source files whose words a build may show, and those of sections that it may not.
struct Origins: Sendable {
  let selection: Selection
  /// All that was proven, before anything was left out.
  let site: Site
  let audience: Int
  let listing: Listing
  /// The site's folder.
  let folder: String
  let disk: Disk

  /// The files whose words may be published.
  var kept: [String] {
    let records = Set(selection.site.all.map(\.common.file))
    return listing.files.sorted()
      + listing.records.keys.sorted().flatMap { listing.records[$0] ?? [] }.filter(records.contains)
      + listing.tables.keys.sorted().filter { !isNarrow($0) }.flatMap { listing.tables[$0] ?? [] }
      + (isNarrow(Rankings.section) ? [] : rankings)
  }

  /// The tables of sections that this audience does not see.
  var narrow: [String] {
    listing.tables.keys.sorted().filter(isNarrow).flatMap { listing.tables[$0] ?? [] }
      + (isNarrow(Rankings.section) ? rankings : [])
  }

  private func isNarrow(_ section: String) -> Bool {
    (site.settings.sectionAudiences[section] ?? 0) > audience
  }

  private var rankings: [String] {
    guard let files = listing.rankings else { return [] }
    // Of a month that is not over nothing is shown.
    return files.lists.sorted()
      + files.scores.filter { $0.period.first.last <= selection.today }.map(\.path)
  }

  /// What each source is known by: the SHA-256 of the file; of a record with passages for others, and of a
  /// year's scores, that of the file without what is not shown, so that nothing published depends on it.
  ///
  /// - Parameter media: those that a page uses, from `content/`.
  func entries(media: [String]) throws(DiskFault) -> [Manifest.FileDigest] {
    let cut = cut
    let years = Dictionary(
      (listing.rankings?.scores ?? []).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    return try inParallel(kept + media.map { "content/" + $0 }) { path throws(DiskFault) in
      var bytes = try disk.read(folder + "/" + path, .max)
      if cut.contains(path) { bytes = shown(of: bytes, in: path) }
      if let file = years[path] { bytes = file.known(bytes, on: selection.today) }
      return Manifest.FileDigest(path: path, sha256: Fingerprint.of(bytes))
    }
  }

  /// The files of which this audience sees a part.
  var cut: Set<String> { Set(selection.site.all.filter(\.isCut).map(\.common.file)) }

  /// For whom the build is.
  var reader: Passage.Reader { Passage.Reader(audiences: site.settings.audiences, place: audience) }

  /// A file without the lines that are for others.
  private func shown(of bytes: [UInt8], in path: String) -> [UInt8] {
    let ends = LineEnds(of: String(decoding: bytes, as: UTF8.self))
    let kept = Passage.without(ends.plain, for: reader, isIndented: path.ending == "yml")
    return Array(ends.restored(kept).utf8)
  }
}
