/// Coverage: what the activities of a year come to, for the court and for each department
/// (docs/rules.md, "Activities").
struct Coverage: Sendable {
  /// Those of a year that a department took part in, or all of it. The whole court is the
  /// departments that lived in that month.
  let activities: [Activity]

  /// - Parameter department: nothing for the whole court.
  init(_ activities: [Activity], department: Department?, year: Int) {
    self.activities = activities.filter { activity in
      guard activity.date.year == year else { return false }
      guard let department else { return true }
      return activity.isWholeCourt
        ? department.isAlive(in: activity.date.month...activity.date.month)
        : activity.departments.contains(department.id)
    }
  }

  /// Of one kind, or of all.
  func sessions(_ kind: Activity.Kind? = nil) -> Int {
    activities.filter { kind == nil || $0.kind == kind }.reduce(0) { $0 + ($1.sessions ?? 0) }
  }

  func people(_ kind: Activity.Kind? = nil) -> Int {
    activities.filter { kind == nil || $0.kind == kind }.reduce(0) { $0 + ($1.people ?? 0) }
  }

  var resits: Int { activities.reduce(0) { $0 + ($1.resits ?? 0) } }

  /// The share that passed, each activity counting by its people; nothing without a rate.
  var passRate: Ratio? {
    let rated = activities.filter { $0.passRate != nil && ($0.people ?? 0) > 0 }
    let people = rated.reduce(0) { $0 + ($1.people ?? 0) }
    let passed = rated.reduce(0) { $0 + ($1.people ?? 0) * ($1.passRate?.hundredths ?? 0) }
    return Ratio(passed, of: people * 10_000)
  }

  /// Whether there was a talk in each half of the year.
  var talks: [Bool] {
    (0..<2).map { half in
      activities.contains { $0.kind == .talk && ($0.date.month.month - 1) / 6 == half }
    }
  }
}

/// The talks of a half-year: which departments were covered.
struct TalkCoverage: Sendable {
  let year: Int
  /// 1 or 2.
  let half: Int
  /// Departments that lived in it, in their order, with or without a talk.
  let covered: [Department]
  let missed: [Department]

  init(_ activities: [Activity], of departments: [Department], year: Int, half: Int) {
    self.year = year
    self.half = half
    let first = Month(number: year * 12 + (half - 1) * 6)
    let last = Month(number: first.number + 5)
    let alive = departments.filter { $0.isAlive(in: first...last) }
    func isCovered(_ department: Department) -> Bool {
      Coverage(activities, department: department, year: year).talks[half - 1]
    }
    covered = alive.filter(isCovered)
    missed = alive.filter { !isCovered($0) }
  }

  var share: Ratio? { Ratio(covered.count, of: covered.count + missed.count) }
}
