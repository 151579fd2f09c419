import Glibc
import Testing

@testable import Jingjian

/// `check --fix` mends what has exactly one right answer, and nothing else.
struct MendingTests {
  private static let faulty = """
    ---
    标题：一起案例
    日期:2025-03-01
    部门: 立案庭
    问题分类: [违规吃请]
    ---
    ##案发原因

    他说,没有想到。

    """

  private static let mended = """
    ---
    标题: 一起案例
    日期: 2025-03-01
    部门: 立案庭
    问题分类: [违规吃请]
    ---
    ## 案发原因

    他说，没有想到。

    """

  private func mend(_ bytes: [UInt8]) throws -> (after: [UInt8]?, diff: String) {
    let path = "content/cases/a.md"
    let disk = MemoryDisk(files: [path: bytes])
    let mending = try Mending(site: "/site", disk: disk.disk)
    #expect(disk.files["/site/" + path] == bytes, "nothing is written before it is asked for")
    try mending.write()
    let again = try Mending(site: "/site", disk: disk.disk)
    #expect(again.diff == "", "mending twice changes nothing")
    return (disk.files["/site/" + path], mending.diff)
  }

  @Test("colons, headings and punctuation are mended, and the diff shows each line")
  func text() throws {
    let (after, diff) = try mend(Array(Self.faulty.utf8))
    #expect(after.map { String(decoding: $0, as: UTF8.self) } == Self.mended)
    #expect(
      diff == """
        content/cases/a.md
        2
        - 标题：一起案例
        + 标题: 一起案例
        3
        - 日期:2025-03-01
        + 日期: 2025-03-01
        7
        - ##案发原因
        + ## 案发原因
        9
        - 他说,没有想到。
        + 他说，没有想到。

        """)
  }

  @Test("encodings and byte-order marks become plain UTF-8, line ends stay")
  func encodings() throws {
    let text = Self.mended.replacing("\n", with: "\r\n")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try mend(mark + Array(text.utf8)).after == Array(text.utf8))
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let (after, diff) = try mend(utf16)
    #expect(after == Array(text.utf8))
    #expect(diff == "content/cases/a.md (UTF-16 → UTF-8)\n")
  }

  /// Bytes of a text in an encoding that `iconv` knows.
  private func bytes(_ text: String, in encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    let room = output.count
    let left = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (rest, free) = (source.count, room)
        return iconv(converter, &from, &rest, &to, &free) == -1 ? room : free
      }
    }
    try #require(left < room)
    return output.prefix(room - left).map { UInt8(bitPattern: $0) }
  }

  @Test("GB18030 becomes UTF-8, and the original is kept beside it")
  func original() throws {
    let path = "content/cases/a.md"
    let before = try bytes(Self.mended, in: "GB18030")
    let disk = MemoryDisk(files: [path: before])
    try Mending(site: "/site", disk: disk.disk).write()
    #expect(disk.files["/site/" + path] == Array(Self.mended.utf8))
    #expect(disk.files["/site/" + path + ".bak"] == before)
    #expect(try Mending(site: "/site", disk: disk.disk).diff == "")
  }

  @Test("what may be read in two ways, or in none, is not rewritten and told with its lines")
  func nonsense() throws {
    let text = "---\n標題: 一宗案件的通報\n---\n## 案發原因\n\n他說沒有想到會這樣嚴重。\n"
    let japanese = "---\nタイトル: これはテストです\n---\n\nひらがなとカタカナの文章です。\n"
    var mixed = Array("---\n标题: 一起案例的通报\n".utf8)
    mixed += try bytes("部门: 立案庭\n", in: "GB18030") + Array("---\n\n正文在此。\n".utf8)
    mixed += try bytes("又是一行。\n", in: "GB18030")
    var mostly = try bytes(Self.mended, in: "GB18030")
    mostly += Array("这一行是用别的程序加上的。\n".utf8)
    func said(_ bytes: [UInt8]) throws -> String {
      #expect(try mend(bytes).after == bytes)
      var report: [Diagnostic] = []
      let disk = MemoryDisk(files: ["content/cases/a.md": bytes])
      _ = try SourceFile.read(
        "content/cases/a.md", in: "/site", disk: disk.disk, report: &report)
      return report.map { "\($0.place?.line ?? 0) \($0.message.text.en)" }.joined(separator: "; ")
    }
    #expect(try said(bytes(text, in: "BIG5")) == "1 the file seems to be in Big5, it must be UTF-8")
    #expect(
      try said(bytes(japanese, in: "SHIFT_JIS"))
        == "2 the bytes here are neither UTF-8 nor GB18030")
    let line = "this line is in GB18030, others of the file in UTF-8"
    #expect(try said(mixed) == "3 \(line); 7 \(line)")
    #expect(
      try said(mostly)
        == (1...10).filter { [2, 3, 4, 5, 7, 9].contains($0) }.map { "\($0) \(line)" }.joined(
          separator: "; "))
    #expect(
      try said(bytes("案件", in: "GB18030"))
        == "1 the file is not in UTF-8, and too short to tell GB18030 from Big5")
  }

  @Test(
    "what has no single right answer is left alone",
    arguments: [
      "---\ntitle: a\n\tdate: 2025-01-01\n---\n正文\n", "no front matter：x\n",
      "---\ntitle: 甲：乙\n---\n“没有下文。\n",
      "---\ntitle: a\nsummary: >\n  注意：这里\n---\n`##代码,代码`\n",
    ])
  func alone(_ text: String) throws {
    let (after, diff) = try mend(Array(text.utf8))
    #expect(after == Array(text.utf8))
    #expect(diff == "")
  }

  @Test("whatever the bytes, mending twice changes nothing")
  func random() throws {
    var random = SeededRandom(seed: 3)
    let pieces = [
      "标题", "：", ":", "\n", " ", "---\n", "##", "他,说", "\t", "- ", "“", "》", "1、", "\u{FEFF}", "|",
      "a",
    ]
    for _ in 0..<300 {
      let text = "---\n" + (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      _ = try mend(Array(text.utf8))
    }
  }
}

/// Sites choose how grave the proofreader's remarks are.
struct ChecksTests {
  @Test(arguments: [("错误", "error"), ("warning", "warning"), ("关闭", nil)] as [(String, String?)])
  func gravity(_ setting: String, _ severity: String?) throws {
    let built = try TestSite([
      "content/site.yml": "name: 站\norgan: 院\nchecks:\n  half-width-punctuation: \(setting)\n",
      "content/pages/a.md": "---\ntitle: 页\n---\n他说,没有。\n",
    ]).build()
    let line = built.printed().split(separator: "\n").first.map(String.init)
    #expect(
      line
        == severity.map {
          "content/pages/a.md:4:3: \($0): a half-width `,` between Chinese characters [half-width-punctuation]"
        })
    #expect(built.outcome.isFine == (severity != "error"))
  }
}
