/// A trait: what a character may be a part of. Chinese texts are full of characters that begin a surname,
/// a plate or a number, so each is told by one look into a table and not by a search in a set.
struct Trait: OptionSet, Sendable {
  let rawValue: UInt16

  /// Surnames of most people, and those that begin other words as often.
  static let common = Trait(rawValue: 1)
  static let ambiguous = Trait(rawValue: 2)
  /// The first of a compound surname.
  static let compound = Trait(rawValue: 4)
  static let given = Trait(rawValue: 8)
  /// No given name holds it.
  static let other = Trait(rawValue: 16)
  /// It stands for what is not told.
  static let mask = Trait(rawValue: 32)
  /// The sign of a province, on plates and in the numbers of cases.
  static let province = Trait(rawValue: 64)
  /// What a kind of a case begins with.
  static let matter = Trait(rawValue: 128)
  /// A digit as it is written in Chinese, and 十 and 百.
  static let numeral = Trait(rawValue: 256)

  /// The first of a word for a numbered part of an address.
  static let unit = Trait(rawValue: 512)
  /// The last of a role, the first of a title, the first of a deed: what may stand beside a name.
  static let role = Trait(rawValue: 1024)
  static let title = Trait(rawValue: 2048)
  static let deed = Trait(rawValue: 4096)
  /// A word that leads to a name: 对, 由, 与.
  static let lead = Trait(rawValue: 8192)

  static let head: Trait = [.common, .ambiguous, .compound]

  static func of(_ scalar: Unicode.Scalar) -> Trait {
    scalar.value < 0x10000 ? table[Int(scalar.value)] : []
  }

  static func of(_ scalars: [Unicode.Scalar]) -> [Trait] {
    let table = table
    return scalars.map { $0.value < 0x10000 ? table[Int($0.value)] : [] }
  }

  private static let table: [Trait] = {
    var table = [Trait](repeating: [], count: 0x10000)
    let sets: [(Set<Unicode.Scalar>, Trait)] = [
      (Surnames.common, .common), (Surnames.ambiguous, .ambiguous),
      (Surnames.compoundHeads, .compound), (Surnames.given, .given), (Surnames.others, .other),
      (Surnames.masks, .mask), (provinces, .province), (matters, .matter),
      (numerals, .numeral), (Set(unitWords.compactMap(\.first)), .unit),
      (Set(NameWords.roles.keys), .role), (Set(NameWords.titles.keys), .title),
      (Set(NameWords.deeds.keys).union(NameWords.surely.keys), .deed), (NameWords.leads, .lead),
    ]
    for (scalars, trait) in sets {
      for scalar in scalars where scalar.value < 0x10000 { table[Int(scalar.value)].insert(trait) }
    }
    return table
  }()
}

extension Trait {
  static let unitWords = [
    "号楼", "号院", "号房", "单元", "号", "栋", "幢", "座", "弄", "室", "组", "楼", "层", "户", "房",
  ].map(\.units)
  private static let numerals = Set("一二三四五六七八九十百〇零".units)
  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".units)
  private static let matters = Set("刑民行赔执商知破调督催辖财保司认国救诉仲申抗减假".units)
}
