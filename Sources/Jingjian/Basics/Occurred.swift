/// When something occurred, as exactly as it is known: a month, a year, or a span of either.
struct Occurred: Sendable, Hashable {
  let from: Month
  let to: Month
  /// As it was written, with a plain hyphen and slash: `2019-03/2022-06`.
  let text: String

  /// From `2024`, `2024-05`, `2019-03/2022-06` or `2019年3月至2022年6月`, and the other forms of a month.
  init?(_ text: String) {
    let plain = text.plainForm
    if let one = Self.period(plain) {
      (from, to, self.text) = one
      return
    }
    let spans = ["/", "至", "到", "~", "--", "-"].lazy.flatMap { mark in
      plain.ranges(of: mark).map {
        (String(plain[..<$0.lowerBound]), String(plain[$0.upperBound...]))
      }
    }.compactMap { first, last in
      Self.period(first).flatMap { first in Self.period(last).map { (first, $0) } }
    }
    guard let (first, last) = spans.first, first.from <= last.to else { return nil }
    (from, to, self.text) = (first.from, last.to, first.text + "/" + last.text)
  }

  var years: ClosedRange<Int> { from.year...to.year }

  private static func period(_ text: String) -> (from: Month, to: Month, text: String)? {
    if let month = Month(text) { return (month, month, "\(month)") }
    let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(digits), let from = Month(year: year, month: 1),
      let to = Month(year: year, month: 12)
    else { return nil }
    return (from, to, digits)
  }
}
