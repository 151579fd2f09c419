// Every fault, with the place it is told at: the stretch between « and », which is not part of the
// template.

import Template
import Testing

struct Mistake: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let template: String
  let partials: KeyValuePairs<String, String>
  let facts: [Fault.Fact]

  init(
    _ name: String, _ template: String, partials: KeyValuePairs<String, String> = [:],
    _ facts: Fault.Fact...
  ) {
    testDescription = name
    self.template = template
    self.partials = partials
    self.facts = facts
  }

  /// What every mistake is made with.
  static let data: Datum = [
    "title": "甲", "draft": false, "case": ["title": "乙", "number": "3", "unit": ["name": "丙"]],
    "all": [["number": "1"]], "tags": ["一"],
  ]
}

@Test(arguments: [
  // The text.
  Mistake("a tag not closed", "一\n二 «{{»title", .unclosedTag),
  Mistake("a tag not closed before the next", "«{{»title {{title}} 三", .unclosedTag),
  Mistake("a comment not closed", "\n  «{{»! 一\n二", .unclosedTag),
  Mistake("three braces closed by two", "«{{»{title}}", .unclosedTag),
  Mistake("a tag without a name", "一«{{ }}»", .emptyTag),
  Mistake("a section without a name", "«{{#}}»«{{/}}»", .emptyTag, .emptyTag),
  Mistake("a partial without a name", "«{{>}}»", .emptyTag),
  Mistake("a name with a space", "{{ «case title» }}", .malformedName("case title")),
  Mistake("a name with an empty part", "{{«case..title»}}", .malformedName("case..title")),
  Mistake("a dynamic name", "{{>«*title»}}", .malformedName("*title")),
  Mistake("a sign without a meaning", "{{«%title»}}", .malformedName("%title")),
  Mistake("one delimiter", "«{{»=<%=}}", .malformedDelimiters),
  Mistake("three delimiters", "«{{»=< % >=}}", .malformedDelimiters),
  Mistake("a delimiter with an equals sign", "«{{»=<= =>=}}", .malformedDelimiters),
  // Pairs.
  Mistake("a section not closed", "{{#«draft»}}一\n", .unclosed(name: "draft")),
  Mistake(
    "two not closed", "{{#«draft»}}\n{{^«all»}}", .unclosed(name: "draft"), .unclosed(name: "all")),
  Mistake(
    "one not closed inside another", "{{#draft}}{{#«all»}}{{/draft}}", .unclosed(name: "all")),
  Mistake("a parent not closed", "{{<«base»}}", partials: ["base": ""], .unclosed(name: "base")),
  Mistake("a block not closed", "{{$«main»}}", .unclosed(name: "main")),
  Mistake(
    "another name at the end", "{{#draft}}\n{{/«drafts»}}",
    .mismatchedClose(name: "drafts", expected: "draft", line: 1)),
  Mistake("an end without a beginning", "一{{/«draft»}}", .strayClose(name: "draft")),
  // Parents.
  Mistake(
    "a tag outside the blocks", "{{<base}}{{«title»}}{{#«draft»}}{{title}}{{/draft}}{{/base}}",
    partials: ["base": ""], .outsideBlock(name: "title", parent: "base"),
    .outsideBlock(name: "draft", parent: "base")),
  Mistake(
    "a block given twice", "{{<base}}{{$a}}{{/a}}{{$«a»}}{{/a}}{{/base}}",
    partials: ["base": "{{$a}}{{/a}}"], .repeatedBlock(name: "a")),
  Mistake(
    "a block that the parent does not have", "{{<base}}{{$«mian»}}{{/mian}}{{/base}}",
    partials: ["base": "{{>body}}", "body": "{{$main}}{{/main}}"],
    .unknownBlock(name: "mian", nearest: "main", parent: "base")),
  // Inclusions.
  Mistake(
    "a partial that is not there", "{{>«heda»}}", partials: ["head": ""],
    .missingTemplate(name: "heda", nearest: "head")),
  Mistake(
    "a parent that is not there", "{{<«layout»}}{{/layout}}",
    .missingTemplate(name: "layout", nearest: nil)),
  Mistake("a template in itself", "{{>«page»}}", .cycle(["page", "page"])),
  Mistake(
    "a template in itself, through others", "{{>a}}",
    partials: ["a": "{{<b}}{{/b}}", "b": "\n {{>«a»}}"], .cycle(["a", "b", "a"])),
  // Names.
  Mistake(
    "an unknown name", "<h1>{{ «tilte» }}</h1>",
    .unknownName(name: "tilte", nearest: "title", view: "View")),
  Mistake(
    "nothing like it", "{{«summary»}}",
    .unknownName(name: "summary", nearest: nil, view: "View")),
  Mistake(
    "after wide characters", "案件“{{«题»}}”", .unknownName(name: "题", nearest: nil, view: "View")),
  Mistake(
    "in a dotted name", "{{case.«nubmer»}}",
    .unknownName(name: "nubmer", nearest: "number", view: "View")),
  Mistake(
    "deeper in a dotted name, which looks no further out", "{{case.unit.«title».name}}",
    .unknownName(name: "title", nearest: nil, view: "View")),
  Mistake(
    "in a section", "{{#all}}{{^«drfat»}}{{/drfat}}{{/all}}",
    .unknownName(name: "drfat", nearest: "draft", view: "View")),
  Mistake(
    "after the section that declares it", "{{#all}}{{number}}{{/all}}{{«number»}}",
    .unknownName(name: "number", nearest: nil, view: "View")),
  Mistake(
    "in a partial, told once", "{{>row}}{{>row}}", partials: ["row": "{{«nmae»}}"],
    .unknownName(name: "nmae", nearest: nil, view: "View")),
  Mistake(
    "in a block's content", "{{<base}}{{$a}}{{«nubmer»}}{{/a}}{{/base}}",
    partials: ["base": "{{#all}}{{$a}}{{/a}}{{/all}}"],
    .unknownName(name: "nubmer", nearest: "number", view: "View")),
  Mistake(
    "a part of a text", "{{title.«length»}}", .notAnObject(name: "title", kind: .text)),
  Mistake(
    "a part of a list", "{{#all.«first»}}{{/all.first}}", .notAnObject(name: "all", kind: .list)),
  Mistake("an object printed", "{{«case»}}", .notPrintable(name: "case", kind: .object)),
  Mistake("a list printed", "{{{«all»}}}", .notPrintable(name: "all", kind: .list)),
  Mistake("a flag printed", "{{&«draft»}}", .notPrintable(name: "draft", kind: .flag)),
  Mistake("the whole page printed", "{{«.»}}", .notPrintable(name: ".", kind: .object)),
  Mistake("an element printed", "{{#all}}{{«.»}}{{/all}}", .notPrintable(name: ".", kind: .object)),
])
func faults(_ mistake: Mistake) {
  let texts = [("page", mistake.template)] + mistake.partials.map { ($0.key, $0.value) }
  let marked = texts.sorted { $0.0 < $1.0 }.flatMap { spans(in: $0.1, of: "\($0.0).mustache") }
  let expected = zip(marked, mistake.facts).map { span, fact in
    Fault(
      file: span.file, line: span.line, column: span.column, length: span.length, fact: fact)
  }
  #expect(marked.count == mistake.facts.count)
  let (output, faults) = render(
    unmarked(mistake.template), Mistake.data,
    partials: mistake.partials.map { (key: $0.key, value: unmarked($0.value)) })
  #expect(output == nil)
  #expect(faults == expected)
}

private func unmarked(_ text: String) -> String {
  text.filter { $0 != "«" && $0 != "»" }
}

/// The marked stretches of a text, counted without the marks.
private func spans(
  in text: String, of file: String
) -> [(file: String, line: Int, column: Int, length: Int)] {
  var spans: [(file: String, line: Int, column: Int, length: Int)] = []
  var (line, column) = (1, 1)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "«": spans.append((file, line, column, 0))
    case "»": spans[spans.count - 1].length = column - spans[spans.count - 1].column
    case "\n": (line, column) = (line + 1, 1)
    default: column += 1
    }
  }
  return spans
}
