import Testing

@testable import Jingjian

/// A passage for an audience is there for it and for narrower ones, and leaves no trace for others.
struct PassageTests {
  private static let settings = """
    name: 试验站
    organ: 试验法院
    base-url: https://example.invalid/
    audiences:
      - id: all
        name: 全院
      - id: leadership
        name: 院党组

    """

  private static func site(_ text: String) -> TestSite {
    TestSite([
      "content/site.yml": settings,
      "content/documents/d.md": "---\ntitle: 通报\n---\n\(text)",
    ])
  }

  private static let text = """
    大家看的话。

    ::: 范围 leadership
    ## 只给党组

    党组看的话，见[说明](../media/a.png)。[^1]

    [^1]: 党组的脚注。
    :::

    ```
    ::: 不是标记
    ```

    ::: audience 全院
    又是大家看的话。
    :::

    """

  @Test("it is shown to its audience and to narrower ones")
  func shown() throws {
    var site = Self.site(Self.text)
    site["content/media/a.png"] = "GIF89a"
    let page = try #require(try site.build(audience: "leadership").page("documents/d.html"))
    for words in ["大家看的话", "只给党组", "党组看的话", "党组的脚注", "又是大家看的话", "::: 不是标记"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("::: 范围") && !page.contains("::: audience"))
  }

  @Test("for others no byte differs from a text that never had it")
  func noTrace() throws {
    var site = Self.site(Self.text)
    site["content/media/a.png"] = "GIF89a"
    let built = try site.build()
    #expect(built.outcome.isFine)
    let plain = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let without = plain[..<2] + plain[10...]
    var other = Self.site(without.joined(separator: "\n"))
    other["content/media/a.png"] = "GIF89a"
    #expect(built.published == (try other.build().published))
    #expect(built.page("documents/d.html")?.contains("又是大家看的话") == true)
    #expect(built.published["media/a.png"] == nil)
  }

  @Test("lines may end as on Windows")
  func windows() throws {
    for audience in ["all", "leadership"] {
      var site = Self.site(Self.text)
      site["content/media/a.png"] = "GIF89a"
      let plain = try site.build(audience: audience)
      site["content/documents/d.md"] = site["content/documents/d.md"]?.replacing("\n", with: "\r\n")
      let built = try site.build(audience: audience)
      #expect(built.printed() == plain.printed())
      // The source is another one, byte for byte, and the manifest says so.
      let differing = plain.published.filter { built.published[$0] != $1 }.keys
      #expect(Array(differing) == [Address.manifest.path])
    }
  }

  @Test(
    "a mark that is wrong is told of at its line",
    arguments: [
      ("::: 范围 nobody\n话\n:::\n", "4:1: error: there is no audience `nobody`"),
      ("::: 给 leadership\n话\n:::\n", "4:1: error: `:::` is followed by `audience` and its id"),
      (":::\n", "4:1: error: this `:::` ends nothing"),
      ("::: 范围 all\n话\n", "4:1: error: this passage is not closed"),
      (
        "::: 范围 all\n::: 范围 all\n话\n:::\n",
        "5:1: error: the passage that begins in line 4 is not closed"
      ),
      ("::: 范围 leadership\n[坏](x.md)\n:::\n", "5:1: error: there is no file `x.md`"),
    ])
  func faults(_ text: String, _ expected: String) throws {
    let built = try Self.site(text).build()
    #expect(built.printed().contains("content/documents/d.md:" + expected), "\(built.printed())")
    #expect(!built.outcome.isFine)
  }
}

extension PassageTests {
  @Test(
    "what looks like a mark and is none publishes nothing",
    arguments: [
      " ::: 范围 leadership\n 秘\n :::\n", "：：： 范围 leadership\n秘\n：：：\n", "> ::: 范围 leadership\n> 秘\n",
      "```x``` 行内\n\n ::: 范围 leadership\n秘\n", "<!--\n```\n-->\n\n::: 范围 leadership\n秘\n",
      "```\n::: 范围 leadership\n秘\n", "- 甲\n\n  ```\n  乙\n丙\n\n ::: 范围 leadership\n秘\n",
    ])
  func failsClosed(_ text: String) throws {
    let built = try Self.site(text).build()
    #expect(!built.outcome.isFine, "\(built.printed())")
    #expect(built.printed().contains("[passage]"))
    #expect(built.published.isEmpty)
  }

  private static let alike = [
    "::", "∶∶∶", "︰︰︰", "﹕﹕﹕", ": : :", "：：", "：:", "&#58;::", "&#58;&#x3a;&colon;", ":::\u{FE0F}",
    "∷", "⩴", "꞉꞉꞉", "：\u{3000}：", "**:**::", ":\u{E0100}::",
    "ː::",
  ]

  @Test(
    "a mark with a character in it that nobody can see holds back as one without",
    arguments: [":\u{200B}:\u{200B}:", "\u{200B}:::", ":::\u{2060}"])
  func invisible(_ colons: String) throws {
    let built = try Self.site("甲\n\n\(colons) 范围 leadership\n秘\n\n\(colons)\n").build()
    #expect(built.outcome.isFine, "\(built.printed())")
    #expect(!(built.page("documents/d.html") ?? "秘").contains("秘"))
  }

  @Test(
    "colons that look like a mark are an error at their line, whatever they are", arguments: alike)
  func lookalikes(_ colons: String) throws {
    for (text, line) in [
      ("甲\n\n\(colons) 范围 leadership\n秘\n\(colons)\n", 6), ("> \(colons)\n", 4),
      ("见下。\n\(colons) 范围 leadership\n秘\n", 5), ("- 甲\n- \(colons) 秘\n", 5),
      ("```\n\(colons) 范围 leadership\n秘\n", 5), (#"甲\:\:\:乙。"# + "\n\n\(colons)\n", 6),
    ] {
      // In code a reference is none, and emphasis neither.
      if text.hasPrefix("```"), colons.contains("&") || colons.contains("*") { continue }
      let built = try Self.site(text).build()
      #expect(built.published.isEmpty, "\(text): \(built.printed())")
      #expect(
        built.printed().contains("content/documents/d.md:\(line):1: error: "),
        "\(text): \(built.printed())")
      #expect(built.printed().contains("[passage]"), "\(text): \(built.printed())")
    }
  }

  @Test(
    "such colons in a field and in a cell are an error too",
    arguments: alike.filter { !$0.contains("&") && !$0.contains("*") })
  func lookalikesInFields(_ colons: String) throws {
    for (path, text) in [
      ("pages/a.md", "---\ntitle: 页\nsummary: \"\(colons) 范围 leadership 秘\"\n---\n甲\n"),
      ("activities/2025.csv", "日期,类型,部门,备注\n2025-03-01,培训,全院,\"甲\n\(colons) 秘\"\n"),
    ] {
      var site = Self.site("甲\n")
      site["content/" + path] = text
      let built = try site.build()
      #expect(
        built.published.isEmpty && built.printed().contains("[passage]"), "\(built.printed())")
    }
  }

  @Test(
    "other colons are text, and so are all that are in code or have a backslash each",
    arguments: [
      "甲：乙", "10:30至11：30", "比分3:2", "a::b", "std::vector", ": 释义", "：开头", "见：\n：乙", "**一是：**：乙",
      #"\:\:\: 范围 leadership"#, #"甲\:\:\:乙"#, #"\:\:"#, "`:::` 与 `∶∶∶`，写法同 a::b",
      "```\n:: 甲\n︰︰︰\n```\n",
      "| 甲 | 乙 |\n| :-: | :-- |\n| ： | : |", "http://example.invalid/a:b", "[甲：](../pages/b.md)：乙",
    ])
  func otherColons(_ text: String) throws {
    var site = Self.site(text + "\n")
    site["content/pages/b.md"] = "---\ntitle: 页\nsummary: \"时间：10：30，a::b\"\n---\n甲\n"
    let built = try site.build()
    #expect(built.outcome.isFine, "\(built.printed())")
  }

  @Test(
    "a mark in a field publishes nothing; only the text of a packet has passages",
    arguments: [
      (
        "pages/a.md", "---\ntitle: 页\nsummary: |\n  甲\n\n  ::: 范围 leadership\n  秘\n  :::\n---\n甲\n",
        3
      ),
      (
        "quizzes/a.yml",
        "title: 测\nquestions:\n- {stem: \"问\\n：：： 范围 leadership\\n秘\", kind: judge, answer: 对}\n", 3
      ),
      ("activities/2025.csv", "日期,类型,部门,备注\n2025-03-01,培训,全院,\"甲\n::: 范围 leadership\n秘\"\n", 2),
      (
        "packets/a.yml",
        "title: 简\nkind: paper\nsigner: \"::: 范围 leadership\"\ncontents: [{cases: {}}]\n", 3
      ),
    ])
  func fields(_ path: String, _ text: String, _ line: Int) throws {
    var site = Self.site("甲\n")
    site["content/" + path] = text
    let built = try site.build()
    #expect(built.published.isEmpty)
    #expect(
      built.printed().contains("content/\(path):\(line):") && built.printed().contains("[passage]"),
      "\(built.printed())")
    // Who only tells of the mark may do so.
    site["content/" + path] = nil
    site["content/pages/b.md"] = "---\ntitle: 页\nsummary: \"用 ::: 划出一段\"\n---\n甲\n"
    #expect(try site.build().outcome.isFine)
  }

  @Test("a mark behind inline code, and one in a packet's text, cut as any other")
  func elsewhere() throws {
    let built = try Self.site("```x``` 行内\n\n::: 范围 leadership\n秘而不宣\n:::\n尾\n").build()
    #expect(built.page("documents/d.html")?.contains("秘而不宣") == false)
    var site = Self.site("话。\n")
    site["content/packets/p.yml"] =
      "title: 简报\nkind: bulletin\ncontents:\n  - text: |\n      公开\n\n      ::: 范围 leadership\n      秘而不宣\n      :::\n"
    let request = try site.build()
    #expect(request.outcome.isFine, "\(request.printed())")
    let texts = request.outcome.printed.map { $0.composition.content.text }
    #expect(texts.count == 1 && texts[0].contains("公开") && !texts[0].contains("秘而不宣"))
  }
}
