// Sections ask, enter and repeat; inverted sections stand in where there is nothing.

import Template
import Testing

@Test(arguments: [
  Example("a true flag", "“{{#on}}有{{/on}}”", ["on": true], prints: "“有”"),
  Example("a false flag", "“{{#on}}有{{/on}}”", ["on": false], prints: "“”"),
  Example("an absent value", "“{{#on}}有{{/on}}”", ["on": .absent(.flag)], prints: "“”"),
  Example(
    "an object is entered", "{{#case}}{{title}}{{/case}}", ["case": ["title": "甲"]], prints: "甲"),
  Example(
    "names outside are still seen", "{{#case}}{{a}}{{b}}{{c.d}}{{/case}}",
    ["a": "外", "b": "外", "case": ["b": "内"], "c": ["d": "丁"]], prints: "外内丁"),
  Example("a text is entered too", "{{#unit}}（{{.}}）{{/unit}}", ["unit": "刑庭"], prints: "（刑庭）"),
  Example("an empty text is nothing", "{{#unit}}（{{.}}）{{/unit}}", ["unit": ""], prints: ""),
  Example("an absent text is nothing", "{{#unit}}有{{/unit}}", ["unit": .absent(.text)], prints: ""),
  Example(
    "a flag is not entered", "{{#all}}{{#on}}{{.}}{{/on}}{{/all}}", ["on": true, "all": ["甲"]],
    prints: "甲"),
  Example(
    "lists in lists see what is around them",
    "{{#tops}}{{#middles}}{{t}}{{m}}.{{#bottoms}}{{t}}{{m}}{{b}}.{{/bottoms}}{{/middles}}{{/tops}}",
    ["tops": [["t": "a", "middles": [["m": "1", "bottoms": [["b": "x"], ["b": "y"]]]]]]],
    prints: "a1.a1x.a1y."),
  Example(
    "objects in objects, in and out again",
    "{{#a}}{{n}}{{#b}}{{n}}{{#c}}{{n}}{{/c}}{{n}}{{/b}}{{n}}{{/a}}{{n}}",
    ["n": "0", "a": ["n": "1", "b": ["n": "2", "c": ["n": "3"]]]], prints: "123210"),
  Example("a list", "{{#all}}{{n}};{{/all}}", ["all": [["n": "1"], ["n": "2"]]], prints: "1;2;"),
  Example("an empty list", "“{{#all}}{{.}}{{/all}}”", ["all": []], prints: "“”"),
  Example(
    "an element's absent value is not looked for further out", "{{#all}}[{{n}}]{{/all}}",
    ["n": "外", "all": [["n": "内"], ["n": .absent(.text)]]], prints: "[内][]"),
  Example(
    "twice the same", "{{#on}}\n- 一\n{{/on}}\n- 二\n{{#on}}\n- 三\n{{/on}}\n", ["on": true],
    prints: "- 一\n- 二\n- 三\n"),
  Example(
    "inside itself, true", "|A{{#on}}B{{#on}}C{{/on}}D{{/on}}E|", ["on": true], prints: "|ABCDE|"),
  Example(
    "inside itself, false", "|A{{#on}}B{{#on}}C{{/on}}D{{/on}}E|", ["on": false], prints: "|AE|"),
  Example(
    "lists of lists", "{{#all}}({{#.}}{{.}}{{/.}}){{/all}}", ["all": [["1", "2"], ["3"]]],
    prints: "(12)(3)"),
  Example(
    "a dotted list of objects", "{{#a.b}}{{n}}{{/a.b}}", ["a": ["b": [["n": "1"], ["n": "2"]]]],
    prints: "12"),
  Example(
    "a dotted flag, true", "[{{#a.b.c}}有{{/a.b.c}}]", ["a": ["b": ["c": true]]], prints: "[有]"),
  Example(
    "a dotted flag, false", "[{{#a.b.c}}有{{/a.b.c}}]", ["a": ["b": ["c": false]]], prints: "[]"),
  Example(
    "a dotted name in what is absent", "[{{#a.b.c}}有{{/a.b.c}}]",
    ["a": .missing(["b": ["c": true]])], prints: "[]"),
  Example(
    "blanks around stay", " | {{#on}}\t|\t{{/on}} | \n", ["on": true], prints: " | \t|\t | \n"),
  Example(
    "blanks and comments inside stay", " | {{#on}} {{! }}\n {{/on}} | \n", ["on": true],
    prints: " |  \n  | \n"),
  Example(
    "a pair shares its line", " {{#on}}有{{/on}}\n {{#on}}好{{/on}}\n", ["on": true],
    prints: " 有\n 好\n"),
  Example(
    "tags' own lines vanish", "上\n{{#on}}\n中\n{{/on}}\n下\n", ["on": true], prints: "上\n中\n下\n"),
  Example(
    "indented ones too", "上\n  {{#on}}\n中\n\t{{/on}}\n下\n", ["on": true], prints: "上\n中\n下\n"),
  Example(
    "with line ends of two bytes", "|\r\n{{#on}}\r\n{{/on}}\r\n|", ["on": true], prints: "|\r\n|"),
  Example("on the first line", "  {{#on}}\n#{{/on}}\n/", ["on": true], prints: "#\n/"),
  Example("on the last line", "#{{#on}}\n/\n  {{/on}}", ["on": true], prints: "#\n/\n"),
  Example("blanks inside", "|{{# on }}={{/ on }}|", ["on": true], prints: "|=|"),
])
func sections(_ example: Example) { example.check() }

@Test(arguments: [
  Example("a false flag", "“{{^on}}无{{/on}}”", ["on": false], prints: "“无”"),
  Example("a true flag", "“{{^on}}无{{/on}}”", ["on": true], prints: "“”"),
  Example("an absent value", "“{{^on}}无{{/on}}”", ["on": .absent(.flag)], prints: "“无”"),
  Example("an object", "“{{^case}}无{{/case}}”", ["case": ["title": "甲"]], prints: "“”"),
  Example("an absent object", "{{^case}}无{{/case}}", ["case": .missing(["t": ""])], prints: "无"),
  Example("a list", "“{{^all}}无{{/all}}”", ["all": ["甲"]], prints: "“”"),
  Example("an empty list", "“{{^all}}无{{/all}}”", ["all": []], prints: "“无”"),
  Example("a text", "“{{^a}}无{{/a}}”", ["a": "甲"], prints: "“”"),
  Example("an empty text", "“{{^a}}无{{/a}}”", ["a": ""], prints: "“无”"),
  Example(
    "twice the same", "{{^on}}\n- 一\n{{/on}}\n- 二\n{{^on}}\n- 三\n{{/on}}\n", ["on": false],
    prints: "- 一\n- 二\n- 三\n"),
  Example(
    "inside itself, false", "|A{{^on}}B{{^on}}C{{/on}}D{{/on}}E|", ["on": false], prints: "|ABCDE|"),
  Example(
    "inside itself, true", "|A{{^on}}B{{^on}}C{{/on}}D{{/on}}E|", ["on": true], prints: "|AE|"),
  Example("a dotted flag, true", "[{{^a.b}}无{{/a.b}}]", ["a": ["b": true]], prints: "[]"),
  Example("a dotted flag, false", "[{{^a.b}}无{{/a.b}}]", ["a": ["b": false]], prints: "[无]"),
  Example(
    "a dotted name in what is absent", "[{{^a.b}}无{{/a.b}}]",
    ["a": .missing(["b": true])], prints: "[无]"),
  Example(
    "blanks around stay", " | {{^on}}\t|\t{{/on}} | \n", ["on": false], prints: " | \t|\t | \n"),
  Example(
    "blanks and comments inside stay", " | {{^on}} {{! }}\n {{/on}} | \n", ["on": false],
    prints: " |  \n  | \n"),
  Example(
    "a pair shares its line", " {{^on}}无{{/on}}\n {{^on}}好{{/on}}\n", ["on": false],
    prints: " 无\n 好\n"),
  Example(
    "tags' own lines vanish", "上\n{{^on}}\n中\n{{/on}}\n下\n", ["on": false], prints: "上\n中\n下\n"),
  Example(
    "indented ones too", "上\n  {{^on}}\n中\n\t{{/on}}\n下\n", ["on": false], prints: "上\n中\n下\n"),
  Example(
    "with line ends of two bytes", "|\r\n{{^on}}\r\n{{/on}}\r\n|", ["on": false], prints: "|\r\n|"),
  Example("on the first line", "  {{^on}}\n^{{/on}}\n/", ["on": false], prints: "^\n/"),
  Example("on the last line", "^{{^on}}\n/\n  {{/on}}", ["on": false], prints: "^\n/\n"),
  Example("blanks inside", "|{{^ on }}={{/ on }}|", ["on": false], prints: "|=|"),
])
func invertedSections(_ example: Example) { example.check() }
