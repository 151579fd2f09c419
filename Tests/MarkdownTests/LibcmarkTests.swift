// Documents that use none of the additions come out as libcmark writes them.

import CCmark
import Glibc
import Markdown
import Testing

@Suite struct LibcmarkTests {
  /// Where we differ on purpose: headings have ids and begin at level 2, void elements are written
  /// without a slash, images load late, and links that leave the site say so to the browser.
  private static func libcmark(_ markdown: String) -> String? {
    var markdown = markdown
    return markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        guard let html = cmark_markdown_to_html(bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
        else { return nil }
        defer { free(html) }
        return String(cString: html).replacing(" />", with: ">")
          .replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>")
      }
    }
  }

  private static func ours(_ markdown: String) -> String {
    html(markdown).replacing(/<h([2-6]) id="[^"]*">/) { "<h\($0.output.1)>" }
      .replacing(" loading=\"lazy\"", with: "").replacing(" rel=\"noreferrer\"", with: "")
      .replacing("&#39;", with: "&#x27;")
  }

  /// Pieces in any order: most of what comes out is no sense, and all of it must be read alike.
  @Test(arguments: 0..<20)
  func soup(_ seed: Int) {
    let pieces = [
      "*", "*", "**", "_", "__", "`", "``", "[", "]", "](b)", "](b \"c\")", "![", "(", ")", "\n",
      "\n",
      "\n\n", " ", "  \n", "    ", "> ", "- ", "+ ", "* ", "1. ", "2) ", "# ", "### ", "---\n",
      "===\n", "```\n", "a", "bc", "d e", "，", "。", "中文", "“引”", "\\*", "\\", "&amp;", "\t", "'",
      "[r]: /u\n", "[r]",
    ]
    var dice = Dice(state: UInt64(seed))
    var compared = 0
    for _ in 0..<250 {
      let text = (0..<Int.random(in: 1...40, using: &dice)).map { _ in dice.pick(pieces) }.joined()
      guard !Self.usesAdditions(text), let expected = Self.libcmark(text) else { continue }
      compared += 1
      #expect(Self.ours(text) == expected, "\(text.debugDescription)")
    }
    #expect(compared > 60)
  }

  /// What the additions would change: Chinese beside emphasis or a line break, boxes of tasks, images
  /// that stand alone, links to nowhere.
  private static func usesAdditions(_ text: String) -> Bool {
    let figure = text.contains("![") && html(text).contains("<figure>")
    return figure || text.contains("[ ]") || text.contains("[^") || text.contains("]()")
      || text.contains(/[*]+[，。“”中文引]/) || text.contains(/[，。“”中文引][*]+/)
      || text.contains(/[，。“”中文引][*_`\[\]!]*[ \t]*\n[> \t]*[*_`\[\]!(#+-]*[，。“”中文引]/)
      || text.contains("[]")
  }

  /// Whole pages as people write them.
  @Test(arguments: 0..<10)
  func pages(_ seed: Int) {
    var dice = Dice(state: UInt64(1000 + seed))
    for _ in 0..<30 {
      let page = (0..<8).map { _ in Self.block(&dice, depth: 0) }.joined(separator: "\n\n") + "\n"
      #expect(Self.ours(page) == Self.libcmark(page), "\(page)")
    }
  }

  private static func block(_ dice: inout Dice, depth: Int) -> String {
    switch Int.random(in: 0..<(depth < 3 ? 8 : 4), using: &dice) {
    case 0:
      return String(repeating: "#", count: Int.random(in: 1...6, using: &dice)) + " " + line(&dice)
    case 1: return "```swift\nlet 数 = [1, 2] // \(line(&dice))\n```"
    case 2, 3:
      return (0..<3).map { _ in line(&dice) }.joined(separator: dice.pick(["\n", "  \n", "\\\n"]))
    case 4: return indented(block(&dice, depth: depth + 1), first: "> ", rest: "> ")
    case 5:
      return (0..<3).map { _ in indented(block(&dice, depth: depth + 1), first: "- ", rest: "  ") }
        .joined(separator: dice.pick(["\n", "\n\n"]))
    case 6:
      return (1...3).map { indented(block(&dice, depth: depth + 1), first: "\($0). ", rest: "   ") }
        .joined(separator: "\n")
    default: return "***"
    }
  }

  private static func line(_ dice: inout Dice) -> String {
    let pieces = [
      "plain words", "*some emphasis*", "**强调文字**", "`code 码`", "[链接文字](page.html \"题目\")",
      "<https://example.com/a?b=c&d>", "汉字 and words", "a ![图](p.png) b", "[ref]", "5 &lt; 6 \\* 7",
      "“引号”，标点。", "***both***", "x_y_z", "\\[not a link\\]",
    ]
    return "w "
      + (0..<Int.random(in: 1...5, using: &dice)).map { _ in dice.pick(pieces) }
      .joined(separator: " ") + " end"
  }

  private static func indented(_ text: String, first: String, rest: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset == 0 ? first : rest) + $0.element }.joined(separator: "\n")
  }
}
