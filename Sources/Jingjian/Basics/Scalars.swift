/// Scalars: what a character is, asked by all who read texts.
extension Unicode.Scalar {
  /// A digit of ASCII.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A Latin letter without marks.
  var isLatin: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// A Chinese character, as the Markdown module counts them: 々 and 〇 are among them.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3005, 0x3007: true
    default: false
    }
  }

  /// A space within a line.
  var isBlank: Bool { self == " " || self == "\t" }
}
