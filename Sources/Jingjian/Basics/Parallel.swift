internal import Dispatch
internal import Synchronization

/// Does the same work on many items at once, on all cores, and gives the results in the items' order.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Result
) -> [Result] {
  inRuns(items) { $0.map(work) }
}

/// The same with work that is done on a run of neighbouring items.
///
/// Runs are short, so that a few long items do not leave a core idle at the end; what is in which run
/// depends on the items' order alone.
func inRuns<Item: Sendable, Result: Sendable>(
  of length: Int = 16, _ items: [Item], _ work: @Sendable (ArraySlice<Item>) -> [Result]
) -> [Result] {
  let runs = (items.count + length - 1) / length
  let done = Mutex<[[Result]?]>(Array(repeating: nil, count: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { n in
    let results = work(items[(n * length)..<min(items.count, (n + 1) * length)])
    done.withLock { $0[n] = results }
  }
  return done.withLock { $0 }.flatMap { $0 ?? [] }
}
