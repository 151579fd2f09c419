import Testing

@testable import Jingjian

/// What follows from campaigns, ledgers and activities on a day, by tables.
struct DerivationTests {
  @Test(
    "overdue from the day after it was due; done late by so many days",
    arguments: [
      ("2025-02-28", "", "2025-02-28", "open 0"), ("2025-02-28", "", "2025-03-01", "overdue 1"),
      ("2024-02-29", "", "2024-03-01", "overdue 1"), ("2024-02-28", "", "2024-02-29", "overdue 1"),
      ("2025-12-31", "", "2026-01-01", "overdue 1"), ("2025-03-01", "", "2025-02-28", "open 1"),
      ("2024-03-01", "", "2024-02-28", "open 2"), ("", "", "2025-02-28", "open"),
      ("2025-02-28", "2025-02-28", "2025-03-01", "done"),
      ("2025-02-28", "2025-03-01", "2025-03-01", "late 1"),
      ("2025-02-28", "2025-03-02", "2025-03-01", "overdue 1"),
      ("2025-03-01", "2025-03-02", "2025-03-01", "open 0"),
      ("", "2025-03-01", "2025-03-01", "done"),
    ])
  func progress(_ due: String, _ done: String, _ today: String, _ state: String) throws {
    let progress = Progress(
      due: Day(due), status: nil, done: Day(done), today: try #require(Day(today)))
    #expect("\(progress)" == state)
  }

  /// A target's values, and how far it has come.
  struct Target: Sendable {
    let baseline: String
    let target: String
    let actual: String
    var better: Direction?
    let percent: String?
    var isExact = true
    /// Thousandths of the bar.
    var bar = 0
    let isReached: Bool?
  }

  @Test(
    "attainment, in both directions, below 0 and above 1, and where there is none",
    arguments: [
      Target(
        baseline: "75", target: "98", actual: "99.2", better: .higher, percent: "105.22%",
        isExact: false, bar: 1000, isReached: true),
      Target(
        baseline: "40", target: "10", actual: "22", better: .lower, percent: "60%", bar: 600,
        isReached: false),
      Target(
        baseline: "62", target: "50", actual: "66", better: .lower, percent: "-33.33%",
        isExact: false, bar: 0, isReached: false),
      Target(
        baseline: "81.5", target: "98", actual: "92", percent: "63.64%", isExact: false, bar: 636,
        isReached: false),
      Target(
        baseline: "0.8", target: "0.2", actual: "0.2", better: .lower, percent: "100%", bar: 1000,
        isReached: true),
      Target(
        baseline: "0.8", target: "0.2", actual: "-0.1", better: .lower, percent: "150%", bar: 1000,
        isReached: true),
      Target(
        baseline: "-10", target: "10", actual: "-10", percent: "0%", bar: 0, isReached: false),
      // Half up, also below 0.
      Target(
        baseline: "0", target: "800", actual: "0.01", percent: "0%", isExact: false, bar: 0,
        isReached: false),
      Target(
        baseline: "0", target: "200", actual: "0.01", percent: "0.01%", isExact: false, bar: 0,
        isReached: false),
      Target(
        baseline: "0", target: "200", actual: "-0.01", percent: "0%", isExact: false, bar: 0,
        isReached: false),
      // Nearly there is not there.
      Target(
        baseline: "0", target: "99999", actual: "99998.99", percent: "100%", isExact: false,
        bar: 999, isReached: false),
      // Nothing to come by, nothing written.
      Target(
        baseline: "98", target: "98", actual: "98", better: .higher, percent: nil, isReached: true),
      Target(
        baseline: "98", target: "98", actual: "97", better: .higher, percent: nil, isReached: false),
      Target(baseline: "", target: "98", actual: "97", percent: nil, isReached: nil),
      Target(
        baseline: "", target: "98", actual: "97", better: .lower, percent: nil, isReached: true),
      Target(baseline: "1", target: "", actual: "97", better: .lower, percent: nil, isReached: nil),
      Target(baseline: "1", target: "2", actual: "", percent: nil, isReached: nil),
    ])
  func attainment(_ row: Target) {
    let target = Campaign.Goal(
      name: "", unit: nil, baseline: Decimal(row.baseline), target: Decimal(row.target),
      actual: Decimal(row.actual), better: row.better)
    #expect(target.attainment?.text == row.percent)
    #expect(target.attainment?.isExact == row.percent.map { _ in row.isExact })
    #expect(target.attainment?.clamped == row.percent.map { _ in row.bar })
    #expect(target.isReached == row.isReached)
  }

  @Test(
    "where a campaign stands on its first and last day, and beside them",
    arguments: [
      ("2025-03-01", "2025-06-30", "2025-02-28", .upcoming(days: 1)),
      ("2024-03-01", "2025-06-30", "2024-02-28", .upcoming(days: 2)),
      ("2025-03-01", "2025-06-30", "2025-03-01", .underway(daysLeft: 121)),
      ("2025-03-01", "2025-06-30", "2025-06-29", .underway(daysLeft: 1)),
      ("2025-03-01", "2025-06-30", "2025-06-30", .underway(daysLeft: 0)),
      ("2025-03-01", "2025-06-30", "2025-07-01", .over),
      ("2025-03-01", "2025-03-01", "2025-03-01", .underway(daysLeft: 0)),
      ("", "2025-06-30", "1999-01-01", .underway(daysLeft: 9677)),
      ("2025-03-01", "", "2099-01-01", .underway(daysLeft: nil)),
      ("", "", "2025-01-01", .underway(daysLeft: nil)),
    ] as [(String, String, String, CampaignStage)])
  func stage(_ from: String, _ to: String, _ today: String, _ stage: CampaignStage) throws {
    let keys = [("from", from), ("to", to)].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)\n" }
    let site = TestSite(["content/campaigns/a.md": "---\ntitle: 行动\n\(keys.joined())---\n正文。\n"])
    let campaign = try #require(try site.findings(on: today).campaigns.first)
    #expect(campaign.stage(today: try #require(Day(today))) == stage)
  }

  /// An item that was closed, the look-backs at it, and where it stands on a day.
  struct Closed: Sendable {
    let closed: String
    var lookbacks: [(String, Ledger.Lookback.LedgerResult?)] = []
    var months = 6
    let today: String
    let due: String?
    var hasRelapsed = false
  }

  @Test(
    "a closed item is looked back at some months on, once; the latest result counts",
    arguments: [
      Closed(closed: "2025-03-27", today: "2025-03-27", due: "2025-09-27"),
      Closed(closed: "2025-03-27", today: "2025-03-26", due: nil),
      Closed(closed: "2025-08-31", today: "2026-01-01", due: "2026-02-28"),
      Closed(closed: "2023-08-31", today: "2024-01-01", due: "2024-02-29"),
      Closed(closed: "2025-08-28", today: "2026-01-01", due: "2026-02-28"),
      Closed(closed: "2024-02-29", months: 12, today: "2025-01-01", due: "2025-02-28"),
      Closed(closed: "2025-03-31", months: 1, today: "2025-04-01", due: "2025-04-30"),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-09-27", .held)], today: "2025-09-26",
        due: "2025-09-27"),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-09-27", .held)], today: "2025-09-27", due: nil),
      // Also one without a word of its result, and one before its time, answers.
      Closed(closed: "2025-03-27", lookbacks: [("2025-04-01", nil)], today: "2025-09-28", due: nil),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-09-27", .relapsed)], today: "2025-09-28",
        due: nil, hasRelapsed: true),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-12-01", .held), ("2025-09-27", .relapsed)],
        today: "2025-11-30", due: nil, hasRelapsed: true),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-12-01", .held), ("2025-09-27", .relapsed)],
        today: "2025-12-01", due: nil),
      Closed(
        closed: "2025-03-27", lookbacks: [("2025-09-27", .held), ("2025-12-01", .relapsed)],
        today: "2025-12-01", due: nil, hasRelapsed: true),
    ])
  func lookbacks(_ row: Closed) throws {
    let list = row.lookbacks.map { day, result in
      "{date: \(day)\(result.map { ", result: \($0)" } ?? "")}"
    }.joined(separator: ", ")
    let site = TestSite([
      "content/ledgers/l.yml":
        "items: [{id: a, status: done, closed: \(row.closed), lookback: [\(list)]}]\n"
    ])
    let today = try #require(Day(row.today))
    let findings = try site.findings(on: row.today)
    let item = try #require(findings.site.tables.ledgers.first?.items.first)
    #expect(item.lookbackDue(after: row.months, today: today)?.description == row.due)
    #expect(item.hasRelapsed(today: today) == row.hasRelapsed)
    let isOpen = today < (try #require(Day(row.closed)))
    #expect(item.progress(today: today).isDone == !isOpen)
    if row.months == 6 {
      #expect(findings.obligations.count == (row.due != nil || isOpen ? 1 : 0))
    }
  }

  @Test("the closure rate counts what is closed by today")
  func closureRate() throws {
    let site = TestSite([
      "content/ledgers/l.yml": """
      lookback-after: 3
      items:
        - {id: a, status: done, closed: 2025-03-01}
        - {id: b, status: done, closed: 2025-03-02}
        - {id: c, status: doing}
      """
    ])
    for (today, closed, rate) in [
      ("2025-02-28", 0, "0%"), ("2025-03-01", 1, "33.33%"), ("2025-03-02", 2, "66.67%"),
    ] {
      let findings = try site.findings(on: today)
      let ledger = try #require(findings.site.tables.ledgers.first)
      #expect(ledger.closed(today: findings.today) == closed)
      #expect(Ratio(closed, of: ledger.items.count)?.text == rate)
    }
    let later = try site.findings(on: "2025-06-02")
    #expect(
      later.obligations.map { "\($0.id) \($0.due?.description ?? "-") \($0.progress)" }
        == ["a 2025-06-01 overdue 1", "b 2025-06-02 open 0", "c - open"])
  }

  private static let departments = """
    - {id: a, name: 甲庭}
    - {id: b, name: 乙庭, since: 2025-04}
    - {id: c, name: 丙庭, until: 2025-06}
    - {id: d, name: 丁庭, since: 2025-07}
    """

  /// Rows of the activities, and which departments each half of 2025 covers and misses.
  @Test(
    "talks cover the departments that lived in the half-year",
    arguments: [
      ("", "|abc", "|abd"),
      ("2025-06-30,谈话,甲庭", "a|bc", "|abd"), ("2025-07-01,谈话,甲庭", "|abc", "a|bd"),
      ("2025-03-31,谈话,甲庭;丙庭\n2025-12-31,谈话,d；乙庭", "ac|b", "bd|a"),
      // The whole court is those that lived in that month.
      ("2025-03-31,谈话,全院", "ac|b", "|abd"), ("2025-04-01,谈话,全院", "abc|", "|abd"),
      ("2025-08-01,谈话,全院", "|abc", "abd|"),
      ("2025-04-01,培训,全院\n2024-05-01,谈话,全院\n2026-01-01,谈话,全院", "|abc", "|abd"),
    ])
  func coverage(_ rows: String, _ first: String, _ second: String) throws {
    let site = TestSite([
      "content/departments.yml": Self.departments,
      "content/activities/x.csv": "日期,类型,部门\n\(rows)\n",
    ])
    let findings = try site.findings(on: "2026-12-31")
    let halves = (1...2).map { half in
      let talks = TalkCoverage(
        findings.site.tables.activities, of: findings.site.vocabulary.departments, year: 2025,
        half: half)
      return talks.covered.map(\.id).joined() + "|" + talks.missed.map(\.id).joined()
    }
    #expect(halves == [first, second])
  }

  @Test("a year's sums; the pass rate is weighted by people; what is to come is left out")
  func sums() throws {
    let site = TestSite([
      "content/departments.yml": Self.departments,
      "content/activities/x.csv": """
      日期,类型,部门,场次,人次,合格率,补考人次
      2025-01-01,测试,全院,1,100,90,10
      2025-05-01,测试,甲庭；乙庭；甲庭,2,50,96.24%,2
      2025-12-31,培训,甲庭,3,7,,
      2026-01-01,测试,甲庭,1,1,0,1
      """,
    ])
    func sums(_ today: String, _ department: String?, year: Int = 2025) throws -> String {
      let findings = try site.findings(on: today)
      let sums = Coverage(
        findings.site.tables.activities,
        department: try department.map {
          try #require(findings.site.vocabulary.department($0))
        }, year: year)
      return
        "\(sums.activities.count) \(sums.sessions()) \(sums.people()) \(sums.resits) "
        + (sums.passRate?.text ?? "-")
    }
    #expect(try sums("2026-01-01", nil) == "3 6 157 12 92.08%")
    #expect(try sums("2025-12-31", nil) == "3 6 157 12 92.08%")
    #expect(try sums("2025-12-30", nil) == "2 3 150 12 92.08%")
    #expect(try sums("2025-04-30", nil) == "1 1 100 10 90%")
    #expect(try sums("2026-01-01", "a") == "3 6 157 12 92.08%")
    // It was founded in April: the whole court's test of January was not its own.
    #expect(try sums("2026-01-01", "b") == "1 2 50 2 96.24%")
    #expect(try sums("2026-01-01", "d") == "0 0 0 0 -")
    #expect(try sums("2026-01-01", nil, year: 2026) == "1 1 1 1 0%")
    #expect(try sums("2025-12-31", nil, year: 2026) == "0 0 0 0 -")
  }

  /// 2025-04-01 00:00 in Shanghai is 2025-03-31 16:00 UTC.
  @Test(
    "what is overdue turns at midnight of the site's zone",
    arguments: [
      ("Asia/Shanghai", 1_743_436_799, "open 0"), ("Asia/Shanghai", 1_743_436_800, "overdue 1"),
      ("UTC", 1_743_436_800, "open 0"), ("UTC", 1_743_465_599, "open 0"),
      ("UTC", 1_743_465_600, "overdue 1"), ("America/New_York", 1_743_465_600, "open 0"),
      ("America/New_York", 1_743_479_999, "open 0"),
      ("America/New_York", 1_743_480_000, "overdue 1"),
    ])
  func midnight(_ zone: String, _ now: Int, _ state: String) throws {
    let site = TestSite([
      "content/site.yml": "name: 站\norgan: 院\ntimezone: \(zone)\n",
      "content/responsibilities/2025.csv": "任务,频次,时限\n点名,一次,2025-03-31\n",
    ])
    let page = try #require(try site.build(now: now).page("owed.html"))
    #expect(page.contains(state == "open 0" ? "今天到期" : "逾期1天"))
    #expect(page.contains("逾期1天") == (state != "open 0"))
    var request = Build.Request(site: "/site", output: nil, templates: [], now: now)
    request.date = nil
    let due = try Build.due(owner: nil, until: nil, request, disk: site.memory.disk)
    #expect(
      due.csv?.contains(state == "open 0" ? "2025-03-31,待办," : "2025-03-31,逾期,") == true)
  }
}
