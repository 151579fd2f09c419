/// An identifier: the stem of a record's file, which becomes its address (docs/format.md, "Ids").
enum Identifier {
  /// What is wrong with an id; nothing when it may be used.
  static func fault(in id: String) -> Message? {
    if id.isEmpty { return .empty }
    if let strange = id.unicodeScalars.first(where: { !isAllowed($0) }) {
      return .strangeCharacter(id, strange)
    }
    if id.hasPrefix(".") || id.hasSuffix(".") { return .dotAtEnd(id) }
    if devices.contains(id.prefix { $0 != "." }.lowercased()) { return .device(id) }
    if id.utf8.count > limit { return .tooLong(id) }
    return nil
  }

  /// Names of pages that a section makes itself.
  static func isReserved(_ id: String) -> Bool {
    let id = id.lowercased()
    return id == "index" || id == "statistics"
      || id.hasPrefix("page-") && !id.dropFirst(5).isEmpty && id.dropFirst(5).allSatisfy(\.isNumber)
  }

  /// Ids that cannot be told apart on every disk have the same key: equal after NFC and case folding.
  static func key(_ id: String) -> String { id.uppercased().lowercased() }

  /// The id for a text that may hold anything, such as a tag: what an id cannot hold becomes `-`.
  static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.composed.unicodeScalars.prefix(60) {
      let sign = isAllowed(scalar) ? scalar : "-"
      bytes += UTF8.width(sign)
      if bytes > limit - 2 { break }
      slug.append(sign)
    }
    var id = String(slug)
    while id.hasPrefix(".") { id.replaceSubrange(id.startIndex...id.startIndex, with: "-") }
    if fault(in: id) != nil || isReserved(id) { id += "-" }
    // A device keeps its name whatever stands behind a dot (`aux.1-`), but not before it.
    return fault(in: id) == nil ? id : "-" + id
  }

  /// The longest id, in bytes: with an ending it is a file name on every disk.
  static let limit = 200

  /// The id that was most likely meant by a name that cannot be one: without blanks and what nobody sees
  /// at its ends, with `-` for what an id cannot hold.
  static func proposed(for name: String) -> String? {
    var words: [String] = [""]
    for scalar in name.composed.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint
    {
      if isAllowed(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words.last != "" {
        words.append("")
      }
    }
    let id = words.filter { !$0.isEmpty }.joined(separator: "-")
      .replacing("-.", with: ".").replacing(".-", with: ".")
    return fault(in: id) == nil ? id : nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ".": return true
    default: break
    }
    // Letters and marks without a look (Hangul fillers, variation selectors) would make two names that
    // nobody can tell apart.
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  /// Names that Windows keeps for devices: a memory stick with such a file cannot be read there.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

extension Message {
  static func collidingIds(_ path: String, _ other: String) -> Message {
    Message(
      "colliding-ids",
      Phrase(
        zh: "「\(path)」和「\(other)」的编号不分大小写时相同，会得到同一个网址",
        en: "`\(path)` and `\(other)` have ids that are equal but for case, and so the same address"
      ),
      fix: Phrase(zh: "给其中一个文件改名", en: "rename one of the files"))
  }

  static func reservedId(_ id: String) -> Message {
    Message(
      "reserved-id",
      Phrase(zh: "「\(id)」是程序自己要用的网页名", en: "`\(id)` is a page that the program makes itself"),
      fix: Phrase(zh: "换一个文件名", en: "rename the file"))
  }

  static func doubledId(_ id: String) -> Message {
    Message(
      "doubled-id",
      Phrase(zh: "编号「\(id)」已经用过", en: "the id `\(id)` is taken"),
      fix: Phrase(zh: "换一个编号", en: "choose another id"))
  }

  fileprivate static let empty = Message(
    "id", Phrase(zh: "编号不能是空的", en: "an id cannot be empty"))

  fileprivate static func strangeCharacter(_ id: String, _ scalar: Unicode.Scalar) -> Message {
    let name = scalar.unseenName
    let proposed = Identifier.proposed(for: id)
    return Message(
      "id",
      Phrase(
        zh: "编号「\(id)」里不能有\(name?.zh ?? "「\(scalar)」")（\(scalar.code)）",
        en:
          "the id `\(id)` cannot hold \(name.map { "a " + $0.en } ?? "`\(scalar)`") (\(scalar.code))"
      ),
      fix: Phrase(
        zh: (proposed.map { "改成「\($0)」；" } ?? "") + "编号（文件名）只用文字、数字、-、_ 和 .",
        en: (proposed.map { "write `\($0)`; " } ?? "")
          + "use letters, digits, `-`, `_` and `.` in ids (file names)"))
  }

  fileprivate static func dotAtEnd(_ id: String) -> Message {
    Message(
      "id",
      Phrase(zh: "编号「\(id)」不能以点开头或结尾", en: "the id `\(id)` cannot start or end with a dot"))
  }

  fileprivate static func device(_ id: String) -> Message {
    Message(
      "id",
      Phrase(zh: "「\(id)」是 Windows 的设备名，不能作编号", en: "`\(id)` is the name of a device on Windows"),
      fix: Phrase(zh: "换一个文件名", en: "choose another file name"))
  }

  fileprivate static func tooLong(_ id: String) -> Message {
    Message(
      "id",
      Phrase(
        zh: "编号太长：最多 \(Identifier.limit) 字节",
        en: "the id is too long: at most \(Identifier.limit) bytes"))
  }
}
