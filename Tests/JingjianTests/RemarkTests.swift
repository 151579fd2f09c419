import Testing

@testable import Jingjian

/// What is said of a site that is published all the same.
struct RemarkTests {
  @Test("what is later than today is left out with a note")
  func later() throws {
    let built = try TestSite([
      "content/cases/a.md": TestSite.caseText([
        "rectification": "[{measure: 学习, status: done, done: 2026-01-05, due: 2026-02-01}]"
      ])
    ]).build()
    #expect(
      built.printed()
        == """
        content/cases/a.md:6:17: note: done on 2026-01-05, after today: it counts as open [later]
        rectification: [{measure: 学习, status: done, done: 2026-01-05, due: 2026-02-01}]
                        ^

        """)
    #expect(built.page("cases/a.html")?.contains("还有32天") == true)
  }

  @Test("an HTML comment is shown as text, and its writer is told so")
  func comment() throws {
    let built = try TestSite([
      "content/pages/a.md": "---\ntitle: 页\n---\n正文<!-- 内部 -->。\n\n`<!-- 代码 -->`\n\n<!-- 一段 -->\n"
    ]).build()
    #expect(built.page("pages/a.html")?.contains("&lt;!-- 内部 --&gt;") == true)
    #expect(
      built.printed()
        == """
        content/pages/a.md:4:3: warning: this comment is shown on the page as text [html-comment]
        正文<!-- 内部 -->。
            ^^^^
        fix: delete it
        content/pages/a.md:8:1: warning: this comment is shown on the page as text [html-comment]
        <!-- 一段 -->
        ^^^^
        fix: delete it

        """)
  }

  @Test("one tag that holds an enumeration is asked about")
  func oneItem() throws {
    let built = try TestSite(["content/pages/a.md": "---\ntitle: 页\ntags: [甲，乙]\n---\n正文。\n"])
      .build()
    #expect(
      built.printed(.zh)
        == """
        content/pages/a.md:3:8: 错误：「甲，乙」会成为一项，不是几项 [one-item]
        tags: [甲，乙]
               ^^^^^^
        改法：各项之间用半角逗号：「tags: [甲, 乙]」；确是一项的，去掉其中的顿号、逗号

        """)
  }

  @Test("each placeholder of a field stands at its own place")
  func placeholders() throws {
    let built = try TestSite([
      "content/pages/a.md": "---\ntitle: 共〔待补：数字〕件、〔待补：金额〕元\n---\n正文。\n"
    ]).build()
    #expect(
      built.printed()
        == """
        content/pages/a.md:2:9: warning: still to be filled in: 数字 [placeholder]
        title: 共〔待补：数字〕件、〔待补：金额〕元
                 ^^^^^^^^^^^^^^
        fix: fill it in and delete the mark
        content/pages/a.md:2:18: warning: still to be filled in: 金额 [placeholder]
        title: 共〔待补：数字〕件、〔待补：金额〕元
                                   ^^^^^^^^^^^^^^
        fix: fill it in and delete the mark

        """)
  }

  @Test("a withdrawn record needs its text no more")
  func withdrawn() throws {
    let built = try TestSite([
      "content/cases/a.md": TestSite.caseText(
        ["withdrawn": "{date: 2025-06-01, reason: 复核}"], body: "")
    ]).build()
    #expect(built.printed() == "")
    #expect(built.page("cases/a.html")?.contains("复核") == true)
  }

  @Test("a file that is wrong all over is told of a hundred times and no more")
  func many() throws {
    let keys = (1...250).map { "key\($0): x\n" }.joined()
    let built = try TestSite(["content/pages/a.md": "---\ntitle: 页\n\(keys)---\n正文。\n"]).build()
    #expect(built.printed().hasSuffix("\ncontent/pages/a.md: 150 more are not listed\n"))
    #expect(built.outcome.errors == 250)
  }
}
