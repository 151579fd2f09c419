/// Repairs: YAML with its slips put right in memory, as far as it takes to read on behind them.
extension MendedYAML {
  /// How often a file is repaired at most: a hostile one is nothing but slips.
  private static let limit = 40
  /// How many bytes are read again at most, all repairs of a file together.
  private static let rereadLimit = 4 << 20
  /// Escaped signs of ASCII stand here, in the last plane of private use; behind them what is erased.
  private static let escapes: UInt32 = 0x10_F000

  /// Whether there may be a comment behind a value.
  var holdsComments: Bool {
    text.utf8.contains(UInt8(ascii: "#"))
      && (text.utf8.holds(" #".utf8) || text.utf8.holds("\t#".utf8))
  }

  /// What the repaired text says: a value before its comment, else as it was written.
  func unescaped(_ text: String) -> String {
    guard !repairs.isEmpty else { return text }
    let range = MendedYAML.escapes...MendedYAML.escapes + 0x80
    guard text.unicodeScalars.contains(where: { range.contains($0.value) }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let code = scalar.value &- MendedYAML.escapes
      if scalar.value < MendedYAML.escapes || code > 0x80 {
        plain.append(scalar)
      } else if code < 0x80, let sign = Unicode.Scalar(code) {
        let before = String(plain).trimmed
        if sign == "#", !before.isEmpty { return before }
        plain.append(sign)
      }
    }
    return String(plain)
  }

  /// - Returns: whether something was changed, so that it is worth being read again.
  mutating func repair(_ wanted: [YAMLSlip.Repair]) -> Bool {
    guard rounds < MendedYAML.limit, rounds * text.utf8.count < MendedYAML.rereadLimit else {
      return false
    }
    rounds += 1
    var lines = lines.map { Array($0.unicodeScalars) }
    let before = lines
    for repair in wanted where lines.indices.contains(repair.line) {
      // What did not help is not tried again.
      let isNew = repairs.insert(repair).inserted
      if isNew { perform(repair, in: &lines) }
      if !isNew || lines == before { lines[repair.line] = [] }
    }
    guard lines != before else { return false }
    text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    return true
  }

  private mutating func perform(_ repair: YAMLSlip.Repair, in lines: inout [[Unicode.Scalar]]) {
    let n = repair.line
    switch repair {
    case .escape(let spot):
      guard lines[n].indices.contains(spot.column), escape(&lines[n][spot.column]) else {
        lines[n] = []
        return
      }
    case .escapeRest(let spot):
      for column in lines[n].indices.dropFirst(spot.column) { _ = escape(&lines[n][column]) }
    case .erase(let spot):
      guard lines[n].indices.contains(spot.column),
        let nothing = Unicode.Scalar(MendedYAML.escapes + 0x80)
      else { return }
      lines[n][spot.column] = nothing
    case .close(_, let sign):
      let indent = MendedYAML.indent(of: lines[n])
      // A list goes on behind a comma.
      let goesOn = lines[n].last { !$0.isBlank }.map { ",[{".unicodeScalars.contains($0) } ?? false
      let rest = lines[(n + 1)...].prefix {
        goesOn && (MendedYAML.isBlank($0) || MendedYAML.indent(of: $0) > indent)
      }
      lines[n + rest.count].append(sign)
    case .align: align(n, in: &lines)
    case .itemise: itemise(n, in: &lines)
    case .addColon:
      let start = MendedYAML.indent(of: lines[n])
      guard let blank = lines[n][start...].firstIndex(where: \.isBlank), blank - start <= 16 else {
        lines[n] = []
        return
      }
      lines[n].insert(":", at: blank)
      shifts[n + firstLine] = (blank, 1)
    case .drop: lines[n] = []
    }
  }

  /// - Returns: whether it is a sign that YAML may take for one of its own.
  private func escape(_ scalar: inout Unicode.Scalar) -> Bool {
    guard scalar.isASCII, !scalar.isDigit, !scalar.isLatin, scalar != " ",
      let escaped = Unicode.Scalar(MendedYAML.escapes + scalar.value)
    else { return false }
    scalar = escaped
    return true
  }

  private mutating func align(_ n: Int, in lines: inout [[Unicode.Scalar]]) {
    guard let before = lines[..<n].lastIndex(where: { !MendedYAML.isBlank($0) }) else { return }
    let line = line(before)
    let indent = MendedYAML.indent(of: lines[n])
    let change = (line?.start ?? 0) - indent
    for m in n..<lines.count where !MendedYAML.isBlank(lines[m]) {
      guard MendedYAML.indent(of: lines[m]) >= indent else { break }
      if change < 0 {
        lines[m].removeFirst(-change)
      } else {
        lines[m].insert(contentsOf: Array(repeating: " ", count: change), at: 0)
      }
      if shifts[m + firstLine] == nil { shifts[m + firstLine] = (0, change) }
    }
  }

  private mutating func itemise(_ n: Int, in lines: inout [[Unicode.Scalar]]) {
    let indent = MendedYAML.indent(of: lines[n])
    for m in n..<lines.count {
      guard looksLikeItem(line: m), MendedYAML.indent(of: lines[m]) == indent else { break }
      let content = lines[m][indent...].drop {
        $0.isDigit || ".、)）．－·•*—-–".unicodeScalars.contains($0) || $0.properties.isWhitespace
      }
      lines[m] = Array(lines[m][..<indent]) + ["-", " "] + Array(content)
      shifts[m + firstLine] = (indent, indent + 2 - content.startIndex)
    }
  }

  private static func indent(of line: [Unicode.Scalar]) -> Int { line.prefix { $0 == " " }.count }
  private static func isBlank(_ line: [Unicode.Scalar]) -> Bool { line.allSatisfy(\.isBlank) }
}
