// Delimiters can be changed, in one file and from there on.

import Testing

@Test(arguments: [
  Example("a pair of pairs", "{{=[[ ]]=}}[[name]] {{name}}", ["name": "甲"], prints: "甲 {{name}}"),
  Example("signs that mean something elsewhere", "({{=| |=}}|name|)", ["name": "甲"], prints: "(甲)"),
  Example(
    "sections", "{{#on}}{{name}} |name|{{/on}}\n{{=| |=}}\n|#on|{{name}} |name||/on|\n",
    ["on": true, "name": "甲"], prints: "甲 |name|\n{{name}} 甲\n"),
  Example(
    "inverted sections", "{{^on}}{{name}} |name|{{/on}}\n{{=| |=}}\n|^on|{{name}} |name||/on|\n",
    ["on": false, "name": "甲"], prints: "甲 |name|\n{{name}} 甲\n"),
  Example(
    "a partial does not inherit them", "{{>tag}}\n{{=| |=}}\n|>tag|\n", ["name": "甲"],
    partials: ["tag": ".{{name}}.|name|.\n"], prints: ".甲.|name|.\n.甲.|name|.\n"),
  Example(
    "nor pass its own on", "{{>tag}}\n.{{name}}.|name|.", ["name": "甲"],
    partials: ["tag": "{{name}} {{=| |=}}|name|\n"], prints: "甲 甲\n.甲.|name|."),
  Example("back again", "{{=<% %>=}}<%name%><%={{ }}=%>{{name}}", ["name": "甲"], prints: "甲甲"),
  Example("blanks around stay", "| {{=@ @=}} |", prints: "|  |"),
  Example("blanks before stay beside a word", " | {{=@ @=}}\n", prints: " | \n"),
  Example("its own line vanishes", "上\n{{=@ @=}}\n下\n", prints: "上\n下\n"),
  Example("so does an indented one", "上\n  {{=@ @=}}\n下\n", prints: "上\n下\n"),
  Example("with line ends of two bytes", "|\r\n{{=@ @=}}\r\n|", prints: "|\r\n|"),
  Example("on the first line", "  {{=@ @=}}\n=", prints: "="),
  Example("on the last line", "=\n  {{=@ @=}}", prints: "=\n"),
  Example("blanks inside", "|{{= @   @ =}}|@name@", ["name": "甲"], prints: "||甲"),
  Example(
    "unescaped, with changed delimiters", "{{=<% %>=}}<%&name%><%{name}%>", ["name": "&"],
    prints: "&&"),
])
func delimiters(_ example: Example) { example.check() }
