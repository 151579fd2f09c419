/// Figures: the long numbers of a text, taken apart at what people type into them.
///
/// `138 1234 5678` and `6222-0212-…` are one number for who reads them, `2024 13812345678` are two. So a
/// number is a run of neighbouring groups; which runs may be one is told by `runs`.
struct Figures {
  /// Digits that nothing parts.
  struct Group {
    /// 0 to 9, and 10 for the X at the end of a citizen number.
    var digits: [UInt8]
    var range: Range<Int>
    /// What parts it from the group before it.
    let gap: Gap?
  }

  enum Gap { case markup, space, hyphen, dot, line }

  private let letters: Letters
  /// The digits of the shortest number that is looked for.
  private static let least = 11

  init(_ letters: Letters) { self.letters = letters }

  var chains: [[Group]] { letters.chains }

  /// Groups with nothing but gaps between them, as far as they hold digits enough for any number.
  static func chains(in letters: Letters) -> [[Group]] {
    let figures = Figures(letters)
    var chains: [[Group]] = []
    var place = 0
    while place < letters.count {
      let scalar = letters.scalars[place]
      var chain: [Group] = []
      if scalar.isDigit {
        chain.append(figures.group(at: place, behind: nil))
        while let last = chain.last, let (gap, next) = figures.gap(behind: last.range.upperBound) {
          chain.append(figures.group(at: next, behind: gap))
        }
      } else if letters.traits[place].contains(.numeral), let group = figures.spelt(at: place) {
        chain.append(group)
      }
      if chain.reduce(0, { $0 + $1.digits.count }) >= least { chains.append(chain) }
      place = chain.last?.range.upperBound ?? place + 1
    }
    return chains
  }

  private func group(at start: Int, behind gap: Gap?) -> Group {
    var group = Group(digits: [], range: start..<start, gap: gap)
    var place = start
    while let scalar = letters[place], scalar.isDigit,
      place == start || letters.isJoined(at: place)
    {
      group.digits.append(UInt8(scalar.value - 48))
      place += 1
    }
    if let scalar = letters[place], scalar == "x",
      letters[place + 1].map({ !$0.isLatin && !$0.isDigit }) ?? true
    {
      group.digits.append(10)
      place += 1
    }
    group.range = start..<place
    return group
  }

  /// The gap behind a group, and where the next begins.
  private func gap(behind end: Int) -> (Gap, next: Int)? {
    var place = end
    var gap = Gap.markup
    while let scalar = letters[place], place - end < 12 {
      if isStart(place) { return (gap, place) }
      switch scalar {
      case " ", "\t": if gap == .markup { gap = .space }
      // At the beginning of a line it is the mark of a list.
      case "-": if gap != .line { gap = .hyphen } else { return nil }
      // Not behind a space: there a new sentence begins.
      case ".", "·": if place == end { gap = .dot } else { return nil }
      case "\n" where !letters.isTable && gap != .line: gap = .line
      default: return nil
      }
      // Spaces at the beginning of a line are indentation; others are at most three.
      if gap != .line, place - end >= 3 { return nil }
      place += 1
    }
    return nil
  }

  private func isStart(_ place: Int) -> Bool {
    guard let scalar = letters[place] else { return false }
    if scalar.isDigit { return true }
    return scalar == "x"
      && (letters[place + 1].map { !$0.isLatin && !$0.isDigit } ?? true)
  }

  private static func chinese(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// A number written in Chinese, digit by digit.
  private func spelt(at start: Int) -> Group? {
    var digits: [UInt8] = []
    while let scalar = letters[start + digits.count], let digit = Figures.chinese(scalar) {
      digits.append(digit)
    }
    guard digits.count >= Figures.least else { return nil }
    return Group(digits: digits, range: start..<(start + digits.count), gap: nil)
  }
}

extension Figures {
  /// A run of groups that may be one number.
  struct Run {
    let groups: ArraySlice<Group>
    let digits: [UInt8]
    let range: Range<Int>

    /// How many digits each group has, where gaps show.
    var sizes: [Int] {
      groups.reduce(into: []) { sizes, group in
        if group.gap == .markup, !sizes.isEmpty {
          sizes[sizes.count - 1] += group.digits.count
        } else {
          sizes.append(group.digits.count)
        }
      }
    }

    /// Which gaps show within it.
    var gaps: Set<Gap> { Set(groups.dropFirst().compactMap(\.gap)).subtracting([.markup]) }
  }

  /// The runs of so many digits that a check takes for a number, none overlapping another.
  ///
  /// - Parameter isLoose: whether a run may also begin in the midst of groups that are parted alike, for
  ///   numbers that a digit proves.
  func runs(
    of lengths: ClosedRange<Int>, isLoose: Bool = false, where isNumber: (Run) -> Bool
  ) -> [Range<Int>] {
    chains.flatMap { chain -> [Range<Int>] in
      var found: [Range<Int>] = []
      var start = 0
      var isFresh = true
      // The digits of all groups, and where those of each end.
      let digits = chain.flatMap(\.digits)
      var ends: [Int] = []
      for group in chain { ends.append((ends.last ?? 0) + group.digits.count) }
      while start < chain.count {
        let run = run(in: chain, digits, ends, from: start, lengths) { run in
          isNumber(run) && (isLoose || isFresh || isParted(run)) && !isWord(run.range)
        }
        if let run {
          found.append(run.range)
          start += run.groups.count
        } else {
          start += 1
        }
        isFresh = run != nil
      }
      return found
    }
  }

  /// The longest run from a group on.
  private func run(
    in chain: [Group], _ digits: [UInt8], _ ends: [Int], from start: Int,
    _ lengths: ClosedRange<Int>, where isFine: (Run) -> Bool
  ) -> Run? {
    let first = start > 0 ? ends[start - 1] : 0
    var best: Run?
    for end in start..<chain.count {
      guard ends[end] - first <= lengths.upperBound else { break }
      guard ends[end] - first >= lengths.lowerBound else { continue }
      let run = Run(
        groups: chain[start...end], digits: Array(digits[first..<ends[end]]),
        range: chain[start].range.lowerBound..<chain[end].range.upperBound)
      if isFine(run) { best = run }
    }
    return best
  }

  /// Whether a run is parted from what stands before it otherwise than within itself.
  private func isParted(_ run: Run) -> Bool {
    guard let gap = run.groups.first?.gap else { return true }
    return run.gaps.isEmpty || !run.gaps.contains(gap)
  }

  /// Whether it is part of a word or a hash: letters behind it, or letters and digits before it.
  private func isWord(_ range: Range<Int>) -> Bool {
    if let next = letters[range.upperBound], next.isLatin,
      letters.hasGap(before: range.upperBound) || letters.isJoined(at: range.upperBound)
    {
      return true
    }
    var place = range.lowerBound - 1
    while let scalar = letters[place], scalar.isLatin { place -= 1 }
    guard place < range.lowerBound - 1 else { return false }
    return letters[place].map { $0.isDigit } ?? false
  }
}

extension Letters {
  /// Where web addresses stand, from their `://` on.
  var addresses: [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < count {
      if scalars[place] == ":", self[place + 1] == "/", self[place + 2] == "/" {
        let end =
          scalars[place...].firstIndex { !$0.isASCII || $0.value <= 32 } ?? count
        found.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
    return found
  }
}
