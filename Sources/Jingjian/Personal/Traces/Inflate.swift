/// Inflating: what was packed by DEFLATE (RFC 1951), as PDF and PNG pack what they say of themselves.
/// What is damaged gives what stands before the damage; what would grow without bounds is cut.
struct Inflate {
  private let input: Octets
  private let limit: Int
  private var place: Int
  private var bits = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// The most that is unpacked: what files say of themselves is short.
  static let limit = 8 << 20

  /// The bytes of a zlib stream (RFC 1950), else of a bare one.
  static func bytes(of input: Octets, limit: Int = limit) -> [UInt8] {
    let isZlib = (input.number(0, 2) ?? 1) % 31 == 0 && (input[0] ?? 0) & 15 == 8
    var inflate = Inflate(input: input, limit: limit, place: isZlib ? 2 : 0)
    while inflate.block() {}
    return inflate.output
  }

  private init(input: Octets, limit: Int, place: Int) {
    (self.input, self.limit, self.place) = (input, limit, place)
  }

  /// - Returns: whether another block follows.
  private mutating func block() -> Bool {
    guard let last = take(1), let kind = take(2), output.count < limit else { return false }
    let isFine: Bool
    switch kind {
    case 0: isFine = stored()
    case 1: isFine = packed(.fixedLengths, .fixedDistances)
    case 2:
      guard let (lengths, distances) = tables() else { return false }
      isFine = packed(lengths, distances)
    default: return false
    }
    return isFine && last == 0
  }

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard let byte = input[place] else { return nil }
      bits |= Int(byte) << bitCount
      bitCount += 8
      place += 1
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return bits & (1 << count - 1)
  }

  private mutating func stored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard let length = input.number(place, 2, isLittle: true),
      let part = input.part(place + 4, length)
    else { return false }
    output += part.bytes
    place += 4 + length
    return part.count == length && output.count < limit
  }

  private mutating func packed(_ lengths: Codes, _ distances: Codes) -> Bool {
    while output.count < limit {
      guard let symbol = symbol(lengths) else { return false }
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return true
      case 257..<286:
        let (base, extra) = Codes.length(symbol - 257)
        guard let more = take(extra), let code = self.symbol(distances), code < 30 else {
          return false
        }
        let (far, farExtra) = Codes.distance(code)
        guard let further = take(farExtra), far + further <= output.count else { return false }
        let start = output.count - far - further
        for n in 0..<(base + more) { output.append(output[start + n]) }
      default: return false
      }
    }
    return false
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<codes.counts.count {
      guard let bit = take(1) else { return nil }
      code |= bit
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  private mutating func tables() -> (Codes, Codes)? {
    guard let literals = take(5), let distances = take(5), let widths = take(4) else { return nil }
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(widths + 4) {
      guard let length = take(3) else { return nil }
      lengths[place] = length
    }
    let codes = Codes(lengths)
    let count = literals + 257 + distances + 1
    lengths = []
    while lengths.count < count {
      guard let symbol = symbol(codes) else { return nil }
      switch symbol {
      case 16:
        guard let last = lengths.last, let more = take(2) else { return nil }
        lengths += Array(repeating: last, count: more + 3)
      case 17, 18:
        guard let more = take(symbol == 17 ? 3 : 7) else { return nil }
        lengths += Array(repeating: 0, count: more + (symbol == 17 ? 3 : 11))
      default: lengths.append(symbol)
      }
    }
    return (
      Codes(Array(lengths[..<(literals + 257)])), Codes(Array(lengths[(literals + 257)..<count]))
    )
  }
}

/// Huffman codes, by how many there are of each length.
private struct Codes {
  let counts: [Int]
  let symbols: [Int]

  init(_ lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    self.counts = counts
    symbols = (1..<16).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
  }

  static let fixedLengths = Codes(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = Codes(Array(repeating: 5, count: 30))

  /// What a code of a length stands for, and how many bits more it has.
  static func length(_ code: Int) -> (base: Int, extra: Int) {
    if code < 8 { return (code + 3, 0) }
    if code == 28 { return (258, 0) }
    let extra = code / 4 - 1
    return ((4 + code % 4) << extra + 3, extra)
  }

  static func distance(_ code: Int) -> (base: Int, extra: Int) {
    if code < 4 { return (code + 1, 0) }
    let extra = code / 2 - 1
    return ((2 + code % 2) << extra + 1, extra)
  }
}
