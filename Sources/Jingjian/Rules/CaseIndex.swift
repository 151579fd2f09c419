/// The case index: the cases in the order in which they are read, and by all that they are looked up by.
struct CaseIndex: Sendable {
  /// Newest first; cases of one day by their ids.
  let cases: [Case]
  /// By class and by sub-problem, a case once under each.
  let byProblem: [String: [Int]]
  let byForm: [Int: [Int]]
  let byDepartment: [String: [Int]]
  /// By the year of the announcement.
  let byYear: [Int: [Int]]
  /// The class of each class and sub-problem.
  private let classOf: [String: String]

  init(_ cases: [Case], _ vocabulary: Vocabulary) {
    let cases = cases.sorted { ($1.date, $0.common.id) < ($0.date, $1.common.id) }
    var classOf: [String: String] = [:]
    for kind in vocabulary.classes {
      classOf[kind.id] = kind.id
      for child in kind.children { classOf[child.id] = kind.id }
    }
    var byProblem: [String: [Int]] = [:]
    var byForm: [Int: [Int]] = [:]
    var byDepartment: [String: [Int]] = [:]
    var byYear: [Int: [Int]] = [:]
    for (n, item) in cases.enumerated() {
      let names = item.problems + item.problems.compactMap { classOf[$0] }
      for name in names.uniqued() { byProblem[name, default: []].append(n) }
      if let form = item.form { byForm[form, default: []].append(n) }
      if let department = item.department { byDepartment[department, default: []].append(n) }
      byYear[item.date.year, default: []].append(n)
    }
    self.cases = cases
    self.classOf = classOf
    self.byProblem = byProblem
    self.byForm = byForm
    self.byDepartment = byDepartment
    self.byYear = byYear
  }

  /// Years with cases, newest first.
  var years: [Int] { byYear.keys.sorted(by: >) }

  /// Cases like one: first of the same sub-problem, then of the same class, then of the same
  /// department, newest first (docs/rules.md, "Cases").
  func related(to position: Int, limit: Int = 5) -> [Int] {
    let item = cases[position]
    let lists =
      item.problems.map { byProblem[$0] ?? [] }
      + item.problems.compactMap { classOf[$0] }.uniqued().map { byProblem[$0] ?? [] }
      + [item.department.flatMap { byDepartment[$0] } ?? []]
    var found: [Int] = []
    for list in lists {
      for other in list where found.count < limit {
        if other != position, !found.contains(other) { found.append(other) }
      }
      if found.count >= limit { break }
    }
    return found
  }
}
