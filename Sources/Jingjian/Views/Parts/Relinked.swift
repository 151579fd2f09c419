/// The HTML of a text as another page needs it. Texts are written for pages one folder below the root
/// (`Sources.root`); a screen lies deeper, and a feed is read elsewhere.
struct Relinked {
  let html: [UInt8]

  /// - Parameters:
  ///   - root: what leads to the site's root from where the HTML is going to stand.
  ///   - page: put before `#…`, where the HTML leaves its page.
  init(_ html: [UInt8], root: String, page: String = "") {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 8)
    HTML.read(html) { reader in
      /// What stands in the result already.
      var copied = 0
      while let token = reader.next() {
        guard case .open(let tag) = token else { continue }
        for attribute in reader.attributes(of: tag) {
          guard let value = attribute.value,
            reader.isName(attribute.name, "href") || reader.isName(attribute.name, "src")
          else { continue }
          let written = reader.bytes[value]
          let isWithinSite = written.starts(with: Sources.root.utf8)
          guard isWithinSite || written.first == UInt8(ascii: "#") else { continue }
          result += reader.bytes[copied..<value.lowerBound]
          result += (isWithinSite ? root : page).utf8
          copied = value.lowerBound + (isWithinSite ? Sources.root.utf8.count : 0)
        }
      }
      result += reader.bytes[copied...]
    }
    self.html = result
  }
}
