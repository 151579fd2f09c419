// Links and images: where they lead, asked of the caller, and what is wrong with them.

internal import CCmark

/// A destination that stays inside the site, as it is written into the page.
public struct Link: Sendable, Hashable {
  /// The address as it is written, before escaping.
  public let address: String
  /// The file's line, counted from 1.
  public let line: Int
  /// The first character, counted from 1 in Unicode scalars.
  public let column: Int
  /// How many scalars the place is long.
  public let length: Int
  /// Whether it is an image.
  public let isImage: Bool
}

/// A link as it is found.
struct Anchor {
  var address: Range<Int32>
  var place: Range<Int>
  var isImage: Bool
  /// Whether it leads to an id of this document.
  var isOwn: Bool
}

extension Builder {
  mutating func link(_ node: OpaquePointer) {
    let place = place(of: node)
    let index = nodes.count
    push(.link)
    openLinks += 1
    let (address, flags) = resolve(node, at: place, isImage: false)
    nodes[index].more = address
    nodes[index].flags = flags
    nodes[index].title = store(decoded: cmark_node_get_title(node), of: node)
    // Until the link ends its own text range keeps its place in the source.
    nodes[index].text = Int32(place.lowerBound)..<Int32(place.upperBound)
  }

  mutating func leaveLink(_ index: Int) {
    openLinks -= 1
    let place = Int(nodes[index].text.lowerBound)..<Int(nodes[index].text.upperBound)
    nodes[index].text = 0..<0
    let content = nodes[(index + 1)...]
    if content.allSatisfy({ $0.text.isEmpty || $0.kind.isContainer }) {
      faults.append(Fault(range: place, kind: .emptyLink))
    }
  }

  mutating func image(_ node: OpaquePointer) {
    let place = place(of: node)
    let (address, flags) = resolve(node, at: place, isImage: true)
    let title = store(decoded: cmark_node_get_title(node), of: node)
    let start = Int32(text.count)
    appendAlternative(of: node)
    let alternative = start..<Int32(text.count)
    if alternative.isEmpty {
      faults.append(Fault(range: place, kind: .missingAltText(string(address))))
    }
    append(
      inline: Node(
        kind: .image, flags: flags, end: 0, text: alternative, more: address, title: title))
  }

  /// Says which links lead to an id that the document does not have.
  mutating func checkFragments() {
    guard links.contains(where: { $0.isOwn }) else { return }
    var ids = Set(outline.map { string($0.id) })
    for (index, note) in notes.numbered.enumerated() {
      ids.insert("fn-\(index + 1)")
      for use in 1...max(1, note.uses) { ids.insert(Note.useId(Int32(index + 1), use)) }
    }
    lazy var names = HeadingNames(outline.headings(of: nodes, text))
    var changed: [Range<Int32>: Range<Int32>] = [:]
    for (index, link) in links.enumerated() where link.isOwn {
      let fragment = text[link.address.indices].dropFirst().percentDecoded
      if fragment.isEmpty || ids.contains(fragment) { continue }
      if let id = names.id(meantBy: fragment) {
        let address = store("#" + id)
        changed[link.address] = address
        links[index].address = address
      } else {
        faults.append(Fault(range: link.place, kind: .unknownFragment(fragment)))
      }
    }
    if changed.isEmpty { return }
    for node in nodes.indices where nodes[node].kind == .link {
      if let address = changed[nodes[node].more] { nodes[node].more = address }
    }
  }

  /// The link as the caller sees it.
  func link(_ anchor: Anchor, _ places: inout Places) -> Link {
    let (line, column) = places.place(anchor.place.lowerBound)
    return Link(
      address: string(anchor.address), line: line, column: column,
      length: places.length(anchor.place), isImage: anchor.isImage)
  }

  /// The text below an image, which is read out in its place.
  private mutating func appendAlternative(of image: OpaquePointer) {
    guard var node = cmark_node_first_child(image) else { return }
    while true {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: _ = store(decoded: cmark_node_get_literal(node), of: node)
      case CMARK_NODE_CODE: _ = store(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
      default:
        if let child = cmark_node_first_child(node) {
          node = child
          continue
        }
      }
      while cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node), parent != image else { return }
        node = parent
      }
      guard let next = cmark_node_next(node) else { return }
      node = next
    }
  }

  /// Where a link or an image stands: up to the end of its first line, or of itself.
  private func place(of node: OpaquePointer) -> Range<Int> {
    let start = offset(of: node)
    var end = start + 1
    if cmark_node_get_start_line(node) == cmark_node_get_end_line(node) {
      end = start + Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1
    }
    return start..<min(max(start, end), source.count)
  }

  /// What is written for a destination, and the node's flags.
  private mutating func resolve(
    _ node: OpaquePointer, at place: Range<Int>, isImage: Bool
  ) -> (address: Range<Int32>, flags: UInt8) {
    let written = store(decoded: cmark_node_get_url(node), of: node)
    func fault(_ kind: Remark.Kind) -> (Range<Int32>, UInt8) {
      faults.append(Fault(range: place, kind: kind))
      return (written, Node.Flag.bare)
    }
    guard !written.isEmpty else { return fault(.emptyDestination) }
    if let scheme = text[written.indices].scheme {
      switch scheme {
      case "http", "https":
        if isImage { return fault(.remoteImage(string(written))) }
        return (written, Node.Flag.external)
      case "mailto" where !isImage: return (written, 0)
      default: return fault(.unwantedScheme(scheme))
      }
    }
    if text[Int(written.lowerBound)] == 0x23, !isImage {
      links.append(Anchor(address: written, place: place, isImage: false, isOwn: true))
      return (written, 0)
    }
    switch references.link(Destination(text[written.indices], isImage: isImage)) {
    case .unknown(let note): return fault(.unknownDestination(string(written), note: note))
    case .leave:
      links.append(Anchor(address: written, place: place, isImage: isImage, isOwn: false))
      return (written, 0)
    case .address(let address):
      let range = store(address)
      links.append(Anchor(address: range, place: place, isImage: isImage, isOwn: false))
      return (range, 0)
    }
  }
}

extension Destination {
  fileprivate init(_ written: ArraySlice<UInt8>, isImage: Bool) {
    let hash = written.firstIndex(of: 0x23)
    path = written[..<(hash ?? written.endIndex)].percentDecoded
    fragment = hash.map { written[($0 + 1)...].percentDecoded }
    self.isImage = isImage
  }
}

extension ArraySlice<UInt8> {
  /// The scheme of an absolute destination in small letters; `//` for one without a name.
  fileprivate var scheme: String? {
    if starts(with: "//".utf8) { return "//" }
    guard first?.isASCIILetter == true,
      let end = firstIndex(where: {
        !$0.isASCIIWord && $0 != 0x2B && $0 != 0x2D && $0 != 0x2E
      }), self[end] == 0x3A
    else { return nil }
    return String(decoding: self[..<end], as: UTF8.self).lowercased()
  }

  /// The text with `%E4%BA%BA` read as what it stands for.
  fileprivate var percentDecoded: String {
    guard contains(0x25) else { return String(decoding: self, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = self
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2, let high = rest.first?.hexDigit,
        let low = rest.dropFirst().first?.hexDigit
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
