/// An address: where a page or file stands in the site, from its root: `cases/x.html`.
///
/// Every URL of the site is made here. Pages point to each other by relative links that name the
/// file, so that the site opens from a memory stick as from a server under any path
/// (docs/format.md, "Addresses").
struct Address: Sendable, Hashable {
  /// The path as it is on disk, not encoded.
  let path: String

  init(_ path: String) { self.path = path }

  /// The page of a record.
  init(section: String, id: String) { path = "\(section)/\(id).html" }

  /// How many folders lie between the root and the page.
  var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// What leads from this page back to the root: `../` for each folder.
  var root: String { Address.root(depth: depth) }

  static func root(depth: Int) -> String { String(repeating: "../", count: depth) }

  /// The path percent-encoded once, to be put behind `root` or the site's base address.
  var encoded: String { Address.encode(path) }

  /// The same with a place on the page, encoded too.
  func encoded(at fragment: String?) -> String {
    encoded + (fragment.map { "#" + Address.encode($0) } ?? "")
  }

  /// Letters, digits and `-._~/` stay; all else is encoded as its UTF-8 bytes (RFC 3986).
  static func encode(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nothing when a `%` is not followed by two digits or the bytes are no text.
  static func decode(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit),
        let low = rest.popFirst().flatMap(hexDigit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The path that a relative one names when it stands in a folder; nothing when it leads out of the
  /// site. `.` and `..` are resolved.
  static func resolve(_ relative: String, in folder: String) -> String? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var parts = folder.utf8.split(separator: slash)
    for part in relative.utf8.split(separator: slash) {
      if part.elementsEqual([dot]) { continue }
      if part.elementsEqual([dot, dot]) {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
