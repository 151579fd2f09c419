/// Stated ranks: a score file may say the ranks itself; what it says is compared with rule 1.
extension Rankings {
  /// What was written by hand may have been reckoned by other rules, or before a score was changed.
  func otherRanks() -> [Diagnostic] {
    scores.flatMap { table in
      let scored = table.rows.compactMap { row in row.total.map { (row, $0) } }
      return zip(scored, Rank.of(scored.map(\.1))).compactMap { score, rank -> Diagnostic? in
        guard let cell = score.0.rank, cell.statedRank != rank else { return nil }
        return .warning(.otherRank(cell.text, rank), at: Place(table.file, cell.span))
      }
    }
  }
}

extension CSV.Cell {
  /// `3`, `第3名`.
  fileprivate var statedRank: Int? {
    let plain = text.plainForm
    return Int(written: plain.hasPrefix("第") ? String(plain.dropFirst()) : plain, units: ["名"])
  }
}

extension Message {
  fileprivate static func otherRank(_ stated: String, _ rank: Int) -> Message {
    Message(
      "stated-rank",
      Phrase(
        zh: "名次「\(stated)」与得分不符：按规则是第 \(rank) 名",
        en: "the rank `\(stated)` is not that of the score: by the rules it is \(rank)"),
      fix: Phrase(
        zh: "核对得分，改正名次，或删去名次这一列；页面上的名次按得分计算",
        en:
          "compare the score, and correct the rank or delete the column; pages show ranks by the scores"
      ))
  }
}
