/// Markup: a piece of HTML as a tree. It reads what our own writers and templates make, in which every
/// element is closed, and is no reader of the world's HTML.
indirect enum Markup: Sendable {
  case text(String)
  case element(Element)

  struct Element: Sendable {
    let name: String
    let attributes: [(name: String, value: String)]
    var children: [Markup]
    /// The bytes of a drawing, which stay as they are.
    var source: [UInt8] = []

    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    var classes: [Substring] { attribute("class")?.split(separator: " ") ?? [] }

    func has(_ name: String) -> Bool { classes.contains { $0 == name } }
  }

  /// The top of a piece of HTML. Where an end is missing, the element ends with what holds it.
  static func parse(_ bytes: [UInt8]) -> [Markup] {
    var parser = Parser(bytes: bytes)
    return parser.children(of: nil)
  }

  /// The same of a text of a packet's own: where it begins with a heading, that is its title.
  static func titled(_ bytes: [UInt8]) -> [Markup] {
    var nodes = parse(bytes)
    let first = nodes.indices.first { !nodes[$0].text.trimmed.isEmpty }
    guard let first, case .element(let heading) = nodes[first], heading.name == "h2" else {
      return nodes
    }
    nodes[first] = .element(
      Element(name: "h1", attributes: heading.attributes, children: heading.children))
    return nodes
  }

  /// All the text inside, as it stands.
  var text: String {
    switch self {
    case .text(let text): text
    case .element(let element): element.children.map(\.text).joined()
    }
  }

  /// This node and all inside, in the order of reading.
  func visit(_ see: (Element) -> Void) {
    guard case .element(let element) = self else { return }
    see(element)
    for child in element.children { child.visit(see) }
  }
}

private struct Parser {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let void: Set<String> = [
    "br", "hr", "img", "input", "col", "wbr", "source", "track", "link", "meta",
  ]

  mutating func children(of parent: String?) -> [Markup] {
    var children: [Markup] = []
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        children.append(.text(text()))
        continue
      }
      if at("<!--") {
        skip(past: "-->")
      } else if at("<!") {
        skip(past: ">")
      } else if at("</") {
        let name = closingName()
        // An end that is not this element's belongs to one that holds it, or to none.
        if name == parent || parent != nil { return children }
      } else {
        children.append(.element(element()))
      }
    }
    return children
  }

  private mutating func element() -> Markup.Element {
    let start = position
    position += 1
    let name = word { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 > 32 }.lowercased()
    var attributes: [(name: String, value: String)] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      guard bytes[position] > 32, bytes[position] != UInt8(ascii: "/") else {
        position += 1
        continue
      }
      attributes.append(attribute())
    }
    let isClosed = position > 0 && bytes[position - 1] == UInt8(ascii: "/")
    position = min(position + 1, bytes.count)
    var element = Markup.Element(name: name, attributes: attributes, children: [])
    if isClosed || Parser.void.contains(name) { return element }
    element.children = children(of: name)
    if name == "svg" { element.source = Array(bytes[start..<position]) }
    return element
  }

  private mutating func attribute() -> (name: String, value: String) {
    let name = word {
      $0 > 32 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      // A byte that is no name must not hold up the reader.
      if name.isEmpty { position += 1 }
      return (name, "")
    }
    position += 1
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      return (name, word { $0 > 32 && $0 != UInt8(ascii: ">") })
    }
    position += 1
    let value = word { $0 != UInt8(ascii: "\"") }
    position = min(position + 1, bytes.count)
    return (name, value.unescaped)
  }

  private mutating func closingName() -> String {
    position += 2
    let name = word { $0 != UInt8(ascii: ">") }
    position = min(position + 1, bytes.count)
    return name.trimmed.lowercased()
  }

  private mutating func text() -> String { word { $0 != UInt8(ascii: "<") }.unescaped }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func at(_ mark: String) -> Bool { bytes[position...].starts(with: mark.utf8) }

  private mutating func skip(past mark: String) {
    while position < bytes.count, !at(mark) { position += 1 }
    position = min(position + mark.utf8.count, bytes.count)
  }
}

extension String {
  /// With the entities undone that our writers make.
  fileprivate var unescaped: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var result = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.firstIndex(of: ";"), let text = String.entity(rest[..<end].dropFirst())
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += text
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
    case _ where name.hasPrefix("#"):
      UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { String($0) }
    default: nil
    }
  }
}
