import Foundation
import Testing

@testable import Jingjian

/// The same numbers everywhere: what home, the page of all that is owed, the pages of departments and
/// posts, of cases, cards, campaigns, duties and ledgers, and `jingjian due` say of one day of the demo.
struct AgreementTests {
  static let dates = [
    "2025-01-01", "2025-01-30", "2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01",
    "2025-03-31", "2025-04-01", "2025-04-30", "2025-06-15", "2025-06-30", "2025-07-01",
    "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-30", "2025-12-31",
    "2026-01-01", "2026-02-28", "2026-03-31", "2026-06-30", "2026-12-31",
  ]

  @Test("all that a day's pages and lists say of what is owed agrees", arguments: dates)
  func agree(_ date: String) throws {
    let today = try #require(Day(date))
    let published = try Published(try Published.demo.get().findings(on: today))
    let owed = OwedList(try published.main("owed.html"))
    #expect(owed.numbers == owed.counts)
    try home(published, owed)
    try owners(published, owed)
    try details(published, owed)
    try cards(published, owed)
    try duties(published, owed)
    try heads(published, owed)
    csv(published, owed)
  }

  private func home(_ published: Published, _ owed: OwedList) throws {
    let home = try published.main("index.html")
    #expect(home.number(after: "30天内到期</a></dt><dd>") == owed.soon.count)
    #expect(home.number(after: "已逾期</a></dt><dd>") == owed.overdue.count)
    let week = home.between("本周到期<span", "</section>")?.numbers.first ?? 0
    let sunday = published.findings.today.monday + 6
    #expect(week == owed.soon.count { $0.due <= "\(sunday)" })
  }

  /// What departments and posts owe is all that is owed, but for what nobody is named for.
  private func owners(_ published: Published, _ owed: OwedList) throws {
    let index = try published.main("departments/index.html").rows
    var all: [String] = []
    for row in index {
      let page = try published.main(row.links.first ?? "")
      let own = OwedList(page.between("id=\"owed\"", "</section>") ?? "")
      #expect(own.numbers == own.counts)
      let columns = row.cells.suffix(2).map { $0.numbers.first }
      #expect(columns == [own.soon.count, own.overdue.count], "\(row.cells)")
      #expect(own.items.allSatisfy { row.cells[0].hasPrefix($0.owner) })
      all += own.items.map(\.line)
    }
    let unowned = owed.items.filter { $0.owner == "未定" }
    #expect((all + unowned.map(\.line)).sorted() == owed.items.map(\.line).sorted())
  }

  /// Each thing that is owed stands where its link leads, in the same state, and nothing else does.
  private func details(_ published: Published, _ owed: OwedList) throws {
    var open: [String] = []
    for path in published.paths {
      let columns: (due: Int, state: Int)
      switch path.split(separator: "/").first {
      case "cases" where !path.dropFirst(6).contains("/"): columns = (1, 2)
      case "campaigns": columns = (2, 3)
      case "ledgers": columns = (4, 5)
      default: continue
      }
      for row in try published.main(path).rows {
        guard let id = row.id else { continue }
        let address = Address(path).encoded + "#" + id
        let state = row.cells[columns.state]
        if !state.hasPrefix("已完成") {
          open.append("\(address) \(row.cells[columns.due]) \(OwedList.state(state))")
        }
        if path.hasPrefix("ledgers/"), let last = row.cells.last, last.hasSuffix("前") {
          let due = last.split(separator: " ").suffix(2).first ?? ""
          open.append("\(address) \(due) 回头看\(last.contains("应于") ? "逾期" : "")")
        }
      }
    }
    let listed = owed.items.filter { ["案例整改", "专项行动", "台账"].contains($0.source) }
    let lines = listed.map { item in
      item.matter.hasPrefix("回头看：")
        ? "\(item.address) \(item.due) 回头看\(item.state.contains("逾期") ? "逾期" : "")"
        : "\(item.address) \(item.due) \(OwedList.state(item.state))"
    }
    #expect(open.sorted() == lines.sorted())
  }

  /// Cards that are due or overdue in the published data are owed.
  private func cards(_ published: Published, _ owed: OwedList) throws {
    let text = try #require(published.text("data/warnings.json"))
    let data = try JSONDecoder().decode(Warnings.self, from: Data(text.utf8))
    let listed = owed.items.filter { $0.source == "预警处置" }
    let cards = data.cards.filter { ["due", "overdue"].contains($0.followUp) }
    #expect(
      cards.map { "\($0.colour)-\($0.period)-\($0.department) \($0.followUp)" }.sorted()
        == listed.map {
          "\($0.address.between("#", "\n") ?? "") \($0.state.contains("逾期") ? "overdue" : "due")"
        }.sorted())
    for item in listed {
      let path = item.address.between("", "#") ?? ""
      let card = try #require(
        try published.main(path).between("id=\"\(item.address.between("#", "\n") ?? "")\"", " id="))
      let words = item.state.contains("逾期") ? item.state : item.due
      #expect(card.plain.contains(words) || card.contains(item.due), "\(item.address)")
    }
  }

  /// The page of a year's duties adds up by level and by owner, and owes what the list owes.
  private func duties(_ published: Published, _ owed: OwedList) throws {
    let listed = owed.items.filter { $0.source == "责任清单" }
    var overdue = 0
    let index = try published.main("responsibilities/index.html")
    let years = try #require(index.between("<tbody>", "</tbody>")).rows
    try #require(!years.isEmpty)
    for year in years {
      let path = try #require(year.links.first)
      let page = try published.main(path)
      let lead = try #require(page.between("class=\"lead\">", "</p>")).plain
      let due = try #require(lead.number(after: "到期"))
      let done = try #require(lead.number(after: "完成"))
      let owes = try #require(lead.number(after: "欠"))
      let late = lead.number(after: "逾期") ?? 0
      #expect(due == done + owes)
      #expect(year.cells.dropFirst(2).map { $0.numbers.first } == [due, done, owes])
      let all = try #require(lead.number(after: "共"))
      let owners = try #require(page.between("<h2>按责任主体</h2>", "</section>")).rows
      let sums = (1...4).map { n in owners.reduce(0) { $0 + ($1.cells[n].numbers.first ?? 0) } }
      #expect(sums == [all, due, done, owes])
      let rows = page.rows.filter { $0.id != nil }
      #expect(rows.reduce(0) { $0 + ($1.cells[3].numbers.first ?? 0) } == due)
      #expect(rows.reduce(0) { $0 + ($1.cells[4].numbers.first ?? 0) } == done)
      var steps: [String] = []
      for row in rows where row.cells[5] != "无" {
        let words = row.cells[5].split(separator: " ")
        for n in stride(from: 0, to: words.count, by: 2) {
          steps.append(
            "\(path)#\(row.id ?? "") \(words[n]) \(OwedList.state(String(words[n + 1])))")
        }
      }
      #expect(steps.count == owes)
      let own = listed.filter {
        $0.address.hasPrefix(path) && $0.due <= "\(published.findings.today)"
      }
      #expect(
        steps.sorted()
          == own.map { "\($0.address) \($0.due) \(OwedList.state($0.state))" }.sorted())
      overdue += late
    }
    #expect(overdue == listed.count { $0.state.contains("逾期") })
  }

  /// What heads of pages and lists say of a campaign, a ledger or a case is what their rows add up to.
  private func heads(_ published: Published, _ owed: OwedList) throws {
    let campaigns = try published.main("campaigns/index.html")
      .components(separatedBy: "<h3>").dropFirst()
    for item in campaigns {
      let link = try #require(item.between(" href=\"", "\""))
      let path = link.replacingOccurrences(of: "../", with: "")
      let page = try published.main(path)
      let rows = page.rows.filter { $0.id?.hasPrefix("task-") == true }
      for text in [item, page] {
        let share = try #require(text.between("class=\"progress\"", "</p>")).plain
        #expect(share.number(after: "共") == rows.count)
        #expect(share.number(after: " 完成") == rows.count { $0.cells[3].hasPrefix("已完成") })
        #expect((share.number(after: "逾期") ?? 0) == rows.count { $0.cells[3].contains("逾期") })
        #expect((share.number(after: "迟完成") ?? 0) == rows.count { $0.cells[3].contains("晚") })
      }
    }
    var overdue = 0
    for ledger in try published.main("ledgers/index.html").rows {
      let page = try published.main(ledger.links.first ?? "")
      let rows = page.rows.filter { $0.id != nil }
      let closed = rows.count { $0.cells[5].hasPrefix("已完成") }
      let late = rows.count { $0.cells[5].contains("逾期") }
      let unseen = rows.count { $0.cells[6].contains("应于") }
      let numbers = ledger.cells.map { $0.numbers.first }
      #expect(
        [numbers[2], numbers[3], numbers[5], numbers[6]] == [rows.count, closed, late, unseen])
      #expect(page.number(after: "<dt>逾期</dt><dd>") == late)
      #expect(page.number(after: "<dt>已销号</dt><dd>") == closed)
      #expect(page.number(after: "已逾期的回头看有") == unseen)
      overdue += late + unseen
    }
    #expect(overdue == owed.overdue.count { $0.source == "台账" })
    for path in Set(owed.overdue.filter { $0.source == "案例整改" }.map(\.address)) {
      let address = String(path.prefix { $0 != "#" })
      let page = try published.main(Address.decode(address) ?? "")
      let late = page.rows.count {
        $0.id?.hasPrefix("measure-") == true && $0.cells[2].contains("逾期")
      }
      #expect(page.between("<dt>整改</dt>", "</div>")?.plain == "\(late)项逾期")
    }
  }

  /// `jingjian due` lists the rows of the page, and far ahead all that has a date.
  private func csv(_ published: Published, _ owed: OwedList) {
    let findings = published.findings
    func lines(until: Day) -> [String] {
      DueList(findings, until: until).csv.components(separatedBy: "\r\n").dropFirst().dropLast()
        .map {
          $0.split(separator: ",", omittingEmptySubsequences: false).prefix(4).joined(
            separator: ",")
        }
    }
    let near = (owed.overdue + owed.soon).map(\.csv).sorted()
    #expect(lines(until: findings.today + OwedView.soonDays).sorted() == near)
    let far = lines(until: findings.today + 36_500)
    #expect(
      far.filter { !$0.hasSuffix("责任清单") }.sorted()
        == owed.items.filter { $0.due != "未定" && $0.source != "责任清单" }.map(\.csv).sorted())
    // A duty whose period has not begun is in the list of what falls due, not in what is owed.
    let begun = owed.items.filter { $0.source == "责任清单" && $0.due != "未定" }.map(\.csv)
    #expect(Set(begun).isSubset(of: far))
  }

  private struct Warnings: Decodable {
    struct Card: Decodable { let department, colour, period, followUp: String }
    let cards: [Card]
  }
}

/// What a page lists as owed, in its three parts.
private struct OwedList {
  struct Item {
    let address: String
    let due: String
    let matter: String
    let source: String
    let owner: String
    let state: String

    var line: String { "\(address) \(due) \(matter) \(owner) \(state)" }
    var csv: String {
      "\(due),\(state.contains("逾期") ? "逾期" : "待办"),\(owner == "未定" ? "" : owner),\(source)"
    }
  }

  private(set) var overdue: [Item] = []
  private(set) var soon: [Item] = []
  private(set) var later: [Item] = []
  /// What its first sentence says: all, overdue, soon, later.
  let numbers: [Int]

  var items: [Item] { overdue + soon + later }
  var counts: [Int] { [items.count, overdue.count, soon.count, later.count] }

  init(_ html: String) {
    let lead = html.between("class=\"as-of\">", "</p>")?.plain ?? ""
    numbers = ["待办", "逾期", "30天内到期", "其余"].map { lead.number(after: $0) ?? 0 }
    let parts = html.replacingOccurrences(of: "<details", with: "<h3>以后</h3><details")
      .components(separatedBy: "<h3>").dropFirst()
    for part in parts {
      let items = part.rows.map { row in
        let text = row.cells[1]
        let source =
          ["案例整改", "预警处置", "专项行动", "责任清单", "台账"].first {
            text.contains(" \($0)") || text.hasSuffix($0)
          } ?? ""
        return Item(
          address: row.links.first ?? "", due: row.cells[0], matter: text, source: source,
          owner: row.cells[2], state: row.cells[3])
      }
      switch part.between("", "</h3>") {
      case "已逾期": overdue += items
      case "30天内到期": soon += items
      default: later += items
      }
    }
  }

  /// The part of a state that both a list and a page of details give.
  static func state(_ text: String) -> String {
    for words in ["逾期", "还有"] {
      if let days = text.number(after: words) { return "\(words)\(days)天" }
    }
    return text.contains("今天到期") ? "今天到期" : "待办"
  }
}

extension Day {
  fileprivate var monday: Day { Week(self).monday }
}
