/// Closure: what became of a ledger's items – closed or overdue, due to be looked back at, relapsed
/// (docs/rules.md, "Ledgers").
extension Ledger.Item {
  func progress(today: Day) -> Progress {
    Progress(due: due, status: status, done: closed, today: today)
  }

  /// The day by which a closed item must be looked back at; nothing while it is open, or when it has
  /// been.
  ///
  /// - Parameter months: from closing to the look-back.
  func lookbackDue(after months: Int, today: Day) -> Day? {
    guard let closed, closed <= today, !lookbacks.contains(where: { $0.date <= today }) else {
      return nil
    }
    return closed.adding(months: months)
  }

  /// The latest look-back that has happened.
  func lookback(today: Day) -> Ledger.Lookback? { lookbacks.last { $0.date <= today } }

  /// Whether what was closed came back.
  func hasRelapsed(today: Day) -> Bool { lookback(today: today)?.result == .relapsed }
}

extension Ledger {
  /// How many of its items are closed.
  func closed(today: Day) -> Int { items.count { $0.progress(today: today).isDone } }
}
