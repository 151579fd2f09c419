// Partials are put in as they stand, each line indented as the tag is.

import Template
import Testing

@Test(arguments: [
  Example("in a line", "“{{>text}}”", partials: ["text": "来自别处"], prints: "“来自别处”"),
  Example(
    "they see what is around them", "“{{>text}}”", ["name": "甲"], partials: ["text": "*{{name}}*"],
    prints: "“*甲*”"),
  Example(
    "inside the element of a list", "{{#all}}{{>row}}{{/all}}", ["all": [["n": "1"], ["n": "2"]]],
    partials: ["row": "<{{n}}>"], prints: "<1><2>"),
  Example(
    "in each other", "{{>outer}}", ["a": "甲", "b": "乙"],
    partials: ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"], prints: "*甲 乙!*"),
  Example("blanks around stay", "| {{>bar}} |", partials: ["bar": "\t|\t"], prints: "| \t|\t |"),
  Example(
    "beside a word nothing is indented", "  {{a}}  {{>lines}}\n", ["a": "|"],
    partials: ["lines": ">\n>"], prints: "  |  >\n>\n"),
  Example(
    "with line ends of two bytes", "|\r\n{{>bar}}\r\n|", partials: ["bar": ">"], prints: "|\r\n>|"),
  Example("on the first line", "  {{>lines}}\n>", partials: ["lines": ">\n>"], prints: "  >\n  >>"),
  Example(
    "on the last line", ">\n  {{>lines}}", partials: ["lines": ">\n>"], prints: ">\n  >\n  >"),
  Example(
    "each line of a partial is indented, a value's lines are not", "\\\n {{>box}}\n/\n",
    ["body": "<\n->"], partials: ["box": "|\n{{{body}}}\n|\n"], prints: "\\\n |\n <\n->\n |\n/\n"),
  Example("blanks inside", "|{{> bar }}|", partials: ["bar": "[]"], prints: "|[]|"),
  Example(
    "indented in indented", "<ul>\n  {{>list}}\n</ul>\n", ["all": ["甲", "乙"]],
    partials: [
      "list": "{{#all}}\n<li>\n  {{>item}}\n</li>\n{{/all}}\n", "item": "<b>\n{{.}}\n</b>\n",
    ],
    prints: """
      <ul>
        <li>
          <b>
          甲
          </b>
        </li>
        <li>
          <b>
          乙
          </b>
        </li>
      </ul>

      """),
  Example(
    "an empty line is not indented", "  {{>text}}\n", partials: ["text": "一\n\n二\n"],
    prints: "  一\n\n  二\n"),
  Example(
    "keys may have slashes", "{{>part/row.wide}}", partials: ["part/row.wide": "一"], prints: "一"),
])
func partials(_ example: Example) { example.check() }
