/// The rankings: all that lies under `content/rankings/`, proven – scores month by month, the rules by
/// which they are judged, and what was done about the cards that came of it.
struct Rankings: Sendable {
  let indicators: Indicators
  let rules: RuleBook
  /// By month.
  let scores: [Scores]
  let vetoes: [Veto]
  let corrections: [Correction]
  let decisions: [Decision]

  /// Where a reader looks first.
  static let section = "rankings"
}

extension Rankings {
  /// Proves the files of the folder; indicators are entered into the index.
  ///
  /// - Parameter files: those that are there.
  init(
    _ files: RankingFiles, of departments: [Department], site folder: String, disk: Disk,
    _ index: inout Index, report: inout [Diagnostic]
  ) throws(DiskFault) {
    var indicators = Indicators.none
    try Rankings.prove(files, Indicators.file, folder, disk, index, &report) { raw, prover in
      indicators = Indicators(raw, &index, &prover)
    }
    var rules = RuleBook()
    try Rankings.prove(files, RuleSet.file, folder, disk, index, &report) { raw, prover in
      rules = RuleBook(raw, &prover)
    }
    var vetoes: [Veto] = []
    try Rankings.prove(files, Veto.file, folder, disk, index, &report) { raw, prover in
      vetoes = prover.items(raw, Veto.self).map { Veto($0, indicators, &prover) }
    }
    var corrections: [Correction] = []
    try Rankings.prove(files, Correction.file, folder, disk, index, &report) { raw, prover in
      corrections = prover.items(raw, Correction.self).map(Correction.init)
    }
    var decisions: [Decision] = []
    try Rankings.prove(files, Decision.file, folder, disk, index, &report) { raw, prover in
      decisions = prover.items(raw, Decision.self).compactMap { Decision($0, &prover) }
    }
    self.indicators = indicators
    self.rules = rules
    self.vetoes = vetoes
    self.corrections = corrections
    self.decisions = decisions
    let sheet = ScoreSheet(departments, index, indicators)
    let read = try Rankings.scores(files.scores, sheet, folder, disk, &report)
    scores = Rankings.once(files.scores, read, &report)
    if !zip(files.scores, read).contains(where: { $0.period.isYear && $1 == nil }) {
      report += Rankings.gaps(files.scores, read)
    }
  }

  private static func prove(
    _ files: RankingFiles, _ path: String, _ folder: String, _ disk: Disk, _ index: Index,
    _ report: inout [Diagnostic], _ read: (RawValue, inout Prover) -> Void
  ) throws(DiskFault) {
    guard files.lists.contains(path),
      let raw = try YAML.read(path, in: folder, disk: disk, report: &report)
    else { return }
    var prover = Prover(file: path, index: index)
    read(raw, &prover)
    report += prover.report
  }

  /// Reads the score files on all cores.
  private static func scores(
    _ files: [ScoreFile], _ sheet: ScoreSheet, _ folder: String, _ disk: Disk,
    _ report: inout [Diagnostic]
  ) throws(DiskFault) -> [[Scores]?] {
    try inParallel(files, report: &report) { file, report throws(DiskFault) in
      try SourceFile.read(file.path, in: folder, disk: disk, report: &report).flatMap {
        sheet.read($0, of: file.period, report: &report)
      }
    }
  }

  /// The scores by month, each month from one file; a second one is reported.
  private static func once(
    _ files: [ScoreFile], _ read: [[Scores]?], _ report: inout [Diagnostic]
  ) -> [Scores] {
    var kept: [Month: Scores] = [:]
    var taken: [Month: String] = [:]
    for (file, tables) in zip(files, read) {
      var doubled: [String: [Month]] = [:]
      for month in months(of: file, tables) {
        if let other = taken[month] {
          doubled[other, default: []].append(month)
        } else {
          taken[month] = file.path
          kept[month] = tables?.first { $0.month == month }
        }
      }
      for (other, months) in doubled.sorted(by: { $0.key < $1.key }) {
        report.append(.error(.doubledMonths(months, other), at: Place(file.path)))
      }
    }
    return kept.values.sorted { $0.month < $1.month }
  }

  /// The months that a file has, also where its scores are at fault.
  private static func months(of file: ScoreFile, _ tables: [Scores]?) -> [Month] {
    tables?.map(\.month) ?? (file.period.isYear ? [] : [file.period.first])
  }

  /// A month without scores between two that have some was most likely forgotten.
  private static func gaps(_ files: [ScoreFile], _ read: [[Scores]?]) -> [Diagnostic] {
    let all = zip(files, read).flatMap { file, tables in
      months(of: file, tables).map { (month: $0, path: file.path) }
    }.sorted { $0.month < $1.month }
    return zip(all, all.dropFirst()).compactMap { before, after in
      guard before.month.next < after.month else { return nil }
      let missing = (before.month.number + 1..<after.month.number).map { Month(number: $0) }
      return .warning(.gap(missing), at: Place(after.path))
    }
  }
}

extension Prover {
  /// The items of a file that is a list.
  mutating func items<Item: Declared>(_ raw: RawValue, _ item: Item.Type) -> [Fields<Item>] {
    guard case .list(let entries) = raw.content else {
      say(.listExpected, at: raw.span)
      return []
    }
    let schema = Item.schema
    return bounded(entries).compactMap { proven($0, schema).map(Fields.init) }
  }
}

extension Period {
  fileprivate var isYear: Bool { if case .year = self { true } else { false } }
}

extension Message {
  fileprivate static func doubledMonths(_ months: [Month], _ other: String) -> Message {
    let names = months.map(\.description)
    return Message(
      "doubled-month",
      Phrase(
        zh: "\(names.joined(separator: "、")) 的得分在 \(other) 里已经有了",
        en: "\(other) holds the scores of \(names.joined(separator: ", ")) already"),
      fix: Phrase(
        zh: "每个月的得分只留在一个文件里：移走一个文件，或清空全年表里这些月的列",
        en:
          "keep each month in one file: move one away, or empty these columns of the file of the year"
      ))
  }

  fileprivate static func gap(_ months: [Month]) -> Message {
    let (first, last) = (months[0], months[months.count - 1])
    let isOne = months.count == 1
    return Message(
      "score-gap",
      Phrase(
        zh: isOne ? "前一个月 \(first) 没有得分表" : "前面 \(first) 到 \(last) 没有得分表",
        en: isOne
          ? "the month before, \(first), has no score file"
          : "the months before, \(first) to \(last), have no score file"),
      fix: Phrase(
        zh: "补上 \(first).csv；确实没有考核的，连续末位从这里断开",
        en: "add \(first).csv; where nothing was scored, the runs of last places end here"))
  }
}
