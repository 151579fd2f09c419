/// The findings: what follows from the kept records and the day, before anything is shown.
struct Findings: Sendable {
  let selection: Selection
  let caseIndex: CaseIndex
  /// Newest first; documents without a date come last.
  let documents: [Document]
  let pages: [FreePage]
  /// Measures of rectification that are not done, what is due first standing first.
  let openMeasures: [OpenMeasure]
  let tags: [Tag]
  let regulations: [Regulation]
  /// Where regulations are cited or linked, by their address; by article, then in the order of `Site.all`.
  let citing: [Address: [Citing]]
  /// What the rules make of the rankings; nothing without rankings that this audience may see.
  let standings: Standings?
  let course: Course
  /// Newest first, as documents are.
  let quizzes: [Quiz]
  let exemplars: [Exemplar]
  let clarifications: [Clarification]
  /// What a field of a kept record can name: kept records and withdrawn ones.
  let named: [Address: Common]

  var site: Site { selection.site }
  var today: Day { selection.today }

  struct OpenMeasure: Sendable {
    let measure: Case.Measure
    let item: Case
    let progress: Progress
  }

  /// A record that cites an article of a regulation.
  struct Citing: Sendable {
    /// The id of the article's heading.
    let heading: String
    let record: Common
  }

  /// A tag and the records that carry it, newest first.
  struct Tag: Sendable {
    let name: String
    let records: [Common]
  }

  init(_ selection: Selection, report: inout [Diagnostic]) {
    self.selection = selection
    caseIndex = CaseIndex(selection.site[Case.self], selection.site.vocabulary)
    documents = selection.site[Document.self].sorted { Findings.newerFirst($0.common, $1.common) }
    pages = selection.site[FreePage.self]
    openMeasures = Findings.open(caseIndex.cases, today: selection.today)
    tags = Findings.tags(selection.site.all.map(\.common))
    regulations = selection.site[Regulation.self]
    citing = Findings.citing(selection.site)
    standings = selection.site.rankings.map { rankings in
      Standings(
        rankings, of: selection.site.vocabulary.departments,
        offences: selection.site[Case.self].compactMap(Offence.init),
        recordsSince: selection.site.settings.recordsSince,
        showsHonours: !selection.site.settings.hidesHonours, today: selection.today)
    }
    let commons = selection.site.all.map(\.common) + selection.withdrawn
    named = Dictionary(commons.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    course = Course(selection.site[Lesson.self], today: selection.today)
    quizzes = selection.site[Quiz.self].sorted { Findings.newerFirst($0.common, $1.common) }
    exemplars = selection.site[Exemplar.self].sorted { Findings.newerFirst($0.common, $1.common) }
    clarifications = selection.site[Clarification.self].sorted {
      Findings.newerFirst($0.common, $1.common)
    }
    report += Findings.later(caseIndex.cases, today: selection.today)
    report += standings?.contradictions(unseen: selection.unseen) ?? []
  }

  private static func newerFirst(_ a: Common, _ b: Common) -> Bool {
    (b.date ?? Day(number: .min), a.id) < (a.date ?? Day(number: .min), b.id)
  }

  private static func open(_ cases: [Case], today: Day) -> [OpenMeasure] {
    let open = cases.flatMap { item in
      item.rectification.map {
        OpenMeasure(measure: $0, item: item, progress: $0.progress(today: today))
      }
    }.filter { !$0.progress.isDone }
    let never = Day(number: .max)
    return open.enumerated().sorted {
      ($0.element.measure.due ?? never, $0.offset) < ($1.element.measure.due ?? never, $1.offset)
    }.map(\.element)
  }

  private static func citing(_ site: Site) -> [Address: [Citing]] {
    guard !site[Regulation.self].isEmpty else { return [:] }
    let regulations = Set(site[Regulation.self].map(\.common.address))
    var citing: [Address: [Citing]] = [:]
    for record in site.all {
      let provisions = record.provisions.compactMap(\.link)
      var seen: Set<Body.Link> = []
      for link in provisions + record.common.body.links where regulations.contains(link.address) {
        let plain = Body.Link(address: link.address, fragment: link.fragment, span: .top)
        guard link.address != record.common.address, let id = link.fragment,
          seen.insert(plain).inserted
        else { continue }
        citing[link.address, default: []].append(Citing(heading: id, record: record.common))
      }
    }
    return citing
  }

  /// Completions that are still to come are left out with a note (content.md, "What is later than
  /// today").
  private static func later(_ cases: [Case], today: Day) -> [Diagnostic] {
    cases.flatMap { item in
      item.rectification.compactMap { measure in
        guard let done = measure.done, done > today else { return nil }
        return .note(.doneLater(done), at: Place(item.common.file, measure.span))
      }
    }
  }

  /// The most used first; of equally used ones by name.
  private static func tags(_ records: [Common]) -> [Tag] {
    var byTag: [String: [Common]] = [:]
    for record in records {
      for tag in record.tags.uniqued() { byTag[tag, default: []].append(record) }
    }
    return byTag.map { Tag(name: $0, records: $1.sorted(by: newerFirst)) }
      .sorted { ($1.records.count, $0.name) < ($0.records.count, $1.name) }
  }
}

extension Message {
  fileprivate static func doneLater(_ day: Day) -> Message {
    Message(
      "later",
      Phrase(
        zh: "完成日期 \(day) 晚于今天，现在仍按未完成计", en: "done on \(day), after today: it counts as open"))
  }
}
