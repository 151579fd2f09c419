// Points 2 and 3: line breaks between Chinese characters vanish, and punctuation stays as written.

import Testing

@Suite struct LineBreakTests {
  @Test(arguments: [
    ("廉洁\n自律", "廉洁自律"),
    ("廉洁，\n自律", "廉洁，自律"),
    ("廉洁\n（自律）", "廉洁（自律）"),
    ("他说：\n“知道。”\n后来", "他说：“知道。”后来"),
    ("廉洁……\n自律", "廉洁……自律"),
    ("**廉洁**\n*自律*", "<strong>廉洁</strong><em>自律</em>"),
    ("**廉洁\n自律**", "<strong>廉洁自律</strong>"),
    ("[廉洁](a.html \"title\")\n自律", "<a href=\"a.html\" title=\"title\">廉洁</a>自律"),
    ("廉洁\n[自律](a.html)", "廉洁<a href=\"a.html\">自律</a>"),
    ("廉洁  \n自律", "廉洁<br>\n自律"),
    ("廉洁\nself", "廉洁\nself"),
    ("self\n廉洁", "self\n廉洁"),
    ("one\ntwo", "one\ntwo"),
    ("said “yes”\n廉洁", "said “yes”\n廉洁"),
    ("2025\n年", "2025\n年"),
    ("廉洁`码`\n自律", "廉洁<code>码</code>\n自律"),
    ("廉洁\n![图](a.png)", "廉洁\n<img src=\"a.png\" alt=\"图\" loading=\"lazy\">"),
    ("청렴\n자율", "청렴\n자율"),
    ("清廉\nです", "清廉です"),
  ])
  func pointTwo(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func pointTwoInQuotesAndLists() {
    #expect(
      html("> 廉洁\n> 自律\n\n- 警钟\n  长鸣\n") == """
        <blockquote>
        <p>廉洁自律</p>
        </blockquote>
        <ul>
        <li>警钟长鸣</li>
        </ul>

        """)
  }

  @Test func pointThree() {
    #expect(html("\"a\" 'b' -- c --- d... “中”") == "<p>&quot;a&quot; 'b' -- c --- d... “中”</p>\n")
  }
}
