import Foundation
import Testing

@testable import Jingjian

/// What is looked for is found however it is written: the fold, and what uses it.
struct FoldTests {
  private static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(Fold.of(text)))
  }

  @Test(
    "what a reader takes for the same folds to the same",
    arguments: [
      ("⾺⾨⻢⻔⻓", "马门马门长"), ("張見說説爲為於後", "张见说说为为于后"), ("豈\u{F900}", "岂岂"),
      ("ｶﾞガｱ", "カカア"), ("ﬁﬀ㎏№", "fiffkgno"), ("Straße STRASSE ẞ", "strasse strasse ss"),
      ("ΟΔΟΣ οδος", "οδοσ οδοσ"), ("İıI", "iii"), ("ＡＢ１２", "ab12"), ("𝐀𝟙Ⓐ①", "a1a1"),
      ("‐‑‒–—―−－﹣ー", "----------"), ("买买提·艾力•甲・乙･丙", "买买提·艾力·甲·乙·丙"), ("：∶︰﹕꞉︓", "::::::"),
      ("张\u{200B}\u{FE0F}\u{E0100}\u{E0041}\u{301}\u{20DD}三", "张三"),
      (
        "a\u{34F}\u{61C}\u{180E}\u{2800}\u{FFF9}\u{FFFA}\u{FFFB}\u{3164}\u{115F}\u{AD}\u{2060}b",
        "ab"
      ),
      ("a\u{A0}\u{3000}\t\u{2028}b", "a    b"), ("乾著", "乾著"), ("—乙一", "-乙一"),
    ])
  func forms(_ text: String, _ expected: String) {
    #expect(Self.folded(text) == Self.folded(expected))
    #expect(Self.folded(text) == expected)
  }

  @Test("folding again changes nothing, of no scalar, and pieces fold as the whole does")
  func whole() {
    var unsteady: [Unicode.Scalar] = []
    var marked: [Unicode.Scalar] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = Fold.of(String(scalar))
      for one in folded where Fold.of(String(one)) != [one] { unsteady.append(scalar) }
      // What the scan reads may not turn into markup that is longer than it was.
      if folded.count > 1, folded.contains(where: { "<>&".unicodeScalars.contains($0) }) {
        marked.append(scalar)
      }
    }
    #expect(unsteady.isEmpty)
    #expect(marked.isEmpty)
  }

  @Test("each variant has one form, in its place, and all that the checks know stands in the fold")
  func tables() {
    let signs = Variants.pairs.map(\.0)
    #expect(Set(signs).count == signs.count && signs.count > 2800)
    #expect(Set(signs).isDisjoint(with: Variants.pairs.map(\.1)))
    for value in UInt16.min...UInt16.max {
      guard let scalar = Unicode.Scalar(value), !Trait.of(scalar).isEmpty else { continue }
      #expect(Fold.of(String(scalar)) == [scalar])
    }
  }

  @Test("a text folds with its places as what is published folds without them")
  func places() {
    var random = SeededRandom(seed: 3)
    let signs = Array("张張 \u{3000}\u{200B}\u{301}aAßﬁ㎡⻢-—\n".unicodeScalars)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(FoldedText.word(text) == Plain.of(text), "\(text.debugDescription)")
      // Whatever was found is written where it is said to be.
      let folded = FoldedText(text)
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let word = FoldedText.word(String(String.UnicodeScalarView(scalars[start...].prefix(3))))
      for range in folded.ranges(of: word) {
        let written = FoldedText.word(String(String.UnicodeScalarView(scalars[range])))
        #expect(written.holds(word), "\(text.debugDescription)")
      }
    }
  }

  @Test(
    "a mask hides a word however it is written, with its marks, and nothing else",
    arguments: [
      ("问张大山。", "问■■■。"), ("问張\u{200B}大⼭\u{301}、", "问■■■、"), ("张 大\u{3000}山", "■■■■■"),
      ("Ｒ＆Ｄ", "■■■"), ("r&d组", "■■■组"), ("张大", "张大"), ("张大山张大山", "■■■■■■"), ("é甲", "é甲"),
    ])
  func mask(_ text: String, _ masked: String) {
    #expect(Mask(["张大山", "R&D", "\u{200B}"])(text) == masked)
  }

  @Test(
    "numbers and names are found in every form, and the sign before a number is none of it",
    arguments: [
      ("电话①③⑧①②③④⑤⑥⑦⑧。", "mobile-number"), ("①13812345678", "mobile-number"),
      ("⒈13812345678②", "mobile-number"), ("&#9312;13812345678Ⅱ", "mobile-number"),
      ("電話１３８\u{2800}１２３４\u{FE0F}５６７８", "mobile-number"), ("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "mobile-number"),
      ("當事人張建國，", "full-name"), ("书记员⻢建\u{E0100}国，", "full-name"),
      ("明鏡區和平路１２號樓３單元", "home-address"), ("a﹫example・com", ""),
    ])
  func disclosures(_ text: String, _ code: String) {
    let found = Disclosure.all(in: Letters(text)).map { $0.check.code }
    #expect(found == [code].filter { !$0.isEmpty }, "\(text)")
  }
}
