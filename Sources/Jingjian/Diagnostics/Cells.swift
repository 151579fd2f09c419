internal import Markdown

/// Cells: how many columns of a terminal a character takes, so that carets stand under their fault.
extension Unicode.Scalar {
  /// Two for the wide characters of East Asian scripts and for emoji, none for marks that join the
  /// character before them, one for the rest, also for what the printer shows in the place of others (Unicode Standard Annex 11).
  var cells: Int {
    if value < 0x300 || unseen == .nothing || unseen == .refused { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
