struct DepartmentRow: View {
  let department: Department
  let today: Day
  let cases: Int
  let soon: Int
  let overdue: Int

  init(
    department: Department, today: Day, cases: Int, _ obligations: [Obligation], until end: Day
  ) {
    (self.department, self.today, self.cases) = (department, today, cases)
    soon = obligations.count { $0.isSoon(until: end) }
    overdue = obligations.count(where: \.isOverdue)
  }

  static let slots: [Slot<DepartmentRow>] = [
    .text("address") { Address.department($0.department.id).encoded },
    .text("title") { $0.department.name },
    .flag("isClosed") { row in row.department.until.map { $0 < row.today.month } ?? false },
    .flag("isFuture") { row in row.department.since.map { $0 > row.today.month } ?? false },
    .number("cases") { $0.cases },
    .number("soon") { $0.soon },
    .number("overdue") { $0.overdue },
    .flag("hasOverdue") { $0.overdue > 0 },
  ]
}

/// A role in a list, with how much it owes.
struct RoleRow: View {
  let role: Role
  let findings: Findings

  static let slots: [Slot<RoleRow>] = [
    .text("address") { Address.role($0.role.id).encoded },
    .text("title") { $0.role.name },
    .number("soon") { row in
      row.findings.obligations(of: row.role.id)
        .count { $0.isSoon(until: row.findings.today + OwedView.soonDays) }
    },
    .number("overdue") { $0.findings.obligations(of: $0.role.id).count(where: \.isOverdue) },
    .flag("hasOverdue") { $0.findings.obligations(of: $0.role.id).contains(where: \.isOverdue) },
  ]
}
