/// The weight of a drawing: how many elements a browser has to draw when parts are drawn again wherever
/// others name them. Twenty parts that each name the next one twice make a million.
struct ArtworkWeight {
  /// The most elements that are drawn in the place of references.
  private static let limit = 200_000

  /// Of each element, in the order of the file: the first behind all that stands in it, and the ids that
  /// it names.
  private var ends: [Int] = []
  private var references: [Int: [String]] = [:]
  private var ids: [String: Int] = [:]
  private var path: [Int] = []

  mutating func open() {
    path.append(ends.count)
    ends.append(0)
  }

  mutating func close() {
    if let last = path.popLast() { ends[last] = ends.count }
  }

  /// The element that was opened last has an id.
  mutating func name(_ id: String) {
    if let last = path.last, ids[id] == nil { ids[id] = last }
  }

  mutating func refer(to names: [String]) {
    if let last = path.last, !names.isEmpty { references[last, default: []] += names }
  }

  /// Whether it is more than a browser draws.
  var isBomb: Bool {
    guard !references.isEmpty, !ends.isEmpty else { return false }
    // Nothing, being reckoned, done.
    var costs: [Int] = Array(repeating: -2, count: ends.count)
    var stack: [(element: Int, isEnd: Bool)] = [(0, false)]
    while let (element, isEnd) = stack.popLast() {
      var parts: [Int] = []
      var child = element + 1
      while child < ends[element] {
        parts.append(child)
        child = ends[child]
      }
      parts += (references[element] ?? []).compactMap { ids[$0] }
      if isEnd {
        // What stands in a circle is drawn by no browser.
        let cost = parts.reduce(1) { $0 + max(0, costs[$1]) }
        costs[element] = min(cost, 1 << 40)
      } else if costs[element] == -2 {
        costs[element] = -1
        stack.append((element, true))
        for part in parts where costs[part] == -2 { stack.append((part, false)) }
      }
    }
    return costs[0] - ends.count > Self.limit
  }
}
