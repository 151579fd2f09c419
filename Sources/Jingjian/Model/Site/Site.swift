/// The site: all records, proven. Nothing in it is wrong any more, but what is not for this audience
/// or day is still in it; the selection takes that out.
struct Site: Sendable {
  let settings: Settings
  let vocabulary: Vocabulary
  /// Files that records may link, by their path in the site: `media/a.png`.
  let media: [String]
  /// Those of them that are drawings, as they are published, by their path.
  let drawings: [String: [UInt8]]
  /// What of them nobody looked into, by their path.
  let unread: [String: [Unread]]
  let rankings: Rankings?
  let tables: Tables
  private let records: [String: [any Record]]

  init(
    settings: Settings, vocabulary: Vocabulary, media: [String], drawings: [String: [UInt8]],
    unread: [String: [Unread]], rankings: Rankings?, tables: Tables, records: [any Record]
  ) {
    self.settings = settings
    self.vocabulary = vocabulary
    self.media = media
    self.drawings = drawings
    self.unread = unread
    self.rankings = rankings
    self.tables = tables
    self.records = Dictionary(grouping: records) { $0.common.section }
  }

  /// The records of a kind, in the order of their file names.
  subscript<R: Record>(_ type: R.Type) -> [R] {
    (records[type.kind.section] ?? []).compactMap { $0 as? R }
  }

  /// All records, kind by kind, in the order of `Kind.types`.
  var all: [any Record] { RecordKind.types.flatMap { records[$0.kind.section] ?? [] } }

  /// The same site with some of its records, rankings and tables.
  func with(_ kept: [any Record], rankings: Rankings?, tables: Tables) -> Site {
    Site(
      settings: settings, vocabulary: vocabulary, media: media, drawings: drawings,
      unread: unread, rankings: rankings,
      tables: tables, records: kept)
  }
}

extension Site {
  /// The words that must not appear anywhere.
  var privateWords: [String] { all.flatMap(\.common.privateWords) }
}
