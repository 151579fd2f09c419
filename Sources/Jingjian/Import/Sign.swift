/// A sign: one character of a source text. What the importer asks of signs is answered here.
enum Sign {
  /// Also Chinese punctuation, and the quotes, dashes and dots that Chinese shares with others.
  static func isChinese(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0x00B7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x3001...0x3020, 0xFF00...0xFFEF:
      true
    default: sign.isHan
    }
  }

  static func isDigit(_ sign: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(sign) || ("０"..."９").contains(sign)
  }

  static func isNumeral(_ sign: Unicode.Scalar) -> Bool { numerals.contains(sign) }

  static func isSpace(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// What a conversion leaves where it knew no character or had a picture, and what only one machine's
  /// fonts have.
  static func isUnreadable(_ sign: Unicode.Scalar) -> Bool {
    switch sign.properties.generalCategory {
    case .privateUse, .unassigned: true
    default: sign == "\u{FFFD}" || sign == "\u{FFFC}"
    }
  }

  /// Nobody sees it, and without it the text reads the same. Variants of a character are chosen by signs
  /// that are not seen either, and stay.
  static func isInvisible(_ sign: Unicode.Scalar) -> Bool {
    if sign.isForbidden { return true }
    switch sign.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x3164: return false
    default: return sign.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Ends a clause, or stands at its edge.
  static func isStop(_ sign: Unicode.Scalar) -> Bool { stops.contains(sign) }

  /// In full width, if it is one of the marks that Chinese writes so.
  static func wide(_ sign: Unicode.Scalar) -> Unicode.Scalar {
    ",;:?!()".unicodeScalars.contains(sign)
      ? Unicode.Scalar(sign.value + 0xFEE0) ?? sign : sign
  }

  /// As it is compared: marks in full width, digits and the per cent in half width.
  static func folded(_ sign: Unicode.Scalar) -> Unicode.Scalar {
    switch sign {
    case "０"..."９", "％", "＊", "＿", "／", "．", "＞", "－":
      Unicode.Scalar(sign.value - 0xFEE0) ?? sign
    default: wide(sign)
    }
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
  private static let stops = Set("，。；：！？、）（”’》,;:!?)(".unicodeScalars)
}
