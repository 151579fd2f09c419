/// YAML with the slips mended that people make who type Chinese: a full-width colon after a key, a
/// colon without its space, and a tab where spaces belong. Each is reported at its place, and the text is read on as if it had
/// been right, so that one slip does not hide the other faults of the file.
struct MendedYAML {
  var text: String
  /// Lines (of the file) on which something was reported.
  private(set) var faultyLines: Set<Int> = []
  /// Where mending made a line longer: columns behind `after` stand `by` further right than written.
  var shifts: [Int: (after: Int, by: Int)] = [:]
  /// What libyaml could not read and was repaired to read on; nothing in most files.
  var repairs: Set<YAMLSlip.Repair> = []
  /// How often it was repaired.
  var rounds = 0
  let firstLine: Int

  init(
    _ text: String, file: String, firstLine: Int, mendsTabs: Bool = true,
    report: inout [Diagnostic]
  ) {
    self.text = text
    self.firstLine = firstLine
    guard MendedYAML.isSuspect(text) else { return }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(YAMLLine.init)
    var keys = KeyPositions()
    let following = MendedYAML.following(lines)
    var excess = Excess()
    for n in lines.indices {
      let number = firstLine + n
      if mendsTabs, let tab = lines[n].tabInIndentation {
        excess.add(.error(.tab, at: Place(file, line: number, column: tab + 1)), to: &report)
        faultyLines.insert(number)
        lines[n].replaceIndentation(by: keys.expected)
      }
      let next = following[n].map { lines[$0] }
      guard keys.isKey(lines[n], next: next), let colon = lines[n].faultyColon else { continue }
      let name = lines[n].name(before: colon)
      excess.add(
        .error(
          lines[n].scalars[colon] == "：" ? .fullWidthColon(name) : .noSpace(name),
          at: Place(file, line: number, column: colon + 1)), to: &report)
      faultyLines.insert(number)
      shifts[number] = (colon + 1, lines[n].replaceColon(at: colon))
      keys.note(lines[n])
    }
    if !faultyLines.isEmpty { self.text = lines.map(\.text).joined(separator: "\n") }
  }

  /// For each line the next one with anything on it.
  private static func following(_ lines: [YAMLLine]) -> [Int?] {
    var next: Int?
    var following: [Int?] = Array(repeating: nil, count: lines.count)
    for n in lines.indices.reversed() {
      following[n] = next
      if !lines[n].isBlank { next = n }
    }
    return following
  }

  /// Whether there is a tab, a full-width colon, or a colon with something right behind it: in most
  /// records there is not, and they need no second look.
  private static func isSuspect(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for n in bytes.indices {
        switch bytes[n] {
        case 9: return true
        case 0xEF where n + 2 < bytes.count && bytes[n + 1] == 0xBC && bytes[n + 2] == 0x9A:
          return true
        case UInt8(ascii: ":") where n + 1 < bytes.count:
          if ![32, 10, 13].contains(bytes[n + 1]) { return true }
        default: continue
        }
      }
      return false
    }
  }

  /// Where the name of a line's key ends, from 0, when the line is a key with its value.
  func keyEnd(ofLine index: Int) -> Int? {
    line(index).flatMap { line in
      guard line.key != nil else { return nil }
      return line.scalars.firstIndex(of: ":")
    }
  }

  /// The last line with anything on it before another one, when it holds no key.
  func lineWithoutKey(before index: Int) -> (index: Int, column: Int, length: Int)? {
    var index = index - 1
    while let line = line(index) {
      if !line.isBlank, !line.isComment {
        guard line.key == nil else { return nil }
        return (index, line.start + 1, line.scalars.count - line.start)
      }
      index -= 1
    }
    return nil
  }

  /// Whether a line begins as people write items: `1.`, `1、`, `－`, `·`, `-` without its space.
  func looksLikeItem(line index: Int) -> Bool {
    guard let line = line(index) else { return false }
    let content = line.scalars[line.indent...]
    let digits = content.prefix { ("0"..."9").contains($0) }
    let mark = content.dropFirst(digits.count).first
    if !digits.isEmpty { return mark.map { ".、)）．".unicodeScalars.contains($0) } ?? false }
    return mark.map { "－·•*—-–".unicodeScalars.contains($0) } ?? false
  }

  /// The last line with anything on it, up to one of them.
  func lastLine(upTo index: Int) -> Int {
    (0...max(0, index)).last { line($0)?.isBlank == false } ?? 0
  }

  /// A span, or the end of the last line with anything on it where it lies behind that.
  func within(_ span: Span) -> Span {
    let last = lastLine(upTo: lines.count - 1)
    guard span.line > last + firstLine else { return span }
    return Span(line: last + firstLine, column: (line(last)?.scalars.count ?? 0) + 1)
  }

  /// Where the value of a key on the same line begins, from 0.
  func valueStart(ofLine index: Int) -> Int? {
    guard let line = line(index), let colon = keyEnd(ofLine: index) else { return nil }
    return line.scalars[(colon + 1)...].firstIndex { !$0.isBlank }
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  func line(_ index: Int) -> YAMLLine? {
    let lines = lines
    return lines.indices.contains(index) ? YAMLLine(lines[index]) : nil
  }

  /// The column in the file of a column in the mended text.
  func column(_ column: Int, line: Int) -> Int {
    guard let shift = shifts[line], column > shift.after else { return column }
    return column - shift.by
  }
}

/// A line of YAML as far as its indentation and first colon tell.
struct YAMLLine {
  var scalars: [Unicode.Scalar]

  init(_ line: Substring) { scalars = Array(line.unicodeScalars) }
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Whether its value goes on in the line below it.
  func goesOn(in next: YAMLLine) -> Bool {
    !next.isBlank && next.indent > (key == nil ? indent : start)
  }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  var indent: Int { scalars.prefix { $0 == " " }.count }
  var isBlank: Bool { scalars.allSatisfy { $0 == " " || $0 == "\r" || $0 == "\t" } }
  var isComment: Bool { scalars[indent...].first == "#" }
  var isItem: Bool { scalars[indent...].starts(with: "- ".unicodeScalars) }

  /// Where the content begins: behind the `- ` of a list item.
  var start: Int {
    guard isItem else { return indent }
    return indent + 2 + scalars[(indent + 2)...].prefix { $0 == " " }.count
  }

  var tabInIndentation: Int? {
    let blank = scalars.prefix { $0 == " " || $0 == "\t" }
    return blank.count < scalars.count ? blank.firstIndex(of: "\t") : nil
  }

  /// An indentation with tabs becomes the one that is expected, only to read on; what counts was
  /// reported.
  mutating func replaceIndentation(by count: Int) {
    let blank = scalars.prefix { $0 == " " || $0 == "\t" }
    scalars.replaceSubrange(..<blank.count, with: Array(repeating: " ", count: count))
  }

  /// Where behind the name at the start there is a full-width colon, or one without its space.
  var faultyColon: Int? {
    let name = scalars[start...].prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
    }
    guard (1...16).contains(name.count), name.endIndex < scalars.count else { return nil }
    switch scalars[name.endIndex] {
    case "：": return name.endIndex
    case ":" where name.endIndex + 1 < scalars.count:
      return [" ", "\r", "/"].contains(scalars[name.endIndex + 1]) ? nil : name.endIndex
    default: return nil
    }
  }

  /// Whether the line holds a key with its colon, and whether something stands behind it.
  var key: (hasValue: Bool, opensBlock: Bool)? {
    guard let colon = scalars[start...].firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let rest = scalars[(colon + 1)...].drop { $0 == " " || $0 == "\r" }
    guard rest.startIndex > colon + 1 || rest.isEmpty || colon == faultyColon else { return nil }
    let hasValue = !rest.isEmpty && rest.first != "#"
    return (hasValue, rest.first == "|" || rest.first == ">")
  }

  func name(before colon: Int) -> String {
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start..<colon])
    return String(name)
  }

  /// - Returns: by how many characters the line grew.
  mutating func replaceColon(at colon: Int) -> Int {
    let spaced = colon + 1 < scalars.count && scalars[colon + 1] == " "
    scalars.replaceSubrange(colon...colon, with: spaced ? [":"] : [":", " "])
    return spaced ? 0 : 1
  }
}

/// Which lines stand where a key belongs: not inside a value that goes on over several lines.
private struct KeyPositions {
  private var indent = 0
  private var hasValue = false
  private var blockIndent: Int?

  /// Where the next line most likely belongs: beside the last key, or below one without a value.
  var expected: Int { hasValue ? indent : indent + 2 }

  mutating func isKey(_ line: YAMLLine, next: YAMLLine?) -> Bool {
    if line.isBlank || line.isComment { return false }
    if let block = blockIndent {
      if line.indent > block { return false }
      blockIndent = nil
    }
    if line.indent > indent, hasValue { return false }
    if line.isItem {
      // `- 警告：严重` is a text; it is a key only where the next line goes on as a mapping does.
      guard let next, next.indent == line.start, next.key != nil else {
        note(line)
        return false
      }
    }
    note(line)
    return true
  }

  mutating func note(_ line: YAMLLine) {
    guard let key = line.key else {
      if line.isItem { (indent, hasValue) = (line.start, true) }
      return
    }
    indent = line.start
    hasValue = key.hasValue
    if key.opensBlock { blockIndent = line.indent }
  }
}

extension Message {
  fileprivate static let tab = Message(
    "yaml-tab",
    Phrase(zh: "缩进里有制表符（Tab）", en: "there is a tab in the indentation"),
    fix: Phrase(zh: "改成空格，每层两个", en: "use spaces, two for each level"))

  fileprivate static func noSpace(_ key: String) -> Message {
    Message(
      "colon-space",
      Phrase(zh: "「\(key)」的冒号后面没有空格", en: "the colon of `\(key)` has no space behind it"),
      fix: Phrase(zh: "冒号后面空一格：「\(key): 」", en: "write a space behind the colon: `\(key): `"))
  }

  fileprivate static func fullWidthColon(_ key: String) -> Message {
    Message(
      "full-width-colon",
      Phrase(zh: "「\(key)」后面是全角冒号", en: "`\(key)` is followed by a full-width colon"),
      fix: Phrase(zh: "改成半角冒号加一个空格：「\(key): 」", en: "write a colon and a space: `\(key): `"))
  }
}
