/// The texts of a PDF: what its pages show, by the fonts that say which letters their codes are, and all
/// strings of its objects – titles, bookmarks, notes, what was filled in, what is read aloud.
extension Legible {
  mutating func document(_ octets: Octets) {
    guard !PDF.holds("Encrypt", octets) else { return tell(.locked) }
    let document = objects(of: octets)
    if document.isDamaged { tell(.damaged) }
    var strings = PDFStrings()
    for object in document.objects { strings.take(object.value) }
    for value in document.others { strings.take(value) }
    give(.text(strings.shown))
    give(.guess(strings.hidden))
    var pages = PDFPages(document: document, passedOver: strings.passedOver)
    pages.read(&self)
  }
}

extension Legible {
  /// All objects of a PDF, also those that are packed together.
  mutating func objects(of octets: Octets) -> PDFDocument {
    var document = PDFDocument(octets)
    for object in document.objects where object.data != nil {
      guard object.value["First"] != nil || object.value["Type"]?.name == "ObjStm" else { continue }
      let first = document.resolved(object.value["First"])?.number ?? 0
      if let body = unpacked(object, in: document) {
        document.add(packed: body, first: Int(exactly: first) ?? 0)
      }
    }
    return document
  }
}

/// All strings of the objects, and which streams are no pages.
private struct PDFStrings {
  var shown: [UInt8] = []
  /// What says how a file was made, and what may be no text.
  var hidden: [UInt8] = []
  private(set) var passedOver: Set<Int> = []

  /// Told of by who reads what files say of themselves.
  private static let properties: Set<String> = [
    "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate",
    "ID",
  ]
  private static let resources: Set<String> = [
    "ToUnicode", "FontFile", "FontFile2", "FontFile3", "CIDToGIDMap", "CIDSet", "DestOutputProfile",
  ]

  mutating func take(_ value: PDFValue, under key: String = "") {
    switch value {
    case .string(let bytes):
      let (text, isCertain) = PDF.string(bytes)
      if isCertain, !Self.properties.contains(key) {
        shown += text.utf8
        shown.append(10)
      } else {
        hidden += text.utf8
        hidden.append(10)
      }
    case .array(let items): for item in items { take(item, under: key) }
    case .dictionary(let entries):
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) { take(value, under: key) }
    case .reference(let number): if Self.resources.contains(key) { passedOver.insert(number) }
    default: break
    }
  }
}

/// The pages of a document, and all else that draws on them.
private struct PDFPages {
  let document: PDFDocument
  /// Streams that hold no text: fonts and their tables.
  let passedOver: Set<Int>
  private var fonts: [Int: PDFFont] = [:]
  /// The codes that may still be read of tables of letters.
  private var room = 1 << 20
  /// Fonts by their names, by the number of the object that names them.
  private var known: [Int: [String: PDFFont]] = [:]
  private var used: Set<Int> = []
  /// The fonts of all pages together: for what says of no page that it belongs there.
  private var all: [String: PDFFont] = [:]

  init(document: PDFDocument, passedOver: Set<Int>) {
    (self.document, self.passedOver) = (document, passedOver)
  }

  mutating func read(_ legible: inout Legible) {
    for object in document.objects where object.value["Contents"] != nil {
      guard let contents = document.resolved(object.value["Contents"]) else { continue }
      let parts = contents.array ?? object.value["Contents"].map { [$0] } ?? []
      let fonts = fonts(of: resources(of: object.value), &legible)
      var page: [UInt8] = []
      for case .reference(let number) in parts {
        guard let part = document.object(number), part.data != nil else { continue }
        used.insert(number)
        page += legible.unpacked(part, in: document) ?? []
        page.append(10)
      }
      show(page, fonts, &legible)
    }
    for object in document.objects where object.data != nil && !used.contains(object.number) {
      read(object, &legible)
    }
  }

  /// A stream that is on no page by itself.
  private mutating func read(_ object: PDFDocument.Object, _ legible: inout Legible) {
    let value = object.value
    let type = document.resolved(value["Type"])?.name
    let subtype = document.resolved(value["Subtype"])?.name
    if subtype == "Image" { return legible.tell(.shown) }
    if type == "XRef" || type == "ObjStm" || value["First"] != nil || value["Length1"] != nil
      || value["FunctionType"] != nil || value["ShadingType"] != nil
      || ["Type1C", "CIDFontType0C", "OpenType"].contains(subtype)
      || passedOver.contains(object.number)
    {
      return
    }
    guard let bytes = legible.unpacked(object, in: document) else { return }
    if type == "Metadata" || subtype == "XML" {
      for reading in Encoding.readings(of: bytes) { legible.give(.guess(Array(reading.utf8))) }
      return
    }
    let own = value["Resources"].map { fonts(of: document.resolved($0), &legible) }
    show(bytes, (own ?? [:]).merging(all) { own, _ in own }, &legible)
  }

  private func resources(of page: PDFValue) -> PDFValue? {
    var page: PDFValue? = page
    for _ in 0..<32 {
      if let resources = page?["Resources"] { return document.resolved(resources) }
      guard let parent = page?["Parent"] else { return nil }
      page = document.resolved(parent)
    }
    return nil
  }

  private mutating func fonts(
    of resources: PDFValue?, _ legible: inout Legible
  ) -> [String: PDFFont] {
    guard let entry = resources?["Font"] else { return [:] }
    if case .reference(let number) = entry, let fonts = known[number] { return fonts }
    guard case .dictionary(let entries)? = document.resolved(entry) else { return [:] }
    var fonts: [String: PDFFont] = [:]
    for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
      if case .reference(let number) = value, let font = self.fonts[number] {
        fonts[name] = font
      } else if let font = document.resolved(value) {
        let made = made(font, &legible)
        if case .reference(let number) = value { self.fonts[number] = made }
        fonts[name] = made
      }
    }
    if case .reference(let number) = entry { known[number] = fonts }
    all.merge(fonts) { first, _ in first }
    return fonts
  }

  private mutating func made(_ font: PDFValue, _ legible: inout Legible) -> PDFFont {
    var (map, isCut): ([UInt8]?, Bool) = (nil, false)
    if case .reference(let number)? = font["ToUnicode"], let table = document.object(number) {
      map = legible.unpacked(table, in: document)
      room -= map?.count ?? 0
    }
    if room < 0 { (map, isCut) = (nil, true) }
    let made = PDFFont(font, map: map, in: document, isCut: &isCut)
    if isCut { legible.tell(.large) }
    return made
  }

  private func show(_ content: [UInt8], _ fonts: [String: PDFFont], _ legible: inout Legible) {
    var drawing = PDFDrawing(fonts: fonts)
    drawing.read(content)
    legible.give(.text(drawing.lines))
    legible.give(.guess(drawing.joined))
    legible.give(.guess(drawing.strings))
    if drawing.isUnknown { legible.tell(.letters) }
  }
}

extension PDF {
  /// A string that is a text, and whether it is one beyond doubt.
  static func string(_ bytes: [UInt8]) -> (text: String, isCertain: Bool) {
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (Encoding.lossy(Array(bytes.dropFirst(2)), from: "UTF-16BE"), true)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (Encoding.lossy(Array(bytes.dropFirst(2)), from: "UTF-16LE"), true)
    }
    let (text, _) = Encoding.decode(bytes)
    guard let text, !text.unicodeScalars.contains(where: { $0.value < 9 }) else {
      return (Encoding.lossy(bytes, from: "GB18030"), false)
    }
    return (text, true)
  }
}
