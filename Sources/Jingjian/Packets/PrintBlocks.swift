/// Print blocks: markup as the blocks and pieces of `templates/print/packet.schema.json`, the shape in
/// which Typst gets a packet's text. Nothing of it is ever Typst source.
struct PrintBlocks {
  /// The page that the markup was made for; its links are relative to it.
  let page: Address
  /// What the ids of its headings and notes begin with; unique in the packet.
  let name: String
  /// Whether questions are printed with their key.
  let answers: String
  /// What a link to a page of the site becomes.
  let link: (Address, String?) -> LinkEnd
  /// The notes at the foot, by the id of their list item.
  let notes: [String: [Markup]]
  /// Which of them have been brought.
  let told = Told()

  /// What has been said already.
  final class Told {
    private var ids: Set<String> = []

    func add(_ id: String) -> Bool { ids.insert(id).inserted }
  }

  enum LinkEnd {
    /// A chapter or heading of the packet, by its id.
    case inside(String)
    case address(String)
    case none
  }

  init(
    _ markup: [Markup], page: Address, name: String, answers: String,
    link: @escaping (Address, String?) -> LinkEnd
  ) {
    (self.page, self.name, self.answers) = (page, name, answers)
    self.link = link
    var notes: [String: [Markup]] = [:]
    for node in markup {
      node.visit { element in
        guard element.has("footnotes") else { return }
        element.children.forEach {
          $0.visit { if $0.name == "li", let id = $0.attribute("id") { notes[id] = $0.children } }
        }
      }
    }
    self.notes = notes
  }

  /// The blocks of some markup; loose pieces become paragraphs.
  func blocks(_ markup: [Markup]) -> [JSON] {
    var blocks: [JSON] = []
    var loose: [Markup] = []
    func flush() {
      let pieces = pieces(loose)
      if !pieces.isEmpty { blocks.append(.block("paragraph", [("content", .list(pieces))])) }
      loose = []
    }
    for node in markup {
      guard case .element(let element) = node, !element.isInline else {
        loose.append(node)
        continue
      }
      flush()
      blocks += block(element)
    }
    flush()
    return blocks
  }

  private func block(_ element: Markup.MarkupElement) -> [JSON] {
    switch element.name {
    case _ where element.has("footnotes") || element.has("unseen") || element.has("screen"):
      return []
    case "p": return paragraph(element)
    case "h1": return []
    case "h2", "h3", "h4", "h5", "h6": return heading(element)
    case "blockquote": return [.block("quote", [("blocks", .list(blocks(element.children)))])]
    case "aside" where element.has("alert"): return [alert(element)]
    case "ol" where element.has("questions"): return [questions(element)]
    case "ul", "ol": return list(element)
    case "pre":
      let text = element.children.map(\.text).joined()
      return [.block("code", [("text", .string(text))])]
    case "hr": return [.block("rule", [])]
    case "table": return table(element)
    case "figure": return figure(element)
    case "svg": return [chart(element, caption: [])]
    case "dl": return facts(element)
    case "article" where element.attribute("data-colour") != nil: return [card(element)]
    default: return blocks(element.children)
    }
  }

  private func paragraph(_ element: Markup.MarkupElement) -> [JSON] {
    let pieces = pieces(element.children)
    return pieces.isEmpty ? [] : [.block("paragraph", [("content", .list(pieces))])]
  }

  private func heading(_ element: Markup.MarkupElement) -> [JSON] {
    let level = (element.name.utf8.last.map { Int($0) - 48 } ?? 2) - 1
    let pieces = pieces(element.children)
    guard !pieces.isEmpty else { return [] }
    var members: [(String, JSON)] = [("level", .integer(max(1, level)))]
    if let id = element.attribute("id") { members.append(("id", .string("\(name)#\(id)"))) }
    return [.block("heading", members + [("content", .list(pieces))])]
  }

  private func alert(_ element: Markup.MarkupElement) -> JSON {
    let isTitle = { (node: Markup) in
      if case .element(let child) = node { child.has("alert-title") } else { false }
    }
    let title = element.children.first(where: isTitle)?.text.trimmed ?? ""
    let rest = element.children.filter { !isTitle($0) }
    return .block("alert", [("title", .string(title)), ("blocks", .list(blocks(rest)))])
  }

  private func list(_ element: Markup.MarkupElement) -> [JSON] {
    let items = element.elements("li").map { item -> JSON in
      var members: [(String, JSON)] = []
      if item.has("task") {
        var isDone = false
        for child in item.children {
          child.visit { if $0.name == "input", $0.attribute("checked") != nil { isDone = true } }
        }
        members.append(("task", .string(isDone ? "done" : "open")))
      }
      return .object(members + [("blocks", .list(blocks(item.children)))])
    }
    guard !items.isEmpty else { return [] }
    let isLoose = element.elements("li").contains { !$0.elements("p").isEmpty }
    var members: [(String, JSON)] = [
      ("ordered", .flag(element.name == "ol")), ("tight", .flag(!isLoose)),
    ]
    if let start = element.attribute("start").flatMap(Int.init) {
      members.append(("start", .integer(max(0, start))))
    }
    return [.block("list", members + [("items", .list(items))])]
  }

  private func figure(_ element: Markup.MarkupElement) -> [JSON] {
    var image: Markup.MarkupElement?
    var drawing: Markup.MarkupElement?
    for child in element.children {
      child.visit {
        if $0.name == "img" { image = image ?? $0 }
        if $0.name == "svg" { drawing = drawing ?? $0 }
      }
    }
    let caption = pieces(element.elements("figcaption").first?.children ?? [])
    if let drawing { return [chart(drawing, caption: caption)] }
    guard let image, let path = path(image.attribute("src") ?? "") else {
      return blocks(element.children)
    }
    var members: [(String, JSON)] = [
      ("path", .string("/" + path.path)), ("alt", .string(image.attribute("alt") ?? "")),
    ]
    if !caption.isEmpty { members.append(("caption", .list(caption))) }
    return [.block("figure", members)]
  }

  private func chart(_ element: Markup.MarkupElement, caption: [JSON]) -> JSON {
    let words = ["title", "desc"].compactMap {
      element.elements($0).first?.children.map(\.text).joined()
    }
    var members: [(String, JSON)] = [
      ("svg", .string(element.drawing)), ("alt", .string(words.joined(separator: "。").trimmed)),
    ]
    if !caption.isEmpty { members.append(("caption", .list(caption))) }
    return .block("chart", members)
  }

  private func facts(_ element: Markup.MarkupElement) -> [JSON] {
    let rows = element.elements("div").isEmpty ? [element] : element.elements("div")
    let items = rows.flatMap { row -> [JSON] in
      zip(row.elements("dt"), row.elements("dd")).compactMap { label, value in
        let pieces = pieces(value.children)
        guard !pieces.isEmpty else { return nil }
        return .object([
          ("label", .string(label.children.map(\.text).joined().trimmed)),
          ("content", .list(pieces)),
        ])
      }
    }
    return items.isEmpty ? [] : [.block("facts", [("items", .list(items))])]
  }

  private func card(_ element: Markup.MarkupElement) -> JSON {
    let rest = element.children.filter { node in
      if case .element(let child) = node { child.name != "h3" && !child.has("stand") } else { true }
    }
    let state = element.elements("p").first { $0.has("stand") }
    return .block(
      "card",
      [
        ("colour", .string(element.attribute("data-colour") ?? "blue")),
        ("title", .list(pieces(element.elements("h3").first?.children ?? []))),
        ("state", .string(state.map { plain($0.children) } ?? "")),
        ("blocks", .list(blocks(rest))),
      ])
  }

  private func questions(_ element: Markup.MarkupElement) -> JSON {
    let items = element.elements("li").map { item -> JSON in
      func part(_ name: String) -> [JSON] {
        item.elements("p").first { $0.has(name) }.map { pieces($0.children) } ?? []
      }
      let type = item.attribute("data-type") ?? "single"
      let options = item.elements("ul").first?.elements("li") ?? []
      let right = options.indices.filter { options[$0].attribute("data-right") != nil }
      var members: [(String, JSON)] = [("type", .string(type)), ("stem", .list(part("stem")))]
      if type == "judge" {
        members.append(("answer", .flag(right.first == 0)))
      } else {
        members.append(("options", .list(options.map { .list(pieces($0.children)) })))
        members.append(("answer", .list(right.map { .integer($0) })))
      }
      // What explains an answer is printed with the key alone.
      for name in ["explanation", "provision"] where answers == "appendix" && !part(name).isEmpty {
        members.append((name, .list(part(name))))
      }
      return .object(members)
    }
    var members: [(String, JSON)] = []
    if let pass = element.attribute("data-pass").flatMap(Int.init) {
      members.append(("pass", .integer(pass)))
    }
    return .block(
      "questions", members + [("answers", .string(answers)), ("items", .list(items))])
  }
}

extension PrintBlocks {
  private func table(_ element: Markup.MarkupElement) -> [JSON] {
    func rows(_ name: String) -> [Markup.MarkupElement] {
      element.elements(name).flatMap { $0.elements("tr") }
    }
    let (head, body) = (rows("thead"), rows("tbody") + element.elements("tr"))
    let cells = { (row: Markup.MarkupElement) in
      row.children.compactMap { node -> Markup.MarkupElement? in
        guard case .element(let cell) = node, cell.name == "td" || cell.name == "th" else {
          return nil
        }
        return cell
      }
    }
    // The last row of a head has a cell for each column but those that reach down from above.
    let width = (head + body).map { cells($0).reduce(0) { $0 + $1.span("colspan") } }.max() ?? 0
    guard width > 0, !body.isEmpty else { return [] }
    let model = body.first { cells($0).count == width }.map(cells) ?? []
    let columns = (0..<width).map { model.indices.contains($0) ? model[$0].alignment : "left" }
    func list(_ rows: [Markup.MarkupElement], isHead: Bool) -> JSON {
      .list(rows.map { row in .list(cells(row).map { cell($0, isHead: isHead) }) })
    }
    var members: [(String, JSON)] = [("columns", .list(columns.map { .string($0) }))]
    if let caption = element.elements("caption").first, !caption.has("unseen") {
      members.append(("caption", .string(plain(caption.children))))
    }
    if element.has("upright") { members.append(("wide", .flag(false))) }
    if !head.isEmpty { members.append(("head", list(head, isHead: true))) }
    return [.block("table", members + [("rows", list(body, isHead: false))])]
  }

  private func cell(_ cell: Markup.MarkupElement, isHead: Bool) -> JSON {
    let content = JSON.list(pieces(cell.children))
    let (columns, rows) = (cell.span("colspan"), cell.span("rowspan"))
    let isRowHead = !isHead && cell.name == "th"
    guard columns > 1 || rows > 1 || isRowHead else { return content }
    var members: [(String, JSON)] = [("content", content)]
    if columns > 1 { members.append(("columns", .integer(columns))) }
    if rows > 1 { members.append(("rows", .integer(rows))) }
    if isRowHead { members.append(("head", .flag(true))) }
    return .object(members)
  }
}

extension JSON {
  static func block(_ kind: String, _ members: [(String, JSON)]) -> JSON {
    .object([("kind", .string(kind))] + members)
  }

  /// The text of a piece and of all inside it.
  var plain: String {
    switch self {
    case .string(let text): text
    case .list(let items): items.map(\.plain).joined()
    case .object(let members):
      members.filter { $0.0 == "content" || $0.0 == "text" }.map(\.1.plain).joined()
    case .integer, .flag: ""
    }
  }
}

extension Markup.MarkupElement {
  /// The elements of a name right inside.
  func elements(_ name: String) -> [Markup.MarkupElement] {
    children.compactMap { node in
      guard case .element(let element) = node, element.name == name else { return nil }
      return element
    }
  }

  var isInline: Bool {
    [
      "a", "b", "br", "code", "del", "em", "i", "img", "input", "mark", "s", "small", "span",
      "strong", "sub", "sup", "time", "progress",
    ].contains(name)
  }

  /// Whether a page shows it on a line of its own although it is written in a line.
  var isBlockLike: Bool {
    ["li", "p", "div"].contains(name)
  }

  func span(_ name: String) -> Int { max(1, attribute(name).flatMap(Int.init) ?? 1) }

  var alignment: String {
    if has("number") || has("right") { return "right" }
    return has("center") ? "center" : "left"
  }

  /// The drawing, black on white and without the words that only a screen needs.
  var drawing: String {
    String(decoding: source, as: UTF8.self).replacing("currentColor", with: "black")
  }
}
