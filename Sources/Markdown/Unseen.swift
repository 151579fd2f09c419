// What cannot be seen: characters that nobody sees on a page, and that part words, turn texts or break
// what reads them. Typed as they are they are the caller's; here are those that are written as
// references (`&#x200B;`), which only a parsed text shows.

internal import CCmark

/// What becomes of a character that nobody can see.
public enum Unseen: Sendable {
  /// It ends a line: what Word and Unicode have for that.
  case lineEnd
  /// It is a space that keeps lines from being broken.
  case space
  /// It is as good as not there.
  case nothing
  /// What was meant is for a person to say.
  case refused
}

extension Unicode.Scalar {
  /// What becomes of it; nil for all that can be seen, and for spaces, tabs and line ends.
  public var unseen: Unseen? {
    switch value {
    case 9, 10, 13, 0x20...0x7E, 0x3165...0x9FFF: nil
    case 0x0B, 0x2028, 0x2029: .lineEnd
    case 0xA0, 0x2007, 0x202F: .space
    case 0xAD, 0x34F, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: .nothing
    // Controls; marks and turns of direction; letters without a shape.
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2065...0x206F: .refused
    case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: .refused
    // The private areas, what is no character, what marks annotations, objects and languages.
    case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFF0...0xFFFC, 0xE0000...0xE00FF: .refused
    case 0xF0000...: .refused
    default: value & 0xFFFE == 0xFFFE ? .refused : nil
    }
  }
}

extension Builder {
  /// A text of libcmark's without what nobody can see, each told at its reference; nil where there is
  /// nothing of that kind.
  mutating func withoutUnseen(_ bytes: Bytes, of inline: OpaquePointer) -> [UInt8]? {
    withoutUnseen(bytes, from: max(leaf.cursor, offset(of: inline)))
  }

  private mutating func withoutUnseen(_ bytes: Bytes, from start: Int) -> [UInt8]? {
    guard bytes.indices.contains(where: { bytes.unseen(at: $0) != nil }) else { return nil }
    var seen: [UInt8] = []
    var place = start
    var index = 0
    while index < bytes.count {
      guard let (scalar, length, unseen) = bytes.unseen(at: index) else {
        seen.append(bytes[index])
        index += 1
        continue
      }
      let rest = bytes.slice(index + length..<bytes.count)
      let joins = seen.withUnsafeBufferPointer { $0.joins(rest) }
      let fix: String? =
        switch unseen {
        case .lineEnd: joins ? "" : " "
        case .space: " "
        case .nothing: ""
        case .refused: nil
        }
      seen += (fix ?? "").utf8
      // A reference is twelve bytes long at most to what it stands for.
      let reach = min(source.count, place + bytes.count * 12 + 4_096)
      let range = source.reference(to: scalar, in: place..<max(place, reach)) ?? place..<place
      faults.append(
        Fault(range: range, kind: .unseenCharacter(scalar), fix: range.isEmpty ? nil : fix))
      place = range.upperBound
      index += length
    }
    return seen
  }

  /// Stores what libcmark decoded of a node that is no text: an address, a title. Both stand behind what
  /// is inside the node.
  mutating func store(
    decoded string: UnsafePointer<CChar>?, of node: OpaquePointer, until stop: UInt8 = 0
  ) -> Range<Int32> {
    guard hasReferences, let string else { return store(string, until: stop) }
    var place = offset(of: node)
    if let last = cmark_node_last_child(node) { place = endOffset(of: last) }
    guard let seen = withoutUnseen(Bytes(string), from: place) else {
      return store(string, until: stop)
    }
    let start = Int32(text.count)
    text += seen.prefix { $0 != stop }
    return start..<Int32(text.count)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character at `index` that nobody can see. libcmark writes two that are none as single bytes
  /// that are no UTF-8; our own markers are none of the text's.
  fileprivate func unseen(
    at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int, unseen: Unseen)? {
    switch self[index] {
    case 0xFE: return ("\u{FFFE}", 1, .refused)
    case 0xFF: return ("\u{FFFF}", 1, .refused)
    case 0x20...0x7E, 0x80...0xBF: return nil
    default:
      guard marker(at: index) == nil else { return nil }
      let (scalar, length) = scalar(at: index)
      return scalar.unseen.map { (scalar, length, $0) }
    }
  }

  /// Where the first reference to a character stands.
  fileprivate func reference(to scalar: Unicode.Scalar, in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == 0x26, let (found, end) = reference(at: index), found == scalar {
        return index..<end
      }
      index += 1
    }
    return nil
  }

  /// What the reference at `index` stands for, `&#8203;`, `&#x200B;` or the name of one that cannot be
  /// seen, and where it ends.
  func reference(at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let end = first(";", from: index + 1, limit: 32) else { return nil }
    let name = String(decoding: self[index + 1..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let isHex = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
      let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      return number.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    return Self.names[name].map { ($0, end + 1) }
  }

  private static var names: [String: Unicode.Scalar] {
    [
      "nbsp": "\u{A0}", "NonBreakingSpace": "\u{A0}", "numsp": "\u{2007}", "shy": "\u{AD}",
      "ZeroWidthSpace": "\u{200B}", "NegativeVeryThinSpace": "\u{200B}",
      "NegativeThinSpace": "\u{200B}", "NegativeMediumSpace": "\u{200B}",
      "NegativeThickSpace": "\u{200B}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}",
      "rlm": "\u{200F}", "NoBreak": "\u{2060}", "af": "\u{2061}", "ApplyFunction": "\u{2061}",
      "it": "\u{2062}", "InvisibleTimes": "\u{2062}", "ic": "\u{2063}",
      "InvisibleComma": "\u{2063}",
    ]
  }
}
