/// What lies in a folder of the site.
extension Disk.Entry {
  /// What editors and file managers leave behind, and what `check --fix` keeps.
  static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".bak")
      || name == "Thumbs.db"
      || name == "desktop.ini"
  }
}

extension Message {
  static func unknownFile(_ name: String, among names: [String], _ place: Phrase) -> Message {
    Message(
      "unknown-file",
      Phrase(zh: "不认识这个文件或文件夹", en: "unknown file or folder"),
      fix: Phrase.didYouMean(Suggestion.nearest(to: name, among: names)) ?? place)
  }
}
