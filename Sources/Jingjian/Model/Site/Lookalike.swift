/// A look-alike: an id that people take for another one – full-width letters, or Cyrillic and Greek ones
/// that have the look of Latin letters. No disk mixes the two files up, so it is a warning; what a disk
/// may mix up is an error (``Identifier/key(_:)``).
enum Lookalike {
  /// A warning for each file whose id looks like that of one before it in the same folder.
  static func remarks(on listing: Listing) -> [Diagnostic] {
    let files =
      listing.records.keys.sorted().map { listing.records[$0] ?? [] }
      + listing.tables.keys.sorted().map { listing.tables[$0] ?? [] } + [
        listing.media.map { "content/" + $0 }
      ]
    return files.flatMap { paths -> [Diagnostic] in
      var seen: [String: String] = [:]
      return paths.compactMap { path in
        guard let other = seen.updateValue(path, forKey: look(of: path)),
          Identifier.key(other) != Identifier.key(path)
        else { return nil }
        return .warning(.lookAlike(path, other), at: Place(path))
      }
    }
  }

  /// What looks the same is the same: compatible forms are one, and so are letters of one look.
  private static func look(of path: String) -> String {
    var look = String.UnicodeScalarView()
    for scalar in Identifier.key(path.compatible).unicodeScalars {
      look.append(latin[scalar] ?? scalar)
    }
    return String(look)
  }

  /// By their small letters, also where only the capitals are alike (`В`).
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q",
    "ԝ": "w", "α": "a", "β": "b", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p",
    "τ": "t", "υ": "y", "χ": "x", "ı": "i",
  ]
}

extension Message {
  fileprivate static func lookAlike(_ path: String, _ other: String) -> Message {
    Message(
      "look-alike",
      Phrase(
        zh: "「\(path)」和「\(other)」看上去一样，却是两个文件",
        en: "`\(path)` looks like `\(other)`, but they are two files"),
      fix: Phrase(
        zh: "给其中一个改名，字母和数字用半角的英文字母和数字",
        en: "rename one of them, with plain Latin letters and digits"))
  }
}
