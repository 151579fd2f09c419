// Bounds: hostile input is refused with a remark or read in a time that grows with its length, and
// nothing makes reading crash. A case that went quadratic would hold up the tests for minutes.

import Markdown
import Testing

@Suite struct BoundsTests {
  private static let length = 200_000

  private static let hostile: [(name: String, piece: String)] = [
    "*", "**a ", "_a", "[", "![", "]", "](", "[a](", "[](b)", ">", "> ", "|", "|a", "`", "`a",
    "``a`", "~", "~a ", "~~a",
    "<", "<a ", "<!--", "<![CDATA[", "&", "\\", "\\~", "《", "《甲》第", "《甲》第一条、", "[^a]", "[^1]: ",
    "[^1]: a\n",
    "[^a]: [^b]\n\n", "〔待补：", "{", "{指标:", "{#a", "# a {#b}\n", "# a\n", "http://", "http://a.b(",
    "www.", "a@", "a@b.",
    "|a|\n|-|\n2. x\n", "|a|\n|-|\n---\n", "a|b\n-|-\n", "x\n", "|-|\n", "“", "‘”", "中,", "中(文",
    "中 文", "**”", "。**", "1、a\n", "\0",
    "\u{E000}", "\u{E003}", "\r", "\n", "\t", "- a\n", "> [!NOTE]\n", "![a](b)\n\n", "[a]: b\n",
    "- [ ] a\n", "##", "a\n===\n",
    "&amp;", "\u{301}", "𠮷", "\u{FEFF}",
  ].map { ($0.debugDescription, $0) }

  @Test(arguments: hostile)
  func linear(_ name: String, _ piece: String) {
    let text = String(repeating: piece, count: Self.length / piece.utf8.count)
    let document = Document(text)
    var page: [UInt8] = []
    document.html(into: &page)
    #expect(page.count <= text.utf8.count * 80 + 1000)
    #expect(document.summary(limit: 100).unicodeScalars.count <= 101)
  }

  /// Runs of ever longer length, and blocks in blocks up to what is allowed.
  @Test func linearInOtherShapes() {
    let runs = (1..<600).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    let stairs = (0..<95).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    let wide =
      String(repeating: "|a", count: 20_000) + "|\n" + String(repeating: "|-", count: 20_000)
      + "|\n"
    let brackets = String(repeating: "[a", count: 20_000) + String(repeating: "]", count: 20_000)
    for text in [
      runs, stairs + String(repeating: "\n", count: 20_000),
      wide + String(repeating: "x\n", count: 9_000), brackets,
    ] {
      #expect(!html(text).isEmpty)
    }
    // Rows that would have to be filled up with millions of cells are no rows.
    #expect(html(wide + String(repeating: "x\n", count: 9_000)).contains("<p>x\nx\n"))
  }

  @Test(arguments: [
    String(repeating: ">", count: 1000), String(repeating: "> ", count: 101) + "a",
    String(repeating: "- ", count: 101) + "a",
    String(repeating: "1. ", count: 200) + "a",
    (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    (0..<120).map { String(repeating: "\t", count: $0) + "- a\n" }.joined(),
  ])
  func tooDeep(_ text: String) {
    let document = Document("文\n\n" + text)
    #expect(document.remarks.map(\.kind) == [.tooDeep(limit: 20)])
    #expect(html(text) == "")
  }

  @Test(arguments: [
    String(repeating: "> ", count: 20) + "a", String(repeating: "- ", count: 20) + "a",
    "```\n" + String(repeating: " ", count: 60) + "- a\n```",
    String(repeating: "- ", count: 300),
    String(repeating: "* ", count: 300), String(repeating: " ", count: 900) + "x",
  ])
  func notTooDeep(_ text: String) {
    #expect(remarks(text) == [])
    #expect(html(text) != "")
  }

  /// What lies too deep is told at its line, once.
  @Test(arguments: [
    String(repeating: "> ", count: 21) + "a", String(repeating: "- ", count: 30) + "a",
    String(repeating: "> - ", count: 11) + "a",
    (0..<25).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
  ])
  func nestedTooDeep(_ text: String) {
    let document = Document("文\n\n" + text)
    let line = 3 + (text.contains("\n") ? 20 : 0)
    #expect(document.remarks.map(\.kind) == [.tooDeep(limit: 20)])
    #expect(document.remarks.map(\.line) == [line])
  }

  @Test func tooManyMarks() {
    let line = String(repeating: "*", count: 999) + "\n"
    let document = Document(String(repeating: line, count: 1000) + "a\n[")
    #expect(
      document.remarks.map { "\($0.line):\($0.column) \($0.kind)" } == [
        "1001:2 tooManyMarks(limit: 1000000)"
      ])
    #expect(document.count.characters == 0)
  }

  @Test func tooManyHeadings() {
    let document = Document(String(repeating: "## a\n", count: 10_001))
    #expect(
      document.remarks.map { "\($0.line):\($0.column) \($0.kind)" } == [
        "10001:1 tooManyHeadings(limit: 10000)"
      ])
    #expect(document.headings.isEmpty && html(String(repeating: "## a\n", count: 10_001)) == "")
  }

  @Test func tooLarge() {
    let document = Document(String(repeating: "a", count: (4 << 20) + 1))
    #expect(
      document.remarks.map { "\($0.line):\($0.column) \($0.kind)" } == [
        "1:1 tooLarge(limit: 4194304)"
      ])
    #expect(document.count.characters == 0 && document.headings.isEmpty)
  }

  @Test func reservedCharacters() {
    #expect(
      remarks("甲\0乙\n\u{E001}**丙。**丁\u{E003}\n") == [
        "1:2+1 reserved-character", "2:1+1 reserved-character", "2:9+1 reserved-character",
      ])
    #expect(html("甲\0乙\u{E000}") == "<p>甲\u{FFFD}乙\u{FFFD}</p>\n")
  }

  /// Any bytes: no crash, places inside the text, no tag that is not ours, the same result twice.
  @Test(arguments: 0..<40)
  func anyBytes(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let pieces = [
      "*", "**", "_", "~~", "`", "[", "]", "(", ")", "[^1]", "[^1]: ", "![", "|", "\n|-|\n", "\n",
      "\n\n", "> ", "- ", "1. ",
      "# ", "《", "》", "第三条", "〔待补：", "〕", "“", "”", "{#a}", "{指标:", "}", "http://a.b", "www.",
      "@b.c", "\\", "<b>", "&amp;",
      "中文", "，", "abc", " ", "\t", "\r\n", "[!NOTE]", "[ ] ", "\0", "\u{E002}", "---", "===", "```",
      ":",
    ]
    for _ in 0..<25 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &dice) {
        if Int.random(in: 0..<5, using: &dice) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &dice))
        } else {
          bytes += Array(dice.pick(pieces).utf8)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let document = Document(text)
      let lines = text.split(omittingEmptySubsequences: false) {
        $0 == "\n" || $0 == "\r\n" || $0 == "\r"
      }
      for remark in document.remarks {
        try #require(remark.line >= 1 && remark.line <= lines.count, "\(text.debugDescription)")
        let width = lines[remark.line - 1].unicodeScalars.count
        #expect(
          remark.column >= 1 && remark.column <= width + 1, "\(remark) \(text.debugDescription)")
        #expect(
          remark.column + remark.length - 1 <= width + 1, "\(remark) \(text.debugDescription)")
      }
      let page = html(text)
      #expect(!page.contains("<b>"))
      #expect(page == html(text))
      for tag in page.matches(of: /<\/?([a-z0-9]+)/) {
        #expect(Self.tags.contains(String(tag.output.1)), "\(page)")
      }
    }
  }

  private static let tags: Set<String> = [
    "p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre", "a", "img", "ul", "ol",
    "li", "blockquote", "aside",
    "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "div", "section", "sup", "figure",
    "figcaption", "mark", "input",
  ]
}
