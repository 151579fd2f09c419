import Testing

@testable import Jingjian

/// What no byte may hold is found however it is written, and nothing else is.
struct LeakTests {
  private static func text(_ bytes: String, isCSS: Bool = false) -> String {
    String(decoding: Plain(Array(bytes.utf8), isCSS: isCSS).text, as: UTF8.self)
  }

  @Test(
    "a word is read out of each way to write it",
    arguments: [
      "张大山", "张<b>大</b>山", "张\n  大山", "&#24352;大&#x5C71;", "&amp;#24352;大山",
      "%E5%BC%A0%E5%A4%A7%E5%B1%B1", "%25E5%25BC%25A0大山", #"\u5f20\u5927\u5c71"#, #"\\u5f20大山"#,
      "张\u{200B}大\u{AD}山", "张&lt;b&gt;大&lt;/b&gt;山", "张<!-- 一 -->大山", "张 大\u{3000}山",
      #"{"a":"\u{5f20}大山"}"#, "<tspan>张</tspan><tspan>大山</tspan>",
    ])
  func ways(_ bytes: String) {
    #expect(Self.text(bytes).contains("张大山"))
  }

  @Test("an escape of CSS is one in CSS alone")
  func css() {
    #expect(Self.text(#"a::before{content:"\5f20 大山"}"#, isCSS: true).contains("张大山"))
    #expect(!Self.text(#"a::before{content:"\5f20 大山"}"#).contains("张大山"))
  }

  @Test("letters are small and narrow, words of Latin letters stay apart, a sign alone stays")
  func forms() {
    #expect(Self.text("ＡＢｃ\u{3000}D  e\n f") == "abc d e f")
    #expect(Self.text("100% 的 a&b \\") == "100%的a&b \\")
    #expect(Self.text("e\u{301}É") == "ee")
    #expect(Self.text("㍿㍍ﷺ") == "株式会社メ-トル" + Self.text("صلى الله عليه وسلم"))
    #expect(Self.text("a < b") == "a < b")
  }

  @Test("what stands in a tag is kept beside the text")
  func tags() {
    let plain = Plain(Array(#"甲<img alt="张 大山">乙"#.utf8))
    #expect(String(decoding: plain.text, as: UTF8.self) == "甲乙")
    #expect(String(decoding: plain.tags, as: UTF8.self).contains("张大山"))
  }

  @Test("any bytes can be read, and reading again changes nothing more")
  func anyBytes() {
    var random = SeededRandom(seed: 11)
    let signs = Array("张a&#x5;%4E\\u<>b/ \"\n".utf8) + [0xE2, 0x80, 0x8B, 0xEF, 0xBC, 0xFF]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      let plain = Plain(bytes)
      #expect(plain.text.count + plain.tags.count <= bytes.count * 4 + 8)
    }
  }

  @Test("the finder finds what a plain search finds, at the same places")
  func finder() {
    var random = SeededRandom(seed: 5)
    let letters: [Character] = Array("张大山的a b1。")
    func word(_ lengths: ClosedRange<Int>) -> String {
      let count = Int.random(in: lengths, using: &random)
      return (0..<count).reduce(into: "") { word, _ in
        word.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
    }
    for _ in 0..<300 {
      let words = Set((0..<12).map { _ in word(1...9) }).sorted().map { Array($0.utf8) }
      let text = Array(word(0...120).utf8)
      var found: Set<[Int]> = []
      Finder(words).find(in: text) { found.insert([$0, $1]) }
      var expected: Set<[Int]> = []
      for (n, word) in words.enumerated() where word.count <= text.count {
        for start in 0...(text.count - word.count)
        where text[start..<(start + word.count)].elementsEqual(word) {
          expected.insert([n, start])
        }
      }
      #expect(found == expected)
    }
  }

  @Test(
    "a sentence tells where it came from when it has eight letters, and is not a date",
    arguments: [
      ("甲乙丙丁戊己庚辛", true), ("甲乙丙丁戊己庚", false), ("2025年5月27日至6月3日", false),
      ("CANARY-0001", true), ("2025-05-27", false), ("第三季度共有12件案", true),
    ])
  func telling(_ text: String, _ isTelling: Bool) {
    #expect(Secret.isTelling(text) == isTelling)
  }

  @Test("the sentences of a page are those of its blocks, across the marks within them")
  func sentences() {
    let html = "<h2>甲乙丙丁戊己庚辛</h2>\n<p>这是<b>第一句</b>话的全文。短。\n这又是很长的一句</p>"
    #expect(
      Secret.sentences(ofHTML: Array(html.utf8))
        == ["甲乙丙丁戊己庚辛", "这是<b>第一句</b>话的全文", "这又是很长的一句"].map {
          $0.replacing("<b>", with: "").replacing("</b>", with: "")
        })
  }
}

/// The scan as a whole, of sites whose theme says what it must not.
struct ScanTests {
  /// A site with a left-out case, and a layout that says something more on each page.
  private static func site(saying words: String, left: [String: String] = ["draft": "true"])
    -> TestSite
  {
    let parts = TestSite.parts.replacing("这是案发原因。", with: "有人在夜里**把卷宗**带回了家。")
    return TestSite([
      "content/cases/hidden-one.md": TestSite.caseText(
        ["title": "一名书记员带走卷宗的教训"].merging(left) { $1 }, body: parts),
      "content/cases/kept.md": TestSite.caseText(),
      "content/pages/help.md": "---\ntitle: 说明\n---\n\n\(words)\n",
    ])
  }

  private static func faults(of site: TestSite, with template: String) throws -> String {
    var site = site
    let layout = try String(
      decoding: Disk.disk.read(TestSite.templates + "/site/layout.mustache", .max), as: UTF8.self)
    site["templates/site/layout.mustache"] = layout.replacing("</body>", with: template + "</body>")
    let built = try site.build()
    #expect(built.published.isEmpty == built.outcome.report.hasErrors)
    return built.printed()
  }

  @Test("an address of a left-out record is found on a page, encoded or not")
  func address() throws {
    for form in ["cases/hidden-one.html", "cases%2fhidden-one.html", "CASES/hidden&#45;one.html"] {
      let said = try Self.faults(of: Self.site(saying: "甲"), with: "<p>\(form)</p>")
      #expect(
        said.contains(
          "error: the address `cases/hidden-one.html` of content/cases/hidden-one.md, which is left out, would be published (in "
        ), "\(form): \(said)")
    }
  }

  @Test("what a template or a kept source says itself may stand there")
  func elsewhere() throws {
    let title = "一名书记员带走卷宗的教训"
    #expect(
      !(try Self.faults(of: Self.site(saying: "甲"), with: "<p>\(title)</p>")).contains("error"))
    #expect(!(try Self.faults(of: Self.site(saying: "见《\(title)》。"), with: "")).contains("error"))
  }

  @Test(
    "what the text of a packet says may be said in what is left out, but not what it says to others"
  )
  func packet() throws {
    let words = "依照有关规定及时登记，**如实**报告"
    func site(_ passage: String) -> TestSite {
      TestSite([
        "content/site.yml": "name: 站\norgan: 院\naudiences: [{id: all}, {id: few}]\n",
        "content/cases/draft.md": TestSite.caseText(
          ["draft": "true"], body: TestSite.parts + words),
        "content/packets/p.yml":
          "title: 简报\nkind: bulletin\ncontents:\n  - text: |\n      甲\n\n\(passage)\n      \(words)\n\n      :::\n",
      ])
    }
    let template = "<p>依照有关规定及时登记，如实{{! }}报告</p>"
    let open = try Self.faults(of: site("      ::: 范围 all\n"), with: template)
    #expect(!open.contains("error"), "\(open)")
    let closed = try Self.faults(of: site("      ::: 范围 few\n"), with: template)
    #expect(closed.contains("the sentence `依照有关规定及时登记，如实报告`"), "\(closed)")
  }

  @Test("the picture beside a video that a kept record shows may be named by a left-out one too")
  func poster() throws {
    var site = TestSite([
      "content/lessons/kept.md":
        "---\ntitle: 一课\nweek: 2025-W30\nmedia: [{file: 法官说廉第一期.mp4, title: 说廉}]\n---\n正文。\n",
      "content/lessons/draft.md":
        "---\ntitle: 又一课\nweek: 2025-W31\ndraft: true\nmedia: [{file: 法官说廉第一期.png, title: 图}]\n---\n正文。\n",
    ])
    for (ending, text) in [
      "mp4": "    ftyp", "png": "GIF89a", "vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\n甲\n",
    ] {
      site["content/media/法官说廉第一期.\(ending)"] = text
    }
    let built = try site.build()
    #expect(!built.printed().contains("error"), "\(built.printed())")
    #expect(built.published["media/法官说廉第一期.png"] != nil)
  }

  @Test(
    "where a private word is to be taken out is said, and not where it is to stay",
    arguments: [
      ("乙乙张大山", "content/pages/zhi.md, line 15"),
      ("[张大山](../media/a.pdf)", "content/pages/zhi.md, line 15"),
      ("張**大**⼭", "content/pages/zhi.md, line 15"),
    ])
  func place(_ text: String, _ expected: String) throws {
    var site = TestSite([
      "content/site.yml": "name: 站\norgan: 院\naudiences: [{id: all}, {id: few}]\n",
      // Both are kept and come before the page; in the one it is listed, in the other it is for others.
      "content/cases/a.md": TestSite.caseText(["private": "[张大山]"]),
      "content/packets/p.yml":
        "title: 简报\nkind: bulletin\ncontents:\n  - text: |\n      甲\n\n      ::: 范围 few\n      张大山\n      :::\n",
      "content/media/a.pdf": "%PDF-",
      "content/pages/zhi.md":
        "---\ntitle: 一页\nprivate:\n  - 丙丁戊\n  - 张大山\n---\n甲\n\n::: 范围 few\n\n张大山\n\n:::\n\n\(text)\n",
    ])
    let said = try site.build().printed()
    #expect(said.contains("error: `张大山`, which content/cases/a.md lists as private"), "\(said)")
    #expect(
      said.contains("fix: it is written in \(expected); take it out there"),
      "\(said)")
    // For those who see the passage it is at fault too.
    site["content/pages/zhi.md"] = site["content/pages/zhi.md"]?.replacing(text, with: "乙")
    #expect(try site.build().outcome.isFine)
    #expect(try site.build(audience: "few").printed().contains("packets/p.yml, line 8"))
  }

  @Test(
    "a word in what a PDF says of itself is found, in the hex digits of either kind",
    arguments: ["<FEFF5F2059275C71>", "<feff5f2059275c71>", "(张大山)"])
  func inPDF(_ title: String) throws {
    var site = TestSite([
      "content/pages/a.md": "---\ntitle: 一页\nprivate: [张大山]\n---\n[资料](../media/a.pdf)\n",
      "content/media/a.pdf": "%PDF-1.4 /Title\(title)",
    ])
    #expect(try site.build().printed().contains("site/media/a.pdf:1:1: error: `张大山`"))
    site["content/media/a.pdf"] = "%PDF-1.4 /Title(甲)"
    #expect(try site.build().outcome.isFine)
  }

  @Test("a title put together from what is kept is told of as the leak that it may be")
  func puttogether() throws {
    // 试验站 is the site's name; the layout puts it before what follows.
    let site = Self.site(saying: "甲", left: ["title": "试验站办案用车的教训", "draft": "true"])
    let said = try Self.faults(
      of: site, with: "<p>{{site.name}}<span>办案用车</span>的教训</p>")
    #expect(
      said.contains(
        "the title `试验站办案用车的教训` of content/cases/hidden-one.md, which is left out, would be published"
      ))
  }

  @Test(
    "a sentence of a passage for others, and of a withdrawn record, is found; its reason is shown")
  func passages() throws {
    var site = Self.site(saying: "甲", left: ["withdrawn": "{date: 2025-05-01, reason: 案件事实需要重新核实}"])
    #expect(!(try site.build().outcome.report.hasErrors))
    let said = try Self.faults(of: site, with: "<p>有人在夜里把{{! }}卷宗带回了家</p>")
    #expect(said.contains("the sentence `有人在夜里把卷宗带回了家` of content/cases/hidden-one.md"), "\(said)")
    site["content/site.yml"] = """
      name: 试验站
      organ: 试验法院
      audiences: [{id: all, name: 全院}, {id: leadership, name: 院领导}]

      """
    site["content/pages/help.md"] = """
      ---
      title: 说明
      ---

      甲。

      ::: 范围 leadership
      请分管院领导先行审阅本页。
      :::

      """
    let passage = try Self.faults(of: site, with: "<p>请分管{{! }}院领导先行审阅本页</p>")
    #expect(passage.contains("the sentence `请分管院领导先行审阅本页` of content/pages/help.md"), "\(passage)")
  }

  @Test("a private word in an attachment is found in what old editors save too")
  func attachments() throws {
    var site = Self.site(saying: "见[附件](../media/a.txt)。")
    site["content/cases/kept.md"] = TestSite.caseText(["private": "[张大山, tousu-017]"])
    let told = ": error: `张大山`, which content/cases/kept.md lists as private, would be published"
    // GB18030, and UTF-16 with its mark.
    for bytes: [UInt8] in [
      [0xD5, 0xC5, 0xB4, 0xF3, 0xC9, 0xBD], [0xFF, 0xFE, 0x20, 0x5F, 0x27, 0x59, 0x71, 0x5C],
    ] {
      site.set("content/media/a.txt", bytes: bytes)
      #expect(try site.build().printed().contains("site/media/a.txt:1:1" + told))
    }
    site["content/media/a.txt"] = #"D:\tousu-017"#
    #expect(try site.build().printed().contains("site/media/a.txt:1:1: error: `tousu-017`"))
  }

  @Test("the summary says what was looked for, and no file does")
  func summary() throws {
    var site = Self.site(saying: "甲")
    site["content/cases/kept.md"] = TestSite.caseText(["private": "[张大山]"])
    let built = try site.build()
    let files = Array(built.published.values)
    let size = (files.reduce(0) { $0 + $1.count } + 500) / 1000
    let expected =
      "looked through \(files.count) files (\(size) kB) for 1 private word, 1 unpublished page, "
      + "2 unpublished sentences: none is there"
    #expect(Self.scanned(built) == [expected])
    #expect(Self.scanned(try TestSite().build()).isEmpty)
  }

  /// The lines of a summary that tell of the scan.
  private static func scanned(_ built: Built) -> [String] {
    let said = built.outcome.summary(in: .en, seconds: 1, folder: "out/site")
    return said.split(separator: "\n").map(String.init).filter { $0.hasPrefix("looked") }
  }
}
