/// The index: everything that a reference can name, by id and by name.
///
/// It is made from file names and the three vocabularies alone, before any record is read, so that
/// records can be proven one by one, in any order and on any core.
struct Index: Sendable {
  /// What one record of each section is called.
  let nouns: [String: Phrase]
  private var ids: [Target: [String: String]] = [:]
  private var plainIDs: [Target: [String: String]] = [:]
  private var suggested: [Target: [String]] = [:]

  init(nouns: [String: Phrase] = [:]) { self.nouns = nouns }

  /// Adds a thing with all names by which it may be called; the id comes first.
  mutating func add(_ target: Target, id: String, names: [String] = []) {
    for name in [id] + names {
      ids[target, default: [:]][name] = ids[target]?[name] ?? id
      // What two things could be called in plain form is the name of neither.
      let plain = name.plainForm
      let other = plainIDs[target]?[plain]
      plainIDs[target, default: [:]][plain] = other.map { $0 == id ? id : "" } ?? id
    }
    suggested[target, default: []] += [id] + names
  }

  /// The id of what is called so. Equal after NFC, as Swift compares text, but not after case folding.
  /// Blanks and full-width signs make no difference where only one thing is called so.
  func id(_ target: Target, named name: String) -> String? {
    if let id = ids[target]?[name] { return id }
    guard let id = plainIDs[target]?[name.plainForm], !id.isEmpty else { return nil }
    return id
  }

  func nearest(_ target: Target, to name: String) -> String? {
    Suggestion.nearest(to: name, among: suggested[target] ?? []) { ids[target]?[$0] ?? $0 }
  }

  /// Some of the names to choose from, for an error that has nothing nearer to offer.
  func examples(_ target: Target) -> [String] { Array((suggested[target] ?? []).prefix(6)) }
}
