import Foundation
import Markdown
import Testing

@testable import Jingjian

/// A page's HTML as the blocks of a printed packet.
struct PrintBlocksTests {
  /// Words that would be marks or commands in Markdown, in HTML or in Typst.
  private static let hostile = [
    "#import", "$x^2$", "\\]", "]", "//", "/*", "@ref", "<script>", "&amp;", "\"引号\"", "喆镕", "😀",
    "\u{202E}右到左", "سلام", "#[红]", "`", "~", "<b>粗</b>", String(repeating: "很长", count: 60),
  ]

  private static let samples = [
    "一段**要紧**的话，有*强调*和~~删去~~。", "- 一\n- 二\n  - 二之一\n", "1. 甲\n2. 乙\n", "> 引的话\n> 第二行\n",
    "## 小标题\n", "### 更小的标题\n", "| 甲 | 乙 |\n| --- | ---: |\n| 一 | 2 |\n| 三 | |\n",
    "- [x] 做完\n- [ ] 没做\n",
    "> [!WARNING]\n> 小心。\n", "```\n代码 #x\n  $y$\n```\n",
    "[链接](https://example.invalid/a?b=1&c=2)和`码`",
    "---\n", "第一行  \n第二行\n", "中文\n换行 and English\nlines\n",
  ]

  private static func html(_ markdown: String) -> [UInt8] {
    var html: [UInt8] = []
    Document(markdown).html(into: &html)
    return html
  }

  private static func blocks(_ html: [UInt8], answers: String = "none") -> JSON {
    let markup = Markup.parse(html)
    let blocks = PrintBlocks(
      markup, page: Address("cases/a.html"), name: "cases/a.html", answers: answers
    ) { address, fragment in
      address.path == "cases/b.html" ? .inside("cases/b.html") : .none
    }
    return .list(blocks.blocks(markup))
  }

  private static func blocks(_ html: String, answers: String = "none") -> String {
    blocks(Array(html.utf8), answers: answers).text
  }

  @Test("the words of a text are all printed, in their order, whatever stands in it")
  func sameWords() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let parts = (0..<Int.random(in: 1...6, using: &random)).map { _ -> String in
        let sample = Self.samples[Int.random(in: 0..<Self.samples.count, using: &random)]
        let word = Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &random)]
        return Bool.random(using: &random) ? sample : "文字\(word)文字"
      }
      let html = Self.html(parts.joined(separator: "\n\n"))
      func shown(_ html: [UInt8]) -> String {
        String(decoding: MainText(Array("<main>".utf8) + html).text, as: UTF8.self)
      }
      let page = shown(html)
      let printed = shown(Array(Self.blocks(html).printedWords.xmlEscaped.utf8))
      #expect(printed.filter { !$0.isWhitespace } == page.filter { !$0.isWhitespace })
    }
  }

  @Test("hostile words stay as they were written, to the letter")
  func unchanged() {
    for word in Self.hostile {
      let html = Array(
        "<p>\(word.xmlEscaped)</p><table><tbody><tr><td>\(word.xmlEscaped)</td></tr></tbody></table>"
          .utf8)
      #expect(Self.blocks(html).printedWords == word + word)
    }
  }

  @Test("anything at all is read to its end")
  func anything() {
    var random = SeededRandom(seed: 8)
    let bytes = Array("<>/=\"'&;!-p ta b-svg\n#x2;文".utf8)
    for _ in 0..<2000 {
      let html = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        bytes[Int.random(in: 0..<bytes.count, using: &random)]
      }
      _ = Self.blocks(html)
    }
  }

  @Test("a table keeps its spans, its heads and how its columns are aligned")
  func tables() {
    let html = """
      <table><caption>得分</caption><thead>
      <tr><th rowspan="2">部门</th><th colspan="2">10月</th></tr>
      <tr><th class="number">得分</th><th>名次</th></tr></thead>
      <tbody><tr><th>立案庭</th><td class="number">92.45</td><td class="center">3</td></tr>
      <tr><th>执行局</th><td colspan="2">免评</td></tr></tbody></table>
      """
    #expect(
      Self.blocks(html)
        == #"[{"kind": "table", "columns": ["left", "right", "center"], "caption": "得分", "#
        + #""head": [[{"content": ["部门"], "rows": 2}, {"content": ["10月"], "columns": 2}], [["得分"], ["名次"]]], "#
        + #""rows": [[{"content": ["立案庭"], "head": true}, ["92.45"], ["3"]], "#
        + #"[{"content": ["执行局"], "head": true}, {"content": ["免评"], "columns": 2}]]}]"#)
  }

  @Test("a footnote goes to where it is used; used again it is only named")
  func footnotes() {
    let printed = Self.blocks(Self.html("一处[^1]，又一处[^1]。\n\n[^1]: 注文。\n")).text
    let note = #"{"kind": "note", "id": "cases/a.html#fn-1""#
    #expect(printed.components(separatedBy: note).count == 3)
    #expect(printed.components(separatedBy: "注文。").count == 2)
  }

  @Test("a task is told by its box")
  func tasks() {
    #expect(
      Self.blocks(Self.html("- [x] 做完\n- [ ] 没做\n")).text
        == #"[{"kind": "list", "ordered": false, "tight": true, "items": ["#
        + #"{"task": "done", "blocks": [{"kind": "paragraph", "content": ["做完"]}]}, "#
        + #"{"task": "open", "blocks": [{"kind": "paragraph", "content": ["没做"]}]}]}]"#)
  }

  @Test("a link leads to a chapter of the packet, to its address, or nowhere")
  func links() {
    let html =
      #"<p><a href="b.html">甲</a>、<a href="https://example.invalid/">乙</a>、<a href="../roles/c.html">丙</a></p>"#
    #expect(
      Self.blocks(html)
        == #"[{"kind": "paragraph", "content": [{"kind": "link", "content": ["甲"], "to": "cases/b.html"}, "、", "#
        + #"{"kind": "link", "content": ["乙"], "address": "https://example.invalid/"}, "、丙"]}]"#
    )
  }

  @Test(
    "a template's line breaks are no spaces; a written space is; names get what is between them")
  func spaces() {
    #expect(
      Self.blocks("<p>\n 共\n3项，\n<span>2025-01-02</span>\n，完成 2 项 </p>")
        == #"[{"kind": "paragraph", "content": ["共 3项，2025-01-02，完成 2 项"]}]"#)
    #expect(
      Self.blocks("<p><span data-between=\"、\"><b>甲</b>\n <i></i><span>乙</span></span>。</p>")
        == #"[{"kind": "paragraph", "content": [{"kind": "strong", "content": ["甲"]}, "、乙。"]}]"#)
  }

  @Test("questions bring their key only when it is asked for")
  func questions() {
    let html = """
      <ol class="questions" data-pass="80"><li data-type="single"><p class="stem">问</p>
      <ul><li>甲</li><li data-right="yes">乙</li></ul><p class="explanation">因为</p></li>
      <li data-type="judge"><p class="stem">对否</p><ul><li>对</li><li data-right="yes">错</li></ul></li></ol>
      """
    #expect(
      Self.blocks(html, answers: "appendix")
        == #"[{"kind": "questions", "pass": 80, "answers": "appendix", "items": ["#
        + #"{"type": "single", "stem": ["问"], "options": [["甲"], ["乙"]], "answer": [1], "explanation": ["因为"]}, "#
        + #"{"type": "judge", "stem": ["对否"], "answer": false}]}]"#)
  }

  @Test("a card is its colour, whose it is, how it stands, and why it was given")
  func cards() {
    let html = """
      <article data-colour="yellow"><h3>立案庭，2025年第四季度</h3><p class="stand">待处理</p><p>规则。</p></article>
      """
    #expect(
      Self.blocks(html)
        == #"[{"kind": "card", "colour": "yellow", "title": ["立案庭，2025年第四季度"], "state": "待处理", "#
        + #""blocks": [{"kind": "paragraph", "content": ["规则。"]}]}]"#)
  }
}

extension JSON {
  /// All that a packet prints of it, in order.
  var printedWords: String {
    switch self {
    case .string(let text): text
    case .list(let items): items.map(\.printedWords).joined()
    case .object(let members):
      members.filter {
        ["content", "text", "blocks", "items", "rows", "head", "caption", "title"].contains($0.0)
      }
      .map(\.1.printedWords).joined()
    case .integer, .flag: ""
    }
  }
}
