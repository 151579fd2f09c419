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
    var rest = html[...]
    var isInTag = false
    while let byte = rest.first {
      if !isInTag {
        isInTag = byte == UInt8(ascii: "<")
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      } else if let name = Relinked.attributes.first(where: rest.starts(with:)) {
        result += name
        rest = rest.dropFirst(name.count)
        if rest.starts(with: Sources.root.utf8) {
          result += root.utf8
          rest = rest.dropFirst(Sources.root.utf8.count)
        } else if rest.first == UInt8(ascii: "#") {
          result += page.utf8
        }
        continue
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    self.html = result
  }

  /// Only where a value begins: `href="`. Quotes of a text stand outside of tags.
  private static let attributes = [" href=\"", " src=\""].map { Array($0.utf8) }
}
