/// The findings: what follows from the kept records and the day, before anything is shown.
struct Findings: Sendable {
  let selection: Selection
  let caseIndex: CaseIndex
  /// Newest first; documents without a date come last.
  let documents: [Document]
  let pages: [FreePage]
  /// What is owed and not done, in the order of ``Obligation/inOrder(_:_:)``.
  let obligations: [Obligation]
  /// The same by owner, as places in `obligations`.
  private let byOwner: [String: [Int]]
  /// Newest first.
  let packets: [PacketRecord]
  /// Those that hold a period of the rankings which is still to come; they have no page yet.
  let laterPackets: [PacketRecord]
  /// Under way, to come, over; of each what ends first.
  let campaigns: [Campaign]
  let tags: [TagList]
  let regulations: [Regulation]
  /// Where regulations are cited or linked, by their address; by article, then in the order of `Site.all`.
  let citing: [Address: [Citing]]
  /// What the rules make of the rankings; nothing without rankings that this audience may see.
  let standings: Standings?
  let course: LessonCalendar
  /// Newest first, as documents are.
  let quizzes: [Quiz]
  let exemplars: [Exemplar]
  let clarifications: [Clarification]
  /// What a field of a kept record can name: kept records and withdrawn ones.
  let named: [Address: RecordHead]

  var site: Site { selection.site }
  var today: Day { selection.today }

  /// A record that cites an article of a regulation.
  struct Citing: Sendable {
    /// The id of the article's heading.
    let heading: String
    let record: RecordHead
  }

  /// A tag and the records that carry it, newest first.
  struct TagList: Sendable {
    let name: String
    let records: [RecordHead]
  }

  init(_ selection: Selection, report: inout [Diagnostic]) {
    self.selection = selection
    caseIndex = CaseIndex(selection.site[Case.self], selection.site.vocabulary)
    documents = selection.site[Document.self].sorted { Findings.newerFirst($0.common, $1.common) }
    pages = selection.site[FreePage.self]
    campaigns = selection.site[Campaign.self].inOrder(today: selection.today)
    regulations = selection.site[Regulation.self]
    citing = Findings.citing(selection.site)
    standings = selection.site.rankings.map { rankings in
      Standings(
        rankings, of: selection.site.vocabulary.departments,
        offences: selection.site[Case.self].compactMap(Offence.init),
        recordsSince: selection.site.settings.recordsSince,
        showsHonours: !selection.site.settings.hidesHonours, today: selection.today)
    }
    let packets = selection.site[PacketRecord.self].sorted {
      Findings.newerFirst($0.common, $1.common)
    }
    let isLater = { [standings] (packet: PacketRecord) in
      packet.packet.items.contains { item in
        guard case .period(let period) = item.part else { return false }
        return standings?.hasPage(period) != true && period.end > selection.today
      }
    }
    self.packets = packets.filter { !isLater($0) }
    laterPackets = packets.filter(isLater)
    let later = Set(laterPackets.map(\.common.address))
    tags = Findings.tags(selection.site.all.map(\.common).filter { !later.contains($0.address) })
    let obligations = Obligation.all(
      cases: caseIndex.cases, standings: standings, campaigns: campaigns,
      tables: selection.site.tables, today: selection.today)
    self.obligations = obligations
    byOwner = Dictionary(
      grouping: obligations.indices.filter { obligations[$0].owner != nil }
    ) { obligations[$0].owner ?? "" }
    let commons = selection.site.all.map(\.common) + selection.withdrawn
    named = Dictionary(commons.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    course = LessonCalendar(selection.site[Lesson.self], today: selection.today)
    quizzes = selection.site[Quiz.self].sorted { Findings.newerFirst($0.common, $1.common) }
    exemplars = selection.site[Exemplar.self].sorted { Findings.newerFirst($0.common, $1.common) }
    clarifications = selection.site[Clarification.self].sorted {
      Findings.newerFirst($0.common, $1.common)
    }
    report += Findings.later(caseIndex.cases, campaigns, today: selection.today)
    report += standings?.contradictions(unseen: selection.unseen) ?? []
  }

  private static func newerFirst(_ a: RecordHead, _ b: RecordHead) -> Bool {
    (b.date ?? Day(number: .min), a.id) < (a.date ?? Day(number: .min), b.id)
  }

  /// The campaigns that a department or role leads or helps with.
  func campaigns(of owner: String) -> [Campaign] {
    campaigns.filter { $0.lead == owner || $0.partners.contains(owner) }
  }

  /// The cases of a campaign's time that are about its problems; none where it names no problem.
  func cases(of campaign: Campaign) -> [Case] {
    let places = Set(campaign.problems.flatMap { caseIndex.byProblem[$0] ?? [] })
    return places.sorted().map { caseIndex.cases[$0] }.filter { item in
      campaign.from.map { $0 <= item.date } ?? true && campaign.to.map { $0 >= item.date } ?? true
    }
  }

  /// What a department or role owes.
  func obligations(of owner: String) -> [Obligation] {
    (byOwner[owner] ?? []).map { obligations[$0] }
  }

  private static func citing(_ site: Site) -> [Address: [Citing]] {
    guard !site[Regulation.self].isEmpty else { return [:] }
    let regulations = Set(site[Regulation.self].map(\.common.address))
    var citing: [Address: [Citing]] = [:]
    for record in site.all {
      let provisions = record.provisions.compactMap(\.link)
      var seen: Set<InnerLink> = []
      for link in provisions + record.common.body.links where regulations.contains(link.address) {
        let plain = InnerLink(address: link.address, fragment: link.fragment, span: .top)
        guard link.address != record.common.address, let id = link.fragment,
          seen.insert(plain).inserted
        else { continue }
        citing[link.address, default: []].append(Citing(heading: id, record: record.common))
      }
    }
    return citing
  }

  /// The most used first; of equally used ones by name.
  private static func tags(_ records: [RecordHead]) -> [TagList] {
    var byTag: [String: [RecordHead]] = [:]
    for record in records {
      for tag in record.tags.uniqued() { byTag[tag, default: []].append(record) }
    }
    return byTag.map { TagList(name: $0, records: $1.sorted(by: newerFirst)) }
      .sorted { ($1.records.count, $0.name) < ($0.records.count, $1.name) }
  }
}
