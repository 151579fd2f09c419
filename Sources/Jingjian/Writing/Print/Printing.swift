/// The printing: compositions in, PDFs out, side by side. What was printed before from the same data,
/// the same templates and the same pictures is taken as it is.
struct Printing: Sendable {
  let typesetter: Typesetter
  let theme: Theme
  /// The site's folder, where the pictures lie.
  let site: String
  /// Drawings as they are published, by their path from `content/`.
  let drawings: [String: [UInt8]]
  /// The folder that keeps what was printed for what is published: `FOLDER/.packets`. What is printed anew
  /// lies in its folder `work` until it is published, so that nothing stays of a build that was not.
  let store: String
  let disk: Disk
  let today: Day
  let organ: String
  /// For whom the packets are, where not for everybody.
  let edition: String?
  /// What looks for secrets in all that is going to be printed.
  let scan: Scan

  /// Prints some packets.
  ///
  /// - Returns: those that could be printed; the others are reported.
  func print(
    _ compositions: [Composition], report: inout [Diagnostic]
  ) throws(DiskFault) -> [Printed] {
    let templates = try Printing.templates(of: theme, disk)
    var jobs: [Job] = []
    for composition in compositions {
      let job = try job(composition, templates)
      try scan.pass(composition, as: job.data, image: bytes)
      jobs.append(job)
    }
    report += try scan.leaks()
    guard !report.hasErrors else { return [] }
    // Two packets that hold the same are printed once.
    var seen: Set<String> = []
    let fresh = jobs.filter {
      seen.insert($0.key).inserted && disk.kind(store + "/\($0.key).pdf") != .file
    }
    report += try missingGlyphs(fresh) + longWords(fresh)
    guard !report.hasErrors else { return [] }
    try lay(fresh, templates)
    let faults = try inParallel(fresh) { job throws(DiskFault) in
      let (root, data) = (store + "/work", "data/\(job.key).json")
      try disk.write(job.data, root + "/" + data)
      return try typesetter.set(data, root: root, to: root + "/\(job.key).pdf")
    }
    for case (let job, let fault?) in zip(fresh, faults) {
      report.append(.error(.typst(fault), at: Place(job.composition.file ?? Settings.file)))
    }
    guard !report.hasErrors else { return [] }
    var printed: [Printed] = []
    for job in jobs {
      let bytes = try disk.read(path(of: job.key), .max)
      printed.append(
        Printed(
          composition: job.composition,
          state: .done(
            path: path(of: job.key), pages: bytes.pdfPages, size: bytes.count,
            fingerprint: Fingerprint.of(bytes))))
    }
    return printed
  }

  /// A packet that is going to be printed.
  private struct Job: Sendable {
    let composition: Composition
    let data: [UInt8]
    /// The fingerprint of all that it is printed from.
    let key: String
  }

  private func path(of key: String) -> String {
    let kept = store + "/\(key).pdf"
    return disk.kind(kept) == .file ? kept : store + "/work/\(key).pdf"
  }

  /// What Typst reads, by its name in `print/`.
  static func templates(
    of theme: Theme, _ disk: Disk
  ) throws(DiskFault) -> [(name: String, bytes: [UInt8])] {
    var templates: [(name: String, bytes: [UInt8])] = []
    for file in theme.typst { templates.append((file.name, try disk.read(file.path, .max))) }
    return templates
  }

  private func job(
    _ composition: Composition, _ templates: [(name: String, bytes: [UInt8])]
  ) throws(DiskFault) -> Job {
    var content: [UInt8] = []
    composition.content.write(into: &content)
    let source = Fingerprint.of(content)
    var data: [UInt8] = []
    composition.document(
      organ: organ, edition: edition, today: today, fingerprint: String(source.prefix(16)),
      fonts: typesetter.families.json
    ).write(into: &data)
    var all = data
    for template in templates { all += Array(template.name.utf8) + template.bytes }
    for image in composition.images {
      all += try bytes(of: image)
    }
    return Job(composition: composition, data: data, key: Fingerprint.of(all))
  }

  /// A picture as it is published.
  private func bytes(of image: Address) throws(DiskFault) -> [UInt8] {
    if let drawing = drawings[image.path] { return drawing }
    return try disk.read("\(site)/content/\(image.path)", .max)
  }

  /// Lays out what Typst reads in one folder, outside of which it sees nothing.
  private func lay(
    _ jobs: [Job], _ templates: [(name: String, bytes: [UInt8])]
  ) throws(DiskFault) {
    let root = store + "/work"
    try Printing.lay(templates, in: root, disk)
    for image in jobs.flatMap(\.composition.images).uniqued() {
      let path = root + "/" + image.path
      try disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try disk.write(try bytes(of: image), path)
    }
  }

  /// Lays out templates, and a folder for data.
  static func lay(
    _ templates: [(name: String, bytes: [UInt8])], in root: String, _ disk: Disk
  ) throws(DiskFault) {
    try disk.remove(root)
    if let slash = root.lastIndex(of: "/") { try disk.makeFolder(String(root[..<slash])) }
    // What is printed here was not looked through as a PDF, and may never be published.
    try disk.makeOwnFolder(root)
    try disk.makeFolder(root + "/data")
    for template in templates {
      let path = root + "/print/" + template.name
      try disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try disk.write(template.bytes, path)
    }
  }
}

extension Scan {
  /// Looks at what would be printed, also where markup stands between its letters, at what the PDF would
  /// say of itself, and at its pictures: Typst draws the words of an SVG as words.
  ///
  /// - Parameters:
  ///   - data: what Typst would read.
  ///   - image: the bytes of a picture.
  func pass(
    _ composition: Composition, as data: [UInt8], image: (Address) throws(DiskFault) -> [UInt8]
  ) throws(DiskFault) {
    guard !isIdle else { return }
    let name = "packets/\(composition.packet.id).pdf.json"
    let place = composition.file ?? name
    pass(data, named: name, at: place)
    pass(Array(composition.content.words.joined().utf8), named: name, at: place)
    for address in composition.images {
      pass(try image(address), named: address.path, at: "content/" + address.path)
    }
  }
}

extension Printing {
  /// Packets with so many long words that Typst would be minutes at their lines, told at the first of them
  /// in the packet's sources.
  private func longWords(_ jobs: [Job]) throws(DiskFault) -> [Diagnostic] {
    var report: [Diagnostic] = []
    for job in jobs {
      var length = 0
      for text in job.composition.content.strings {
        text.unicodeScalars[...].longWords { length += $1 }
      }
      guard length > Substring.UnicodeScalarView.wordsLimit else { continue }
      let place = try place(in: job.composition.sources) { line in
        var first: String.Index?
        line.longWords { start, _ in first = first ?? start }
        return first
      }
      report.append(
        .error(
          .longWords(in: job.composition.packet.id),
          at: place ?? Place(job.composition.file ?? Settings.file)))
    }
    return report
  }

  /// The characters that no font has, each at its first place in the packet's sources
  /// (docs/format.md, "Fonts").
  private func missingGlyphs(_ jobs: [Job]) throws(DiskFault) -> [Diagnostic] {
    guard !jobs.isEmpty else { return [] }
    var glyphs = Glyphs()
    for file in try typesetter.fontFiles(disk) { glyphs.add(try disk.read(file, .max)) }
    var report: [Diagnostic] = []
    for job in jobs {
      var missing: Set<Unicode.Scalar> = []
      for text in job.composition.document(
        organ: organ, edition: edition, today: today, fingerprint: "", fonts: .list([])
      ).strings {
        for scalar in text.unicodeScalars
        where scalar.value >= 32 && !glyphs.contains(scalar) && !scalar.isInvisible {
          missing.insert(scalar)
        }
      }
      for scalar in missing.sorted() {
        let place = try place(in: job.composition.sources) { $0.firstIndex(of: scalar) }
        report.append(
          .error(
            .noGlyph(scalar, in: job.composition.packet.id),
            at: place ?? Place(job.composition.file ?? Settings.file)))
      }
    }
    return report
  }

  /// Where something stands first.
  private func place(
    in files: [String],
    where find: (Substring.UnicodeScalarView) -> String.Index?
  ) throws(DiskFault) -> Place? {
    for file in files where disk.kind(site + "/" + file) == .file {
      guard let text = Encoding.decode(try disk.read(site + "/" + file, .max)).text else {
        continue
      }
      for (n, line) in text.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        guard let found = find(line) else { continue }
        return Place(file, line: n + 1, column: line[..<found].count + 1)
      }
    }
    return nil
  }
}

extension Substring.UnicodeScalarView {
  /// The most characters of a word that is not long: more fit into no line of a packet.
  private static let wordLimit = 60
  /// The most characters of long words in a packet. Each takes Typst a fraction of a millisecond.
  fileprivate static let wordsLimit = 10_000

  /// Calls with the beginning and the length of each long word: characters between which no line ends.
  fileprivate func longWords(_ see: (String.Index, Int) -> Void) {
    var start = startIndex
    var length = 0
    for place in indices {
      let scalar = self[place]
      if scalar.isHan || scalar.properties.isWhitespace {
        if length > Self.wordLimit { see(start, length) }
        length = 0
      } else {
        if length == 0 { start = place }
        length += 1
      }
    }
    if length > Self.wordLimit { see(start, length) }
  }
}

extension Unicode.Scalar {
  /// Marks that say how their neighbours are to be drawn and have no look of their own.
  fileprivate var isInvisible: Bool {
    (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2060...0x2069).contains(value) || (0xFE00...0xFE0F).contains(value) || value == 0xFEFF
      || value == 0xAD
  }
}

extension [UInt8] {
  /// How many pages a PDF has that Typst made: it writes each page's dictionary in the open.
  fileprivate var pdfPages: Int {
    offsets(of: "/Type".utf8).count { start in
      let rest = self[(start + 5)...].drop { $0 == UInt8(ascii: " ") }
      return rest.starts(with: "/Page".utf8) && rest.dropFirst(5).first != UInt8(ascii: "s")
    }
  }
}

extension Message {
  /// Typst's first line, with the file of the templates where it names one.
  static func typst(_ said: String) -> Message {
    let lines = said.split(separator: "\n")
    let place = lines.first { $0.contains("/print/") && $0.contains("┌─") }
      .flatMap { $0.split(separator: "/print/", maxSplits: 1).last }
    let words = (lines.first.map(String.init) ?? said) + (place.map { " (print/\($0))" } ?? "")
    return Message(
      "typst", Phrase(zh: "Typst 不能印这份材料：\(words)", en: "Typst cannot print this packet: \(words)"),
      fix: Phrase(
        zh: "改过 templates/print 的，先恢复再试", en: "if templates/print was changed, restore it first"))
  }

  fileprivate static func longWords(in packet: String) -> Message {
    let limit = Substring.UnicodeScalarView.wordsLimit
    return Message(
      "long-words",
      Phrase(
        zh: "印刷材料「\(packet)」里比一行还长、中间没有空格和汉字的字符串，共超过 \(limit) 个字符，排不了行",
        en:
          "the packet `\(packet)` has more than \(limit) characters in words that are longer than a line, which cannot be set"
      ),
      fix: Phrase(zh: "用空格分开，或删去", en: "part them with spaces, or delete them"))
  }

  fileprivate static func noGlyph(_ scalar: Unicode.Scalar, in packet: String) -> Message {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).padded(4)
    return Message(
      "no-glyph",
      Phrase(
        zh: "印刷材料「\(packet)」要印的「\(scalar)」（\(code)）没有字体能印",
        en: "no font has `\(scalar)` (\(code)), which the packet `\(packet)` prints"),
      fix: Phrase(
        zh: "换一个写法，或把有这个字的字体放进站点的 fonts 文件夹",
        en: "write it otherwise, or put a font that has it into the site's folder fonts"))
  }
}
