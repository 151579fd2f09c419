import Testing

@testable import Jingjian

/// Regulations and what cites them (docs/format.md, "Regulations").
struct RegulationTests {
  private static let rule = """
    ---
    title: 廉洁守则（示例）
    ---
    ## 第一条　目的

    为了廉洁。

    ## 第二条之一　宴请

    不得接受宴请。

    """

  private static func site(_ text: String, keys: [String: String] = [:]) -> TestSite {
    TestSite([
      "content/regulations/shouze.md": rule,
      "content/cases/a.md": TestSite.caseText(keys, body: TestSite.parts + "\n\(text)\n"),
    ])
  }

  @Test("a citation leads to its article, and the article tells who cites it")
  func cited() throws {
    let built = try Self.site(
      "依《廉洁守则（示例）》第二条之一处理。", keys: ["provisions": "[《廉洁守则(示例)》第1条]"]
    ).build()
    #expect(built.printed() == "")
    let page = try #require(built.page("cases/a.html"))
    let link = #"<a href="../regulations/shouze.html#"#
    #expect(page.contains(link + Address.encode("第二条之一-宴请") + #"">"#))
    #expect(page.contains(link + Address.encode("第一条-目的") + #"">《廉洁守则(示例)》第1条</a>"#))
    let rule = try #require(built.page("regulations/shouze.html"))
    #expect(rule.ranges(of: #"<a href="../cases/a.html">一起案例</a>"#).count == 2)
  }

  @Test(
    "a missing article is a warning at its place; a regulation that the site lacks is none of ours")
  func missing() throws {
    let built = try Self.site(
      "依《廉洁守则（示例）》第三条、《别的规定》第九条处理。", keys: ["provisions": "[《廉洁守则（示例）》第九条]"]
    ).build()
    #expect(
      built.printed()
        == """
        content/cases/a.md:6:14: warning: there is no `《廉洁守则（示例）》第九条` [unknown-citation]
        provisions: [《廉洁守则（示例）》第九条]
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
        content/cases/a.md:28:2: warning: there is no `《廉洁守则（示例）》第三条` [unknown-citation]
        依《廉洁守则（示例）》第三条、《别的规定》第九条处理。
          ^^^^^^^^^^^^^^^^^^^^^^^^^^

        """)
  }

  @Test(
    "a citation of a regulation that is left out is an error; one of a withdrawn one stays text")
  func leftOut() throws {
    var site = Self.site("依《廉洁守则（示例）》第一条处理。")
    site["content/regulations/shouze.md"] = Self.rule.replacing(
      "---\n##", with: "draft: true\n---\n##")
    #expect(
      try site.build().printed().split(separator: "\n").first
        == "content/cases/a.md:27:2: error: `regulations/shouze`, which is named here, is left out of this build (a draft) [left-out]"
    )
    site["content/regulations/shouze.md"] = Self.rule.replacing(
      "---\n##", with: "withdrawn: {date: 2025-01-01, reason: 已废止}\n---\n##")
    let built = try site.build()
    #expect(built.printed() == "")
    #expect(built.page("cases/a.html")?.contains("依《廉洁守则（示例）》第一条处理。") == true)
  }
}
