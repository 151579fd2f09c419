/// Colon runs: colons that stand together in a text, whatever they are written with – full width, signs
/// that have the look of a colon, blanks and what has no look between them. Some of them have the look of a
/// mark of a ``Passage``, and would publish what their writer meant to hold back.
struct ColonRuns {
  struct Run {
    /// Where its colons stand.
    var places: [Int]
    fileprivate(set) var count = 0
    /// Whether nothing but blanks stands before it in its line.
    let opensLine: Bool

    /// Whether people take it for a mark: two colons where a mark would stand, three anywhere.
    var isMark: Bool { count > 2 || opensLine && count == 2 }
  }

  /// Those of two colons and more.
  private(set) var all: [Run] = []
  private var run: Run?
  private var isLineEmpty = true

  init() {}

  init(_ text: some Sequence<Unicode.Scalar>) {
    for (place, scalar) in text.enumerated() { take(scalar, at: place) }
    endLine()
  }

  mutating func take(_ scalar: Unicode.Scalar, at place: Int) {
    if scalar == "\n" { return endLine() }
    // Two colons in one sign, which is none of two by Unicode.
    let count = scalar == "∷" ? 2 : 1
    Fold.of(scalar) { folded in
      switch folded {
      case ":", "∷":
        run = run ?? Run(places: [], opensLine: isLineEmpty)
        if run?.places.last != place { run?.places.append(place) }
        run?.count += count
        isLineEmpty = false
      case " ": break
      default:
        endRun()
        isLineEmpty = false
      }
    }
  }

  mutating func endLine() {
    endRun()
    isLineEmpty = true
  }

  private mutating func endRun() {
    if let run, run.count > 1 { all.append(run) }
    run = nil
  }
}

extension ColonRuns {
  /// The runs that a reader of HTML sees, but for those in code.
  init(ofHTML html: [UInt8]) {
    guard ColonRuns.mayStand(in: html) else { return }
    HTML.read(html) { reader in
      var isCode = false
      while let token = reader.next() {
        if let tag = token.tag {
          if tag.element.isBlock { endLine() }
          if tag.element == .code {
            if case .open = token { isCode = true } else { isCode = false }
          }
        } else if isCode {
          endRun()
          isLineEmpty = false
        } else if case .text(let range) = token {
          var place = range.lowerBound
          while place < range.upperBound {
            let (scalar, length) = reader.bytes.scalar(at: place)
            take(scalar, at: place)
            place += length
          }
        }
      }
    }
    endLine()
  }

  /// Whether there may be a run: a colon with another one, a blank or what has no look behind it. Most texts
  /// have none, which is seen without a look at each of their characters.
  private static func mayStand(in html: [UInt8]) -> Bool {
    if others.contains(where: html.holds) { return true }
    return html.withUnsafeBufferPointer { bytes in
      usual.contains { colon in
        html.offsets(of: colon).contains { offset in
          var place = offset + colon.count
          // Behind tags stands what is shown next to it; where a value may hold a bracket, all is read.
          while place < bytes.count, bytes[place] == UInt8(ascii: "<") {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
            if bytes[place...end].contains(UInt8(ascii: "=")) { return true }
            place = end + 1
          }
          guard place < bytes.count else { return false }
          var isVisible = false
          Fold.of(bytes.scalar(at: place).0) { if $0 != ":", $0 != " " { isVisible = true } }
          return !isVisible && bytes[place] != 10
        }
      }
    }
  }

  private static let usual: [[UInt8]] = [":", "：", "∶"].map { Array($0.utf8) }
  /// The rare ones.
  private static let others: [[UInt8]] = {
    let alike = Variants.pairs.filter { $0.1 == ":" && $0.0 != "∶" }.map(\.0)
    return (alike + ["\u{FE13}", "\u{FE30}", "\u{FE55}", "\u{2237}", "\u{2A74}"]).map {
      Array(String($0).utf8)
    }
  }()

  /// Whether a line begins as a mark does.
  static func open(_ line: some StringProtocol) -> Bool {
    ColonRuns(line.unicodeScalars).all.first.map { $0.opensLine } ?? false
  }
}
