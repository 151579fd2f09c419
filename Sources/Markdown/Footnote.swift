// Footnotes: `[^label]` where one is used, `[^label]: …` where it is defined. They are numbered in the
// order of use and written at the end, whatever the order of their definitions.

internal import CCmark
internal import Glibc

struct Note {
  /// How many bytes a label may be long.
  static let labelLimit = 200

  /// The id of the use `use` of the footnote `number`.
  static func useId(_ number: Int32, _ use: Int32) -> String {
    use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)"
  }

  var label: String
  var node: Int32
  var place: Range<Int>
}

struct Notes {
  /// Both in the order of the text.
  var uses: [Note] = []
  var definitions: [Note] = []
  /// The definitions in the order of their numbers, each with the count of its uses.
  var numbered: [(node: Int32, uses: Int32)] = []

  var isEmpty: Bool { uses.isEmpty && definitions.isEmpty }
}

extension Builder {
  /// Begins a list item. One whose text starts with our marker is a footnote's definition.
  mutating func item(_ node: OpaquePointer) {
    let paragraph = cmark_node_first_child(node)
    itemIndents.append(Int(cmark_node_get_start_column(paragraph ?? node)) - 1)
    guard let paragraph, let first = cmark_node_first_child(paragraph),
      let literal = cmark_node_get_literal(first), let end = Bytes(literal).definitionEnd
    else { return push(.item) }
    let label = Bytes(literal).slice(Marker.length + 2..<end - 2)
    let line = Int(cmark_node_get_start_line(node))
    let start = (start(ofLine: line) ?? 0) + Int(cmark_node_get_start_column(node)) - 1
    notes.definitions.append(
      Note(
        label: String(decoding: label, as: UTF8.self), node: Int32(nodes.count),
        place: start..<min(start + 4 + end, source.count)))
    push(.footnote)
  }

  /// Ends a list: one of nothing but footnotes is no list.
  mutating func leaveList(_ index: Int) {
    var child = index + 1
    while child < nodes.count {
      if nodes[child].kind != .footnote { return }
      child = Int(nodes[child].end)
    }
    nodes[index].kind = .group
  }

  /// Whether a paragraph holds nothing but the label of the footnote that it begins.
  func isBareLabel(_ paragraph: OpaquePointer) -> Bool {
    guard let first = cmark_node_first_child(paragraph), cmark_node_next(first) == nil,
      let literal = cmark_node_get_literal(first)
    else { return false }
    return Bytes(literal).definitionEnd == strlen(literal)
  }

  /// Numbers the footnotes in the order of use: those of the text first, then those of footnotes.
  mutating func numberNotes() {
    guard !notes.isEmpty else { return }
    var known: [String: Int] = [:]
    for (index, definition) in notes.definitions.enumerated() {
      if known[definition.label] == nil {
        known[definition.label] = index
      } else {
        faults.append(
          Fault(range: definition.place, kind: .doubledFootnote(definition.label)))
      }
    }
    var numbers = [Int](repeating: 0, count: notes.definitions.count)
    func number(_ uses: Range<Int>) {
      for use in notes.uses[uses] {
        let node = Int(use.node)
        guard let definition = known[use.label] else {
          nodes[node].kind = .text
          nodes[node].flags = Node.Flag.escape
          faults.append(Fault(range: use.place, kind: .undefinedFootnote(use.label)))
          continue
        }
        if numbers[definition] == 0 {
          notes.numbered.append((notes.definitions[definition].node, 0))
          numbers[definition] = notes.numbered.count
        }
        let index = numbers[definition] - 1
        notes.numbered[index].uses += 1
        let uses = notes.numbered[index].uses
        nodes[node].more = Int32(index + 1)..<Int32(index + 1) + uses
      }
    }
    var next = 0
    for definition in notes.definitions {
      let inside = uses(below: definition.node)
      if inside.upperBound <= next { continue }
      number(next..<inside.lowerBound)
      next = inside.upperBound
    }
    number(next..<notes.uses.count)
    var done = 0
    while done < notes.numbered.count {
      number(uses(below: notes.numbered[done].node))
      done += 1
    }
    for (index, definition) in notes.definitions.enumerated()
    where numbers[index] == 0 && known[definition.label] == index {
      faults.append(Fault(range: definition.place, kind: .unusedFootnote(definition.label)))
    }
  }

  /// The uses that stand inside a node.
  private func uses(below node: Int32) -> Range<Int> {
    let start = notes.uses.firstIndex(notBefore: node)
    return start..<max(start, notes.uses.firstIndex(notBefore: nodes[Int(node)].end))
  }
}

extension [Note] {
  /// The first note at or behind a node, found by halving.
  fileprivate func firstIndex(notBefore node: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where `[^label]:` ends, in a text that begins with the marker of a footnote's definition.
  var definitionEnd: Int? {
    guard !isEmpty, marker(at: 0) == 3, let end = firstIndex(of: 0x5D), holds("]:", at: end) else {
      return nil
    }
    return end + 2
  }
}
