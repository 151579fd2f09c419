/// A phrase: the same words in the two languages that the program speaks.
///
/// Diagnostics are facts first; a phrase is how a fact is said. It is written beside the code that
/// raises it (`extension Message` at the foot of that file), so that fact and words are read together.
struct Phrase: Sendable, Hashable {
  let zh: String
  let en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  func said(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// The language in which the program speaks to its user.
public enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// `--language`, else `LC_ALL`, else `LANG`, else Chinese (docs/format.md, "Diagnostics").
  ///
  /// - Parameter environment: the process's environment variables.
  public init(option: String?, environment: [String: String]) {
    let named = [option, environment["LC_ALL"], environment["LANG"]].lazy
      .compactMap { $0.flatMap { Language(rawValue: String($0.prefix(2))) } }
    self = named.first ?? .zh
  }
}
