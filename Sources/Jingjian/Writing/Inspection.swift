/// An inspection: what is looked at in the bytes of a page before it is published – its ids, its
/// links, its images, the words that it must not hold.
struct Inspection: Sendable {
  /// A link from a page to a place in the site.
  struct Link: Sendable, Hashable {
    let address: Address
    let fragment: String?
  }

  /// What a page points to that is not in it, each once.
  private(set) var links: [Link] = []
  private(set) var ids: Set<String> = []
  private(set) var doubledIds: [String] = []
  /// Images without an alternative text, by their source.
  private(set) var silentImages: [String] = []
  /// Links that lead out of the site's folder or name a folder.
  private(set) var strayLinks: [String] = []

  /// - Parameter html: a whole page as it is going to be published.
  init(_ html: [UInt8], at page: Address) {
    // What is published for programs holds whole addresses of this site.
    guard ["html", "svg"].contains(page.path.ending) else { return }
    var seen: Set<String> = []
    var tags = Tags(html)
    let folder = page.path.lastIndex(of: "/").map { String(page.path[..<$0]) } ?? ""
    while let tag = tags.next() {
      if let id = tag["id"], !ids.insert(id).inserted { doubledIds.append(id) }
      if tag.name == "img", tag["alt"] == nil { silentImages.append(tag["src"] ?? "") }
      if let target = tag["href"] ?? tag["src"] { note(target, folder: folder, page, &seen) }
      if let poster = tag["poster"] { note(poster, folder: folder, page, &seen) }
      noteRequests(of: tag)
    }
  }

  /// What a page loads must lie in the site: nothing is asked of another one (docs/format.md, "What
  /// a page may load").
  private mutating func noteRequests(of tag: Tags.Tag) {
    let loaded = tag.name == "link" ? tag["href"] : tag["src"]
    for target in [loaded, tag["srcset"], tag["poster"]].compactMap({ $0 }) {
      if Inspection.hasScheme(target.utf8[...]), !target.hasPrefix("data:") {
        strayLinks.append(target)
      }
    }
  }

  private mutating func note(
    _ target: String, folder: String, _ page: Address, _ seen: inout Set<String>
  ) {
    guard seen.insert(target).inserted else { return }
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = target.utf8[..<(hash ?? target.endIndex)]
    if Inspection.hasScheme(path) { return }
    let fragment = hash.flatMap { Address.decode(String(target[target.utf8.index(after: $0)...])) }
    guard let first = path.first, let last = path.last else {
      links.append(Link(address: page, fragment: fragment))
      return
    }
    let slash = UInt8(ascii: "/")
    guard first != slash, last != slash, let decoded = Address.decode(String(Substring(path))),
      let resolved = Address.resolve(decoded, in: folder)
    else {
      strayLinks.append(target)
      return
    }
    links.append(Link(address: Address(resolved), fragment: fragment))
  }

  /// Forgets the links that lead to a whole page or file which is known to be there: of thousands of
  /// pages only what is left has to be looked at when all are made.
  mutating func settle(_ known: Set<Address>) {
    links.removeAll { $0.fragment?.isEmpty != false && known.contains($0.address) }
  }

  private static func hasScheme(_ path: Substring.UTF8View) -> Bool {
    guard let colon = path.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !path[..<colon].contains(UInt8(ascii: "/"))
  }
}

/// The tags of a page, with the attributes that an inspection asks for. It reads HTML that our own
/// writers made: attributes are quoted, and `<` in a text is escaped.
private struct Tags {
  struct Tag {
    let name: String
    fileprivate var attributes: [(name: String, value: String)]

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let html: [UInt8]
  private var position = 0

  init(_ html: [UInt8]) { self.html = html }

  mutating func next() -> Tag? {
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < html.count, isLetter(html[position]) else { continue }
      let name = word()
      var tag = Tag(name: name, attributes: [])
      readAttributes(&tag)
      if !tag.attributes.isEmpty || name == "img" { return tag }
    }
    return nil
  }

  private mutating func readAttributes(_ tag: inout Tag) {
    while position < html.count, html[position] != UInt8(ascii: ">") {
      guard isLetter(html[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < html.count, isLetter(html[position]) || html[position] == UInt8(ascii: "-") {
        position += 1
      }
      let wanted = Tags.wanted.first { name in
        name.utf8.count == position - start
          && zip(html[start..<position], name.utf8).allSatisfy { $0 | 0x20 == $1 }
      }
      let value = attributeValue()
      if let wanted { tag.attributes.append((wanted, value.map(unescape) ?? "")) }
    }
  }

  private static let wanted = ["id", "href", "src", "alt", "srcset", "poster"]

  /// What stands behind `=`: in double or single quotes, or up to the next space.
  private mutating func attributeValue() -> ArraySlice<UInt8>? {
    guard position + 1 < html.count, html[position] == UInt8(ascii: "=") else { return nil }
    let quote = html[position + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let from = position + 1
      while position < html.count, html[position] > 32, html[position] != UInt8(ascii: ">") {
        position += 1
      }
      return html[from..<position]
    }
    let from = position + 2
    let to = find(quote, from: from) ?? html.count
    position = min(to + 1, html.count)
    return html[from..<to]
  }

  private mutating func word() -> String {
    let start = position
    while position < html.count, isLetter(html[position]) { position += 1 }
    return String(decoding: html[start..<position].map { $0 | 0x20 }, as: UTF8.self)
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    html.withUnsafeBufferPointer { bytes in
      var n = start
      while n < bytes.count {
        if bytes[n] == byte { return n }
        n += 1
      }
      return nil
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func unescape(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var plain = ""
    var rest = text[...]
    let names = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
    while let first = rest.first {
      if let (name, sign) = names.first(where: { rest.hasPrefix($0.0) }) {
        plain += sign
        rest = rest.dropFirst(name.count)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    return plain
  }
}
