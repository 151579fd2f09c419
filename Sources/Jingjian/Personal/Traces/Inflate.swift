internal import CZlib

/// Inflating: what was packed by DEFLATE, as PDF and PNG pack what they say of themselves. What is damaged
/// gives what stands before the damage; what would grow without bounds is cut.
enum Inflate {
  /// The most that is unpacked: what files say of themselves is short.
  static let limit = 8 << 20

  /// The bytes of a zlib stream (RFC 1950), else of a bare one (RFC 1951).
  static func bytes(of input: Octets, limit: Int = limit) -> [UInt8] {
    whole(of: input, limit: limit).bytes
  }

  /// The same, and whether all of it was unpacked.
  static func whole(of input: Octets, limit: Int) -> (bytes: [UInt8], isWhole: Bool) {
    let isZlib = (input.number(0, 2) ?? 1) % 31 == 0 && (input[0] ?? 0) & 15 == 8
    var stream = z_stream()
    guard jingjian_inflate_init(&stream, isZlib ? MAX_WBITS : -MAX_WBITS) == Z_OK else {
      return ([], false)
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var state = Z_OK
    input.bytes.withUnsafeBufferPointer { source in
      // zlib reads and never writes what it is given.
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = uInt(clamping: source.count)
      while state == Z_OK, output.count < limit {
        output += [UInt8](unsafeUninitializedCapacity: 1 << 16) { part, count in
          stream.next_out = part.baseAddress
          stream.avail_out = uInt(part.count)
          state = inflate(&stream, Z_SYNC_FLUSH)
          count = part.count - Int(stream.avail_out)
        }
      }
    }
    return (output, state == Z_STREAM_END)
  }
}
