/// What a user names on the command line.
extension Day {
  /// The day that `--date` names; nothing where none is named.
  init?(named text: String?) throws(Failure) {
    guard let text else { return nil }
    guard let day = Day(text) else { throw Failure(.wrongDate(text)) }
    self = day
  }
}

extension Message {
  static func noFolder(_ path: String) -> Message {
    Message("no-folder", Phrase(zh: "没有「\(path)」这个文件夹", en: "there is no folder `\(path)`"))
  }

  fileprivate static func wrongDate(_ text: String) -> Message {
    Message(
      "date", Phrase(zh: "--date 的值「\(text)」不是日期", en: "the value `\(text)` of --date is no day"),
      fix: Phrase(zh: "写成 2025-05-27", en: "write it as `2025-05-27`"))
  }
}
