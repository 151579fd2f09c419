/// A car's plate: a province, a letter, and five signs or, of an electric car, six.
///
/// `京A·12345`, `京A D12345`, `京A1234警`. At least three signs are digits, as on every plate; with stars or
/// crosses for the rest it is masked, and none.
enum Plate: PersonalCheck {
  static let code = "car-plate"

  /// What may stand last on the plates of the police, of driving schools, of lorries' trailers.
  private static let endings = Set("警学挂港澳领使超".units)

  static func find(in letters: Letters) -> [Range<Int>] {
    letters.scalars.indices.compactMap { start in
      guard letters.traits[start].contains(.province) else { return nil }
      return end(of: start, letters).map { start..<$0 }
    }
  }

  private static func end(of start: Int, _ letters: Letters) -> Int? {
    var place = start + 1
    if letters[place]?.isBlank == true { place += 1 }
    guard let office = letters[place], office.isLatin, office != "i" else { return nil }
    place += 1
    var dots = 0
    while dots < 3, let scalar = letters[place], isDot(scalar) {
      place += 1
      dots += 1
    }
    let first = place
    while let scalar = letters[place], scalar.isLatin || scalar.isDigit { place += 1 }
    let signs = letters.scalars[first..<place]
    guard signs.count(where: \.isDigit) >= 3,
      !signs.contains(where: { "io".unicodeScalars.contains($0) })
    else { return nil }
    if signs.count == 4, let ending = letters[place], endings.contains(ending) { return place + 1 }
    return (5...6).contains(signs.count) ? place : nil
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "●", ".", "-", " ": true
    default: false
    }
  }
}

extension Plate {
  static let name = Phrase(zh: "是车牌号", en: "is a car's plate")
  static let fix = Phrase(zh: "改成 京A·×××××", en: "write `京A·×××××`")
}
