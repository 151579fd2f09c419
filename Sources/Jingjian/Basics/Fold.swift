internal import Foundation

/// The fold: the one form in which texts are compared wherever words are looked for – by the scan, by
/// search and its script, by the checks for personal data, by what masks private words. What a reader takes
/// for the same is the same in it:
///
/// 1. compatible forms are decomposed (NFKD): full and half width, ligatures, Kangxi's radicals,
/// 2. combining marks, and all that has no look of its own, are left out,
/// 3. letters are small, and of those that are equal but for case one stands for all (`ß` is `ss`),
/// 4. of signs that look alike and of the forms of a character one stands for all (``Variants``),
/// 5. every white space is a space; how many count is for the one to say who compares.
///
/// Each scalar folds by itself, so that a text folds alike in one piece and in many, and where a match
/// stands in what was written is known. `fold` in `search.js` is this function in JavaScript.
enum Fold {
  /// Gives what a scalar folds to: none, one or some scalars, each of which folds to itself.
  @inline(__always)
  static func of(_ scalar: Unicode.Scalar, _ take: (Unicode.Scalar) -> Void) {
    if let one = usual.one(scalar) {
      take(one)
    } else {
      for one in usual.some(scalar) ?? rest.some(scalar) ?? computed(scalar) { take(one) }
    }
  }

  static func of(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { of(scalar) { folded.append($0) } }
    return folded
  }

  /// Whether something is seen of a scalar by itself.
  static func hasLook(_ scalar: Unicode.Scalar) -> Bool {
    var hasLook = false
    of(scalar) { _ in hasLook = true }
    return hasLook
  }

  /// Whether a scalar is one of the usual ones and folds to itself, as nearly all do.
  @inline(__always)
  static func keeps(_ scalar: Unicode.Scalar) -> Bool { usual.keeps(scalar) }

  /// What a scalar folds to that no table holds.
  private static func computed(_ scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar> {
    switch scalar.value {
    // Private ones, and Chinese characters that nothing decomposes.
    case 0xE000...0xF8FF, 0x20000..<0x2F800, 0x30000..<0x40000: [scalar]
    default: FoldTable.folded(scalar)[...]
    }
  }

  /// What stands in most texts: Latin letters, punctuation, kana, Chinese characters. To decompose a scalar
  /// takes Foundation half a microsecond, so all others wait until one of them is met.
  private static let usual = FoldTable(
    upTo: 0xFFFF, [0...0x2FF, 0x2000...0x27BF, 0x2E80...0x33FF, 0xFE00...0xFFFF])
  private static let rest = FoldTable(
    upTo: 0x1FFFF,
    [0x300...0x1FFF, 0x27C0...0x2E7F, 0xA000...0xABFF, 0xF900...0xFDFF, 0x1F000...0x1FAFF])
}

/// What scalars fold to, as far as they are in some ranges and Chinese characters.
private struct FoldTable: Sendable {
  /// For each scalar the one that it folds to, or where among ``scalars`` stands what it folds to, behind
  /// its count.
  private var entries: [UInt32]
  private var scalars: [Unicode.Scalar] = []
  /// Added to a place, which makes it none of a scalar.
  private static let mark: UInt32 = 1 << 24
  /// What entries hold that are in none of the ranges.
  private static let unknown = UInt32.max
  private static let variants = Dictionary(uniqueKeysWithValues: Variants.pairs)

  @inline(__always)
  func keeps(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < entries.count && entries[Int(scalar.value)] == scalar.value
  }

  /// The one that a scalar folds to; nothing where it folds to none, to some, or is not known here.
  @inline(__always)
  func one(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value < entries.count ? Unicode.Scalar(entries[Int(scalar.value)]) : nil
  }

  /// What a scalar folds to; nothing where it is not known here.
  func some(_ scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
    guard scalar.value < entries.count, entries[Int(scalar.value)] != FoldTable.unknown else {
      return nil
    }
    if let one = one(scalar) { return [one] }
    let start = Int(entries[Int(scalar.value)] - FoldTable.mark) + 1
    return scalars[start..<(start + Int(scalars[start - 1].value))]
  }

  init(upTo last: UInt32, _ ranges: [ClosedRange<UInt32>]) {
    entries = Array(repeating: FoldTable.unknown, count: Int(last) + 1)
    for value in FoldTable.characters { entries[Int(value)] = value }
    for (scalar, one) in Variants.pairs { entries[Int(scalar.value)] = one.value }
    for scalar in ranges.joined().lazy.compactMap(Unicode.Scalar.init) {
      let folded = FoldTable.folded(scalar)
      if folded.count == 1 {
        entries[Int(scalar.value)] = folded[0].value
      } else if let count = Unicode.Scalar(UInt32(folded.count)) {
        entries[Int(scalar.value)] = FoldTable.mark + UInt32(scalars.count)
        scalars.append(count)
        scalars += folded
      }
    }
  }

  /// Those that nothing decomposes.
  private static let characters: ClosedRange<UInt32> = 0x3400...0x9FFF

  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    decomposed(scalar).flatMap { part -> [Unicode.Scalar] in
      if part.properties.isWhitespace { return [" "] }
      if hasNoLook(part) { return [] }
      return small(part).map { variants[$0] ?? $0 }
    }
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    // The form of a colon in vertical text, which Unicode takes for two dots.
    if scalar == "\u{FE30}" { return [":"] }
    if scalar.isASCII || scalar.properties.generalCategory == .unassigned { return [scalar] }
    return String(scalar).decomposedStringWithCompatibilityMapping.units
  }

  /// Whether nothing is seen of a scalar by itself: a combining mark, a control, what Unicode says may be
  /// ignored, a braille pattern without dots, the place of an object.
  private static func hasNoLook(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format, .control: true
    default:
      scalar == "\u{2800}" || scalar == "\u{FFFC}" || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Some capitals have two small letters and some small letters have two capitals, as sigma and `ß`: by
  /// way of the capital's small letter all are one.
  private static func small(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      scalar.properties.lowercaseMapping.unicodeScalars
        .flatMap(\.properties.uppercaseMapping.unicodeScalars)
        .flatMap(\.properties.lowercaseMapping.unicodeScalars)
    default: [scalar]
    }
  }
}
