/// A folded text: a text in the form in which words are looked for (``Fold``), with where each of its bytes
/// is written. White space next to a character that is not ASCII vanishes, other is one space, as in what
/// the scan reads of what is published.
struct FoldedText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// For each byte where the sign begins that it comes from, and where that ends.
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  init() {}

  /// With places that count scalars.
  init(_ text: some StringProtocol) {
    for (place, scalar) in text.unicodeScalars.enumerated() {
      Fold.of(scalar) { add($0, from: place, to: place + 1) }
    }
  }

  /// Adds what a sign folds to.
  mutating func add(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
    if scalar == " " {
      guard let last = bytes.last, last < 0x80, last != 32 else { return }
    } else if !scalar.isASCII, bytes.last == 32 {
      removeLast()
    }
    for byte in UTF8.encode(scalar) ?? .init() {
      bytes.append(byte)
      starts.append(Int32(clamping: start))
      ends.append(Int32(clamping: end))
    }
  }

  private mutating func removeLast() {
    bytes.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

  /// A word as it is looked for, without white space around it.
  static func word(_ text: String) -> [UInt8] {
    var folded = FoldedText(text)
    if folded.bytes.last == 32 { folded.removeLast() }
    return folded.bytes
  }

  /// Where a folded word is written.
  func ranges(of word: [UInt8]) -> [Range<Int>] {
    guard !word.isEmpty else { return [] }
    return bytes.offsets(of: word).map {
      Int(starts[$0])..<Int(ends[$0 + word.count - 1])
    }
  }
}

/// A mask: signs in the place of words that must not be shown, however they are written.
struct Mask: Sendable {
  private let words: [[UInt8]]

  init(_ words: [String]) { self.words = words.map(FoldedText.word).filter { !$0.isEmpty } }

  func callAsFunction(_ text: String) -> String {
    let folded = FoldedText(text)
    let hidden = words.flatMap { folded.ranges(of: $0) }
    guard !hidden.isEmpty else { return text }
    let isHidden = hidden.reduce(into: Array(repeating: false, count: text.unicodeScalars.count)) {
      for place in $1 { $0[place] = true }
    }
    var masked = String.UnicodeScalarView()
    for (scalar, isHidden) in zip(text.unicodeScalars, isHidden) {
      // A mark goes with the sign that it stands upon.
      let hasLook = Fold.hasLook(scalar)
      if isHidden {
        if hasLook { masked.append("■") }
      } else if hasLook || masked.last != "■" {
        masked.append(scalar)
      }
    }
    return String(masked)
  }
}
