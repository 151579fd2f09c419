// The outline: the headings of a document and their ids.

internal import CCmark

/// A heading of a document.
public struct Heading: Sendable, Hashable {
  /// Its level as written into the page, 2…6.
  public let level: Int
  /// Its id, unique in the document.
  public let id: String
  /// Its text.
  public let title: String
  /// The file's line, counted from 1.
  public let line: Int
  /// The first character, counted from 1 in Unicode scalars.
  public let column: Int
}

/// A part of a document: a heading of level 2 and what follows it.
public struct Section: Sendable, Hashable {
  /// Its heading.
  public let heading: Heading
  /// Whether nothing stands between its heading and the next one of level 2 or the end.
  public let isEmpty: Bool
}

/// A heading as it is found; `node` holds its text.
struct Outline {
  var node: Int32
  var level: UInt8
  /// Its place in the source, then in the file.
  var offset: Int
  var line = 0
  var column = 0
  /// Whether the author chose the id, where it stands in the source, and it.
  var isChosen = false
  var place = 0..<0
  var id: Range<Int32> = 0..<0
}

/// The bytes of an id; a quicker key than a string.
private struct Id: Hashable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Builder {
  /// Gives each heading its id: first those that the author chose, then the others from their text.
  /// An id never depends on where the heading stands, but for the number of one met again.
  mutating func nameHeadings() {
    var taken = [Id: Int](minimumCapacity: outline.count)
    if !notes.isEmpty {
      for number in 1...max(1, notes.numbered.count) {
        taken[Id("fn-\(number)".utf8)] = 1
        taken[Id("fnref-\(number)".utf8)] = 1
      }
    }
    for index in outline.indices where outline[index].isChosen {
      let chosen = Id(text[outline[index].id.indices])
      let id = String(decoding: chosen.bytes, as: UTF8.self)
      if taken[chosen] != nil {
        faults.append(Fault(range: outline[index].place, kind: .doubledId(id)))
      } else if isTaken(chosen) {
        faults.append(Fault(range: outline[index].place, kind: .takenId(id)))
      }
      name(index, chosen, &taken)
    }
    var plain: [UInt8] = []
    for index in outline.indices where !outline[index].isChosen {
      let node = Int(outline[index].node)
      plain.removeAll(keepingCapacity: true)
      nodes.appendPlain(node + 1..<Int(nodes[node].end), of: text, to: &plain)
      name(index, plain.withUnsafeBufferPointer(\.slug), &taken)
    }
    for entry in outline { nodes[Int(entry.node)].more = entry.id }
  }

  /// Takes `{#id}` off the end of the heading that is open. False when it stands elsewhere.
  mutating func chooseId(
    _ range: Range<Int>, of bytes: Bytes, in inline: OpaquePointer
  ) -> Bool {
    guard range.upperBound == bytes.count, cmark_node_next(inline) == nil, let node = open.last,
      nodes[Int(node)].kind == .heading
    else { return false }
    if let last = nodes.last, last.kind == .text {
      var end = Int(last.text.upperBound)
      while end > last.text.lowerBound, text[end - 1].isBlank { end -= 1 }
      nodes[nodes.count - 1].text = last.text.lowerBound..<Int32(end)
    }
    outline[outline.count - 1].id =
      store(bytes.slice(range.lowerBound + 2..<range.upperBound - 1))
    outline[outline.count - 1].place = locate(bytes.slice(range), in: inline)
    outline[outline.count - 1].isChosen = true
    return true
  }

  /// Whether the page around the document uses an id. Ids of pages are plain words.
  private func isTaken(_ id: Id) -> Bool {
    guard let first = id.bytes.first, first.isASCIILetter else { return false }
    return references.isTaken(String(decoding: id.bytes, as: UTF8.self))
  }

  private mutating func name(_ index: Int, _ wanted: Id, _ taken: inout [Id: Int]) {
    var id = wanted
    let earlier = taken.updateValue(1, forKey: wanted) ?? (isTaken(wanted) ? 1 : nil)
    if var number = earlier {
      repeat {
        number += 1
        id = Id(wanted.bytes + Array("-\(number)".utf8))
      } while taken[id] != nil || isTaken(id)
      taken[wanted] = number
      taken[id] = 1
    }
    outline[index].id = Int32(text.count)..<Int32(text.count + id.bytes.count)
    text.append(contentsOf: id.bytes)
  }
}

/// How headings may be named: by their ids, and by their texts, in which blanks do not count.
public struct HeadingNames: Sendable {
  private var ids: [String: String] = [:]
  private var texts: [String: String] = [:]

  /// The names of some headings; of two with one text the first has it.
  public init(_ headings: [Heading]) {
    for heading in headings {
      ids[heading.id] = heading.id
      let text = heading.title.filter { !$0.isWhitespace }
      texts[text] = texts[text] ?? heading.id
    }
  }

  /// The id of the heading that is meant.
  public func id(meantBy fragment: String) -> String? {
    ids[fragment] ?? texts[fragment.filter { !$0.isWhitespace }]
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The letters and digits of every script, blanks as `-`, Latin in small letters.
  fileprivate var slug: Id {
    var slug: [UInt8] = []
    slug.reserveCapacity(count)
    var index = 0
    while index < count {
      let start = index
      while index < count, case let (scalar, length) = scalar(at: index), scalar.isHan {
        index += length
      }
      slug.append(contentsOf: slice(start..<index))
      guard index < count else { break }
      let (scalar, length) = scalar(at: index)
      if scalar.isWord {
        slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else if scalar.isSpace || scalar == "-" || scalar == "_" {
        let hyphen: UInt8 = scalar == "_" ? 0x5F : 0x2D
        if !slug.isEmpty, slug.last != 0x2D { slug.append(hyphen) }
      }
      index += length
    }
    while slug.last == 0x2D { slug.removeLast() }
    return slug.isEmpty ? Id("section".utf8) : Id(slug)
  }
}

extension [Outline] {
  func headings(of nodes: [Node], _ text: [UInt8]) -> [Heading] {
    map { entry in
      let node = Int(entry.node)
      var title: [UInt8] = []
      nodes.appendPlain(node + 1..<Int(nodes[node].end), of: text, to: &title)
      return Heading(
        level: Int(entry.level), id: String(decoding: text[entry.id.indices], as: UTF8.self),
        title: String(decoding: title, as: UTF8.self), line: entry.line, column: entry.column)
    }
  }
}

extension Document {
  /// The headings, in their order.
  public var headings: [Heading] { outline.headings(of: nodes, text) }

  /// The parts of the document: its headings of level 2 at the top of the tree.
  public var sections: [Section] {
    let headings = headings
    var sections: [Section] = []
    var index = 0
    var heading = 0
    var top = 0
    while index < nodes.count {
      if nodes[index].kind == .heading {
        if index == top, nodes[index].flags == 2 {
          sections.append(
            Section(heading: headings[heading], isEmpty: isEmpty(after: Int(nodes[index].end))))
        }
        heading += 1
      }
      if index == top { top = Int(nodes[index].end) }
      index += 1
    }
    return sections
  }

  /// Whether nothing that is shown comes before the next heading of level 2 or the end.
  private func isEmpty(after end: Int) -> Bool {
    var index = end
    while index < nodes.count {
      switch nodes[index].kind {
      case .group: index = Int(nodes[index].end)
      case .heading: return nodes[index].flags == 2
      default: return false
      }
    }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// `{#id}`.
  func chosenId(at start: Int) -> Find? {
    guard let end = first("}", from: start, limit: 200), end - start > 2,
      !self[start + 2..<end].contains(where: \.isBlank)
    else { return nil }
    return Find(range: start..<end + 1, kind: .chosenId)
  }
}

extension Range<Int32> {
  /// The range as indices.
  var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
