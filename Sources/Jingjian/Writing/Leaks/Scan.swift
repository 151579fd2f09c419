internal import Synchronization

/// The scan: looks for secrets in all bytes that are going to be published, whichever way they are
/// written (``Plain``). It knows nothing of how pages are made, so it also finds what a fault of this
/// program would let through.
final class Scan: Sendable {
  private let secrets: [Secret]
  /// The private words among them.
  let words: [String]
  /// Hides private words in what people are shown beside the site.
  let mask: Mask
  private let finder: Finder
  private let withheld: Withheld
  private let theme: Theme
  private let state = Mutex(State())

  private struct State {
    var hits: [Int: Hit] = [:]
    var tally = Tally()
  }

  /// Where a secret was found.
  private struct Hit {
    var place: String
    var count: Int

    /// Pages come before what programs read, and those at the root before others.
    static func rank(_ place: String) -> (Int, Int, String) {
      (place.hasSuffix(".html") ? 0 : 1, place.utf8.count { $0 == UInt8(ascii: "/") }, place)
    }
  }

  /// What was looked at, for the terminal alone.
  struct Tally: Sendable {
    var files = 0
    var bytes = 0
    var words = 0
    var addresses = 0
    /// Titles and sentences.
    var sentences = 0
  }

  /// - Throws: a file that could be read before cannot be read any more.
  init(for withheld: Withheld, theme: Theme) throws(DiskFault) {
    let secrets = try withheld.secrets()
    var unique: [Secret] = []
    var texts: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for secret in secrets {
      let text = Plain.of(secret.text)
      guard !text.isEmpty, seen.insert(text + [UInt8(secret.kind == .word ? 1 : 0)]).inserted else {
        continue
      }
      unique.append(secret)
      texts.append(text)
    }
    (self.secrets, self.withheld, self.theme) = (unique, withheld, theme)
    words = unique.filter { $0.kind == .word }.map(\.text)
    mask = Mask(words)
    finder = Finder(texts)
  }

  /// Whether there is nothing to look for.
  var isIdle: Bool { secrets.isEmpty }

  var tally: Tally {
    var tally = state.withLock { $0.tally }
    for secret in secrets {
      switch secret.kind {
      case .word: tally.words += 1
      case .address: tally.addresses += 1
      case .title, .sentence: tally.sentences += 1
      }
    }
    return tally
  }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - name: the file's own name, which is looked at too.
  ///   - place: how diagnostics call it.
  func pass(_ bytes: [UInt8], named name: String, at place: String) {
    guard !isIdle else { return }
    var found: Set<Int> = []
    look(at: Plain(Array(name.utf8)).text, name, &found)
    look(into: bytes, named: name, &found)
    note(found, at: place, size: bytes.count)
  }

  private func look(into bytes: [UInt8], named name: String, _ found: inout Set<Int>) {
    if Scan.isMedium(name) {
      found.formUnion(wordsInside(bytes))
    } else if name.hasPrefix("search/") {
      // The texts of pages, which were looked at with all that they could hide behind, once more: no
      // markup and no reference stands in them.
      look(at: bytes.smallLetters, name, &found)
    } else {
      // Lines of a calendar are folded anywhere, also within a word.
      let whole = name.hasSuffix(".ics") ? Calendar.plain(bytes) : Scan.text(bytes, of: name)
      let plain = Plain(whole, isCSS: name.hasSuffix(".css"))
      look(at: plain.text, name, &found)
      look(at: plain.tags, name, &found)
      // What only looks like an escape, as in a path of Windows, is read as it stands too; the texts of
      // pages are, in the search index.
      if !name.hasSuffix(".html") {
        let written = Plain(whole, isEscaped: false)
        look(at: written.text, name, &found)
        look(at: written.tags, name, &found)
      }
    }
  }

  /// The bytes of a text as UTF-8: an attachment may be in what Excel and old editors save.
  private static func text(_ bytes: [UInt8], of name: String) -> [UInt8] {
    guard name.hasPrefix("media/"), String(validating: bytes, as: UTF8.self) == nil else {
      return bytes
    }
    return Encoding.decode(bytes).text.map { Array($0.utf8) } ?? bytes
  }

  private func note(_ found: Set<Int>, at place: String, size: Int) {
    state.withLock { state in
      state.tally.files += 1
      state.tally.bytes += size
      for text in found {
        var hit = state.hits[text] ?? Hit(place: place, count: 0)
        if Hit.rank(place) < Hit.rank(hit.place) { hit.place = place }
        hit.count += 1
        state.hits[text] = hit
      }
    }
  }

  /// Looks at a manifest: at its names, and among its digits for what cannot stand there by chance.
  ///
  /// - Parameter bytes: as it is going to be written.
  func pass(_ manifest: Manifest, as bytes: [UInt8]) {
    guard !isIdle else { return }
    let name = Address.manifest.path
    var found: Set<Int> = []
    look(into: manifest.names, named: "", &found)
    look(into: bytes, named: name, &found)
    note(found, at: "site/" + name, size: bytes.count)
  }

  private func look(at text: [UInt8], _ name: String, _ found: inout Set<Int>) {
    // In the search index' keys and in the manifest stand numbers as letters, which may by chance be
    // those of a short word; what they count is looked at itself.
    let isNumbers =
      name.hasPrefix("search/keys/") || name == Address.searchIndex.path
      || name == Address.manifest.path
    finder.find(in: text) { secret, _ in
      let text = finder.texts[secret]
      if isNumbers, text.count < 12, text.allSatisfy({ $0 < 0x80 }) { return }
      found.insert(secret)
    }
  }

  /// Pictures, videos and PDFs are no text.
  private static func isMedium(_ name: String) -> Bool {
    !["", "css", "csv", "html", "ics", "js", "json", "md", "svg", "txt", "vtt", "xml"]
      .contains(name.ending)
  }

  /// Words in what is no text: as UTF-8 and as the UTF-16 of their metadata, which a PDF may spell in hex
  /// digits. A short word of Latin letters is there by chance.
  private func wordsInside(_ bytes: [UInt8]) -> [Int] {
    secrets.indices.filter { n in
      guard secrets[n].kind == .word else { return false }
      let word = secrets[n].text.composed
      guard word.utf8.count >= 6 else { return false }
      let units = word.utf16.map { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8($0 & 0xFF)] }
      let wide = units.flatMap { $0 }
      let digits = wide.flatMap { Array(String($0, radix: 16).padded(2).utf8) }
      let capitals = digits.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
      return [Array(word.utf8), wide, units.flatMap { $0.reversed() }, digits, capitals]
        .contains(where: bytes.holds)
    }
  }

  /// The secrets that were found since this was asked last, each at the first file that holds it.
  func leaks() throws(DiskFault) -> [Diagnostic] {
    var hits = state.withLock { state in
      defer { state.hits = [:] }
      return state.hits
    }
    let open = hits.keys.filter { secrets[$0].mayStandElsewhere }.sorted()
    if !open.isEmpty {
      let texts = Finder(open.map { finder.texts[$0] })
      for text in try withheld.standElsewhere(texts, theme) { hits[open[text]] = nil }
    }
    var report: [Diagnostic] = []
    for (number, hit) in hits.sorted(by: { $0.key < $1.key }) {
      let secret = secrets[number]
      let source = secret.kind == .word ? try withheld.source(of: secret.text) : nil
      let message = secret.leak(writtenIn: source, files: hit.count)
      report.append(.error(message, at: Place(hit.place)))
    }
    return report
  }
}

extension [UInt8] {
  /// With the small letters of the capitals of ASCII.
  fileprivate var smallLetters: [UInt8] {
    withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { small, count in
        for n in 0..<bytes.count {
          // Without a branch, so that many are done at once.
          small[n] = bytes[n] | (bytes[n] &- 0x41 < 26 ? 0x20 : 0)
        }
        count = bytes.count
      }
    }
  }
}
