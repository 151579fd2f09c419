// Restatement: random templates are rendered by the module, and by a reading of the same tree that
// looks every name up when it meets it. Both must print the same.

import Template
import Testing

private indirect enum Piece {
  case text(String)
  case variable(String, escaped: Bool)
  case section(String, [Piece])
  case inverted(String, [Piece])

  var source: String {
    switch self {
    case .text(let text): text
    case .variable(let name, true): "{{\(name)}}"
    case .variable(let name, false): "{{{\(name)}}}"
    case .section(let name, let inner): "{{#\(name)}}\(inner.map(\.source).joined()){{/\(name)}}"
    case .inverted(let name, let inner): "{{^\(name)}}\(inner.map(\.source).joined()){{/\(name)}}"
    }
  }

  /// Looks `name` up in the innermost object that has it.
  private static func find(_ name: String, _ frames: [Datum]) -> Datum {
    for frame in frames.reversed() {
      guard case .object(let pairs) = frame else { continue }
      if let pair = pairs.first(where: { $0.0 == name }) { return pair.1 }
    }
    return .absent(.text)
  }

  func output(_ frames: [Datum]) -> String {
    switch self {
    case .text(let text): return text
    case .variable(let name, let escaped):
      guard case .text(let text) = Self.find(name, frames) else { return "" }
      return escaped ? text.map { ["&": "&amp;", "<": "&lt;"][$0] ?? String($0) }.joined() : text
    case .section(let name, let inner):
      let found = Self.find(name, frames)
      let entered: [[Datum]] =
        switch found {
        case .flag(let flag): flag ? [frames] : []
        case .text(let text): text.isEmpty ? [] : [frames + [found]]
        case .list(let elements): elements.map { frames + [$0] }
        case .object: [frames + [found]]
        case .absent: []
        }
      return entered.map { frames in inner.map { $0.output(frames) }.joined() }.joined()
    case .inverted(let name, let inner):
      let isEmpty = Piece.section(name, [.text("x")]).output(frames).isEmpty
      return isEmpty ? inner.map { $0.output(frames) }.joined() : ""
    }
  }

  static func random(_ depth: Int, _ dice: inout Dice) -> [Piece] {
    (0..<Int.random(in: 1...4, using: &dice)).map { _ in
      let name = ["a", "b", "on", "off", "none", "all", "empty", "one"].randomElement(using: &dice)
      switch Int.random(in: 0..<(depth > 0 ? 5 : 3), using: &dice) {
      case 0: return .text(["一", " ", "x y", "}}"].randomElement(using: &dice) ?? "")
      case 1: return .variable("a", escaped: .random(using: &dice))
      case 2: return .variable("b", escaped: .random(using: &dice))
      case 3: return .section(name ?? "a", random(depth - 1, &dice))
      default: return .inverted(name ?? "a", random(depth - 1, &dice))
      }
    }
  }
}

@Test(arguments: 0..<20)
func randomTemplatesPrintWhatAPlainReadingDoes(_ seed: UInt64) {
  let data: Datum = [
    "a": "甲<&", "b": "乙", "on": true, "off": false, "none": .absent(.text), "empty": [],
    "all": [["a": "1"], ["a": .absent(.text)]], "one": ["b": "", "all": ["三", "四"]],
  ]
  var dice = Dice(state: seed)
  for _ in 0..<100 {
    let pieces = Piece.random(4, &dice)
    let source = "[" + pieces.map(\.source).joined() + "]"
    let (output, faults) = render(source, data)
    #expect(faults == [])
    #expect(output == "[" + pieces.map { $0.output([data]) }.joined() + "]", "\(source)")
  }
}

@Test func oneProgramRendersOnManyThreadsAtOnce() async {
  let source = Source(name: "page.mustache", text: "{{#all}}<{{.}}>{{/all}}")
  let (program, _) = Library([(key: "page", source: source)]).program(
    "page", for: Fields("Page", [("all", .list(.text))]))
  let pages = await withTaskGroup(of: (Int, String).self) { group in
    for number in 0..<100 {
      group.addTask {
        var bytes: [UInt8] = []
        program?.render(.object([.list([.text("\(number)"), .text("&")])]), into: &bytes)
        return (number, String(decoding: bytes, as: UTF8.self))
      }
    }
    return await group.reduce(into: [:]) { pages, page in pages[page.0] = page.1 }
  }
  #expect(pages == Dictionary(uniqueKeysWithValues: (0..<100).map { ($0, "<\($0)><&amp;>") }))
}
