import Testing

@testable import Jingjian

/// What stands in attached files: private words, texts that are left out and personal data are found in
/// them, and what cannot be read is told of.
struct AttachmentTests {
  /// The lines of the summary that tell what was not looked into.
  private static func unread(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let outcome = try Attached.site([(name, bytes)]).build().outcome
    #expect(outcome.isFine, "\(outcome.report)")
    let said = outcome.summary(in: .en, seconds: 1, folder: "out/site")
    return said.split(separator: "\n").map(String.init).filter { $0.hasPrefix("not looked") }
  }

  private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  /// 李四 in GBK and in Big5.
  private static let gbk: [UInt8] = [0xC0, 0xEE, 0xCB, 0xC4]
  private static let big5: [UInt8] = [0xA7, 0xF5, 0xA5, 0x7C]

  @Test(
    "a word is found in texts of every ending and encoding, alone or among others",
    arguments: ["txt", "srt", "tsv", "log", "ini", "csv", "md", "json"])
  func texts(_ ending: String) throws {
    try Attached.expect(in: [
      ("utf8." + ending, Array("李四".utf8)), ("gbk." + ending, Self.gbk),
      ("big5." + ending, Self.big5), ("wrong." + ending, Self.gbk + [0xFF, 0x0A] + Self.gbk),
      ("wrong-utf8." + ending, Array("乙".utf8) + [0xFF] + Array("李 四".utf8)),
      ("mixed." + ending, Array("中文\n".utf8) + Self.gbk),
      ("little." + ending, Self.utf16("李四", isLittle: true)),
      ("big." + ending, Self.utf16("李四", isLittle: false)),
      ("shifted." + ending, [0x20] + Self.utf16("李四", isLittle: true)),
      ("lines." + ending, Self.utf16("张三\n李 四\n", isLittle: true)),
    ])
  }

  @Test("captions are read without the moments that stand in a word", arguments: ["vtt", "srt"])
  func captions(_ ending: String) throws {
    let text = "WEBVTT\n\n00:00.000 --> 00:02.000\n甲李<00:00:01.000>四<00:01.500><c>乙</c>\n"
    try Attached.expect(in: [("a." + ending, Array(text.utf8))])
    let number = "WEBVTT\n\n00:00.000 --> 00:02.000\n138<00:01.000>1234<00:00:01.500>5678\n"
    #expect(
      try Attached.told("a." + ending, Array(number.utf8)) == [
        "content/media/a.\(ending) error: `138<00:01.000>1234<00:00:01.500>5678` is a mobile number"
      ])
  }

  @Test("rich text is read in bytes, in numbers of Unicode, and between control words")
  func richText() throws {
    let texts = [
      #"{\rtf1\ansi\ansicpg936 \'c0\'ee\'cb\'c4}"#, #"{\rtf1\ansi \u26446?\u22235?}"#,
      #"{\rtf1\uc2 \u26446\'c0\'ee\u22235\'cb\'c4\par}"#,
      #"{\rtf1{\b \'c0\'ee}{\i0\fs24 \'cb\'c4}}"#, #"{\rtf1{\*\bkmkstart \'c0\'ee\'cb\'c4}}"#,
      #"{\rtf1\ansicpg950 \'a7\'f5\'a5|}"#, "{\\rtf1\\'c0\\'ee\n\\'cb\\'c4}",
      #"{\rtf1{\pict\bin3 {{{ 89}\'c0\'ee\'cb\'c4}"#,
    ]
    try Attached.expect(in: texts.map { ("a.rtf", Array($0.utf8)) })
  }

  @Test("names in archives are read, in UTF-8 and in the encoding of old programs")
  func names() throws {
    let names = [Array("李四.txt".utf8), Self.gbk + Array(".txt".utf8), Self.big5 + [0x2F]]
    try Attached.expect(
      in: names.map { name in
        var member = Attached.Member("", "甲")
        member.name = name
        return ("a.zip", Attached.zip([member]))
      })
    let told = try Attached.told("b.zip", Attached.zip([.init("13812345678.txt", "甲")]))
    #expect(told == ["content/media/b.zip error: `13812345678` in the file is a mobile number"])
  }

  @Test("what is packed in archives and documents is read, also one in the other")
  func members() throws {
    let run = "<w:p xmlns:w='urn:w'><w:r><w:t>李</w:t></w:r><w:r><w:rPr/><w:t>四</w:t></w:r></w:p>"
    let docx = Attached.zip([.init("word/document.xml", run)])
    let slide = "<a:p xmlns:a='urn:a'><a:t>李&#x56DB;</a:t></a:p>"
    let wide =
      [0xFF, 0xFE] + Self.utf16("<?xml version='1.0' encoding='UTF-16'?><t>李四</t>", isLittle: true)
    try Attached.expect(in: [
      ("a.zip", Attached.zip([.init("a.txt", bytes: Self.gbk)])),
      ("a.zip", Attached.zip([.init("甲.docx", bytes: docx)])),
      ("a.zip", Attached.zip([.init("甲.docx", bytes: docx, isPacked: false)])),
      (
        "a.zip",
        Attached.zip([
          .init("甲.pdf", bytes: Attached.page("BT /F1 9 Tf <00010002> Tj ET", letters: "李四"))
        ])
      ),
      ("a.docx", docx),
      ("a.docx", Attached.zip([.init("word/document.xml", bytes: wide)])),
      ("a.docx", Attached.zip([.init("word/document.xml", "<p w='李四'/>")])),
      ("a.docx", Attached.zip([.init("word/document.xml", "<p><!-- 李四 --></p>")])),
      (
        "a.xlsx",
        Attached.zip([
          .init("xl/sharedStrings.xml", "<sst><si><r><t>李</t></r><r><t>四</t></r></si></sst>")
        ])
      ),
      ("a.xlsx", Attached.zip([.init("xl/workbook.xml", "<sheets><sheet name='李四'/></sheets>")])),
      ("a.pptx", Attached.zip([.init("ppt/slides/slide1.xml", slide)])),
      ("a.odt", Attached.zip([.init("content.xml", "<text>李<span>四</span></text>")])),
      (
        "a.ofd",
        Attached.zip([.init("Doc_0/Pages/Page_0/Content.xml", "<T><TextCode>李四</TextCode></T>")])
      ),
    ])
  }

  @Test("the texts of a picture are read, packed or not")
  func pictures() throws {
    let words = Array("甲李四".utf8)
    let texts = [
      ("zTXt", Array("Comment\0\0".utf8) + Attached.zlib(words)),
      ("iTXt", Array("Comment\0\u{1}\0\0\0".utf8) + Attached.zlib(words)),
      ("zTXt", Array("Comment\0\0".utf8) + Attached.zlib(Self.gbk)),
    ]
    let pictures = texts.map(Sample.png)
    try Attached.expect(
      in: pictures.map { ("a.png", $0) }
        + pictures.map { ("a.zip", Attached.zip([.init("甲.png", bytes: $0)])) })
  }

  @Test("sentences of what is left out are found in attached files too")
  func sentences() throws {
    let sentence = "有人夜里把卷宗带回了家"
    let docx = Attached.zip([
      .init("word/document.xml", "<p><t>有人夜里</t><t>把卷宗带回了家</t></p>")
    ])
    let codes = (1...sentence.utf16.count).map { String($0 + 0x10000, radix: 16).dropFirst() }
    let page = Attached.page("BT /F1 9 Tf <\(codes.joined())> Tj ET", letters: sentence)
    try Attached.expect(
      "the sentence `\(sentence)` of content/cases/hidden.md, which is left out,",
      in: [
        ("a.docx", docx), ("a.pdf", page), ("a.log", Self.utf16(sentence, isLittle: true)),
      ])
  }

  @Test("personal data are found in them, and may be allowed as in any file")
  func personal() throws {
    let docx = Attached.zip([.init("word/document.xml", "<p><t>138</t><t>12345678</t></p>")])
    let page = Attached.page("BT /F1 9 Tf (13812345678) Tj ET", font: "/Subtype /TrueType")
    let expected = "error: `13812345678` in the file"
    for (name, bytes, member) in [
      ("a.docx", docx, "'s word/document.xml"), ("a.pdf", page, ""),
      ("a.rtf", Array(#"{\rtf1 138{\b 1234}5678}"#.utf8), ""),
      ("a.zip", Attached.zip([.init("b.docx", bytes: docx)]), "'s b.docx/word/document.xml"),
      ("a.zip", Attached.zip([.init("b.txt", "13812345678")]), "'s b.txt"),
      ("a.log", Self.gbk + [0xFF] + Array(" 13812345678".utf8), ""),
    ] {
      var site = Attached.site([(name, bytes)])
      site["content/pages/a.md"] = "---\ntitle: 一页\n---\n[资料](../media/\(name))\n"
      func told() throws -> [String] {
        try site.build().outcome.report.filter { $0.severity > .note }.map {
          "\($0.place?.file ?? "") \($0.severity.rawValue): \($0.message.text.en)"
        }
      }
      #expect(try told() == ["content/media/\(name) \(expected)\(member) is a mobile number"])
      site["content/site.yml"] = """
        name: 试验站
        organ: 试验法院
        personal: [{file: media/\(name), text: '13812345678', reason: 本院公布的值班手机}]

        """
      #expect(try told() == [])
    }
  }

  @Test("a packed photo tells where it was taken, and a document who commented on it")
  func traces() throws {
    let photo = Attached.zip([
      .init("word/media/b.jpg", bytes: Sample.jpeg(Sample.exif(isLittle: true)))
    ])
    #expect(
      try Attached.told("a.docx", photo) == [
        "content/media/a.docx error: its word/media/b.jpg says of itself where it was taken, its author (Zhang San), the device (HUAWEI)"
      ])
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let comment = "<w:comment xmlns:w='\(space)' w:author='Wang Wu'/>"
    #expect(
      try Attached.told("a.docx", Attached.zip([.init("word/comments.xml", comment)])) == [
        "content/media/a.docx error: its word/comments.xml says of itself its author (Wang Wu)"
      ])
  }

  @Test("what cannot be looked into is listed, and nothing else is")
  func closed() throws {
    func member(_ change: (inout Attached.Member) -> Void) -> [UInt8] {
      var member = Attached.Member("甲.txt", "乙")
      change(&member)
      return Attached.zip([member])
    }
    let nested = (0..<4).reduce([UInt8]("乙".utf8)) { bytes, n in
      Attached.zip([.init(n == 0 ? "甲.txt" : "甲.docx", bytes: bytes)])
    }
    let expected: [(String, [UInt8], [String])] = [
      ("a.zip", member { $0.flags = 1 }, ["media/a.zip 甲.txt (it is locked with a password)"]),
      (
        "a.zip", member { $0.method = 14 },
        ["media/a.zip 甲.txt (packed in a way that is not known)"]
      ),
      (
        "a.zip", member { ($0.isPacked, $0.method, $0.bytes) = (false, 8, [0xFF, 0xFF, 1]) },
        ["media/a.zip 甲.txt (a part of it is damaged)"]
      ),
      (
        "a.zip", Attached.zip([.init("甲.txt", "乙")], between: [UInt8](repeating: 65, count: 99)),
        ["media/a.zip (some of its bytes belong to no file in it)"]
      ),
      (
        "a.zip", nested,
        ["media/a.zip 甲.docx/甲.docx/甲.docx (archives are packed in each other too deep)"]
      ),
      (
        "a.docx", Attached.zip([.init("word/embeddings/甲.ole", "乙")]),
        ["media/a.docx word/embeddings/甲.ole (a form of files that is not known)"]
      ),
      (
        "a.docx", Attached.zip([.init("word/document.xml", "<p>")]),
        ["media/a.docx word/document.xml (a part of it is damaged)"]
      ),
      (
        "a.pdf",
        Attached.page("BT /F1 9 Tf <0001> Tj ET", font: "/Subtype /Type0 /Encoding /Identity-H"),
        ["media/a.pdf (the font of some letters does not say what they are)"]
      ),
      (
        "a.pdf", Attached.page("BT /F1 9 Tf <00010002> Tj ET", letters: "甲"),
        ["media/a.pdf (the font of some letters does not say what they are)"]
      ),
      (
        "a.pdf", Attached.pdf([Attached.stream("/Filter /LZWDecode", [1, 2])]),
        ["media/a.pdf (packed in a way that is not known)"]
      ),
      (
        "a.pdf", Attached.pdf([Attached.stream("/Subtype /Image /Filter /JPXDecode", [1, 2])]),
        ["what is drawn or spoken in 1 file; look at them"]
      ),
      ("a.gif", Sample.gif([]), ["what is drawn or spoken in 1 file; look at them"]),
      ("a.docx", Attached.zip([.init("word/document.xml", "<p>乙</p>")]), []),
      ("a.pdf", Attached.page("BT /F1 9 Tf <0001> Tj ET", letters: "甲"), []),
      ("a.txt", Self.gbk.reversed(), []),
    ]
    for (name, bytes, lines) in expected {
      #expect(try Self.unread(name, bytes) == lines.map { "not looked into: " + $0 }, "\(name)")
    }
  }

  @Test("what grows without bounds when it is unpacked is cut, and that is told")
  func bombs() {
    let blanks = [UInt8](repeating: 32, count: 1 << 14)
    let members = (0..<80).map { Attached.Member("\($0).txt", bytes: blanks) }
    var size = 0
    let unread = Legible.read(Attached.zip(members), named: "a.zip", limit: 1 << 20) {
      piece, _ in
      if case .text(let text) = piece { size += text.count }
    }
    #expect(size <= 1 << 20 + 1 << 17)
    #expect(unread.contains(Unread(member: "64.txt", reason: .large)), "\(unread.prefix(3))")
  }

  @Test(
    "no damage to a file stops the reading, and none makes it read without end", arguments: 0..<8)
  func damage(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let samples = [
      ("a.pdf", Attached.page("BT /F1 9 Tf [<00010002> 3 (a\\)b)] TJ ET", letters: "李四")),
      ("a.docx", Attached.zip([.init("a.xml", "<a>李<b/>四</a>"), .init("b.txt", "乙")])),
      ("a.rtf", Array(#"{\rtf1\uc1{\pict 00}\u26446?\'c0\'ee\bin2 }"#.utf8)),
      ("a.vtt", Array("WEBVTT\n<00:01.000>李<1:2>".utf8)), ("a.txt", Self.gbk + [0xFF]),
      (
        "a.pdf",
        Attached.pdf([
          Attached.stream("/Filter [/A85 /RL /AHx /Fl]", Array("87cURD]i,\"Ebo80~>".utf8))
        ])
      ),
    ]
    for (name, sample) in samples {
      for _ in 0..<40 {
        var bytes = sample
        for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: bytes.indices, using: &random)
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
        var size = 0
        let unread = Legible.read(bytes, named: name) { piece, _ in
          if case .text(let text) = piece { size += text.count }
        }
        #expect(size <= 1 << 20)
        #expect(unread.count <= 1000)
      }
    }
  }
}
