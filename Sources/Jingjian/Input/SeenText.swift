internal import Markdown

/// A text as it can be seen: without the characters that nobody can see on a page (docs/format.md,
/// "Characters that cannot be seen"). What has one right answer is mended, the rest is refused; both are
/// told, and the text is read on, so that they hide no other fault.
struct SeenText {
  private(set) var text: String
  private(set) var report: [Diagnostic] = []
  /// Where the text stands in its file otherwise than a reader of it would say, ascending.
  private var shifts: [Shift] = []

  /// From a place in the text on, how much further on in the file it stands.
  private struct Shift {
    let line: Int
    let column: Int
    let lines: Int
    let columns: Int
  }

  /// - Parameters:
  ///   - text: a file's text, its lines ended as in Unix.
  ///   - keepsRefused: whether what has no one right answer stays, as where the text is written back.
  init(_ text: String, file: String, keepsRefused: Bool = false) {
    self.text = text
    guard text.unicodeScalars.contains(where: { $0.unseen != nil }) else { return }
    var reader = Reader(text, file: file, keepsRefused: keepsRefused)
    reader.read()
    (self.text, shifts) = (String(reader.seen), reader.shifts)
    report = reader.counts.map { found, count in
      let place = Place(file, line: found.line, column: found.column)
      // Templates and drawings are nothing that the program mends.
      let message = Message.invisible(
        found.scalar, count: count,
        isMended: ["md", "yml", "csv", "vtt"].contains(file.ending))
      return found.scalar.unseen == .refused
        ? .error(message, at: place) : .warning(message, at: place)
    }
  }

  /// Diagnostics of a site with those of a text that was changed while it was read put where the file has
  /// what they mean.
  static func placed(
    _ report: [Diagnostic], in site: String, disk: Disk
  ) throws(DiskFault) -> [Diagnostic] {
    let files = Set(
      report.compactMap { $0.message.code == Message.invisibleCode ? $0.place?.file : nil })
    guard !files.isEmpty else { return report }
    var report = report
    for file in files.sorted() {
      guard let seen = try SourceFile.seen(file, in: site, disk: disk) else { continue }
      let own = Set(seen.report)
      report = report.map { diagnostic in
        guard let place = diagnostic.place, place.file == file, !own.contains(diagnostic) else {
          return diagnostic
        }
        return Diagnostic(
          severity: diagnostic.severity, place: seen.place(place), message: diagnostic.message)
      }
    }
    return report
  }

  private func place(_ place: Place) -> Place {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = (shifts[middle].line, shifts[middle].column) <= (place.line, place.column)
      (low, high) = isBefore ? (middle + 1, high) : (low, middle)
    }
    guard low > 0 else { return place }
    let shift = shifts[low - 1]
    return Place(
      place.file, line: place.line + shift.lines,
      column: place.column + (shift.line == place.line ? shift.columns : 0), length: place.length)
  }

  private struct Reader {
    /// A character at its place in the file.
    struct Found {
      let scalar: Unicode.Scalar
      let line: Int
      let column: Int
    }

    private let scalars: [Unicode.Scalar]
    private let file: String
    private let keepsRefused: Bool
    var seen = String.UnicodeScalarView()
    var shifts: [Shift] = []
    var counts: [(found: Found, count: Int)] = []
    /// Where reading is in the file, and in the text that comes of it.
    private var line = 1
    private var column = 1
    private var seenLine = 1
    private var seenColumn = 1

    init(_ text: String, file: String, keepsRefused: Bool) {
      scalars = Array(text.unicodeScalars)
      self.file = file
      self.keepsRefused = keepsRefused
    }

    mutating func read() {
      let body = firstLineOfBody
      for (n, scalar) in scalars.enumerated() {
        switch scalar.unseen {
        case nil: append(scalar)
        case .lineEnd where body.map({ line >= $0 }) ?? false: append("\n")
        case .lineEnd: if !joins(at: n) { append(" ") }
        case .space: append(" ")
        case .refused where keepsRefused: append(scalar)
        case .nothing, .refused: break
        }
        if scalar.unseen != nil { note(scalar) }
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        let ahead = (line - seenLine, column - seenColumn)
        let last = shifts.last
        if ahead != (last?.lines ?? 0, last?.columns ?? 0), scalar.unseen != nil {
          shifts.append(
            Shift(line: seenLine, column: seenColumn, lines: ahead.0, columns: ahead.1))
        }
      }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      seen.append(scalar)
      (seenLine, seenColumn) = scalar == "\n" ? (seenLine + 1, 1) : (seenLine, seenColumn + 1)
    }

    /// What is mended alike is told once a file, what is refused once a line.
    private mutating func note(_ scalar: Unicode.Scalar) {
      let earlier = counts.lastIndex { other, _ in
        other.scalar == scalar && (scalar.unseen != .refused || other.line == line)
      }
      if let earlier {
        counts[earlier].count += 1
      } else if counts.count < 100 {
        counts.append((Found(scalar: scalar, line: line, column: column), 1))
      }
    }

    /// The first line in which a line may end anywhere: keys and cells are lines as they are.
    private var firstLineOfBody: Int? {
      guard file.hasSuffix(".md") else { return ["yml", "csv"].contains(file.ending) ? nil : 1 }
      let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
      guard let first = lines.first, first.isFence else { return 1 }
      return lines.dropFirst().firstIndex { $0.isFence }.map { $0 + 2 }
    }

    /// Whether nothing comes of a line's end in a place where lines cannot end.
    private func joins(at n: Int) -> Bool {
      String(seen.suffix(8)).joins(String(String.UnicodeScalarView(scalars[(n + 1)...].prefix(8))))
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var isFence: Bool {
    starts(with: "---".unicodeScalars) && dropFirst(3).allSatisfy(\.properties.isWhitespace)
  }
}

extension String {
  /// The same without characters that nobody can see, and those that were found; for a text that is
  /// decoded from another one.
  var withoutUnseen: (text: String, found: [Unicode.Scalar]) {
    let found = unicodeScalars.filter { $0.unseen != nil }
    guard !found.isEmpty else { return (self, []) }
    // As in a file of keys: a line cannot end within one.
    return (SeenText(self, file: ".yml").text, Array(found))
  }
}

extension Message {
  static let invisibleCode = "invisible-character"

  /// A character that nobody can see, so many of it.
  static func invisible(
    _ scalar: Unicode.Scalar, count: Int = 1, isMended: Bool = true
  ) -> Message {
    let name = scalar.unseenName ?? Phrase(zh: "字符", en: "character")
    let code = scalar.code
    let fix: (zh: String, en: String) =
      switch scalar.unseen {
      case .lineEnd: ("改成换行", "makes a line break of it")
      case .space: ("改成空格", "makes a space of it")
      default: ("去掉", "takes it out")
      }
    return Message(
      invisibleCode,
      Phrase(
        zh: "文中有看不见的\(name.zh) \(code)" + (count > 1 ? "，共 \(count) 处" : ""),
        en: "there is an invisible \(name.en), \(code)" + (count > 1 ? ", \(count) times" : "")),
      fix: scalar.unseen == .refused || !isMended
        ? Phrase(zh: "删除这个字符", en: "delete the character")
        : Phrase(
          zh: "运行 jingjian check --fix，把它\(fix.zh)（这次读取时已经这样做了）",
          en: "run jingjian check --fix, which \(fix.en), as was done here to read it"))
  }

  /// The same where a field holds it as an escape (`"\u200B"`) or a reference (`&#x200B;`).
  static func escapedInvisible(_ scalar: Unicode.Scalar) -> Message {
    let code = String(scalar.value, radix: 16, uppercase: true).padded(4)
    return Message(
      invisibleCode, invisible(scalar).text,
      fix: Phrase(
        zh: "删除代表它的写法，如“\\u\(code)”“&#x\(code);”",
        en: "delete what stands for it, such as `\\u\(code)` or `&#x\(code);`"))
  }
}
