import Testing

@testable import Jingjian

/// When a duty is owed, by tables that a reader can check by hand (docs/rules.md, "Duties").
struct OccurrenceTests {
  /// A row of a list of duties, and the days on which it is due.
  struct Series: Sendable, CustomTestStringConvertible {
    let frequency: String
    var limit = ""
    var year = 2025
    let due: [String]

    var testDescription: String { "\(frequency) \(limit) \(year)" }
  }

  static let months2025 = [
    "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30",
    "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31",
  ]

  @Test(
    "each calendar period is one occurrence, due on its last day; a limit ends the series",
    arguments: [
      Series(frequency: "每月", due: months2025),
      Series(frequency: "每月", limit: "2025-02-28", due: ["2025-01-31", "2025-02-28"]),
      Series(frequency: "每月", limit: "2025-02-27", due: ["2025-01-31"]),
      Series(
        frequency: "每月", limit: "2024-02-29", year: 2024, due: ["2024-01-31", "2024-02-29"]),
      Series(frequency: "每月", limit: "2024-02-28", year: 2024, due: ["2024-01-31"]),
      Series(frequency: "每月", limit: "2100-02-28", year: 2100, due: ["2100-01-31", "2100-02-28"]),
      Series(frequency: "每月", limit: "2025-01-30", due: []),
      Series(
        frequency: "每月", limit: "2026-01-31", due: months2025 + ["2026-01-31"]),
      Series(
        frequency: "每季度", due: ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
      Series(frequency: "每季度", limit: "2025-08-31", due: ["2025-03-31", "2025-06-30"]),
      Series(
        frequency: "每季度", limit: "2025-09-30", due: ["2025-03-31", "2025-06-30", "2025-09-30"]),
      Series(frequency: "每季度", limit: "2025-03-30", due: []),
      Series(frequency: "每半年", due: ["2025-06-30", "2025-12-31"]),
      Series(frequency: "每半年", limit: "2025-12-30", due: ["2025-06-30"]),
      Series(
        frequency: "每半年", limit: "2026-06-30", due: ["2025-06-30", "2025-12-31", "2026-06-30"]),
      Series(frequency: "每年", due: ["2025-12-31"]),
      Series(frequency: "每年", limit: "2025-12-31", due: ["2025-12-31"]),
      Series(frequency: "每年", limit: "2025-12-30", due: []),
      Series(frequency: "每年", limit: "2027-12-30", due: ["2025-12-31", "2026-12-31"]),
      Series(frequency: "yearly", due: ["2025-12-31"]),
      Series(frequency: "half-yearly", due: ["2025-06-30", "2025-12-31"]),
      // Once: the limit is the day, also where it lies in another year.
      Series(frequency: "一次", limit: "2025-08-20", due: ["2025-08-20"]),
      Series(frequency: "一次", limit: "2026-03-01", due: ["2026-03-01"]),
      Series(frequency: "once", due: ["-"]),
    ])
  func series(_ series: Series) throws {
    let duty = try Duty.row(
      frequency: series.frequency, limit: series.limit, year: series.year)
    let today = Day(number: 0)
    #expect(duty.steps(today: today).map { $0.due?.description ?? "-" } == series.due)
  }

  /// Completions of a duty, a day, and how each time that it was owed stands on it.
  struct State: Sendable, CustomTestStringConvertible {
    var frequency = "每季度"
    var limit = ""
    var year = 2025
    let done: String
    let today: String
    let states: [String]

    var testDescription: String { "\(frequency) \(limit) \(done) on \(today)" }
  }

  @Test(
    "a completion counts for the period that it falls in, and from its day on",
    arguments: [
      State(
        done: "", today: "2025-03-31",
        states: ["open 0", "open 91", "open 183", "open 275"]),
      State(
        done: "", today: "2025-04-01",
        states: ["overdue 1", "open 90", "open 182", "open 274"]),
      // On the first and on the last day of the period.
      State(
        done: "2025-01-01", today: "2025-01-01",
        states: ["done", "open 180", "open 272", "open 364"]),
      State(
        done: "2025-03-31", today: "2025-04-01",
        states: ["done", "open 90", "open 182", "open 274"]),
      // A day later it is the next period's.
      State(
        done: "2025-04-01", today: "2025-04-01",
        states: ["overdue 1", "done", "open 182", "open 274"]),
      // Two in one period are one; the second fills no other.
      State(
        done: "2025-04-09;2025-06-30", today: "2025-07-01",
        states: ["overdue 92", "done", "open 91", "open 183"]),
      // A completion after today has not happened yet; the one before it has.
      State(
        done: "2025-02-01;2025-05-02", today: "2025-05-01",
        states: ["done", "open 60", "open 152", "open 244"]),
      State(
        done: "2025-02-01;2025-05-02", today: "2025-05-02",
        states: ["done", "done", "open 151", "open 243"]),
      State(
        frequency: "每月", limit: "2024-03-15", year: 2024, done: "2024-02-29", today: "2024-03-01",
        states: ["overdue 30", "done"]),
      State(
        frequency: "每年", done: "2025-12-31", today: "2026-01-01", states: ["done"]),
      State(frequency: "每年", done: "2026-01-01", today: "2026-01-01", states: ["overdue 1"]),
      State(
        frequency: "一次", limit: "2025-06-30", done: "", today: "2025-06-30",
        states: ["open 0"]),
      State(
        frequency: "一次", limit: "2025-06-30", done: "", today: "2025-07-01",
        states: ["overdue 1"]),
      State(
        frequency: "一次", limit: "2025-06-30", done: "2025-07-02", today: "2025-07-01",
        states: ["overdue 1"]),
      State(
        frequency: "一次", limit: "2025-06-30", done: "2025-07-02", today: "2025-07-02",
        states: ["late 2"]),
      State(
        frequency: "一次", limit: "2025-06-30", done: "2025-06-30", today: "2025-07-02",
        states: ["done"]),
      // Of several the first is when it was done.
      State(
        frequency: "一次", limit: "2025-06-30", done: "2025-08-01;2025-06-01",
        today: "2025-09-01", states: ["done"]),
      State(frequency: "一次", done: "", today: "2030-01-01", states: ["open"]),
      State(frequency: "一次", done: "2025-05-05", today: "2030-01-01", states: ["done"]),
      State(frequency: "每年", limit: "2025-06-30", done: "", today: "2030-01-01", states: []),
    ])
  func state(_ state: State) throws {
    let duty = try Duty.row(
      frequency: state.frequency, limit: state.limit, done: state.done, year: state.year)
    let today = try #require(Day(state.today))
    #expect(duty.steps(today: today).map { "\($0.progress)" } == state.states)
  }

  @Test("the periods of a duty follow each other without a gap", arguments: [2023, 2024, 2100])
  func periods(_ year: Int) throws {
    for frequency in ["每月", "每季度", "每半年", "每年"] {
      let periods = try Duty.row(frequency: frequency, year: year).occurrences
      #expect(periods.first?.first == Day(year: year, month: 1, day: 1))
      #expect(periods.last?.due == Day(year: year, month: 12, day: 31))
      for (a, b) in zip(periods, periods.dropFirst()) { #expect(a.due + 1 == b.first) }
    }
  }

  @Test("one that was done late in another period is not done late: it is owed")
  func lateFulfilment() throws {
    let duty = try Duty.row(frequency: "每季度", done: "2025-10-14;2025-12-16")
    let today = try #require(Day("2025-12-31"))
    #expect(
      duty.steps(today: today).map { "\($0.progress)" }
        == ["overdue 275", "overdue 184", "overdue 92", "done"])
  }
}

extension Duty {
  /// A duty as a row of its year's list gives it.
  static func row(
    frequency: String, limit: String = "", done: String = "", year: Int = 2025
  ) throws -> Duty {
    let source = SourceFile(
      path: "content/responsibilities/\(year).csv",
      text: "任务,频次,时限,完成记录\n点名,\(frequency),\(limit),\(done)\n")
    var prover = Prover(file: source.path, index: Index())
    let list = DutyList(source, year: year, &prover)
    #expect(!prover.report.hasErrors)
    return try #require(list.duties.first)
  }
}

extension Progress: CustomStringConvertible {
  var description: String {
    switch self {
    case .done: "done"
    case .doneLate(let days): "late \(days)"
    case .open(nil): "open"
    case .open(let days?): "open \(days)"
    case .overdue(let days): "overdue \(days)"
    }
  }
}
