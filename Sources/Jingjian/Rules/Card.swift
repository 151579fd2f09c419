/// A card: a warning that the rules give to a department for a period.
struct Card: Sendable, Hashable {
  /// The place of the department in the site's list.
  let department: Int
  let colour: Colour
  let period: Period
  /// Evidence (rule 7): the months of a blue card's run, the quarters of a yellow one's, the quarters
  /// of a red one's year that hold a yellow card; ascending.
  let evidence: [Period]
  /// The rules that gave it.
  let rules: RuleSet

  /// By the end of the period, then blue, yellow, red, then the order of departments.
  static func inOrder(_ a: Card, _ b: Card) -> Bool {
    (a.period.end, a.colour, a.department) < (b.period.end, b.colour, b.department)
  }
}

extension Card {
  /// The id of the card on the pages that show it whole.
  func anchor(_ departments: [Department]) -> String {
    "\(colour.rawValue)-\(period)-\(departments[department].id)"
  }
}
