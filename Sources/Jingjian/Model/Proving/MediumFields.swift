/// A medium as it is written.
extension Medium: Declared {
  struct Keys: Sendable {
    let file = Key<String>("file", "文件", zh: "content/media 里的文件名", en: "a file of content/media")
    let title = Key<String?>(
      "title", "说明", zh: "图上是什么、视频讲什么；图片必须有，读屏软件念的就是它",
      en: "what a picture shows, what a video is about; a screen reader says it")
  }
  static let keys = Keys()
  static let schema = Schema(keys)
}

extension Prover {
  /// A medium as it is written: a file's name, or a group with its title.
  mutating func medium(_ raw: RawValue) -> Medium? {
    if case .text(let text) = raw.content { return medium(text.trimmed, nil, raw.span) }
    guard let fields = fields(raw, Medium.self) else { return nil }
    return medium(fields.file, fields.title, fields.span(\.file))
  }

  private mutating func medium(_ file: String, _ title: String?, _ span: Span) -> Medium? {
    let address: Address
    switch sources.medium(file, from: self.file) {
    case .found(let found): address = found
    case .missing(let nearest):
      say(.unknownMedium(file, nearest: nearest), at: span)
      return nil
    }
    guard let kind = MediaKind(of: address.path) else {
      say(.notShown(file), at: span)
      return nil
    }
    let captions = sources.captions(of: address)
    if kind == .picture, title == nil { warn(.silentPicture(file), at: span) }
    if kind == .video, !sources.hasCaptions(address) { warn(.noCaptions(file), at: span) }
    let name = address.path.split(separator: "/").last.map { String($0).withoutEnding } ?? file
    return Medium(
      kind: kind, address: address, title: title ?? name,
      poster: kind == .video ? sources.poster(of: address) : nil,
      captions: kind == .video ? captions : nil)
  }
}

extension Message {
  fileprivate static func unknownMedium(_ file: String, nearest: String?) -> Message {
    Message(
      "unknown-medium",
      Phrase(zh: "content/media 里没有「\(file)」", en: "there is no `\(file)` in content/media"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "把文件放进 content/media，这里写文件名", en: "put the file into content/media and write its name"
        ))
  }

  fileprivate static func notShown(_ file: String) -> Message {
    let endings = MediaKind.pictures + MediaKind.videos + ["pdf"]
    return Message(
      "medium-kind",
      Phrase(
        zh: "「\(file)」不是网页能显示的图片、视频或 PDF",
        en: "`\(file)` is no picture, video or PDF that pages can show"),
      fix: Phrase(
        zh: "可用的扩展名：" + endings.joined(separator: "、"),
        en: "known endings: " + endings.joined(separator: ", ")))
  }

  fileprivate static func silentPicture(_ file: String) -> Message {
    Message(
      "missing-alt-text",
      Phrase(zh: "图片「\(file)」没有说明", en: "the picture `\(file)` has no title"),
      fix: Phrase(
        zh: "写成「- 文件: \(file)」，下一行写「说明: 图上是什么」",
        en: "write `- file: \(file)` and below it `title: what it shows`"))
  }

  fileprivate static func noCaptions(_ file: String) -> Message {
    let captions = file.withoutEnding + ".vtt"
    return Message(
      "no-captions",
      Phrase(zh: "视频「\(file)」没有字幕", en: "the video `\(file)` has no captions"),
      fix: Phrase(zh: "在视频旁边放字幕文件 \(captions)", en: "put the captions \(captions) beside it"))
  }
}
