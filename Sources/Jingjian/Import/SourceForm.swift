/// A source form: what a file is that was given to `import` and is no plain text.
enum SourceForm: Sendable, Equatable {
  case html, rtf, pdf, word

  /// Told by how a file of the kind begins; a page of the web also by its tags, for it may begin with
  /// anything.
  init?(_ bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("{\\rtf") {
      self = .rtf
    } else if start.hasPrefix("%pdf-") {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      self = .word
    } else if ["<!doctype html", "<html", "<head", "<body", "<?xml", "mime-version:"]
      .contains(where: start.hasPrefix) || SourceForm.hasTags(bytes)
    {
      self = .html
    } else {
      return nil
    }
  }

  private static func hasTags(_ bytes: [UInt8]) -> Bool {
    let tags = ["</p>", "</div>", "</span>", "<br>", "<br/>", "<br />", "</td>", "</a>"]
      .map { Array($0.utf8) }
    var found = 0
    for place in bytes.indices where bytes[place] == 0x3C {
      if tags.contains(where: { bytes[place...].starts(with: $0) }) { found += 1 }
      if found == 3 { return true }
    }
    return false
  }
}

extension Message {
  static func otherForm(_ form: SourceForm, _ file: String) -> Message {
    let (zh, en) =
      switch form {
      case .html: ("网页（HTML）", "a page of the web (HTML)")
      case .rtf: (" RTF 文档", "an RTF document")
      case .pdf: (" PDF", "a PDF")
      case .word: (" Word、WPS 文档或压缩包", "a Word or WPS document or an archive")
      }
    let fix =
      switch form {
      case .html:
        Phrase(
          zh: "在浏览器里打开，全选、复制，粘贴到记事本，存成 .txt",
          en: "open it in a browser, copy all of it into a text editor and save that as .txt")
      case .rtf, .word:
        Phrase(
          zh: "用 Word 或 WPS 打开，“另存为”纯文本（.txt）",
          en: "open it in Word or WPS and save it as plain text (.txt)")
      case .pdf:
        Phrase(
          zh: "打开后全选、复制，粘贴到记事本，存成 .txt；扫描件先做文字识别",
          en:
            "open it, copy all of it into a text editor and save that as .txt; a scan needs recognition first"
        )
      }
    return Message(
      "source-form",
      Phrase(zh: "「\(file)」是\(zh)，不是纯文本", en: "`\(file)` is \(en), not plain text"), fix: fix)
  }
}
