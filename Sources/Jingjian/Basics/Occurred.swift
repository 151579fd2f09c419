/// When something occurred, as exactly as it is known: a month, a year, or a span of either.
struct Occurred: Sendable, Hashable {
  let from: Month
  let to: Month
  /// As it was written, with a plain hyphen and slash: `2019-03/2022-06`.
  let text: String

  /// From `2024`, `2024-05`, `2019-03/2022-06`; the Chinese forms of a month and `2024年` too.
  init?(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard ends.count <= 2, let first = Self.period(ends[0]),
      let last = Self.period(ends[ends.count - 1]), first.from <= last.to
    else { return nil }
    from = first.from
    to = last.to
    self.text = ends.count == 1 ? first.text : first.text + "/" + last.text
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
