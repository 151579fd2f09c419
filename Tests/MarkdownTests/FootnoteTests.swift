// Point 6: footnotes.

import Testing

@Suite struct FootnoteTests {
  @Test func pointSix() {
    #expect(
      html("甲[^b]乙[^a]丙[^b]。\n\n[^a]: 其二\n[^b]: 其一\n    续行\n\n    第二段\n\n文末\n") == """
        <p>甲<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>\
        乙<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup>\
        丙<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup>。</p>
        <p>文末</p>
        <section class="footnotes" role="doc-endnotes">
        <h2>注释</h2>
        <ol>
        <li id="fn-1">
        <p>其一续行</p>
        <p>第二段 \
        <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="返回正文 1">↩</a> \
        <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="返回正文 2">↩</a></p>
        </li>
        <li id="fn-2">
        <p>其二 \
        <a href="#fnref-2" class="footnote-back" role="doc-backlink" aria-label="返回正文">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  /// A footnote used only in another one is numbered behind those of the text.
  @Test func footnotesInFootnotes() {
    let page = html("甲[^1]乙[^2]\n\n[^3]: 丙\n[^1]: 见[^3]\n[^2]: 丁\n")
    #expect(page.contains("<li id=\"fn-1\">\n<p>见<sup class=\"footnote-ref\"><a href=\"#fn-3\""))
    #expect(page.contains("<li id=\"fn-2\">\n<p>丁 "))
    #expect(page.contains("<li id=\"fn-3\">\n<p>丙 "))
  }

  @Test(arguments: [
    ("甲[^1]", ["1:2+4 undefined-footnote"]),
    ("甲\n\n[^1]: 注\n", ["3:1+5 unused-footnote"]),
    ("甲[^1]\n\n[^1]: 注\n[^1]: 又\n", ["4:1+5 doubled-footnote"]),
    ("**甲。**乙[^无]和[^无]\n", ["1:8+4 undefined-footnote", "1:13+4 undefined-footnote"]),
    ("甲\\[^1]`[^1]`", []),
    ("> 甲[^1]\n>\n> [^1]: 注\n", []),
  ])
  func remarksOnFootnotes(_ markdown: String, _ expected: [String]) {
    #expect(remarks(markdown) == expected)
  }

  /// A definition within a code is a code.
  @Test func definitionInCode() {
    #expect(
      html("```\n[^1]: 注\n```\n\n    [^2]: 注\n") == """
        <pre><code>[^1]: 注
        </code></pre>
        <pre><code>[^2]: 注
        </code></pre>

        """)
  }

  /// A label that is more than text is no label.
  @Test func labelsAreText() {
    #expect(html("[^*甲*]: 乙\n") == "<p>[^<em>甲</em>]: 乙</p>\n")
  }

  @Test func listsOfTheAuthorStayLists() {
    #expect(
      html("+ 甲[^1]\n\n[^1]: 注\n").hasPrefix("<ul>\n<li>\n<p>甲<sup"),
      "\(html("+ 甲[^1]\n\n[^1]: 注\n"))")
  }
}
