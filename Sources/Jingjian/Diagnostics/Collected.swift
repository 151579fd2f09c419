/// Does the same work on many items at once, each with a report of its own; what is said is collected in
/// the items' order.
func inParallel<Item: Sendable, Value: Sendable, Fault: Error>(
  _ items: [Item], report: inout [Diagnostic],
  _ work: @Sendable (Item, inout [Diagnostic]) throws(Fault) -> Value
) throws(Fault) -> [Value] {
  let done = try inParallel(items) { item throws(Fault) in
    var said: [Diagnostic] = []
    return (value: try work(item, &said), said: said)
  }
  for one in done { report += one.said }
  return done.map(\.value)
}
