/// The sitemap: the addresses of all pages that a reader should find, for search engines
/// (sitemaps.org, protocol 0.9).
enum Sitemap {
  static func bytes(of pages: [Page], base: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
    bytes += "\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
    for page in pages.filter(\.isListed).sorted(by: { $0.address.path < $1.address.path }) {
      bytes += "  <url><loc>".utf8
      bytes += (base + page.address.encoded).xmlEscaped.utf8
      bytes += "</loc>".utf8
      if let date = page.date { bytes += "<lastmod>\(date)</lastmod>".utf8 }
      bytes += "</url>\n".utf8
    }
    bytes += "</urlset>\n".utf8
    return bytes
  }
}
