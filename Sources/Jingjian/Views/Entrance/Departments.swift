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
    .object("owed") { OwedView($0.findings.obligations(of: $0.department.id), $0.findings) },
    .group("campaigns") { page in
      page.findings.campaigns(of: page.department.id).map { CampaignItem($0, page.findings) }
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
  ]

  private var cases: [Case] {
    (findings.caseIndex.byDepartment[department.id] ?? []).map { findings.caseIndex.cases[$0] }
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
        return DepartmentRow(
          department: department, today: page.findings.today,
          cases: page.findings.caseIndex.byDepartment[department.id]?.count ?? 0,
          page.findings.obligations(of: department.id),
          until: page.findings.today + OwedView.soonDays)
      }
    },
    .group("roles") { page in
      page.findings.site.vocabulary.roles.map { RoleRow(role: $0, findings: page.findings) }
    },
  ]
}

extension Press {
  func departments(_ findings: Findings) -> [Page] {
    let departments = findings.site.vocabulary.departments
    guard findings.site.vocabulary.hasOwners else { return [] }
    let index = page(.index(of: "departments"), section: "departments") {
      DepartmentListPage(frame: $0, findings: findings)
    }
    return [index]
      + departments.map { department in
        page(.department(department.id), section: "departments", department: department.id) {
          DepartmentPage(frame: $0, department: department, findings: findings)
        }
      }
  }
}
