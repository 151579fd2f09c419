internal import Dispatch
internal import Synchronization

/// Does the same work on many items at once, on all cores, and gives the results in the items' order.
///
/// - Throws: of all faults the one of the first item at fault.
func inParallel<Item: Sendable, Value: Sendable, Fault: Error>(
  of length: Int = 16, _ items: [Item], _ work: @Sendable (Item) throws(Fault) -> Value
) throws(Fault) -> [Value] {
  try inRuns(of: length, items) { run throws(Fault) in try run.map(work) }
}

/// The same with work that is done on a run of neighbouring items.
///
/// Runs are short, so that a few long items do not leave a core idle at the end; what is in which run
/// depends on the items' order alone.
func inRuns<Item: Sendable, Value: Sendable, Fault: Error>(
  of length: Int = 16, _ items: [Item],
  _ work: @Sendable (ArraySlice<Item>) throws(Fault) -> [Value]
) throws(Fault) -> [Value] {
  let runs = (items.count + length - 1) / length
  let done = Mutex<[Result<[Value], Fault>?]>(Array(repeating: nil, count: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { n in
    let run = items[(n * length)..<min(items.count, (n + 1) * length)]
    let result = Result { () throws(Fault) in try work(run) }
    done.withLock { $0[n] = result }
  }
  var values: [Value] = []
  for case let result? in done.withLock({ $0 }) { values += try result.get() }
  return values
}
