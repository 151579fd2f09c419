internal import Markdown
internal import Synchronization

/// The sources: the files that a text may link to, known from their names alone.
struct Sources: Sendable {
  /// By the path of the source file, with ids composed.
  private let addresses: [String: Address]
  private let records: [String: (section: String, id: String)]
  /// Captions of videos, by the path of the page's file: `media/a.vtt`.
  private let captions: [String: Captions]
  private let article: @Sendable (Markdown.Citation) -> Resolution
  private let figure: @Sendable (_ argument: String, _ isSuggested: () -> Bool) -> Reading
  /// The id of a heading of a file, by its id or its text.
  private let heading: @Sendable (_ fragment: String, _ path: String) -> String?
  /// For whom texts are read.
  let reader: Passage.Reader

  /// All records stand one folder below the root.
  static let root = Address.root(depth: 1)
  static let none = Sources(
    addresses: [:], records: [:], captions: [:], reader: .everybody, article: { _ in .leave },
    figure: { _, _ in .unknown(.malformed) }, heading: { _, _ in nil })

  enum Finding {
    case found(Address)
    case missing(nearest: String?)
  }

  /// - Parameters:
  ///   - addresses: by the path of the source file, with ids composed.
  ///   - records: by the path of the page.
  ///   - captions: by the path of the page's file.
  ///   - article: what a citation of a regulation leads to.
  ///   - figure: what a quoted figure says; where none is suggested, without the nearest one.
  ///   - heading: the id of a heading that is meant in a file.
  init(
    addresses: [String: Address], records: [String: (section: String, id: String)],
    captions: [String: Captions], reader: Passage.Reader,
    article: @escaping @Sendable (Markdown.Citation) -> Resolution,
    figure: @escaping @Sendable (_ argument: String, _ isSuggested: () -> Bool) -> Reading,
    heading: @escaping @Sendable (_ fragment: String, _ path: String) -> String?
  ) {
    (self.addresses, self.records, self.captions, self.reader) =
      (addresses, records, captions, reader)
    (self.article, self.figure, self.heading) = (article, figure, heading)
  }

  /// How the texts in a folder find what they refer to.
  func references(from folder: String) -> References {
    let missing = Count()
    return References(
      link: { destination in
        switch find(destination.path, from: folder, isSuggested: missing.isSuggested) {
        case .found(let address):
          let path = Address.resolve(destination.path, in: folder)?.composed ?? ""
          let id = destination.fragment.map { $0.isEmpty ? $0 : heading($0, path) ?? $0 }
          return .address(Sources.root + address.encoded(at: id))
        case .missing(let nearest): return .unknown(note: nearest ?? "")
        }
      },
      citation: article, figure: { figure($0.argument, missing.isSuggested) },
      isTaken: FrameIds.hold)
  }

  /// How much of a text was not found: for a million wrong links no nearest files are looked up.
  private final class Count: Sendable {
    private let value = Mutex(0)

    func isSuggested() -> Bool {
      value.withLock { value in
        value += 1
        return value <= Excess.suggested
      }
    }
  }

  /// What a relative path names that stands in a file of `folder`. A path to a page that the program
  /// makes (`../cases/statistics.html`) is taken as it is and checked when all pages are known.
  func find(
    _ path: String, from folder: String, isSuggested: () -> Bool = { true }
  ) -> Finding {
    guard let resolved = Address.resolve(path, in: folder)?.composed else {
      return .missing(nearest: nil)
    }
    if let address = addresses[resolved] { return .found(address) }
    if resolved.hasPrefix("content/"), resolved.hasSuffix(".html") {
      return .found(Address(String(resolved.dropFirst("content/".count))))
    }
    guard isSuggested() else { return .missing(nearest: nil) }
    let own = folder + "/"
    let names = addresses.keys.map {
      $0.hasPrefix(own) ? String($0.dropFirst(own.count)) : "../" + $0.dropFirst("content/".count)
    }
    return .missing(nearest: Suggestion.nearest(to: path, among: names.sorted()))
  }

  /// The file that a medium's name means: one of `content/media/`, or a path as links write it.
  func medium(_ path: String, from file: String) -> Finding {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let path = Address.decode(path)?.composed ?? path
    for start in ["content/media", "content", folder] {
      if let resolved = Address.resolve(path, in: start), resolved.hasPrefix("content/media/"),
        let address = addresses[resolved]
      {
        return .found(address)
      }
    }
    let names = addresses.keys.filter { $0.hasPrefix("content/media/") }
      .map { String($0.dropFirst("content/media/".count)) }
    let sorted = names.sorted()
    // A name without its ending is meant by more than its letters tell.
    let nearest =
      sorted.first { $0.withoutEnding == path } ?? Suggestion.nearest(to: path, among: sorted)
    return .missing(nearest: nearest)
  }

  /// The picture of the same name beside a video.
  func poster(of video: Address) -> Address? {
    let name = "content/" + video.path.withoutEnding
    return MediaKind.pictures.lazy.compactMap { addresses[name + "." + $0] }.first
  }

  /// Nothing when there are none, or none that can be read.
  func captions(of video: Address) -> Captions? { captions[video.path.withoutEnding + ".vtt"] }

  func hasCaptions(_ video: Address) -> Bool {
    addresses["content/" + video.path.withoutEnding + ".vtt"] != nil
  }

  /// The record whose page stands at a path.
  func record(at path: String) -> (section: String, id: String)? { records[path] }
}
