/// Pieces: what a line of a printed packet is made of – texts, and records with their `kind`.
extension PrintBlocks {
  /// The pieces of a line. Blanks are one space, and none where a template breaks its line between
  /// Chinese characters; none stand at the ends.
  func pieces(_ markup: [Markup]) -> [JSON] {
    var line = PieceLine()
    for node in markup { add(node, to: &line) }
    return line.finished
  }

  /// The text of a line without its marks.
  func plain(_ markup: [Markup]) -> String {
    pieces(markup).map(\.plain).joined().trimmed
  }

  private func add(_ node: Markup, to line: inout PieceLine) {
    guard case .element(let element) = node else {
      if case .text(let text) = node { line.add(text) }
      return
    }
    func wrapped(_ kind: String) {
      let inside = pieces(element.children)
      if !inside.isEmpty { line.add(.block(kind, [("content", .list(inside))])) }
    }
    switch element.name {
    case _ where element.attribute("data-between") != nil: enumerate(element, &line)
    case _ where element.has("unseen") || element.has("footnote-back") || element.has("screen"):
      break
    case "strong", "b": wrapped("strong")
    case "em", "i": wrapped("emphasis")
    case "del", "s": wrapped("strike")
    case "code":
      line.add(.block("code", [("text", .string(element.children.map(\.text).joined()))]))
    case "br": line.add(.block("break", []))
    case "mark" where element.has("placeholder"):
      line.add(.block("placeholder", [("text", .string(element.children.map(\.text).joined()))]))
    case "sup" where element.has("footnote-ref"): note(element, &line)
    case "img":
      guard let path = path(element.attribute("src") ?? "") else { return }
      let alt = element.attribute("alt") ?? ""
      line.add(.block("image", [("path", .string("/" + path.path)), ("alt", .string(alt))]))
    case "span" where element.has("mark"), "a" where element.has("mark"):
      let colour = ["blue", "yellow", "red"].first { element.has($0) }
      line.add(.block("mark", [("colour", .string(colour ?? "blue"))]))
    case "a": anchor(element, &line)
    case "input", "svg", "progress": break
    default:
      for child in element.children { add(child, to: &line) }
      // What stands on a line of its own on a page is kept apart on paper.
      if element.isBlockLike { line.add(" ") }
    }
  }

  /// The children of an element, with the words between them that its template asks for.
  private func enumerate(_ element: Markup.MarkupElement, _ line: inout PieceLine) {
    let items = element.children.compactMap { child -> [JSON]? in
      guard case .element = child else { return nil }
      let pieces = pieces([child])
      return pieces.isEmpty ? nil : pieces
    }
    for (n, item) in items.enumerated() {
      if n > 0, let words = element.attribute("data-between") { line.add(words) }
      for piece in item { line.add(piece) }
    }
  }

  private func note(_ element: Markup.MarkupElement, _ line: inout PieceLine) {
    var id: String?
    for child in element.children {
      child.visit { if $0.name == "a" { id = $0.attribute("href").map { String($0.dropFirst()) } } }
    }
    guard let id, let note = notes[id] else { return }
    // Its first use brings the note; Typst refuses to be told twice.
    let words = told.add(id) ? [("blocks", JSON.list(blocks(note)))] : []
    line.add(.block("note", [("id", .string("\(name)#\(id)"))] + words))
  }

  private func anchor(_ element: Markup.MarkupElement, _ line: inout PieceLine) {
    let inside = pieces(element.children)
    guard !inside.isEmpty else { return }
    let href = element.attribute("href") ?? ""
    let target: LinkEnd
    if href.contains(":") {
      target = .address(href)
    } else if let path = path(href.hasPrefix("#") ? "" : href) {
      let fragment = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        .dropFirst().first.flatMap { Address.decode(String($0)) }
      target = link(path, fragment)
    } else {
      target = .none
    }
    let content = ("content", JSON.list(inside))
    switch target {
    case .inside(let id): line.add(.block("link", [content, ("to", .string(id))]))
    case .address(let address): line.add(.block("link", [content, ("address", .string(address))]))
    case .none: for piece in inside { line.add(piece) }
    }
  }

  /// Where a relative address leads; the page itself where it names none.
  func path(_ href: String) -> Address? {
    let written = String(href.prefix { $0 != "#" && $0 != "?" })
    guard !written.isEmpty else { return page }
    let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
    return Address.decode(written).flatMap { Address.resolve($0, in: folder) }.map { Address($0) }
  }
}

/// A line of pieces that is being written.
private struct PieceLine {
  private var pieces: [JSON] = []
  private var text = ""

  mutating func add(_ piece: JSON) {
    if case .string(let text) = piece { return add(text) }
    flush()
    pieces.append(piece)
  }

  mutating func add(_ more: String) {
    for scalar in more.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r":
        // A line break of a template is told from a written space by its own mark.
        let mark: Unicode.Scalar = scalar == " " || scalar == "\t" ? " " : "\n"
        if let last = text.unicodeScalars.last, last == " " || last == "\n" {
          if mark == "\n", last == " " {
            text.unicodeScalars.removeLast()
            text.unicodeScalars.append(mark)
          }
        } else {
          text.unicodeScalars.append(mark)
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.string(text)) }
    text = ""
  }

  /// The pieces with their blanks settled.
  var finished: [JSON] {
    var line = self
    line.flush()
    var result: [JSON] = []
    for (n, piece) in line.pieces.enumerated() {
      guard case .string(let text) = piece else {
        result.append(piece)
        continue
      }
      let before = n > 0 ? line.pieces[n - 1].plain.unicodeScalars.last : nil
      let after = n + 1 < line.pieces.count ? line.pieces[n + 1].plain.unicodeScalars.first : nil
      let settled = PieceLine.settled(
        text, before, after, isFirst: n == 0, isLast: n == line.pieces.count - 1)
      if !settled.isEmpty { result.append(.string(settled)) }
    }
    return result
  }

  private static func settled(
    _ text: String, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?, isFirst: Bool, isLast: Bool
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (n, scalar) in scalars.enumerated() {
      guard scalar == " " || scalar == "\n" else {
        result.append(scalar)
        continue
      }
      if n == 0, isFirst || n == scalars.count - 1 && isLast { continue }
      if n == scalars.count - 1, isLast { continue }
      let left = n > 0 ? scalars[n - 1] : before
      let right = n + 1 < scalars.count ? scalars[n + 1] : after
      let isLayout =
        scalar == "\n"
        && ((left?.isWide ?? true) && (right?.isWide ?? true)
          || left?.isWideMark ?? false || right?.isWideMark ?? false)
      if !isLayout { result.append(" ") }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// A Chinese character or mark, beside which no space is due.
  fileprivate var isWide: Bool {
    (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
      || (0x2010...0x2027).contains(value)
  }

  /// A Chinese mark, which brings its own room.
  fileprivate var isWideMark: Bool {
    (0x3001...0x3003).contains(value) || (0x3008...0x3011).contains(value)
      || (0x3014...0x301F).contains(value)
      || [0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F].contains(value)
  }
}
