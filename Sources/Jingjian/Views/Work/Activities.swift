/// The page of a year's activities: by kind, by department, the coverage of talks, and every line.
struct ActivityPage: PageView {
  let frame: Frame
  let year: Int
  let findings: Findings

  static let template = "activities-year"

  private var activities: [Activity] {
    findings.site.tables.activities.filter { $0.date.year == year }
  }
  private var departments: [Department] {
    let months = Month(number: year * 12)...Month(number: year * 12 + 11)
    return findings.site.vocabulary.departments.filter { $0.isAlive(in: months) }
  }

  static let slots: [Slot<ActivityPage>] = [
    .number("year") { $0.year },
    .object("tally") { ActivityTally(Coverage($0.activities, department: nil, year: $0.year)) },
    .list("kinds") { page in
      let all = Coverage(page.activities, department: nil, year: page.year)
      return Activity.Kind.allCases.map { KindTally(kind: $0, coverage: all) }
    },
    .group("departments") { page in
      page.departments.map { department in
        DepartmentTally(
          department: LinkView(.department(department.id), department.name),
          coverage: Coverage(page.activities, department: department, year: page.year))
      }
    },
    .list("halves") { page in
      (1...2).map { half in
        HalfView(
          coverage: TalkCoverage(
            page.activities, of: page.findings.site.vocabulary.departments, year: page.year,
            half: half), today: page.findings.today)
      }
    },
    .list("activities") { page in
      page.activities.map { ActivityRow(activity: $0, findings: page.findings) }
    },
    .object("previous") { $0.neighbour(-1) },
    .object("next") { $0.neighbour(1) },
  ]

  private func neighbour(_ step: Int) -> LinkView? {
    let years = findings.site.tables.years
    guard let place = years.firstIndex(of: year), years.indices.contains(place + step) else {
      return nil
    }
    return LinkView(.activities(years[place + step]), String(years[place + step]))
  }
}

/// The years that have activities.
struct ActivityListPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "activities"

  static let slots: [Slot<ActivityListPage>] = [
    .list("years") { page in
      page.findings.site.tables.years.reversed().map { year in
        ActivityYear(
          year: year,
          coverage: Coverage(page.findings.site.tables.activities, department: nil, year: year))
      }
    }
  ]
}

struct ActivityYear: View {
  let year: Int
  let coverage: Coverage

  static let slots: [Slot<ActivityYear>] = [
    .text("address") { Address.activities($0.year).encoded },
    .number("year") { $0.year },
    .object("tally") { ActivityTally($0.coverage) },
  ]
}

/// What activities come to.
struct ActivityTally: View {
  let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  static let slots: [Slot<ActivityTally>] = [
    .number("activities") { $0.coverage.activities.count },
    .number("sessions") { $0.coverage.sessions() },
    .number("people") { $0.coverage.people() },
    .text("passRate") { $0.coverage.passRate?.text },
    .number("resits") { $0.coverage.resits },
  ]
}

struct KindTally: View {
  let kind: Activity.Kind
  let coverage: Coverage

  static let slots: [Slot<KindTally>] = [
    .text("title") { $0.kind.chinese },
    .number("sessions") { $0.coverage.sessions($0.kind) },
    .number("people") { $0.coverage.people($0.kind) },
  ]
}

/// What a department took part in. What several departments held together counts for each of them.
struct DepartmentTally: View {
  let department: LinkView
  let coverage: Coverage

  static let slots: [Slot<DepartmentTally>] = [
    .object("department") { $0.department },
    .object("tally") { ActivityTally($0.coverage) },
    .flag("talkedFirst") { $0.coverage.talks[0] },
    .flag("talkedSecond") { $0.coverage.talks[1] },
  ]
}

/// How far the talks of a half-year reached.
struct HalfView: View {
  let coverage: TalkCoverage
  let today: Day

  static let slots: [Slot<HalfView>] = [
    .flag("isFirst") { $0.coverage.half == 1 },
    .number("covered") { $0.coverage.covered.count },
    .number("all") { $0.coverage.covered.count + $0.coverage.missed.count },
    .text("share") { $0.coverage.share?.text },
    .group("missed") { view in
      view.coverage.missed.map { LinkView(.department($0.id), $0.name) }
    },
    .flag("isToCome") { $0.first > $0.today },
    .flag("isRunning") { $0.first <= $0.today && $0.today < $0.last },
  ]

  private var first: Day { Month(number: coverage.year * 12 + (coverage.half - 1) * 6).first }
  private var last: Day { Month(number: coverage.year * 12 + coverage.half * 6 - 1).last }
}

struct ActivityRow: View {
  let activity: Activity
  let findings: Findings

  static let slots: [Slot<ActivityRow>] = [
    .object("date") { DateView($0.activity.date) },
    .text("kind") { $0.activity.kind.chinese },
    .flag("isWholeCourt") { $0.activity.isWholeCourt },
    .list("departments") { row in
      row.activity.departments.compactMap { OwnerView.link($0, row.findings) }
    },
    .number("sessions") { $0.activity.sessions },
    .number("people") { $0.activity.people },
    .text("passRate") { $0.activity.passRate.map { $0.short + "%" } },
    .number("resits") { $0.activity.resits },
    .text("note") { $0.activity.note },
    .text("file") { $0.activity.file },
    .number("line") { $0.activity.line },
  ]
}

extension Tables {
  /// The years that have activities, ascending.
  var years: [Int] { activities.map(\.date.year).uniqued() }
}

extension Press {
  func activities(_ findings: Findings) -> [Page] {
    let years = findings.site.tables.years
    guard !years.isEmpty else { return [] }
    let pages = years.map { year in
      page(.activities(year), section: Activity.section) {
        ActivityPage(frame: $0, year: year, findings: findings)
      }
    }
    return pages + [
      page(.index(of: "activities"), section: Activity.section) {
        ActivityListPage(frame: $0, findings: findings)
      }
    ]
  }
}
