/// A day of the calendar, without a time and without a zone.
struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// Nothing when the calendar has no such day.
  init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month), (1...month.days).contains(day) else {
      return nil
    }
    self.number = month.first.number + day - 1
  }

  /// From `2025-05-27`, `2025年5月27日` and what else can only mean a day (docs/format.md, "Dates").
  init?(_ text: String) {
    guard let parts = DateParts(text), parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  var month: Month {
    // Counting from March puts the leap day at a year's end, so that months have a fixed pattern.
    let shifted = number + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (shiftedMonth >= 10 ? 1 : 0)
    return Month(number: year * 12 + (shiftedMonth + 2) % 12)
  }

  var year: Int { month.year }
  var day: Int { number - month.first.number + 1 }

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  static func - (a: Day, b: Day) -> Int { a.number - b.number }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// The same day some months on; the month's last day where that month is shorter.
  func adding(months: Int) -> Day {
    let month = Month(number: self.month.number + months)
    return month.first + (min(day, month.days) - 1)
  }
}

extension Day: CustomStringConvertible {
  var description: String { "\(month)-\(String(day).padded(2))" }
}

/// A month of a year.
struct Month: Sendable, Hashable, Comparable {
  /// Months since January of the year 0.
  let number: Int

  init(number: Int) { self.number = number }

  init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    number = year * 12 + month - 1
  }

  /// From `2025-05`, `2025年5月`, `2025/5`.
  init?(_ text: String) {
    guard let parts = DateParts(text), parts.count == 2 else { return nil }
    self.init(year: parts[0], month: parts[1])
  }

  var year: Int { number.flooredDivision(by: 12) }
  var month: Int { number - year * 12 + 1 }
  var next: Month { Month(number: number + 1) }
  var last: Day { next.first + -1 }
  var days: Int { next.first - first }

  var first: Day {
    let (year, month) = (self.year - (self.month <= 2 ? 1 : 0), self.month)
    let era = year.flooredDivision(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    return Day(
      number: era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        - 719_468)
  }

  static func < (a: Month, b: Month) -> Bool { a.number < b.number }
}

extension Month: CustomStringConvertible {
  var description: String { "\(String(year).padded(4))-\(String(month).padded(2))" }
}

/// The numbers of a date as it is written, two or three of them, not yet known to be a date.
struct DateParts {
  private let numbers: [Int]

  /// `2025-05-27`, `2025/5/27`, `2025.5.27`, `2025年5月27日`, `20250527`, in full width and with blanks
  /// too, and without the day; also with the midnight that spreadsheets add. Nothing for another shape.
  init?(_ text: String) {
    var text = text
    // A time of day is said of a moment, and midnight by a spreadsheet of every day.
    for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"]
    where text.hasSuffix(midnight) {
      text.removeLast(midnight.count)
    }
    var runs: [Substring.UnicodeScalarView] = []
    var marks = ""
    let plain = text.plainForm
    var rest = plain.unicodeScalars[...]
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      runs.append(digits)
      rest = rest[digits.endIndex...]
      if let mark = rest.popFirst() { marks.unicodeScalars.append(mark) }
    }
    // Behind 月 and 日 nothing more is to come.
    if let last = marks.last, !"-/.".contains(last), runs.last?.isEmpty == true {
      runs.removeLast()
    }
    let widths = runs.map(\.count)
    switch marks {
    case "-", "/", ".", "年月", "--", "//", "..", "年月日", "年月号":
      guard widths.first == 4, widths[1...].allSatisfy((1...2).contains) else { return nil }
      numbers = runs.compactMap { Int(String($0)) }
    case "" where widths == [8]:
      let digits = Array(plain.utf8).map { Int($0) - 48 }
      numbers = [digits[..<4], digits[4..<6], digits[6...]].map { $0.reduce(0) { $0 * 10 + $1 } }
    default: return nil
    }
  }

  var count: Int { numbers.count }
  subscript(n: Int) -> Int { numbers[n] }
}

extension Int {
  func flooredDivision(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
