/// A skeleton: the tags of a page or of a feed without their texts, as a browser finds them. Two pages
/// that differ only in what people wrote have one skeleton.
struct Skeleton {
  /// Tags in their order, each with the names of its attributes: `a href title`, `/a`.
  private(set) var tags: [String] = []
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  /// What no writer of ours makes: attributes without double quotes, tags and comments without an end.
  private(set) var faults: [String] = []
  /// What stands in CDATA marks.
  private(set) var sections: [String] = []

  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if skip("<!--", to: "-->") || skip("<!DOCTYPE", to: ">") || skip("<?", to: "?>") { continue }
      if let inside = part("<![CDATA[", to: "]]>") {
        sections.append(inside)
        continue
      }
      rest = rest.dropFirst()
      guard let first = rest.first, first == UInt8(ascii: "/") || isLetter(first) else {
        faults.append("<" + String(decoding: rest.prefix(10), as: UTF8.self))
        continue
      }
      tag()
    }
  }

  private mutating func skip(_ start: String, to end: String) -> Bool {
    part(start, to: end) != nil
  }

  private mutating func part(_ start: String, to end: String) -> String? {
    guard rest.starts(with: start.utf8) else { return nil }
    let inside = rest.dropFirst(start.utf8.count)
    guard let last = inside.firstRange(of: Array(end.utf8)) else {
      faults.append("no end of \(start)")
      rest = []
      return ""
    }
    rest = rest[last.upperBound...]
    return String(decoding: inside[..<last.lowerBound], as: UTF8.self)
  }

  private mutating func tag() {
    let name = word { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") }
    var words = [name]
    while true {
      rest = rest.drop { $0 <= 32 || $0 == UInt8(ascii: "/") }
      guard let next = rest.first else { return faults.append("no end of <\(name)") }
      if next == UInt8(ascii: ">") { break }
      let attribute = word {
        isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || (48...57).contains($0)
      }
      guard !attribute.isEmpty else {
        return faults.append("<\(name) \(String(decoding: rest.prefix(10), as: UTF8.self))")
      }
      var value = ""
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        guard rest.first == UInt8(ascii: "\"") else {
          return faults.append("<\(name) \(attribute)= without quotes")
        }
        rest = rest.dropFirst()
        value = word { $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst()
      }
      words.append(attribute)
      attributes.append((name, attribute, value))
    }
    tags.append(words.joined(separator: " "))
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let word = rest.prefix(while: isPart)
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
