import Testing

@testable import Jingjian

/// A withdrawal is written into the record and into nothing else, and takes effect wherever it was shown.
struct WithdrawTests {
  private static func withdraw(
    _ id: String, _ reason: String = "事实需要核实", keepsTitle: Bool = false, in disk: MemoryDisk
  ) throws -> String {
    let record = try WithdrawnRecord(
      id: id, reason: reason, keepsTitle: keepsTitle, site: "/site", date: "2025-06-01", now: 0,
      templates: [(TestSite.templates, "templates")], disk: disk.disk)
    guard record.isWritten else {
      return record.diagnostics(in: .en, site: "/site")
    }
    return record.text(in: .en)
  }

  /// What is said instead of doing it; no file may have changed.
  private static func refusal(_ id: String, _ reason: String = "复核", in disk: MemoryDisk) -> String
  {
    let before = disk.files
    defer { #expect(disk.files == before) }
    do {
      return try withdraw(id, reason, in: disk)
    } catch let failure as Failure {
      return failure.text(in: .en, as: .text)
    } catch {
      return "\(error)"
    }
  }

  private static let site = TestSite([
    "content/cases/a.md": TestSite.caseText(), "content/pages/a.md": "---\ntitle: 说明\n---\n\n甲。\n",
  ])

  @Test("two keys stand behind the others, in their language, and all else is as it was")
  func written() throws {
    let disk = Self.site.memory
    let before = try #require(disk.files["/site/content/cases/a.md"])
    #expect(
      try Self.withdraw("cases/a", in: disk)
        == "the withdrawal is written into content/cases/a.md and a build will pass; run jingjian build now: until then the text is published, from then on a notice stands at its address\n"
    )
    let text = String(decoding: before, as: UTF8.self)
    let lines = "withdrawn:\n  date: 2025-06-01\n  reason: \"事实需要核实\"\n"
    let end = try #require(text.firstRange(of: "---\n##"))
    let expected = text[..<end.lowerBound] + lines + text[end.lowerBound...]
    #expect(disk.files["/site/content/cases/a.md"] == Array(expected.utf8))
  }

  @Test(
    "keys in Chinese, line ends of Windows, a byte-order mark, keys further in, a file of keys alone",
    arguments: [
      (
        "pages/p.md", "---\n标题: 说明\n---\n甲\n",
        "---\n标题: 说明\n撤回:\n  日期: 2025-06-01\n  原因: \"\\\"引\\\" \\\\\"\n---\n甲\n"
      ),
      (
        "pages/p.md", "\u{FEFF}---\r\ntitle: 说明\r\n---\r\n甲",
        "\u{FEFF}---\r\ntitle: 说明\r\nwithdrawn:\r\n  date: 2025-06-01\r\n  reason: \"\\\"引\\\" \\\\\"\r\n---\r\n甲"
      ),
      (
        "pages/p.md", "---\n  title: 说明\n---\n甲\n",
        "---\n  title: 说明\n  withdrawn:\n    date: 2025-06-01\n    reason: \"\\\"引\\\" \\\\\"\n---\n甲\n"
      ),
      (
        "packets/p.yml", "contents: [{text: 甲}]\nkind: bulletin\ntitle: 简报",
        "contents: [{text: 甲}]\nkind: bulletin\ntitle: 简报\nwithdrawn:\n  date: 2025-06-01\n  reason: \"\\\"引\\\" \\\\\"\n"
      ),
    ])
  func forms(_ path: String, _ text: String, _ expected: String) throws {
    let disk = TestSite(["content/" + path: text]).memory
    _ = try Self.withdraw("p", #""引" \"#, in: disk)
    #expect(disk.files["/site/content/" + path] == Array(expected.utf8))
  }

  @Test("what cannot be done is refused with the way to mend it, and nothing is written")
  func refused() throws {
    let disk = Self.site.memory
    #expect(
      Self.refusal("a", in: disk) == """
        error: several records are called `a` [withdraw]
        fix: say which one: `cases/a`, `pages/a`

        """)
    #expect(
      Self.refusal("case/a", in: disk) == """
        error: there is no record `case/a` [unknown-reference]
        fix: did you mean `cases/a`?

        """)
    for reason in ["", " ", "一\n二", "一\u{0}二"] {
      #expect(
        Self.refusal("cases/a", reason, in: disk) == """
          error: the reason is missing [withdraw]
          fix: write it with --reason "...", in one line; it is shown on the page

          """)
    }
    _ = try Self.withdraw("cases/a", in: disk)
    #expect(
      Self.refusal("cases/a", in: disk) == """
        error: content/cases/a.md is withdrawn already, in line 6 [withdraw]
        fix: to change the reason or the day, change it there

        """)
    for text in ["---\n{title: 说明}\n---\n甲\n", "没有键\n", "---\ntitle 说明\n---\n"] {
      let odd = TestSite(["content/pages/odd.md": text]).memory
      #expect(Self.refusal("odd", in: odd).contains("cannot be changed as it is written"))
    }
  }

  @Test("a record whose address holds its title is withdrawn, and the next build passes")
  func titleInAddress() throws {
    let title = "在全省法院廉政工作会议上的讲话"
    let disk = TestSite([
      "content/documents/2025-05-27-\(title).md":
        "---\ntitle: \(title)\ndate: 2025-05-27\nkind: 讲话\n---\n这一句话以后不能再有人看到。\n"
    ]).memory
    // By its title.
    #expect(try Self.withdraw(title, in: disk).hasPrefix("the withdrawal is written into"))
    var request = Build.Request(
      site: "/site", output: "/out", templates: [(TestSite.templates, "templates")], now: 0)
    request.date = "2025-12-31"
    let outcome = try Build.run(request, disk: disk.disk) { _ in }
    #expect(outcome.isFine, "\(outcome.report)")
    #expect(
      !disk.files.contains {
        $0.key.hasPrefix("/out/site/") && $0.value.holds(Array("不能再有人看到".utf8))
      })
  }

  @Test("titles and files are names too", arguments: ["一起案例", "cases/a.md", "content/cases/a.md"])
  func names(_ name: String) throws {
    #expect(try Self.withdraw(name, in: Self.site.memory).contains("content/cases/a.md"))
  }

  @Test("what the next build would refuse is refused now, at its place, and nothing is written")
  func unproven() throws {
    var site = Self.site
    site["content/pages/b.md"] = "---\ntitle: 乙\nprivate: [张大山]\n---\n\n乙。\n"
    for (reason, code) in [
      ("张大山反映不实", "private-word"), ("请致电13800138000", "mobile-number"),
      ("::: 范围 all", "passage"),
    ] {
      let said = Self.refusal("cases/a", reason, in: site.memory)
      #expect(said.contains("[\(code)]"), "\(said)")
      #expect(
        said.contains("nothing was written into content/cases/a.md: with the withdrawal"), "\(said)"
      )
    }
    #expect(
      Self.refusal("cases/a", "请致电13800138000", in: site.memory).contains(
        "  reason: \"请致电13800138000\"\n"))
    // A kept page that holds its title.
    site["content/pages/b.md"] = "---\ntitle: 乙\n---\n\n见隐去的一起案例通报。\n"
    site["content/cases/a.md"] = TestSite.caseText(["title": "隐去的一起案例通报", "draft": "true"])
    #expect(Self.refusal("cases/a", in: site.memory).contains("is a draft and was not published"))
    // Whatever else keeps the site from being built.
    site["content/cases/a.md"] = TestSite.caseText()
    site["content/pages/b.md"] = "---\ntitle: 乙\n---\n\n[断链](no.md)\n"
    #expect(Self.refusal("cases/a", in: site.memory).contains("content/pages/b.md:5:"))
  }

  @Test("packets that name it are told of, also that others may hold it")
  func packets() throws {
    let disk = TestSite([
      "content/cases/a.md": TestSite.caseText(),
      "content/packets/p.yml": "title: 汇编\nkind: compilation\ncontents: [{case: a}]\n",
      "content/packets/q.yml": "title: 汇编\nkind: compilation\ncontents: [{cases: {}}]\n",
    ]).memory
    #expect(
      try Self.withdraw("a", in: disk) == """
        the withdrawal is written into content/cases/a.md and a build will pass; run jingjian build now: until then the text is published, from then on a notice stands at its address
        packets that name it: content/packets/p.yml; these and those that hold it by a condition will say so and be made anew; call in what was handed out

        """)
  }

  @Test("whatever the reason says, it is read back as it was given")
  func anyReason() throws {
    var random = SeededRandom(seed: 21)
    let signs: [Character] = Array(#"甲乙 "'\:#-{}[]&*!|>%@`,?~～：“”😀a1"#)
    var tried = 0
    for _ in 0..<40 {
      let count = Int.random(in: 1...12, using: &random)
      let reason = String((0..<count).map { _ in signs.randomElement(using: &random) ?? "甲" })
      guard !reason.trimmed.isEmpty else { continue }
      tried += 1
      let disk = Self.site.memory
      _ = try Self.withdraw("pages/a", reason, keepsTitle: true, in: disk)
      let site = try #require(try Proof(site: "/site", disk: disk.disk).site)
      let withdrawal = try #require(site[FreePage.self].first?.common.withdrawal)
      #expect(withdrawal.reason == reason.trimmed && withdrawal.keepsTitle)
    }
    #expect(tried > 30)
  }

  private static func packet(_ keys: String, cases: String = "") throws -> Composition {
    let site = TestSite([
      "content/cases/a.md": TestSite.caseText([
        "title": "隐去的案例", "withdrawn": "{date: 2025-06-01, reason: 复核}",
      ]),
      "content/cases/b.md": TestSite.caseText(["title": "留下的案例"]),
      "content/packets/p.yml": "title: 汇编\nkind: compilation\n\(keys)\n",
    ])
    return try #require(try site.build().outcome.printed.first).composition
  }

  @Test(
    "a packet that held it says so; one that is dated later, or holds others, does not",
    arguments: [
      ("contents: [{case: a}, {case: b}]", "2025-06-01"),
      ("date: 2025-06-01\ncontents: [{case: a}, {case: b}]", "2025-06-01"),
      ("date: 2025-06-02\ncontents: [{case: a}, {case: b}]", nil),
      ("contents: [{cases: {department: lian}}]", "2025-06-01"),
      ("contents: [{cases: {problem: jilv}}]", "2025-06-01"),
      ("contents: [{cases: {year: 2025}}]", "2025-06-01"),
      ("contents: [{department: lian}]", "2025-06-01"),
      ("contents: [{cases: {form: 1}}, {case: b}]", nil), ("contents: [{case: b}]", nil),
    ])
  func superseded(_ keys: String, _ day: String?) throws {
    let composition = try Self.packet(keys)
    #expect(composition.superseded == day.flatMap { Day($0) })
    let data = composition.document(
      organ: "院", edition: nil, today: Day(number: 0), fingerprint: "", fonts: .list([])
    ).text
    #expect(data.contains(#""superseded": "2025年6月1日""#) == (day != nil))
    #expect(!data.contains("隐去"))
  }

  @Test("its page and the list of packets say so too")
  func pages() throws {
    let site = TestSite([
      "content/cases/a.md": TestSite.caseText(["withdrawn": "{date: 2025-06-01, reason: 复核}"]),
      "content/packets/p.yml": "title: 汇编\nkind: compilation\ncontents: [{case: a}]\n",
    ])
    let built = try site.build()
    let page = try #require(built.page("packets/p.html"))
    #expect(page.contains("本材料已更正</p> <p>其中有内容于<time datetime=\"2025-06-01\">2025年6月1日</time>撤回"))
    #expect(built.page("packets/index.html")?.contains("（已更正）") == true)
  }

  @Test("the next build names what is gone and what was withdrawn since the last one, once")
  func disappearance() throws {
    var site = TestSite([
      "content/cases/a.md": TestSite.caseText(["aliases": "[old/a.html]"]),
      "content/cases/b.md": TestSite.caseText(["tags": "[甲]"]),
      "content/cases/c.md": TestSite.caseText(),
    ])
    func gone(_ built: Built) -> [String] {
      built.outcome.summary(in: .en, seconds: 1, folder: "o/site").split(separator: "\n")
        .map(String.init).filter { $0.contains("since the last") }
    }
    let first = try site.build()
    #expect(gone(first).isEmpty)
    site.published = first.published
    site["content/cases/b.md"] = nil
    site["content/cases/a.md"] = TestSite.caseText(["withdrawn": "{date: 2025-06-01, reason: 复核}"])
    let second = try site.build()
    #expect(
      gone(second) == [
        "gone since the last publication, 4 files: cases/b.html, old/a.html, tags/index.html, tags/甲.html",
        "withdrawn since the last publication, 1 page: cases/a.html",
      ])
    site.published = second.published
    #expect(gone(try site.build()).isEmpty)
    for (path, bytes) in second.published where path != Address.manifest.path {
      #expect(!bytes.holds(Array("cases/b".utf8)), "\(path)")
    }
  }
}
