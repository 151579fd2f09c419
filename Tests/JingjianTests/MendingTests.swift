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

  private func mend(
    _ bytes: [UInt8], at path: String = "content/cases/a.md"
  ) throws -> (after: [UInt8]?, diff: String) {
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

  @Test(
    "line ends are one and the same, and stay as they are",
    arguments: ["\n", "\r\n", "\r"])
  func ends(_ end: String) throws {
    let text = Self.faulty + "\n1、甲\n1、乙\n1、丙\n"
    let wanted = Self.mended + "\n1. 甲\n1. 乙\n1. 丙\n"
    let (after, diff) = try mend(Array(text.replacing("\n", with: end).utf8))
    #expect(after == Array(wanted.replacing("\n", with: end).utf8))
    #expect(try diff == mend(Array(text.utf8)).diff)
    let mixed = "---\r\n标题：甲\r日期:2025-03-01\n---\r\n他说,有\r\n"
    #expect(
      try mend(Array(mixed.utf8)).after
        == Array("---\r\n标题: 甲\r日期: 2025-03-01\n---\r\n他说，有\r\n".utf8))
  }

  @Test(
    "every text file that the listing knows is mended",
    arguments: [
      "content/site.yml", "content/roles.yml", "content/rankings/vetoes.yml",
      "content/rankings/rules.yml", "content/ledgers/a.yml", "content/metrics/metrics.yml",
      "content/quizzes/a.yml",
    ])
  func lists(_ path: String) throws {
    #expect(
      try mend(Array("- 部门：立案庭\r\n  日期:2025\r\n".utf8), at: path).after
        == Array("- 部门: 立案庭\r\n  日期: 2025\r\n".utf8))
  }

  @Test(
    "a table in UTF-16 becomes UTF-8 with the mark by which spreadsheets know it, one in GB18030 stays",
    arguments: [
      "content/rankings/scores/2025-03.csv", "content/activities/a.csv",
      "content/responsibilities/2025.csv",
    ])
  func tables(_ path: String) throws {
    let text = "部门,总分\r\n立案庭,93.5\r\n"
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try mend([0xFF, 0xFE] + bytes(text, in: "UTF-16LE"), at: path).after == marked)
    #expect(try mend([0xFE, 0xFF] + bytes(text, in: "UTF-16BE"), at: path).after == marked)
    for kept in [marked, Array(text.utf8), try bytes(text, in: "GB18030")] {
      #expect(try mend(kept, at: path).after == kept)
    }
  }

  /// A clerk's file with slips, in each encoding and each kind of line end: what is mended is the same text,
  /// a second look finds nothing, and what is left are the faults of that text.
  @Test("files as clerks type them are mended once and for all")
  func clerks() throws {
    var random = SeededRandom(seed: 15)
    let keys = ["标题：", "标题:", "标题: ", "摘要：", "标签: ", "日期：2025年3月1日", "备注: 甲 #1 ", "题：："]
    let texts = ["一起案例的通报", "他说,没有", "@甲", "\"没有完", "[甲，乙", "中: 外"]
    let lines = [
      "1、甲", "1、乙", "2、丙", "##要求", "他说,没有想到!", "二○二五年", "（一)要求", "正 文在此，有空格。", "",
      "〔待补：数字〕", "见[甲](b.md)。", "“没有下文",
    ]
    for n in 0..<250 {
      let head = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (keys.randomElement(using: &random) ?? "") + (texts.randomElement(using: &random) ?? "")
      }
      let body = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ""
      }
      let text = (["---"] + head + ["---"] + body + [""]).joined(separator: "\n")
      let plain = try #require(mend(Array(text.utf8)).after)
      let left = n < 25 ? try faults(plain) : ""
      for end in ["\n", "\r\n", "\r"] {
        let typed = text.replacing("\n", with: end)
        let wanted = Array(String(decoding: plain, as: UTF8.self).replacing("\n", with: end).utf8)
        let forms: [[UInt8]] = [
          Array(typed.utf8), [0xEF, 0xBB, 0xBF] + Array(typed.utf8),
          [0xFF, 0xFE] + (try bytes(typed, in: "UTF-16LE")),
          [0xFE, 0xFF] + (try bytes(typed, in: "UTF-16BE")), try bytes(typed, in: "GB18030"),
        ]
        for (form, bytes) in forms.enumerated() {
          let after = try mend(bytes).after
          // A few characters of GB18030 may be Big5 as well, and are left for a person.
          if form == 4, after == bytes, !Encoding.isCertain(bytes) { continue }
          #expect(after == wanted)
        }
        if n < 25 { #expect(try faults(wanted) == left) }
      }
    }
  }

  private func faults(_ bytes: [UInt8]) throws -> String {
    var site = TestSite()
    site.set("content/pages/a.md", bytes: bytes)
    return try site.build(output: false).printed(.zh)
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
