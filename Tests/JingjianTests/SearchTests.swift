import Foundation
import Testing

@testable import Jingjian

/// The search index: what is in it, and that nothing which stands in a page is missed
/// (docs/format.md, "Search").
struct SearchTests {
  @Test(
    "both sides are folded alike",
    arguments: [
      ("ＧＢ18030", "gb18030"), ("“老地方”，吃饭", "“老地方”,吃饭"), ("2025年\n 3.5万元", "2025年 3.5万元"),
      ("①②㎡", "12m2"), ("……", "......"), ("ﬁle ＡＢ", "file ab"), ("第一条　目的", "第一条 目的"),
      ("e\u{301}A\u{30A}é", "eae"), ("が か\u{3099}", "か か"), ("ΟΔΟΣ", "οδοσ"), ("İ", "i"),
      ("𠮷野家", "𠮷野家"), ("ｱﾞ", "ア"), ("´ \u{200B} a", " a"), ("审判—執行", "审判-执行"),
    ])
  func folding(_ text: String, _ folded: String) {
    #expect(String(decoding: Folded(text).units, as: UTF16.self) == folded)
    #expect(Folded(folded).units == Array(folded.utf16))
  }

  @Test("numbers are read as they were written")
  func numbers() {
    let borders = [0, 1, 47, 48, 49, 56, 57, 2111, 2112, 90_863, 90_864, 3_907_247, 3_907_248]
    var random = SeededRandom(seed: 5)
    let numbers =
      borders + (0..<2000).map { _ in Int.random(in: 0...Int(Int32.max), using: &random) }
    let text = Numbers.text(numbers)
    #expect(Numbers.read(text) == numbers)
    #expect(!text.contains(UInt8(ascii: "\"")) && !text.contains(UInt8(ascii: "\\")))
    #expect(text.allSatisfy { (33...126).contains($0) })
    let growing = numbers.map(Int32.init).sorted()
    var sum = 0
    let read = growing.withUnsafeBufferPointer { Numbers.read(Numbers.steps($0)) }
    #expect(
      read.map {
        sum += $0; return Int32(sum)
      } == growing)
  }

  @Test("the text of a page is that of its <main>: blocks stand apart, parts of a line do not")
  func mainText() {
    let page = """
      <title>甲 · 站</title><main id="main" title="a>b"><!-- x --><h1>标 <em>题</em></h1>
      <p>在<strong>“老地方”</strong>&amp;&#x4E00;&nbsp;乙<br>丙</p><ul><li>一</li><li>二</li></ul>
      <script>var a = "<p>"</script><style>p {}</style><td>三</td><td>四　五</td></main><p>外</p>
      """
    let text = MainText(Array(page.utf8))
    #expect(String(decoding: text.text, as: UTF8.self) == "标 题 在“老地方”&一 乙 丙 一 二 三 四 五")
    #expect(String(decoding: text.text[text.heading], as: UTF8.self) == "标 题")
    #expect(String(decoding: text.title, as: UTF8.self) == "甲 · 站")
  }

  @Test("templates keep white space between blocks, and only there")
  func separated() {
    func separated(_ html: String) -> String {
      String(decoding: Elements.separated(Array(html.utf8)), as: UTF8.self)
    }
    #expect(separated("<tr><td>a</td><td>b</td></tr>") == " <tr><td>a</td> <td>b</td></tr> ")
    #expect(separated(" <p>a <b>b</b><i>c</i></p>\n") == " <p>a <b>b</b><i>c</i></p>\n")
    #expect(separated("\">a</a><div class=\"") == "\">a</a> <div class=\"")
    #expect(separated("a<br>b") == "a <br> b")
  }

  @Test("whatever stands in a page is found there, and nowhere else")
  func everything() throws {
    var random = SeededRandom(seed: 11)
    let signs = ["案", "例", "审", "判", "a", "B", "1", " ", "，", "𠮷", "é", "…", "Ａ"]
    func text(_ length: Int) -> String {
      (0..<length).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
    }
    var site = TestSite()
    for n in 0..<20 {
      site["content/pages/p\(n).md"] = "---\ntitle: 页\(n)\n---\n开头\(text(120))结尾\n"
    }
    let built = try site.build()
    #expect(built.outcome.errors == 0)
    let reader = try SearchReader { address throws(DiskFault) in
      built.published[address.path] ?? []
    }
    let pages = Self.found(built)
    let folded = try pages.map { Folded(MainText(try #require(built.published[$0])).text).units }
    for _ in 0..<600 {
      let units = try #require(folded.randomElement(using: &random))
      let length = Int.random(in: 1...min(9, units.count), using: &random)
      let start = Int.random(in: 0...(units.count - length), using: &random)
      let phrase = Array(units[start..<(start + length)])
      if phrase == [32] { continue }
      let wanted = folded.indices.filter { folded[$0].holds(phrase) }
      #expect(try reader.pages(holding: phrase) == wanted, "\(phrase)")
    }
    #expect(try reader.pages(holding: Array("查无此词".utf16)) == [])
  }

  @Test(
    "pages are found that hold something: not redirects, notices of withdrawal, 404 or search itself"
  )
  func found() throws {
    var site = TestSite()
    site["content/cases/a.md"] = TestSite.caseText(["aliases": "[old/a.html]", "title": "甲案"])
    site["content/cases/gone.md"] = TestSite.caseText([
      "title": "隐去", "withdrawn": "{date: 2025-06-01, reason: 复核}",
    ])
    let built = try site.build()
    #expect(
      Self.found(built) == [
        "index.html", "cases/a.html", "cases/index.html", "cases/problem/jilv.html",
        "cases/problem/jilv-1.html", "cases/department/lian.html", "cases/year/2025.html",
        "cases/statistics.html", "departments/index.html", "departments/lian.html",
        "departments/zhixing.html", "owed.html",
      ])
  }

  @Test("`check` makes no index")
  func check() throws {
    let built = try TestSite().build(output: false)
    #expect(built.disk.files.keys.allSatisfy { !$0.contains("search") })
  }

  @Test("an index that has lost something is a fault, and nothing is published")
  func proof() throws {
    var site = TestSite()
    site["content/pages/a.md"] = "---\ntitle: 甲\n---\n正文里的话。\n"
    let memory = site.memory
    var disk = memory.disk
    let write = disk.write
    disk.write = { bytes, path throws(DiskFault) in
      let isTexts = path.contains("/search/texts/")
      try write(
        isTexts
          ? Array(
            String(decoding: bytes, as: UTF8.self)
              .replacing("正文", with: "正").utf8) : bytes, path)
    }
    var request = Build.Request(
      site: "/site", output: "/out", templates: [(TestSite.templates, "default")], now: 0)
    request.date = "2025-12-31"
    let outcome = try Build.run(request, disk: disk) { _ in }
    #expect(!outcome.isFine)
    #expect(outcome.report.map(\.message.code).contains("search-index"))
    #expect(!memory.files.keys.contains { $0.hasPrefix("/out/site/") })
  }

  /// The pages that an index knows, by their numbers.
  private static func found(_ built: Built) -> [String] {
    var address = ""
    return built.published.filter { $0.key.hasPrefix("search/titles/") }
      .sorted { number($0.key) < number($1.key) }
      .flatMap { file in
        address = ""
        let strings = Script.strings(in: file.value).map { Script.unescaped($0) }
        return stride(from: 0, to: strings.count, by: 3).map { n in
          let shared = Int(strings[n][0]) - 35
          address = address.prefix(shared) + String(decoding: strings[n].dropFirst(), as: UTF8.self)
          return (Address.decode(address) ?? address) + ".html"
        }
      }
  }

  private static func number(_ path: String) -> Int {
    Int(path.dropFirst("search/titles/".count).dropLast(".js".count)) ?? 0
  }
}

extension [UInt16] {
  fileprivate func holds(_ part: [UInt16]) -> Bool {
    count >= part.count
      && (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
