/// The unseen: signs that look like nothing, or like a plain blank, called by their names.
extension Unicode.Scalar {
  /// `U+00A0`.
  var code: String { "U+" + String(value, radix: 16, uppercase: true).padded(4) }

  /// What a sign is called that nobody sees; nothing for one that has a look.
  var unseenName: Phrase? {
    switch value {
    case 0x09: Phrase(zh: "制表符", en: "tab")
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: Phrase(zh: "换行符", en: "line break")
    case 0x0B: Phrase(zh: "手动换行符", en: "manual line break")
    case 0x20: Phrase(zh: "空格", en: "blank")
    case 0xA0: Phrase(zh: "不间断空格", en: "no-break space")
    case 0xAD: Phrase(zh: "软连字符", en: "soft hyphen")
    case 0x3000: Phrase(zh: "全角空格", en: "full-width blank")
    case 0x200B: Phrase(zh: "零宽空格", en: "zero-width space")
    case 0x200C, 0x200D, 0x2060: Phrase(zh: "零宽连接符", en: "zero-width joiner")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      Phrase(zh: "文字方向符", en: "mark of direction")
    case 0xFEFF: Phrase(zh: "字节顺序标记", en: "byte-order mark")
    case 0xFFFC: Phrase(zh: "对象占位符", en: "placeholder of an object")
    case 0xFE00...0xFE0F: Phrase(zh: "变体选择符", en: "variation selector")
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
