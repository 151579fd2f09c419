import Foundation
import Testing

@testable import Jingjian

/// Random score tables as offices have them: in whatever dress, a table holds what the plain file holds.
struct ScoreDressTests {
  @Test("a month's table says the same in every dress", arguments: UInt64(0)..<60)
  func months(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let table = RandomTable(&random)
    let plain = try scores(["2025-03.csv": Array(table.plain.utf8)], table)
    let (name, bytes) = table.dressed(&random)
    let dressed = try scores([name: bytes], table)
    #expect(plain.report.isEmpty)
    #expect(!dressed.report.contains { $0.severity != .note })
    #expect(dressed.rows == plain.rows, "\(name)\n\(Encoding.decode(bytes).text ?? "")")
    #expect(!plain.rows.isEmpty)
  }

  @Test("the file of a year says the same as the files of its months", arguments: UInt64(0)..<40)
  func years(seed: UInt64) throws {
    var random = SeededRandom(seed: 1000 + seed)
    var table = RandomTable(&random)
    table.indicators = []
    let months = Array(1...Int.random(in: 1...12, using: &random))
    let totals = months.map { _ in table.names.map { _ in table.total(&random) } }
    var files: [String: [UInt8]] = [:]
    for (n, month) in months.enumerated() {
      let rows = zip(table.names, totals[n]).map { [$0, $1, $1 == "免评" ? "抽调" : ""] }
      files["2025-\(String(month).padded(2)).csv"] = Array(
        text([["部门", "总分", "备注"]] + rows, ",").utf8)
    }
    let plain = try scores(files, table)
    let forms = [
      { (n: Int) in "\(n)月" }, { "\($0)月份" }, { "\(String($0).padded(2))月" }, { "2025年\($0)月" },
      { "\($0)月得分" },
    ]
    let form = forms.randomElement(using: &random)
    let header =
      ["序号", "部门"] + (1...12).map { form?($0) ?? "\($0)月" } + ["合计", "备注"]
    let rows = table.names.enumerated().map { row, name in
      let own = months.indices.map { table.dressed(totals[$0][row], &random) }
      let rest = Array(repeating: "", count: 12 - months.count)
      return ["\(row + 1)", name] + own + rest + [
        "100", totals.contains { $0[row] == "免评" } ? "抽调" : "",
      ]
    }
    let all = [["2025年得分表"], header] + rows + [["平均", ""] + Array(repeating: "9", count: 13)]
    let name = ["2025.csv", "2025年.csv", "2025年度.CSV"].randomElement(using: &random) ?? ""
    let year = try scores([name: table.encoded(text(all, "\t"), &random)], table)
    #expect(!year.report.contains { $0.severity != .note })
    #expect(year.rows.map(\.withoutNote) == plain.rows.map(\.withoutNote))
    #expect(plain.rows.count == months.count * table.names.count)
  }

  /// A score as it was read.
  private struct ReadRow: Equatable {
    let month: Month
    let department: Int
    let total: Jingjian.Decimal?
    let parts: [Jingjian.Decimal]
    var note: String?

    var withoutNote: ReadRow {
      var row = self
      row.note = nil
      return row
    }
  }

  private func scores(
    _ files: [String: [UInt8]], _ table: RandomTable
  ) throws -> (rows: [ReadRow], report: [Diagnostic]) {
    var site = TestSite(["content/departments.yml": RandomTable.departments])
    if !table.indicators.isEmpty { site["content/rankings/indicators.yml"] = table.list }
    for (name, bytes) in files { site.set("content/rankings/scores/" + name, bytes: bytes) }
    let proof = try Proof(site: "/site", disk: site.memory.disk)
    let rows = (proof.site?.rankings?.scores ?? []).flatMap { scores in
      scores.rows.map {
        ReadRow(
          month: scores.month, department: $0.department, total: $0.total, parts: $0.parts,
          note: $0.note)
      }
    }
    return (rows, proof.report)
  }
}

private func text(_ rows: [[String]], _ separator: String, _ end: String = "\n") -> String {
  rows.map { row in
    row.map { cell in
      let isQuoted = cell.contains(separator) || cell.contains("\n")
      return isQuoted ? "\"\(cell)\"" : cell
    }.joined(separator: separator) + end
  }.joined()
}

/// A table of scores, by indicators or by totals alone.
private struct RandomTable {
  var indicators: [String]
  let names: [String]
  private var cells: [[String]] = []

  static let departments = """
    - {id: lian, name: 立案庭}
    - {id: xingshi, name: 刑事审判庭, aliases: [刑庭]}
    - {id: minshi, name: 民事审判庭, aliases: [民庭, 民一庭]}
    - {id: zhixing, name: 执行局}

    """

  /// Each department by the names that it has.
  private static let called = [
    ["立案庭", "lian", "立 案 庭"], ["刑事审判庭", "刑庭", "刑\u{3000}庭", "xingshi"],
    ["民事审判庭", "民一庭", "ｍｉｎｓｈｉ"], ["执行局", " 执行局", "zhixing"],
  ]

  var list: String {
    "categories:\n  - id: a\n    name: 甲\n    indicators:\n"
      + indicators.enumerated().map { "      - {id: i\($0), name: \($1), max: 50}\n" }.joined()
  }

  init(_ random: inout SeededRandom) {
    indicators = Array(["考勤", "态度"].prefix([0, 2, 2].randomElement(using: &random) ?? 0))
    names = ["立案庭", "刑事审判庭", "民事审判庭", "执行局"]
    for _ in names {
      let total = self.total(&random)
      cells.append(
        total == "免评"
          ? indicators.map { _ in "" } + [total, "抽调"]
          : indicators.map { _ in number(upTo: 50, &random) }
            + (indicators.isEmpty ? [total] : [""])
            + [Bool.random(using: &random) ? "说明" : ""])
    }
  }

  func total(_ random: inout SeededRandom) -> String {
    Int.random(in: 0..<8, using: &random) == 0 ? "免评" : number(upTo: 100, &random)
  }

  private func number(upTo limit: Int, _ random: inout SeededRandom) -> String {
    Jingjian.Decimal(hundredths: Int.random(in: 0...limit * 100, using: &random)).short
  }

  var plain: String {
    text([["部门"] + indicators + ["总分", "备注"]] + zip(names, cells).map { [$0] + $1 }, ",")
  }

  /// A score as somebody types it.
  func dressed(_ score: String, _ random: inout SeededRandom) -> String {
    guard !score.isEmpty, score != "免评" else { return score }
    let wide = String(
      String.UnicodeScalarView(
        score.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    return [score, score + "分", " " + score, wide, score.contains(".") ? score : score + ".000"]
      .randomElement(using: &random) ?? score
  }

  func encoded(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: return [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
    case 2: return [0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian) ?? Data())
    case 3: return Array(text.data(using: gb18030) ?? Data())
    default: return Array(text.utf8)
    }
  }

  /// The same as an office has it, with the name of its file.
  func dressed(_ random: inout SeededRandom) -> (name: String, bytes: [UInt8]) {
    let total = ["总分", "得分", "总得分", "合计得分", "总\u{3000}分"].randomElement(using: &random) ?? "总分"
    // Columns in any order, each with its header and its cells.
    var columns: [[String]] = [
      [["部门", "部\u{3000}门", "department"].randomElement(using: &random) ?? "部门"]
        + names.indices.map { Self.called[$0].randomElement(using: &random) ?? names[$0] }
    ]
    for (n, header) in (indicators + [total, "备注"]).enumerated() {
      columns.append(
        [header] + cells.map { n < indicators.count + 1 ? dressed($0[n], &random) : $0[n] })
    }
    if Bool.random(using: &random) { columns.append(["序号"] + names.indices.map { "\($0 + 1)" }) }
    if Bool.random(using: &random) { columns.append(Array(repeating: "", count: names.count + 1)) }
    columns.shuffle(using: &random)
    var rows = (0...names.count).map { row in columns.map { $0[row] } }
    let empty = Array(repeating: "", count: columns.count)
    var sums = empty
    sums[0] =
      ["合计", "总计", "小 计", "平均", "平均分：", "最高分（分）", "最低分"].randomElement(using: &random) ?? ""
    if Bool.random(using: &random) { rows.append(sums) }
    if Bool.random(using: &random) { rows.insert(empty, at: 1) }
    if Bool.random(using: &random) { rows.insert(["2025年3月得分表"] + empty.dropFirst(), at: 0) }
    if Bool.random(using: &random) { rows.append(empty) }
    let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
    var written = text(rows, separator, Bool.random(using: &random) ? "\n" : "\r\n")
    if Bool.random(using: &random) { written = "sep=\(separator)\r\n" + written }
    let files = [
      "2025-03.csv", "2025年3月.csv", "2025年03月份.CSV", "2025.3.csv", "202503.csv", "２０２５年３月.csv",
    ]
    return (files.randomElement(using: &random) ?? files[0], encoded(written, &random))
  }
}
