// Point 5: the HTML of a table, and what happens in its cells.

import Testing

@Suite struct TableTests {
  @Test func pointFive() {
    #expect(
      html("| 部门 | 得分 | 名次 |\n|:--|--:|:-:|\n| 执行局 | **92.5** | 1 |\n| 立案庭 | 90 |\n") == """
        <div class="table" tabindex="0" role="region" aria-label="表格">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">部门</th>
        <th scope="col" class="right">得分</th>
        <th scope="col" class="center">名次</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left">执行局</td>
        <td class="right"><strong>92.5</strong></td>
        <td class="center">1</td>
        </tr>
        <tr>
        <td class="left">立案庭</td>
        <td class="right">90</td>
        <td class="center"></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  /// What stands in a cell is read like any other text, with the definitions of the whole document.
  @Test(arguments: [
    ("[链接][甲]", "<a href=\"a.html\" title=\"题\">链接</a>"),
    ("**中文。**后", "<strong>中文。</strong>后"),
    ("甲\\|乙", "甲|乙"),
    ("`甲\\|乙`", "<code>甲|乙</code>"),
    ("~~旧~~新", "<del>旧</del>新"),
    ("〔待补：数〕", "<mark class=\"placeholder\">〔待补：数〕</mark>"),
    (
      "注[^1]",
      "注<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>"
    ),
    ("<b>", "&lt;b&gt;"),
    ("# 甲 #", "# 甲 #"),
    ("- 甲", "- 甲"),
  ])
  func cells(_ cell: String, _ expected: String) {
    let page = html("| \(cell) |\n|---|\n\n[甲]: a.html\n  \"题\"\n\n[^1]: 注\n")
    #expect(page.contains("<th scope=\"col\">\(expected)</th>"), "\(page)")
  }

  @Test func framesHaveNamesOfTheirOwn() {
    let page = html("|a|\n|-|\n\n|b|\n|-|\n")
    #expect(page.contains("aria-label=\"表格\">") && page.contains("aria-label=\"表格 2\">"))
  }

  @Test func placesInCells() {
    #expect(
      remarks("文\n\n> | 甲 | [乙](x:y) |\n> |---|---|\n> | 〔待补：数〕 | **丙。**[丁]() |\n") == [
        "3:9+8 unwanted-scheme", "5:5+6 placeholder", "5:20+5 empty-destination",
      ])
  }
}
