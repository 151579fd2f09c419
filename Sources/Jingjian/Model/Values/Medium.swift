/// A medium: a picture, a video or a PDF that a record shows, from `content/media/`
/// (docs/format.md, "Media"). What belongs to a video lies beside it under the same name: its
/// poster as a picture, its captions as `.vtt`.
struct Medium: Sendable {
  let kind: MediaKind
  let address: Address
  /// As written, else the file's name without its ending.
  let title: String
  /// The picture that a video shows before it is started.
  let poster: Address?
  let captions: Captions?
}
