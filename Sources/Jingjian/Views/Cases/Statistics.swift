/// The statistics of the cases: how many of each class, form, department and year, as tables.
struct StatisticsPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "statistics"

  static let slots: [Slot<StatisticsPage>] = [
    .number("count") { $0.findings.caseIndex.cases.count },
    .group("classes") { page in
      let index = page.findings.caseIndex.byProblem
      return page.findings.site.vocabulary.classes.flatMap { kind in
        [page.row(.problem(kind.id), kind.name, index[kind.id], isClass: true)]
          + kind.children.map { page.row(.problem($0.id), $0.name, index[$0.id]) }
      }
    },
    .list("forms") { page in
      (1...4).map { form in
        CountRow(
          form: FormView(form: form), cases: page.findings.caseIndex.byForm[form],
          total: page.findings.caseIndex.cases.count)
      }
    },
    .number("formless") { page in
      let count = page.findings.caseIndex.cases.count { $0.form == nil }
      return count > 0 ? count : nil
    },
    .group("departments") { page in
      page.findings.site.vocabulary.departments.map { department in
        page.row(
          .casesOf(department: department.id), department.name,
          page.findings.caseIndex.byDepartment[department.id])
      }
    },
    .number("elsewhere") { page in
      let count = page.findings.caseIndex.cases.count { $0.department == nil }
      return count > 0 ? count : nil
    },
    .list("years") { page in
      page.findings.caseIndex.years.reversed().map { year in
        page.row(.casesOf(year: year), String(year), page.findings.caseIndex.byYear[year])
      }
    },
  ]

  private func row(
    _ address: Address, _ title: String, _ cases: [Int]?, isClass: Bool = false
  ) -> CountRow {
    CountRow(
      address: cases == nil ? nil : address, title: title, cases: cases,
      total: findings.caseIndex.cases.count, isClass: isClass)
  }
}

/// A row of a table of counts: the number, its share, and the length of a bar.
struct CountRow: View {
  let address: Address?
  let title: String?
  let form: FormView?
  let count: Int
  let total: Int
  let isClass: Bool

  init(address: Address?, title: String, cases: [Int]?, total: Int, isClass: Bool) {
    (self.address, self.title, form) = (address, title, nil)
    (count, self.total, self.isClass) = (cases?.count ?? 0, total, isClass)
  }

  init(form: FormView, cases: [Int]?, total: Int) {
    (address, title, self.form) = (cases == nil ? nil : .form(form.form), nil, form)
    (count, self.total, isClass) = (cases?.count ?? 0, total, false)
  }

  static let slots: [Slot<CountRow>] = [
    .text("address") { $0.address?.encoded },
    .text("title") { $0.title },
    .object("form") { $0.form },
    .number("count") { $0.count },
    .text("share") { $0.share },
    .number("bar") { $0.total == 0 ? 0 : 100 * $0.count / $0.total },
    .flag("isClass") { $0.isClass },
  ]

  /// Percent with one place, half up, reckoned in whole numbers.
  private var share: String? {
    guard total > 0 else { return nil }
    let thousandths = (2000 * count + total) / (2 * total)
    return "\(thousandths / 10).\(thousandths % 10)"
  }
}
