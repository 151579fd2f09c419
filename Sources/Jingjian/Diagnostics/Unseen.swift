/// The unseen: signs that look like nothing, or like a plain blank, called by their names.
extension Unicode.Scalar {
  /// `U+00A0`.
  var code: String { "U+" + String(value, radix: 16, uppercase: true).padded(4) }

  /// What a sign is called that nobody sees; nothing for one that has a look.
  var unseenName: Phrase? {
    switch value {
    case 0x09: Phrase(zh: "制表符", en: "tab")
    case 0x0A, 0x0D, 0x85: Phrase(zh: "换行符", en: "line break")
    case 0x0B: Phrase(zh: "软回车", en: "line break of Word")
    case 0x20: Phrase(zh: "空格", en: "blank")
    case 0x2028: Phrase(zh: "行分隔符", en: "line separator")
    case 0x2029: Phrase(zh: "段分隔符", en: "paragraph separator")
    case 0xA0, 0x2007, 0x202F: Phrase(zh: "不间断空格", en: "no-break space")
    case 0xAD: Phrase(zh: "软连字符", en: "soft hyphen")
    case 0x3000: Phrase(zh: "全角空格", en: "full-width blank")
    case 0x200B: Phrase(zh: "零宽空格", en: "zero-width space")
    case 0x200C, 0x200D: Phrase(zh: "零宽连接符", en: "zero-width joiner")
    case 0x2060, 0xFEFF: Phrase(zh: "零宽不换行空格", en: "zero-width no-break space")
    case 0x34F, 0x180E, 0x2061...0x2064: Phrase(zh: "零宽字符", en: "zero-width character")
    case 0xFFFC: Phrase(zh: "图片或对象留下的占位符", en: "mark of a picture or an object")
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F:
      Phrase(zh: "文字方向标记", en: "mark of direction")
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD:
      Phrase(zh: "私用字符（Word 的项目符号常是这样）", en: "private character (such as a bullet of Word)")
    case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: Phrase(zh: "没有字形的字符", en: "blank character")
    case 0xFE00...0xFE0F: Phrase(zh: "变体选择符", en: "variation selector")
    case 0xFFF9...0xFFFB, 0xE0000...0xE00FF: Phrase(zh: "注释标记", en: "mark of annotation")
    case 0xFDD0...0xFDEF: Phrase(zh: "非字符", en: "noncharacter")
    case _ where value & 0xFFFE == 0xFFFE: Phrase(zh: "非字符", en: "noncharacter")
    default:
      switch properties.generalCategory {
      case .control: Phrase(zh: "控制字符", en: "control character")
      case .spaceSeparator: Phrase(zh: "特殊空格", en: "special blank")
      case .privateUse, .unassigned: Phrase(zh: "没有字形的字符", en: "character without a look")
      default:
        properties.isDefaultIgnorableCodePoint
          ? Phrase(zh: "看不见的字符", en: "character that nobody sees") : nil
      }
    }
  }
}
