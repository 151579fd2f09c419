// Limits: texts made to exhaust stack, memory or time are refused, and the largest allowed work.

import Template
import Testing

@Test func sectionsNestToALimit() {
  func nested(_ count: Int) -> String {
    String(repeating: "{{#on}}", count: count) + "一" + String(repeating: "{{/on}}", count: count)
  }
  #expect(render(nested(64), ["on": true]).output == "一")
  let fault = Fault(
    file: "page.mustache", line: 1, column: 64 * 7 + 4, length: 2, fact: .tooDeep(limit: 64))
  #expect(render(nested(65), ["on": true]).faults == [fault])
}

@Test func templatesNestToALimit() {
  func chain(_ count: Int) -> [(key: String, value: String)] {
    (1...count).map { (key: "p\($0)", value: $0 < count ? "{{>p\($0 + 1)}}" : "一") }
  }
  #expect(render("{{>p1}}", [:], partials: chain(31)).output == "一")
  let faults = render("{{>p1}}", [:], partials: chain(10_000)).faults
  #expect(faults.first?.fact == .tooDeep(limit: 32))
}

@Test func sectionsAndTemplatesNestTogetherToALimit() {
  let deep = String(repeating: "{{#on}}", count: 50)
  let end = String(repeating: "{{/on}}", count: 50)
  let partials = [
    (key: "a", value: deep + "{{>b}}" + end), (key: "b", value: deep + "一" + end),
  ]
  let faults = render(deep + "{{>a}}" + end, ["on": true], partials: partials).faults
  #expect(faults.map(\.file) == ["b.mustache"])
  #expect(faults.map(\.fact) == [.tooDeep(limit: 128)])
}

@Test func templatesThatMultiplyEachOtherAreRefused() {
  let partials = (1...30).map {
    (key: "p\($0)", value: $0 < 30 ? "{{>p\($0 + 1)}}\n{{>p\($0 + 1)}}\n" : "一")
  }
  let fault = Fault(
    file: "page.mustache", line: 2, column: 4, length: 2, fact: .tooLarge(limit: 4 << 20))
  #expect(render("\n{{>p1}}", [:], partials: partials).faults == [fault])
}

/// Also where the inner ones write nothing, and yet would be turned a hundred million times.
@Test(arguments: ["", "一", "{{.}}"])
func listsWithinListsAreCut(_ inner: String) {
  let depth = 4
  let text =
    String(repeating: "{{#all}}", count: depth) + inner
    + String(repeating: "{{/all}}", count: depth)
  let library = Library([(key: "page", source: Source(name: "page.mustache", text: text))])
  let program = library.program("page", for: Fields("Page", [("all", .list(.text))])).program
  let all = Value.list((0..<100).map { .text("\($0)") })
  var bytes: [UInt8] = []
  #expect(program?.render(.object([all]), limit: 10_000, into: &bytes) == false)
  #expect(bytes.count <= 10_000 + 3)
  let few = Value.list([.text("一")])
  #expect(program?.render(.object([few]), limit: 10_000, into: &bytes) == true)
}

/// Long enough that a reader which goes over everything again for each tag would not come to an end.
@Test(
  .timeLimit(.minutes(5)),
  arguments: [
    "{{", "{{{", "}}", "{{a", "{{a}}", "{{#a}}", "{{/a}}", "{{!", "{{=", "{{=| |=}}", " ", "\n",
    " {{a}}",
    "{{>a}}\n", "{{<a}}", "{{$a}}{{/a}}", "{{a b}}", "{{ }}", "\r", "\u{0}", "{{a.a.a.a}}",
  ])
func muchOfAnything(_ piece: String) {
  let text = String(repeating: piece, count: (1 << 17) / piece.utf8.count)
  let (output, faults) = render(text, ["b": "乙"])
  #expect((output == nil) == !faults.isEmpty)
}

/// A fixed sequence that looks random, so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Test(arguments: 0..<20)
func anyBytesGiveOutputOrFaults(_ seed: UInt64) {
  var dice = Dice(state: seed)
  let pieces = [
    "{{", "}}", "{{{", "}}}", "#", "^", "/", ">", "<", "$", "!", "=", "&", "a", "on", "all", ".",
    " ", "\n", "\r\n", "  ", "一", "{{#on}}", "{{/on}}", "{{>a}}", "{{<a}}", "{{/a}}", "{{$b}}",
    "{{/b}}", "{{=| |=}}", "|", "\u{FEFF}",
  ]
  func text() -> String {
    let raw = (0..<Int.random(in: 0..<8, using: &dice)).map { _ in
      UInt8.random(in: 0...255, using: &dice)
    }
    let words = (0..<Int.random(in: 0..<20, using: &dice)).map { _ in
      pieces.randomElement(using: &dice) ?? ""
    }
    return words.joined() + String(decoding: raw, as: UTF8.self)
  }
  for _ in 0..<300 {
    let page = text()
    let (output, faults) = render(
      page, ["on": true, "all": ["一"]], partials: [(key: "a", value: text())])
    #expect(output != nil || !faults.isEmpty, "\(page.debugDescription)")
    for fault in faults {
      #expect(fault.line > 0 && fault.column > 0 && fault.length > 0, "\(page.debugDescription)")
    }
  }
}
