/// A list of cases: all of them, or those of a problem, a form, a department or a year.
struct CaseListPage: PageView {
  let frame: Frame
  let list: CaseList
  let sheet: Sheet
  let findings: Findings

  static let template = "cases"

  static let slots: [Slot<CaseListPage>] = [
    .flag("isAll") { if case .all = $0.list.facet { true } else { false } },
    .text("problem") { if case .problem(_, let name) = $0.list.facet { name } else { nil } },
    .object("form") {
      if case .form(let form) = $0.list.facet { FormView(form: form) } else { nil }
    },
    .text("department") { if case .department(_, let name) = $0.list.facet { name } else { nil } },
    .number("year") { if case .year(let year) = $0.list.facet { year } else { nil } },
    .number("count") { $0.list.positions.count },
    .list("cases") { page in
      page.list.positions[page.sheet.range].map {
        CaseItem(page.findings.caseIndex.cases[$0], page.findings)
      }
    },
    .object("facets") { FacetsView(findings: $0.findings, current: $0.list.address) },
    .object("sheets") { $0.sheet.count > 1 ? SheetsView(sheet: $0.sheet) : nil },
  ]
}

/// What a list of cases is of, and which cases stand in it.
struct CaseList: Sendable {
  enum Facet: Sendable {
    case all
    case problem(String, name: String)
    case form(Int)
    case department(String, name: String)
    case year(Int)
  }

  let facet: Facet
  let positions: [Int]

  var address: Address {
    switch facet {
    case .all: .cases
    case .problem(let id, _): .problem(id)
    case .form(let form): .form(form)
    case .department(let id, _): .casesOf(department: id)
    case .year(let year): .casesOf(year: year)
    }
  }

  /// All lists that have a case, and the list of all.
  static func all(_ findings: Findings) -> [CaseList] {
    let index = findings.caseIndex
    let vocabulary = findings.site.vocabulary
    let problems = vocabulary.classes.flatMap { [$0] + $0.children }
    return [CaseList(facet: .all, positions: Array(index.cases.indices))]
      + problems.compactMap { problem in
        index.byProblem[problem.id].map {
          CaseList(facet: .problem(problem.id, name: problem.name), positions: $0)
        }
      }
      + (1...4).compactMap { form in
        index.byForm[form].map { CaseList(facet: .form(form), positions: $0) }
      }
      + vocabulary.departments.compactMap { department in
        index.byDepartment[department.id].map {
          CaseList(facet: .department(department.id, name: department.name), positions: $0)
        }
      }
      + index.years.compactMap { year in
        index.byYear[year].map { CaseList(facet: .year(year), positions: $0) }
      }
  }
}

/// The ways into the library: by problem, form, department and year.
struct FacetsView: View {
  let findings: Findings
  /// The first sheet of the list that is shown.
  let current: Address

  static let slots: [Slot<FacetsView>] = [
    .group("classes") { $0.classes },
    .group("forms") { $0.forms },
    .group("departments") { view in
      view.findings.site.vocabulary.departments.compactMap { department in
        view.findings.caseIndex.byDepartment[department.id].map {
          view.link(.casesOf(department: department.id), department.name, $0.count)
        }
      }
    },
    .group("years") { view in
      view.findings.caseIndex.years.map {
        view.link(.casesOf(year: $0), String($0), view.findings.caseIndex.byYear[$0]?.count ?? 0)
      }
    },
  ]

  private var classes: [ClassView] {
    let index = findings.caseIndex.byProblem
    return findings.site.vocabulary.classes.compactMap { kind in
      guard let cases = index[kind.id] else { return nil }
      let children = kind.children.map { link(.problem($0.id), $0.name, index[$0.id]?.count ?? 0) }
      return ClassView(
        kind: kind, count: cases.count, children: children, isLinked: true,
        isCurrent: current == .problem(kind.id))
    }
  }

  private var forms: [FormCount] {
    (1...4).compactMap { form in
      findings.caseIndex.byForm[form].map {
        FormCount(form: form, count: $0.count, isCurrent: current == .form(form))
      }
    }
  }

  private func link(_ address: Address, _ title: String, _ count: Int) -> LinkView {
    LinkView(address, title, count: count, isCurrent: address == current)
  }
}

struct FormCount: View {
  let form: Int
  let count: Int
  let isCurrent: Bool

  static let slots: [Slot<FormCount>] = [
    .object("form") { FormView(form: $0.form) },
    .number("count") { $0.count },
    .flag("isCurrent") { $0.isCurrent },
  ]
}

extension Press {
  func cases(_ findings: Findings) -> [Page] {
    guard !findings.caseIndex.cases.isEmpty else { return [] }
    let cases = findings.caseIndex.cases.enumerated().map { n, item in
      page(
        item.common.address, section: "cases", department: item.department, date: item.date
      ) {
        CasePage(frame: $0, position: n, findings: findings)
      }
    }
    let lists = CaseList.all(findings).flatMap { list in
      sheets(list.positions.count, first: list.address, section: "cases") {
        CaseListPage(frame: $0, list: list, sheet: $1, findings: findings)
      }
    }
    let statistics = page(.caseStatistics, section: "cases") {
      StatisticsPage(frame: $0, findings: findings)
    }
    return cases + lists + [statistics, CaseList.data(findings)]
  }
}
