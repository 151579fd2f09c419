/// Numbers as text: small numbers take one character, larger ones two, three or more; none is a quote or
/// a backslash, so that they stand in a JavaScript string as they are.
///
/// Of the 91 characters from `#` to `~` without `\`, the first 48 end a number and the other 43 go on
/// (a dense code): 48 numbers take one character, the next 2,064 two, the next 88,752 three.
/// `numbers` in `search.js` reads them.
enum Numbers {
  private static let enders = 48
  private static let others = 43

  static func write(_ number: Int, into bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { room in
      let count = put(number, room.baseAddress)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  /// How far each of some growing numbers is from the one before it; the first from zero.
  static func steps(_ numbers: UnsafeBufferPointer<Int32>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: numbers.count * most) { bytes, count in
      var last: Int32 = 0
      for number in numbers {
        count += put(Int(number - last), bytes.baseAddress.map { $0 + count })
        last = number
      }
    }
  }

  /// No number of 32 bits takes more characters.
  private static let most = 6

  /// - Returns: how many characters it took.
  @inline(__always)
  private static func put(_ number: Int, _ bytes: UnsafeMutablePointer<UInt8>?) -> Int {
    guard let bytes else { return 0 }
    // The short ones apart, since almost all are short and dividing by a constant is quick.
    var count = 0
    switch number {
    case 0..<48: break
    case 48..<2112:
      bytes[0] = sign(48 + (number - 48) / 48)
      count = 1
    case 2112..<90_864:
      let rest = number - 2112
      bytes[0] = sign(48 + rest / 2064)
      bytes[1] = sign(48 + rest % 2064 / 48)
      count = 2
    default:
      var (rest, span) = (number, enders)
      while rest >= span {
        rest -= span
        span *= others
      }
      while span > enders {
        span /= others
        bytes[count] = sign(enders + rest / span)
        count += 1
        rest %= span
      }
    }
    bytes[count] = sign(number % 48)
    return count + 1
  }

  @inline(__always)
  private static func sign(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value + (value < 57 ? 35 : 36))
  }

  static func text(_ numbers: some Sequence<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers { write(number, into: &bytes) }
    return bytes
  }

  /// The numbers that stand in a text.
  static func read(_ bytes: some Sequence<UInt8>) -> [Int] {
    var numbers: [Int] = []
    var high = 0
    for byte in bytes {
      let value = Int(byte) - (byte < 92 ? 35 : 36)
      if value < enders {
        numbers.append(high * enders + value)
        high = 0
      } else {
        high = high * others + value - enders + 1
      }
    }
    return numbers
  }
}

extension [Int] {
  /// The place of the last of growing numbers, from one on, that is not above another.
  func lastPlace(upTo number: Int, from first: Int = 0) -> Int {
    var (low, high) = (first, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
