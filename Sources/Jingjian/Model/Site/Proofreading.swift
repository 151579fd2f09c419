/// Proofreading: remarks about how a text is typed, which a site may make graver or turn off under
/// `checks 检查` in site.yml. What they are is the Markdown module's; here are their names.
enum Proofreading {
  static let checks: [(code: String, name: String)] = [
    ("half-width-punctuation", "半角标点"), ("unpaired-quote", "引号不成对"),
    ("unpaired-title-mark", "书名号不成对"), ("heading-space", "标题缺空格"), ("list-marker", "顿号列表"),
    ("zero-mark", "数字零"), ("space-between", "汉字间空格"), ("placeholder", "待补"),
    ("unknown-citation", "引用不明"), ("missing-alt-text", "缺替代文字"),
    ("undefined-footnote", "脚注缺内容"), ("unused-footnote", "脚注未用"), ("unknown-alert", "提示框不明"),
    ("html-comment", "网页注释"), ("tab-table", "制表符表格"), ("indented-prose", "四格缩进"),
    ("plain-heading", "标题缺井号"),
  ]

  /// The diagnostics with the gravity that a site gives them.
  static func weigh(_ report: [Diagnostic], _ checks: [String: Diagnostic.Severity?])
    -> [Diagnostic]
  {
    guard !checks.isEmpty else { return report }
    return report.compactMap { diagnostic in
      guard let severity = checks[diagnostic.message.code] else { return diagnostic }
      return severity.map {
        Diagnostic(severity: $0, place: diagnostic.place, message: diagnostic.message)
      }
    }
  }
}
