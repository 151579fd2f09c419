/// A source file: a file of the site as it was written, with its text and nothing understood yet.
struct SourceFile: Sendable {
  /// From the site's folder: `content/cases/x.md`.
  let path: String
  let text: String

  /// The largest text file that is read, in bytes: some hundred times the longest record seen.
  static let limit = 4 << 20
}

extension SourceFile {
  /// Reads a text file of the site; what cannot be read as text is a diagnostic.
  ///
  /// - Parameters:
  ///   - name: the path from the folder `site`.
  ///   - shown: how diagnostics call the file, when not so.
  static func read(
    _ name: String, in site: String, shownAs shown: String? = nil, disk: Disk,
    report: inout [Diagnostic]
  ) throws(DiskFault) -> SourceFile? {
    let path = shown ?? name
    let bytes: [UInt8]
    do {
      bytes = try disk.read(site + "/" + name, limit)
    } catch let fault where fault.number == tooBig {
      report.append(.error(.tooLarge(limit: limit), at: Place(path)))
      return nil
    }
    let (text, encoding) = Encoding.decode(bytes)
    let isTable = path.hasSuffix(".csv")
    switch encoding {
    case .utf8: break
    case .gb18030 where isTable: report.append(.note(.readAsGB18030(), at: Place(path)))
    case .gb18030 where !Encoding.isCertain(bytes):
      report.append(.error(.uncertainEncoding, at: Place(path)))
    case .gb18030: report.append(.error(.otherEncoding("GB18030", of: path), at: Place(path)))
    case .utf16: report.append(.error(.otherEncoding("UTF-16", of: path), at: Place(path)))
    case .big5: report.append(.error(.big5, at: Place(path)))
    case .mixed(let lines):
      report += lines.map { .error(.mixedEncodings, at: Place(path, line: $0)) }
    case .unknown(let offset):
      report.append(.error(.notText, at: place(of: offset, in: bytes, path: path)))
    }
    guard let text else { return nil }
    let plain = text.withPlainLineEnds
    return SourceFile(path: path, text: plain.withoutControls(path, report: &report))
  }

  /// The same where what is wrong with the file is told by somebody else.
  static func read(_ name: String, in site: String, disk: Disk) throws(DiskFault) -> SourceFile? {
    var ignored: [Diagnostic] = []
    return try read(name, in: site, disk: disk, report: &ignored)
  }

  private static func place(of offset: Int, in bytes: [UInt8], path: String) -> Place {
    let before = String(decoding: bytes[..<offset], as: UTF8.self)
    return before.place(before.endIndex, path)
  }
}

/// The system's number for a file that is too large, as `Disk.read` throws it.
private let tooBig: Int32 = 27

extension Unicode.Scalar {
  /// Control characters that no editor types and that break what reads them later; among them those
  /// that turn the direction of what follows, so that a page would show another text than was written.
  var isForbidden: Bool {
    switch value {
    case 9, 10, 13: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// With U+FFFD for each control character, which is told of, so that the rest can be read at its places.
  fileprivate func withoutControls(_ path: String, report: inout [Diagnostic]) -> String {
    guard unicodeScalars.contains(where: \.isForbidden) else { return self }
    var text = String.UnicodeScalarView()
    var (line, column, told) = (1, 1, 0)
    for scalar in unicodeScalars {
      // A hostile file may hold them a million times.
      if scalar.isForbidden, told < 100 {
        told += 1
        report.append(
          .error(.controlCharacter(scalar), at: Place(path, line: line, column: column)))
      }
      text.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return String(text)
  }

  fileprivate func place(_ index: String.Index, _ path: String) -> Place {
    let before = self.unicodeScalars[..<index]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    return Place(path, line: line, column: before[start...].count + 1)
  }
}

extension [Diagnostic] {
  /// With one note for all the tables that were read in another encoding: there is nothing to be done about
  /// any of them.
  var withOneEncodingNote: [Diagnostic] {
    let notes = filter { $0.message == .readAsGB18030() }
    guard notes.count > 1, let first = notes.compactMap(\.place).min() else { return self }
    return filter { $0.message != .readAsGB18030() }
      + [.note(.readAsGB18030(others: Set(notes).count - 1), at: first)]
  }
}

extension Message {
  fileprivate static func tooLarge(limit: Int) -> Message {
    Message(
      "file-size",
      Phrase(
        zh: "文件太大：最多 \(limit >> 20) MiB", en: "the file is too large: at most \(limit >> 20) MiB"),
      fix: Phrase(zh: "把内容分成几个文件", en: "split the content into several files"))
  }

  /// - Parameter others: how many more tables it is said of.
  fileprivate static func readAsGB18030(others: Int = 0) -> Message {
    Message(
      "encoding-note",
      Phrase(
        zh: "本表\(others > 0 ? "和另外 \(others) 个表" : "")不是 UTF-8，已按 GB18030 读取",
        en: others > 0
          ? "this table and \(Count(others, "other")) are not UTF-8 and were read as GB18030"
          : "this table is not UTF-8 and was read as GB18030"))
  }

  fileprivate static func otherEncoding(_ name: String, of path: String) -> Message {
    // Templates are not the content, and nobody mends them.
    let mends = path.hasPrefix("content/")
    return Message(
      "encoding",
      Phrase(zh: "文件编码是 \(name)，应为 UTF-8", en: "the file is in \(name), it must be UTF-8"),
      fix: Phrase(
        zh: (mends ? "运行 jingjian check --fix，或" : "") + "在编辑器里“另存为”时选择 UTF-8",
        en: (mends ? "run jingjian check --fix, or " : "") + "choose UTF-8 when saving the file"))
  }

  fileprivate static let uncertainEncoding = Message(
    "encoding",
    Phrase(
      zh: "文件编码不是 UTF-8，字太少，认不出是 GB18030 还是 Big5",
      en: "the file is not in UTF-8, and too short to tell GB18030 from Big5"),
    fix: Phrase(
      zh: "在编辑器里打开，看清文字无误，“另存为”时选择 UTF-8",
      en: "open it in an editor, see that the text is right, and save it as UTF-8"))

  fileprivate static let big5 = Message(
    "encoding",
    Phrase(
      zh: "文件编码看来是 Big5（繁体），应为 UTF-8", en: "the file seems to be in Big5, it must be UTF-8"),
    fix: Phrase(
      zh: "在编辑器里按 Big5 打开，看清文字无误，“另存为”时选择 UTF-8",
      en: "open it in an editor as Big5, see that the text is right, and save it as UTF-8"))

  fileprivate static let mixedEncodings = Message(
    "encoding",
    Phrase(
      zh: "这一行是 GB18030，文件里别的行是 UTF-8", en: "this line is in GB18030, others of the file in UTF-8"),
    fix: Phrase(
      zh: "把这一行重新打一遍，存为 UTF-8", en: "type the line anew and save the file as UTF-8"))

  fileprivate static let notText = Message(
    "encoding",
    Phrase(
      zh: "这里的字节既不是 UTF-8 也不是 GB18030", en: "the bytes here are neither UTF-8 nor GB18030"),
    fix: Phrase(
      zh: "在编辑器里打开，“另存为”时选择 UTF-8", en: "open it in an editor and save it as UTF-8"))

  static func controlCharacter(_ scalar: Unicode.Scalar) -> Message {
    let name = scalar.unseenName ?? Phrase(zh: "控制字符", en: "control character")
    return Message(
      "control-character",
      Phrase(
        zh: "文中有不可见的\(name.zh) \(scalar.code)",
        en: "there is an invisible \(name.en) \(scalar.code)"),
      fix: Phrase(zh: "删除这个字符", en: "delete the character"))
  }
}
