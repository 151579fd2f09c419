/// Bounded: lists and tables as long as they may be. What has more items is told of, and the others are not
/// proven.
extension Prover {
  /// The most items of a list, and rows of a table: each may become a page, or as many as a year has
  /// months.
  static let limit = 10_000

  /// As many items as a list may have; that there are more is reported.
  mutating func bounded(_ items: [RawValue]) -> ArraySlice<RawValue> {
    if items.count > Prover.limit {
      say(.tooManyItems, at: items[Prover.limit].span)
    }
    return items.prefix(Prover.limit)
  }
}

extension Message {
  static let tooManyItems = Message(
    "too-long",
    Phrase(
      zh: "列表最多 \(Prover.limit) 项，表格最多 \(Prover.limit) 行",
      en: "a list has at most \(Prover.limit) items, a table as many rows"),
    fix: Phrase(
      zh: "分成几份文件，或删去多余的", en: "part it into several files, or delete what is not needed"))
}
