/// The home page: today's state at a glance.
struct HomePage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "home"

  static let slots: [Slot<HomePage>] = [
    .number("cases") { $0.findings.caseIndex.cases.count },
    .number("casesThisYear") { page in
      page.findings.caseIndex.byYear[page.findings.today.year]?.count ?? 0
    },
    .number("soon") { page in
      page.findings.obligations.count { $0.isSoon(until: page.findings.today + OwedView.soonDays) }
    },
    .number("soonDays") { _ in OwedView.soonDays },
    .number("overdueCount") { $0.overdue.count },
    .group("overdue") { page in
      page.overdue.prefix(length).map { ObligationView($0, page.findings) }
    },
    .flag("hasMoreOverdue") { $0.overdue.count > length },
    .object("week") { OwedWeek($0.findings) },
    .group("campaigns") { page in
      page.findings.campaigns.filter { $0.stage(today: page.findings.today).order == 0 }
        .map { CampaignItem($0, page.findings) }
    },
    .object("rankings") { page in
      page.findings.standings.flatMap { $0.months.isEmpty ? nil : RankingState(standings: $0) }
    },
    .object("lesson") { LessonOfTheWeek($0.findings.course) },
    .group("clarifications") { page in
      page.findings.clarifications.prefix(3).map { ClarificationItem($0, page.findings) }
    },
    .group("latest") { page in
      page.findings.caseIndex.cases.prefix(6).map { CaseItem($0, page.findings) }
    },
    .group("documents") { page in
      page.findings.documents.prefix(5).map { RecordItem($0.common) }
    },
    .group("classes") { page in
      let index = page.findings.caseIndex
      return page.findings.site.vocabulary.classes.map { kind in
        ClassView(
          kind: kind, count: index.byProblem[kind.id]?.count ?? 0,
          children: kind.children.map { child in
            LinkView(.problem(child.id), child.name, count: index.byProblem[child.id]?.count ?? 0)
          }, isLinked: index.byProblem[kind.id] != nil)
      }
    },
    .group("pages") { page in page.findings.pages.map { RecordItem($0.common) } },
    .group("tags") { page in
      page.findings.tags.prefix(20).map {
        LinkView(.tag($0.name), $0.name, count: $0.records.count)
      }
    },
  ]

  /// What is shown at once of what is overdue; the rest stands on a page of its own.
  private static let length = 8

  private var overdue: [Obligation] { findings.obligations.filter(\.isOverdue) }
}

extension Press {
  func home(_ findings: Findings) -> [Page] {
    [page(.home, section: nil) { HomePage(frame: $0, findings: findings) }]
  }
}
