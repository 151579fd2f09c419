import Markdown
import Testing

/// Characters that nobody can see, written as references: they are met in the text as it was parsed.
@Suite struct UnseenTests {
  @Test(arguments: [
    (
      "甲&#x200B;乙&shy;丙", "甲乙丙",
      ["1:2+8 invisible-character → \"\"", "1:11+5 invisible-character → \"\""]
    ),
    ("a&nbsp;b", "a b", ["1:2+6 invisible-character → \" \""]),
    ("甲&#x2028;乙", "甲乙", ["1:2+8 invisible-character → \"\""]),
    ("a&#11;b", "a b", ["1:2+5 invisible-character → \" \""]),
    ("甲&#xFFFE;乙&#65535;丙", "甲乙丙", ["1:2+8 invisible-character", "1:11+8 invisible-character"]),
    ("甲&#x202E;乙&rlm;", "甲乙", ["1:2+8 invisible-character", "1:11+5 invisible-character"]),
    ("甲&#xF0B7;乙", "甲乙", ["1:2+8 invisible-character"]),
    ("甲&#xE001;乙", "甲\u{FFFD}乙", ["1:2+1 reserved-character"]),
    ("`&#x200B;`甲\\&#x200B;", "<code>&amp;#x200B;</code>甲&amp;#x200B;", []),
    ("&amp;&lt;&#x4E00;&copy;", "&amp;&lt;一©", []),
  ])
  func texts(_ markdown: String, _ expected: String, _ said: [String]) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
    #expect(remarks(markdown) == said)
  }

  @Test("an address, a title, the words for an image and a heading hold none either")
  func elsewhere() {
    let text = "[甲&#x200B;`&#x200B;`](https://a.b/&#x200B;c \"丙&#xAD;丁\")"
    #expect(
      html(text)
        == "<p><a href=\"https://a.b/c\" title=\"丙丁\" rel=\"noreferrer\">甲"
        + "<code>&amp;#x200B;</code></a></p>\n")
    #expect(
      remarks(text) == [
        "1:3+8 invisible-character → \"\"", "1:35+8 invisible-character → \"\"",
        "1:47+6 invisible-character → \"\"",
      ])
    #expect(html("![甲&#x200B;](a.png)").contains("alt=\"甲\""))
    #expect(html("## 甲&#x200B;乙") == "<h2 id=\"甲乙\">甲乙</h2>\n")
    #expect(html("| 甲&#x200B; |\n|-|\n| 乙&#x202E; |\n").contains("<td>乙</td>"))
  }

  @Test(
    "whatever references stand in a text, none of it is in the page, in the fixed text nor in UTF-8's way"
  )
  func random() {
    var dice = Dice(state: 7)
    let hidden = [
      "&#x200B;", "&nbsp;", "&#x2029;", "&#xFFFE;", "&#65535;", "&#x202A;", "&#xE100;", "&#xF0000;",
      "&ZeroWidthSpace;", "&#8;", "&#x85;", "&zwj;", "&#x3164;",
    ]
    let seen = [
      "甲", "b", " ", "\n", "**", "*", "[", "](c)", "《规》第一条", "- ", "> ", "|", "\n|-|\n", "## ", "`",
      "\n\n",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...12, using: &dice)).map { _ in
        dice.pick(Bool.random(using: &dice) ? hidden : seen)
      }.joined()
      let page = html(text)
      #expect(!page.unicodeScalars.contains { $0.unseen != nil }, "\(text)")
      #expect(String(validating: Array(page.utf8), as: UTF8.self) == page)
    }
  }
}
