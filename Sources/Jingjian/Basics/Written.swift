/// What is written: people type one value in many ways, and what can only mean one thing is read as that
/// (docs/format.md, "One right answer").
extension String {
  /// The same with full-width letters, digits and signs as plain ones and dashes as hyphens, without any
  /// blank: what is a number, a date or an id in whichever way it was typed.
  var plainForm: String {
    if utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x2010...0x2015, 0x2212, 0xFE63: plain.append("-")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// The parts of a text that lists several things in one of the ways in which people do.
  var enumerated: [String] {
    split { "、，,；;\n\r".contains($0) || $0 == "\r\n" }.map { String($0).trimmed }.filter {
      !$0.isEmpty
    }
  }

  fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}

extension Decimal {
  /// From a number as people and spreadsheets write it: `１２，０００`, `12,000元` where that is the unit,
  /// `93.500`; nothing where it has two readings.
  init?(written text: String, units: [String] = []) {
    var plain = text.plainForm
    if let unit = units.first(where: { plain.hasSuffix($0.plainForm) }) {
      plain.removeLast(unit.plainForm.count)
    }
    let sign = plain.hasPrefix("-") ? "-" : ""
    var parts = plain.dropFirst(sign.count).split(
      separator: ".", omittingEmptySubsequences: false
    ).map(String.init)
    guard (1...2).contains(parts.count) else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      parts[0] = groups.joined()
    }
    // Places beyond the second that are nothing say nothing.
    while parts.count == 2, parts[1].count > Decimal.places, parts[1].hasSuffix("0") {
      parts[1].removeLast()
    }
    self.init(sign + parts.joined(separator: "."))
  }
}

extension Int {
  /// From a whole number as people and spreadsheets write it, `1,200份` where that is the unit, `12.0`.
  init?(written text: String, units: [String] = []) {
    guard let number = Decimal(written: text, units: units), number.hundredths % 100 == 0 else {
      return nil
    }
    self = number.hundredths / 100
  }
}

extension Day {
  /// The day that a spreadsheet means by a bare number, as it saves a date's cell without its form;
  /// only numbers of the years 1954 to 2064, so that no year and no short number is taken for one.
  init?(serial text: String) {
    let plain = text.plainForm
    guard plain.isDigits, plain.utf8.count == 5, let serial = Int(plain),
      (20_000..<60_000).contains(serial)
    else { return nil }
    self.init(number: serial - 25_569)
  }

  /// The one day that is meant by a date whose year does not come first, or has two digits.
  init?(meant text: String) {
    let numbers = text.plainForm.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    guard numbers.count == 3, numbers.allSatisfy(\.isDigits) else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    guard let first = Int(a), let second = Int(b), let third = Int(c) else { return nil }
    if c.count == 4 {
      // Day and month can be told apart when one of them is no month.
      let days = [(first, second), (second, first)].compactMap {
        Day(year: third, month: $0.1, day: $0.0)
      }
      guard let day = days.first, days.allSatisfy({ $0 == day }) else { return nil }
      self = day
    } else if a.count == 2, first > 12, second <= 12, third <= 31, third != first {
      guard let day = Day(year: 2000 + first, month: second, day: third) else { return nil }
      self = day
    } else {
      return nil
    }
  }
}
