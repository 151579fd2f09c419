/// Letters: a text as its reader takes it in, each letter with the place where it is written.
///
/// A number that is set in bold, broken by a zero-width space or typed in full width is the same number
/// on the page. So marks that do not show are left out, references and escapes are what they stand for, and
/// all is folded (``Fold``), but for the ends of lines and tabs. What is left can be read from one letter to
/// the next.
struct Letters: Sendable {
  /// The text as it is written.
  let source: [Unicode.Scalar]
  private(set) var scalars: [Unicode.Scalar] = []
  /// What each letter may be a part of.
  private(set) var traits: [Trait] = []
  /// The long numbers in it.
  private(set) var chains: [[Figures.Group]] = []
  /// Where in `source` each letter begins, and where it ends; those of one sign, as of `㎡`, are at one place.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  /// Whether each letter stands for a sign that is none itself: `①`, `²`, `㎡`, `Ⅱ`.
  private var areSigns: [Bool] = []
  /// Whether a line's end is a border, as between the rows of a table.
  let isTable: Bool

  init(_ text: String, isTable: Bool = false) {
    source = Array(text.unicodeScalars)
    self.isTable = isTable
    scalars.reserveCapacity(source.count)
    starts.reserveCapacity(source.count)
    ends.reserveCapacity(source.count)
    areSigns.reserveCapacity(source.count)
    var place = 0
    while place < source.count {
      let scalar = source[place]
      if scalar.value >= 0x4E00, scalar.value <= 0x9FFF, Fold.keeps(scalar) {
        add(scalar, place, place + 1, isSign: false)
        place += 1
      } else {
        place = read(at: place)
      }
    }
    traits = Trait.of(scalars)
    chains = Figures.chains(in: self)
  }

  var count: Int { scalars.count }

  subscript(_ place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  /// Whether a letter may be a part of something; none is where no letter is.
  func may(_ trait: Trait, at place: Int) -> Bool {
    traits.indices.contains(place) && !traits[place].isDisjoint(with: trait)
  }

  /// The letters of a range, as they are read.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// The same as it is written.
  func written(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(source[origin(of: range)]))
  }

  /// Where in the source a range of letters stands.
  func origin(of range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    return Int(starts[range.lowerBound])..<Int(ends[last])
  }

  /// Whether something stands between a letter and the one before it that does not show.
  func hasGap(before place: Int) -> Bool {
    place > 0 && place < count && starts[place] > ends[place - 1]
  }

  /// Whether a letter and the one before it are written as one: nothing stands between them, and both are
  /// letters, or both such signs as the number of an item, which is no part of a number behind it.
  func isJoined(at place: Int) -> Bool {
    place > 0 && place < count && !hasGap(before: place) && areSigns[place] == areSigns[place - 1]
  }

  /// What stands between a letter and the one before it.
  func gap(before place: Int) -> ArraySlice<Unicode.Scalar> {
    hasGap(before: place) ? source[Int(ends[place - 1])..<Int(starts[place])] : []
  }

  /// The line where a folded word begins first.
  func line(of word: [UInt8]) -> Int? {
    var folded = FoldedText()
    for place in scalars.indices {
      // An end of a line and a tab are kept in letters.
      Fold.of(scalars[place]) { folded.add($0, from: Int(starts[place]), to: Int(ends[place])) }
    }
    return folded.ranges(of: word).first.map { range in
      source[..<range.lowerBound].count { $0 == "\n" } + 1
    }
  }

  /// Whether a word stands at a place.
  func hasWord(_ word: [Unicode.Scalar], at place: Int) -> Bool {
    place >= 0 && place + word.count <= count
      && scalars[place..<(place + word.count)].elementsEqual(word)
  }

  /// Whether a word ends before a place.
  func hasWord(_ word: [Unicode.Scalar], before place: Int) -> Bool {
    hasWord(word, at: place - word.count)
  }
}

extension Letters {
  /// Reads what begins at a place of the source.
  ///
  /// - Returns: where the next begins.
  private mutating func read(at place: Int) -> Int {
    let scalar = source[place]
    switch scalar {
    case "*", "_", "`", "~":
      let end = source[place...].firstIndex { $0 != scalar } ?? source.count
      // Three and more are a mask: 138****5678.
      if end - place >= 3 {
        for mark in place..<end { take(scalar, mark, mark + 1) }
      }
      return end
    case "\\":
      if let (escaped, end) = escape(at: place) {
        take(escaped, place, end)
        return end
      }
    case "&":
      if let (named, end) = reference(at: place) {
        take(named, place, end)
        return end
      }
    case "<":
      if let end = tag(at: place) { return end }
    case "%":
      // An address holds `@` and digits that way.
      if let byte = hex(place + 1, place + 3), (0x30...0x7A).contains(byte),
        let letter = Unicode.Scalar(byte)
      {
        take(letter, place, place + 3)
        return place + 3
      }
    default: break
    }
    take(scalar, place, place + 1)
    return place + 1
  }

  /// Takes what a sign folds to.
  private mutating func take(_ sign: Unicode.Scalar, _ start: Int, _ end: Int) {
    if sign == "\r" { return }
    if ("a"..."z").contains(sign) || sign == "\n" || sign == "\t" {
      return add(sign, start, end, isSign: false)
    }
    let isSign = !sign.isASCII && Letters.isSign(sign)
    Fold.of(sign) { add($0, start, end, isSign: isSign) }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int, isSign: Bool) {
    scalars.append(scalar)
    starts.append(Int32(clamping: start))
    ends.append(Int32(clamping: end))
    areSigns.append(isSign)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherNumber, .letterNumber, .otherSymbol: true
    default: false
    }
  }

  /// `\*` of Markdown, `\u0031` and `\x31` of YAML.
  private func escape(at place: Int) -> (Unicode.Scalar, end: Int)? {
    guard place + 1 < source.count else { return nil }
    let next = source[place + 1]
    switch next {
    case "u": return hex(place + 2, place + 6).flatMap(Unicode.Scalar.init).map { ($0, place + 6) }
    case "x": return hex(place + 2, place + 4).flatMap(Unicode.Scalar.init).map { ($0, place + 4) }
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": return (next, place + 2)
    default: return nil
    }
  }

  /// `&#49;`, `&#x31;`, and the names of signs that numbers and addresses are written with.
  private func reference(at place: Int) -> (Unicode.Scalar, end: Int)? {
    let rest = source[(place + 1)..<min(source.count, place + 12)]
    guard let end = rest.firstIndex(of: ";") else { return nil }
    let name = String(String.UnicodeScalarView(rest[..<end]))
    let value: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      value = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      value = UInt32(name.dropFirst())
    } else {
      value = Letters.names[name]
    }
    return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
  }

  private static let names: [String: UInt32] = [
    "nbsp": 0xA0, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20, "shy": 0xAD, "zwnj": 0x200C,
    "zwj": 0x200D, "commat": 0x40, "period": 0x2E, "middot": 0xB7, "hyphen": 0x2D, "lpar": 0x28,
    "rpar": 0x29, "amp": 0x26, "colon": 0x3A,
  ]

  /// A tag without attributes, `<b>`, or a moment in captions, `<00:01.000>`: what stands in an attribute
  /// is read like any text.
  private func tag(at place: Int) -> Int? {
    let rest = source[(place + 1)..<min(source.count, place + 14)]
    guard let end = rest.firstIndex(of: ">"), end > place + 1 else { return nil }
    let inside = rest[..<end]
    let isTag = inside.allSatisfy {
      $0.properties.isAlphabetic && $0.isASCII || $0 == "/" || $0 == " "
    }
    let isMoment =
      inside.contains(":") && inside.allSatisfy { "0123456789:.".unicodeScalars.contains($0) }
    return isTag || isMoment ? end + 1 : nil
  }

  private func hex(_ start: Int, _ end: Int) -> UInt32? {
    guard end <= source.count else { return nil }
    var value: UInt32 = 0
    for scalar in source[start..<end] {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
