import Testing

@testable import Jingjian

/// What files of media say of themselves, in files that are built here byte by byte.
struct TracesTests {
  /// What is told of a file in `content/media`, in English, without the fix.
  private func told(_ name: String, _ bytes: [UInt8], organ: String = "试验法院") throws -> [String] {
    var site = TestSite(["content/site.yml": "name: 试验站\norgan: \(organ)\n"])
    site.set("content/media/" + name, bytes: bytes)
    return try site.build(output: false).outcome.report.filter { $0.severity > .note }.map {
      "\($0.place?.file ?? "") \($0.severity.rawValue): \($0.message.text.en)"
    }
  }

  private static let place = "the file says of itself where it was taken"

  @Test(
    "place, author and device are read from EXIF, in either order of bytes",
    arguments: [true, false])
  func exif(isLittle: Bool) throws {
    let exif = Sample.exif(isLittle: isLittle)
    let expected =
      "error: the file says of itself where it was taken, its author (Zhang San), the device (HUAWEI)"
    for (name, bytes) in [
      ("a.jpg", Sample.jpeg(exif)), ("a.png", Sample.png("eXIf", exif)),
      ("a.webp", Sample.webp("EXIF", exif)), ("a.tiff", exif),
    ] {
      #expect(try told(name, bytes) == ["content/media/\(name) \(expected)"])
    }
  }

  @Test("XMP is read wherever it is kept, as attributes and as elements")
  func xmp() throws {
    let xmp = Array(Sample.xmp.utf8)
    let expected = "error: the file says of itself where it was taken, its author (Li Si)"
    for (name, bytes) in [
      ("a.jpg", Sample.jpeg(xmp: xmp)), ("a.webp", Sample.webp("XMP ", xmp)),
      ("a.png", Sample.png("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp)),
      ("a.svg", Sample.svg(Sample.xmp)),
      (
        "a.pdf",
        Array("%PDF-1.7\n1 0 obj\n<< /Subtype /XML >>\nstream\n\(Sample.xmp)\nendstream".utf8)
      ),
    ] {
      #expect(try told(name, bytes) == ["content/media/\(name) \(expected)"])
    }
  }

  @Test("a comment is screened as any text")
  func comments() throws {
    let words = Array("请打13812345678".utf8)
    let expected = "error: `13812345678` in what the file says of itself is a mobile number"
    for (name, bytes) in [
      ("a.gif", Sample.gif(words)), ("a.jpg", Sample.jpeg(comment: words)),
      ("a.png", Sample.png("tEXt", Array("Comment\0".utf8) + words)),
    ] {
      #expect(try told(name, bytes) == ["content/media/\(name) \(expected)"])
    }
    #expect(
      try told("b.png", Sample.png("tEXt", Array("Author\0张建国".utf8))) == [
        "content/media/b.png error: the file says of itself its author (张建国)"
      ])
  }

  @Test(
    "a PDF's author is found in the open, in UTF-16, in hexadecimal, as an object, and packed",
    arguments: [
      "4 0 obj << /Author (Wang Wu) >>", "4 0 obj << /Author <FEFF00570061006E0067002000570075> >>",
      "4 0 obj << /Author(Wang\\040Wu) >>",
      "4 0 obj << /Author 15 0 R >> endobj 15 0 obj (Wang Wu) endobj",
      "4 0 obj << /Author (\u{FEFF}Wang Wu) >>",
    ])
  func pdf(_ text: String) throws {
    let expected = ["content/media/a.pdf error: the file says of itself its author (Wang Wu)"]
    #expect(try told("a.pdf", Array("%PDF-1.7\n\(text)\ntrailer".utf8)) == expected)
    #expect(try told("a.pdf", Sample.packedPDF) == expected)
  }

  @Test("what cannot be read of a PDF is refused; an office may be its author")
  func sealed() throws {
    #expect(
      try told("a.pdf", Array("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>".utf8)) == [
        "content/media/a.pdf error: the file is encrypted or packed in an unknown way; what it says of itself cannot be read"
      ])
    let named = { (author: String) in Array("%PDF-1.7\n4 0 obj << /Author (\(author)) >>".utf8) }
    #expect(try told("a.pdf", named("试验法院")) == [])
    #expect(try told("a.pdf", named("示例市明镜区人民法院办公室")) == [])
    #expect(try told("a.pdf", named("Court"), organ: "Court") == [])
    #expect(try told("a.pdf", named("")) == [])
    #expect(try told("a.pdf", named("张建国")).count == 1)
  }

  @Test("a video's place is found before and behind its data")
  func videos() throws {
    let udta = Sample.box(
      "udta", Sample.box([0xA9] + Array("xyz".utf8), [0, 4, 0x15, 0xC7] + Array("+31+".utf8)))
    let head = Sample.box("ftyp", Array("isom\0\0\0\0".utf8))
    let data = Sample.box("mdat", [UInt8](repeating: 1, count: 5000))
    let moov = Sample.box("moov", udta)
    for bytes in [head + moov + data, head + data + moov] {
      #expect(
        try told("a.mp4", bytes).first == "content/media/a.mp4 error: \(Self.place)")
    }
    #expect(try told("a.mp4", head + data + Sample.box("moov", [])).isEmpty)
  }

  @Test("a photo within a drawing is looked at, and a folder on somebody's computer")
  func drawings() throws {
    let text = "<ink:g ink:export-filename=\"C:\\Users\\zhang\\a.png\"/>"
    #expect(
      try told("a.svg", Sample.svg(text)) == [
        "content/media/a.svg error: the file says of itself its author (C:\\Users\\zhang\\a.png)"
      ])
  }

  @Test("pictures and documents that say nothing of anybody are fine")
  func clean() throws {
    for (name, bytes) in [
      ("a.jpg", Sample.jpeg([])), ("a.png", Sample.png("tEXt", Array("Software\0Tool".utf8))),
      ("a.webp", Sample.webp("VP8 ", [1, 2])), ("a.gif", Sample.gif([])),
      ("a.svg", Sample.svg("")),
      ("a.pdf", Array("%PDF-1.7\n4 0 obj << /Producer (Tool) >>".utf8)),
    ] {
      #expect(try told(name, bytes) == [], "\(name)")
    }
  }

  @Test("packed bytes are unpacked, by fixed codes and by their own")
  func inflate() {
    #expect(Inflate.bytes(of: Octets(Sample.fixed)) == Array("hello hello hello hello\n".utf8))
    #expect(
      Inflate.bytes(of: Octets([0x78, 0x01, 1, 3, 0, 0xFC, 0xFF, 97, 98, 99])) == Array("abc".utf8))
    let packed = Inflate.bytes(of: Octets(Sample.dynamic))
    #expect(packed == (0..<2000).map { UInt8($0 * $0 % 251) })
  }

  @Test("no damage to a file stops the reading", arguments: 0..<12)
  func damage(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let exif = Sample.exif(isLittle: seed % 2 == 0)
    let keys = Sample.box(
      "keys", [0, 0, 0, 0, 0, 0, 0, 1] + Sample.box("mdta", Array("com.model".utf8)))
    let item = Sample.box([0, 0, 0, 1], Sample.box("data", [0, 0, 0, 1, 0, 0, 0, 0, 80]))
    let samples = [
      Sample.jpeg(exif), Sample.jpeg(xmp: Array(Sample.xmp.utf8)), Sample.png("eXIf", exif),
      Sample.webp("EXIF", exif), Sample.gif(Array("words".utf8)), exif, Sample.packedPDF,
      Sample.box("ftyp", Array("isom".utf8))
        + Sample.box("moov", Sample.box("meta", keys + Sample.box("ilst", item))),
      [0x78, 0x9C] + Sample.dynamic, Sample.svg(";base64,/9j/4AAQ\(Sample.xmp)"),
      [0x1A, 0x45, 0xDF, 0xA3, 0x45, 0xA3, 0x86] + Array("ARTIST".utf8) + [0x44, 0x87, 0x81, 0x41],
    ]
    for sample in samples {
      for _ in 0..<20 {
        var bytes = sample
        for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: bytes.indices, using: &random)
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
        let whole = bytes
        var disk = Disk.disk
        disk.part = { _, start, count throws(DiskFault) in
          Array(start < 0 ? whole.suffix(count) : whole.dropFirst(start).prefix(count))
        }
        let traces = try Traces.read(MediaFile(path: "a.svg", site: "", disk: disk))
        #expect(traces.found.count < 100)
        #expect(Inflate.bytes(of: Octets(bytes), limit: 1 << 16).count <= 1 << 17)
      }
    }
  }
}
