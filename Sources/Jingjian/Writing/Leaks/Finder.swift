internal import Glibc

/// A finder: looks for many thousand texts at once, in one pass.
///
/// Pieces of all texts are hashed into a set of bits: as many neighbouring pieces of each text as steps
/// fit between two looks, so that wherever a text stands, one of its pieces is looked at. Where the bytes
/// at a look hash into the set, the texts that hold this piece are compared. The longer the texts, the
/// longer are the pieces and the steps: short pieces of a language are common to most of its sentences.
struct Finder: Sendable {
  /// What is looked for; none is empty.
  let texts: [[UInt8]]
  private let pieces: [Pieces]
  /// Those that are shorter than any piece.
  private let tiny: [Int]

  /// From how many bytes on a text is looked for by pieces of how many bytes.
  private static let classes = [(from: 48, width: 24), (24, 16), (12, 8), (6, 4)]

  init(_ texts: [[UInt8]]) {
    self.texts = texts
    var rest = texts.indices.filter { !texts[$0].isEmpty }
    var pieces: [Pieces] = []
    for (least, width) in Finder.classes {
      let long = rest.filter { texts[$0].count >= least }
      if !long.isEmpty { pieces.append(Pieces(of: texts, long, least: least, width: width)) }
      rest.removeAll { texts[$0].count >= least }
    }
    (self.pieces, tiny) = (pieces, rest)
  }

  /// Finds texts; each is told at each of its places.
  ///
  /// - Parameter found: is given the text's place in ``texts`` and where it begins.
  func find(in bytes: [UInt8], _ found: (_ text: Int, _ position: Int) -> Void) {
    bytes.withUnsafeBytes { all in
      for text in tiny { findTiny(text, in: all, found) }
      for pieces in pieces {
        pieces.find(in: all) { text, position in
          if holds(text, at: position, all) { found(text, position) }
        }
      }
    }
  }

  private func holds(_ text: Int, at position: Int, _ all: UnsafeRawBufferPointer) -> Bool {
    texts[text].withUnsafeBytes { text in
      guard let base = all.baseAddress, let start = text.baseAddress else { return false }
      return memcmp(base + position, start, text.count) == 0
    }
  }

  private func findTiny(
    _ text: Int, in all: UnsafeRawBufferPointer, _ found: (Int, Int) -> Void
  ) {
    let word = texts[text]
    var position = 0
    while let place = all.offset(of: word, from: position) {
      found(text, place)
      position = place + 1
    }
  }
}

/// The hashed pieces of some texts, all of one width.
private struct Pieces: Sendable {
  private struct Piece: Sendable {
    let hash: UInt64
    /// The first four bytes of the text and the last four: most texts that share a piece differ in them.
    let ends: UInt64
    let text: Int32
    /// Where in the text it stands.
    let offset: Int32
    let length: Int32
  }

  /// 4, 8, 16 or 24 bytes.
  private let width: Int
  /// From one look to the next.
  private let step: Int
  /// A bit for each hash, in as many as leave most of them unset.
  private let bits: [UInt64]
  /// In the order of the bits.
  private let all: [Piece]
  /// Where in ``all`` those begin whose hashes share their first bits.
  private let starts: [Int32]
  /// How far a hash is shifted to give its bit, and its place in ``starts``.
  private let bitShift: UInt64
  private let startShift: UInt64

  /// - Parameter least: the bytes that each of the texts has at the least.
  init(of texts: [[UInt8]], _ chosen: [Int], least: Int, width: Int) {
    self.width = width
    let step = least - width + 1
    var all: [Piece] = []
    all.reserveCapacity(chosen.count * step)
    for text in chosen {
      texts[text].withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        for offset in 0..<step {
          all.append(
            Piece(
              hash: Pieces.hash(base + offset, width), ends: Pieces.ends(base, bytes.count),
              text: Int32(text), offset: Int32(offset), length: Int32(bytes.count)))
        }
      }
    }
    all.sort { $0.hash < $1.hash }
    let size = UInt64(64 - all.count.leadingZeroBitCount)
    let (bitShift, startShift) = (64 - min(size + 4, 28), 64 - size)
    var bits = [UInt64](repeating: 0, count: 1 << (58 - bitShift))
    var starts = [Int32](repeating: 0, count: 1 << size + 1)
    for piece in all {
      let bit = piece.hash >> bitShift
      bits[Int(bit >> 6)] |= 1 << (bit & 63)
      starts[Int(piece.hash >> startShift) + 1] += 1
    }
    for n in 1..<starts.count { starts[n] += starts[n - 1] }
    (self.step, self.all, self.bits, self.starts) = (step, all, bits, starts)
    (self.bitShift, self.startShift) = (bitShift, startShift)
  }

  /// - Parameter found: is given each text that may stand within some bytes, and where it would begin.
  func find(in bytes: UnsafeRawBufferPointer, _ found: (_ text: Int, _ position: Int) -> Void) {
    switch width {
    case 4: find(in: bytes, width: 4, found)
    case 8: find(in: bytes, width: 8, found)
    case 16: find(in: bytes, width: 16, found)
    default: find(in: bytes, width: 24, found)
    }
  }

  /// With a width that the compiler knows.
  @inline(__always)
  private func find(
    in bytes: UnsafeRawBufferPointer, width: Int, _ found: (Int, Int) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let (step, bitShift, startShift) = (step, bitShift, startShift)
    bits.withUnsafeBufferPointer { bits in
      starts.withUnsafeBufferPointer { starts in
        all.withUnsafeBufferPointer { all in
          var position = 0
          while position + width <= bytes.count {
            let hash = Pieces.hash(base + position, width)
            let bit = hash >> bitShift
            if bits[Int(bit >> 6)] & 1 << (bit & 63) != 0 {
              let place = Int(hash >> startShift)
              for n in Int(starts[place])..<Int(starts[place + 1]) where all[n].hash == hash {
                let (start, length) = (position - Int(all[n].offset), Int(all[n].length))
                if start >= 0, start + length <= bytes.count,
                  Pieces.ends(base + start, length) == all[n].ends
                {
                  found(Int(all[n].text), start)
                }
              }
            }
            position += step
          }
        }
      }
    }
  }

  @inline(__always)
  private static func ends(_ start: UnsafeRawPointer, _ length: Int) -> UInt64 {
    let last = start.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
    return UInt64(start.loadUnaligned(as: UInt32.self)) << 32 | UInt64(last)
  }

  @inline(__always)
  private static func hash(_ start: UnsafeRawPointer, _ width: Int) -> UInt64 {
    guard width > 4 else {
      return UInt64(start.loadUnaligned(as: UInt32.self)) &* 0x9E37_79B9_7F4A_7C15
    }
    var hash = start.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
    var offset = 8
    while offset < width {
      let next = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ hash >> 29 ^ next) &* 0xBF58_476D_1CE4_E5B9
      offset += 8
    }
    return hash ^ hash >> 31
  }
}
