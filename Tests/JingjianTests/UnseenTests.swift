import Foundation
import FoundationXML
import Markdown
import Testing

@testable import Jingjian

/// Characters that nobody can see: of a build that succeeds none is in any file, and what others read of
/// it – feeds, calendars, lists of pages, data – can be read.
struct UnseenTests {
  private static let hidden: [UInt32] = [
    0x0B, 0x2028, 0x2029, 0xA0, 0x202F, 0xAD, 0x200B, 0x200D, 0x2060, 0xFEFF, 0xFFFC, 0xF0B7,
    0xE001, 0xFFFE, 0xFFFF, 0xFDD0, 0x1, 0x1B, 0x7F, 0x85, 0x200E, 0x202E, 0x2066, 0x10FFFD, 0x3164,
  ]

  private static func site(_ hidden: Unicode.Scalar, asReference: Bool) -> TestSite {
    let (mark, scalar) = (String(hidden), String(hidden.value, radix: 16))
    let inText = asReference ? "&#x\(scalar);" : mark
    let inField = asReference ? "\"甲\\U\(scalar.padded(8))乙\"" : "甲\(mark)乙"
    return TestSite([
      "content/site.yml": "name: 试验站\norgan: 试验法院\nbase-url: https://x.example/\n",
      "content/pages/a.md": "---\ntitle: \(inField)\nsummary: \(inField)\n---\n正文\(inText)如此。\n",
      "content/lessons/b.md":
        "---\ntitle: \(inField)\nweek: 2025-W23\ndate: 2025-06-02\n---\n## 标\(inText)题\n\n课\(inText)文。\n",
      "content/quizzes/c.yml":
        "title: \(inField)\nquestions:\n  - stem: \(inField)\n    options: [甲, 乙]\n    answer: A\n",
    ])
  }

  @Test(
    "what nobody can see is refused, or mended with a warning, and never published",
    arguments: hidden)
  func nowhere(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    for asReference in [false, true] {
      let built = try Self.site(scalar, asReference: asReference).build()
      let unseen = try #require(scalar.unseen)
      #expect(built.outcome.isFine == (unseen != .refused))
      let said = built.outcome.report.filter {
        $0.place != nil && ($0.severity == .error) == (unseen == .refused)
      }
      #expect(Set(said.compactMap { $0.place?.file }).count == 3, "each file is told of")
      for (path, bytes) in built.published
      where ["html", "xml", "ics", "json", "js", "txt"].contains(path.ending) {
        let text = try #require(String(validating: bytes, as: UTF8.self), "\(path)")
        let found = text.unicodeScalars.first { $0.unseen != nil && $0 != "\u{A0}" }
        #expect(found == nil, "\(path)")
        if path.ending == "json" {
          #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(path)")
        }
        if path.ending == "xml" {
          #expect(XMLParser(data: Data(bytes)).parse(), "\(path)")
        }
      }
    }
  }

  @Test("mending it makes what was read, and what is told of it stands where it is")
  func mended() throws {
    let text =
      "---\ntitle: 甲\u{0B}乙\u{200B}丙\n---\n第一\u{2028}第二，\u{200B}好,了。\n第三\u{A0}abc。\u{FEFF}\n"
    let path = "content/pages/a.md"
    let site = TestSite([path: text])
    let built = try site.build()
    #expect(
      built.outcome.report.map {
        "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message.code)"
      }
      .sorted() == [
        "2:11 invisible-character", "2:9 invisible-character", "4:3 invisible-character",
        "4:9 half-width-punctuation", "5:3 invisible-character", "5:8 invisible-character",
      ])
    let disk = site.memory
    try Mending(site: "/site", disk: disk.disk).write()
    #expect(
      disk.files["/site/" + path].map { String(decoding: $0, as: UTF8.self) }
        == "---\ntitle: 甲乙丙\n---\n第一\n第二，好，了。\n第三 abc。\n")
    #expect(try Mending(site: "/site", disk: disk.disk).diff == "")
    let page = try #require(built.page("pages/a.html"))
    #expect(page.contains("<h1>甲乙丙</h1>") && page.contains("<p>第一第二，好,了。第三 abc。</p>"))
  }

  @Test("texts of several lines have no blank between Chinese characters")
  func lines() throws {
    let site = TestSite([
      "content/quizzes/a.yml": """
      title: 第一
        行 与 two
        words
      questions:
        - stem: >
            题干
            两行
          options:
            - "甲，
              乙"
            - |
              丙
              丁
          answer: A
          explanation: '它''s
            好

            另一段'

      """,
      "content/ledgers/b.yml": "title: 台账\nkind: problem\nitems: b.csv\n",
      "content/ledgers/b.csv":
        "编号,发现日期,内容,责任主体,时限,状态\n1,2025-03-01,\"第一行\n第二行\",lian,2025-06-01,未启动\n",
    ])
    let built = try site.build()
    #expect(built.printed() == "")
    let quiz = try #require(built.page("quizzes/a.html"))
    for words in ["第一行 与 two words", "题干两行", "<span>甲，乙</span>", "<span>丙丁</span>", "好另一段"] {
      #expect(quiz.contains(words), "\(words)")
    }
    #expect(try #require(built.page("ledgers/b.html")).contains("第一行第二行"))
  }

  @Test("a link names a heading of another record by its text, and no id of a page is taken")
  func headings() throws {
    let built = try TestSite([
      "content/pages/a.md":
        "---\ntitle: 甲\n---\n[一](b.md#一、总体要求)[二](b.md#一总体要求)[三](b.md#Goal)[四](b.md#目标)[五](b.md#Main)\n",
      "content/pages/b.md":
        "---\ntitle: 乙\n---\n## 一、总体要求\n\n文。\n\n## 目标 {#Goal}\n\n文。\n\n## Main\n\n文。\n",
    ]).build()
    #expect(built.printed() == "")
    let page = try #require(built.page("pages/a.html"))
    let links = page.matches(of: #/b\.html#([^"]*)"/#).map { String($0.1).removingPercentEncoding }
    #expect(links == ["一总体要求", "一总体要求", "Goal", "Goal", "main-2"])
  }

  @Test("the ids of the templates are those that no heading may have")
  func frame() throws {
    let folder = TestSite.templates + "/site"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    var ids: Set<String> = []
    for name in names where name.hasSuffix(".mustache") || name.hasSuffix(".html") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for match in text.matches(of: #/\sid="([^"{]+)"/#) { ids.insert(String(match.1)) }
    }
    #expect(ids == FrameIds.words)
  }
}
