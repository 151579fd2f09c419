/// A measure of rectification as it stands today.
struct MeasureView: View {
  let measure: Case.Measure
  let number: Int
  let item: Case
  let progress: Progress
  let owner: LinkView?

  init(
    _ measure: Case.Measure, number: Int, of item: Case, _ progress: Progress,
    _ findings: Findings
  ) {
    self.measure = measure
    self.number = number
    self.item = item
    self.progress = progress
    owner = OwnerView.link(measure.owner, findings)
  }

  static let slots: [Slot<MeasureView>] = [
    .text("anchor") { "measure-\($0.number)" },
    .text("measure") { $0.measure.text },
    .object("owner") { $0.owner },
    .object("due") { $0.measure.due.map(DateView.init) },
    .object("done") { view in view.progress.isDone ? view.measure.done.map(DateView.init) : nil },
    .flag("isDone") { $0.progress.isDone },
    .flag("isDoing") {
      !$0.progress.isDone && !$0.progress.isOverdue && $0.measure.status != .todo
    },
    .flag("isTodo") { !$0.progress.isDone && !$0.progress.isOverdue && $0.measure.status == .todo },
    .number("daysLate") { if case .doneLate(let days) = $0.progress { days } else { nil } },
    .number("daysOverdue") { if case .overdue(let days) = $0.progress { days } else { nil } },
    .flag("isDueToday") { $0.progress == .open(daysLeft: 0) },
    .number("daysLeft") { view in
      if case .open(let days?) = view.progress, days > 0 { days } else { nil }
    },
  ]
}
