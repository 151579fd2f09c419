/// An obligation: something that a department or role has still to do – a measure of rectification, an
/// answer to a card, a task of a campaign, an occurrence of a duty, an item or a look-back of a ledger.
/// What is done is none (docs/rules.md, "Obligations", `due`).
struct Obligation: Sendable {
  let source: Origin
  /// The id of the case, task, duty or item; the period of a card.
  let id: String
  /// The id of the department or role that owes it.
  let owner: String?
  let due: Day?
  /// The first day of the period that it is owed for; nothing where it is owed already.
  var from: Day? = nil
  let matter: Matter
  /// What it belongs to.
  let title: String
  /// Where it stands.
  let address: Address
  let fragment: String
  /// Open or overdue.
  let progress: Progress

  enum Origin: Int, Sendable, CaseIterable {
    case rectification, warning, campaign, duty, ledger
  }

  enum Matter: Sendable, Hashable {
    case text(String)
    /// The answer that a card asks for.
    case card(Colour, Period)
    /// A look-back at what was closed.
    case lookback(String)
  }

  var isOverdue: Bool { progress.isOverdue }

  /// Whether it falls due up to a day and is not overdue.
  func isSoon(until end: Day) -> Bool { !isOverdue && due.map { $0 <= end } ?? false }

  /// By date, what has none standing last; then by source; then by id.
  static func inOrder(_ a: Obligation, _ b: Obligation) -> Bool {
    let never = Day(number: .max)
    return (a.due ?? never, a.source.rawValue, a.id) < (b.due ?? never, b.source.rawValue, b.id)
  }

  /// All that is owed on a day, in order.
  static func all(
    cases: [Case], standings: Standings?, campaigns: [Campaign], tables: Tables, today: Day
  ) -> [Obligation] {
    var all = cases.flatMap { rectification(of: $0, today: today) }
    if let standings { all += answers(to: standings) }
    all += campaigns.flatMap { tasks(of: $0, today: today) }
    for list in tables.duties {
      for (n, duty) in list.duties.enumerated() {
        all += steps(of: duty, number: n + 1, today: today)
      }
    }
    all += tables.ledgers.flatMap { items(of: $0, today: today) }
    return all.enumerated().sorted { a, b in
      inOrder(a.element, b.element)
        || !inOrder(b.element, a.element) && a.offset < b.offset
    }.map(\.element)
  }

  private static func rectification(of item: Case, today: Day) -> [Obligation] {
    item.rectification.enumerated().compactMap { n, measure in
      let progress = measure.progress(today: today)
      guard !progress.isDone else { return nil }
      return Obligation(
        source: .rectification, id: item.common.id, owner: measure.owner, due: measure.due,
        matter: .text(measure.text), title: item.common.title, address: item.common.address,
        fragment: "measure-\(n + 1)", progress: progress)
    }
  }

  private static func answers(to standings: Standings) -> [Obligation] {
    standings.warnings.compactMap { warning -> Obligation? in
      let due: Day
      switch warning.followUp {
      case .answered: return nil
      case .due(let day), .overdue(let day): due = day
      }
      let card = warning.card
      let department = standings.departments[card.department]
      return Obligation(
        source: .warning, id: "\(card.period)", owner: department.id, due: due,
        matter: .card(card.colour, card.period), title: department.name,
        address: .period(card.period), fragment: card.anchor(standings.departments),
        progress: Progress(due: due, status: nil, done: nil, today: standings.today))
    }
  }

  private static func tasks(of campaign: Campaign, today: Day) -> [Obligation] {
    campaign.tasks.enumerated().compactMap { n, task in
      let progress = task.progress(today: today)
      guard !progress.isDone else { return nil }
      return Obligation(
        source: .campaign, id: task.id, owner: task.owner, due: task.due, matter: .text(task.title),
        title: campaign.common.title, address: campaign.common.address,
        fragment: "task-\(n + 1)", progress: progress)
    }
  }

  private static func steps(of duty: Duty, number: Int, today: Day) -> [Obligation] {
    duty.steps(today: today).compactMap { step in
      guard !step.progress.isDone else { return nil }
      return Obligation(
        source: .duty, id: duty.id, owner: duty.owner, due: step.due, from: step.first,
        matter: .text(duty.task), title: "", address: .duties(duty.year),
        fragment: "duty-\(number)", progress: step.progress)
    }
  }

  private static func items(of ledger: Ledger, today: Day) -> [Obligation] {
    ledger.items.enumerated().compactMap { n, item in
      let text = item.description ?? item.measure ?? item.id
      func owed(_ due: Day?, _ matter: Matter, _ progress: Progress) -> Obligation {
        Obligation(
          source: .ledger, id: item.id, owner: item.owner, due: due, matter: matter,
          title: ledger.name, address: .ledger(ledger.id),
          fragment: "item-\(n + 1)", progress: progress)
      }
      let progress = item.progress(today: today)
      if !progress.isDone { return owed(item.due, .text(text), progress) }
      guard let due = item.lookbackDue(after: ledger.lookbackAfter, today: today) else {
        return nil
      }
      return owed(
        due, .lookback(text),
        Progress(due: due, status: nil, done: nil, today: today))
    }
  }
}
