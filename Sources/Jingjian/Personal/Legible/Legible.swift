/// Legible: what can be read in a file of media, by whoever opens it and by whoever looks behind what it
/// shows – texts in every encoding, the pages of a PDF, the parts of a document, the members of an archive.
///
/// It is given piece by piece to who looks for secrets and for personal data, so that both see the same
/// and only one piece is in memory. What cannot be read is told, and nothing is passed over in silence.
struct Legible {
  /// The most that is unpacked of one file, archives within archives and all.
  static let limit = 64 << 20
  /// How many archives may stand in each other.
  private static let depth = 3

  enum Piece {
    /// What a reader sees, in UTF-8.
    case text([UInt8])
    /// What the bytes may mean, or what no reader sees: names in it are looked for, numbers are not.
    case guess([UInt8])
    /// Bytes as they lie, of a text or of anything else.
    case raw([UInt8], isText: Bool)
    /// The name of something that is packed.
    case name(String)
    /// What a file says of itself.
    case traces(Traces)
  }

  private(set) var unread: [Unread] = []
  /// The member that is being read, behind those that it is packed in; nothing for the file itself.
  private(set) var member = ""
  private var room: Int
  private var level = 0
  private let take: (Piece, _ member: String) -> Void

  /// Reads a file.
  ///
  /// - Parameter take: is given each piece, with the member that it stands in: nothing for the file itself.
  /// - Returns: what could not be read.
  static func read(
    _ bytes: [UInt8], named name: String, limit: Int = limit,
    _ take: (Piece, _ member: String) -> Void
  ) -> [Unread] {
    withoutActuallyEscaping(take) { take in
      var legible = Legible(room: limit, take: take)
      legible.read(bytes, named: name)
      return legible.unread
    }
  }

  init(room: Int = limit, take: @escaping (Piece, _ member: String) -> Void) {
    (self.room, self.take) = (room, take)
  }

  mutating func tell(_ reason: Unread.Reason) {
    let part = Unread(member: member, reason: reason)
    if unread.last != part, unread.count < 1000, !unread.contains(part) { unread.append(part) }
  }

  func give(_ piece: Piece) { take(piece, member) }

  /// Room for what is going to be unpacked; each file has so much of it.
  mutating func unpack(_ data: Octets) -> [UInt8] {
    let (bytes, isWhole) = Inflate.whole(of: data, limit: room)
    room -= min(room, bytes.count)
    if !isWhole { tell(room == 0 ? .large : .damaged) }
    return bytes
  }

  mutating func take(room bytes: Int) -> Bool {
    guard bytes <= room else {
      tell(.large)
      return false
    }
    room -= bytes
    return true
  }

  private mutating func read(_ bytes: [UInt8], named name: String) {
    if let traces = try? Traces.read(MediaFile(path: name, bytes: bytes)) { give(.traces(traces)) }
    let head = Array(bytes.prefix(MediaForm.headSize))
    let form = MediaForm(ending: name.ending)
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    if begins("PK\u{3}\u{4}") || begins("PK\u{5}\u{6}") {
      archive(bytes)
    } else if MediaForm.document.isForm(of: head), form != .text {
      give(.raw(bytes, isText: false))
      document(Octets(bytes))
    } else if begins("{\\rtf") {
      give(.raw(bytes, isText: true))
      richText(bytes)
    } else if form == .text || bytes.isEmpty {
      plainText(bytes, isCaptions: ["vtt", "srt"].contains(name.ending))
    } else if form == .drawing || Legible.isXML(name.ending, head) {
      markup(bytes)
    } else {
      give(.raw(bytes, isText: false))
      if form == .picture || form == .film || MediaForm.picture.isForm(of: head) {
        tell(.shown)
      } else if !["bin", "odttf", "ttf", "otf"].contains(name.ending) {
        tell(.form)
      }
    }
  }

  private static func isXML(_ ending: String, _ head: [UInt8]) -> Bool {
    ["xml", "rels", "vml", "xhtml"].contains(ending)
      || [UInt8]("<?xml".utf8).elementsEqual(head.drop { $0 >= 0x80 }.prefix(5))
  }

  /// The members of an archive, each as a file of its own.
  private mutating func archive(_ bytes: [UInt8]) {
    give(.raw(bytes, isText: false))
    guard level < Legible.depth else { return tell(.deep) }
    let archive = Archive(Octets(bytes))
    for fault in archive.faults { tell(fault) }
    for note in archive.comments { plainText(Array(note.bytes), isCaptions: false) }
    let outer = member
    level += 1
    for item in archive.members {
      member = outer.isEmpty ? item.name : outer + "/" + item.name
      give(.name(item.name))
      for name in item.names.dropFirst() { give(.guess(Array(name.utf8))) }
      guard !item.name.hasSuffix("/") else { continue }
      switch item.content {
      case .failure(let reason): tell(reason)
      case .success(let content):
        if !content.isPacked, !take(room: content.data.count) { continue }
        let bytes = content.isPacked ? unpack(content.data) : Array(content.data.bytes)
        read(bytes, named: item.name)
      }
    }
    level -= 1
    member = outer
  }

  /// A text, in what it is most likely written in; in all others that it may be.
  mutating func plainText(_ bytes: [UInt8], isCaptions: Bool) {
    for (n, reading) in Encoding.readings(of: bytes).enumerated() {
      let text = isCaptions ? Legible.withoutTimes(Array(reading.utf8)) : Array(reading.utf8)
      give(n == 0 ? .text(text) : .guess(text))
    }
    give(.raw(bytes, isText: true))
  }

  /// Captions without the moments at which a word lights up, `<00:01.000>`, which may stand in it.
  private static func withoutTimes(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var n = 0
    while n < text.count {
      if text[n] == UInt8(ascii: "<") {
        let time = text[(n + 1)...].prefix(16).prefix {
          (48...58).contains($0) || $0 == UInt8(ascii: ".")
        }
        if time.contains(UInt8(ascii: ":")), time.endIndex < text.count,
          text[time.endIndex] == UInt8(ascii: ">")
        {
          n = time.endIndex + 1
          continue
        }
      }
      plain.append(text[n])
      n += 1
    }
    return plain
  }
}
