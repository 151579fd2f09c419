/// What is corrected: a correction says what the score file holds now.
extension Rankings {
  /// A file that disagrees with a correction was not corrected, or changed once more.
  ///
  /// The file may already hold what a correction says that is dated after today.
  func disagreements(_ departments: [Department], today: Day) -> [Diagnostic] {
    let positions = Dictionary(
      departments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tables = Dictionary(uniqueKeysWithValues: scores.map { ($0.month, $0) })
    var byScore: [CorrectedScore: [Correction]] = [:]
    for correction in corrections {
      byScore[CorrectedScore(correction), default: []].append(correction)
    }
    var report: [Diagnostic] = []
    for (key, list) in byScore {
      let past = list.filter { $0.date <= today }.enumerated()
        .max { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }?.element
      guard let past else { continue }
      let place = Place(Correction.file, past.span)
      guard let table = tables[key.month] else {
        report.append(.error(.noFile(key.month), at: place))
        continue
      }
      let row = positions[key.department].flatMap { table.row($0) }
      guard let row else {
        report.append(.error(.noScore(key.month), at: place))
        continue
      }
      let expected = [past.new] + list.filter { $0.date > today }.map(\.new)
      if !expected.contains(where: { $0 == row.total }) {
        report.append(.error(.otherScore(past.new, row, table), at: place))
      }
    }
    return report
  }
}

/// The score that a correction is about.
struct CorrectedScore: Hashable {
  let department: String
  let month: Month

  init(department: String, month: Month) {
    self.department = department
    self.month = month
  }

  init(_ correction: Correction) {
    self.init(department: correction.department, month: correction.month)
  }
}

extension Message {
  fileprivate static func noFile(_ month: Month) -> Message {
    Message(
      "correction",
      Phrase(zh: "\(month) 没有得分表，无从更正", en: "there is no score file of \(month) to correct"))
  }

  fileprivate static func noScore(_ month: Month) -> Message {
    Message(
      "correction",
      Phrase(zh: "\(month) 的得分表里没有这个部门", en: "the score file of \(month) lacks this department"))
  }

  fileprivate static func otherScore(
    _ new: Decimal, _ row: Scores.ScoreRow, _ table: Scores
  ) -> Message {
    let (file, line, total) = (table.file, row.line, row.total?.fixed ?? "免评")
    let column = table.column.map { Phrase(zh: "「\($0)」列", en: ", column `\($0)`,") }
    return Message(
      "correction",
      Phrase(
        zh: "更正后的 \(new.fixed) 与 \(file) 第 \(line) 行\(column?.zh ?? "")的 \(total) 不符",
        en: "the corrected \(new.fixed) is \(total) in line \(line)\(column?.en ?? "") of \(file)"),
      fix: Phrase(zh: "得分表里写更正后的值", en: "write the corrected total into the score file"))
  }
}
