// Places: what is said stands where it is said to stand, whatever was put in or left out before it.

import Markdown
import Testing

@Suite struct PlaceTests {
  /// The place of each remark is marked in the text by ⟦ and ⟧.
  @Test(arguments: [
    "文⟦[甲](x:y)⟧",
    "**甲。**乙**丙。**⟦[丁](x:y)⟧",
    "\\~甲\\[乙⟦[丙](x:y)⟧",
    "甲 &amp; 乙 ⟦〔待补：丙〕⟧",
    "第一行\n第二行**甲。**乙⟦[丙](x:y)⟧",
    "> 第一行\n>   第二行⟦[丙](x:y)⟧\n偷懒的行⟦[丁](x:y)⟧",
    "- 甲\n  - 乙\n\n    丙\n    丁⟦[戊](x:y)⟧",
    "1. > 甲\n   > 乙⟦〔待补：丙〕⟧",
    "## 甲⟦[乙](x:y)⟧ ##",
    "甲\n乙⟦〔待补：丙〕⟧\n---",
    "甲[^1]\n\n[^1]: 乙⟦[丙](x:y)⟧\n    丁⟦[戊](x:y)⟧",
    "前文\n| 甲 | 乙 |\n|---|---|\n| **丙。**丁 | ⟦[戊](x:y)⟧ |\n",
    "|甲|\n|-|\n|乙|\n2. 丙⟦[丁](x:y)⟧\n   戊⟦〔待补〕⟧",
    "⟦〔待补：甲〕⟧⟦〔待补：甲〕⟧",
    "占⟦〔待补：原文为“\\*\\*%”〕⟧，比⟦〔待补：原文为“\\*\\*%”〕⟧高",
    "*甲*`乙`⟦![](a.png)⟧",
    "𠮷𠮷⟦[甲](x:y)⟧",
    "甲\\\n乙⟦[丙](x:y)⟧\\\n\\\n**丁**\\\n⟦[戊](x:y)⟧\n己⟦[庚](x:y)⟧\\\n辛⟦[壬](x:y)⟧",
    "> 甲\\\n> **乙。**丙⟦[丁](x:y)⟧",
    "\t- 甲\n",
  ])
  func marked(_ marked: String) {
    var expected: [String] = []
    for (number, line) in marked.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var column = 1
      var start = 0
      for scalar in line.unicodeScalars {
        switch scalar {
        case "⟦": start = column
        case "⟧": expected.append("\(number + 1):\(start)+\(column - start)")
        default: column += 1
        }
      }
    }
    let text = marked.replacing(/[⟦⟧]/, with: "")
    for text in [text, text.replacing("\n", with: "\r\n")] {
      #expect(remarks(text).map { $0.split(separator: " ")[0] } == expected.map { $0[...] })
    }
  }

  @Test func lineBreaksOfWindows() {
    let text = "## 甲\n\n- 乙\n  丙\n\n|a|\n|-|\n|b|\n\n[^1]: 注\n\n> [!NOTE]\n> 丁[^1]\n\n```\nx\n```\n"
    #expect(html(text.replacing("\n", with: "\r\n")) == html(text))
  }

  /// Documents are read on several threads at once, and from within the reading of another one.
  @Test func manyAtOnce() async {
    let text =
      String(repeating: "## 甲\n\n**乙。**丙[丁](x.md)[^1]\n\n|a|\n|-|\n\n", count: 50) + "[^1]: 注\n"
    let references = References(link: { .address(html("[" + $0.path + "](y.md)")) })
    let expected = html(text, references: references)
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { html(text, references: references) } }
      for await page in group { #expect(page == expected) }
    }
  }
}
