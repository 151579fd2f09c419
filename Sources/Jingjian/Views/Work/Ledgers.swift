/// The page of a ledger: what is overdue and what must be looked back at, then all items.
struct LedgerPage: PageView {
  let frame: Frame
  let ledger: Ledger
  let findings: Findings

  static let template = "ledger"

  private var items: [LedgerItem] {
    ledger.items.enumerated().map { LedgerItem(number: $0 + 1, item: $1, ledger, findings) }
  }

  static let slots: [Slot<LedgerPage>] = [
    .object("head") { LedgerHead(ledger: $0.ledger, today: $0.findings.today) },
    .text("description") { $0.ledger.description },
    .number("lookbackAfter") { $0.ledger.lookbackAfter },
    .group("items") { $0.items },
    .group("overdue") { $0.items.filter(\.progress.isOverdue) },
    .group("lookbacks") { page in page.items.filter { $0.lookbackDue != nil } },
    .group("relapsed") { page in
      page.items.filter { $0.item.hasRelapsed(today: page.findings.today) }
    },
    .text("file") { $0.ledger.itemsFile },
  ]
}

/// The list of ledgers, by kind.
struct LedgerListPage: PageView {
  let frame: Frame
  let findings: Findings

  static let template = "ledgers"

  static let slots: [Slot<LedgerListPage>] = [
    .list("ledgers") { page in
      page.findings.site.tables.ledgers.map {
        LedgerHead(ledger: $0, today: page.findings.today)
      }
    }
  ]
}

/// A ledger in figures: how many items, how many closed, what is late.
struct LedgerHead: View {
  let ledger: Ledger
  let today: Day

  private var overdue: Int { ledger.items.count { $0.progress(today: today).isOverdue } }
  private var lookbacks: [Day] {
    ledger.items.compactMap { $0.lookbackDue(after: ledger.lookbackAfter, today: today) }
  }

  static let slots: [Slot<LedgerHead>] = [
    .text("address") { Address.ledger($0.ledger.id).encoded },
    .text("title") { $0.ledger.name },
    .flag("isProblem") { $0.ledger.kind == .problem },
    .flag("isSupervision") { $0.ledger.kind == .supervision },
    .flag("isRisk") { $0.ledger.kind == .risk },
    .number("count") { $0.ledger.items.count },
    .number("closed") { $0.ledger.closed(today: $0.today) },
    .text("rate") { Ratio($0.ledger.closed(today: $0.today), of: $0.ledger.items.count)?.text },
    .flag("isRounded") { head in
      Ratio(head.ledger.closed(today: head.today), of: head.ledger.items.count)
        .map { !$0.isExact } ?? false
    },
    .number("overdue") { $0.overdue },
    .flag("hasOverdue") { $0.overdue > 0 },
    .number("lookbacksDue") { head in head.lookbacks.count { $0 < head.today } },
    .number("relapsed") { head in
      head.ledger.items.count { $0.hasRelapsed(today: head.today) }
    },
  ]
}

/// An item of a ledger as it stands today.
struct LedgerItem: View {
  let number: Int
  let item: Ledger.Item
  let owner: LinkView?
  let department: LinkView?
  let problem: LinkView?
  let today: Day
  let lookbackDue: Day?

  init(number: Int, item: Ledger.Item, _ ledger: Ledger, _ findings: Findings) {
    self.number = number
    self.item = item
    today = findings.today
    owner = OwnerView.link(item.owner, findings)
    department = OwnerView.link(item.department, findings)
    problem = item.problem.map { id in
      let name = findings.site.vocabulary.problem(id) ?? id
      return LinkView(.problem(id), name, isCurrent: findings.caseIndex.byProblem[id] == nil)
    }
    lookbackDue = item.lookbackDue(after: ledger.lookbackAfter, today: findings.today)
  }

  var progress: Progress { item.progress(today: today) }

  static let slots: [Slot<LedgerItem>] = [
    .text("anchor") { "item-\($0.number)" },
    .text("id") { $0.item.id },
    .object("found") { $0.item.found.map(DateView.init) },
    .object("department") { $0.department },
    .object("problem") { view in view.problem?.isCurrent == false ? view.problem : nil },
    .text("problemName") { view in view.problem?.isCurrent == true ? view.problem?.title : nil },
    .text("description") { $0.item.description },
    .flag("isHigh") { $0.item.risk == .high },
    .flag("isMedium") { $0.item.risk == .medium },
    .flag("isLow") { $0.item.risk == .low },
    .text("measure") { $0.item.measure },
    .object("owner") { $0.owner },
    .object("due") { $0.item.due.map(DateView.init) },
    .object("state") { view in
      StateView(progress: view.progress, status: view.item.status, done: view.item.closed)
    },
    .group("lookbacks") { view in
      view.item.lookbacks.filter { $0.date <= view.today }.map(LookbackView.init)
    },
    .object("lookbackDue") { $0.lookbackDue.map(DateView.init) },
    .flag("isLookbackOverdue") { view in view.lookbackDue.map { $0 < view.today } ?? false },
    .number("line") { $0.item.span.line },
  ]
}

struct LookbackView: View {
  let lookback: Ledger.Lookback

  static let slots: [Slot<LookbackView>] = [
    .object("date") { DateView($0.lookback.date) },
    .flag("isHeld") { $0.lookback.result == .held },
    .flag("isRelapsed") { $0.lookback.result == .relapsed },
  ]
}

extension Press {
  func ledgers(_ findings: Findings) -> [Page] {
    let ledgers = findings.site.tables.ledgers
    guard !ledgers.isEmpty else { return [] }
    let pages = ledgers.map { ledger in
      page(.ledger(ledger.id), section: Ledger.section) {
        LedgerPage(frame: $0, ledger: ledger, findings: findings)
      }
    }
    return pages + [
      page(.index(of: "ledgers"), section: Ledger.section) {
        LedgerListPage(frame: $0, findings: findings)
      }
    ]
  }
}
