/// The others: all files of a site that become no record – vocabularies, tables, rankings, and what lies
/// in `content/media` –, screened as records are.
extension Screening {
  /// What of `content/media` is text, as far as it can be shown or linked.
  private static let texts: Set<String> = [
    "vtt", "svg", "txt", "csv", "md", "html", "htm", "xml", "json", "srt",
  ]

  /// The faults of reading are told by who reads the files; here they are passed over.
  func report(
    onOthersOf listing: Listing, in folder: String, disk: Disk
  ) throws(DiskFault) -> [Diagnostic] {
    let rankings = listing.rankings.map { $0.lists.sorted() + $0.scores.map(\.path) } ?? []
    let kept =
      listing.files.sorted().filter { $0 != Settings.file } + rankings
      + listing.tables.keys.sorted().flatMap { listing.tables[$0] ?? [] }
    let media = listing.media.map { "content/" + $0 }
    return try inParallel(of: 1, kept + media) { path throws(DiskFault) in
      try report(on: path, in: folder, disk)
    }.flatMap(\.self)
  }

  private func report(
    on path: String, in folder: String, _ disk: Disk
  ) throws(DiskFault) -> [Diagnostic] {
    let isMedium = path.hasPrefix("content/media/")
    if !isMedium || Screening.texts.contains(path.ending),
      let source = try SourceFile.read(path, in: folder, disk: disk)
    {
      return report(source) + (isMedium ? try traces(of: path, folder, disk) : [])
    }
    return report(name: path) + (isMedium ? try traces(of: path, folder, disk) : [])
  }
}
