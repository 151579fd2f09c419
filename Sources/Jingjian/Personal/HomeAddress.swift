/// A home address: where a person lives, down to the house or the flat.
///
/// An address ends in numbered parts: `12号3单元501室`. It is a home's
/// - when one of its parts is of a dwelling (栋, 幢, 号楼, 单元, 弄, 室) and a place's name or another such part
///   stands before it,
/// - when the place is one to live in (小区, 花园, 家园, 公寓, 新村, …), or
/// - when words before it say so (家住, 住址, 户籍地, 现住, 住所地, …).
///
/// An office's `和平路1号` is none, nor is its `审判楼3楼305室`, nor a number that is masked.
enum HomeAddress: PersonalCheck {
  static let code = "home-address"

  /// Parts of dwellings; the others an office has too.
  private static let dwellings: Set<String> = ["号楼", "栋", "幢", "单元", "弄", "室", "号房", "房"]
  private static let residences: Words = [
    "小区", "花园", "家园", "公寓", "苑", "新村", "宿舍", "家属院", "家属楼", "家属区", "嘉园", "佳园", "别墅",
    "花苑", "雅居", "名邸", "华府", "公馆", "山庄", "胡同", "里弄", "新城", "安置房",
  ].byLast
  private static let places: Words = [
    "路", "街", "巷", "道", "村", "庄", "屯", "里", "社区", "镇", "乡", "大院", "城", "园", "府", "湾", "庭", "居",
    "区", "县", "市", "期", "坊", "桥", "寨", "堡",
  ].byLast
  private static let homeWords: Words = [
    "家住", "住址", "住所", "住所地", "现住", "现住址", "暂住", "租住", "居住", "居住地", "居住在", "户籍", "户籍地", "户籍地址",
    "居住地址", "现住地址", "住宅地址", "送达地址",
    "户籍所在地", "户口所在地", "家庭住址", "家庭地址", "家在", "住在", "住于", "住地", "家庭所在地", "住处", "住房位于",
  ].byLast

  static func find(in letters: Letters) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < letters.count {
      guard isNumber(place, letters), let chain = chain(from: place, letters) else {
        place += 1
        continue
      }
      if let start = home(of: chain, letters) { found.append(start..<chain.end) }
      place = chain.end
    }
    return found
  }

  /// Numbered parts that follow each other.
  private struct Chain {
    let start: Int
    var end: Int
    var units: [String] = []

    var dwellings: Int { units.count(where: HomeAddress.dwellings.contains) }
  }

  private static func chain(from start: Int, _ letters: Letters) -> Chain? {
    var chain = Chain(start: start, end: start)
    var place = start
    while let (unit, end) = part(at: place, letters) {
      chain.units.append(unit)
      chain.end = end
      place = end
      while let scalar = letters[place], place - end < 2, " ,-附内之第".unicodeScalars.contains(scalar)
      {
        place += 1
      }
    }
    guard !chain.units.isEmpty else { return nil }
    // `3栋2单元501`: a number behind the house is the flat.
    let last = chain.units.last ?? ""
    if ["单元", "栋", "幢", "号楼", "座"].contains(last) {
      var end = place
      while let scalar = letters[end], scalar.isDigit { end += 1 }
      if (2...4).contains(end - place), letters[end].map({ !isCounter($0) }) ?? true {
        chain.units.append("室")
        chain.end = end
      }
    }
    return chain
  }

  /// The most characters of a number, so that a text of nothing but digits is not read through anew from
  /// each of them.
  private static let limit = 9

  /// A number with the word for what it counts.
  private static func part(at start: Int, _ letters: Letters) -> (unit: String, end: Int)? {
    var place = start
    while place - start <= limit, isNumber(place, letters) { place += 1 }
    // `B座`, `12-3号`.
    if letters[place] == "-", letters[place + 1]?.isDigit == true {
      place += 1
      while place - start <= limit, letters[place]?.isDigit == true { place += 1 }
    }
    if place == start || place - start <= 4, let scalar = letters[place], scalar.isLatin,
      place == start
    {
      place += 1
    }
    guard place > start, place - start <= limit else { return nil }
    if letters[place]?.isBlank == true { place += 1 }
    guard letters.may(.unit, at: place),
      let unit = Trait.unitWords.first(where: { letters.hasWord($0, at: place) })
    else { return nil }
    return (String(String.UnicodeScalarView(unit)), place + unit.count)
  }

  /// Where a home's address begins whose numbered parts are known; nothing when it is no home's.
  private static func home(of chain: Chain, _ letters: Letters) -> Int? {
    let name = name(before: chain.start, letters)
    let ends = { (words: Words) in
      letters.words(words, before: chain.start).contains {
        chain.start - $0.count >= name.start
      }
    }
    let isPlace = ends(places) || ends(residences)
    let units = chain.units.filter { $0 != "楼" && $0 != "层" && $0 != "组" }
    if units.isEmpty, !(name.isHome && isPlace) { return nil }
    let isHome =
      name.isHome && (isPlace || chain.dwellings > 0)
      || ends(residences) && units != ["户"]
      || isPlace && chain.dwellings > 0 && chain.units.count > 1
      || chain.dwellings > 1
    return isHome ? name.start : nil
  }

  /// The place's name before the numbers: back to what is no part of a name, or to words that say that
  /// somebody lives there.
  private static func name(before end: Int, _ letters: Letters) -> (start: Int, isHome: Bool) {
    var start = end
    while end - start < 30, let scalar = letters[start - 1],
      scalar.isHan || scalar.isDigit || scalar.isLatin || scalar == "×" || scalar == "-"
    {
      if letters.hasAny(homeWords, before: start) {
        return (strip(start, end, letters), true)
      }
      // `张某，男，住明镜区…`
      if scalar == "住", start - 2 < 0 || !(letters[start - 2]?.isHan ?? false) {
        return (strip(start, end, letters), true)
      }
      start -= 1
    }
    // `住址：…`, `户籍地为 …`
    var place = start
    while place > 0, start - place < 3, let scalar = letters[place - 1],
      scalar == ":" || scalar.isBlank || scalar == "\"" || scalar == "," || scalar == "|"
    {
      place -= 1
    }
    let isHome = letters.hasAny(homeWords, before: place)
    return (strip(start, end, letters), isHome)
  }

  /// Without the words that lead to a place: 在, 于, 为, 是, 位于.
  private static func strip(_ start: Int, _ end: Int, _ letters: Letters) -> Int {
    var start = start
    for place in start..<end {
      if let scalar = letters[place], "在于为是到至从了的".unicodeScalars.contains(scalar) {
        start = place + 1
      }
    }
    return start
  }

  private static func isNumber(_ place: Int, _ letters: Letters) -> Bool {
    letters[place]?.isDigit == true || letters.may(.numeral, at: place)
  }

  /// What counts things and not flats: 3栋120人.
  private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
    "人户件起次个名万元年月日平米%".unicodeScalars.contains(scalar) || scalar.isDigit
  }
}

extension HomeAddress {
  static let name = Phrase(zh: "是家庭住址", en: "is a home address")
  static let fix = Phrase(zh: "删去，或只写到区县", en: "delete it, or name the district alone")
}
