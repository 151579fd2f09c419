// Points 8 and 9: tasks, strikethrough and bare links in Chinese text, and figures.

import Testing

@Suite struct AdditionTests {
  @Test func tasks() {
    #expect(
      html("- [x] 已报送\n- [ ] 未回访\n") == """
        <ul>
        <li class="task"><input type="checkbox" checked disabled aria-label="已完成"> 已报送</li>
        <li class="task"><input type="checkbox" disabled aria-label="未完成"> 未回访</li>
        </ul>

        """)
  }

  @Test(arguments: [
    ("~~旧规定。~~新规定", "<del>旧规定。</del>新规定"),
    ("原~~（旧）~~新", "原<del>（旧）</del>新"),
    ("3~5件，6~8件", "3~5件，6~8件"),
    ("10℃~20℃，一季度~三季度，30%~40%", "10℃~20℃，一季度~三季度，30%~40%"),
    ("（~旧规定~）甲~乙~丙，a ~b~ c", "（<del>旧规定</del>）甲~乙~丙，a <del>b</del> c"),
    ("10~~20人~~", "10<del>20人</del>"),
    ("\\~~不删~~", "~~不删~~"),
    ("甲~~ 乙~~", "甲~~ 乙~~"),
    (
      "见https://example.com/a?b=1。后文",
      "见<a href=\"https://example.com/a?b=1\" rel=\"noreferrer\">https://example.com/a?b=1</a>。后文"
    ),
    (
      "见www.example.com，后文",
      "见<a href=\"http://www.example.com\" rel=\"noreferrer\">www.example.com</a>，后文"
    ),
    ("信箱jubao@example.com。", "信箱<a href=\"mailto:jubao@example.com\">jubao@example.com</a>。"),
    ("不链：http\\://a.b、a\\@b.com", "不链：http://a.b、a@b.com"),
  ])
  func pointEight(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    (
      "![清风廊](media/a.png \"图一　清风廊\")\n",
      "<figure><img src=\"media/a.png\" alt=\"清风廊\" loading=\"lazy\"><figcaption>图一　清风廊</figcaption></figure>\n"
    ),
    ("![清风*廊*](a.png)\n", "<figure><img src=\"a.png\" alt=\"清风廊\" loading=\"lazy\"></figure>\n"),
    (
      "见![甲](a.png \"题\")\n", "<p>见<img src=\"a.png\" alt=\"甲\" title=\"题\" loading=\"lazy\"></p>\n"
    ),
  ])
  func pointNine(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("文\n\n![](a.png)\n", ["3:1+10 missing-alt-text"]),
    ("![甲](http://a.b/c.png)\n", ["1:1+22 remote-image"]),
    ("![甲](data:image/png,x)\n", ["1:1+22 unwanted-scheme"]),
    ("![甲](mailto:a@b.c)\n", ["1:1+18 unwanted-scheme"]),
  ])
  func remarksOnImages(_ markdown: String, _ expected: [String]) {
    #expect(remarks(markdown) == expected)
  }
}
