import Synchronization
import Testing

@testable import Jingjian

/// Media by a list of what may be published: by their endings, by their first bytes, and of PDFs and
/// archives by what they hold.
struct SecurityMediaTests {
  /// The codes of what is told of a file in `content/media`.
  private func codes(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    var site = TestSite()
    site.set("content/media/" + name, bytes: bytes)
    return try site.build(output: false).outcome.report.filter { $0.severity == .error }.map(
      \.message.code)
  }

  @Test("what is on no list of endings is refused, however it is spelt")
  func endings() throws {
    for name in [
      "a.html", "a.XHTML", "a.hta", "a.svgz", "a.xml", "a.exe", "a.scr", "a.lnk", "a.docm", "a.doc",
      "a.xls", "a.wps", "a.jar", "a.py", "a.rar", "a.7z", "a.ps1", "a.unknown", "a.png.exe",
      "a.ｐｎｇ", "a",
    ] {
      #expect(try codes(name, Array("GIF89a".utf8)) == ["active-file"], "\(name)")
    }
  }

  @Test("first bytes that are not those of the ending are refused")
  func firstBytes() throws {
    let html = Array("<!DOCTYPE html><script>alert(1)</script>".utf8)
    let pdf = Array("%PDF-1.7".utf8)
    let program = Array("MZ".utf8) + [0x90, 0, 3, 0]
    let archive = Array("PK\u{3}\u{4}".utf8)
    let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)
    for (name, bytes) in [
      ("a.png", html), ("a.jpg", drawing), ("a.gif", pdf), ("a.webp", archive), ("a.png", []),
      ("a.mp4", pdf), ("a.webm", html), ("a.mp3", [0xFF, 0xFE] + html), ("a.wav", program),
      ("a.pdf", html), ("a.pdf", program), ("a.docx", html), ("a.zip", program), ("a.rtf", html),
      ("a.txt", program), ("a.csv", archive), ("a.srt", pdf), ("a.md", [0xD0, 0xCF, 0x11, 0xE0]),
    ] {
      #expect(try codes(name, bytes) == ["media-form"], "\(name)")
    }
    for (name, bytes) in [
      ("a.png", Sample.jpeg([])), ("a.JPG", Sample.gif([])), ("a.webp", Sample.webp("VP8 ", [1])),
      ("a.mp4", [0x1A, 0x45, 0xDF, 0xA3]), ("a.mp3", [0xFF, 0xFB, 0x90, 0]),
      ("a.m4a", Sample.box("ftyp", Array("M4A ".utf8))), ("a.pdf", [10] + pdf), ("a.zip", archive),
      ("a.txt", Array("MZ是两个字母".utf8)), ("a.rtf", Array("{\\rtf1}".utf8)), ("a.txt", html),
    ] {
      #expect(try codes(name, bytes) == [], "\(name)")
    }
  }

  @Test(
    "a PDF that runs something, or carries files, is refused",
    arguments: [
      "1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
      "1 0 obj << /S/J#61vaScript/J#53(x) >>", "1 0 obj << /S /#4a#61#76#61#53#63#72#69#70#74 >>",
      "1 0 obj << /AA << /O << /S /Launch /F (cmd.exe) >> >> >>", "1 0 obj <</S/L#61unch>>",
      "1 0 obj << /Type /EmbeddedFile >>", "1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >>",
      "1 0 obj << /AcroForm << /XFA 3 0 R >> >>", "1 0 obj << /Subtype /RichMedia >>",
      "1 0 obj << /S /SubmitForm >>", "1 0 obj << /S /Rendition /JS 5 0 R >>",
      // What one reader takes for a stream or a comment, another reads.
      "% stream\n1 0 obj << /S /JavaScript >>\nendstream",
      "1 0 obj (stream\n) 2 0 obj << /S /JavaScript >> endobj",
    ])
  func actions(_ text: String) throws {
    #expect(try codes("a.pdf", Array("%PDF-1.7\n\(text)\n".utf8)) == ["active-file"])
  }

  @Test(
    "also in packed objects, however their names are written",
    arguments: [
      "<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode >>",
      "<< /Type /ObjStm /N 2 /First 9 /Filter [ /FlateDecode ] >>",
      "<< /Type /O#62jStm /N 2 /F#69rst 9 /Filter /Fl#61teDecode >>",
      "<< /N 2 /First 9 /Filter /FlateDecode >>", "<< /Filter /FlateDecode /X (obj) >>",
    ])
  func packed(_ head: String) throws {
    let bytes =
      Array("%PDF-1.5\n6 0 obj\n\(head)\nstream\n".utf8) + Self.packedScript
      + Array("\nendstream\nendobj\n".utf8)
    #expect(try codes("a.pdf", bytes) == ["active-file"])
  }

  @Test(
    "objects that are packed so that they cannot be read are refused",
    arguments: [
      "<< /Type /ObjStm /N 2 /First 9 /Filter [ /ASCII85Decode /FlateDecode ] >>",
      "<< /Type /ObjStm /N 2 /First 9 /Filter /LZWDecode >>",
      "<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>",
    ])
  func sealed(_ head: String) throws {
    let bytes =
      Array("%PDF-1.5\n6 0 obj\n\(head)\nstream\n".utf8) + Self.packedScript
      + Array("\nendstream\nendobj\n".utf8)
    #expect(try codes("a.pdf", bytes).first == "media-sealed")
    #expect(
      try codes("a.pdf", Array("%PDF-1.5\ntrailer << /Encr#79pt 5 0 R >>".utf8)) == ["media-sealed"]
    )
  }

  @Test("a PDF for reading is fine: links, forms without scripts, words that only sound so")
  func harmless() throws {
    let text =
      "1 0 obj << /S /URI /URI (http://a.b) /T (JavaScript) /JavaScripts 1 /EmbeddedFont 2 /Launcher 3 >>"
    #expect(try codes("a.pdf", Array("%PDF-1.7\n\(text)\n".utf8)) == [])
    // By chance in packed data.
    let data = "2 0 obj << /Length 9 >>\nstream\n\u{1}/JS \u{2}\nendstream"
    #expect(try codes("a.pdf", Array("%PDF-1.7\n\(data)\n".utf8)) == [])
  }

  @Test("an archive holds what may lie in the folder itself; a document has no macros")
  func archives() throws {
    for (name, member, code) in [
      ("a.zip", "名单.xlsx", nil), ("a.zip", "文件夹/", nil), ("a.zip", "a/b.pdf", nil),
      ("a.zip", "a.exe", "active-file"), ("a.zip", "a/B.SCR", "active-file"),
      ("a.zip", "a.zip", "active-file"), ("a.zip", "a", "active-file"),
      ("a.docx", "word/document.xml", nil), ("a.docx", "word/vbaProject.bin", "active-file"),
      ("a.xlsx", "xl/activeX/activeX1.bin", "active-file"),
      ("a.odt", "Basic/Standard/Module1.xml", "active-file"), ("a.odt", "content.xml", nil),
    ] as [(String, String, String?)] {
      #expect(try codes(name, Self.archive(of: member)) == (code.map { [$0] } ?? []), "\(member)")
    }
  }

  @Test("a PDF that is another one when it is published stops the build")
  func swapped() throws {
    let memory = TestSite([
      "content/pages/a.md": "---\ntitle: 页\n---\n[文](../media/a.pdf)\n",
      "content/media/a.pdf": "%PDF-1.7",
    ]).memory
    var disk = memory.disk
    let read = disk.read
    let isProven = Mutex(false)
    disk.read = { path, limit throws(DiskFault) in
      guard path.hasSuffix("media/a.pdf") else { return try read(path, limit) }
      return isProven.withLock { isProven in
        defer { isProven = true }
        return Array((isProven ? "%PDF-1.7 /S/JavaScript" : "%PDF-1.7").utf8)
      }
    }
    let request = Build.Request(
      site: "/site", output: "/out",
      templates: [("/site/templates", "templates"), (TestSite.templates, "default")], now: 0)
    #expect(throws: DiskFault.self) { _ = try Build.run(request, disk: disk) { _ in } }
    #expect(isProven.withLock { $0 })
    #expect(memory.files["/out/site/media/a.pdf"] == nil)
  }

  @Test(
    "much of anything is read in a time that grows with its length",
    arguments: ["/", "stream\n", "obj", "/First<<stream\n", "(", "/J#61"])
  func much(_ piece: String) throws {
    let text = "%PDF-1.7\n" + String(repeating: piece, count: (1 << 19) / piece.utf8.count)
    _ = try codes("a.pdf", Array(text.utf8))
  }

  /// The list at the end of an archive, with one entry.
  private static func archive(of member: String) -> [UInt8] {
    let name = Array(member.utf8)
    let entry =
      Array("PK\u{1}\u{2}".utf8) + [UInt8](repeating: 0, count: 24)
      + [UInt8(name.count), 0] + [UInt8](repeating: 0, count: 16) + name
    return Array("PK\u{3}\u{4}".utf8) + entry
  }

  /// `7 0 8 20 << /S /JavaScript /JS (app.alert(1)) >>`, packed.
  private static let packedScript: [UInt8] = [
    0x78, 0x9C, 0x33, 0x57, 0x30, 0x50, 0xB0, 0x50, 0x30, 0x32, 0x50, 0xB0, 0xB1, 0x51,
    0xD0, 0x0F, 0x56, 0xD0, 0xF7, 0x4A, 0x2C, 0x4B, 0x0C, 0x4E, 0x2E, 0xCA, 0x2C, 0x28,
    0x01, 0xB2, 0x83, 0x15, 0x34, 0x12, 0x0B, 0x0A, 0xF4, 0x12, 0x73, 0x52, 0x8B, 0x4A,
    0x34, 0x0C, 0x35, 0x35, 0x15, 0xEC, 0xEC, 0x00, 0x27, 0xB0, 0x0C, 0xE4,
  ]
}
