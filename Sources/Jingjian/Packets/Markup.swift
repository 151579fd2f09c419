/// Markup: a piece of HTML as a tree. It reads what our own writers and templates make, in which every
/// element is closed, and is no reader of the world's HTML.
indirect enum Markup: Sendable {
  case text(String)
  case element(MarkupElement)

  struct MarkupElement: Sendable {
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
    HTML.read(bytes) { $0.nodes(isTop: true) }
  }

  /// The same of a text of a packet's own: where it begins with a heading, that is its title.
  static func titled(_ bytes: [UInt8]) -> [Markup] {
    var nodes = parse(bytes)
    let first = nodes.indices.first { !nodes[$0].text.trimmed.isEmpty }
    guard let first, case .element(let heading) = nodes[first], heading.name == "h2" else {
      return nodes
    }
    nodes[first] = .element(
      MarkupElement(name: "h1", attributes: heading.attributes, children: heading.children))
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
  func visit(_ see: (MarkupElement) -> Void) {
    guard case .element(let element) = self else { return }
    see(element)
    for child in element.children { child.visit(see) }
  }
}

extension HTML {
  /// What stands before the next end. At the top an end that belongs to nothing is none.
  fileprivate mutating func nodes(isTop: Bool) -> [Markup] {
    var nodes: [Markup] = []
    while let token = next() {
      switch token {
      case .text(let range): nodes.append(.text(plain(range)))
      case .open(let tag): nodes.append(.element(element(tag)))
      case .end: if !isTop { return nodes }
      case .hidden: break
      }
    }
    return nodes
  }

  private mutating func element(_ tag: Tag) -> Markup.MarkupElement {
    var element = Markup.MarkupElement(
      name: plain(tag.name).lowercased(),
      attributes: attributes(of: tag).map { (plain($0.name), $0.value.map(plain) ?? "") },
      children: [])
    if tag.isEmpty { return element }
    element.children = nodes(isTop: false)
    if tag.element == .svg { element.source = Array(bytes[tag.range.lowerBound..<position]) }
    return element
  }
}
