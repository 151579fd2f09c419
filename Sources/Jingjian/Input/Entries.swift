/// What lies in a folder of the site.
extension Disk.Entry {
  /// What editors and file managers leave behind, and what `check --fix` keeps.
  static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".bak")
      || name == "Thumbs.db"
      || name == "desktop.ini"
  }
}

extension String {
  /// A file's name without blanks and signs that nobody sees, at its ends and beside its last dot.
  var nameWithoutUnseen: String {
    func trimmed(_ text: String) -> String {
      text.filter { $0.unicodeScalars.contains { $0.unseenName == nil || $0 == " " } }.trimmed
    }
    guard let dot = lastIndex(of: ".") else { return trimmed(self) }
    return trimmed(String(self[..<dot])) + "." + trimmed(String(self[index(after: dot)...]))
  }
}

extension Message {
  /// A file's name that differs from one that belongs here by what nobody sees.
  static func unseen(in name: String) -> Message {
    let meant = name.nameWithoutUnseen
    let found = name.unicodeScalars.compactMap { scalar in
      scalar.unseenName.map {
        Phrase(zh: "\($0.zh)（\(scalar.code)）", en: "a \($0.en) (\(scalar.code))")
      }
    }.uniqued()
    return Message(
      "file-name",
      Phrase(
        zh: "文件名里有" + found.map(\.zh).joined(separator: "、"),
        en: "the file's name holds " + found.map(\.en).joined(separator: ", ")),
      fix: Phrase(zh: "改名为「\(meant)」", en: "rename it `\(meant)`"))
  }

  static func unknownFile(_ name: String, among names: [String], _ place: Phrase) -> Message {
    Message(
      "unknown-file",
      Phrase(zh: "不认识这个文件或文件夹", en: "unknown file or folder"),
      fix: Phrase.didYouMean(Suggestion.nearest(to: name, among: names)) ?? place)
  }
}
