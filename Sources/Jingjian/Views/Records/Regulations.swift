/// The page of a regulation: its text, its articles as an outline, and where each is cited.
struct RegulationPage: PageView {
  let frame: Frame
  let regulation: Regulation
  let citing: [Findings.Citing]

  static let template = "regulation"

  static let slots: [Slot<RegulationPage>] =
    Slot.record { $0.regulation.common } + [
      .number("articles") { $0.regulation.articles.count },
      .group("outline") { page in
        page.regulation.common.body.headings.filter { $0.level <= 3 }.map(OutlineItem.init)
      },
      .group("cited") { page in
        page.regulation.common.body.headings.compactMap { heading in
          let records = page.citing.filter { $0.heading == heading.id }.map(\.record)
          return records.isEmpty ? nil : ArticleCitations(heading: heading, records: records)
        }
      },
    ]
}

/// An article and the records that cite it.
struct ArticleCitations: View {
  let heading: Body.Heading
  let records: [RecordHead]

  static let slots: [Slot<ArticleCitations>] = [
    .text("id") { Address.encode($0.heading.id) },
    .text("title") { $0.heading.title },
    .list("records") { $0.records.map(RecordItem.init) },
  ]
}

/// The list of regulations.
struct RegulationListPage: PageView {
  let frame: Frame
  let regulations: [Regulation]

  static let template = "regulations"

  static let slots: [Slot<RegulationListPage>] = [
    .list("regulations") { $0.regulations.map { RecordItem($0.common) } }
  ]
}

extension Press {
  func regulations(_ findings: Findings) -> [Page] {
    section(of: findings.regulations) {
      RegulationPage(
        frame: $0, regulation: $1, citing: findings.citing[$1.common.address] ?? [])
    } lists: { section in
      [
        page(.index(of: section), section: section) {
          RegulationListPage(frame: $0, regulations: findings.regulations)
        }
      ]
    }
  }
}
