import Foundation
import Testing

@testable import Jingjian

/// Names: whatever is made from a text that people write can stand as a file on every disk, and in its
/// own folder.
struct SecurityNameTests {
  @Test("the address of a tag is a file name on every disk, whatever the tag")
  func tags() {
    var random = SeededRandom(seed: 19)
    let pieces = [
      "con", "AUX", "nul", "com1", ".", "..", "/", "\\", ":", "-", " ", "a", "廉", "𠮷", "é",
      "\u{301}",
      "\u{3164}", "\u{FE0F}", "\u{202E}", "\u{200B}", "\0", "index", "page-2", "<", "%2e", "Ⅳ",
    ]
    for _ in 0..<3000 {
      let tag = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let piece = pieces.randomElement(using: &random) ?? ""
        let isLong = Int.random(in: 0..<20, using: &random) == 0
        return isLong ? String(repeating: piece, count: 80) : piece
      }.joined()
      let slug = Identifier.slug(tag)
      #expect(Identifier.fault(in: slug) == nil && !Identifier.isReserved(slug), "\(tag) → \(slug)")
    }
  }

  @Test("an imported speech becomes a record that is a file name on every disk")
  func seeds() {
    var random = SeededRandom(seed: 23)
    let pieces = [
      "con", "NUL", "Index", "statistics", "../", "/etc/passwd", "廉", "𠮷", "Ⓐ", "\u{3164}",
      "\u{202E}",
      "\0", " ", "---\n", "讲话", "\u{301}", "ａ", "a", "关于",
    ]
    for _ in 0..<600 {
      let title = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        let piece = pieces.randomElement(using: &random) ?? ""
        let isLong = Int.random(in: 0..<6, using: &random) == 0
        return isLong ? String(repeating: piece, count: 60) : piece
      }.joined()
      let day = Bool.random(using: &random) ? "\n2025年5月27日" : ""
      let stem = importSpeech(text: "标题:\(title)\(day)\n同志们：\n好。\n", file: "../\(title)").stem
      #expect(
        Identifier.fault(in: stem.composed) == nil && !Identifier.isReserved(stem),
        "\(title) → \(stem)")
    }
  }

  @Test(
    "a new record stays in its folder",
    arguments: [
      "../x", "/x", "a/b", "a\\b", "..", ".x", "x.", "CON", "com1.a", "a\0b", "a\u{202E}",
      "a\u{200B}",
      "a\u{3164}", "", " ", String(repeating: "长", count: 67), "index", "page-3",
    ])
  func newRecords(_ id: String) throws {
    let folder = try Folder()
    try folder.write("name: 站\norgan: 院\n", to: "content/site.yml")
    let before = folder.all
    for kind in ["case", "packet", "scores"] {
      #expect(throws: Failure.self) {
        try NewRecord(kind: kind, id: id, site: folder.path, language: .zh, now: 0)
      }
    }
    #expect(folder.all == before)
  }

  @Test("names that differ in how their marks are written are one")
  func marks() throws {
    let folder = try Folder()
    try folder.write("name: 站\norgan: 院\n", to: "content/site.yml")
    for name in ["caf\u{E9}", "cafe\u{301}", "CAFE\u{301}"] {
      try folder.write("---\ntitle: 页\n---\n正文。\n", to: "content/pages/\(name).md")
    }
    try #require(try Disk.disk.list(folder.path + "/content/pages").count == 3)
    let report = try Proof(site: folder.path, disk: .disk).report
    #expect(report.map(\.message.code) == ["colliding-ids", "colliding-ids"])
  }

  @Test("names that look alike are warned of and nothing more")
  func lookAlikes() throws {
    let page = "---\ntitle: 页\n---\n正文。\n"
    let built = try TestSite([
      "content/pages/a1.md": page, "content/pages/а1.md": page, "content/pages/Ⅳ.md": page,
      "content/pages/α.md": page, "content/pages/二〇二五.md": page,
    ]).build()
    #expect(built.outcome.isFine && built.outcome.warnings == 1)
    #expect(built.printed(.en).contains("`content/pages/а1.md` looks like `content/pages/a1.md`"))
  }
}
