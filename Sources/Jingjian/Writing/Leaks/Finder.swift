/// A finder: looks for many thousand texts at once, in one pass.
///
/// The first bytes of each text are hashed into a set of bits; where the bytes at a place of the
/// searched text hash into it too, the texts that begin so are compared. Long texts are told apart by
/// more bytes than short ones, as most sentences begin like others.
struct Finder: Sendable {
  /// What is looked for; none is empty.
  let texts: [[UInt8]]
  private let long: Beginnings
  private let short: Beginnings
  /// Those of less bytes than a beginning has.
  private let tiny: [Int]

  private static let longWidth = 24
  private static let shortWidth = 6

  init(_ texts: [[UInt8]]) {
    self.texts = texts
    let places = texts.indices
    long = Beginnings(of: texts, places.filter { texts[$0].count >= Finder.longWidth }) {
      Finder.hash24($0)
    }
    short = Beginnings(
      of: texts,
      places.filter { (Finder.shortWidth..<Finder.longWidth).contains(texts[$0].count) }
    ) { Finder.hash6($0) }
    tiny = places.filter { texts[$0].count < Finder.shortWidth && !texts[$0].isEmpty }
  }

  /// Finds texts; each is told at each of its places.
  ///
  /// - Parameter found: is given the text's place in ``texts`` and where it begins.
  func find(in bytes: [UInt8], _ found: (_ text: Int, _ position: Int) -> Void) {
    bytes.withUnsafeBytes { all in
      for text in tiny { findTiny(text, in: all, found) }
      find(long, width: Finder.longWidth, in: all, hash: Finder.hash24, found)
      find(short, width: Finder.shortWidth, in: all, hash: Finder.hash6, found)
    }
  }

  @inline(__always)
  private func find(
    _ beginnings: Beginnings, width: Int, in all: UnsafeRawBufferPointer,
    hash: (UnsafeRawPointer) -> UInt64, _ found: (Int, Int) -> Void
  ) {
    guard let base = all.baseAddress, !beginnings.isEmpty, all.count >= width else { return }
    beginnings.bits.withUnsafeBufferPointer { bits in
      let shift = beginnings.shift
      for position in 0...(all.count - width) {
        let start = base + position
        // Most bytes begin no text: those within a character, and most letters of markup.
        guard beginnings.opens(start.load(as: UInt8.self)) else { continue }
        let key = hash(start)
        let bit = Int(truncatingIfNeeded: key >> shift)
        guard bits[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { continue }
        guard let candidates = beginnings.texts[key] else { continue }
        for candidate in candidates where holds(candidate, at: position, all) {
          found(candidate, position)
        }
      }
    }
  }

  private func holds(_ text: Int, at position: Int, _ all: UnsafeRawBufferPointer) -> Bool {
    let text = texts[text]
    guard position + text.count <= all.count else { return false }
    return text.elementsEqual(all[position..<(position + text.count)])
  }

  private func findTiny(
    _ text: Int, in all: UnsafeRawBufferPointer, _ found: (Int, Int) -> Void
  ) {
    let word = texts[text]
    var position = 0
    while position + word.count <= all.count {
      let rest = UnsafeRawBufferPointer(rebasing: all[position...])
      guard let place = rest.first(word) else { return }
      found(text, position + place)
      position += place + 1
    }
  }

  @inline(__always)
  private static func hash6(_ start: UnsafeRawPointer) -> UInt64 {
    let low = UInt64(start.loadUnaligned(as: UInt32.self))
    let high = UInt64(start.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    return (low | high << 32) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func hash24(_ start: UnsafeRawPointer) -> UInt64 {
    let first = start.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
    let second = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) &* 0xC2B2_AE3D_27D4_EB4F
    let third = start.loadUnaligned(fromByteOffset: 16, as: UInt64.self) &* 0x1656_67B1_9E37_79F9
    return (first ^ second >> 29 ^ third >> 31) &* 0xBF58_476D_1CE4_E5B9 ^ second ^ third
  }
}

/// The hashed beginnings of texts.
private struct Beginnings: Sendable {
  /// As many bits as leave most of them unset.
  let bits: [UInt64]
  /// How far a hash is shifted to give the place of its bit.
  let shift: UInt64
  let texts: [UInt64: [Int]]
  /// A bit for each byte that a text begins with.
  private let first: (UInt64, UInt64, UInt64, UInt64)

  @inline(__always)
  func opens(_ byte: UInt8) -> Bool {
    let word = byte < 128 ? (byte < 64 ? first.0 : first.1) : (byte < 192 ? first.2 : first.3)
    return word & 1 << UInt64(byte & 63) != 0
  }

  var isEmpty: Bool { texts.isEmpty }

  init(of all: [[UInt8]], _ places: [Int], hash: (UnsafeRawPointer) -> UInt64) {
    var texts: [UInt64: [Int]] = [:]
    for place in places {
      let key = all[place].withUnsafeBytes { $0.baseAddress.map(hash) }
      if let key { texts[key, default: []].append(place) }
    }
    var width: UInt64 = 14
    while 1 << width < 32 * texts.count, width < 26 { width += 1 }
    var bits = [UInt64](repeating: 0, count: 1 << (Int(width) - 6))
    for key in texts.keys {
      let bit = Int(truncatingIfNeeded: key >> (64 - width))
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var first = [UInt64](repeating: 0, count: 4)
    for place in places {
      for byte in all[place].prefix(1) { first[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    }
    self.first = (first[0], first[1], first[2], first[3])
    (self.bits, self.texts, shift) = (bits, texts, 64 - width)
  }
}
