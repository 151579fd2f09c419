/// What a page of a PDF draws: its texts in the order in which they are drawn.
///
/// Letters may be set one by one, and words of a line piece by piece. So the texts are given twice: in
/// lines, with a space where one is seen and with what is read aloud in the place of letters, and joined as
/// they are drawn, whatever stands between them.
struct PDFDrawing {
  private(set) var lines: [UInt8] = []
  private(set) var joined: [UInt8] = []
  /// Strings that are not drawn: what is read aloud in the place of letters, and notes of programs.
  private(set) var strings: [UInt8] = []
  /// Whether there are letters of which nobody knows what they are.
  private(set) var isUnknown = false

  private let fonts: [String: PDFFont]
  private var font: PDFFont?
  private var size = 1.0
  private var saved: [(PDFFont?, Double)] = []
  private var matrix: [Double] = []
  private var operands: [PDFValue] = []
  /// How many marks stand in each other, and which of them says itself what is read aloud.
  private var depth = 0
  private var spoken: Int?

  init(fonts: [String: PDFFont]) { self.fonts = fonts }

  mutating func read(_ content: [UInt8]) {
    var reader = PDFReader(content[...])
    while let value = reader.next() {
      guard case .word(let word) = value else {
        if operands.count < 256 {
          operands.append(value)
        } else {
          note([value])
        }
        continue
      }
      if word == "ID" { reader.place = PDFDrawing.end(ofImageIn: content, from: reader.place) }
      obey(word)
      operands = []
    }
    note(operands)
  }

  private mutating func obey(_ word: String) {
    let numbers = operands.map { $0.number ?? 0 }
    switch word {
    case "Tf":
      font = operands.first?.name.flatMap { fonts[$0] }
      size = max(abs(numbers.last ?? 1), 0.001)
    case "q": if saved.count < 256 { saved.append((font, size)) }
    case "Q": if let (font, size) = saved.popLast() { (self.font, self.size) = (font, size) }
    case "Tj", "TJ": for value in operands { show(value) }
    case "'", "\"":
      lines.append(10)
      if let last = operands.last { show(last) }
    case "T*", "BT", "ET": lines.append(10)
    case "Td", "TD":
      if numbers.count > 1 { move(numbers[numbers.count - 2], numbers[numbers.count - 1]) }
    case "Tm":
      let next = Array(numbers.suffix(6))
      if next.count == 6, matrix.count == 6, next[..<4] == matrix[..<4], next[0] != 0 {
        move((next[4] - matrix[4]) / next[0], (next[5] - matrix[5]) / next[0])
      } else {
        lines.append(10)
      }
      matrix = next
    case "BDC", "BMC":
      depth += 1
      if spoken == nil, let text = operands.last?["ActualText"]?.string {
        spoken = depth
        lines += PDF.string(text).text.utf8
      }
      note(operands)
    case "EMC":
      if spoken == depth { spoken = nil }
      depth = max(0, depth - 1)
    default: note(operands)
    }
  }

  /// What moves along a line by no more than a letter joins.
  private mutating func move(_ right: Double, _ up: Double) {
    if abs(up) > size / 20 {
      lines.append(10)
    } else if right < 0 || right > size * 1.2 {
      lines.append(32)
    }
  }

  private mutating func show(_ value: PDFValue) {
    switch value {
    case .string(let bytes):
      let text = font?.text(bytes, isUnknown: &isUnknown)
      if font == nil, !bytes.isEmpty { isUnknown = true }
      let shown = text ?? String(decoding: bytes.map { $0 < 0x80 ? $0 : 63 }, as: UTF8.self)
      if spoken == nil { lines += shown.utf8 }
      joined += shown.utf8
    case .number(let number): if number < -200 { lines.append(32) }
    case .array(let items): for item in items { show(item) }
    default: break
    }
  }

  private mutating func note(_ values: [PDFValue]) {
    for value in values {
      switch value {
      case .string(let bytes):
        strings += PDF.string(bytes).text.utf8
        strings.append(10)
      case .array(let items): note(items)
      case .dictionary(let entries):
        note(entries.sorted { $0.key < $1.key }.map(\.value))
      default: break
      }
    }
  }

  /// Where the bytes of a picture end that stands among the words of a page.
  private static func end(ofImageIn content: [UInt8], from start: Int) -> Int {
    var place = start
    while let end = content.offset(of: "EI".utf8, from: place) {
      let (before, after) = (
        content[max(0, end - 1)], end + 2 < content.count ? content[end + 2] : 32
      )
      if before <= 32, after <= 32 { return end + 2 }
      place = end + 2
    }
    return content.count
  }
}
