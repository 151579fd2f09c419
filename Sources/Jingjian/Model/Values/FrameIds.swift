/// The ids that pages use around a text, so that none of its headings may have them. A test compares them
/// with the templates.
enum FrameIds {
  static let words: Set<String> = [
    "accountability", "case", "cases", "cited", "counts", "department", "found", "heat-desc",
    "heat-title", "how", "lessons", "long-table", "main", "metric-desc", "metric-title", "metrics",
    "more", "narrow", "owed", "periods", "profile-desc", "profile-title", "quarter-desc",
    "quarter-title", "quiz", "ranking", "ranks-desc", "ranks-title", "rectification", "related",
    "results", "rules", "search", "section", "sort", "tally", "targets", "tasks", "words",
  ]
  /// What stands before a number: measures, tasks and the like have ids in their order.
  static let counted: Set<String> = [
    "measure", "task", "duty", "item", "target", "question", "fn", "fnref",
  ]

  @Sendable static func hold(_ id: String) -> Bool {
    if words.contains(id) { return true }
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && counted.contains(String(parts[0])) && Int(parts[1]) != nil
  }
}
