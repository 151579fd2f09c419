// Reading: what the tests of this target share.

import Markdown

/// The HTML of a text.
func html(_ markdown: String, references: References = .none) -> String {
  var html: [UInt8] = []
  Document(markdown, references: references).html(into: &html)
  return String(decoding: html, as: UTF8.self)
}

/// The remarks on a text, one line each: place, length, code, fix.
func remarks(_ markdown: String, references: References = .none) -> [String] {
  Document(markdown, references: references).remarks.map { remark in
    let place = "\(remark.line):\(remark.column)+\(remark.length) \(remark.kind.code)"
    return remark.fix.map { "\(place) → \"\($0)\"" } ?? place
  }
}

/// A source of chance that gives the same numbers in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}
