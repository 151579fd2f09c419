// Comments say nothing, and take their line with them when they are alone on it.

import Testing

@Test(arguments: [
  Example("a comment in a line", "朝{{! 不印 }}夕", prints: "朝夕"),
  Example("a comment over lines", "朝{{!\n 一行\n 两行\n}}夕\n", prints: "朝夕\n"),
  Example("a comment's own line vanishes", "上\n{{! 不印 }}\n下\n", prints: "上\n下\n"),
  Example("so does an indented one", "上\n\t {{! 不印 }}\n下\n", prints: "上\n下\n"),
  Example("with line ends of two bytes", "上\r\n{{! 不印 }}\r\n下", prints: "上\r\n下"),
  Example("on the first line", "  {{! 不印 }}\n下", prints: "下"),
  Example("on the last line", "上\n  {{! 不印 }}", prints: "上\n"),
  Example("lines of its own vanish", "上\n{{!\n不印\n}}\n下\n", prints: "上\n下\n"),
  Example("indented lines too", "上\n  {{!\n    不印\n  }}\n下\n", prints: "上\n下\n"),
  Example("beside a word the line stays", "  12 {{! 卷 }}\n", prints: "  12 \n"),
  Example("blanks around it stay", "12 {{! 卷 }} 34", prints: "12  34"),
  Example("it is no variable", "[{{!name}}]", ["name": "李某"], prints: "[]"),
  Example("it may hold an opening tag", "[{{! {{name }}]", prints: "[]"),
])
func comments(_ example: Example) { example.check() }
