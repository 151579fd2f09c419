/// Where something stands today, for the words of `state.mustache`.
struct StateView: View {
  let progress: Progress
  let status: Status?
  let done: Day?

  static let slots: [Slot<StateView>] = [
    .object("done") { view in view.progress.isDone ? view.done.map(DateView.init) : nil },
    .flag("isDone") { $0.progress.isDone },
    .flag("isDoing") {
      !$0.progress.isDone && !$0.progress.isOverdue && ($0.status == .doing || $0.status == .done)
    },
    .flag("isTodo") {
      !$0.progress.isDone && !$0.progress.isOverdue && ($0.status == .todo || $0.status == nil)
    },
    .number("daysLate") { if case .doneLate(let days) = $0.progress { days } else { nil } },
    .number("daysOverdue") { if case .overdue(let days) = $0.progress { days } else { nil } },
    .flag("isDueToday") { $0.progress == .open(daysLeft: 0) },
    .number("daysLeft") { view in
      if case .open(let days?) = view.progress, days > 0 { days } else { nil }
    },
  ]
}
