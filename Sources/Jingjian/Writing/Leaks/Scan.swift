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
  /// The private words in the encodings of files that are no text, and which word each is of.
  private let forms: Finder
  private let wordsOfForms: [Int]
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
    let forms = unique.indices.filter { unique[$0].kind == .word }.flatMap { n in
      unique[n].forms.map { (n, $0) }
    }
    (self.forms, wordsOfForms) = (Finder(forms.map(\.1)), forms.map(\.0))
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
    if name.hasPrefix("media/") {
      look(intoMedium: bytes, named: name, &found)
    } else if Scan.isMedium(name) {
      lookForWords(in: bytes, isText: false, &found)
    } else if name.hasPrefix("search/") {
      // The texts of pages, which were looked at with all that they could hide behind, once more: no
      // markup and no reference stands in them.
      look(at: bytes.smallLetters, name, &found)
    } else {
      // Lines of a calendar are folded anywhere, also within a word.
      let whole = name.hasSuffix(".ics") ? Calendar.plain(bytes) : bytes
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

  /// Looks at all that can be read in a file that was attached.
  private func look(intoMedium bytes: [UInt8], named name: String, _ found: inout Set<Int>) {
    _ = Legible.read(bytes, named: name) { piece, _ in
      switch piece {
      case .text(let text): look(atAll: text, &found)
      case .guess(let text):
        // Whatever may be meant is not meant mostly: a short word of Latin letters is there by chance.
        var guessed: Set<Int> = []
        look(atAll: text, &guessed)
        found.formUnion(guessed.filter { finder.texts[$0].count >= 6 })
      case .name(let name): look(atAll: Array(name.utf8), &found)
      case .raw(let bytes, let isText): lookForWords(in: bytes, isText: isText, &found)
      case .traces(let traces):
        for text in traces.texts + traces.found.map(\.text) {
          look(atAll: Array(text.utf8), &found)
        }
      }
    }
  }

  private func look(atAll text: [UInt8], _ found: inout Set<Int>) {
    let plain = Plain(text)
    look(at: plain.text, "", &found)
    look(at: plain.tags, "", &found)
    look(at: text.smallLetters, "", &found)
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

  /// Words in bytes as they lie, in any encoding. What has four bytes stands in packed data by chance, and
  /// so does a short word of Latin letters.
  private func lookForWords(in bytes: [UInt8], isText: Bool, _ found: inout Set<Int>) {
    forms.find(in: bytes) { form, _ in
      if isText || forms.texts[form].count >= 6 { found.insert(wordsOfForms[form]) }
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
