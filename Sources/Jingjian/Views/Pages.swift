extension Press {
  /// All pages of the site, section by section. A kind of record adds its function to this list.
  static func pages(
    _ findings: Findings, theme: Theme, printed: [Printed] = []
  ) -> [Page] {
    let press = Press(theme: theme)
    let home = press.page(.home, section: nil) {
      HomePage(frame: $0, findings: findings)
    }
    let sections: [[Page]] = [
      [home], press.lessons(findings), press.quizzes(findings), press.cases(findings),
      press.rankings(findings), press.campaigns(findings), press.duties(findings),
      press.ledgers(findings), press.metrics(findings), press.activities(findings),
      press.exemplars(findings), press.clarifications(findings), press.regulations(findings),
      press.documents(findings), press.freePages(findings), press.departments(findings),
      press.packets(printed, findings), press.owners(findings), press.tags(findings),
      press.notices(findings), press.feeds(findings),
    ]
    return sections.flatMap { $0 }
  }

  private func cases(_ findings: Findings) -> [Page] {
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

  private func departments(_ findings: Findings) -> [Page] {
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

  private func regulations(_ findings: Findings) -> [Page] {
    guard !findings.regulations.isEmpty else { return [] }
    let pages = findings.regulations.map { regulation in
      let common = regulation.common
      return page(common.address, section: "regulations", date: common.date) {
        RegulationPage(
          frame: $0, regulation: regulation, citing: findings.citing[common.address] ?? [])
      }
    }
    return pages + [
      page(.index(of: "regulations"), section: "regulations") {
        RegulationListPage(frame: $0, regulations: findings.regulations)
      }
    ]
  }

  private func documents(_ findings: Findings) -> [Page] {
    guard !findings.documents.isEmpty else { return [] }
    let pages = findings.documents.map { document in
      page(document.common.address, section: "documents", date: document.common.date) {
        DocumentPage(frame: $0, document: document)
      }
    }
    let first = Address.index(of: "documents")
    return pages
      + sheets(findings.documents.count, first: first, section: "documents") {
        DocumentListPage(frame: $0, sheet: $1, documents: findings.documents)
      }
  }

  private func freePages(_ findings: Findings) -> [Page] {
    guard !findings.pages.isEmpty else { return [] }
    let pages = findings.pages.map { item in
      page(item.common.address, section: "pages", date: item.common.date) {
        FreePageView(frame: $0, page: item)
      }
    }
    return pages + [
      page(.index(of: "pages"), section: "pages") {
        FreePageList(frame: $0, pages: findings.pages)
      }
    ]
  }

  private func tags(_ findings: Findings) -> [Page] {
    guard !findings.tags.isEmpty else { return [] }
    let index = page(.index(of: "tags"), section: "tags") {
      TagListPage(frame: $0, tags: findings.tags)
    }
    return [index]
      + findings.tags.flatMap { tag in
        sheets(tag.records.count, first: .tag(tag.name), section: "tags") {
          TagPage(frame: $0, sheet: $1, tag: tag)
        }
      }
  }

  private func notices(_ findings: Findings) -> [Page] {
    let withdrawn = findings.selection.withdrawn.map { common in
      page(common.address, section: common.section, listed: false) {
        WithdrawnPage(frame: $0, common: common, findings: findings)
      }
    }
    // What has no page yet has no old address either.
    let later = Set(findings.laterPackets.map(\.common.address))
    let redirects = findings.site.all.filter { !later.contains($0.common.address) }.flatMap {
      record in
      record.common.aliases.map { alias in
        page(Address(alias), section: nil, listed: false) {
          RedirectPage(frame: $0, target: LinkView(record.common.address, record.common.title))
        }
      }
    }
    return withdrawn + redirects + [
      page(.notFound, section: nil, listed: false) { NotFoundPage(frame: $0) },
      page(Address.search, section: nil, found: false) { SearchPage(frame: $0) },
    ]
  }
}
