// Variables print what is given under their name, as text unless told otherwise.

import Template
import Testing

@Test(arguments: [
  Example("no tags", "案件 {无} }} 清单\n", prints: "案件 {无} }} 清单\n"),
  Example("a name", "承办人：{{name}}。\n", ["name": "李某"], prints: "承办人：李某。\n"),
  Example("a value is no template", "{{a}}", ["a": "{{b}}", "b": "乙"], prints: "{{b}}"),
  Example("escaped", "{{a}}", ["a": "&<b>\"'"], prints: "&amp;&lt;b&gt;&quot;&#39;"),
  Example("unescaped by three braces", "{{{a}}}", ["a": "&<b>\""], prints: "&<b>\""),
  Example("unescaped by an ampersand", "{{&a}}", ["a": "&<b>\""], prints: "&<b>\""),
  Example("a number is text", "“{{a}}” “{{{a}}}” “{{&a}}”", ["a": "85"], prints: "“85” “85” “85”"),
  Example(
    "so is a decimal", "“{{a}}” “{{{a}}}” “{{&a}}”", ["a": "1.21"], prints: "“1.21” “1.21” “1.21”"),
  Example(
    "an absent value", "“{{a}}” “{{{a}}}” “{{&a}}”", ["a": .absent(.text)], prints: "“” “” “”"),
  Example("a dotted name", "{{case.title}}", ["case": ["title": "A&B"]], prints: "A&amp;B"),
  Example("dotted, three braces", "{{{case.title}}}", ["case": ["title": "A&B"]], prints: "A&B"),
  Example("dotted, ampersand", "{{&case.title}}", ["case": ["title": "A&B"]], prints: "A&B"),
  Example("many dots", "{{a.b.c.d}}", ["a": ["b": ["c": ["d": "丁"]]]], prints: "丁"),
  Example(
    "an absent object has absent parts", "[{{a.b.c}}]",
    ["a": .missing(["b": ["c": "丙"]])], prints: "[]"),
  Example(
    "a broken chain does not start over", "[{{a.b.name}}]",
    ["a": ["b": .missing(["name": "甲"])], "name": "外"], prints: "[]"),
  Example(
    "the first part is looked up outwards, the rest is not",
    "{{#a}}{{b.name}}{{/a}}", ["a": ["c": "丙"], "b": ["name": "乙"]], prints: "乙"),
  Example(
    "the inner of two names is meant, even where it is absent", "{{#a}}[{{b.c}}]{{/a}}",
    ["a": ["b": .missing(["c": ""])], "b": ["c": "外"]], prints: "[]"),
  Example(
    "a part of one name hides no other", "{{a.b}}|{{#a}}{{b}}{{/a}}|{{b}}",
    ["a": ["b": "内"], "b": "外"], prints: "内|内|外"),
  Example("the element", "{{#all}}[{{.}}]{{/all}}", ["all": ["甲", "&"]], prints: "[甲][&amp;]"),
  Example("the element, three braces", "{{#all}}{{{.}}}{{/all}}", ["all": ["&"]], prints: "&"),
  Example("the element, ampersand", "{{#all}}{{&.}}{{/all}}", ["all": ["&"]], prints: "&"),
  Example("blanks around stay", "| {{a}} {{{a}}} {{&a}} |", ["a": "-"], prints: "| - - - |"),
  Example(
    "its line is no tag's line", "  {{a}}\n  {{{a}}}\n  {{&a}}\n", ["a": "-"],
    prints: "  -\n  -\n  -\n"),
  Example("blanks inside", "|{{ a }}{{{ a }}}{{& a }}{{\na\n}}|", ["a": "-"], prints: "|----|"),
  Example("wide characters in a name", "{{案件.标题}}", ["案件": ["标题": "一"]], prints: "一"),
])
func variables(_ example: Example) { example.check() }

@Test func bytesArePrintedAsTheTextTheyAre() {
  let source = Source(name: "page.mustache", text: "{{a}} {{{a}}}")
  let (program, _) = Library([(key: "page", source: source)]).program(
    "page", for: Fields("Page", [("a", .text)]))
  var bytes = Array("前".utf8)
  program?.render(.object([.bytes(Array("<p>文".utf8))]), into: &bytes)
  #expect(String(decoding: bytes, as: UTF8.self) == "前&lt;p&gt;文 <p>文")
}
