/// A period: what a card or a report is about – a month, a quarter or a year.
enum Period: Sendable, Hashable {
  case month(Month)
  case quarter(Quarter)
  case year(Int)

  /// From `2025-03` or `2025年3月`, `2025-Q2` or `2025年第二季度`, `2025` or `2025年`.
  init?(_ text: String) {
    if let month = Month(text) {
      self = .month(month)
    } else if let quarter = Quarter(text) {
      self = .quarter(quarter)
    } else {
      let plain = text.plainForm
      let digits = plain.hasSuffix("年") ? String(plain.dropLast()) : plain
      guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        let year = Int(digits), year > 0
      else { return nil }
      self = .year(year)
    }
  }

  /// Its last day.
  var end: Day { last.last }

  /// Its first and last month.
  var first: Month {
    switch self {
    case .month(let month): month
    case .quarter(let quarter): quarter.first
    case .year(let year): Month(number: year * 12)
    }
  }

  var last: Month {
    switch self {
    case .month(let month): month
    case .quarter(let quarter): quarter.last
    case .year(let year): Month(number: year * 12 + 11)
    }
  }
}

extension Period: CustomStringConvertible {
  /// As addresses and data files write it: `2025-03`, `2025-Q2`, `2025`.
  var description: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let quarter): quarter.description
    case .year(let year): String(year).padded(4)
    }
  }
}

/// A quarter of a year.
struct Quarter: Sendable, Hashable, Comparable {
  /// Quarters since the first of the year 0.
  let number: Int

  init(number: Int) { self.number = number }

  /// The quarter of a month.
  init(_ month: Month) { number = month.number.flooredDivision(by: 3) }

  /// From `2025-Q2`, `2025年第2季度`, `2025年第二季度`.
  init?(_ text: String) {
    let text = text.plainForm.uppercased()
    let forms = (1...4).flatMap { n in
      [
        "-Q\(n)", "年第\(n)季度", "年第\(n.numeral)季度", "年\(n)季度", "年\(n.numeral)季度", "Q\(n)", "年Q\(n)",
      ].map { ($0, n) }
    }
    guard
      let (form, quarter) = forms.first(where: {
        text.utf8.count == $0.0.utf8.count + 4 && text.hasSuffix($0.0)
      }),
      let year = Month(text.dropLast(form.count) + "-01")
    else { return nil }
    number = year.year * 4 + quarter - 1
  }

  var year: Int { number.flooredDivision(by: 4) }
  /// From 1 to 4.
  var quarter: Int { number - year * 4 + 1 }
  var first: Month { Month(number: number * 3) }
  var last: Month { Month(number: number * 3 + 2) }
  var months: [Month] { (0..<3).map { Month(number: number * 3 + $0) } }
  var next: Quarter { Quarter(number: number + 1) }

  static func < (a: Quarter, b: Quarter) -> Bool { a.number < b.number }
}

extension Int {
  /// The Chinese numeral of a quarter or of a form of discipline, both from 1 to 4.
  var numeral: String { ["一", "二", "三", "四"][self - 1] }
}

extension Quarter: CustomStringConvertible {
  var description: String { "\(String(year).padded(4))-Q\(quarter)" }
}
