/// An occurrence: one time that a duty is owed. Each calendar month, quarter, half-year or year from
/// the start of the responsibility year is one, due on its last day (docs/rules.md, "Duties").
struct Occurrence: Sendable, Hashable {
  /// The first day of its period.
  let first: Day
  /// The last day of its period.
  let due: Day
}

extension Duty {
  /// The occurrences of a duty that comes again: those due up to its limit, and within its year where
  /// it has none. A duty that is owed once has none of its own.
  var occurrences: [Occurrence] {
    guard let months = frequency.months else { return [] }
    let end = limit ?? Period.year(year).end
    var occurrences: [Occurrence] = []
    var start = Period.year(year).first
    while true {
      let next = Month(number: start.number + months)
      let due = next.first + -1
      if due > end { return occurrences }
      occurrences.append(Occurrence(first: start.first, due: due))
      start = next
    }
  }
}
