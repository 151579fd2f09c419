/// An archive (ZIP), by the list at its end, as those who unpack it read it.
struct Archive {
  struct Member {
    /// As it is most likely read.
    let name: String
    /// As it may be read: old programs write it in the encoding of their country.
    let names: [String]
    let content: Result<Content, Unread.Reason>
  }

  struct Content {
    let data: Octets
    /// Whether it is deflated.
    let isPacked: Bool
  }

  private(set) var members: [Member] = []
  private(set) var comments: [Octets] = []
  /// What of the archive itself cannot be read.
  private(set) var faults: [Unread.Reason] = []

  private static let most = 100_000

  init(_ octets: Octets) {
    // The end has 22 bytes and a comment.
    let tail = max(0, octets.count - 22 - 0xFFFF)
    guard
      let end = (octets.from(tail)?.bytes.offsets(of: "PK\u{5}\u{6}".utf8).last).map({ tail + $0 }),
      let count = octets.number(end + 10, 2, isLittle: true),
      let start = octets.number(end + 16, 4, isLittle: true)
    else {
      faults = [.damaged]
      return
    }
    if let comment = octets.from(end + 22), comment.count > 0 { comments.append(comment) }
    // In archives above 4 GiB these are told elsewhere.
    guard count != 0xFFFF, start != 0xFFFF_FFFF, count <= Archive.most else {
      faults = [.large]
      return
    }
    var place = start
    var parts: [Range<Int>] = [start..<octets.count]
    for _ in 0..<count {
      guard let (member, next, part) = member(at: place, octets) else {
        faults.append(.damaged)
        break
      }
      members.append(member)
      if let part { parts.append(part) }
      place = next
    }
    if Archive.hasGaps(parts) { faults.append(.stray) }
  }

  /// A member by its entry in the list, where the next entry begins, and the bytes that it takes.
  private mutating func member(
    at place: Int, _ octets: Octets
  ) -> (Member, next: Int, part: Range<Int>?)? {
    func number(_ offset: Int, _ width: Int, from place: Int) -> Int? {
      octets.number(place + offset, width, isLittle: true)
    }
    guard octets.starts(with: "PK\u{1}\u{2}", at: place), let flags = number(8, 2, from: place),
      let method = number(10, 2, from: place), let size = number(20, 4, from: place),
      let nameLength = number(28, 2, from: place), let extra = number(30, 2, from: place),
      let note = number(32, 2, from: place), let local = number(42, 4, from: place),
      let nameBytes = octets.part(place + 46, nameLength)
    else { return nil }
    if note > 0, let comment = octets.part(place + 46 + nameLength + extra, note) {
      comments.append(comment)
    }
    let names = Encoding.readings(of: Array(nameBytes.bytes))
    let next = place + 46 + nameLength + extra + note
    func made(_ content: Result<Content, Unread.Reason>) -> Member {
      Member(name: names.first ?? "?", names: names, content: content)
    }
    guard octets.starts(with: "PK\u{3}\u{4}", at: local), size != 0xFFFF_FFFF,
      let localName = number(26, 2, from: local), let localExtra = number(28, 2, from: local),
      let data = octets.part(local + 30 + localName + localExtra, size), data.count == size
    else { return (made(.failure(.damaged)), next, nil) }
    let part = local..<(local + 30 + localName + localExtra + size)
    if flags & 1 != 0 { return (made(.failure(.locked)), next, part) }
    guard method == 0 || method == 8 else { return (made(.failure(.packing)), next, part) }
    return (made(.success(Content(data: data, isPacked: method == 8))), next, part)
  }

  /// Whether bytes lie between members; lengths that follow a member take 24 at the most.
  private static func hasGaps(_ parts: [Range<Int>]) -> Bool {
    var end = 0
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if part.lowerBound > end + 24 { return true }
      end = max(end, part.upperBound)
    }
    return false
  }
}
