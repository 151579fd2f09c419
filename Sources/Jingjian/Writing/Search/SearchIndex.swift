/// The search index: what `search.html` loads, as small scripts below `search/` (docs/format.md,
/// "Search").
///
/// - `index.js` says of each page how long its text is, where its heading stands, and what it is sorted
///   by; which file holds what; and which signs are read as those of the texts (``Variants``).
/// - `keys/` holds the ``Postings``: where each character and each pair of characters stands.
/// - `texts/` holds the texts, for excerpts; `titles/` addresses, titles and dates.
///
/// Pages are numbered in the order in which the press makes them. A left-out or withdrawn record has no
/// page that is numbered, so it is nowhere in the index.
struct SearchIndex: Sendable {
  /// What the index keeps of a page until all are there.
  struct IndexedPage: Sendable {
    let title: [UInt8]
    /// The folded text and a space, so that its last character begins a pair too.
    let units: [UInt16]
    /// Where the heading stands in the units.
    let heading: Range<Int>
    /// Where the page's own text begins.
    let body: Int
    /// Whether a file of texts begins with it.
    let opensFile: Bool

    init(_ text: MainText, opensFile: Bool) {
      title = text.title
      let heading = text.heading
      var folded = Folded(text.text[..<heading.lowerBound])
      let start = folded.units.count
      folded.append(text.text[heading])
      self.heading = start..<folded.units.count
      folded.append(text.text[heading.upperBound..<text.body])
      body = folded.units.count
      folded.append(text.text[text.body...])
      folded.append([32])
      // Of its exact size: all texts are kept until the last page is there.
      units = Array(folded.units[...])
      self.opensFile = opensFile
    }
  }

  /// The pages that search finds; a page's number is its place here.
  let pages: [Page]
  private let sections: [(id: String, title: String)]
  private let departments: [Department]
  /// The site's name, which the titles of pages end with.
  private let name: [UInt8]

  init(_ pages: [Page], _ findings: Findings) {
    self.pages = pages.filter { $0.subject != nil }
    let used = Set(self.pages.compactMap { $0.subject?.section })
    sections = Section.all.filter { used.contains($0.id) }.map { ($0.id, $0.chinese) }
    departments = findings.site.vocabulary.departments
    name = Array(findings.site.settings.name.utf8)
  }

  /// The number of each page that search finds.
  func numbers(_ pages: [Page]) -> [Int?] {
    var next = 0
    return pages.map { page in
      guard page.subject != nil else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// All that it writes lies in it.
  static let folder = "search"
  /// One address of each folder.
  static let folders = [Address.searchIndex, .searchTexts(0), .searchTitles(0), .searchKeys([0])]

  /// Files of texts, filled one after the other with those of neighbouring pages.
  struct Texts {
    private static let limit = 20 << 10
    private(set) var files: [(address: Address, bytes: [UInt8])] = []
    private var first: Int?
    private var script = Script("")

    /// - Returns: whether a file begins with it.
    mutating func add(_ text: [UInt8], of number: Int) -> Bool {
      if script.bytes.count + text.count > Texts.limit { finish() }
      defer { script.add(string: text) }
      guard first == nil else {
        script.add(",")
        return false
      }
      first = number
      script = Script("texts(\(number),[")
      return true
    }

    mutating func finish() {
      guard let first else { return }
      script.add("])\n")
      files.append((Address.searchTexts(first), script.bytes))
      self.first = nil
    }
  }

  /// Writes all but the texts.
  ///
  /// - Returns: how many files.
  func write(_ documents: [IndexedPage], into publisher: Publisher) throws(DiskFault) -> Int {
    let postings = Postings(documents)
    let shards = try postings.write { bytes, address throws(DiskFault) in
      try publisher.write(bytes, at: address)
    }
    let titles = try writeTitles(documents, into: publisher)
    try publisher.write(
      index(documents, titles: titles, shards: shards, isUsed: postings.isUsed).bytes,
      at: Address.searchIndex)
    return shards.count + titles.count + 1
  }

  private func writeTitles(
    _ documents: [IndexedPage], into publisher: Publisher
  ) throws(DiskFault) -> [Int] {
    var firsts: [Int] = []
    var script = Script("")
    var last: [UInt8] = []
    for (number, (page, document)) in zip(pages, documents).enumerated() {
      if let first = firsts.last, script.bytes.count > 16 << 10 {
        script.add("])\n")
        try publisher.write(script.bytes, at: Address.searchTitles(first))
      }
      if firsts.isEmpty || script.bytes.count > 16 << 10 {
        firsts.append(number)
        script = Script("titles(\(number),[")
        last = []
      } else {
        script.add(",")
      }
      let address = Array(page.address.encoded.utf8.dropLast(".html".utf8.count))
      let shared = min(zip(address, last).prefix { $0 == $1 }.count, 56)
      script.add(string: [UInt8(35 + shared)] + address[shared...])
      last = address
      script.add(",")
      script.add(string: shown(document.title))
      script.add(",")
      script.add(string: Array((page.date?.description ?? "").utf8))
    }
    if let first = firsts.last {
      script.add("])\n")
      try publisher.write(script.bytes, at: Address.searchTitles(first))
    }
    return firsts
  }

  /// A title without the site's name and the signs before it; the name itself where nothing else is left.
  private func shown(_ title: [UInt8]) -> [UInt8] {
    guard title.count > name.count, title.suffix(name.count).elementsEqual(name) else {
      return title
    }
    let rest = String(decoding: title.dropLast(name.count), as: UTF8.self).unicodeScalars
    let end = rest.lastIndex {
      !$0.properties.isWhitespace && !"·|-–—_".unicodeScalars.contains($0)
    }
    return end.map { Array(String(rest[...$0]).utf8) } ?? name
  }

  private func index(
    _ documents: [IndexedPage], titles: [Int], shards: [(first: [UInt16], size: Int)],
    isUsed: [Bool]
  ) -> Script {
    let sectionNumbers = Dictionary(
      uniqueKeysWithValues: sections.enumerated().map { ($1.id, $0 + 1) })
    let departmentNumbers = Dictionary(
      uniqueKeysWithValues: departments.enumerated().map { ($1.id, $0 + 1) })
    let subjects = pages.flatMap { page in
      let section = page.subject?.section.flatMap { sectionNumbers[$0] } ?? 0
      let department = page.subject?.department.flatMap { departmentNumbers[$0] } ?? 0
      return [section * 2 + (page.subject?.isList == true ? 1 : 0), department]
    }
    let texts = documents.indices.filter { documents[$0].opensFile }
    var script = Script("index({\"lengths\":")
    script.add(string: Numbers.text(documents.map(\.units.count)))
    script.add(",\n\"headings\":")
    script.add(
      string: Numbers.text(
        documents.flatMap {
          [$0.heading.lowerBound, $0.heading.count, $0.body - $0.heading.upperBound]
        }))
    script.add(",\n\"subjects\":")
    script.add(string: Numbers.text(subjects))
    script.add(",\n\"texts\":")
    script.add(string: Numbers.text(texts.steps))
    script.add(",\n\"titles\":")
    script.add(string: Numbers.text(titles.steps))
    script.add(",\n\"weights\":")
    script.add(string: Numbers.text(shards.map { $0.size >> 10 }))
    script.add(",\n\"variants\":")
    script.add(string: Numbers.text(Variants.numbers { isUsed[Int($0.value)] }))
    script.add(",\n\"keys\":[")
    for (n, shard) in shards.enumerated() {
      if n > 0 { script.add(",") }
      script.add(units: shard.first)
    }
    script.add("],\n\"sections\":")
    script.add(list: sections.flatMap { [Array($0.id.utf8), Array($0.title.utf8)] })
    script.add(",\n\"departments\":")
    script.add(list: departments.flatMap { [Array($0.id.utf8), Array($0.name.utf8)] })
    script.add("})\n")
    return script
  }
}

extension [Int] {
  /// How far each is from the one before it; the first from zero.
  fileprivate var steps: [Int] { zip(self, [0] + self).map { $0 - $1 } }
}

extension Variants {
  /// The pairs whose second sign is wanted, in the order of the first: how far that is from the one before
  /// it, and the second.
  fileprivate static func numbers(where isWanted: (Unicode.Scalar) -> Bool) -> [Int] {
    let wanted = pairs.filter { isWanted($0.1) }.map { (Int($0.0.value), Int($0.1.value)) }
      .sorted { $0.0 < $1.0 }
    return zip(wanted.map(\.0).steps, wanted).flatMap { [$0, $1.1] }
  }
}
