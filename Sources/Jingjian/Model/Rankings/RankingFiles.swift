/// The ranking files: what lies under `content/rankings/`, before any of it is read.
struct RankingFiles: Sendable {
  /// The YAML files that are there, by their paths.
  private(set) var lists: Set<String> = []
  /// The score files, by their first month.
  private(set) var scores: [ScoreFile] = []

  static let folder = "content/rankings"
  private static let known = [
    Indicators.file, RuleSet.file, Veto.file, Correction.file, Decision.file,
  ]

  /// Lists the folder; what does not belong there is reported.
  init(site: String, disk: Disk, report: inout [Diagnostic]) throws(DiskFault) {
    for entry in try disk.list(site + "/" + RankingFiles.folder)
    where !Disk.Entry.isHidden(entry.name) {
      let path = RankingFiles.folder + "/" + entry.name
      switch entry.kind {
      case .file where RankingFiles.known.contains(path): lists.insert(path)
      case .folder where path == Scores.folder:
        try listScores(site: site, disk: disk, report: &report)
      case .file where known(entry.name.nameWithoutUnseen):
        report.append(.error(.unseen(in: entry.name), at: Place(path)))
      case .file where entry.name.isWorkbook:
        report.append(.error(.workbook(in: Scores.folder), at: Place(path)))
      default:
        let names = RankingFiles.known.map { String($0.dropFirst(RankingFiles.folder.count + 1)) }
        let place = Phrase(
          zh: "这里放 " + names.joined(separator: "、") + " 和文件夹 scores",
          en: "here belong " + names.joined(separator: ", ") + " and the folder scores")
        report.append(
          .error(.unknownFile(entry.name, among: names + ["scores"], place), at: Place(path)))
      }
    }
    scores.sort { ($0.period.first, $0.path) < ($1.period.first, $1.path) }
  }

  private func known(_ name: String) -> Bool {
    RankingFiles.known.contains(RankingFiles.folder + "/" + name)
  }

  private mutating func listScores(
    site: String, disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) {
    for entry in try disk.list(site + "/" + Scores.folder) where !Disk.Entry.isHidden(entry.name) {
      let path = Scores.folder + "/" + entry.name
      let plain = entry.name.nameWithoutUnseen
      let period = ScoreFile.period(plain.withoutEnding)
      switch entry.kind {
      case .file where entry.name.isWorkbook:
        report.append(.error(.workbook(in: Scores.folder), at: Place(path)))
      case .file where entry.name.isTableAsText:
        let stem = period?.description ?? entry.name.withoutEnding
        report.append(.error(.tableAsText(stem), at: Place(path)))
      case .file where plain.ending == "csv" && period != nil && plain != entry.name:
        report.append(.error(.unseen(in: entry.name), at: Place(path)))
      case .file:
        if entry.name.ending == "csv", let period {
          scores.append(ScoreFile(path: path, period: period))
        } else {
          let meant = ScoreFile.meant(by: entry.name)
          report.append(.error(.notScores(meant), at: Place(path)))
        }
      default: report.append(.error(.notScores(nil), at: Place(path)))
      }
    }
  }
}

extension String {
  /// Whether a file of this name is a table in all but its ending, as Excel saves “Unicode Text”.
  var isTableAsText: Bool { ["txt", "tsv", "tab"].contains(ending) }

  /// Whether a file of this name is a workbook of Excel or WPS, which cannot be read as a table.
  var isWorkbook: Bool {
    ["xlsx", "xls", "xlsm", "xlsb", "et", "ett", "ods"].contains(ending)
  }
}

extension Message {
  static func workbook(in folder: String) -> Message {
    Message(
      "workbook",
      Phrase(zh: "这是 Excel 工作簿，不是 CSV", en: "this is an Excel workbook, not a CSV"),
      fix: Phrase(
        zh: "在 Excel 或 WPS 里“另存为”，类型选“CSV UTF-8（逗号分隔）”，存到 \(folder)，再移走这个文件",
        en:
          "in Excel choose Save As, “CSV UTF-8 (Comma delimited)”, save it in \(folder), and move this file away"
      ))
  }

  fileprivate static func notScores(_ meant: String?) -> Message {
    Message(
      "score-file",
      Phrase(
        zh: "得分表的文件名应是月份或年份，如 2025-03.csv、2025年3月.csv、2025.csv",
        en: "a score file is named by its month or year: `2025-03.csv`, `2025年3月.csv`, `2025.csv`"),
      fix: meant.map {
        Phrase(
          zh: "改名为 \($0)，或移出这个文件夹", en: "rename it \($0), or move it out of this folder")
      } ?? Phrase(zh: "改名，或移出这个文件夹", en: "rename it, or move it out of this folder"))
  }
}
