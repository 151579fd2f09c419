/// What a file of `content/media/` is to a page that shows it.
enum MediaKind: Sendable {
  case picture, video, document

  static let pictures = ["svg", "png", "jpg", "jpeg", "webp", "gif"]
  static let videos = ["mp4", "webm"]

  /// By the file's ending; nothing for what pages do not show.
  init?(of path: String) {
    switch path.ending {
    case let ending where MediaKind.pictures.contains(ending): self = .picture
    case let ending where MediaKind.videos.contains(ending): self = .video
    case "pdf": self = .document
    default: return nil
    }
  }
}
