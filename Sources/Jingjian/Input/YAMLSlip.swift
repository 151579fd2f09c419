/// A slip in the writing of YAML, and how it is read on behind it: what is wrong with one line hides no
/// fault of another. A file with a slip is never published, so a repair only has to be near to what was
/// meant.
struct YAMLSlip {
  let message: Message
  let span: Span
  let repair: Repair

  enum Repair: Hashable {
    /// A sign is one of the text and means nothing to YAML.
    case escape(YAMLSpot)
    /// So are all signs from there to the line's end.
    case escapeRest(YAMLSpot)
    /// A sign is left out.
    case erase(YAMLSpot)
    /// What begins in a bracket ends where its lines end.
    case close(YAMLSpot, with: Unicode.Scalar)
    /// A line and those that belong to it stand below the line before it.
    case align(line: Int)
    /// A line, and those below it of its kind, are items of a list.
    case itemise(line: Int)
    /// The first word of a line is a key.
    case addColon(line: Int)
    /// Nothing is left of a line.
    case drop(line: Int)
  }

  init(_ message: Message, at span: Span, _ repair: Repair) {
    (self.message, self.span, self.repair) = (message, span, repair)
  }

  /// Whether it is a value that YAML would cut off at ` #`.
  var isComment: Bool { message.code == "yaml-comment" }
}

/// A spot: a line and a sign on it, both from 0.
struct YAMLSpot: Hashable {
  let line: Int
  let column: Int
}

extension YAMLSlip.Repair {
  /// The line of the text that it changes, from 0.
  var line: Int {
    switch self {
    case .escape(let spot), .escapeRest(let spot), .erase(let spot), .close(let spot, _): spot.line
    case .align(let line), .itemise(let line), .addColon(let line), .drop(let line): line
    }
  }
}

extension Message {
  static let yamlAlias = Message(
    "yaml-alias",
    Phrase(
      zh: "不支持 YAML 的锚点（&）和引用（*）", en: "YAML anchors (`&`) and aliases (`*`) are not used here"),
    fix: Phrase(zh: "如果是文字，请加双引号；否则把内容写全", en: "put text in double quotes, or write the value out"))

  static let yamlSecondDocument = Message(
    "yaml-document",
    Phrase(zh: "一个文件只能有一份 YAML", en: "a file holds one YAML document only"),
    fix: Phrase(zh: "删除中间的 --- 行", en: "delete the `---` line in the middle"))

  static let yamlTag = Message(
    "yaml-tag",
    Phrase(zh: "不支持 YAML 的类型标记（!）", en: "YAML tags (`!`) are not used here"),
    fix: Phrase(zh: "如果是文字，请加双引号", en: "put text in double quotes"))

  static let yamlOpenQuote = Message(
    "yaml-quote",
    Phrase(zh: "这里开始的引号没有结束", en: "the quotation that starts here is not closed"),
    fix: Phrase(zh: "在值的末尾补上同样的引号", en: "add the same quotation mark at the end of the value"))

  static let yamlOpenBracket = Message(
    "yaml-bracket",
    Phrase(zh: "这里开始的方括号或花括号没有正确结束", en: "the bracket that starts here is not closed properly"),
    fix: Phrase(
      zh: "各项之间用半角逗号，最后补上 ] 或 }", en: "separate items by `,` and close with `]` or `}`"))

  static let yamlSecondColon = Message(
    "yaml-colon",
    Phrase(zh: "值里又出现了“冒号加空格”", en: "there is a second colon followed by a space in the value"),
    fix: Phrase(zh: "用双引号把整个值括起来", en: "put the whole value in double quotes"))

  static let yamlReservedStart = Message(
    "yaml-start",
    Phrase(zh: "值不能以这个字符开头", en: "a value cannot start with this character"),
    fix: Phrase(zh: "用双引号把整个值括起来", en: "put the whole value in double quotes"))

  static let yamlNoColon = Message(
    "yaml-line",
    Phrase(zh: "这一行不是“键: 值”的形式", en: "this line is not of the form `key: value`"),
    fix: Phrase(zh: "写成“键: 值”，冒号用半角，后面空一格", en: "write `key: value` with a colon and a space"))

  static let yamlListMark = Message(
    "yaml-list",
    Phrase(zh: "列表不能这样写", en: "a list is not written like this"),
    fix: Phrase(zh: "每项一行，以半角减号加空格“- ”开头", en: "write an item a line, each behind `- `"))

  static let yamlIndentation = Message(
    "yaml-indentation",
    Phrase(zh: "这一行的缩进与上面不一致", en: "the indentation of this line does not fit the lines above"),
    fix: Phrase(
      zh: "同一层的键左边对齐；列表每项以“- ”开头", en: "align keys of one level; start each list item with `- `"))

  /// - Parameters:
  ///   - dropped: from the `#` on.
  ///   - whole: the value with it; nothing where it stands in several lines.
  static func yamlComment(_ dropped: String, whole: String?) -> Message {
    let isCode = whole?.contains { $0 == "\"" || $0 == "\\" } ?? false
    let mark = isCode ? "'" : "\""
    let quoted = whole.flatMap { $0.contains(mark) ? nil : mark + $0 + mark }
    return Message(
      "yaml-comment",
      Phrase(
        zh: "空格后面的「#」在 YAML 里是注释的开头，「\(dropped)」会丢掉",
        en: "a `#` behind a blank begins a comment in YAML, and `\(dropped)` would be dropped"),
      fix: Phrase(
        zh: "它是值的一部分，就" + (quoted.map { "写成「\($0)」" } ?? "用引号把整个值括起来")
          + "；它是注释，就移到单独一行，以 # 开头",
        en: "if it belongs to the value, "
          + (quoted.map { "write `\($0)`" } ?? "put the whole value in quotes")
          + "; if it is a comment, move it to a line of its own that begins with `#`"))
  }

  static let yamlBackslash = Message(
    "yaml-backslash",
    Phrase(
      zh: "双引号里的反斜杠「\\」另有意义", en: "a backslash in double quotes has a meaning of its own"),
    fix: Phrase(
      zh: "把外面的双引号换成单引号，或把反斜杠写成两个", en: "use single quotes, or write the backslash twice"))

  static let yamlNoItem = Message(
    "yaml-item",
    Phrase(zh: "方括号或花括号里有一项是空的", en: "an item between the brackets is empty"),
    fix: Phrase(zh: "删去多余的逗号，或补上这一项", en: "delete the comma, or write the item"))

  static let yamlMoreBehind = Message(
    "yaml-quote",
    Phrase(
      zh: "引号或括号结束以后还有文字", en: "there is more behind the end of the quotation or the bracket"),
    fix: Phrase(
      zh: "用单引号把整个值括起来", en: "put the whole value in single quotes"))

  static let yamlOther = Message(
    "yaml", Phrase(zh: "这里不合 YAML 的写法", en: "this is not YAML"),
    fix: Phrase(
      zh: "写成“键: 值”，用双引号把整个值括起来", en: "write `key: value`, with the whole value in double quotes"))
}
