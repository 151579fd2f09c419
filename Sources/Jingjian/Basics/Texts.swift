/// Texts: what is asked of every text.
extension String {
  /// Without the spaces (also full-width and no-break ones), tabs and line ends around it.
  var trimmed: String {
    let blank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !blank($0) }) else { return "" }
    guard let last = scalars.lastIndex(where: { !blank($0) }) else { return "" }
    return String(scalars[first...last])
  }

  /// With zeros before it up to a width.
  func padded(_ width: Int) -> String {
    String(repeating: "0", count: Swift.max(0, width - utf8.count)) + self
  }

  /// What stands behind the last full stop, in small letters.
  var ending: String {
    lastIndex(of: ".").map { self[index(after: $0)...].lowercased() } ?? ""
  }

  /// The same without its ending.
  var withoutEnding: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }

  /// With the five characters escaped that XML gives a meaning.
  var xmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// As scalars, for comparing character by character.
  var units: [Unicode.Scalar] { Array(unicodeScalars) }
}
