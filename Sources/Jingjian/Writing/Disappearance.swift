/// A disappearance: what the site that was published before had and the new one has not, so that nothing
/// goes without somebody being told. It is for the terminal alone.
struct Disappearance: Sendable {
  /// Pages, packets and media that are not there any more, by their paths in the site.
  let gone: [String]
  /// Pages of which only a notice of withdrawal is left.
  let withdrawn: [String]

  /// - Parameter last: the manifest of what was published before; nothing when nothing was.
  init(from last: Manifest?, to next: Manifest) {
    let (files, notices) = (Set(next.files.map(\.path)), Set(last?.withdrawn ?? []))
    let before = (last?.files ?? []).map(\.path)
    gone = before.filter { !files.contains($0) && Disappearance.isRead($0) }
    let had = Set(before)
    withdrawn = next.withdrawn.filter { had.contains($0) && !notices.contains($0) }
  }

  /// Whether people read it: the files of search and what programs read come and go with the pages.
  static func isRead(_ path: String) -> Bool {
    !["search/", "data/", "assets/"].contains(where: path.hasPrefix)
  }

  /// A line for each kind; of very many only the first are named.
  var phrases: [Phrase] {
    func names(_ paths: [String]) -> (zh: String, en: String) {
      let some = paths.prefix(20)
      let isAll = some.count == paths.count
      return (
        some.joined(separator: "、") + (isAll ? "" : " 等"),
        some.joined(separator: ", ") + (isAll ? "" : " and others")
      )
    }
    var phrases: [Phrase] = []
    if !gone.isEmpty {
      let (zh, en) = names(gone)
      phrases.append(
        Phrase(
          zh: "与上次发布的相比，不再有 \(gone.count) 个：\(zh)",
          en: "gone since the last publication, \(Count(gone.count, "file")): \(en)"))
    }
    if !withdrawn.isEmpty {
      let (zh, en) = names(withdrawn)
      phrases.append(
        Phrase(
          zh: "与上次发布的相比，新撤回 \(withdrawn.count) 个：\(zh)",
          en: "withdrawn since the last publication, \(Count(withdrawn.count, "page")): \(en)"))
    }
    return phrases
  }
}
