internal import CExpat

/// XML: read by expat as a stream of events with namespaces, each with its place in the bytes.
///
/// What a document type declares is refused, and with it every entity but the five of XML itself: they
/// make texts out of nothing, and fetch files. A document type that only names itself is passed over; what
/// it names is not read. So is what comments say.
enum XML {
  struct Name: Hashable, Sendable {
    /// The namespace, and nothing where there is none.
    let space: String
    let local: String
  }

  struct Attribute: Sendable {
    let name: Name
    let value: String
  }

  enum Event: Sendable {
    /// Attributes stand in the order in which they were written; declarations of namespaces are none.
    case start(Name, [Attribute])
    case end(Name)
    /// All text up to the next element. It is literal when it is written just as it reads: in one
    /// piece and without references.
    case text([UInt8], isLiteral: Bool)
    case instruction(String)
  }

  struct Fault: Error, Sendable {
    enum Kind: Sendable {
      /// In expat's words.
      case malformed(String)
      case documentType
      case entity(String)
      case deep(limit: Int)
      case long(limit: Int)
    }
    let kind: Kind
    /// The byte, from 0.
    let offset: Int
  }

  /// Reads a document in UTF-8, whatever encoding it says that it is in.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that are read.
  ///   - depth: how many elements may stand in each other.
  ///   - take: is given each event with the bytes that it stands in.
  /// - Returns: what ended the reading before the end.
  static func read(
    _ bytes: [UInt8], limit: Int, depth: Int = 256, take: (Event, Range<Int>) -> Void
  ) -> Fault? {
    guard bytes.count <= min(limit, Int(Int32.max)) else {
      return Fault(kind: .long(limit: limit), offset: 0)
    }
    return withoutActuallyEscaping(take) { take in
      XMLStream(depth: depth, take: take).read(bytes)
    }
  }
}

/// One reading. The closure lives as long as ``XML/read(_:limit:depth:take:)``, and so does this.
private final class XMLStream {
  private let depth: Int
  private let take: (XML.Event, Range<Int>) -> Void
  private var parser: XML_Parser?
  private var open = 0
  private var fault: XML.Fault?
  /// The text that was read since the last element, the bytes it stands in, and whether they are the same.
  private var text: [UInt8] = []
  private var textRange = 0..<0
  private var isLiteral = true
  private var names: [String: XML.Name] = [:]

  /// No address of a namespace holds a line feed; expat refuses those that do.
  private static let separator: Unicode.Scalar = "\n"

  init(depth: Int, take: @escaping (XML.Event, Range<Int>) -> Void) {
    (self.depth, self.take) = (depth, take)
  }

  func read(_ bytes: [UInt8]) -> XML.Fault? {
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(Self.separator.value)) else {
      preconditionFailure("expat has no memory")
    }
    defer { XML_ParserFree(parser) }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    hook(parser)
    let status = bytes.withUnsafeBytes { buffer in
      let text = buffer.bindMemory(to: CChar.self)
      return XML_Parse(parser, text.baseAddress, Int32(text.count), 1)
    }
    self.parser = nil
    if fault == nil, status != XML_STATUS_OK {
      let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      let offset = max(0, Int(XML_GetCurrentByteIndex(parser)))
      return XML.Fault(kind: .malformed(words), offset: min(offset, bytes.count))
    }
    return fault
  }

  private func hook(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { stream, name, attributes in XMLStream.of(stream)?.start(name, attributes) },
      { stream, name in XMLStream.of(stream)?.end(name) })
    XML_SetCharacterDataHandler(parser) { stream, text, count in
      XMLStream.of(stream)?.read(text, Int(count))
    }
    XML_SetProcessingInstructionHandler(parser) { stream, target, _ in
      guard let stream = XMLStream.of(stream), let target else { return }
      stream.tell(.instruction(String(cString: target)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { stream, _, _, _, declares in
      if declares != 0 { XMLStream.of(stream)?.stop(.documentType) }
    }
    XML_SetEntityDeclHandler(parser) { stream, _, _, _, _, _, _, _, _ in
      XMLStream.of(stream)?.stop(.documentType)
    }
    XML_SetSkippedEntityHandler(parser) { stream, name, _ in
      XMLStream.of(stream)?.stop(.entity(name.map { String(cString: $0) } ?? ""))
    }
  }

  private static func of(_ stream: UnsafeMutableRawPointer?) -> XMLStream? {
    stream.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private var range: Range<Int> {
    let start = Int(XML_GetCurrentByteIndex(parser))
    return start..<(start + Int(XML_GetCurrentByteCount(parser)))
  }

  private func stop(_ kind: XML.Fault.Kind) {
    guard fault == nil else { return }
    fault = XML.Fault(kind: kind, offset: range.lowerBound)
    XML_StopParser(parser, 0)
  }

  private func tell(_ event: XML.Event) {
    guard fault == nil else { return }
    if !text.isEmpty {
      take(.text(text, isLiteral: isLiteral), textRange)
      text.removeAll(keepingCapacity: true)
      isLiteral = true
    }
    take(event, range)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil else { return }
    open += 1
    guard open <= depth else { return stop(.deep(limit: depth)) }
    var found: [XML.Attribute] = []
    var n = 0
    while let key = attributes?[n], let value = attributes?[n + 1] {
      found.append(XML.Attribute(name: self.name(key), value: String(cString: value)))
      n += 2
    }
    if let name { tell(.start(self.name(name), found)) }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    open -= 1
    if let name { tell(.end(self.name(name))) }
  }

  private func read(_ part: UnsafePointer<XML_Char>?, _ count: Int) {
    guard fault == nil, let part else { return }
    let range = range
    if text.isEmpty {
      textRange = range
    } else {
      if range.lowerBound != textRange.upperBound { isLiteral = false }
      textRange = textRange.lowerBound..<range.upperBound
    }
    if range.count != count { isLiteral = false }
    let bytes = UnsafeRawBufferPointer(start: part, count: count)
    text.append(contentsOf: bytes)
  }

  private func name(_ whole: UnsafePointer<XML_Char>) -> XML.Name {
    let text = String(cString: whole)
    if let known = names[text] { return known }
    let cut = text.unicodeScalars.lastIndex(of: Self.separator)
    let name = XML.Name(
      space: cut.map { String(text.unicodeScalars[..<$0]) } ?? "",
      local: cut.map { String(text.unicodeScalars[$0...].dropFirst()) } ?? text)
    names[text] = name
    return name
  }
}

extension XML {
  /// Places in the bytes of a document. Asked for from front to back, all of them take one way through it.
  struct Places {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter length: in scalars.
    mutating func span(at place: Int, length: Int) -> Span {
      if place < offset { (offset, line, column) = (0, 1, 1) }
      while offset < min(place, bytes.count) {
        let byte = bytes[offset]
        if byte == 10 {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      return Span(line: line, column: column, length: length)
    }
  }
}

extension XML.Fault {
  /// What is said of it.
  var message: Message {
    switch kind {
    case .malformed(let words):
      Message(
        "xml",
        Phrase(
          zh: "这里的 XML 不完整或者写错了（\(words)），浏览器打不开",
          en: "the XML is not well-formed here (\(words)); browsers do not open it"),
        fix: Phrase(zh: "重新导出这个文件", en: "export the file anew"))
    case .documentType:
      Message(
        "xml",
        Phrase(
          zh: "<!DOCTYPE 里声明了实体或属性，程序不读",
          en: "`<!DOCTYPE` declares entities or attributes, which are not read"),
        fix: Phrase(
          zh: "另存为“普通 SVG”；Illustrator 导出时不勾“保留编辑功能”",
          en: "save it as plain SVG; in Illustrator without its editing capabilities"))
    case .entity(let name):
      Message(
        "xml",
        Phrase(zh: "没有「&\(name);」这个实体", en: "there is no entity `&\(name);`"),
        fix: Phrase(zh: "直接写这个字", en: "write the character itself"))
    case .deep(let limit):
      Message(
        "xml",
        Phrase(zh: "元素嵌套太深：最多 \(limit) 层", en: "elements nest too deep: at most \(limit)"))
    case .long(let limit):
      Message(
        "file-size",
        Phrase(
          zh: "文件太大：最多 \(limit >> 20) MiB", en: "the file is too large: at most \(limit >> 20) MiB")
      )
    }
  }
}
