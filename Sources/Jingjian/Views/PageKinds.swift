/// The kinds of pages: each has a template of its name.
extension Theme {
  /// All kinds of pages. A template is checked against its view also when a site has no such page.
  static let pages: [any PageView.Type] = [
    HomePage.self, CasePage.self, CaseListPage.self, StatisticsPage.self, DocumentPage.self,
    DocumentListPage.self, RegulationPage.self, RegulationListPage.self, FreePageView.self,
    FreePageList.self, TagPage.self, TagListPage.self,
    DepartmentPage.self, DepartmentListPage.self, WithdrawnPage.self, RedirectPage.self,
    NotFoundPage.self, SearchPage.self, RankingIndexPage.self, RankingBoardPage.self,
    RankingMonthPage.self,
    RankingQuarterPage.self, RankingYearPage.self, CampaignPage.self, CampaignListPage.self,
    MetricPage.self, MetricListPage.self, DutyPage.self, DutyListPage.self, LedgerPage.self,
    LedgerListPage.self, ActivityPage.self, ActivityListPage.self, RolePage.self, OwedPage.self,
    PacketPage.self, PacketListPage.self,
    LessonPage.self, LessonListPage.self, LessonScreenPage.self, QuarterScreenPage.self,
    QuizPage.self, QuizListPage.self, ExemplarPage.self, ExemplarListPage.self,
    ClarificationPage.self, ClarificationListPage.self, FeedPage.self,
  ]

  /// What a packet can hold: each has a template of the same name in `print/` that makes its chapter.
  static let chapters: [any PageView.Type] = [
    CasePage.self, RankingMonthPage.self, RankingQuarterPage.self, RankingYearPage.self,
    DepartmentPage.self, CampaignPage.self, LessonPage.self, DocumentPage.self, QuizPage.self,
    LedgerPage.self, DutyPage.self, MetricPage.self,
  ]

  /// The theme of these folders, for all kinds of pages.
  static func load(
    _ folders: [TemplateFolder], disk: Disk, report: inout [Diagnostic]
  ) throws(DiskFault) -> Theme? {
    try load(folders, pages: pages, chapters: chapters, disk: disk, report: &report)
  }
}
