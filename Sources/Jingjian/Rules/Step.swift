extension Duty {
  /// Each time that it is owed, with where that stands today. A completion counts for the period that
  /// it falls in; one that lies after today has not happened yet.
  func steps(today: Day) -> [Step] {
    let past = completions.filter { $0 <= today }
    if frequency == .once {
      return [Step(first: nil, due: limit, done: past.first, today: today)]
    }
    return occurrences.map { occurrence in
      let done = past.first { occurrence.first <= $0 && $0 <= occurrence.due }
      return Step(first: occurrence.first, due: occurrence.due, done: done, today: today)
    }
  }

  /// One time that a duty is owed, as it stands today.
  struct Step: Sendable, Hashable {
    /// The first day of its period.
    let first: Day?
    let due: Day?
    let done: Day?
    let progress: Progress

    init(first: Day?, due: Day?, done: Day?, today: Day) {
      self.first = first
      self.due = due
      self.done = done
      progress = Progress(due: due, status: nil, done: done, today: today)
    }
  }
}
