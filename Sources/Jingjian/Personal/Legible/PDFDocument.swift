/// The objects of a PDF, found by looking through the file and not by its list of them: what an earlier
/// version said stays in the file, and is found too.
struct PDFDocument {
  struct Object {
    let number: Int
    let value: PDFValue
    /// What stands behind the value, as it is packed.
    var data: Octets?
  }

  private(set) var objects: [Object] = []
  /// Values that stand in no object, as those of a trailer.
  private(set) var others: [PDFValue] = []
  /// Whether something in it cannot be read: values that stand in each other, over and over.
  private(set) var isDamaged = false
  /// The last object of each number, as in the newest version.
  private var places: [Int: Int] = [:]

  init(_ octets: Octets) {
    let bytes = octets.bytes
    let base = bytes.startIndex
    var covered: [Range<Int>] = []
    var streams: [(object: Int, start: Int)] = []
    // Objects that end in each other are read again and again.
    var room = 4 * bytes.count + (1 << 16)
    var place = 0
    while let mark = bytes.offset(of: "obj".utf8, from: place) {
      place = mark + 3
      guard let (number, first) = PDFDocument.number(before: mark, octets) else { continue }
      var reader = PDFReader(bytes, at: base + place)
      let value = reader.next() ?? .word("null")
      var end = reader.place - base
      if reader.isCut { isDamaged = true }
      room -= end - place
      guard room > 0 else {
        isDamaged = true
        break
      }
      if case .dictionary = value, case .word("stream")? = reader.next() {
        var start = reader.place - base
        if octets[start] == 13 { start += 1 }
        if octets[start] == 10 { start += 1 }
        streams.append((objects.count, start))
        end = start
      }
      places[number] = objects.count
      objects.append(Object(number: number, value: value))
      covered.append(first..<end)
    }
    covered += take(streams, octets)
    others = PDFDocument.values(outside: covered, of: octets)
  }

  /// The number of an object whose `obj` stands at a place, and where it begins.
  private static func number(before mark: Int, _ octets: Octets) -> (Int, first: Int)? {
    var place = mark
    func isDigit(_ place: Int) -> Bool { octets[place].map { (48...57).contains($0) } ?? false }
    func isBlank(_ place: Int) -> Bool { octets[place].map { $0 <= 32 } ?? false }
    while isBlank(place - 1) { place -= 1 }
    guard isDigit(place - 1) else { return nil }
    while isDigit(place - 1), mark - place < 64 { place -= 1 }
    guard isBlank(place - 1) else { return nil }
    while isBlank(place - 1) { place -= 1 }
    var (number, unit) = (0, 1)
    while isDigit(place - 1), unit < 1_000_000_000_000, let digit = octets[place - 1] {
      number += Int(digit - 48) * unit
      (place, unit) = (place - 1, unit * 10)
    }
    return unit > 1 ? (number, place) : nil
  }

  /// The data of streams, up to the length that they tell if they end there, else to the next end.
  private mutating func take(
    _ streams: [(object: Int, start: Int)], _ octets: Octets
  ) -> [Range<Int>] {
    let mark = "endstream"
    let ends = octets.bytes.offsets(of: mark.utf8)
    var (next, room) = (0, 4 * octets.count + (1 << 16))
    var covered: [Range<Int>] = []
    for (object, start) in streams {
      while next < ends.count, ends[next] < start { next += 1 }
      var end = next < ends.count ? ends[next] : octets.count
      if let length = resolved(objects[object].value["Length"])?.number,
        let length = Int(exactly: length), length >= 0, length <= octets.count - start
      {
        var behind = start + length
        while behind < start + length + 2, let byte = octets[behind], byte <= 32 { behind += 1 }
        if octets.starts(with: mark, at: behind) { end = start + length }
      }
      room -= end - start
      guard room > 0 else {
        isDamaged = true
        return covered
      }
      objects[object].data = octets.part(start, end - start)
      covered.append(start..<end)
    }
    return covered
  }

  private static func values(outside covered: [Range<Int>], of octets: Octets) -> [PDFValue] {
    var values: [PDFValue] = []
    var end = 0
    func read(_ range: Range<Int>) {
      guard let part = octets.part(range.lowerBound, range.count) else { return }
      var reader = PDFReader(part.bytes)
      while let value = reader.next() { if value.holdsText { values.append(value) } }
    }
    for range in covered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > end { read(end..<range.lowerBound) }
      end = max(end, range.upperBound)
    }
    read(end..<octets.count)
    return values
  }

  /// Adds objects that were packed together: pairs of a number and a place, then the objects.
  mutating func add(packed body: [UInt8], first: Int) {
    let octets = Octets(body)
    var reader = PDFReader((octets.part(0, first) ?? octets).bytes)
    var pairs: [(number: Int, place: Int)] = []
    while let number = reader.next()?.number, let place = reader.next()?.number,
      let number = Int(exactly: number), let place = Int(exactly: place)
    {
      pairs.append((number, place))
    }
    // In the order in which they stand, each read once.
    var rest = PDFReader(
      octets.bytes, at: octets.bytes.startIndex + max(0, min(first, octets.count)))
    let starts = pairs.sorted { $0.place < $1.place }
    for pair in starts {
      let start = octets.bytes.startIndex + max(0, min(first, octets.count))
      if pair.place >= 0, pair.place <= octets.count, start + pair.place >= rest.place {
        rest.place = min(start + pair.place, octets.bytes.endIndex)
      }
      guard let value = rest.next() else { break }
      places[pair.number] = objects.count
      objects.append(Object(number: pair.number, value: value, data: nil))
    }
    while let value = rest.next() { if value.holdsText { others.append(value) } }
  }

  /// What a reference leads to, and any other value as it is.
  func resolved(_ value: PDFValue?) -> PDFValue? {
    var value = value
    for _ in 0..<8 {
      guard case .reference(let number)? = value else { return value }
      value = object(number)?.value
    }
    return nil
  }

  func object(_ number: Int) -> Object? { places[number].map { objects[$0] } }
}

extension PDFValue {
  /// Whether it is a text or may hold some.
  fileprivate var holdsText: Bool {
    switch self {
    case .string, .array, .dictionary: true
    default: false
    }
  }
}
