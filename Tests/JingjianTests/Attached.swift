import Testing

@testable import Jingjian

/// Attached files that are made here: archives, documents and PDFs, packed and spelt as tests ask for it.
enum Attached {
  /// Packed by the fixed codes of DEFLATE, each byte a letter of its own, so that no word of it stands in
  /// the bytes.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var (out, held, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    func put(_ value: UInt32, _ width: UInt32) {
      held |= value << count
      count += width
      while count >= 8 {
        out.append(UInt8(held & 255))
        (held, count) = (held >> 8, count - 8)
      }
    }
    // Codes begin with their highest bit.
    func code(_ value: UInt32, _ width: UInt32) {
      for bit in (0..<width).reversed() { put(value >> bit & 1, 1) }
    }
    put(1, 1)
    put(1, 2)
    for byte in bytes {
      if byte < 144 { code(0x30 + UInt32(byte), 8) } else { code(0x190 + UInt32(byte) - 144, 9) }
    }
    code(0, 7)
    put(0, 7)
    return out
  }

  /// The same as a zlib stream.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let sum = b << 16 | a
    return [0x78, 0x01] + deflated(bytes) + [24, 16, 8, 0].map { UInt8(sum >> $0 & 255) }
  }

  static func hex(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789aBCDEf".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], 10, digits[Int($0 & 15)]] } + Array(">".utf8)
  }

  static func base85(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 4).flatMap { start in
      let part = bytes[start...].prefix(4)
      var value = (part + [0, 0, 0].prefix(4 - part.count)).reduce(0) { $0 << 8 | UInt64($1) }
      var letters: [UInt8] = []
      for _ in 0..<5 {
        letters.insert(UInt8(value % 85) + 0x21, at: 0)
        value /= 85
      }
      return Array(letters.prefix(part.count + 1))
    } + Array("~>".utf8)
  }

  struct Member {
    var name: [UInt8]
    var bytes: [UInt8]
    var isPacked = true
    var flags = 0
    var method: Int?

    init(_ name: String, _ text: String, isPacked: Bool = true) {
      (self.name, bytes, self.isPacked) = (Array(name.utf8), Array(text.utf8), isPacked)
    }

    init(_ name: String, bytes: [UInt8], isPacked: Bool = true) {
      (self.name, self.bytes, self.isPacked) = (Array(name.utf8), bytes, isPacked)
    }
  }

  static func zip(_ members: [Member], between: [UInt8] = []) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(value >> ($0 * 8) & 255) }
    }
    var (file, list): ([UInt8], [UInt8]) = ([], [])
    for member in members {
      let data = member.isPacked ? deflated(member.bytes) : member.bytes
      let method = member.method ?? (member.isPacked ? 8 : 0)
      let head =
        number(20, 2) + number(member.flags, 2) + number(method, 2) + number(0, 8)
        + number(data.count, 4) + number(member.bytes.count, 4) + number(member.name.count, 2)
        + number(0, 2)
      list +=
        Array("PK\u{1}\u{2}".utf8) + number(20, 2) + head + number(0, 10) + number(file.count, 4)
        + member.name
      file += Array("PK\u{3}\u{4}".utf8) + head + member.name + data + between
    }
    let count = number(members.count, 2)
    return file + list + Array("PK\u{5}\u{6}".utf8) + number(0, 4) + count + count
      + number(list.count, 4) + number(file.count, 4) + number(0, 2)
  }

  /// A PDF of objects that are numbered from 1.
  static func pdf(_ objects: [[UInt8]]) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    for (n, object) in objects.enumerated() {
      bytes += Array("\(n + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    return bytes + Array("trailer << /Root 1 0 R >>\n".utf8)
  }

  static func pdf(_ objects: [String]) -> [UInt8] { pdf(objects.map { Array($0.utf8) }) }

  static func stream(_ head: String, _ data: [UInt8]) -> [UInt8] {
    Array("<< /Length \(data.count) \(head) >>\nstream\n".utf8) + data
      + Array("\nendstream".utf8)
  }

  /// A PDF with one page, whose contents and letters are packed.
  ///
  /// - Parameters:
  ///   - font: its font.
  ///   - letters: which letter each code of two bytes is, from 1.
  static func page(
    _ contents: String, font: String = "/Subtype /Type0 /Encoding /Identity-H /ToUnicode 5 0 R",
    letters: String = ""
  ) -> [UInt8] {
    func hex(_ value: Int) -> String {
      let digits = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    let list = letters.utf16.enumerated().map { "<\(hex($0 + 1))> <\(hex(Int($1)))>" }
    let map =
      "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange \(list.count) beginbfchar "
      + list.joined(separator: "\n") + " endbfchar endcmap"
    return pdf([
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      Array("<< /Type /Pages /Kids [3 0 R] /Resources << /Font << /F1 4 0 R >> >> >>".utf8),
      Array("<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>".utf8),
      Array("<< /Type /Font \(font) >>".utf8),
      stream("/Filter /FlateDecode", zlib(Array(map.utf8))),
      stream("/Filter /FlateDecode", zlib(Array(contents.utf8))),
    ])
  }
}

extension Attached {
  /// A site whose one page links some files.
  static func site(_ files: [(name: String, bytes: [UInt8])]) -> TestSite {
    let links = files.map { "[资料](../media/\($0.name))\n" }.joined()
    var site = TestSite([
      "content/pages/a.md": "---\ntitle: 一页\nprivate: [李四, 王大山]\n---\n\(links)",
      "content/cases/hidden.md": TestSite.caseText(
        ["draft": "true"], body: TestSite.parts + "\n有人夜里把卷宗带回了家。\n"),
    ])
    for file in files { site.set("content/media/" + file.name, bytes: file.bytes) }
    return site
  }

  /// The errors and warnings, without the fix.
  static func told(_ site: TestSite) throws -> [String] {
    try site.build(output: false).outcome.report.filter { $0.severity > .note }.map {
      "\($0.place?.file ?? "") \($0.severity.rawValue): \($0.message.text.en)"
    }
  }

  static func told(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    try told(site([(name, bytes)]))
  }

  /// That a secret is found in each of some files, and that this is all that is wrong with them.
  static func expect(
    _ secret: String = "`李四`, which content/pages/a.md lists as private,",
    in files: [(name: String, bytes: [UInt8])]
  ) throws {
    let files = files.enumerated().map { ("\($0)-\($1.name)", $1.bytes) }
    let count = files.count == 1 ? "" : " (in \(files.count) files)"
    let expected = ["site/media/\(files[0].0) error: \(secret) would be published\(count)"]
    let told = try told(site(files))
    #expect(told == expected)
    guard told != expected else { return }
    for (name, bytes) in files { #expect(try Attached.told(name, bytes).count == 1, "\(name)") }
  }
}
