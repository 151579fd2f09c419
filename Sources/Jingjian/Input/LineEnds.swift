/// Line ends: LF, CR LF and CR are one and the same to whatever reads a text; who writes it back keeps those
/// that the file has.
struct LineEnds: Sendable {
  /// The text with LF alone.
  let plain: String
  /// Behind each line that has an end; nothing when all are LF.
  private let ends: [String]

  init(of text: String) {
    plain = text.withPlainLineEnds
    guard text.utf8.contains(13) else {
      ends = []
      return
    }
    let bytes = Array(text.utf8)
    ends = bytes.indices.compactMap { n in
      switch bytes[n] {
      case 10: n > 0 && bytes[n - 1] == 13 ? nil : "\n"
      case 13: n + 1 < bytes.count && bytes[n + 1] == 10 ? "\r\n" : "\r"
      default: nil
      }
    }
  }

  /// A text with the file's own ends: lines that it had before keep theirs, others have that of its first.
  func restored(_ text: String) -> String {
    guard let first = ends.first else { return text }
    let (old, new) = (lines(plain), lines(text))
    let head = zip(old, new).prefix { $0.elementsEqual($1) }.count
    return new.enumerated().map { n, line in
      if n + 1 == new.count { return String(line) }
      let place = old.count == new.count || n < head ? n : n + old.count - new.count
      return String(line) + (ends.indices.contains(place) ? ends[place] : first)
    }.joined()
  }

  private func lines(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension String {
  /// With the line ends of Unix, whichever it has.
  var withPlainLineEnds: String {
    guard utf8.contains(13) else { return self }
    let bytes = Array(utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (n, byte) in bytes.enumerated() {
      if byte != 13 {
        plain.append(byte)
      } else if n + 1 == bytes.count || bytes[n + 1] != 10 {
        plain.append(10)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
