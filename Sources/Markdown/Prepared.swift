// The prepared text: what libcmark is given to read. One pass over the source puts in the markers,
// notes where lines start, and refuses what is too long or too deep.

struct Prepared {
  private(set) var bytes: [UInt8] = []
  /// Where each line starts, and after them the length of the whole.
  private(set) var lines: [Int32] = []
  /// Whether there may be a citation or a placeholder.
  private(set) var hasBrackets = false
  /// Whether there may be a reference to a character.
  private(set) var hasReferences = false
  private(set) var faults = Faults()
  /// Whether the document is not to be read at all.
  private(set) var isRefused = false

  /// More than a person writes; a site of such documents would not be read either.
  static let sizeLimit = 4 << 20
  static let depthLimit = 100
  /// Quotes and list items inside each other: more than a person writes, and as many as can be printed.
  static let nestingLimit = 20
  /// Headings, each of which gets an id and a place in the list of contents.
  static let headingLimit = 10_000
  /// Marks and lines, of each of which libcmark makes a node of some hundred bytes.
  static let markLimit = 1_000_000

  /// Prepares `source`, the bytes of a string: a character is never cut short.
  init(_ source: Bytes) {
    guard source.count <= Self.sizeLimit else {
      faults.append(Fault(range: 0..<0, kind: .tooLarge(limit: Self.sizeLimit)))
      lines = [0, 0]
      isRefused = true
      return
    }
    bytes.reserveCapacity(source.count + source.count / 16)
    lines.reserveCapacity(source.count / 40 + 8)
    var reader = Reader(source: source)
    reader.read(into: &self)
    if !isRefused, let place = source.place(ofMark: Self.markLimit) {
      isRefused = true
      faults.append(Fault(range: place..<place + 1, kind: .tooManyMarks(limit: Self.markLimit)))
    }
    bytes.append(contentsOf: source.slice(reader.copied..<source.count))
    lines.append(Int32(bytes.count))
  }

  /// The bytes that the one pass stops at.
  private static let stops: [Bool] = {
    var stops = [Bool](repeating: false, count: 256)
    for byte in "\0\n\r*\\[&".utf8 { stops[Int(byte)] = true }
    // The first byte of our markers, and that of 《 and 〔, whose last ones are 8A and 94.
    stops[0xEE] = true
    stops[0xE3] = true
    return stops
  }()

  private struct Reader {
    let source: Bytes
    var lineStart = 0
    /// Up to where the source is in the prepared bytes.
    var copied = 0
    /// How many bytes were put in so far.
    var shift = 0

    mutating func read(into prepared: inout Prepared) {
      Prepared.stops.withUnsafeBufferPointer { stops in
        prepared.lines.append(0)
        var index = source.first(of: stops, from: 0, to: source.count)
        while index < source.count {
          switch source[index] {
          case 0x0A, 0x0D:
            endLine(at: index, in: &prepared)
            index += source.holds("\r\n", at: index) ? 2 : 1
            lineStart = index
            prepared.lines.append(Int32(index + shift))
          case 0x2A: index = star(at: index, in: &prepared)
          case 0x5C: index = escape(at: index, in: &prepared)
          case 0x5B: index = define(at: index, in: &prepared)
          case 0x26: index = reference(at: index, in: &prepared)
          case 0xE3:
            if source[index + 2] == 0x8A || source[index + 2] == 0x94 {
              prepared.hasBrackets = true
            }
            index += 3
          default: index = reserved(at: index, in: &prepared)
          }
          index = source.first(of: stops, from: index, to: source.count)
        }
        endLine(at: index, in: &prepared)
      }
    }

    /// Puts `text` before the source's byte at `index`.
    private mutating func insert(_ text: StaticString, at index: Int, in prepared: inout Prepared) {
      prepared.bytes.append(contentsOf: source.slice(copied..<index))
      prepared.bytes.append(text)
      copied = index
      shift += text.utf8CodeUnitCount
    }

    /// A run of `*`: a marker goes where libcmark would misjudge it.
    private mutating func star(at index: Int, in prepared: inout Prepared) -> Int {
      var end = index + 1
      while end < source.count, source[end] == 0x2A { end += 1 }
      let before = index > 0 ? source[index - 1] : 0x20
      let after = end < source.count ? source[end] : 0x20
      guard before >= 0x80 || after >= 0x80 else { return end }
      switch Flank.marker(
        Flank(before: index, in: source, across: end), Flank(after: end, in: source, across: index))
      {
      case .before: insert(Marker.flank, at: index, in: &prepared)
      case .after: insert(Marker.flank, at: end, in: &prepared)
      case nil: break
      }
      return end
    }

    /// A backslash: what it escapes means nothing to us either. The marker stands on the side where
    /// no run of `*` or `_` would see it.
    private mutating func escape(at index: Int, in prepared: inout Prepared) -> Int {
      guard index + 1 < source.count, source[index + 1].isASCIIMark else { return index + 1 }
      switch source[index + 1] {
      case 0x7E, 0x5B, 0x7B, 0x40, 0x3A, 0x2E:  // ~ [ { @ : .
        let before = index > 0 ? source[index - 1] : 0x20
        if before == 0x2A || before == 0x5F {
          insert(Marker.escapedBefore, at: index + 2, in: &prepared)
        } else {
          insert(Marker.escapedNext, at: index, in: &prepared)
        }
      default: break
      }
      return index + 2
    }

    /// `[^label]:` with nothing before it on its line but the marks of quotes. libcmark would take
    /// it for the definition of a link and swallow it.
    private mutating func define(at index: Int, in prepared: inout Prepared) -> Int {
      guard source.holds("[^", at: index) else { return index + 1 }
      for byte in source[lineStart..<index] where !byte.isBlank && byte != 0x3E {
        return index + 1
      }
      var end = index + 2
      var isText = true
      while end < source.count, source[end] != 0x5D, !source[end].isLineEnd {
        if source[end].isBlank || source[end].opensInline { isText = false }
        end += 1
      }
      guard source.holds("]:", at: end) else { return index + 1 }
      if isText, end > index + 2, end - index < Note.labelLimit {
        insert(Marker.footnote, at: index, in: &prepared)
        return index + 1
      }
      insert(Marker.flank, at: end + 1, in: &prepared)
      return end + 1
    }

    /// NUL and our own markers become U+FFFD.
    private mutating func reserved(at index: Int, in prepared: inout Prepared) -> Int {
      let isNUL = source[index] == 0
      guard isNUL || source.marker(at: index) != nil else { return index + 1 }
      let scalar = isNUL ? "\0" : source.scalar(at: index).scalar
      return replace(scalar, at: index, length: isNUL ? 1 : Marker.length, in: &prepared)
    }

    /// A reference to one of our markers stands for U+FFFD too, as libcmark would make it one.
    private mutating func reference(at index: Int, in prepared: inout Prepared) -> Int {
      prepared.hasReferences = true
      guard let (scalar, end) = source.reference(at: index),
        (0xE000...0xE003).contains(scalar.value)
      else { return index + 1 }
      return replace(scalar, at: index, length: end - index, in: &prepared)
    }

    private mutating func replace(
      _ scalar: Unicode.Scalar, at index: Int, length: Int, in prepared: inout Prepared
    ) -> Int {
      let start = index + shift
      prepared.bytes.append(contentsOf: source.slice(copied..<index))
      prepared.bytes.append("\u{FFFD}")
      copied = index + length
      shift += 3 - length
      prepared.faults.append(
        Fault(
          range: start..<start + 3,
          kind: .reservedCharacter(scalar)))
      return copied
    }

    /// Looks at a whole line once more when it is long enough to nest too deep.
    private func endLine(at end: Int, in prepared: inout Prepared) {
      guard end - lineStart >= Prepared.depthLimit, !prepared.isRefused,
        source.slice(lineStart..<end).depth > Prepared.depthLimit
      else { return }
      let start = lineStart + shift
      prepared.isRefused = true
      prepared.faults.append(
        Fault(
          range: start..<start + end - lineStart, kind: .tooDeep(limit: Prepared.nestingLimit)))
    }
  }
}

extension Bytes {
  /// Where the mark or line's end stands that has so many before it.
  fileprivate func place(ofMark limit: Int) -> Int? {
    guard count > limit else { return nil }
    var isMark = [Bool](repeating: false, count: 256)
    for byte in "\n\r*_`~[]!<&\\|".utf8 { isMark[Int(byte)] = true }
    var marks = 0
    return isMark.withUnsafeBufferPointer { isMark in
      indices.first { index in
        if isMark[Int(self[index])] { marks += 1 }
        return marks > limit
      }
    }
  }

  /// How deep the quotes and lists that a line opens can lie, at most.
  fileprivate var depth: Int {
    var depth = 0
    var index = 0
    var markers = 0
    while index < count {
      var columns = markers > 0 ? -1 : 0
      while index < count, self[index].isBlank {
        columns += self[index] == 0x09 ? 2 : 1
        index += 1
      }
      guard index < count, let marker = containerMarker(at: index) else { break }
      depth += Swift.max(0, columns) / 2
      markers += 1
      index += marker
    }
    return markers == 0 || isRule ? 0 : depth + markers
  }

  /// The length of the mark of a quote or a list at `index`.
  private func containerMarker(at index: Int) -> Int? {
    var end = index
    switch self[index] {
    case 0x3E: return 1
    case 0x2A, 0x2B, 0x2D: end += 1
    case 0x30...0x39:
      while end < count, self[end].isASCIIDigit { end += 1 }
      guard end < count, self[end] == 0x2E || self[end] == 0x29 else { return nil }
      end += 1
    default: return nil
    }
    return end == count || self[end].isBlank ? end - index : nil
  }

  /// Whether the line is nothing but one mark over and over: a rule, not lists in lists.
  private var isRule: Bool {
    guard let first = first(where: { !$0.isBlank }), first == 0x2A || first == 0x2D else {
      return false
    }
    return allSatisfy { $0 == first || $0.isBlank }
  }
}

extension UInt8 {
  /// What a label cannot hold, as libcmark would not leave it text.
  fileprivate var opensInline: Bool {
    switch self {
    case 0x5B, 0x2A, 0x60, 0x3C, 0x26, 0x5C, 0x21: true
    default: false
    }
  }
}
