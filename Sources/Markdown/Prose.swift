// Prose: the text of a line. Most of it is copied; at the few bytes that may begin something of ours
// the file of that name is asked.

internal import CCmark

/// What a byte of a text may be.
private enum Stop {
  static let escape: UInt8 = 1
  static let marker: UInt8 = 2
  static let trigger: UInt8 = 4
  /// The first byte of 《 and 〔, and of most Chinese punctuation.
  static let bracket: UInt8 = 8

  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "<>&\"".utf8 { table[Int(byte)] |= escape }
    for byte in "~[{:@w".utf8 { table[Int(byte)] |= trigger }
    table[0xE3] = bracket
    table[0xEE] = marker
    return table
  }()
}

extension Builder {
  mutating func appendText(_ inline: OpaquePointer) {
    if hasBrackets, openLinks == 0 { joiningCitedLines(inline) }
    guard inline != alertName, let literal = cmark_node_get_literal(inline) else { return }
    let bytes = Bytes(literal)
    if hasReferences, let seen = withoutUnseen(bytes, of: inline) {
      seen.withUnsafeBufferPointer { appendText($0, of: inline) }
    } else {
      appendText(bytes, of: inline)
    }
  }

  private mutating func appendText(_ bytes: Bytes, of inline: OpaquePointer) {
    var bytes = bytes
    if let end = bytes.definitionEnd { bytes = bytes.slice(end..<bytes.count).trimmed }
    bytes = withoutIndent(bytes)
    if nodes.last?.kind == .paragraph { bytes = readTask(bytes) }
    guard !bytes.isEmpty else { return }
    if leaf.breakNode >= 0 { joinBreak(to: bytes) }
    var found: UInt8 = 0
    Stop.table.withUnsafeBufferPointer { table in
      for byte in bytes { found |= table[Int(byte)] }
      let triggers = hasBrackets ? Stop.trigger | Stop.bracket : Stop.trigger
      let continued = continuedCitation(bytes)
      if found & triggers == 0, continued == nil {
        appendPlain(bytes, found)
      } else {
        read(bytes, of: inline, found, table, triggers, continued)
      }
    }
    leaf.endsWithText = true
  }

  /// Copies a text, from one thing of ours to the next.
  private mutating func read(
    _ bytes: Bytes, of inline: OpaquePointer, _ found: UInt8, _ table: Bytes, _ triggers: UInt8,
    _ continued: Find?
  ) {
    var index = 0
    var copied = 0
    if let continued {
      if continued.range.lowerBound > 0 {
        appendPlain(bytes.slice(0..<continued.range.lowerBound), found)
      }
      copied = continued.range.lowerBound
      index = append(continued, of: bytes, in: inline) ?? copied
      copied = index
    }
    while index < bytes.count {
      guard table[Int(bytes[index])] & triggers != 0,
        let find = find(bytes, at: index, from: copied),
        !bytes.isEscaped(at: index)
      else {
        index += 1
        continue
      }
      if find.range.lowerBound > copied {
        appendPlain(bytes.slice(copied..<find.range.lowerBound), found)
      }
      if let end = append(find, of: bytes, in: inline) {
        index = end
        copied = end
      } else {
        copied = find.range.lowerBound
        index = max(index + 1, find.range.lowerBound + 1)
      }
    }
    if copied < bytes.count { appendPlain(bytes.slice(copied..<bytes.count), found) }
  }

  private mutating func appendPlain(_ bytes: Bytes, _ found: UInt8) {
    let start = Int32(text.count)
    if found & Stop.marker == 0 {
      text.append(contentsOf: bytes)
    } else {
      bytes.appendUnmarked(to: &text)
    }
    append(
      Node(
        kind: .text, flags: found & Stop.escape, end: 0, text: start..<Int32(text.count)))
  }

  /// What begins at `index` or, for an address, a few bytes before; never before `start`.
  private func find(_ bytes: Bytes, at index: Int, from start: Int) -> Find? {
    switch bytes[index] {
    case 0xE3:
      if bytes.holds("《", at: index) {
        return openLinks == 0 ? bytes.citation(at: index) : nil
      }
      return bytes.holds("〔待补", at: index) ? bytes.placeholder(at: index) : nil
    case 0x7E: return bytes.tildes(at: index)
    case 0x5B: return openLinks == 0 ? bytes.noteUse(at: index) : nil
    case 0x7B:
      return bytes.holds("{#", at: index) ? bytes.chosenId(at: index) : bytes.figure(at: index)
    default: return openLinks == 0 ? bytes.bareLink(at: index, from: start) : nil
    }
  }

  /// Writes what was found; returns where the rest of the text starts, or nil to leave it as text.
  private mutating func append(
    _ find: Find, of bytes: Bytes, in inline: OpaquePointer
  ) -> Int? {
    let written = bytes.slice(find.range)
    switch find.kind {
    case .tildes: return appendTildes(find.range, of: bytes, in: inline)
    case .citation(let title, let articles):
      return cite(written, title: title, articles, in: inline) ? find.range.upperBound : nil
    case .figure(let figure):
      return read(figure, written, in: inline) ? find.range.upperBound : nil
    case .chosenId:
      return chooseId(find.range, of: bytes, in: inline) ? find.range.upperBound : nil
    case .placeholder(let what):
      faults.append(Fault(range: locate(written, in: inline), kind: .placeholder(what)))
      append(Node(kind: .placeholder, end: 0, text: store(written)))
    case .noteUse(let label):
      notes.uses.append(
        Note(label: label, node: Int32(nodes.count), place: locate(written, in: inline)))
      append(Node(kind: .noteUse, end: 0, text: store(written)))
    case .bareLink(let scheme):
      let flags = scheme == "mailto:" ? 0 : Node.Flag.external
      let start = Int32(text.count)
      text.append(contentsOf: scheme.utf8)
      let address = start..<store(written).upperBound
      appendLink(to: address, flags: flags, written)
    }
    return find.range.upperBound
  }

  /// Adds a link of ours around a text.
  mutating func appendLink(to address: Range<Int32>, flags: UInt8, _ written: Bytes) {
    let index = nodes.count
    push(.link, flags: flags)
    nodes[index].more = address
    append(Node(kind: .text, flags: Node.Flag.escape, end: 0, text: store(written)))
    nodes[index].end = Int32(nodes.count)
    open.removeLast()
  }
}

/// Something of ours in a text.
struct Find {
  var range: Range<Int>
  var kind: Kind

  enum Kind {
    case tildes
    case citation(title: String, [CitedArticle])
    case figure(Figure)
    case placeholder(String)
    case noteUse(String)
    case chosenId
    case bareLink(scheme: String)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without the blanks in front.
  var trimmed: Bytes { slice((firstIndex { !$0.isBlank } ?? count)..<count) }

  /// Whether the author escaped the character at `index`.
  func isEscaped(at index: Int) -> Bool {
    if index >= Marker.length, marker(at: index - Marker.length) == 1 { return true }
    return index + 1 < count && marker(at: index + 1) == 2
  }

  /// Where `stop` stands at or behind `start`, not further than `limit` bytes away.
  func first(_ stop: StaticString, from start: Int, limit: Int) -> Int? {
    let end = Swift.min(count, start + limit)
    var index = start
    while index < end {
      if holds(stop, at: index) { return index }
      index += 1
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    slice(range).appendUnmarked(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `[^label]`.
  fileprivate func noteUse(at start: Int) -> Find? {
    guard holds("[^", at: start) else { return nil }
    guard let end = first("]", from: start + 2, limit: Note.labelLimit), end > start + 2,
      !self[start + 2..<end].contains(where: { $0.isBlank || $0 == 0x5B })
    else { return nil }
    return Find(range: start..<end + 1, kind: .noteUse(string(start + 2..<end)))
  }

  /// `〔待补：…〕`; the colon may be half-width or, with nothing behind it, missing.
  fileprivate func placeholder(at start: Int) -> Find? {
    guard let end = first("〕", from: start, limit: 600) else { return nil }
    var content = start + "〔待补".utf8.count
    if holds("：", at: content) {
      content += "：".utf8.count
    } else if content < end {
      guard self[content] == 0x3A else { return nil }
      content += 1
    }
    return Find(
      range: start..<end + "〕".utf8.count, kind: .placeholder(string(content..<end)))
  }
}
