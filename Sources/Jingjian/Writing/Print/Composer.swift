internal import Template

/// The composer: puts a packet together, each chapter by the view of the page that shows the same.
extension Press {
  /// Composes a packet; nothing when something of it is still to come, which is noted.
  func compose(
    _ packet: Packet, file: String?, _ findings: Findings, _ report: inout [Diagnostic]
  ) -> Composition? {
    var composer = Composer(theme: theme, findings: findings, packet: packet, file: file)
    for item in packet.items { composer.add(item) }
    report += composer.report
    return composer.isWhole ? composer.composition : nil
  }
}

/// A chapter before its links are known.
private struct Raw {
  let page: Address
  /// Whether it is a text of the packet's own, and no page of the site.
  let isOwn: Bool
  var answers: String
  let markup: [Markup]

  /// Its first heading of the first level.
  var title: String? {
    var title: String?
    for node in markup {
      node.visit { if $0.name == "h1", title == nil { title = $0.children.map(\.text).joined() } }
    }
    return title?.trimmed
  }
}

/// What puts a packet together, item by item.
private struct Composer {
  let theme: Theme
  let chrome: Chrome
  let findings: Findings
  let packet: Packet
  let file: String?
  var report: [Diagnostic] = []
  /// Whether nothing of it is still to come.
  var isWhole = true
  private var raws: [Raw] = []
  private var superseded: Day?

  init(theme: Theme, findings: Findings, packet: Packet, file: String?) {
    (self.theme, self.findings, self.packet, self.file) = (theme, findings, packet, file)
    chrome = Chrome(findings, pages: [])
  }

  /// The markup that a view makes for print, with the address of its page.
  private mutating func chapter<V: PageView>(_ address: Address, _ view: (Frame) -> V) -> Raw {
    let frame = Frame(address: address, chrome: chrome, section: nil)
    var bytes: [UInt8] = []
    if let fault = theme.chapter(V.self).fault(rendering: view(frame), at: address, into: &bytes) {
      report.append(fault)
      bytes = []
    }
    return Raw(page: address, isOwn: false, answers: "none", markup: Markup.parse(bytes))
  }

  private mutating func append<V: PageView>(_ address: Address, _ view: (Frame) -> V) {
    raws.append(chapter(address, view))
  }

  mutating func add(_ item: Packet.Item) {
    let (findings, tables) = (findings, findings.site.tables)
    switch item.part {
    case .record(let section, let id): add(section: section, id: id, item.span)
    case .cases(let filter): addCases(filter, item.span)
    case .period(let period): add(period, item.span)
    case .department(let id):
      guard let department = findings.site.vocabulary.department(id) else { return }
      for item in findings.selection.withdrawnCases where item.department == id {
        supersede(item.common)
      }
      append(.department(id)) {
        DepartmentPage(frame: $0, department: department, findings: findings)
      }
    case .quiz(let id, let withKey):
      guard let quiz = findings.quizzes.first(where: { $0.common.id == id }) else {
        return noteWithdrawn(Quiz.kind.section, id, item.span)
      }
      var raw = chapter(quiz.common.address) {
        QuizPage(frame: $0, quiz: quiz, findings: findings)
      }
      raw.answers = withKey ? "appendix" : "none"
      raws.append(raw)
    case .ledger(let id):
      guard let ledger = tables.ledgers.first(where: { $0.id == id }) else { return }
      append(.ledger(id)) { LedgerPage(frame: $0, ledger: ledger, findings: findings) }
    case .responsibilities(let year):
      guard let list = tables.duties.first(where: { $0.year == year }) else {
        return say(.noDuties(year), item.span)
      }
      append(.duties(year)) { DutyPage(frame: $0, list: list, findings: findings) }
    case .metric(let id):
      guard let metric = tables.metrics.first(where: { $0.id == id }) else { return }
      append(.metric(id)) { MetricPage(frame: $0, metric: metric, findings: findings) }
    case .text(let html):
      raws.append(
        Raw(
          page: .packet(packet.id), isOwn: true,
          answers: "none", markup: Markup.titled(html)))
    }
  }

  /// A record that is left out has been told of where it is named; of one that is withdrawn nothing is
  /// printed.
  private mutating func add(section: String, id: String, _ span: Span) {
    if withdrawn(section, id) != nil { return noteWithdrawn(section, id, span) }
    let findings = findings
    switch section {
    case Case.kind.section:
      guard let place = findings.caseIndex.cases.firstIndex(where: { $0.common.id == id }) else {
        return
      }
      addCase(place)
    case Campaign.kind.section:
      guard let campaign = findings.campaigns.first(where: { $0.common.id == id }) else { return }
      append(campaign.common.address) {
        CampaignPage(frame: $0, campaign: campaign, findings: findings)
      }
    case Lesson.kind.section:
      let lessons = findings.course.lessons
      guard let place = lessons.firstIndex(where: { $0.common.id == id }) else { return }
      if let told = lessons[place].caseId { supersede(withdrawn(Case.kind.section, told)) }
      append(lessons[place].common.address) {
        LessonPage(frame: $0, position: place, findings: findings)
      }
    default:
      guard let document = findings.documents.first(where: { $0.common.id == id }) else { return }
      append(document.common.address) { DocumentPage(frame: $0, document: document) }
    }
  }

  private func withdrawn(_ section: String, _ id: String) -> RecordHead? {
    findings.selection.withdrawn.first { $0.section == section && $0.id == id }
  }

  /// Notes that something which the packet held was withdrawn. One that is dated later never held it.
  private mutating func supersede(_ withdrawn: RecordHead?) {
    guard let day = withdrawn?.withdrawal?.date, packet.date.map({ $0 <= day }) ?? true else {
      return
    }
    superseded = max(superseded ?? day, day)
  }

  private mutating func noteWithdrawn(_ section: String, _ id: String, _ span: Span) {
    supersede(withdrawn(section, id))
    guard let file else { return }
    report.append(.warning(.withdrawnPart("\(section)/\(id)"), at: Place(file, span)))
  }

  private mutating func addCase(_ place: Int) {
    let findings = findings
    append(findings.caseIndex.cases[place].common.address) {
      CasePage(frame: $0, position: place, findings: findings)
    }
  }

  private mutating func addCases(_ filter: Packet.CaseFilter, _ span: Span) {
    let index = findings.caseIndex
    let wanted = index.places(meeting: filter)
    let gone = CaseIndex(findings.selection.withdrawnCases, findings.site.vocabulary)
    for place in gone.places(meeting: filter) { supersede(gone.cases[place].common) }
    if wanted.isEmpty, let file {
      report.append(.warning(.noCases, at: Place(file, span)))
    }
    // As they came, the oldest first.
    let inOrder = wanted.sorted {
      let (a, b) = (index.cases[$0], index.cases[$1])
      return (a.date, a.common.id) < (b.date, b.common.id)
    }
    for place in inOrder { addCase(place) }
  }

  private mutating func add(_ period: Period, _ span: Span) {
    guard let standings = findings.standings, standings.hasPage(period) else {
      // A period that is still to come keeps nobody from building for an earlier day.
      if period.end > findings.today {
        isWhole = false
        if let file { report.append(.note(.periodToCome(period), at: Place(file, span))) }
      } else {
        say(.noPeriod(period), span)
      }
      return
    }
    let settings = findings.site.settings
    switch period {
    case .month(let month):
      append(.period(period)) {
        RankingMonthPage(frame: $0, month: month, standings: standings)
      }
    case .quarter(let quarter):
      append(.period(period)) {
        RankingQuarterPage(frame: $0, quarter: quarter, standings: standings)
      }
    case .year(let year):
      append(.period(period)) {
        RankingYearPage(frame: $0, year: year, standings: standings, settings: settings)
      }
    }
  }

  private mutating func say(_ message: Message, _ span: Span) {
    report.append(.error(message, at: Place(file ?? Settings.file, span)))
  }

  /// Whether the packet's own title says it above; in a compilation that stands on the cover.
  private func isSaid(_ title: String) -> Bool {
    packet.kind != .compilation && packet.title.contains(title)
  }

  /// The whole, with links between its chapters.
  var composition: Composition {
    var names: [String] = []
    var ids: Set<String> = []
    for (n, raw) in raws.enumerated() {
      let isTaken = raw.isOwn || names.contains(raw.page.path)
      let name = isTaken ? "\(raw.page.path)~\(n)" : raw.page.path
      names.append(name)
      for node in raw.markup {
        node.visit { element in
          if ["h2", "h3", "h4", "h5", "h6"].contains(element.name), let id = element.attribute("id")
          {
            ids.insert("\(name)#\(id)")
          }
        }
      }
    }
    let chapters = Set(names)
    let parts = zip(raws, names).map { raw, name -> JSON in
      let blocks = PrintBlocks(raw.markup, page: raw.page, name: name, answers: raw.answers) {
        address, fragment in
        let path = address == raw.page ? name : address.path
        guard chapters.contains(path) else { return .none }
        let heading = fragment.map { "\(path)#\($0)" }
        return .inside(heading.flatMap { ids.contains($0) ? $0 : nil } ?? path)
      }
      var members: [(String, JSON)] = [("id", .string(name))]
      if let title = raw.title, !isSaid(title) { members.append(("title", .string(title))) }
      if packet.kind == .compilation { members.append(("level", .integer(1))) }
      return .object(members + [("blocks", .list(blocks.blocks(raw.markup)))])
    }
    let content = JSON.list(parts)
    return Composition(
      packet: packet, file: file,
      chapters: raws.map { raw in
        Composition.Chapter(
          title: raw.title ?? "", address: raw.isOwn ? nil : raw.page,
          source: findings.named[raw.page]?.file)
      },
      superseded: superseded,
      images: content.images.uniqued().map { Address($0) }, content: content)
  }
}

extension CaseIndex {
  /// The cases that meet all conditions, by their places.
  fileprivate func places(meeting filter: Packet.CaseFilter) -> [Int] {
    cases.indices.filter { place in
      filter.problem.map { byProblem[$0]?.contains(place) ?? false } ?? true
        && filter.form.map { cases[place].form == $0 } ?? true
        && filter.department.map { cases[place].department == $0 } ?? true
        && filter.year.map { cases[place].date.year == $0 } ?? true
    }
  }
}

extension Message {
  fileprivate static func noDuties(_ year: Int) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "没有 \(year) 年的责任清单", en: "there is no list of duties of \(year)"),
      fix: Phrase(
        zh: "核对年份；清单在 content/responsibilities/\(year).csv，须在本次范围之内",
        en: "look at the year; the list is content/responsibilities/\(year).csv, for this audience")
    )
  }

  fileprivate static func withdrawnPart(_ record: String) -> Message {
    Message(
      "withdrawn-part",
      Phrase(
        zh: "「\(record)」已撤回，这份材料不再印它",
        en: "`\(record)` is withdrawn; this packet prints nothing of it"),
      fix: Phrase(zh: "收回印发过的，删去这一项", en: "call in what was handed out, and delete the item"))
  }

  fileprivate static let noCases = Message(
    "contents", Phrase(zh: "没有符合条件的案例", en: "no case meets these conditions"))

  fileprivate static func noPeriod(_ period: Period) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "\(period) 没有排名", en: "there is no ranking of \(period)"),
      fix: Phrase(
        zh: "核对期间；那几个月要有得分表，并在本次范围之内",
        en: "look at the period; its months need score files, for this audience"))
  }

  fileprivate static func periodToCome(_ period: Period) -> Message {
    Message(
      "later",
      Phrase(zh: "\(period) 还没有结束，这份材料这次不做", en: "\(period) is not over; this packet is not made"))
  }
}
