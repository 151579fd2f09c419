/// The selection: of the proven records, those for this audience and this day. It stands right behind
/// proving, so that no later stage ever sees what is left out (docs/rules.md, "Selection").
struct Selection: Sendable {
  /// The site with the kept records alone.
  let site: Site
  /// Withdrawn records that keep their address.
  let withdrawn: [RecordHead]
  /// The cases among them, of which packets may have held each.
  let withdrawnCases: [Case]
  /// For the terminal only: nothing of it may be published.
  let leftOut: [LeftOut]
  /// Cases that are left out for their audience or dates, for the one question whether an honour that
  /// is shown would be wrong; nothing of them may be published either.
  let unseen: [Offence]
  /// Whether packets are made that nobody has to write: where the site asks for them, and this audience
  /// sees packets at all.
  let hasAutoPackets: Bool
  /// What an edition for fewer people than all is called; nothing for the one that everybody may see.
  let edition: String?
  let today: Day

  struct LeftOut: Sendable, Hashable {
    let section: String
    let id: String
    let reason: Reason
  }

  /// Why a record is left out; the first that holds.
  enum Reason: Int, Sendable, CaseIterable {
    case audience, draft, unpublished, expired
  }

  /// - Parameters:
  ///   - audience: the place of the audience in the site's list.
  ///   - drafts: whether drafts are kept.
  init(of site: Site, audience: Int, today: Day, drafts: Bool, report: inout [Diagnostic]) {
    var kept: [any Record] = []
    var withdrawn: [RecordHead] = []
    var withdrawnCases: [Case] = []
    var leftOut: [LeftOut] = []
    var unseen: [Offence] = []
    for record in site.all {
      let common = record.common
      if let reason = Selection.reason(
        record, site.settings, audience: audience, today: today, drafts: drafts)
      {
        leftOut.append(LeftOut(section: common.section, id: common.id, reason: reason))
        if let offence = (record as? Case).flatMap(Offence.init) { unseen.append(offence) }
      } else if let withdrawal = common.withdrawal {
        withdrawn.append(common)
        if let item = record as? Case { withdrawnCases.append(item) }
        if withdrawal.date > today { report.append(.note(.withdrawnLater, at: Place(common.file))) }
      } else {
        kept.append(record)
      }
    }
    let tables = site.tables.kept {
      (site.settings.sectionAudiences[$0] ?? 0) <= audience
    }
    // What this audience may not see of the tables is left out as a record is, but not counted as one.
    let unseenIds =
      (tables.metrics.isEmpty ? site.tables.metrics.map { (Metric.section, $0.id) } : [])
      + (tables.ledgers.isEmpty ? site.tables.ledgers.map { (Ledger.section, $0.id) } : [])
    report += Selection.dangling(
      kept, leftOut + unseenIds.map { LeftOut(section: $0, id: $1, reason: .audience) })
    self.site = site.with(
      kept, rankings: Selection.rankings(of: site, audience, today, report: &report),
      tables: tables.known(on: today, report: &report))
    edition = audience > 0 ? site.settings.audiences[audience].title : nil
    self.withdrawn = withdrawn
    self.withdrawnCases = withdrawnCases
    self.leftOut = leftOut
    self.unseen = unseen
    hasAutoPackets =
      site.settings.hasAutoPackets
      && site.settings.sectionAudiences[PacketRecord.kind.section] ?? 0 <= audience
    self.today = today
  }

  /// The rankings as known today, where this audience may see them.
  private static func rankings(
    of site: Site, _ audience: Int, _ today: Day, report: inout [Diagnostic]
  ) -> Rankings? {
    guard let rankings = site.rankings,
      site.settings.sectionAudiences[Rankings.section] ?? 0 <= audience
    else { return nil }
    report += rankings.disagreements(site.vocabulary.departments, today: today)
    let known = rankings.known(on: today, report: &report)
    report += known.otherRanks()
    return known
  }

  /// A record is for its own audience and for its section's, whichever is narrower.
  private static func reason(
    _ record: any Record, _ settings: Settings, audience: Int, today: Day, drafts: Bool
  ) -> Reason? {
    let common = record.common
    let own = max(common.audience, settings.sectionAudiences[common.section] ?? 0)
    if own > audience { return .audience }
    if common.isDraft, !drafts { return .draft }
    if let publish = common.publish, publish > today { return .unpublished }
    if let expiry = record.expiry(keeping: settings.keepCases), expiry <= today { return .expired }
    return nil
  }

  /// A kept record that names a left-out one would lead nowhere, or tell of it.
  private static func dangling(_ kept: [any Record], _ leftOut: [LeftOut]) -> [Diagnostic] {
    let reasons = Dictionary(
      leftOut.map { ("\($0.section)/\($0.id)", $0.reason) }, uniquingKeysWith: { first, _ in first }
    )
    guard !reasons.isEmpty else { return [] }
    return kept.flatMap { record in
      record.citations.compactMap { citation in
        reasons["\(citation.section)/\(citation.id)"].map {
          .error(
            .leftOut("\(citation.section)/\(citation.id)", $0),
            at: Place(record.common.file, citation.span))
        }
      }
    }
  }
}

extension Selection.Reason {
  var phrase: Phrase {
    switch self {
    case .audience: Phrase(zh: "不在本次范围", en: "for another audience")
    case .draft: Phrase(zh: "草稿", en: "a draft")
    case .unpublished: Phrase(zh: "未到发布日期", en: "not yet published")
    case .expired: Phrase(zh: "已失效", en: "expired")
    }
  }
}

extension Message {
  fileprivate static func leftOut(_ target: String, _ reason: Selection.Reason) -> Message {
    Message(
      "left-out",
      Phrase(
        zh: "这里引用的「\(target)」本次不发布（\(reason.phrase.zh)）",
        en: "`\(target)`, which is named here, is left out of this build (\(reason.phrase.en))"),
      fix: Phrase(
        zh: "删去这处引用，或给本文同样的范围和日期",
        en: "delete the reference, or give this record the same audience and dates"))
  }

  fileprivate static let withdrawnLater = Message(
    "withdrawn-later",
    Phrase(
      zh: "撤回日期晚于今天；撤回从写下时起生效，内容已不显示",
      en:
        "the day of withdrawal is still to come; a withdrawal counts at once, and nothing is shown")
  )
}
