/// The page of all that is owed.
struct OwedPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "owed"

  static let slots: [Slot<OwedPage>] = [
    .object("owed") { OwedView($0.findings.obligations, $0.findings) },
    .text("calendar") { page in
      page.findings.hasDutyCalendar ? Address.dutyCalendar.encoded : nil
    },
  ]
}

/// The page of a role: all that the post owes, and the departments that it leads.
struct RolePage: PageView {
  let frame: Frame
  let role: Role
  let findings: Findings

  static let template = "role"

  static let slots: [Slot<RolePage>] = [
    .text("title") { $0.role.name },
    .flag("isPartyGroup") { $0.role.level == .partyGroup },
    .flag("isLeader") { $0.role.level == .leader },
    .group("departments") { page in
      page.role.departments.compactMap { page.findings.site.vocabulary.department($0) }
        .map { department in
          let owed = page.findings.obligations(of: department.id)
          return DepartmentRow(
            department: department, today: page.findings.today,
            cases: page.findings.caseIndex.byDepartment[department.id]?.count ?? 0,
            owed, until: page.findings.today + OwedView.soonDays)
        }
    },
    .object("owed") { OwedView($0.findings.obligations(of: $0.role.id), $0.findings) },
    .group("campaigns") { page in
      page.findings.campaigns(of: page.role.id).map { CampaignItem($0, page.findings) }
    },
  ]
}

extension Findings {
  /// A calendar without anything in it is none (RFC 5545, 3.6).
  fileprivate var hasDutyCalendar: Bool { obligations.contains { $0.due != nil } }
}

extension Press {
  /// What is owed by whom: the page of all, and one for each role. Departments have theirs already.
  func owners(_ findings: Findings) -> [Page] {
    let roles = findings.site.vocabulary.roles.map { role in
      page(.role(role.id), section: "departments") {
        RolePage(frame: $0, role: role, findings: findings)
      }
    }
    let calendar = Page.data(.dutyCalendar) {
      DueList.calendar(findings).write(into: &$0)
    }
    let owed = page(.owed, section: nil) { OwedPage(frame: $0, findings: findings) }
    return roles + [owed] + (findings.hasDutyCalendar ? [calendar] : [])
  }
}
