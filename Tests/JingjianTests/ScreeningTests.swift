import Foundation
import Testing

@testable import Jingjian

/// The screening of whole sites: which files are looked at, what of them is not, and what is allowed.
struct ScreeningTests {
  private static let codes = Set(
    Disclosure.checks.map { $0.code } + ["unused-allowance", "media-traces", "media-sealed"])

  /// What the screening says of a site, a line each.
  private func told(_ files: [String: String]) throws -> [String] {
    try TestSite(files).build(output: false).outcome.report.sortedForPrinting()
      .filter { Self.codes.contains($0.message.code) }.map { diagnostic in
        let place = diagnostic.place.map { "\($0.file):\($0.line):\($0.column)+\($0.length)" } ?? ""
        return "\(place) \(diagnostic.message.code)"
      }
  }

  @Test("every file of text is looked at, at the exact place")
  func everyFile() throws {
    let phone = "13812345678"
    let told = try told([
      "content/site.yml": "name: 试验站\norgan: 试验法院 # \(phone)\n",
      "content/departments.yml": "- id: lian\n  name: 立案庭\n  # 李明 \(phone)\n",
      "content/cases/a.md": TestSite.caseText(
        ["summary": "电话\(phone)"], body: "\(TestSite.parts)\n![电话\(phone)](../media/a.svg)\n"),
      "content/media/a.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\(phone)</text></svg>",
      "content/media/b.vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\n打\(phone)\n",
      "content/media/c.txt": "\(phone)",
      "content/ledgers/wenti.yml": "kind: problem\nitems: wenti.csv\n",
      "content/ledgers/wenti.csv": "编号,内容\n1,\"打电话，\(phone)\"\n",
      "content/activities/2025.csv": "日期,类型,部门,场次,备注\n2025-01-02,培训,全院,1,\(phone)\n",
      "content/metrics/metrics.yml": "- id: a\n  name: 指标\n  unit: 件\n  description: 问\(phone)\n",
      "content/rankings/scores/2025-01.csv": "部门,总分,备注\n立案庭,90,\(phone)\n",
      "content/rankings/vetoes.yml": "# \(phone)\n[]\n",
    ])
    #expect(
      told == [
        "content/activities/2025.csv:2:20+11 mobile-number",
        "content/cases/a.md:6:12+11 mobile-number", "content/cases/a.md:28:5+11 mobile-number",
        "content/departments.yml:3:8+11 mobile-number",
        "content/ledgers/wenti.csv:2:8+11 mobile-number",
        "content/media/a.svg:1:47+11 mobile-number",
        "content/media/b.vtt:4:2+11 mobile-number", "content/media/c.txt:1:1+11 mobile-number",
        "content/metrics/metrics.yml:4:17+11 mobile-number",
        "content/rankings/scores/2025-01.csv:2:8+11 mobile-number",
        "content/rankings/vetoes.yml:1:3+11 mobile-number",
        "content/site.yml:2:15+11 mobile-number",
      ])
  }

  @Test("names of files are looked at")
  func fileNames() throws {
    let told = try told([
      "content/cases/13812345678.md": TestSite.caseText(),
      "content/cases/张建国受贿案.md": TestSite.caseText(),
      "content/media/京A12345.png": "GIF89a", "content/media/名单/11010118800307107X.jpg": "GIF89a",
      "content/media/张建国.pdf": "%PDF-",
      "content/media/流程图.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ])
    #expect(
      told == [
        "content/cases/13812345678.md:1:1+1 mobile-number",
        "content/cases/张建国受贿案.md:1:1+1 full-name", "content/media/京A12345.png:1:1+1 car-plate",
        "content/media/名单/11010118800307107X.jpg:1:1+1 citizen-number",
        "content/media/张建国.pdf:1:1+1 full-name",
      ])
  }

  @Test("what is private, and what is allowed with its reason, is no fault")
  func allowances() throws {
    let keys = [
      "private": "[张建国, 13812345678]",
      "personal": "[{text: 138-1234-5679, reason: 单位值班手机}, {内容: 李小明同志, 理由: 本人同意}]",
    ]
    let body = "\(TestSite.parts)\n值班手机13812345679，李小明同志负责。\n"
    #expect(try told(["content/cases/a.md": TestSite.caseText(keys, body: body)]) == [])
    let other = try told([
      "content/cases/a.md": TestSite.caseText(keys, body: body),
      "content/cases/b.md": TestSite.caseText(body: body),
    ])
    #expect(
      other == [
        "content/cases/b.md:27:5+11 mobile-number", "content/cases/b.md:27:17+3 full-name",
      ], "an allowance is for its own record")
  }

  @Test("an allowance that nothing needs is told of")
  func unused() throws {
    let keys = ["personal": "[{text: 13812345679, reason: 值班}, {text: 13812345678, reason: 值班}]"]
    let told = try told([
      "content/cases/a.md": TestSite.caseText(keys, body: "\(TestSite.parts)\n13812345678\n")
    ])
    #expect(told == ["content/cases/a.md:6:19+11 unused-allowance"])
  }

  @Test("a site allows names everywhere, and words of a file that has no keys")
  func siteAllowances() throws {
    let csv = "日期,类型,部门,场次,备注\n2025-01-02,培训,全院,1,\"焦裕禄同志，13812345678\"\n"
    let told = try told([
      "content/site.yml": """
      name: 试验站
      organ: 试验法院
      names: [焦裕禄, 张建国]
      personal:
        - file: activities/2025.csv
          text: 13812345678
          reason: 值班手机

      """, "content/activities/2025.csv": csv, "content/activities/2024.csv": csv,
    ])
    #expect(told == ["content/activities/2024.csv:2:27+11 mobile-number"])
  }

  @Test("an allowance without its reason is a fault, and allows nothing")
  func noReason() throws {
    let keys = ["personal": "[{text: 13812345678}]"]
    let built = try TestSite([
      "content/cases/a.md": TestSite.caseText(keys, body: "\(TestSite.parts)\n13812345678\n")
    ]).build(output: false)
    let codes = Set(built.outcome.report.filter { $0.severity == .error }.map(\.message.code))
    #expect(codes == ["missing-key", "mobile-number"])
  }

  @Test("of a withdrawn record only what its page shows is looked at")
  func withdrawn() throws {
    let text = """
      ---
      title: 电话13812345678
      date: 2025-03-01
      department: lian
      problems: [jilv-1]
      summary: 电话13912345678
      withdrawn:
        date: 2025-04-01
        reason: 泄露了13712345678
        keep-title: KEEP
      ---
      电话13612345678
      """
    let gone = text.replacing("KEEP", with: "false")
    let kept = text.replacing("KEEP", with: "是")
    #expect(try told(["content/cases/a.md": gone]) == ["content/cases/a.md:9:14+11 mobile-number"])
    #expect(
      try told(["content/cases/a.md": kept]) == [
        "content/cases/a.md:2:10+11 mobile-number", "content/cases/a.md:9:14+11 mobile-number",
      ])
  }

  @Test("a name is a warning: the site is published")
  func warning() throws {
    let built = try TestSite([
      "content/cases/a.md": TestSite.caseText(["person": "张建国"])
    ]).build()
    #expect(built.outcome.isFine)
    #expect(
      built.printed().contains(
        "content/cases/a.md:6:9: warning: `张建国` looks like a full name"))
  }

  @Test("the demo and the seeds raise no false alarm")
  func demo() throws {
    let files = try TestSite.demo.get().memory.files
    let texts = files.filter {
      [".md", ".yml", ".csv", ".vtt", ".svg"].contains(where: $0.key.hasSuffix)
    }
    #expect(texts.count > 100)
    let report = try TestSite.demo.get().build(output: false).outcome.report
    #expect(report.filter { Self.codes.contains($0.message.code) } == [])
    let seeds = try Disk.disk.list(TestSite.checkout.path + "/seeds")
    for seed in seeds {
      let bytes = try Disk.disk.read(TestSite.checkout.path + "/seeds/" + seed.name, 1 << 22)
      let text = try #require(Encoding.decode(bytes).text)
      #expect(PersonalTests.found(text) == [], "\(seed.name)")
    }
    #expect(seeds.count >= 2)
  }
}

/// What holds for any text: nothing is found where nothing is, and what is planted is found where it is.
struct PlantedTests {
  private static let filler = Array(
    "廉洁自律是立身之本，每一名同志都应当记住：规矩不是绳索。落实责任、改进作风；一、二、三、\n\n2025年5月27日，第12条（三）".unicodeScalars)

  private func filler(_ count: Int, _ random: inout SeededRandom) -> String {
    var text = String.UnicodeScalarView()
    while text.count < count {
      let start = Int.random(in: 0..<Self.filler.count, using: &random)
      let end = min(Self.filler.count, start + Int.random(in: 1...20, using: &random))
      text.append(contentsOf: Self.filler[start..<end])
      text.append("，")
    }
    return String(text)
  }

  private func digits(_ count: Int, _ random: inout SeededRandom) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0...9, using: &random) }
  }

  /// A number that its check takes for one, with digits that were thrown.
  private func number(_ kind: Int, _ random: inout SeededRandom) -> (code: String, text: String) {
    switch kind {
    case 0:
      let second = Int.random(in: 3...9, using: &random)
      let rest = digits(9, &random)
      return ("mobile-number", "1\(second)" + rest.map(String.init).joined())
    case 1:
      let day = Int.random(in: 10...28, using: &random)
      let body =
        "3302" + "03"
        + "18\(Int.random(in: 50...99, using: &random))0\(Int.random(in: 1...9, using: &random))\(day)"
        + digits(3, &random).map(String.init).joined()
      let weights = (0..<17).map { n in (0..<(17 - n)).reduce(1) { power, _ in power * 2 % 11 } }
      let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      let check = (12 - sum % 11) % 11
      return ("citizen-number", body + (check == 10 ? "X" : "\(check)"))
    default:
      let body = [6, 2, 2] + digits(15, &random)
      let sum = body.reversed().enumerated().reduce(0) { sum, digit in
        let doubled = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
        return sum + doubled / 10 + doubled % 10
      }
      return ("bank-card", (body + [(10 - sum % 10) % 10]).map(String.init).joined())
    }
  }

  /// The number in one of the forms that people type.
  private func form(_ number: String, _ random: inout SeededRandom) -> String {
    let gap =
      ["", "\u{200B}", "**", "&#8203;", " ", "-", "\u{A0}", "\u{3000}"].randomElement(
        using: &random) ?? ""
    var text = ""
    for (n, digit) in number.enumerated() {
      if n > 0, n % 4 == 0, number.count - n > 1 { text += gap }
      text.append(digit)
    }
    guard Bool.random(using: &random) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.isDigit ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }

  @Test("text without personal data raises nothing", arguments: 0..<20)
  func nothing(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    #expect(PersonalTests.found(filler(3000, &random)) == [])
  }

  @Test("a planted number is found, at its place, in any form", arguments: 0..<30)
  func planted(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for kind in 0..<3 {
      let number = number(kind, &random)
      // An entity is written with half-width digits.
      var written = form(number.text, &random)
      if written.contains("；") || written.contains("＃") || written.contains("&#８") {
        written = number.text
      }
      let before = filler(Int.random(in: 1...400, using: &random), &random) + "号码"
      let letters = Letters(before + written + "，" + filler(100, &random))
      let found = Disclosure.all(in: letters)
      #expect(found.map { $0.check.code } == [number.code], "\(written)")
      let start = before.unicodeScalars.count
      #expect(
        found.map { letters.origin(of: $0.range) } == [
          start..<(start + written.unicodeScalars.count)
        ])
    }
  }

  @Test("no text, however it is broken, stops the checks", arguments: 0..<20)
  func anything(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let signs = Array("*_`~\\&#<>@%()（）〔〕×号室栋0１2x京A张建国同志 \n\u{200B}：,，；;-.".unicodeScalars)
    for _ in 0..<40 {
      let text = String(
        String.UnicodeScalarView(
          (0..<60).map { _ in signs.randomElement(using: &random) ?? " " }))
      let letters = Letters(text)
      for disclosure in Disclosure.all(in: letters) {
        let origin = letters.origin(of: disclosure.range)
        #expect(0 <= origin.lowerBound && origin.upperBound <= text.unicodeScalars.count)
      }
    }
  }
}
