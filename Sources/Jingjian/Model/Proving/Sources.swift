internal import Markdown

/// The sources: the files that a text may link to, known from their names alone.
struct Sources: Sendable {
  /// By the path of the source file, with ids composed.
  private var addresses: [String: Address] = [:]
  private var records: [String: (section: String, id: String)] = [:]
  /// Captions of videos, by the path of the page's file: `media/a.vtt`.
  private var captions: [String: Captions] = [:]
  private let register: Register
  private let metrics: [String: Metric]
  /// For whom texts are read.
  let reader: Passage.Reader

  /// All records stand one folder below the root.
  static let root = Address.root(depth: 1)
  static let none = Sources()

  private init() { (register, metrics, reader) = (Register(), [:], .everybody) }

  enum Finding {
    case found(Address)
    case missing(nearest: String?)
  }

  init(
    listing: Listing, metrics: [Metric], register: Register, captions: [Captions],
    reader: Passage.Reader
  ) {
    self.register = register
    self.reader = reader
    for captions in captions { self.captions[captions.address.path] = captions }
    var names: [String: Metric] = [:]
    for metric in metrics {
      for name in [metric.id, metric.name] { names[name] = names[name] ?? metric }
      records[Address(section: Metric.section, id: metric.id).path] = (Metric.section, metric.id)
    }
    self.metrics = names
    for (section, paths) in listing.records {
      for path in paths {
        let file = RecordFile(section: section, path: path)
        let address = Address(section: section, id: file.id)
        addresses["content/\(section)/\(file.id).\(file.path.ending)"] = address
        records[address.path] = (section, file.id)
      }
    }
    for path in listing.media { addresses["content/" + path] = Address(path) }
  }

  /// How the texts in a folder find what they refer to.
  func references(from folder: String) -> References {
    References(
      link: { destination in
        switch find(destination.path, from: folder) {
        case .found(let address):
          return .address(Sources.root + address.encoded(at: destination.fragment))
        case .missing(let nearest): return .unknown(note: nearest ?? "")
        }
      },
      citation: { citation in
        guard let regulation = register.regulation(citation.title) else { return .leave }
        guard let id = regulation.articles[citation.article] else {
          return .unknown(note: citation.title)
        }
        let address = Address(section: Regulation.kind.section, id: regulation.id)
        return .address(Sources.root + address.encoded(at: id))
      },
      figure: { figure in reading(figure.argument) })
  }

  /// What `{指标:ID@2024-12}` says: the value as it is recorded, with its unit, linked to where it
  /// stands (docs/format.md, "Metrics"). Prose cannot contradict the register.
  ///
  /// The note of an unknown one is empty when it names no metric and month; the nearest argument or `-`
  /// when there is no such metric; `@` and the recorded months when it has no value of the month.
  private func reading(_ argument: String) -> Reading {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Month(String(parts[1]).trimmed) else {
      return .unknown(.malformed)
    }
    let name = String(parts[0]).trimmed
    guard let metric = metrics[name] else {
      let nearest = Suggestion.nearest(to: name, among: metrics.keys.sorted())
      return .unknown(.register(nearest: nearest.map { "\($0)@\(month)" }))
    }
    guard let value = metric[month] else {
      let months = [metric.values.first, metric.values.last].compactMap { $0?.month.description }
      return .unknown(.value(recorded: months.uniqued()))
    }
    let address = Address(section: Metric.section, id: metric.id).encoded(at: "\(month)")
    return .text(metric.text(value.value), address: Sources.root + address)
  }

  /// What a relative path names that stands in a file of `folder`. A path to a page that the program
  /// makes (`../cases/statistics.html`) is taken as it is and checked when all pages are known.
  func find(_ path: String, from folder: String) -> Finding {
    guard let resolved = Address.resolve(path, in: folder)?.composed else {
      return .missing(nearest: nil)
    }
    if let address = addresses[resolved] { return .found(address) }
    if resolved.hasPrefix("content/"), resolved.hasSuffix(".html") {
      return .found(Address(String(resolved.dropFirst("content/".count))))
    }
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
