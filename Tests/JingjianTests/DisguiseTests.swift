import Foundation
import Testing

@testable import Jingjian

/// A private word that is written otherwise is the same word: `check` and `build` find it, and nothing is
/// published.
struct DisguiseTests {
  /// Signs without a look, and marks upon signs.
  private static let between = [
    "\u{200B}", "\u{200D}", "\u{2060}", "\u{FE0F}", "\u{E0100}", "\u{E01EF}", "\u{E0041}",
    "\u{34F}",
    "\u{61C}", "\u{180E}", "\u{2800}", "\u{FFF9}", "\u{FFFB}", "\u{3164}", "\u{FFA0}", "\u{115F}",
    "\u{AD}", "\u{301}", "\u{20DD}", "\u{302A}",
  ]
  private static let forms: [Character: [String]] = [
    "马": ["馬", "⻢", "⾺"], "门": ["門", "⻔", "⾨"], "见": ["見", "⻅", "⾒"], "张": ["張"], "案": ["案"],
    "山": ["⼭"], "女": ["⼥", "女\u{FE00}", "\u{F981}"], "-": ["—", "‐", "－", "−", "ー"],
    "ガ": ["ｶﾞ", "カ\u{3099}"], "s": ["S", "ｓ", "ſ", "𝐬", "ⓢ"], "k": ["K", "\u{212A}"],
    "·": ["•", "・"],
    "计": ["計"], "7": ["７", "⑦", "𝟕", "⁷"],
  ]
  private static let words = ["马山女", "张门见案", "R-k7s线", "ガ计-7", "女·山马", "Masse马"]

  private static func disguised(_ word: String, _ random: inout SeededRandom) -> String {
    var text = ""
    for (n, sign) in word.enumerated() {
      if n > 0, Int.random(in: 0..<3, using: &random) == 0 {
        text += between.randomElement(using: &random) ?? ""
      }
      let form = forms[sign]?.randomElement(using: &random) ?? String(sign)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text += String(sign)
      case 1: text += form.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
      default: text += form
      }
    }
    return text.replacing("ss", with: Bool.random(using: &random) ? "ß" : "SS")
  }

  @Test("in a text, `check` finds what `build` finds, whatever it is disguised by")
  func texts() throws {
    var random = SeededRandom(seed: 14)
    for word in Self.words {
      for _ in 0..<8 {
        let text = Self.disguised(word, &random)
        try expectFound(
          word,
          [
            "content/pages/a.md": "---\ntitle: 甲\nprivate: [\(word)]\n---\n甲\(text)乙\n"
          ], "\(word) as \(text.debugDescription)")
      }
    }
  }

  @Test("in a field, a cell, a drawing, a file's name, a packet that stands on no page")
  func places() throws {
    let list = "content/pages/a.md"
    func listed(_ more: String = "") -> String {
      "---\ntitle: 甲\nprivate: [张门见案]\n---\n甲\(more)\n"
    }
    let sites: [[String: String]] = [
      [list: listed(), "content/pages/b.md": "---\ntitle: 張⾨⻅案\n---\n乙\n"],
      [list: listed(), "content/pages/張門見案.md": "---\ntitle: 乙\n---\n乙\n"],
      [
        list: listed(),
        "content/activities/2025.csv": "日期,类型,部门,备注\n2025-03-01,培训,全院,張\u{FE0F}門見案\n",
      ],
      [
        list: listed("\n\n![图](../media/a.svg)"),
        "content/media/a.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>張<tspan>⾨</tspan>⻅案</text></svg>",
      ],
      [
        list: listed(), "content/ledgers/wenti.yml": "kind: problem\nitems: 張⻔見案.csv\n",
        "content/ledgers/張⻔見案.csv": "编号,内容\n1,甲\n",
      ],
    ]
    for site in sites { try expectFound("张门见案", site, "\(site.keys.sorted())") }
    // Only print shows the text of a packet.
    let site = TestSite([
      list: listed(),
      "content/packets/p.yml": "title: 简报\nkind: bulletin\ncontents:\n  - text: 張**⾨**⻅案\n",
    ])
    let checked = try site.build(output: false)
    #expect(checked.printed().contains("content/packets/p.yml:1:1: error: `张门见案`"))
  }

  @Test("other words are left alone")
  func others() throws {
    let site = TestSite([
      "content/pages/a.md": "---\ntitle: 甲\nprivate: [张门见案, 于洋]\n---\n张门 见 一案，渔洋、干洋\n"
    ])
    #expect(try site.build().outcome.isFine)
  }

  private func expectFound(_ word: String, _ files: [String: String], _ how: String) throws {
    let site = TestSite(files)
    let (checked, built) = (try site.build(output: false), try site.build())
    for told in [checked, built] {
      let found = told.outcome.report.filter { $0.severity == .error }.map(\.message.code)
      // What nobody can see is refused before any word is looked for.
      let isRefused = !found.isEmpty && found.allSatisfy { $0 == "invisible-character" }
      #expect(found == ["private-word"] || isRefused, "\(how): \(told.printed())")
    }
    #expect(built.published.isEmpty, "\(how)")
  }
}
