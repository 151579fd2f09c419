/// The form of a file of `content/media/`: what it may be, by its ending, and what its first bytes must be
/// then. An ending that is not here may run something on the machine of whoever opens the file.
enum MediaForm: Sendable, CaseIterable {
  case drawing, picture, film, document, packed, rich, text

  var endings: [String] {
    switch self {
    case .drawing: ["svg"]
    case .picture:
      ["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "avif", "heic"]
    case .film:
      [
        "mp4", "webm", "m4v", "mov", "mkv", "ogv", "avi", "mp3", "m4a", "wav", "ogg", "oga", "opus",
        "flac", "aac", "amr",
      ]
    case .document: ["pdf"]
    case .packed: ["docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd", "zip"]
    case .rich: ["rtf"]
    case .text: ["vtt", "srt", "txt", "csv", "tsv", "md", "json", "log", "ini"]
    }
  }

  init?(ending: String) {
    guard let form = MediaForm.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = form
  }

  /// How many of the first bytes tell.
  static let headSize = 1024

  /// Whether a file of this form may begin so. A picture may be another kind of picture than its ending
  /// says, and a film another kind of film.
  func isForm(of head: [UInt8]) -> Bool {
    func begins(_ text: String, at place: Int = 0) -> Bool {
      head.dropFirst(place).starts(with: text.utf8)
    }
    switch self {
    case .drawing: return true
    case .picture:
      return head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF])
        || begins("GIF8") || begins("RIFF") && begins("WEBP", at: 8) || begins("BM")
        || begins("II*\0") || begins("MM\0*") || begins("ftyp", at: 4)
    case .film:
      let second = head.dropFirst().first ?? 0
      return ["ftyp", "moov", "mdat", "wide", "free", "skip"].contains { begins($0, at: 4) }
        || head.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        || ["OggS", "RIFF", "ID3", "fLaC", "ADIF", "#!AMR"].contains { begins($0) }
        // A frame of MP3 or AAC, and not the mark of UTF-16.
        || head.first == 0xFF && second & 0xE0 == 0xE0 && second < 0xFE
    case .document: return head.holds(Array("%PDF-".utf8))
    case .packed: return begins("PK\u{3}\u{4}") || begins("PK\u{5}\u{6}")
    case .rich: return begins("{\\rtf")
    case .text:
      let isOther =
        head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF])
        || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        || head.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        || begins("%PDF-") || begins("PK\u{3}\u{4}") || begins("\u{7F}ELF")
        || begins("MZ") && head.contains(0)
      return !isOther
    }
  }
}
