/// The search reader: finds phrases in an index as `search.js` does, in the very files that are going to
/// be published. With it a build proves its own index.
struct SearchReader {
  private let read: (Address) throws(DiskFault) -> [UInt8]
  private let starts: [Int]
  private let texts: [Int]
  private let keys: [[UInt8]]
  private let order: [[UInt16]]

  init(_ read: @escaping (Address) throws(DiskFault) -> [UInt8]) throws(DiskFault) {
    self.read = read
    let strings = Script.strings(in: try read(Address.searchIndex))
    func member(_ name: String) -> ArraySlice<ArraySlice<UInt8>> {
      strings.drop { !$0.elementsEqual(name.utf8) }.dropFirst()
    }
    func numbers(_ name: String) -> [Int] { member(name).first.map { Numbers.read($0) } ?? [] }
    starts = numbers("lengths").reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    texts = numbers("texts").reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
    let first = member("keys").prefix { !$0.elementsEqual("sections".utf8) }
    keys = first.map(Array.init)
    order = first.map { SearchReader.units($0) }
  }

  /// The pages that hold a folded phrase, by their numbers.
  func pages(holding phrase: [UInt16]) throws(DiskFault) -> [Int] {
    guard phrase.count > 1 else {
      var page = 0
      return try posting(phrase).map { step in
        page += step / 2
        return page
      }
    }
    var found: [Int]?
    for offset in offsets(phrase.count) {
      var place = 0
      let places = try posting(Array(phrase[offset...(offset + 1)])).map { step in
        place += step
        return place - offset
      }
      found = found.map { SearchReader.both($0, places) } ?? places
    }
    return (found ?? []).map { starts.lastPlace(upTo: $0) }.uniqued()
  }

  /// What two growing lists share.
  private static func both(_ a: [Int], _ b: [Int]) -> [Int] {
    var shared: [Int] = []
    var n = 0
    for number in a {
      while n < b.count, b[n] < number { n += 1 }
      if n < b.count, b[n] == number { shared.append(number) }
    }
    return shared
  }

  /// Where in a phrase pairs begin that together hold all of it.
  private func offsets(_ count: Int) -> [Int] {
    Array(stride(from: 0, to: count - 1, by: 2)) + (count % 2 == 1 ? [count - 2] : [])
  }

  private func posting(_ key: [UInt16]) throws(DiskFault) -> [Int] {
    guard let file = order.lastIndex(where: { !key.lexicographicallyPrecedes($0) }) else {
      return []
    }
    let strings = Script.strings(in: try read(Address.searchKeys(order[file])))
    let name = Script.escaped(key)
    // Behind the file's name, keys and postings take turns.
    for n in stride(from: 1, to: strings.count - 1, by: 2) where strings[n].elementsEqual(name) {
      return Numbers.read(strings[n + 1])
    }
    return []
  }

  /// The text of a page.
  func text(of page: Int) throws(DiskFault) -> [UInt8] {
    guard let first = texts.last(where: { $0 <= page }) else { return [] }
    let strings = Script.strings(in: try read(.searchTexts(first)))
    return strings.indices.contains(page - first) ? Script.unescaped(strings[page - first]) : []
  }

  /// The units of a key as it stands in a file.
  private static func units(_ literal: ArraySlice<UInt8>) -> [UInt16] {
    let text = String(decoding: literal, as: UTF8.self)
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      guard unit == UInt16(UInt8(ascii: "\\")), let next = rest.popFirst() else {
        units.append(unit)
        continue
      }
      guard next == UInt16(UInt8(ascii: "u")) else {
        units.append(next)
        continue
      }
      units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0)
      rest = rest.dropFirst(4)
    }
    return units
  }
}

extension SearchIndex {
  /// Looks up pieces of the texts of every section where they stand, in the files that were written, and
  /// words that must not be found.
  ///
  /// - Returns: a fault of the program when a piece is not found, or a word is.
  func proof(
    _ documents: [IndexedPage], _ publisher: Publisher, without words: [String]
  ) throws(DiskFault) -> [Diagnostic] {
    let reader = try SearchReader { address throws(DiskFault) in
      try publisher.read(at: address)
    }
    for number in samples {
      let units = documents[number].units
      var text = Folded(try reader.text(of: number))
      text.append([32])
      guard text.units == units else { return [.lost("", pages[number])] }
      for (n, length) in [1, 2, 3, 7].enumerated() where units.count > length + 1 {
        // Spread over the text, and always in the same places.
        let start = (number * 7919 + n * 104_729) % (units.count - length)
        let phrase = Array(units[start..<(start + length)])
        if phrase.first == 32 || phrase.last == 32 { continue }
        guard try reader.pages(holding: phrase).contains(number) else {
          return [.lost(String(decoding: phrase, as: UTF16.self), pages[number])]
        }
      }
    }
    for word in words {
      let phrase = Folded(Array(word.utf8)).units
      if let page = try reader.pages(holding: Array(phrase)).first {
        return [.found(word, pages[page])]
      }
    }
    return []
  }

  /// The first, the middle and the last page of each section.
  private var samples: [Int] {
    var numbers: [String: [Int]] = [:]
    for (number, page) in pages.enumerated() {
      numbers[page.subject?.section ?? "", default: []].append(number)
    }
    return numbers.values.flatMap { [$0[0], $0[$0.count / 2], $0[$0.count - 1]] }.uniqued().sorted()
  }
}

extension Diagnostic {
  fileprivate static func found(_ word: String, _ page: Page) -> Diagnostic {
    .error(
      Message(
        "private-word",
        Phrase(
          zh: "搜索索引里查得到保密词「\(word)」，在「\(page.address.path)」",
          en: "the search index finds the private word `\(word)` in `\(page.address.path)`"),
        fix: Phrase(zh: "从内容里删去这个词", en: "take the word out of the content")),
      at: Place("site/" + Address.searchIndex.path))
  }

  fileprivate static func lost(_ phrase: String, _ page: Page) -> Diagnostic {
    .error(
      Message(
        "search-index",
        Phrase(
          zh: "搜索索引有误：在「\(page.address.path)」里查不到「\(phrase)」",
          en: "the search index is wrong: `\(phrase)` is not found in `\(page.address.path)`"),
        fix: Phrase(zh: "这是程序的错误，请告诉维护人", en: "this is a fault of the program; tell its maintainer")
      ),
      at: Place("site/" + Address.searchIndex.path))
  }
}
