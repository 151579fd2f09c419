/// An artwork: a drawing (SVG) as it is published – written anew from what was read, so that no browser
/// reads it otherwise than this program did.
///
/// Elements, attributes, properties and addresses are those of ``ArtworkWords``; anything else is a fault
/// at its place. What programs note in it for themselves is left out: elements and attributes of foreign
/// languages, metadata, comments.
struct Artwork: Sendable {
  let bytes: [UInt8]

  /// - Returns: nothing when something in it is no part of a drawing, which is reported.
  init?(_ file: SourceFile, report: inout [Diagnostic]) {
    let bytes = Array(file.text.utf8)
    var writer = ArtworkWriter(bytes)
    let fault = XML.read(bytes, limit: SourceFile.limit) { writer.take($0, $1) }
    var places = XML.Places(bytes)
    func place(_ offset: Int, _ length: Int) -> Place {
      Place(file.path, places.span(at: offset, length: length))
    }
    var found: [Diagnostic] = []
    for slip in writer.slips.sorted(by: { $0.offset < $1.offset }) {
      let place = place(slip.offset, slip.length)
      found.append(
        slip.isGrave ? .error(slip.message, at: place) : .warning(slip.message, at: place))
    }
    if let fault { found.append(.error(fault.message, at: place(fault.offset, 1))) }
    if !found.hasErrors, writer.weight.isBomb {
      found.append(.error(.multiplied, at: Place(file.path)))
    }
    report += found
    if found.hasErrors { return nil }
    self.bytes = writer.finished
  }
}

/// The writing of one drawing, event by event.
private struct ArtworkWriter {
  /// What is wrong, and where.
  struct Slip {
    let message: Message
    var isGrave = true
    let offset: Int
    let length: Int
  }

  private(set) var slips: [Slip] = []
  private(set) var weight = ArtworkWeight()
  private let source: [UInt8]
  private var written: [UInt8] = []
  /// Whether the last tag still lacks its bracket.
  private var isOpen = false
  /// Where the root's tag may declare the namespace of `xlink:href`.
  private var declarations = 0
  private var usesLinks = false
  /// The elements that are open, and how many of those that are left out.
  private var path: [String] = []
  private var leftOut = 0
  private var style: [UInt8] = []
  private var told: Set<Message> = []

  init(_ source: [UInt8]) { self.source = source }

  var finished: [UInt8] {
    var bytes = written
    if usesLinks {
      bytes.insert(
        contentsOf: Array(" xmlns:xlink=\"\(ArtworkWords.xlink)\"".utf8), at: declarations)
    }
    return bytes + [10]
  }

  mutating func take(_ event: XML.Event, _ range: Range<Int>) {
    switch event {
    case .start(let name, let attributes): start(name, attributes, range)
    case .end(let name): end(name)
    case .text(let text, let isLiteral): take(text, isLiteral, range)
    case .instruction(let target):
      if leftOut == 0 { note(.running("<?" + target), range.lowerBound, target.utf8.count + 2) }
    }
  }

  /// Each thing is told of once, where it stands first.
  private mutating func note(
    _ message: Message, _ offset: Int, _ length: Int, isGrave: Bool = true
  ) {
    guard told.count < 100, told.insert(message).inserted else { return }
    slips.append(Slip(message: message, isGrave: isGrave, offset: offset, length: length))
  }

  private mutating func start(
    _ name: XML.Name, _ attributes: [XML.Attribute], _ range: Range<Int>
  ) {
    guard leftOut == 0, isDrawn(name, range) else {
      leftOut += 1
      return
    }
    closeTag()
    written += Array("<\(name.local)".utf8)
    if path.isEmpty {
      written += Array(" xmlns=\"\(ArtworkWords.svg)\"".utf8)
      declarations = written.count
    }
    path.append(name.local)
    weight.open()
    for attribute in attributes { write(attribute, range) }
    isOpen = true
    style = []
  }

  /// Whether an element is written; what may not be there is told of.
  private mutating func isDrawn(_ name: XML.Name, _ range: Range<Int>) -> Bool {
    let tag = source[range].prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    func note(_ message: Message, isGrave: Bool = true) {
      self.note(message, range.lowerBound, tag.count, isGrave: isGrave)
    }
    guard name.space == ArtworkWords.svg else {
      if path.isEmpty {
        note(.noDrawing(name.local))
      } else if ArtworkWords.active.contains(name.space) {
        note(.running("<" + name.local))
      }
      return false
    }
    if path.isEmpty, name.local != "svg" {
      note(.noDrawing(name.local))
      return false
    }
    switch name.local {
    case "metadata": return false
    case "foreignObject" where path.last == "switch":
      // What programs draw with HTML, with a text beside it for those who cannot.
      note(.replaced, isGrave: false)
      return false
    default: break
    }
    guard ArtworkWords.elements.contains(name.local), path.last != "style" else {
      note(
        ArtworkWords.running.contains(name.local)
          ? .running("<" + name.local) : .unlisted("<" + name.local))
      return false
    }
    return true
  }

  private mutating func end(_ name: XML.Name) {
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    path.removeLast()
    weight.close()
    if isOpen {
      written += Array("/>".utf8)
      isOpen = false
    } else {
      written += Array("</\(name.local)>".utf8)
    }
  }

  private mutating func closeTag() {
    if isOpen { written.append(UInt8(ascii: ">")) }
    isOpen = false
  }

  private mutating func take(_ text: [UInt8], _ isLiteral: Bool, _ range: Range<Int>) {
    guard leftOut == 0, !path.isEmpty else { return }
    closeTag()
    guard path.last == "style" else { return write(text, quoted: false) }
    do throws(StyleRules.Fault) {
      write(try StyleRules.sheet(text).written, quoted: false)
    } catch {
      let offset = range.lowerBound + (isLiteral ? error.offset : 0)
      note(.unlisted(error.what), offset, error.what.unicodeScalars.count)
    }
  }

  /// Writes a text, or the value of an attribute.
  private mutating func write(_ text: [UInt8], quoted: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): written += Array("&amp;".utf8)
      case UInt8(ascii: "<"): written += Array("&lt;".utf8)
      case UInt8(ascii: ">"): written += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where quoted: written += Array("&quot;".utf8)
      case 13: written += Array("&#13;".utf8)
      case 9 where quoted: written += Array("&#9;".utf8)
      case 10 where quoted: written += Array("&#10;".utf8)
      default: written.append(byte)
      }
    }
  }

  private mutating func write(_ name: String, _ value: [UInt8]) {
    written += Array(" \(name)=\"".utf8)
    write(value, quoted: true)
    written.append(UInt8(ascii: "\""))
  }
}

// Attributes.
extension ArtworkWriter {
  private mutating func write(_ attribute: XML.Attribute, _ range: Range<Int>) {
    let (name, value) = (attribute.name.local, Array(attribute.value.utf8))
    switch attribute.name.space {
    case "": break
    case ArtworkWords.xlink:
      if name == "href" { link("xlink:href", value, range) }
      return
    case ArtworkWords.xml:
      guard name == "space" || name == "lang" else {
        return note(.unlisted("xml:" + name), at: name, range)
      }
      return write("xml:" + name, value)
    default: return
    }
    switch name {
    case "href": link(name, value, range)
    case "style":
      do throws(StyleRules.Fault) {
        let rules = try StyleRules.declarations(value)
        weight.refer(to: rules.references)
        if !rules.written.isEmpty { write(name, rules.written) }
      } catch {
        note(.unlisted(error.what), at: name, range)
      }
    case "id":
      weight.name(attribute.value)
      write(name, value)
    case "type" where path.last == "style" && !["", "text/css"].contains(attribute.value):
      note(.unlisted("type=" + attribute.value), at: name, range)
    case let name where ArtworkWords.attributes.contains(name) || name.hasPrefix("aria-"):
      write(name, value)
    case let name where ArtworkWords.dropped.contains(name) || name.hasPrefix("data-"): break
    case let name where ArtworkWords.properties.contains(name):
      do throws(StyleRules.Fault) {
        weight.refer(to: try StyleRules.value(value).references)
        write(name, value)
      } catch {
        note(.unlisted(name + "=" + error.what), at: name, range)
      }
    default:
      let isEvent = name.lowercased().hasPrefix("on")
      note(isEvent ? .running(name) : .unlisted(name), at: name, range)
    }
  }

  /// A link to the web, to a part of the same drawing, or the data of a picture: what the element shows.
  private mutating func link(_ name: String, _ value: [UInt8], _ range: Range<Int>) {
    let element = path.last ?? ""
    // Browsers pass over these wherever they stand.
    let address = value.filter { $0 != 9 && $0 != 10 && $0 != 13 }
    let text = String(decoding: address, as: UTF8.self).trimmed
    var written: [UInt8]?
    switch element {
    case "a":
      let isOnWeb = ["http://", "https://", "mailto:"].contains(where: text.lowercased().hasPrefix)
      if text.hasPrefix("#") || isOnWeb { written = Array(text.utf8) }
    case "image": written = PictureData.address(address)
    case "feImage" where !text.hasPrefix("#"): written = PictureData.address(address)
    default:
      if text.hasPrefix("#") {
        weight.refer(to: [String(text.dropFirst())])
        written = Array(text.utf8)
      }
    }
    guard let written else {
      let scheme = text.prefix(32).firstIndex(of: ":").map { String(text[...$0]) }
      let isRun = ["javascript:", "vbscript:"].contains(scheme?.lowercased())
      return note(
        isRun ? .running(scheme ?? "") : .unlisted(name + "=" + (text.prefix(32))),
        at: "href", range)
    }
    if name != "href" { usesLinks = true }
    write(name, written)
  }

  /// Tells of an attribute of a tag at its name.
  private mutating func note(_ message: Message, at name: String, _ tag: Range<Int>) {
    guard told.count < 100, !told.contains(message) else { return }
    let found = source.attribute(name, in: tag)
    let shown = String(decoding: source[found], as: UTF8.self)
    note(message, found.lowerBound, shown.unicodeScalars.count)
  }
}

extension [UInt8] {
  /// Where the name of an attribute stands in a tag; else where the tag begins.
  fileprivate func attribute(_ name: String, in tag: Range<Int>) -> Range<Int> {
    let sign = UInt8(ascii: "=")
    var n = tag.lowerBound
    while n < tag.upperBound, self[n] > 32 { n += 1 }
    while n < tag.upperBound {
      while n < tag.upperBound, self[n] <= 32 { n += 1 }
      let start = n
      while n < tag.upperBound, self[n] > 32, self[n] != sign { n += 1 }
      let found = start..<n
      let local = self[found].split(separator: UInt8(ascii: ":")).last
      if let local, local.elementsEqual(name.utf8) { return found }
      guard let equals = self[n..<tag.upperBound].firstIndex(of: sign) else { break }
      n = equals + 1
      while n < tag.upperBound, self[n] <= 32 { n += 1 }
      guard n < tag.upperBound,
        let end = self[(n + 1)..<tag.upperBound].firstIndex(of: self[n])
      else { break }
      n = end + 1
    }
    return tag.lowerBound..<(tag.lowerBound + 1)
  }
}

extension Message {
  private static let asPicture = Phrase(
    zh: "在画图的软件里另存为 PNG，或另存为“普通 SVG”",
    en: "save it as PNG, or as plain SVG, in the program that drew it")

  fileprivate static func running(_ what: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "这张图里有「\(what)」，会在打开它的电脑上运行程序",
        en: "this drawing holds `\(what)`, which runs something on the machine that opens it"),
      fix: asPicture)
  }

  fileprivate static func unlisted(_ what: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "这张图里有「\(what)」，不在图里可以写的内容之列",
        en: "this drawing holds `\(what)`, which is not among what a drawing may hold"),
      fix: asPicture)
  }

  fileprivate static func noDrawing(_ root: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "这个文件的第一个元素是「\(root)」，不是 SVG 图",
        en: "the file begins with the element `\(root)`, so it is no drawing (SVG)"),
      fix: Phrase(
        zh: "第一个元素应为 <svg xmlns=\"\(ArtworkWords.svg)\">",
        en: "it must be <svg xmlns=\"\(ArtworkWords.svg)\">"))
  }

  fileprivate static let replaced = Message(
    "drawing-text",
    Phrase(
      zh: "图里用网页写的文字不发布，读者看到的是它的替代文字，可能不完整",
      en:
        "text that is drawn with HTML is not published; readers see its replacement, which may be shorter"
    ),
    fix: Phrase(
      zh: "在 draw.io 里不勾文字的“格式化文本”再导出，或导出 PNG",
      en: "export it from draw.io without formatted text, or as PNG"))

  fileprivate static let multiplied = Message(
    "active-file",
    Phrase(
      zh: "这张图的各部分互相引用，画出来有几十万个元素，浏览器会卡死",
      en:
        "the parts of this drawing name each other so often that a browser would never end drawing it"
    ),
    fix: asPicture)
}
