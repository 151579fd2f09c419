/// A mailbox: an e-mail address, also with a full-width ＠ or a space beside it.
///
/// `{指标:ID@2024-12}` and `logo@2x.png` are none, nor is a masked one: `z***@…`.
enum Mailbox: PersonalCheck {
  static let code = "email-address"

  /// What stands last in the names of files and not of hosts.
  private static let files: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "mp4", "webm", "csv", "md", "yml", "pdf", "css",
    "js", "html", "vtt", "txt", "json",
  ]

  static func find(in letters: Letters) -> [Range<Int>] {
    letters.scalars.indices.filter { letters.scalars[$0] == "@" }.compactMap { sign in
      guard let start = start(before: sign, letters), let end = end(behind: sign, letters) else {
        return nil
      }
      return start..<end
    }
  }

  private static func start(before sign: Int, _ letters: Letters) -> Int? {
    var last = sign - 1
    if letters[last]?.isBlank == true { last -= 1 }
    var start = last + 1
    while let scalar = letters[start - 1], isPart(scalar) || ".+-%'".unicodeScalars.contains(scalar)
    {
      start -= 1
    }
    while start <= last, let scalar = letters[start], !isPart(scalar) { start += 1 }
    guard start <= last, let scalar = letters[last], isPart(scalar) else { return nil }
    // One or two stars alone are a mask; around the whole they are bold.
    let isMasked =
      letters.gap(before: sign).contains("*") && !letters.gap(before: start).contains("*")
    return isMasked ? nil : start
  }

  private static func end(behind sign: Int, _ letters: Letters) -> Int? {
    var place = sign + 1
    if letters[place]?.isBlank == true { place += 1 }
    var label = place
    var dots = 0
    while let scalar = letters[place] {
      if isPart(scalar) || scalar == "-" {
        place += 1
      } else if scalar == "." || scalar == "。", place > label,
        letters[place + 1].map(isPart) ?? false
      {
        dots += 1
        place += 1
        label = place
      } else {
        break
      }
    }
    let last = letters.text(label..<place)
    guard dots > 0, last.utf8.count >= 2, last.unicodeScalars.allSatisfy(\.isLatin),
      !files.contains(last)
    else { return nil }
    return place
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.isLatin || scalar.isDigit }
}

extension Mailbox {
  static let name = Phrase(zh: "是电子邮箱", en: "is an e-mail address")
  static let fix = Phrase(
    zh: "删去；单位公开的邮箱，在“个人信息”里写明理由", en: "delete it; an office's own one is allowed under `personal`")
}
