// Point 7: alerts.

import Markdown
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("NOTE", "note", "说明"), ("TIP", "tip", "提示"), ("IMPORTANT", "important", "重要"),
    ("WARNING", "warning", "警示"), ("CAUTION", "caution", "注意"), ("说明", "note", "说明"),
    ("提示", "tip", "提示"), ("重要", "important", "重要"), ("警示", "warning", "警示"),
    ("注意", "caution", "注意"), ("warning", "warning", "警示"),
  ])
  func pointSeven(_ name: String, _ style: String, _ title: String) {
    #expect(
      html("> [!\(name)]\n> 不得\n> 外传。\n>\n> - 甲\n") == """
        <aside class="alert alert-\(style)">
        <p class="alert-title">\(title)</p>
        <p>不得外传。</p>
        <ul>
        <li>甲</li>
        </ul>
        </aside>

        """)
  }

  @Test func titleIsTheCallers() {
    var words = Words()
    words.warning = "Warning"
    var page: [UInt8] = []
    Document("> [!警示]\n>\n> x\n").html(into: &page, words: words)
    #expect(
      String(decoding: page, as: UTF8.self) == """
        <aside class="alert alert-warning">
        <p class="alert-title">Warning</p>
        <p>x</p>
        </aside>

        """)
  }

  @Test(arguments: [
    ("> [!警告牌]\n> 甲\n", ["1:3+6 unknown-alert"]),
    ("> 甲 [!NOTE]\n", []),
    ("> \\[!NOTE]\n", []),
  ])
  func quotesStayQuotes(_ markdown: String, _ expected: [String]) {
    #expect(html(markdown).hasPrefix("<blockquote>\n<p>"))
    #expect(remarks(markdown) == expected)
  }
}
