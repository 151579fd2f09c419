// Flanks: whether a run of `*` or `~` can open or close something, told from the characters on its
// two sides. libcmark's rules expect a space where Chinese has none; the CommonMark CJK-friendly
// Amendments say what to do instead, and markers make an unchanged libcmark do it.

enum Flank {
  /// White space or the edge of the line.
  case space
  /// A mark of Western punctuation.
  case mark
  /// A mark of East Asian punctuation.
  case eastMark
  /// An East Asian character that is no mark.
  case eastLetter
  case letter

  init(_ scalar: Unicode.Scalar) {
    if scalar.isHan {
      self = .eastLetter
    } else if scalar.isSpace {
      self = .space
    } else if scalar.isMark {
      self = scalar.isEastAsian ? .eastMark : .mark
    } else {
      self = scalar.isEastAsian ? .eastLetter : .letter
    }
  }

  /// The flank that ends before `index`. Marks that both scripts share are East Asian when the
  /// first other character behind them is, or the one across the run.
  init(before index: Int, in bytes: Bytes, across: Int) {
    guard index > 0 else {
      self = .space
      return
    }
    var (scalar, length) = bytes.scalar(before: index)
    if (0xFE00...0xFE0E).contains(scalar.value), index > length {
      (scalar, length) = bytes.scalar(before: index - length)
    } else if (0xE0100...0xE01EF).contains(scalar.value) {
      self = .eastLetter
      return
    }
    self.init(scalar)
    guard scalar.isSharedMark else { return }
    var place = index - length
    for _ in 0..<4 where scalar.isSharedMark && place > 0 {
      (scalar, length) = bytes.scalar(before: place)
      place -= length
    }
    let far = across < bytes.count ? bytes.scalar(at: across).scalar : "\n"
    if scalar.isChinese || far.isChinese { self = .eastMark }
  }

  /// The flank that starts at `index`; see the other one.
  init(after index: Int, in bytes: Bytes, across: Int) {
    guard index < bytes.count else {
      self = .space
      return
    }
    var (scalar, length) = bytes.scalar(at: index)
    self.init(scalar)
    guard scalar.isSharedMark else { return }
    var place = index + length
    for _ in 0..<4 where scalar.isSharedMark && place < bytes.count {
      (scalar, length) = bytes.scalar(at: place)
      place += length
    }
    let far = across > 0 ? bytes.scalar(before: across).scalar : "\n"
    if scalar.isChinese || far.isChinese { self = .eastMark }
  }

  /// Whether a run between the two flanks can open.
  static func opens(_ before: Flank, _ after: Flank) -> Bool {
    after != .space && (after != .mark || before != .letter)
  }

  /// Whether a run between the two flanks can close.
  static func closes(_ before: Flank, _ after: Flank) -> Bool {
    opens(after, before)
  }

  /// Where libcmark needs a marker beside a run of `*` to read it as the amendments say. (For `_`
  /// both come to the same.)
  static func marker(_ before: Flank, _ after: Flank) -> Side? {
    switch (before, after) {
    case (.mark, .eastLetter), (.eastMark, .eastLetter), (.eastMark, .letter): .before
    case (.eastLetter, .mark), (.eastLetter, .eastMark), (.letter, .eastMark): .after
    default: nil
    }
  }

  enum Side { case before, after }
}
