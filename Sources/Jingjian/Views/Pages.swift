/// The pages of the site, room by room: a kind of record with pages adds a room to this list.
///
/// A room names the views that its pages are made of, each of which has a template of its name, and
/// those that a packet can hold: each of these has one in `print/`, too, which makes its chapter.
struct Room: Sendable {
  let views: [any PageView.Type]
  let chapters: [any PageView.Type]
  let pages: @Sendable (Press, Findings) -> [Page]

  private init(
    _ views: [any PageView.Type], chapters: [any PageView.Type] = [],
    _ pages: @escaping @Sendable (Press, Findings) -> [Page]
  ) {
    (self.views, self.chapters, self.pages) = (views, chapters, pages)
  }

  static let all = [
    Room([HomePage.self]) { $0.home($1) },
    Room(
      [LessonPage.self, LessonListPage.self, LessonScreenPage.self], chapters: [LessonPage.self]
    ) { $0.lessons($1) },
    Room([QuizPage.self, QuizListPage.self], chapters: [QuizPage.self]) { $0.quizzes($1) },
    Room([CasePage.self, CaseListPage.self, StatisticsPage.self], chapters: [CasePage.self]) {
      $0.cases($1)
    },
    Room(
      [
        RankingIndexPage.self, RankingBoardPage.self, RankingMonthPage.self,
        RankingQuarterPage.self, RankingYearPage.self, QuarterScreenPage.self,
      ],
      chapters: [RankingMonthPage.self, RankingQuarterPage.self, RankingYearPage.self]
    ) { $0.rankings($1) },
    Room([CampaignPage.self, CampaignListPage.self], chapters: [CampaignPage.self]) {
      $0.campaigns($1)
    },
    Room([DutyPage.self, DutyListPage.self], chapters: [DutyPage.self]) { $0.duties($1) },
    Room([LedgerPage.self, LedgerListPage.self], chapters: [LedgerPage.self]) { $0.ledgers($1) },
    Room([MetricPage.self, MetricListPage.self], chapters: [MetricPage.self]) { $0.metrics($1) },
    Room([ActivityPage.self, ActivityListPage.self]) { $0.activities($1) },
    Room([ExemplarPage.self, ExemplarListPage.self]) { $0.exemplars($1) },
    Room([ClarificationPage.self, ClarificationListPage.self]) { $0.clarifications($1) },
    Room([RegulationPage.self, RegulationListPage.self]) { $0.regulations($1) },
    Room([DocumentPage.self, DocumentListPage.self], chapters: [DocumentPage.self]) {
      $0.documents($1)
    },
    Room([FreePageView.self, FreePageList.self]) { $0.freePages($1) },
    Room([DepartmentPage.self, DepartmentListPage.self], chapters: [DepartmentPage.self]) {
      $0.departments($1)
    },
    Room([PacketPage.self, PacketListPage.self]) { $0.packets($1) },
    Room([RolePage.self, OwedPage.self]) { $0.owners($1) },
    Room([TagPage.self, TagListPage.self]) { $0.tags($1) },
    Room([WithdrawnPage.self, RedirectPage.self, NotFoundPage.self, SearchPage.self]) {
      $0.notices($1)
    },
    Room([FeedPage.self]) { $0.feeds($1) },
  ]
}

extension Press {
  /// All pages of the site.
  static func pages(
    _ findings: Findings, theme: Theme, printed: [Printed] = []
  ) -> [Page] {
    let press = Press(theme: theme, printed: printed)
    return Room.all.flatMap { $0.pages(press, findings) }
  }
}

extension Theme {
  /// The theme of these folders. A template is checked against its view also when a site has no such page.
  static func load(
    _ folders: [TemplateFolder], disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> Theme? {
    try load(
      folders, pages: Room.all.flatMap(\.views), chapters: Room.all.flatMap(\.chapters),
      disk: disk, report: &report)
  }
}
