import Testing

@testable import Jingjian

/// Seeds: a speech that came from somewhere becomes a record that says what the speech says. Nothing in
/// it is markup, a key or a mark of ours.
struct SecuritySeedTests {
  private static let pieces = [
    "<script>alert(1)</script>", "---\n", "title: x\n", "withdrawn: {date: 2025-01-01}\n", "```\n",
    "# 标题\n", "- 甲\n", "> 乙\n", "| a | b |\n", "|---|---|\n", "[x](javascript:alert(1))",
    "![a](../../etc/passwd)", "[a]: http://x\n", "[^1]: x\n", "[^1]", "{{title}}", "《甲》第一条", "〔待补：",
    "〕", "*", "_", "`", "~~", "\\", "&lt;", "<!-- ", "-->", "一、认清形势\n", "（一）甲\n", "占**%\n",
    "\n", "    缩进\n", "\t", "www.a.com", "@甲", "{指标:x@2025-01}", "{#id}", "1. 甲\n", "***\n",
    "===\n", "“", "\"", "'", ": ", "：", "#", "!", "&a", "%", "@", "2025年5月27日\n", "标题:", "来源:甲\n",
    "关于作风的讲话\n", "<a href=x>", "$x$", "\u{2066}", "\u{FEFF}", "\u{301}", "同志们：\n", ":::", "::",
    "：：：",
    "::: 范围 leadership\n", ":::\n",
  ]

  @Test("whatever a speech holds, its record is right and shows it as text", arguments: 0..<12)
  func random(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var site = TestSite()
    for n in 0..<20 {
      let text = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      site["content/documents/a\(n).md"] = importSpeech(text: text, file: "a.txt").record
    }
    let built = try site.build()
    #expect(built.outcome.errors == 0, "\(built.printed())")
    for n in 0..<20 {
      let main = try #require(built.page("documents/a\(n).html")?.between("<main", "</main>"))
      let skeleton = Skeleton(main)
      #expect(skeleton.faults == [])
      let names = Set(skeleton.tags.map { $0.prefix { $0 != " " } })
      #expect(names.isDisjoint(with: ["script", "img", "table", "blockquote", "pre", "code"]))
      let links = skeleton.attributes.filter { $0.name == "href" }.map(\.value)
      #expect(links.allSatisfy { !$0.hasPrefix("javascript") && $0 != "x" })
    }
  }

  @Test("a speech cannot keep a part of itself from readers")
  func passages() throws {
    let speech = "关于作风的讲话\n同志们：\n一段。\n::: 范围 leadership\n二段。\n:::\n"
    let built = TestSite([
      "content/site.yml": "name: 站\norgan: 院\naudiences: [{id: all}, {id: leadership}]\n",
      "content/documents/a.md": importSpeech(text: speech, file: "a.txt").record,
    ])
    #expect(!(try built.build().outcome.report.hasErrors))
    let page = try #require(try built.build().page("documents/a.html"))
    for text in ["一段。", ":::", "leadership", "二段。"] { #expect(page.contains(text), "\(text)") }
  }

  @Test("colons in a row pass wherever they stand: in a title, a heading, a line, of any width")
  func colons() throws {
    for colons in [":::", "：：：", "::：", "::::::::", "::", "∶∶∶", "︰︰︰", ": : :", "∷", "：\u{200B}："]
    {
      for speech in [
        "\(colons)关于作风的讲话\n同志们：\n一段。\n", "关于作风的讲话\n同志们：\n甲\(colons)乙。\n\(colons)\n",
        "关于作风的讲话\n同志们：\n一、\(colons)认清形势\n（一）甲\(colons)\n",
        "来源：\(colons)某网\n关于作风的讲话\n同志们：\n一段。\n",
      ] {
        let site = TestSite([
          "content/documents/a.md": importSpeech(text: speech, file: "a.txt").record
        ])
        let built = try site.build()
        #expect(built.outcome.errors == 0, "\(speech) \(built.printed())")
      }
    }
  }
}
