/// Progress: where something that was promised by a day stands today.
///
/// Overdue from the day after it was due (docs/rules.md, "Progress"). A completion that lies
/// after today has not happened yet.
enum Progress: Sendable, Hashable {
  case done
  /// Done, so many days after it was due.
  case doneLate(days: Int)
  /// Open, and so many days are left; 0 on the day itself.
  case open(daysLeft: Int?)
  /// Open, so many days after it was due.
  case overdue(days: Int)

  init(due: Day?, status: Status?, done: Day?, today: Day) {
    let isDone = done.map { $0 <= today } ?? (status == .done)
    switch (isDone, due) {
    case (true, let due?) where done.map { $0 > due } == true:
      self = .doneLate(days: (done ?? due) - due)
    case (true, _): self = .done
    case (false, let due?) where due < today: self = .overdue(days: today - due)
    case (false, let due): self = .open(daysLeft: due.map { $0 - today })
    }
  }

  var isOverdue: Bool { if case .overdue = self { true } else { false } }
  var isDone: Bool {
    switch self {
    case .done, .doneLate: true
    case .open, .overdue: false
    }
  }
}

extension Case.Measure {
  func progress(today: Day) -> Progress {
    Progress(due: due, status: status, done: done, today: today)
  }
}
