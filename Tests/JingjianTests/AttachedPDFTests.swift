import Testing

@testable import Jingjian

/// What stands in attached PDFs is found, however it is spelt, packed and drawn.
struct AttachedPDFTests {
  @Test(
    "strings of a PDF are read however they are spelt",
    arguments: [
      #"(\376\377gN\126\333)"#, #"(\xFE\xFFgNV\xDB)"#, "<FE FF 67\n4E 56 DB>", "<feff674e56db>",
      "<C0EECBC4>", "(\\\n李\\\r\n四)", "<FFFE4E67DB56>", "<EFBBBFE69D8EE59B9B>", "[ (甲) [ (李四) ] ]",
      "<< /A << /B (李四) >> >>",
    ])
  func strings(_ string: String) throws {
    let bytes = Array(string.replacing(#"\x"#, with: "\u{1}").utf8)
    var spelt: [UInt8] = []
    var n = 0
    while n < bytes.count {
      if bytes[n] == 1,
        let value = UInt8(String(decoding: bytes[(n + 1)...(n + 2)], as: UTF8.self), radix: 16)
      {
        spelt.append(value)
        n += 3
      } else {
        spelt.append(bytes[n])
        n += 1
      }
    }
    let head = Array("<< /Contents ".utf8)
    // The same among packed objects.
    let packed = Array("1 0 ".utf8) + head + spelt + Array(" >>".utf8)
    let stream = Attached.stream(
      "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Attached.zlib(packed))
    try Attached.expect(in: [
      ("a.pdf", Attached.pdf([head + spelt + Array(" >>".utf8)])),
      ("b.pdf", Attached.pdf([stream])),
    ])
  }

  @Test("the pages of a PDF are read by what their fonts say of letters, however they are drawn")
  func pages() throws {
    let pages = [
      "BT /F1 12 Tf <00010002> Tj ET", "BT /F1 12 Tf [<0001> -50 <0002>] TJ ET",
      "BT /F1 12 Tf <0001> Tj 12 0 Td <0002> Tj ET", #"BT /F1 12 Tf (\000\001\0\2) ' ET"#,
      "BT /F1 12 Tf 1 0 0 1 72 700 Tm <0001> Tj 1 0 0 1 84 700 Tm <0002> Tj ET",
      "q BT /F1 12 Tf <0001> Tj ET Q BI /W 1 ID \u{1}(\u{2} EI BT /F1 1 Tf <0002> Tj ET",
      // As Chromium prints.
      "BT /F1 9 Tf <0001> Tj /Span <</ActualText <FEFF56DB> >> BDC 9 0 Td <0003> Tj EMC ET",
      "/Span << /ActualText <FEFF674E56DB> >> BDC BT /F1 1 Tf <0003> Tj ET EMC",
    ]
    try Attached.expect(in: pages.map { ("a.pdf", Attached.page($0, letters: "李四甲")) })
  }

  @Test("also in the encodings of China, and where a font names its letters")
  func fonts() throws {
    var files = [
      ("/Subtype /Type0 /Encoding /GBK-EUC-H", "<C0EECBC4>"),
      ("/Subtype /Type0 /Encoding /UniGB-UCS2-H", "<674E56DB>"),
      ("/Subtype /Type0 /Encoding /ETen-B5-H", "<A7F5A57C>"),
      ("/Subtype /Type3 /Encoding << /Differences [ 7 /uni674E /u56DB ] >>", "<0708>"),
    ].map { font, text in
      ("a.pdf", Attached.page("BT /F1 9 Tf \(text) Tj ET", font: font))
    }
    let ranges = "1 beginbfrange <01> <02> [<674E> <56DB>] endbfrange"
    let range =
      "1 beginbfrange <01> <03> <4E00> endbfrange 1 beginbfchar <01> <674E> endbfchar 1 beginbfchar <02> <56DB> endbfchar"
    for map in [ranges, range] {
      let bytes = Attached.pdf([
        Array("<< /Type /Page /Contents [2 0 R] /Resources << /Font << /F 3 0 R >> >> >>".utf8),
        Attached.stream("", Array("BT /F 1 Tf <0102> Tj ET".utf8)),
        Array("<< /Type /Font /Subtype /TrueType /ToUnicode 4 0 R >>".utf8),
        Attached.stream("/Filter /FlateDecode", Attached.zlib(Array(map.utf8))),
      ])
      files.append(("b.pdf", bytes))
    }
    try Attached.expect(in: files)
  }

  @Test("the data of a PDF are unpacked, one way in the other")
  func filters() throws {
    let page =
      "<< /Type /Page /Contents 2 0 R /Resources << /Font << /F << /Subtype /Type0 "
      + "/Encoding /UniGB-UCS2-H >> >> >> >>"
    let contents = Array("BT /F 1 Tf <674E56DB> Tj ET".utf8)
    let runs: [UInt8] = contents.flatMap { [UInt8(0), $0] } + [128]
    let data: [(String, [UInt8])] = [
      ("", contents), ("/Filter /FlateDecode", Attached.zlib(contents)),
      ("/Filter [/ASCIIHexDecode]", Attached.hex(contents)),
      ("/Filter /RunLengthDecode", runs), ("/Filter /ASCII85Decode", Attached.base85(contents)),
      ("/Filter [/AHx /Fl]", Attached.hex(Attached.zlib(contents))),
      ("/Filter [/A85 /FlateDecode]", Attached.base85(Attached.zlib(contents))),
    ]
    try Attached.expect(
      in: data.map { head, data in
        ("a.pdf", Attached.pdf([Array(page.utf8), Attached.stream(head, data)]))
      })
  }
}
