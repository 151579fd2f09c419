/// Markup: XML, in which Word, Excel, PowerPoint, LibreOffice and OFD write what they show. A word may be
/// cut by elements anywhere; paragraphs, rows and cells end a line.
extension Legible {
  private static let ends: Set<String> = [
    "p", "br", "cr", "tab", "tr", "tc", "row", "c", "si", "comment", "table-cell", "TextCode",
    "text", "author", "lastModifiedBy", "creator", "title",
  ]

  mutating func markup(_ bytes: [UInt8]) {
    var (text, hidden): ([UInt8], [UInt8]) = ([], [])
    var authors = Traces()
    var isAuthor = false
    let utf8 = Legible.utf8(bytes)
    let fault = XML.read(utf8, limit: Legible.limit) { event, _ in
      switch event {
      case .start(let name, let attributes):
        isAuthor = name.local == "author" && name.space.contains("spreadsheetml")
        for attribute in attributes {
          hidden += attribute.value.utf8
          hidden.append(10)
          if attribute.name.local == "author",
            attribute.name.space.contains("wordprocessingml")
              || attribute.name.local == "name" && name.local == "cmAuthor"
          {
            authors.add(.author, attribute.value)
          }
        }
      case .text(let part, _):
        text += part
        if isAuthor { authors.add(.author, String(decoding: part, as: UTF8.self)) }
      case .end(let name):
        isAuthor = false
        if Legible.ends.contains(name.local) { text.append(10) }
      case .instruction: break
      }
    }
    give(.text(text))
    give(.guess(hidden))
    // Comments, and whatever stands behind what is not well-formed.
    give(.raw(bytes, isText: true))
    give(.guess(utf8))
    if !authors.found.isEmpty { give(.traces(authors)) }
    if fault != nil { tell(.damaged) }
  }

  /// XML in UTF-16 as UTF-8; who wrote it in anything else is told of by what reads it.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    String(validating: bytes, as: UTF8.self) != nil
      ? bytes : Encoding.readings(of: bytes).first.map { Array($0.utf8) } ?? bytes
  }
}
