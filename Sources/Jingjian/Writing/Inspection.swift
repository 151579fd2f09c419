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
    let folder = page.path.lastIndex(of: "/").map { String(page.path[..<$0]) } ?? ""
    HTML.read(html) { html in
      while let token = html.next() {
        guard case .open(let tag) = token else { continue }
        let named = Named(tag, html)
        let source = named.src.map(html.plain)
        let target = named.href.map(html.plain) ?? source
        if let id = named.id.map(html.plain), !ids.insert(id).inserted { doubledIds.append(id) }
        if tag.element == .img, named.alt == nil { silentImages.append(source ?? "") }
        if let target { note(target, folder: folder, page, &seen) }
        let poster = named.poster.map(html.plain)
        if let poster { note(poster, folder: folder, page, &seen) }
        noteRequest(tag.element == .link ? target : source)
        noteRequest(named.srcset.map(html.plain))
        noteRequest(poster)
      }
    }
  }

  /// Where in a page the attributes stand that an inspection asks for, of a doubled one the first.
  private struct Named {
    private(set) var id, href, src, alt, srcset, poster: Range<Int>?

    init(_ tag: HTML.Tag, _ html: HTML) {
      for attribute in html.attributes(of: tag) {
        let name = attribute.name
        let value = attribute.value ?? name.upperBound..<name.upperBound
        if html.isName(name, "id") {
          id = id ?? value
        } else if html.isName(name, "href") {
          href = href ?? value
        } else if html.isName(name, "src") {
          src = src ?? value
        } else if html.isName(name, "alt") {
          alt = alt ?? value
        } else if html.isName(name, "srcset") {
          srcset = srcset ?? value
        } else if html.isName(name, "poster") {
          poster = poster ?? value
        }
      }
    }
  }

  /// What a page loads must lie in the site: nothing is asked of another one (docs/format.md, "What
  /// a page may load").
  private mutating func noteRequest(_ target: String?) {
    guard let target, Inspection.hasScheme(target.utf8[...]), !target.hasPrefix("data:") else {
      return
    }
    strayLinks.append(target)
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
