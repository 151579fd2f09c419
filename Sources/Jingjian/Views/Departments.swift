/// The page of a department: its cases and what it owes.
struct DepartmentPage: PageView {
  let frame: Frame
  let department: Department
  let findings: Findings

  static let template = "department"

  static let slots: [Slot<DepartmentPage>] = [
    .text("title") { $0.department.name },
    .group("aliases") { $0.department.aliases },
    .object("since") { $0.department.since.map(MonthView.init) },
    .object("until") { $0.department.until.map(MonthView.init) },
    .group("cases") { page in page.cases.prefix(20).map { CaseItem($0, page.findings) } },
    .number("count") { $0.cases.count },
    .text("all") { page in
      page.cases.count > 20 ? Address.casesOf(department: page.department.id).encoded : nil
    },
    .object("ranking") { page in
      DepartmentRanking(page.department.id, page.findings.standings)
    },
    .group("clarifications") { page in
      page.findings.clarifications.filter {
        page.findings.department(of: $0) == page.department.id
      }.map { ClarificationItem($0, page.findings) }
    },
    .group("exemplars") { page in
      page.findings.exemplars.filter { $0.department == page.department.id }
        .map { RecordItem($0.common) }
    },
    .group("open") { page in page.open.map { MeasureView($0, page.findings) } },
    .number("overdue") { page in
      let count = page.open.count { $0.progress.isOverdue }
      return count > 0 ? count : nil
    },
  ]

  private var cases: [Case] {
    (findings.caseIndex.byDepartment[department.id] ?? []).map { findings.caseIndex.cases[$0] }
  }

  private var open: [Findings.OpenMeasure] {
    findings.openMeasures.filter { $0.measure.owner == department.id }
  }
}

/// The list of departments.
struct DepartmentListPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "departments"

  static let slots: [Slot<DepartmentListPage>] = [
    .list("departments") { page in
      page.findings.site.vocabulary.departments.map { department in
        let open = page.findings.openMeasures.filter { $0.measure.owner == department.id }
        return DepartmentRow(
          department: department, today: page.findings.today,
          cases: page.findings.caseIndex.byDepartment[department.id]?.count ?? 0,
          open: open.count, overdue: open.count { $0.progress.isOverdue })
      }
    }
  ]
}

struct DepartmentRow: View {
  let department: Department
  let today: Day
  let cases: Int
  let open: Int
  let overdue: Int

  static let slots: [Slot<DepartmentRow>] = [
    .text("address") { Address.department($0.department.id).encoded },
    .text("title") { $0.department.name },
    .flag("isClosed") { row in row.department.until.map { $0 < row.today.month } ?? false },
    .flag("isFuture") { row in row.department.since.map { $0 > row.today.month } ?? false },
    .number("cases") { $0.cases },
    .number("open") { $0.open },
    .number("overdue") { $0.overdue },
    .flag("hasOverdue") { $0.overdue > 0 },
  ]
}

struct MonthView: View {
  let month: Month

  static let slots: [Slot<MonthView>] = [
    .number("year") { $0.month.year },
    .number("month") { $0.month.month },
  ]
}
