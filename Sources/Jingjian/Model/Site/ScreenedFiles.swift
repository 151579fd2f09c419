/// The others: all files of a site that become no record – vocabularies, tables, rankings, and what lies
/// in `content/media` –, screened as records are.
extension Screening {
  /// The faults of reading are told by who reads the files; here they are passed over.
  ///
  /// - Returns: what is wrong, and what of the media nobody looked into, by their paths from `content/`.
  func report(
    onOthersOf listing: Listing, in folder: String, disk: Disk
  ) throws(DiskFault) -> (report: [Diagnostic], unread: [String: [Unread]]) {
    let rankings = listing.rankings.map { $0.lists.sorted() + $0.scores.map(\.path) } ?? []
    let kept =
      listing.files.sorted().filter { $0 != Settings.file } + rankings
      + listing.tables.keys.sorted().flatMap { listing.tables[$0] ?? [] }
    let media = listing.media.map { "content/" + $0 }
    let looks = try inParallel(of: 1, kept + media) { path throws(DiskFault) in
      try look(at: path, in: folder, disk)
    }
    let unread = zip(listing.media, looks.suffix(media.count)).map { ($0, $1.unread) }
    return (looks.flatMap(\.report), Dictionary(unread) { $1 })
  }

  private func look(
    at path: String, in folder: String, _ disk: Disk
  ) throws(DiskFault) -> (report: [Diagnostic], unread: [Unread]) {
    let isMedium = path.hasPrefix("content/media/")
    let form = MediaForm(ending: path.ending)
    var source: SourceFile?
    if !isMedium || form == .text || form == .drawing {
      source = try SourceFile.read(path, in: folder, disk: disk)
    }
    let own = source.map { self.report($0) } ?? self.report(name: path)
    guard isMedium else { return (own, []) }
    let (report, unread) = try look(into: path, isText: source != nil, folder, disk)
    return (own + report, unread)
  }
}
