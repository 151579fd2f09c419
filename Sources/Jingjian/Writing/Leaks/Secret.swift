/// A secret: something that no published byte may hold.
struct Secret: Sendable {
  let kind: Kind
  /// As it was written.
  let text: String
  /// The file that holds it or says so.
  let file: String

  enum Kind: Sendable {
    /// Listed under `private`.
    case word
    /// The address of a record that is left out.
    case address
    case title, sentence
  }

  /// Whether it is none where a kept source, a template or an asset says the same.
  var mayStandElsewhere: Bool { kind == .title || kind == .sentence }
}

extension Secret {
  /// The sentences of a text, as far as they are long enough to tell where they came from: at least 8
  /// letters and digits, of them 4 letters that belong to no date.
  static func sentences(of text: String) -> [String] {
    text.unicodeScalars.split(whereSeparator: isEnd).map { String($0).trimmed }.filter(isTelling)
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "。", "！", "？", "!", "?", "；", ";": true
    default: false
    }
  }

  static func isTelling(_ text: String) -> Bool {
    var (letters, digits) = (0, 0)
    var others: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "年", "月", "日", "号", "季", "度", "周", "第", "至": digits += 1
      case "\u{4E00}"..."\u{9FFF}": letters += 1
      default: others.append(scalar)
      }
    }
    for scalar in others {
      switch scalar.properties.generalCategory {
      case .decimalNumber: digits += 1
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        letters += 1
      default: break
      }
    }
    return letters >= 4 && letters + digits >= 8
  }

  /// The sentences that a reader of HTML sees, a block's after the other's.
  static func sentences(ofHTML html: [UInt8]) -> [String] {
    var text: [UInt8] = []
    HTML.read(html) { reader in
      while let token = reader.next() {
        switch token {
        // A line's end within a block joins; Chinese has no space there.
        case .text(let range): text += reader.bytes[range].lazy.map { $0 == 10 ? 32 : $0 }
        case .open(let tag), .end(let tag): if tag.element.isBlock { text.append(10) }
        case .hidden: break
        }
      }
    }
    return sentences(of: String(decoding: text, as: UTF8.self).replacing("&quot;", with: "\""))
  }
}

extension Secret {
  /// The bytes that it has in files that are no text, or not in UTF-8: in the encodings of China and of
  /// Windows, and as the hex digits of PDFs. Of a word of less than two Chinese characters there are none.
  var forms: [[UInt8]] {
    let word = text.composed
    guard word.utf8.count >= 6 else { return [] }
    let units = word.utf16.map { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8($0 & 0xFF)] }
    let wide = units.flatMap { $0 }
    let digits = wide.flatMap { Array(String($0, radix: 16).padded(2).utf8) }
    let capitals = digits.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
    let encoded = ["GB18030", "BIG5"].compactMap {
      Encoding.converted(word.utf8, from: "UTF-8", to: $0)
    }
    return ([Array(word.utf8), wide, units.flatMap { $0.reversed() }, digits, capitals] + encoded)
      .uniqued()
  }

  /// That it stands in something that is going to be published.
  ///
  /// - Parameters:
  ///   - source: the kept file and the line in which a private word was written, where that is known.
  ///   - files: how many files hold it.
  func leak(writtenIn source: (file: String, line: Int)?, files: Int) -> Message {
    let count =
      files == 1
      ? Phrase(zh: "", en: "")
      : Phrase(zh: "（共 \(files) 个文件）", en: " (in \(Count(files, "file")))")
    let what =
      switch kind {
      case .word: Phrase(zh: "「\(text)」", en: "`\(text)`")
      case .address: Phrase(zh: "网址「\(text)」", en: "the address `\(text)`")
      case .title: Phrase(zh: "标题「\(text)」", en: "the title `\(text)`")
      case .sentence: Phrase(zh: "句子「\(text)」", en: "the sentence `\(text)`")
      }
    if kind == .word {
      return Message(
        "private-word",
        Phrase(
          zh: "要发布的内容里有\(what.zh)，它在 \(file) 中列为保密\(count.zh)",
          en: "\(what.en), which \(file) lists as private, would be published\(count.en)"),
        fix: source.map {
          Phrase(
            zh: "它写在 \($0.file) 第 \($0.line) 行，从那里删去",
            en: "it is written in \($0.file), line \($0.line); take it out there")
        } ?? Phrase(zh: "从内容里删去这个词", en: "take the word out of the content"))
    }
    return Message(
      "leak",
      Phrase(
        zh: "要发布的内容里有\(what.zh)，它属于本次不发布的 \(file)\(count.zh)",
        en: "\(what.en) of \(file), which is left out, would be published\(count.en)"),
      fix: Phrase(
        zh: "查明它从哪里来，从那里删去；确实可以公开的，改写其中一处",
        en: "find out where it comes from and take it out; where it may be said, reword one of them"
      ))
  }
}
