/// Screening: the files of a site looked through for what tells who a private person is.
///
/// A file is looked at as it is written and not as what was read from it, so that its comments, its cells
/// and the words beside its pictures are covered as its text is. Left out are only the values of `private`
/// and `personal`, which name what must not appear, and of a withdrawn record all that no page shows.
struct Screening: Sendable {
  private let names: Set<String>
  /// What the site allows in its files.
  private let allowances: [Allowance]
  /// The names of the site and its organ, which may stand where an author's would.
  private let offices: Set<String>

  /// - Parameter settings: `site.yml` as written.
  init(_ settings: RawValue?) {
    names = Set((settings?.entry(Settings.keys.names)?.value.texts ?? []).map(Allowance.plain))
    allowances = settings.map { Allowance.all(in: $0) } ?? []
    let own = [settings?.text(Settings.keys.organ), settings?.text(Settings.keys.name)]
    offices = Set(own.compactMap { $0.map(Allowance.plain) })
  }

  /// What is wrong in a file and in its name.
  ///
  /// - Parameters:
  ///   - fields: its keys, of which it may allow words itself.
  ///   - bodyLine: the line where its text begins behind the keys.
  func report(_ source: SourceFile, _ fields: RawValue? = nil, bodyLine: Int? = nil)
    -> [Diagnostic]
  {
    let own = fields.map { Allowance.all(in: $0) } ?? []
    var pass = Pass(path: source.path, granted: own + granted(in: source.path), names: names)
    pass.look(atNameOf: source.path)
    let letters = Letters(source.text, isTable: source.path.ending == "csv")
    let disclosures = Disclosure.all(in: letters)
    if !disclosures.isEmpty {
      let shown = Shown(letters.source, fields, bodyLine: bodyLine)
      pass.look(at: disclosures.filter { shown.holds(letters.origin(of: $0.range)) }, letters) {
        shown.lines.span(letters.origin(of: $0))
      }
    }
    if source.path != Settings.file, fields?.entry(RecordHead.keys.withdrawn) == nil {
      pass.tellUnused(own)
    }
    return pass.report
  }

  /// What is wrong in the name of a file.
  func report(name path: String) -> [Diagnostic] {
    var pass = Pass(path: path, granted: granted(in: path), names: names)
    pass.look(atNameOf: path)
    return pass.report
  }

  /// What is wrong in words that a file holds where nobody sees them.
  func report(hidden text: String, in path: String) -> [Diagnostic] {
    var pass = Pass(path: path, granted: granted(in: path), names: names)
    let letters = Letters(text)
    pass.look(at: Disclosure.all(in: letters), letters, in: .hidden) { _ in .top }
    return pass.report
  }

  /// What is wrong in words that stand in a file, or in one that it packs.
  func report(
    inside text: String, in path: String, _ member: String, isTable: Bool
  ) -> [Diagnostic] {
    var pass = Pass(path: path, granted: granted(in: path), names: names)
    let letters = Letters(text, isTable: isTable)
    pass.look(at: Disclosure.all(in: letters), letters, in: .inside(member)) { _ in .top }
    return pass.report
  }

  /// Whether words are allowed in a file.
  func allows(_ text: String, in path: String) -> Bool {
    let plain = Allowance.plain(text)
    return offices.contains(plain) || names.contains(plain)
      || granted(in: path).contains { $0.names(plain) }
  }

  private func granted(in path: String) -> [Allowance] { allowances.filter { $0.isFor(path) } }
}

/// The screening of one file.
private struct Pass {
  let path: String
  let granted: [Allowance]
  let names: Set<String>
  var report: [Diagnostic] = []
  private var excess = Excess()
  private var used: Set<Int> = []

  init(path: String, granted: [Allowance], names: Set<String>) {
    (self.path, self.granted, self.names) = (path, granted, names)
  }

  mutating func look(
    at disclosures: [Disclosure], _ letters: Letters, in part: Disclosure.Part = .text,
    _ span: (Range<Int>) -> Span
  ) {
    for disclosure in disclosures where !excess.isFull {
      let plain = Allowance.plain(letters.text(disclosure.range))
      if disclosure.check == FullName.self, names.contains(plain) { continue }
      let covering = granted.indices.filter { granted[$0].covers(plain, by: disclosure.check) }
      used.formUnion(covering)
      guard covering.isEmpty, !excess.hasEnough(of: disclosure.check.code) else { continue }
      excess.add(
        Diagnostic(
          severity: disclosure.check.severity, place: Place(path, span(disclosure.range)),
          message: .disclosed(disclosure.check, letters.written(disclosure.range), part, path)),
        to: &report)
    }
  }

  mutating func look(atNameOf path: String) {
    let name = path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
    let letters = Letters(name.withoutEnding)
    look(at: Disclosure.all(in: letters), letters, in: .name) { _ in .top }
  }

  /// Nothing useless stays: an allowance for what is gone would let it come back unseen.
  mutating func tellUnused(_ own: [Allowance]) {
    guard !excess.isFull else { return }
    for (n, allowance) in own.enumerated() where !used.contains(n) {
      excess.add(
        .warning(.unusedAllowance(allowance.text), at: Place(path, allowance.span)), to: &report)
    }
  }
}

/// What of a file is looked at: all but the values that name what must not appear, and of a withdrawn
/// record what its page still shows – why it was withdrawn, and its title where that is kept.
private struct Shown {
  let lines: Lines
  private var hidden: [Range<Int>] = []
  private var only: [Range<Int>]?

  init(_ source: [Unicode.Scalar], _ fields: RawValue?, bodyLine: Int?) {
    lines = Lines(source)
    guard case .mapping(let entries)? = fields?.content else { return }
    let end = bodyLine.map { lines.start(of: $0 - 1) } ?? source.count
    let starts = entries.map { lines.offset($0.keySpan) }
    let ordered = starts.sorted()
    let regions = zip(entries, starts).map { entry, start in
      let next = ordered.partitioningIndex { $0 > start }
      return (entry, start..<max(start, next < ordered.count ? ordered[next] : end))
    }
    func region(_ key: any FieldKey) -> [Range<Int>] {
      regions.filter { key.field.isCalled($0.0.key) }.map(\.1)
    }
    let keys = RecordHead.keys
    hidden = region(keys.private) + region(keys.personal) + region(Settings.keys.names)
    guard let withdrawn = fields?.entry(keys.withdrawn) else { return }
    let keepsTitle = withdrawn.value.text(Withdrawal.keys.keepTitle).flatMap(Bool.init(written:))
    only = region(keys.withdrawn) + (keepsTitle == true ? region(keys.title) : [])
  }

  func holds(_ range: Range<Int>) -> Bool {
    !hidden.contains { $0.overlaps(range) } && only?.contains { $0.overlaps(range) } ?? true
  }
}

/// The lines of a text, by where they begin.
private struct Lines {
  private let starts: [Int]
  private let count: Int

  init(_ source: [Unicode.Scalar]) {
    starts = [0] + source.indices.filter { source[$0] == "\n" }.map { $0 + 1 }
    count = source.count
  }

  func start(of line: Int) -> Int { starts.indices.contains(line - 1) ? starts[line - 1] : count }

  func offset(_ span: Span) -> Int { min(count, start(of: span.line) + span.column - 1) }

  /// Where a range stands, as wide as it is on its first line.
  func span(_ range: Range<Int>) -> Span {
    let line = starts.partitioningIndex { $0 > range.lowerBound }
    let end = min(range.upperBound, line < starts.count ? starts[line] - 1 : count)
    return Span(
      line: line, column: range.lowerBound - start(of: line) + 1, length: end - range.lowerBound)
  }
}

extension Disclosure {
  /// In which part of a file it stands.
  enum Part {
    case text, name, hidden
    /// Also in a file that is packed in it.
    case inside(_ member: String)
  }
}

extension Message {
  fileprivate static func disclosed(
    _ check: any PersonalCheck.Type, _ found: String, _ part: Disclosure.Part, _ path: String
  ) -> Message {
    let text =
      switch part {
      case .text:
        Phrase(zh: "「\(found)」\(check.name.zh)", en: "`\(found)` \(check.name.en)")
      case .name:
        Phrase(
          zh: "文件名里的「\(found)」\(check.name.zh)",
          en: "`\(found)` in the file's name \(check.name.en)")
      case .inside(let member):
        Phrase(
          zh: "文件里\(member.isEmpty ? "" : "的 \(member) 中")的「\(found)」\(check.name.zh)",
          en: "`\(found)` in the file\(member.isEmpty ? "" : "'s \(member)") \(check.name.en)")
      case .hidden:
        Phrase(
          zh: "文件属性里的「\(found)」\(check.name.zh)",
          en: "`\(found)` in what the file says of itself \(check.name.en)")
      }
    let fix =
      switch part {
      case .text, .inside: check.fix
      case .name: Phrase(zh: "给文件改名，不带个人信息", en: "rename the file, without it")
      case .hidden: Traces.fix(for: path)
      }
    return Message(check.code, text, fix: fix)
  }

  fileprivate static func unusedAllowance(_ text: String) -> Message {
    Message(
      "unused-allowance",
      Phrase(
        zh: "本文件里没有要允许的「\(text)」", en: "nothing in this file needs the allowance of `\(text)`"),
      fix: Phrase(zh: "删去这一条", en: "delete it"))
  }
}
