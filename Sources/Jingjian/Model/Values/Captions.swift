/// Captions: what is said in a video, from a WebVTT file that lies beside it. A page holds them itself:
/// a browser does not read another file into a video that was opened from a disk.
struct Captions: Sendable {
  struct Cue: Sendable {
    /// As written, without its hours when there are none: `00:04`.
    let from: String
    let text: String
  }

  let address: Address
  /// The file as it is.
  let text: String
  let cues: [Cue]

  /// Nothing when the file is no WebVTT, which is reported.
  init?(_ file: SourceFile, at address: Address, report: inout [Diagnostic]) {
    self.address = address
    text = file.text.replacing("\r\n", with: "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    guard let first = lines.popFirst(), first == "WEBVTT" || first.hasPrefix("WEBVTT ") else {
      report.append(.error(.noCaptions, at: Place(file.path, line: 1, column: 1)))
      return nil
    }
    var cues: [Cue] = []
    var isFine = true
    var excess = Excess()
    while let line = lines.popFirst(), !excess.isFull {
      guard line.contains("-->") else { continue }
      let place = Place(
        file.path, line: lines.startIndex, column: 1, length: line.unicodeScalars.count)
      guard let from = Captions.start(of: line) else {
        excess.add(.error(.cueTime, at: place), to: &report)
        isFine = false
        continue
      }
      let said = lines.prefix { !$0.trimmed.isEmpty }
      lines = lines.dropFirst(said.count)
      cues.append(Cue(from: from, text: said.map(Captions.plain).joined(separator: " ")))
    }
    if isFine, cues.isEmpty {
      report.append(.error(.noCaptions, at: Place(file.path, line: 1, column: 1)))
    }
    guard isFine, !cues.isEmpty else { return nil }
    self.cues = cues
  }

  /// From `00:04.000 --> 00:07.500`, with hours or without.
  private static func start(of line: String) -> String? {
    let ends = line.split(separator: "-->", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard ends.count == 2, let from = time(ends[0]),
      let to = ends[1].split(separator: " ").first.flatMap({ time(String($0)) }),
      from.milliseconds < to.milliseconds
    else { return nil }
    return from.shown
  }

  private static func time(_ text: String) -> (milliseconds: Int, shown: String)? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.count == 3, let fraction = Int(halves[1]) else {
      return nil
    }
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count >= 2 ? Int($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(parts.count),
      numbers.suffix(2).allSatisfy({ (0..<60).contains($0) }), numbers[0] >= 0
    else { return nil }
    let seconds = numbers.reduce(0) { $0 * 60 + $1 }
    return (seconds * 1000 + fraction, String(halves[0]))
  }

  /// Without the tags that say who speaks or how it looks.
  private static func plain(_ line: String) -> String {
    var text = ""
    var isTag = false
    for character in line {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.trimmed
  }
}

extension Message {
  fileprivate static let noCaptions = Message(
    "captions",
    Phrase(zh: "这不是 WebVTT 字幕", en: "these are no WebVTT captions"),
    fix: Phrase(
      zh: "第一行写 WEBVTT，空一行，再写一行起止时间（00:00.000 --> 00:04.000），下一行写文字",
      en:
        "begin with a line `WEBVTT`, an empty line, then `00:00.000 --> 00:04.000` and below it the text"
    ))

  fileprivate static let cueTime = Message(
    "captions",
    Phrase(zh: "字幕的起止时间写得不对", en: "the times of this caption cannot be read"),
    fix: Phrase(
      zh: "写成 00:00.000 --> 00:04.000，后一个时间要晚于前一个",
      en: "write `00:00.000 --> 00:04.000`, the second time later than the first"))
}
