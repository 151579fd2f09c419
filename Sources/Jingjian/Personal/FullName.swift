/// A full name: what looks like one where 王某 is the rule.
///
/// A surname and one or two characters more are a name only by what stands around them: a role before
/// (当事人张…), a title behind (…同志), a deed at the beginning of a clause (张…利用), nothing at all on either
/// side, another name, or a key that is for a person. The less sure the characters are, the more must
/// stand around them. 王某, 王某某, 王甲, 李某1, 王×× tell no name. It is a warning, as no list of names is
/// complete and no rule is sure.
enum FullName: PersonalCheck {
  static let code = "full-name"
  static let severity = Diagnostic.Severity.warning

  static func find(in letters: Letters) -> [Range<Int>] {
    var found = Set(values(in: letters))
    var place = 0
    var last = -1
    while place < letters.count {
      guard letters.may(.head, at: place),
        let range = name(at: place, letters, isListed: place == last)
      else {
        place += 1
        continue
      }
      found.insert(range)
      place = range.upperBound
      if let scalar = letters[place], "、和与及,".unicodeScalars.contains(scalar) {
        place += 1
        last = place
      }
    }
    return found.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
  }
}

extension FullName {
  /// What stands around a name.
  private struct Context {
    var role = false
    /// A role and a colon.
    var label = false
    /// Nothing that is written with it, before and behind.
    var opens = false
    var closes = false
    /// A word that leads to a name: 对, 由, 与.
    var isLed = false
    var title = false
    var deed = false
    /// A deed that only a person does.
    var surely = false
    var isListed = false
  }

  private static func name(at place: Int, _ letters: Letters, isListed: Bool) -> Range<Int>? {
    let traits = letters.traits[place]
    let isCompound =
      traits.contains(.compound)
      && Surnames.compound.contains(letters.text(place..<min(letters.count, place + 2)))
    let isCommon = isCompound || traits.contains(.common)
    guard isCommon || traits.contains(.ambiguous) else { return nil }
    let first = place + (isCompound ? 2 : 1)
    var before: Context?
    for length in [2, 1] {
      let end = first + length
      guard let given = given(first..<end, letters) else { continue }
      var context = before ?? context(before: place, letters)
      before = context
      context.isListed = isListed
      complete(&context, behind: end, letters)
      if isName(context, length: length, isCommon: isCommon, isSure: given),
        !isWord(letters.text(place..<end))
      {
        return place..<end
      }
    }
    return nil
  }

  /// Whether characters can be a given name; true when they are those of most.
  private static func given(_ range: Range<Int>, _ letters: Letters) -> Bool? {
    guard range.upperBound <= letters.count else { return nil }
    var isSure = true
    for place in range {
      let traits = letters.traits[place]
      guard letters.scalars[place].isHan, traits.isDisjoint(with: [.mask, .other]),
        !letters.gap(before: place).contains(where: Fold.hasLook)
      else { return nil }
      if !traits.contains(.given) { isSure = false }
    }
    if let next = letters[range.upperBound], Trait.of(next).contains(.mask), next != "x" {
      return nil
    }
    return isSure
  }

  /// Whether it is a word that begins like a name, or begins with one.
  private static func isWord(_ name: String) -> Bool {
    Surnames.words.contains(name) || Surnames.words.contains(String(name.prefix(2)))
  }

  private static func isName(_ context: Context, length: Int, isCommon: Bool, isSure: Bool) -> Bool
  {
    let ends = context.closes || context.deed || context.title
    let hasTwo = length == 2
    if context.label { return ends }
    if context.role {
      if isCommon { return isSure && hasTwo || ends && (isSure || hasTwo || context.surely) }
      return isSure && hasTwo && ends || isSure && (context.title || context.surely)
    }
    if context.isListed, isCommon, hasTwo && isSure || isSure && ends { return true }
    if context.isLed, context.deed, hasTwo, isCommon, isSure { return true }
    if context.title {
      if context.opens || context.isLed {
        return isCommon ? hasTwo || isSure && context.opens : isSure && hasTwo
      }
      return hasTwo && isCommon && isSure
    }
    guard context.opens, isSure else { return false }
    if hasTwo, isCommon, context.closes || context.deed { return true }
    return context.surely && (hasTwo || isCommon)
  }

  private static func context(before place: Int, _ letters: Letters) -> Context {
    var context = Context()
    guard let previous = letters[place - 1] else {
      context.opens = true
      return context
    }
    context.opens = isEdge(previous)
    context.isLed = letters.may(.lead, at: place - 1)
    var end = place
    while place - end < 3, let scalar = letters[end - 1], ":“\" (|".unicodeScalars.contains(scalar)
    {
      if scalar == ":" || scalar == "|" { context.label = true }
      end -= 1
    }
    context.role = letters.may(.role, at: end - 1) && letters.hasAny(NameWords.roles, before: end)
    context.label = context.label && context.role
    return context
  }

  private static func complete(_ context: inout Context, behind end: Int, _ letters: Letters) {
    context.closes = letters[end].map(isEdge) ?? true
    context.title = letters.may(.title, at: end) && letters.hasAny(NameWords.titles, at: end)
    guard letters.may(.deed, at: end) else { return }
    context.deed = letters.hasAny(NameWords.deeds, at: end)
    context.surely = letters.hasAny(NameWords.surely, at: end)
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isHan && !scalar.isLatin && !scalar.isDigit && !Trait.of(scalar).contains(.mask)
  }
}

extension FullName {
  /// The names in values of keys that are for a person: `当事人: 张…`.
  private static func values(in letters: Letters) -> [Range<Int>] {
    guard !letters.isTable else { return [] }
    // Where the value ends that was looked at last.
    var end = 0
    return letters.scalars.indices.filter { letters.scalars[$0] == ":" }.flatMap { colon in
      let key = NameWords.keys.first { letters.hasWord($0, before: colon) }
      guard let key, let space = letters[colon + 1], space.isBlank,
        letters[colon - key.count - 1].map({ !$0.isHan && !$0.isLatin && $0 != "-" }) ?? true
      else { return [Range<Int>]() }
      let start = colon + 1
      let value = letters.scalars[start...]
      guard start >= end else {
        // A key within a value: what stands behind its first part has been looked at.
        let last = value.firstIndex { $0 == ":" || isBorder($0) } ?? end
        return names(in: start..<min(last, end), letters)
      }
      end = value.firstIndex { "\n{}[]#".unicodeScalars.contains($0) } ?? letters.count
      return names(in: start..<end, letters)
    }
  }

  /// Whether it stands between the parts of a value.
  private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
    "、,;/和及与()\"'“”".unicodeScalars.contains(scalar)
  }

  /// The parts of a value that are a name and nothing else.
  private static func names(in value: Range<Int>, _ letters: Letters) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = value.lowerBound
    for place in value.lowerBound...value.upperBound {
      guard place == value.upperBound || isBorder(letters.scalars[place]) else { continue }
      var (first, last) = (start, place)
      while first < last, letters.scalars[first].isBlank { first += 1 }
      while first < last, letters.scalars[last - 1].isBlank { last -= 1 }
      if isWholeName(first..<last, letters) { names.append(first..<last) }
      start = place + 1
    }
    return names
  }

  private static func isWholeName(_ range: Range<Int>, _ letters: Letters) -> Bool {
    let scalars = letters.scalars[range].filter { !$0.isBlank }
    // 阿…·买…: a name of two parts.
    if let dot = scalars.firstIndex(of: "·"), dot >= 2, scalars.count - dot > 2 {
      return scalars.allSatisfy { $0 == "·" || $0.isHan && !Trait.of($0).contains(.mask) }
    }
    let isCompound = Surnames.compound.contains(String(String.UnicodeScalarView(scalars.prefix(2))))
    let length = scalars.count - (isCompound && scalars.count > 2 ? 2 : 1)
    guard (1...2).contains(length), let head = scalars.first,
      isCompound || !Trait.of(head).isDisjoint(with: [.common, .ambiguous])
    else { return false }
    // Blanks stand in names of two characters alone, to make them as wide as those of three.
    guard scalars.count == range.count || scalars.count == 2 || scalars.count == 3 else {
      return false
    }
    let name = String(String.UnicodeScalarView(scalars))
    return !Surnames.words.contains(name)
      && scalars.suffix(length).allSatisfy {
        $0.isHan && Trait.of($0).isDisjoint(with: [.mask, .other])
      }
  }
}

extension FullName {
  static let name = Phrase(zh: "像是真实姓名", en: "looks like a full name")
  static let fix = Phrase(
    zh: "改成“王某”的样子；可以公开的姓名，写进 site.yml 的“允许姓名”",
    en: "write it as 王某; a name that may be told goes into `names` of site.yml")
}
