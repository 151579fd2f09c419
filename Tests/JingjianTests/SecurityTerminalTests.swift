import Foundation
import Testing

@testable import Jingjian

/// The terminal: nothing that a file holds or is called moves the cursor of whoever looks at it.
struct SecurityTerminalTests {
  private static let hostile = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}"

  private func isQuiet(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isForbidden && $0 != "\r" && $0 != "\t" }
  }

  @Test("diagnostics")
  func diagnostics() throws {
    let built = try TestSite([
      "content/pages/a\(Self.hostile).md": "---\ntitle: 页\(Self.hostile)\n---\n正文。\n",
      "content/pages/b.md": "---\ntitle: \"\\e[31m\"\n题目\\e: 一\n---\n正文。\n",
      "content/x\(Self.hostile)": "",
    ]).build()
    for language in [Language.zh, .en] {
      let printed = built.printed(language)
      #expect(printed.contains("␛") && isQuiet(printed))
    }
    let outcome = #expect(throws: Failure.self) {
      try TestSite().build(date: "2025\(Self.hostile)")
    }
    #expect(isQuiet(outcome?.text(in: .zh, as: .text) ?? "\u{1B}"))
  }

  @Test("what is mended")
  func mending() throws {
    let site = TestSite([
      "content/pages/a\(Self.hostile).md": "---\r\n标题：页\(Self.hostile)\r\n---\r\n正文。\r\n"
    ])
    let diff = try Mending(site: "/site", disk: site.memory.disk).diff
    #expect(diff.hasSuffix("- 标题：页␛]0;x␇\u{FFFD}31m\u{FFFD}\n+ 标题: 页␛]0;x␇\u{FFFD}31m\u{FFFD}\n"))
    #expect(isQuiet(diff))
  }

  @Test("what is imported, and the record holds none of it")
  func seeds() throws {
    let folder = try Folder()
    try folder.write("name: 站\norgan: 院\n", to: "content/site.yml")
    let seed = "关于\(Self.hostile)作风的讲话\n同志们：\n一、认清\u{2066}形势\n查处问题起，占**%。\n"
    try folder.write(seed, to: "a\(Self.hostile).txt")
    let record = try ImportedRecord(
      file: folder.path + "/a\(Self.hostile).txt", site: folder.path)
    #expect(isQuiet(record.text(in: .zh)))
    let name = try #require(folder.names("content/documents").first)
    #expect(isQuiet(name))
    #expect(isQuiet(try #require(folder.text("content/documents/" + name))))
  }

  @Test("what is owed")
  func due() throws {
    let site = TestSite([
      "content/ledgers/a.yml": "items: [{description: \"甲\\n2025-01-01  伪造\", due: 2025-01-01}]\n"
    ])
    let text = DueList(try site.findings(on: "2025-12-31")).text(in: .zh)
    #expect(text.split(separator: "\n").count == 2)
  }
}
