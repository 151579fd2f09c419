import Testing

@testable import Jingjian

/// Random sites, and what is owed there by a second, plain reading of the contract: days are texts,
/// and nothing of the program is used.
struct ReferenceTests {
  @Test("what is due on random sites is what a plain reading of their files gives")
  func random() throws {
    var random = SeededRandom(seed: 5)
    var rows = 0
    for _ in 0..<120 {
      let fiction = Fiction(&random)
      var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
      request.date = fiction.today
      let disk = fiction.site.memory.disk
      let all = try Build.due(owner: nil, until: "2099-12-31", request, disk: disk)
      let expected = fiction.owed
      #expect(all.csv == Fiction.csv(expected), "on \(fiction.today)")
      rows += expected.count
      let until = fiction.day(&random)
      let owner = Fiction.owners[Int.random(in: 1..<4, using: &random)]
      let some = try Build.due(owner: owner.id, until: until, request, disk: disk)
      #expect(
        some.csv
          == Fiction.csv(
            expected.filter {
              $0.owner == owner.name && ($0.due < fiction.today || $0.due <= until)
            }))
    }
    #expect(rows > 2000)
  }
}

/// A site of random duties, tasks, items and measures, and what is owed in it.
private struct Fiction {
  struct Row {
    let due: String
    let owner: String
    /// The place of its source in the order of sources.
    let source: Int
    let id: String
    let matter: String
    let isLate: Bool
  }

  static let owners: [(id: String, name: String)] = [
    ("", ""), ("lian", "立案庭"), ("zhixing", "执行局"), ("fgz", "分管副院长"),
  ]

  let today: String
  private(set) var owed: [Row] = []
  private(set) var site: TestSite

  init(_ random: inout SeededRandom) {
    today = Self.day(2024...2026, &random)
    site = TestSite(["content/roles.yml": "- {id: fgz, name: 分管副院长, level: 分管领导}\n"])
    duties(&random)
    ledger(&random)
    campaign(&random)
    cases(&random)
    owed.sort { ($0.due, $0.source, $0.id) < ($1.due, $1.source, $1.id) }
  }

  func day(_ random: inout SeededRandom) -> String { Self.day(2024...2026, &random) }

  static func csv(_ rows: [Row]) -> String {
    let sources = ["案例整改", "预警处置", "专项行动", "责任清单", "台账"]
    return "\u{FEFF}到期,状态,责任主体,来源,编号,事项\r\n"
      + rows.map {
        "\($0.due),\($0.isLate ? "逾期" : "待办"),\($0.owner),\(sources[$0.source]),\($0.id),\($0.matter)\r\n"
      }.joined()
  }

  /// Owed by a day that has come or is to come; nothing without a day.
  private mutating func owe(
    _ due: String, _ owner: String, _ source: Int, _ id: String, _ matter: String
  ) {
    guard !due.isEmpty else { return }
    owed.append(
      Row(
        due: due, owner: owner, source: source, id: id, matter: matter, isLate: due < today))
  }

  private mutating func duties(_ random: inout SeededRandom) {
    let frequencies = [("一次", 0), ("每月", 1), ("每季度", 3), ("每半年", 6), ("每年", 12)]
    for year in [2024, 2025] {
      var text = "编号,责任主体,任务,频次,时限,完成记录\n"
      for n in 10..<18 {
        let owner = Self.owners.randomElement(using: &random) ?? Self.owners[0]
        let (word, months) = frequencies.randomElement(using: &random) ?? frequencies[0]
        let limit = Bool.random(using: &random) ? Self.day(year...(year + 1), &random) : ""
        let done = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          Self.day(year...(year + 1), &random)
        }
        let separator = Bool.random(using: &random) ? "；" : ";"
        text +=
          "\(year)-\(n),\(owner.id),任务\(n),\(word),\(limit),\(done.joined(separator: separator))\n"
        if months == 0 {
          if !done.contains(where: { $0 <= today }) {
            owe(limit, owner.name, 3, "\(year)-\(n)", "任务\(n)")
          }
          continue
        }
        // Each calendar period from the first of January, until the limit or the end of the year.
        let end = limit.isEmpty ? "\(year)-12-31" : limit
        for first in stride(from: 1, through: 24, by: months) {
          let last = first + months - 1
          let from = Self.text(year + (first - 1) / 12, (first - 1) % 12 + 1, 1)
          let to = Self.lastDay(year + (last - 1) / 12, (last - 1) % 12 + 1)
          if to > end { break }
          if !done.contains(where: { from <= $0 && $0 <= to && $0 <= today }) {
            owe(to, owner.name, 3, "\(year)-\(n)", "任务\(n)")
          }
        }
      }
      site["content/responsibilities/\(year).csv"] = text
    }
  }

  private mutating func ledger(_ random: inout SeededRandom) {
    let months = [1, 6, 7].randomElement(using: &random) ?? 6
    var text = "lookback-after: \(months)\nitems: 表.csv\n"
    site["content/ledgers/l.yml"] = text
    text = "编号,内容,责任主体,时限,状态,销号日期,回头看\n"
    for n in 10..<30 {
      let owner = Self.owners.randomElement(using: &random) ?? Self.owners[0]
      let due = Bool.random(using: &random) ? Self.day(2024...2026, &random) : ""
      let closed = Bool.random(using: &random) ? Self.day(2024...2025, &random) : ""
      let lookback = Self.day(2024...2026, &random)
      let isLooked = !closed.isEmpty && lookback >= closed && Bool.random(using: &random)
      let status = closed.isEmpty ? "进行中" : "已完成"
      text +=
        "w\(n),内容\(n),\(owner.name),\(due),\(status),\(closed),\(isLooked ? lookback + " 反弹" : "")\n"
      if closed.isEmpty || closed > today {
        owe(due, owner.name, 4, "w\(n)", "内容\(n)")
      } else if !(isLooked && lookback <= today) {
        owe(Self.later(closed, by: months), owner.name, 4, "w\(n)", "回头看：内容\(n)")
      }
    }
    site["content/ledgers/表.csv"] = text
  }

  private mutating func campaign(_ random: inout SeededRandom) {
    var text = "---\ntitle: 行动\ntasks:\n"
    for n in 10..<20 {
      let (due, done, owner) = thing(&random)
      text += "  - {id: t\(n), title: 任务\(n)\(Self.keys(due, done, owner))}\n"
      if done.isEmpty || done > today { owe(due, owner.name, 2, "t\(n)", "任务\(n)") }
    }
    site["content/campaigns/a.md"] = text + "---\n正文。\n"
  }

  private mutating func cases(_ random: inout SeededRandom) {
    for n in 10..<16 {
      let (due, done, owner) = thing(&random)
      site["content/cases/c\(n).md"] = TestSite.caseText([
        "rectification": "[{measure: 措施\(n)\(Self.keys(due, done, owner))}]"
      ])
      if done.isEmpty || done > today { owe(due, owner.name, 0, "c\(n)", "措施\(n)") }
    }
  }

  private func thing(
    _ random: inout SeededRandom
  ) -> (due: String, done: String, owner: (id: String, name: String)) {
    (
      Int.random(in: 0..<4, using: &random) == 0 ? "" : Self.day(2024...2026, &random),
      Bool.random(using: &random) ? Self.day(2024...2026, &random) : "",
      Self.owners.randomElement(using: &random) ?? Self.owners[0]
    )
  }

  private static func keys(_ due: String, _ done: String, _ owner: (id: String, name: String))
    -> String
  {
    (due.isEmpty ? "" : ", due: \(due)")
      + (done.isEmpty ? ", status: doing" : ", status: done, done: \(done)")
      + (owner.id.isEmpty ? "" : ", owner: \(owner.id)")
  }

  /// Month ends are as likely as all other days together.
  private static func day(_ years: ClosedRange<Int>, _ random: inout SeededRandom) -> String {
    let (year, month) = (
      Int.random(in: years, using: &random), Int.random(in: 1...12, using: &random)
    )
    if Bool.random(using: &random) { return lastDay(year, month) }
    return text(year, month, Int.random(in: 1...28, using: &random))
  }

  private static func lastDay(_ year: Int, _ month: Int) -> String {
    text(
      year, month, [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
  }

  private static func later(_ day: String, by months: Int) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    let month = parts[1] - 1 + months
    let last = lastDay(parts[0] + month / 12, month % 12 + 1)
    return min(text(parts[0] + month / 12, month % 12 + 1, parts[2]), last)
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
