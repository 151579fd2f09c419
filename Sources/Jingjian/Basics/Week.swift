/// A week: from Monday to Sunday, numbered as ISO 8601 does – a week belongs to the year that holds its
/// Thursday, so that the last days of a year may be in the first week of the next one.
struct Week: Sendable, Hashable, Comparable {
  /// Weeks since the one that holds 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// The week of a day. The first of January 1970 was a Thursday.
  init(_ day: Day) { number = (day.number + 3).flooredDivision(by: 7) }

  /// Nothing when the year has no such week: most years have 52, some 53.
  init?(year: Int, week: Int) {
    // The fourth of January is in the first week of its year, always.
    guard (1...53).contains(week), let day = Day(year: year, month: 1, day: 4) else { return nil }
    number = Week(day).number + week - 1
    if self.year != year { return nil }
  }

  /// From `2025-W21` or `2025年第21周` (docs/format.md, "Dates").
  init?(_ text: String) {
    guard let (year, week) = Week.parts(text) else { return nil }
    self.init(year: year, week: week)
  }

  /// The numbers of a week as it is written, not yet known to be one.
  static func parts(_ text: String) -> (year: Int, week: Int)? {
    let text = text.plainForm.uppercased()
    let parts =
      text.hasSuffix("周")
      ? text.dropLast().components(around: "年第") : text.components(around: "-W")
    guard let (year, week) = parts, year.utf8.count == 4, (1...2).contains(week.utf8.count),
      (year + week).utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(year),
      let week = Int(week)
    else { return nil }
    return (year, week)
  }

  var monday: Day { Day(number: number * 7 - 3) }
  var sunday: Day { monday + 6 }
  private var thursday: Day { monday + 3 }
  /// The year that it is counted in.
  var year: Int { thursday.year }
  /// The month that holds its Thursday.
  var month: Month { thursday.month }
  /// From 1 to 53.
  var week: Int { (thursday - Month(number: year * 12).first) / 7 + 1 }

  /// All weeks of a year, 52 or 53.
  static func all(of year: Int) -> [Week] {
    (1...53).compactMap { Week(year: year, week: $0) }
  }

  static func < (a: Week, b: Week) -> Bool { a.number < b.number }
}

extension Week: CustomStringConvertible {
  var description: String { "\(String(year).padded(4))-W\(String(week).padded(2))" }
}

extension StringProtocol {
  /// What stands before and behind a mark that stands there once.
  fileprivate func components(around mark: String) -> (String, String)? {
    guard let range = firstRange(of: mark) else { return nil }
    let rest = self[range.upperBound...]
    return rest.firstRange(of: mark) == nil
      ? (String(self[..<range.lowerBound]), String(rest)) : nil
  }
}
