/// A decimal: an exact number with a fixed count of places, never binary floating point.
struct Decimal: Sendable, Hashable, Comparable {
  /// The number times 100.
  let hundredths: Int

  static let places = 2

  init(hundredths: Int) { self.hundredths = hundredths }

  /// From `12`, `12.5`, `-0.25`; nothing for anything else, more than two places, or what is too
  /// large to be reckoned with exactly.
  init?(_ text: String) {
    var digits = text[...]
    let negative = digits.hasPrefix("-")
    if negative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...15).contains(parts[0].utf8.count),
      parts.allSatisfy({ part in part.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...Decimal.places).contains(fraction.utf8.count), let whole = Int(parts[0]),
      let part = Int(fraction + String(repeating: "0", count: Decimal.places - fraction.utf8.count))
    else { return nil }
    let value = whole * 100 + part
    hundredths = negative ? -value : value
  }

  /// From `98.6%` or `98.6`; nothing outside 0 to 100, and nothing for a bare `0.95`, which a spreadsheet
  /// writes for 95 %.
  init?(percent text: String) {
    guard let value = Decimal(written: text, units: ["%"]), (0...10_000).contains(value.hundredths)
    else { return nil }
    if !text.plainForm.hasSuffix("%"), Decimal.isShareOrPercent(value) { return nil }
    self = value
  }

  /// Whether a bare number may be a share of one as well as some percent.
  static func isShareOrPercent(_ value: Decimal) -> Bool { (1...100).contains(value.hundredths) }

  static func < (a: Decimal, b: Decimal) -> Bool { a.hundredths < b.hundredths }
  static func + (a: Decimal, b: Decimal) -> Decimal {
    Decimal(hundredths: a.hundredths + b.hundredths)
  }
  static func - (a: Decimal, b: Decimal) -> Decimal {
    Decimal(hundredths: a.hundredths - b.hundredths)
  }

  /// With both places: `93.50`.
  var fixed: String {
    let magnitude = hundredths.magnitude
    return (hundredths < 0 ? "-" : "") + "\(magnitude / 100)." + String(magnitude % 100).padded(2)
  }

  /// An amount as people read it: `12,000` or `1,280.50`.
  var grouped: String {
    var digits = Array(String(hundredths.magnitude / 100).unicodeScalars)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    let fraction = hundredths.magnitude % 100
    return (hundredths < 0 ? "-" : "") + String(String.UnicodeScalarView(digits))
      + (fraction == 0 ? "" : "." + String(fraction).padded(2))
  }

  /// Without places that are nothing: `5`, `4.5`, `93.25`.
  var short: String {
    var text = fixed
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
