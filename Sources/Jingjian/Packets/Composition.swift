/// A composition: a packet as Typst prints it – data alone, as `templates/print/packet.schema.json`
/// describes it. Each chapter is made by the template of `print/` that belongs to its page, from the
/// same view, so that the printed figures are those of the site.
struct Composition: Sendable {
  let packet: Packet
  /// The packet's file; nothing for one that nobody wrote.
  let file: String?
  let chapters: [Chapter]
  /// The last day on which something was withdrawn that it had held, so that what was printed before is
  /// superseded; nothing when nothing was.
  let superseded: Day?
  /// The pictures that it shows.
  let images: [Address]
  /// The chapters as JSON.
  let content: JSON

  /// A chapter, for the packet's page on the site.
  struct Chapter: Sendable {
    let title: String
    /// The page that shows the same; nothing for a text of the packet's own.
    let address: Address?
    /// The file of its record.
    let source: String?
  }
}

extension Composition {
  /// The whole file that Typst reads.
  func document(
    organ: String, edition: String?, today: Day, fingerprint: String, fonts: JSON
  ) -> JSON {
    let parts: [(String, String?)] = [
      ("organ", packet.organ ?? organ), ("title", packet.title), ("number", packet.number),
      ("date", packet.date?.words), ("superseded", superseded?.words),
      ("mark", packet.mark), ("signer", packet.signer), ("to", packet.to), ("cc", packet.cc),
      ("watermark", packet.watermark), ("edition", edition), ("built", "\(today)"),
      ("fingerprint", fingerprint),
    ]
    var head = parts.compactMap { name, text in text.map { (name, JSON.string($0)) } }
    if let copies = packet.copies { head.append(("copies", .integer(copies))) }
    return .object([
      ("kind", .string(packet.kind.rawValue)), ("head", .object(head)), ("fonts", fonts),
      ("chapters", content),
    ])
  }

  /// The files in which its words were written, as far as they are records.
  var sources: [String] {
    ([file].compactMap { $0 } + chapters.compactMap(\.source)).uniqued()
  }
}

extension JSON {
  /// The paths of all pictures, from the site's root.
  var images: [String] {
    switch self {
    case .list(let items): items.flatMap(\.images)
    case .object(let members):
      members.flatMap { name, value -> [String] in
        if name == "path", case .string(let path) = value { return [String(path.dropFirst())] }
        return value.images
      }
    case .string, .integer, .flag: []
    }
  }

  /// All texts in it, in their order; not the names of members.
  var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.strings)
    case .object(let members): members.flatMap(\.1.strings)
    case .integer, .flag: []
    }
  }

  /// The texts that are read on paper, one behind the other: without what says how they are set and
  /// where a link leads.
  var words: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.words)
    case .object(let members):
      members.flatMap { name, value in
        ["kind", "id", "to", "path", "address"].contains(name) ? [] : value.words
      }
    case .integer, .flag: []
    }
  }
}

extension Day {
  /// As it is printed: 2025年7月10日.
  fileprivate var words: String { "\(year)年\(month.month)月\(day)日" }
}
