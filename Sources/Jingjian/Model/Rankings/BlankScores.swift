/// Blank scores: a month's score file for a person to fill in with Excel or WPS, so that nobody starts
/// from an empty one.
enum BlankScores {
  /// Every department that lives in the month, a column for each indicator with its highest score in
  /// the first row, the total and a note. A total that is left empty is the sum of its row.
  static func text(_ month: Month, _ departments: [Department], _ indicators: Indicators) -> String
  {
    let columns = indicators.all.map(\.name)
    var rows = [["部门"] + columns + ["总分", "备注"]]
    rows.append(
      [Scores.maximum] + indicators.all.map(\.maximum.short) + [indicators.maximum.short, ""])
    for department in departments where department.isAlive(in: month) {
      rows.append([department.name] + Array(repeating: "", count: columns.count + 2))
    }
    return CSV.text(of: rows)
  }
}

extension NewRecord {
  /// Names of the kind that is no record but a month's scores.
  private static let scoreNames = ["scores", "score", "rankings", "得分", "得分表"]

  /// Writes the score file of a month; one that is there is never touched.
  ///
  /// - Returns: nothing when another kind is meant.
  static func scores(
    kind name: String, month text: String, site: String, disk: Disk
  ) throws -> String? {
    guard scoreNames.contains(name) else { return nil }
    guard let month = Month(text) else { throw Failure(.notMonth(text)) }
    let path = "\(Scores.folder)/\(month).csv"
    if disk.kind(site + "/content") != .folder { throw Failure(.noSite(site)) }
    if disk.kind(site + "/" + path) != nil { throw Failure(.exists(path)) }
    try DiskFault.asFailure {
      let others = try disk.list(site + "/" + Scores.folder).map(\.name).filter {
        $0.ending == "csv" && ScoreFile.period($0.withoutEnding) == .month(month)
      }
      if let other = others.sorted().first { throw Failure(.exists("\(Scores.folder)/\(other)")) }
      let (departments, indicators) = try Proof.scored(in: site, disk: disk)
      let table = BlankScores.text(month, departments, indicators)
      try disk.makeContentFolder(Scores.folder, in: site)
      try disk.create(Array(table.utf8), site + "/" + path)
    }
    return path
  }
}

extension Message {
  fileprivate static func notMonth(_ text: String) -> Message {
    Message(
      "date", Phrase(zh: "「\(text)」不是月份", en: "`\(text)` is no month"),
      fix: Phrase(zh: "写成 2025-06", en: "write it as `2025-06`"))
  }
}
