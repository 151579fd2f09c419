internal import Dispatch
internal import Synchronization

/// Does the same work on many items at once, on all cores, and gives the results in the items' order.
///
/// Work is handed out in small runs, so that a few long items do not leave a core idle at the end.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Result
) -> [Result] {
  let run = 16
  let runs = (items.count + run - 1) / run
  let done = Mutex<[[Result]?]>(Array(repeating: nil, count: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { n in
    let results = items[(n * run)..<min(items.count, (n + 1) * run)].map(work)
    done.withLock { $0[n] = results }
  }
  return done.withLock { $0 }.flatMap { $0 ?? [] }
}
