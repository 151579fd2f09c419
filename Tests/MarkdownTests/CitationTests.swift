// Point 12: citations, and figures, which are looked up in the same way.

import Markdown
import Testing

@Suite struct CitationTests {
  private static let references = References(
    citation: { citation in
      guard citation.title == "廉政守则" else { return .leave }
      guard citation.article.number <= 40 else { return .unknown(note: "40") }
      let last = citation.last.map { "~\($0.number)" } ?? ""
      return .address("r.html#\(citation.article.number).\(citation.article.branch)\(last)")
    },
    figure: { figure in
      switch figure.argument {
      case "报告率@2024-12": .text("99.8%", address: "m.html")
      case "差错率@2024-12": .text("<0.2%", address: nil)
      default: .unknown(.register(nearest: nil))
      }
    })

  @Test(arguments: [
    ("《廉政守则》第三十一条", "<a href=\"r.html#31.0\">《廉政守则》第三十一条</a>"),
    ("《廉政守则》第31条", "<a href=\"r.html#31.0\">《廉政守则》第31条</a>"),
    ("《廉政守则》第十条之二", "<a href=\"r.html#10.2\">《廉政守则》第十条之二</a>"),
    ("《廉政守则》第二十条", "<a href=\"r.html#20.0\">《廉政守则》第二十条</a>"),
    ("《廉政守则》第三条至第五条", "<a href=\"r.html#3.0~5\">《廉政守则》第三条至第五条</a>"),
    (
      "《廉政守则》第三条、第7条和第九条",
      "<a href=\"r.html#3.0\">《廉政守则》第三条</a>、<a href=\"r.html#7.0\">第7条</a>和<a href=\"r.html#9.0\">第九条</a>"
    ),
    ("依《廉政守则》第三条第二款。", "依<a href=\"r.html#3.0\">《廉政守则》第三条</a>第二款。"),
    ("《廉政守则》第三条、《别的》第一条", "<a href=\"r.html#3.0\">《廉政守则》第三条</a>、《别的》第一条"),
    ("《别的守则》第三条", "《别的守则》第三条"),
    ("《廉政守则》规定", "《廉政守则》规定"),
    ("《廉政守则》第九十九条", "《廉政守则》第九十九条"),
    ("**《廉政守则》第三条**明确", "<strong><a href=\"r.html#3.0\">《廉政守则》第三条</a></strong>明确"),
    ("[《廉政守则》第三条](x.md)", "<a href=\"x.md\">《廉政守则》第三条</a>"),
    ("`《廉政守则》第三条`", "<code>《廉政守则》第三条</code>"),
    ("依《廉政\n守则》第三\n条办理", "依<a href=\"r.html#3.0\">《廉政守则》第三条</a>办理"),
    ("《廉政守则》\n第三条、\n第七条", "<a href=\"r.html#3.0\">《廉政守则》第三条</a>、<a href=\"r.html#7.0\">第七条</a>"),
    ("《廉政守则》**第三条**规定", "《廉政守则》<strong><a href=\"r.html#3.0\">第三条</a></strong>规定"),
    (
      "**《廉政守则》**第三条、第七条",
      "<strong>《廉政守则》</strong><a href=\"r.html#3.0\">第三条</a>、<a href=\"r.html#7.0\">第七条</a>"
    ),
    ("《**廉政守则**》第三条", "《<strong>廉政守则</strong><a href=\"r.html#3.0\">》第三条</a>"),
    (
      "《廉政守则》第三条*、第七条*",
      "<a href=\"r.html#3.0\">《廉政守则》第三条</a><em>、<a href=\"r.html#7.0\">第七条</a></em>"
    ),
    ("《廉政守则》`x`第三条", "《廉政守则》<code>x</code>第三条"),
    ("《廉政守则》[后](x.md)第三条", "《廉政守则》<a href=\"x.md\">后</a>第三条"),
    ("报告率{指标:报告率@2024-12}。", "报告率<a href=\"m.html\">99.8%</a>。"),
    ("{metric：差错率@2024-12}", "&lt;0.2%"),
    ("{指标:无@2024-12}", "{指标:无@2024-12}"),
    ("\\{指标:报告率@2024-12}", "{指标:报告率@2024-12}"),
    ("{其他:x} {指标:}", "{其他:x} {指标:}"),
  ])
  func pointTwelve(_ markdown: String, _ expected: String) {
    #expect(html(markdown, references: Self.references) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("一百零三", 103), ("一百二十", 120), ("二〇", 20), ("十", 10), ("两百", 200), ("一千零一", 1001), ("９", 9),
    ("二十一", 21),
  ])
  func numbers(_ written: String, _ number: Int) {
    let references = References(citation: { .address("#\($0.article.number)") })
    #expect(html("《甲》第\(written)条", references: references).contains("href=\"#\(number)\""))
  }

  @Test func unknownOnes() {
    #expect(
      remarks("**甲。**见《廉政守则》第三条、第九十九条。\n\n又{指标:无@1}，又{指标:无@1}", references: Self.references) == [
        "1:18+5 unknown-citation", "3:2+8 unknown-figure", "3:12+8 unknown-figure",
      ])
  }
}
