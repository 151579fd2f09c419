/// A case's number: `（2024）×0102刑初15号`, of which each court has one list, so that it names the parties.
///
/// A year in brackets, a court with its digits, the kind of the case, a number; or in the old form
/// `（2012）明民初字第15号`. Documents – `×院〔2025〕12号` – have nothing between year and number, or no kind of a
/// case. With the number masked, `（2024）×××刑初×号`, it is none.
enum CaseNumber: PersonalCheck {
  static let code = "case-number"

  /// What the kind of a case goes on with behind its first character.
  private static let stages = Set("初终再申更执保调破异复恢监抗辖特清他请罚减核督催认赔协全前".units)

  static func find(in letters: Letters) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in letters.scalars.indices where letters.traits[place].contains(.matter) {
      if let last = found.last, last.contains(place) { continue }
      if let range = range(around: place, letters) { found.append(range) }
    }
    return found
  }

  /// The number whose kind begins at a place.
  private static func range(around kind: Int, _ letters: Letters) -> Range<Int>? {
    var end = kind
    while end - kind < 7, let scalar = letters[end], scalar.isHan, scalar != "字", scalar != "第" {
      end += 1
    }
    var place = skip(end, letters)
    for sign: Unicode.Scalar in ["字", "第"] where letters[place] == sign {
      place = skip(place + 1, letters)
    }
    let first = place
    while letters[place]?.isDigit == true { place += 1 }
    guard place > first, place - first <= 8 else { return nil }
    // A decision that follows from another: 12-1号.
    if letters[place] == "-", letters[place + 1]?.isDigit == true {
      place += 1
      while letters[place]?.isDigit == true { place += 1 }
    }
    let last = place
    place = skip(place, letters)
    let isNumbered = letters[place] == "号"
    if isNumbered {
      place += 1
      if letters[place] == "之", let scalar = letters[place + 1],
        scalar.isDigit || "一二三四五六七八九十".unicodeScalars.contains(scalar)
      {
        place += 2
      }
    } else {
      place = last
      // `15×` is masked.
      if let next = letters[place], isMask(next) || next.isLatin { return nil }
    }
    let isStaged = letters.scalars[(kind + 1)..<max(kind + 1, end)].contains { stages.contains($0) }
    guard let (start, hasCourt, hasYear) = court(before: kind, letters) else { return nil }
    // Without its year, or without 号, only a court's digits tell it from other words.
    guard hasYear && isNumbered ? hasCourt || isStaged : hasCourt && (hasYear || isNumbered) else {
      return nil
    }
    return start..<place
  }

  /// What stands before the kind: the court, and the year in brackets.
  private static func court(
    before kind: Int, _ letters: Letters
  ) -> (start: Int, hasCourt: Bool, hasYear: Bool)? {
    var place = back(kind, letters)
    var digits = 0
    while let scalar = letters[place - 1], scalar.isDigit || isMask(scalar) {
      if scalar.isDigit { digits += 1 }
      place -= 1
    }
    let end = place
    let beforeDigits = back(place, letters)
    place = beforeDigits
    while let scalar = letters[place - 1], scalar.isHan, beforeDigits - place < 6 { place -= 1 }
    let start: Int
    let hasName = place < beforeDigits || end < kind
    let year = year(before: back(place, letters), letters)
    var hasCourt = (1...4).contains(digits) && hasName
    if let year {
      start = year
    } else {
      // Of the words before it only the province's sign belongs to it.
      start = max(place, beforeDigits - 1)
      let sign = letters[start]
      hasCourt = hasCourt && digits >= 2 && (sign.map(isSign) ?? false)
    }
    return hasName || year != nil ? (start, hasCourt, year != nil) : nil
  }

  /// Where a year in brackets begins that ends before a place.
  private static func year(before end: Int, _ letters: Letters) -> Int? {
    guard let close = letters[end - 1], ")〕]】".unicodeScalars.contains(close) else { return nil }
    var place = back(end - 1, letters)
    if letters[place - 1] == "年" { place = back(place - 1, letters) }
    let last = place
    while letters[place - 1]?.isDigit == true { place -= 1 }
    guard last - place == 4, letters[place] == "1" || letters[place] == "2" else { return nil }
    place = back(place, letters)
    guard let open = letters[place - 1], "(〔[【".unicodeScalars.contains(open) else { return nil }
    return place - 1
  }

  /// The sign of a court's province; the army's and Inner Mongolia's are on no plate.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    Trait.of(scalar).contains(.province) || scalar == "内" || scalar == "兵" || scalar == "×"
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    "×*○〇□某x".unicodeScalars.contains(scalar)
  }

  private static func skip(_ place: Int, _ letters: Letters) -> Int {
    letters[place]?.isBlank == true ? place + 1 : place
  }

  private static func back(_ place: Int, _ letters: Letters) -> Int {
    letters[place - 1]?.isBlank == true ? place - 1 : place
  }
}

extension CaseNumber {
  static let name = Phrase(zh: "是案号", en: "is the number of a case")
  static let fix = Phrase(zh: "改成 （2024）×××刑初×号", en: "write `（2024）×××刑初×号`")
}
