/// Postings: for each single character the pages that hold it, and for each pair of neighbouring
/// characters all places where it stands; for a pair with very many places its pages too, under a key that
/// ends with a zero. A phrase is where its pairs stand at the right distances, so that it is found exactly,
/// without a look at any text.
///
/// Places are counted through all texts, one after the other. The texts are gone through in a few groups
/// of characters, so that the places of only two groups are in memory at once; what comes out depends on
/// the texts alone.
struct Postings: Sendable {
  private let documents: [SearchIndex.IndexedPage]
  /// Where each text begins; at the end, where the last one ends.
  private let starts: [Int]
  private let groups: [KeyGroup]
  /// Of all units whether the texts hold them.
  let isUsed: [Bool]

  /// The characters from one to before another, by their units, and how often they stand in the texts.
  private struct KeyGroup: Sendable {
    let units: Range<Int>
    let counts: [Int32]
    let total: Int
  }

  /// A file with the postings of neighbouring keys.
  struct Shard: Sendable {
    /// One unit to three; keys are in the order of their units.
    let first: [UInt16]
    let bytes: [UInt8]

    var address: Address { Address.searchKeys(first) }

  }

  init(_ documents: [SearchIndex.IndexedPage]) {
    self.documents = documents
    starts = documents.reduce(into: [0]) { starts, document in
      starts.append((starts.last ?? 0) + document.units.count)
    }
    let parts = inRuns(of: 2048, documents) { [Postings.counts(of: $0)] }
    var counts = [Int32](repeating: 0, count: 1 << 16)
    for part in parts { for unit in 0..<(1 << 16) { counts[unit] += part[unit] } }
    groups = Postings.groups(counts)
    isUsed = counts.map { $0 > 0 }
  }

  /// How often each unit begins a pair.
  private static func counts(of documents: ArraySlice<SearchIndex.IndexedPage>) -> [Int32] {
    var counts = [Int32](repeating: 0, count: 1 << 16)
    counts.withUnsafeMutableBufferPointer { counts in
      for document in documents {
        document.units.withUnsafeBufferPointer { units in
          for n in 0..<max(0, units.count - 1) { counts[Int(units[n])] += 1 }
        }
      }
    }
    return counts
  }

  private static func groups(_ counts: [Int32]) -> [KeyGroup] {
    let limit = max(1 << 20, counts.reduce(0) { $0 + Int($1) } / 8)
    var groups: [KeyGroup] = []
    var (start, total) = (0, 0)
    for unit in 0...counts.count {
      let count = unit < counts.count ? Int(counts[unit]) : 0
      if unit == counts.count || total > 0 && total + count > limit {
        let range = start..<unit
        if total > 0 {
          groups.append(KeyGroup(units: range, counts: Array(counts[range]), total: total))
        }
        (start, total) = (unit, 0)
      }
      total += count
    }
    return groups
  }

  /// Makes all shards, some at a time, and gives each away as soon as it is made.
  ///
  /// - Returns: the first key and the size of each, in the order of the keys.
  func write(
    _ sink: @Sendable (_ bytes: [UInt8], _ address: Address) throws(DiskFault) -> Void
  ) throws(DiskFault) -> [(first: [UInt16], size: Int)] {
    try inRuns(of: 1, groups) { run throws(DiskFault) in
      var written: [(first: [UInt16], size: Int)] = []
      for group in run {
        try makeShards(of: group) { shard throws(DiskFault) in
          try sink(shard.bytes, shard.address)
          written.append((shard.first, shard.bytes.count))
        }
      }
      return written
    }
  }

  private func makeShards(
    of group: KeyGroup, _ give: (Shard) throws(DiskFault) -> Void
  ) throws(DiskFault) {
    var places = [Int32](repeating: 0, count: group.total)
    var seconds = [UInt16](repeating: 0, count: group.total)
    var ends = group.counts.map(Int.init)
    var sum = 0
    for n in ends.indices { (ends[n], sum) = (sum, sum + ends[n]) }
    collect(group, &places, &seconds, &ends)
    // By now each end is where its character's places end.
    var sorting = Sorting()
    var file = ShardFile()
    var start = 0
    try places.withUnsafeBufferPointer { places throws(DiskFault) in
      try seconds.withUnsafeBufferPointer { seconds throws(DiskFault) in
        for (n, end) in ends.enumerated() where end > start {
          let unit = UInt16(group.units.lowerBound + n)
          let own = UnsafeBufferPointer(rebasing: places[start..<end])
          if unit != 32 { file.add([unit], holders(own, length: 1)) }
          let behind = UnsafeBufferPointer(rebasing: seconds[start..<end])
          sorting.sort(own, by: behind) { second, sorted in
            if file.add([unit, second], Numbers.steps(sorted)) == .alone {
              file.add([unit, second, 0], holders(sorted, length: 2))
            }
          }
          start = end
          for shard in file.take() { try give(shard) }
        }
      }
    }
    file.finish()
    for shard in file.take() { try give(shard) }
  }

  /// Finds the places of a group's characters, and what stands behind each.
  private func collect(
    _ group: KeyGroup, _ places: inout [Int32], _ seconds: inout [UInt16], _ next: inout [Int]
  ) {
    let low = UInt16(group.units.lowerBound)
    let span = UInt16(truncatingIfNeeded: group.units.count - 1)
    places.withUnsafeMutableBufferPointer { places in
      seconds.withUnsafeMutableBufferPointer { seconds in
        next.withUnsafeMutableBufferPointer { next in
          for (document, start) in zip(documents, starts) {
            document.units.withUnsafeBufferPointer { units in
              for n in 0..<max(0, units.count - 1) {
                let distance = units[n] &- low
                if distance > span { continue }
                let slot = next[Int(distance)]
                next[Int(distance)] = slot + 1
                places[slot] = Int32(truncatingIfNeeded: start + n)
                seconds[slot] = units[n + 1]
              }
            }
          }
        }
      }
    }
  }

  /// The pages of what stands at some places: for each page how many further it is than the last one,
  /// doubled, and one more where it stands in the heading.
  private func holders(_ places: UnsafeBufferPointer<Int32>, length: Int) -> [UInt8] {
    var posting: [UInt8] = []
    var (document, last, isHeading) = (-1, 0, false)
    func write() {
      Numbers.write((document - last) * 2 + (isHeading ? 1 : 0), into: &posting)
    }
    for place in places {
      let place = Int(place)
      if document < 0 || place >= starts[document + 1] {
        if document >= 0 {
          write()
          last = document
        }
        document = self.document(of: place, from: document + 1)
        isHeading = false
      }
      let heading = documents[document].heading
      let offset = place - starts[document]
      if heading.lowerBound <= offset, offset + length <= heading.upperBound { isHeading = true }
    }
    if document >= 0 { write() }
    return posting
  }

  private func document(of place: Int, from first: Int) -> Int {
    place < starts[first + 1] ? first : starts.lastPlace(upTo: place, from: first + 1)
  }
}

/// Sorts places by what stands behind them, by counting.
private struct Sorting {
  private var counts = [Int32](repeating: 0, count: 1 << 16)
  private var sorted: [Int32] = []

  mutating func sort(
    _ places: UnsafeBufferPointer<Int32>, by seconds: UnsafeBufferPointer<UInt16>,
    _ body: (_ second: UInt16, _ sorted: UnsafeBufferPointer<Int32>) -> Void
  ) {
    if sorted.count < places.count { sorted = [Int32](repeating: 0, count: places.count) }
    var used: [UInt16] = []
    counts.withUnsafeMutableBufferPointer { counts in
      for second in seconds {
        if counts[Int(second)] == 0 { used.append(second) }
        counts[Int(second)] += 1
      }
      used.sort()
      var sum: Int32 = 0
      for second in used {
        let count = counts[Int(second)]
        counts[Int(second)] = sum
        sum += count
      }
      sorted.withUnsafeMutableBufferPointer { sorted in
        for n in places.indices {
          let second = Int(seconds[n])
          sorted[Int(counts[second])] = places[n]
          counts[second] += 1
        }
        var start = 0
        for second in used {
          let end = Int(counts[Int(second)])
          body(second, UnsafeBufferPointer(rebasing: sorted[start..<end]))
          counts[Int(second)] = 0
          start = end
        }
      }
    }
  }
}

/// The file that is being filled: closed when it is large enough. What is large alone has one to itself,
/// so that a rare key never costs as much as a common one.
private struct ShardFile {
  private static let limit = 48 << 10
  private static let large = 16 << 10
  private var shards: [Postings.Shard] = []
  private var first: [UInt16] = []
  private var script = Script("")

  /// Where a posting went.
  enum Seat { case shared, alone }

  @discardableResult
  mutating func add(_ key: [UInt16], _ posting: [UInt8]) -> Seat {
    let isLarge = posting.count > ShardFile.large
    if isLarge || script.bytes.count + posting.count > ShardFile.limit { finish() }
    if first.isEmpty {
      first = key
      script = Script("keys(")
      script.add(units: key)
      script.add(",{")
    } else {
      script.add(",")
    }
    script.add(units: key)
    script.add(":\"")
    script.add(bytes: posting)
    script.add("\"")
    if isLarge { finish() }
    return isLarge ? .alone : .shared
  }

  mutating func finish() {
    guard !first.isEmpty else { return }
    script.add("})\n")
    shards.append(Postings.Shard(first: first, bytes: script.bytes))
    first = []
  }

  /// The files that are closed, each once.
  mutating func take() -> [Postings.Shard] {
    defer { shards = [] }
    return shards
  }
}
