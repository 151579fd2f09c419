/// SVG: a drawing's own words are screened as any text, as they are written; here is what is only seen
/// when it is read – words that are written with references or in pieces –, what a drawing program adds –
/// its author, the folders it was saved in – and the photos that are set into it.
enum SVG {
  /// Where a drawing program tells of folders on somebody's computer.
  private static let folders: Set<String> = ["export-filename", "docbase", "absref"]

  static func read(_ octets: Octets, into traces: inout Traces) {
    var reading = Reading(source: Array(octets.bytes), traces: traces)
    _ = XML.read(reading.source, limit: MediaFile.limit) { reading.take($0, $1) }
    traces = reading.traces
    // All at once: of many texts only some are kept.
    traces.say(reading.hidden.joined(separator: "\n"))
  }

  private struct Reading {
    let source: [UInt8]
    var traces: Traces
    /// Words that nobody sees who reads the file as it is written.
    var hidden: [String] = []
    private var depth = 0
    /// What is being gathered: the words of an element up to its end.
    private var gathered: (depth: Int, kind: Traces.Kind?, text: [UInt8], isLiteral: Bool)?

    init(source: [UInt8], traces: Traces) { (self.source, self.traces) = (source, traces) }

    mutating func take(_ event: XML.Event, _ range: Range<Int>) {
      switch event {
      case .start(let name, let attributes):
        depth += 1
        if gathered == nil {
          begin(name)
        } else {
          gathered?.isLiteral = false
          if gathered?.kind != nil { gathered?.text.append(32) }
        }
        guard !attributes.isEmpty else { return }
        let isLiteral = !source[range].contains(UInt8(ascii: "&"))
        for attribute in attributes { read(attribute, isLiteral) }
      case .end:
        if let gathered, gathered.depth == depth {
          end(gathered.kind, gathered.text, gathered.isLiteral)
          self.gathered = nil
        }
        depth -= 1
      case .text(let text, let isLiteral):
        gathered?.text += text
        if !isLiteral { gathered?.isLiteral = false }
        SVG.photos(in: text, into: &traces)
      case .instruction: break
      }
    }

    private mutating func begin(_ name: XML.Name) {
      let isOwn = name.space == ArtworkWords.svg
      let kind = isOwn ? nil : XMP.kind(ofLocal: name.local)
      let isText = isOwn && ["text", "title", "desc"].contains(name.local)
      if kind != nil || isText || !isOwn && XMP.isText(local: name.local) {
        gathered = (depth, kind, [], true)
      }
    }

    private mutating func end(_ kind: Traces.Kind?, _ text: [UInt8], _ isLiteral: Bool) {
      let words = String(decoding: text, as: UTF8.self)
      if let kind {
        traces.add(kind, words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      } else if !isLiteral {
        hidden.append(words)
      }
    }

    private mutating func read(_ attribute: XML.Attribute, _ isLiteral: Bool) {
      let (name, value) = (attribute.name, attribute.value)
      let bytes = Array(value.utf8)
      if !name.space.isEmpty {
        if SVG.folders.contains(name.local) { traces.add(.author, value) }
        if let kind = XMP.kind(ofLocal: name.local) { traces.add(kind, value) }
      }
      if !SVG.photos(in: bytes, into: &traces), !isLiteral { hidden.append(value) }
    }
  }

  /// Looks at the photos that are written in a text; whether there were any.
  @discardableResult
  private static func photos(in text: [UInt8], into traces: inout Traces) -> Bool {
    let mark = ";base64,".utf8
    var start = 0
    while let found = text.offset(of: mark, from: start) {
      start = found + mark.count
      let data = text[start...].prefix { !"\"')".utf8.contains($0) }
      photo(Octets(Base64.bytes(of: data)), into: &traces)
      start = data.endIndex
    }
    return start > 0
  }

  private static func photo(_ octets: Octets, into traces: inout Traces) {
    if octets[0] == 0xFF, octets[1] == 0xD8 { Pictures.jpeg(octets, into: &traces) }
    if octets.starts(with: "PNG", at: 1) { Pictures.png(octets, into: &traces) }
    if octets.starts(with: "RIFF") { Pictures.webp(octets, into: &traces) }
  }
}
