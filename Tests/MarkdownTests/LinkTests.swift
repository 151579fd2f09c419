// Points 10 and 11: raw HTML is text, schemes are few, and links between files are the caller's to find.

import Markdown
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    (
      "<script>alert(1)</script>\n\n文 <b onclick=\"x\">粗</b> <!-- 注 -->\n",
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        + "<p>文 &lt;b onclick=&quot;x&quot;&gt;粗&lt;/b&gt; &lt;!-- 注 --&gt;</p>\n"
    ),
    ("<div>\n**甲**\n</div>\n", "<p>&lt;div&gt;\n**甲**\n&lt;/div&gt;</p>\n"),
    ("甲 &lt;b&gt; &amp;amp;\n", "<p>甲 &lt;b&gt; &amp;amp;</p>\n"),
    ("[甲](\"onclick=x)", "<p><a href=\"%22onclick=x\">甲</a></p>\n"),
  ])
  func pointTenRawHTML(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("[甲](javascript:alert(1))", "甲", ["1:1+24 unwanted-scheme"]),
    ("[甲](JavaScript&colon;x)", "甲", ["1:1+23 unwanted-scheme"]),
    ("[甲](file:///etc)", "甲", ["1:1+16 unwanted-scheme"]),
    ("[甲](//a.b/c)", "甲", ["1:1+12 unwanted-scheme"]),
    ("<ftp://a.b>", "ftp://a.b", ["1:1+11 unwanted-scheme"]),
    ("[甲]()", "甲", ["1:1+5 empty-destination"]),
    ("[](a.md)", "<a href=\"a.md\"></a>", ["1:1+8 empty-link"]),
    ("[甲](https://a.b)", "<a href=\"https://a.b\" rel=\"noreferrer\">甲</a>", []),
    ("[甲](MAILTO:a@b.c)", "<a href=\"MAILTO:a@b.c\">甲</a>", []),
    ("[甲](a:b)", "甲", ["1:1+8 unwanted-scheme"]),
    ("[甲](./a:b)", "<a href=\"./a:b\">甲</a>", []),
  ])
  func pointTenSchemes(_ markdown: String, _ expected: String, _ said: [String]) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
    #expect(remarks(markdown) == said)
  }

  private static let references = References(link: { destination in
    switch (destination.path, destination.isImage) {
    case ("../cases/甲 乙.md", false):
      .address("../cases/甲 乙.html" + (destination.fragment.map { "#" + $0 } ?? ""))
    case ("图.png", true): .address("media/图.png")
    case ("files/a.pdf", _): .leave
    default: .unknown(note: "\(destination)")
    }
  })

  @Test(arguments: [
    (
      "[x](<../cases/甲 乙.md>)",
      "<a href=\"../cases/%E7%94%B2%20%E4%B9%99.html\">x</a>"
    ),
    (
      "[x](../cases/%E7%94%B2%20乙.md#整改方向)",
      "<a href=\"../cases/%E7%94%B2%20%E4%B9%99.html#%E6%95%B4%E6%94%B9%E6%96%B9%E5%90%91\">x</a>"
    ),
    ("x ![y](图.png)", "x <img src=\"media/%E5%9B%BE.png\" alt=\"y\" loading=\"lazy\">"),
    ("[x](files/a.pdf)", "<a href=\"files/a.pdf\">x</a>"),
    ("[x](nowhere.md)", "x"),
    ("x ![y](nowhere.png)", "x y"),
  ])
  func pointEleven(_ markdown: String, _ expected: String) {
    #expect(html(markdown, references: Self.references) == "<p>\(expected)</p>\n")
  }

  @Test func unknownDestinations() {
    let document = Document(
      "文\n\n> - 见[甲](nowhere.md#a)\n>   与**乙。**[丙](x.md)\n", firstLine: 5,
      references: References(link: { .unknown(note: $0.path) }))
    #expect(
      document.remarks.map { "\($0.line):\($0.column)+\($0.length) \($0.kind)" } == [
        "7:6+17 unknownDestination(\"nowhere.md#a\", note: \"nowhere.md\")",
        "8:12+9 unknownDestination(\"x.md\", note: \"x.md\")",
      ])
  }

  @Test func fragmentsOfTheDocument() {
    #expect(
      remarks("## 案发原因\n\n[一](#案发原因) [二](#%E6%A1%88发原因) [三](#没有) [四](#)\n")
        == ["3:31+8 unknown-fragment"])
  }

  @Test func linksThatStayInside() {
    let document = Document(
      "[x](files/a.pdf) ![y](图.png) [z](https://a.b) [w](#a)\n\n## a\n", references: Self.references
    )
    #expect(
      document.links.map { "\($0.line):\($0.column)+\($0.length) \($0.address) \($0.isImage)" } == [
        "1:1+16 files/a.pdf false", "1:18+11 media/图.png true", "1:47+7 #a false",
      ])
  }
}
