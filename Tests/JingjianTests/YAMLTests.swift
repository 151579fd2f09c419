import Testing

@testable import Jingjian

/// YAML with slips: what is wrong with one line hides no fault of another.
struct YAMLTests {
  private static let slips = [
    "甲: 乙: 丙", "甲: \"乙", "甲: '乙", "甲: [乙", "甲: {乙", "甲: [乙, 丙】", "甲 乙", "甲乙", "甲: @乙",
    "甲: *乙", "甲: &乙 丙", "甲: !乙", "甲: \"C:\\文件\"", " 甲: 乙", "   甲: 乙", "甲：乙", "甲:乙", "甲: >乙",
    "%甲: 乙", "甲: [乙,, 丙]", "甲: [, 乙]", "甲: 乙 # 丙", "甲: # 丙: [", "\t甲: 乙", "甲: \"乙\" 丙",
    "甲: [乙] 丙", "甲: `乙`", "甲: 乙\u{FFFF}", "甲: |乙", "- 甲", "甲: ]", "甲: 乙\n  丙: 丁", "甲: [乙 # 丙, 丁",
    "1. 甲", "－ 甲", "甲: \"\\xZZ\"", "... ", "甲: }", "甲: [", "---",
  ]

  @Test(
    "behind any slip, and before it, the other keys are read with their places", arguments: slips)
  func readOn(_ slip: String) throws {
    for place in 1...3 {
      var lines = ["k0: v", "k1: [a, b]", "k2: v", "k3: v"]
      lines.insert(slip, at: place)
      var report: [Diagnostic] = []
      let root = YAML.parse(
        lines.joined(separator: "\n"), file: "a.yml", firstLine: 2, report: &report)
      guard case .mapping(let entries)? = root?.content else {
        Issue.record("nothing is read of \(lines)")
        continue
      }
      let below = slip.split(separator: "\n").count
      let wanted = (0..<4).map { "k\($0) \(2 + $0 + ($0 < place ? 0 : below))" }
      let read = entries.filter { $0.key.hasPrefix("k") }.map { "\($0.key) \($0.keySpan.line)" }
      #expect(read == wanted)
      #expect(report.hasErrors || slip == "甲: # 丙: [")
      for diagnostic in report {
        #expect(diagnostic.place.map { (2..<2 + lines.count + below).contains($0.line) } == true)
        let words = diagnostic.message.text.zh.replacing("YAML", with: "")
        #expect(!words.contains(/[a-z]{4}/), "\(words)")
      }
    }
  }

  @Test("whatever the text, reading ends and every fault has a place in it")
  func random() {
    var random = SeededRandom(seed: 10)
    let pieces = [
      "甲", "a", ":", ": ", "\n", "\n  ", " ", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", " #",
      "&", "*", "!",
      "|", ">", "%", "@", "`", "?", "---", "...", "\t", "\u{FEFF}", "\\", "1. ", "：",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      var report: [Diagnostic] = []
      _ = YAML.parse(text, file: "a.yml", report: &report)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(
        report.allSatisfy { (1...lines).contains($0.place?.line ?? 0) },
        "\(text.debugDescription) \(report.map { ($0.message.code, $0.place?.line) })")
    }
  }
}
