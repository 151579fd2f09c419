// A parent is a template put in with some of its blocks replaced.

import Template
import Testing

@Test(arguments: [
  Example("a block's own content", "{{$title}}首页{{/title}}\n", prints: "首页\n"),
  Example("with a variable", "{{$a}}共 {{n}} 件{{/a}}\n", ["n": "3"], prints: "共 3 件\n"),
  Example("unescaped", "{{$a}}共 {{{n}}} 件{{/a}}\n", ["n": "<3>"], prints: "共 <3> 件\n"),
  Example(
    "with a section", "{{$a}}{{#case}}{{n}}{{/case}}{{/a}}\n", ["case": ["n": "3"]], prints: "3\n"),
  Example(
    "with an inverted section", "{{$a}}{{^on}}{{n}}{{/on}}{{/a}}\n", ["on": false, "n": "3"],
    prints: "3\n"),
  Example("a value is no template", "{{$a}}{{n}}{{/a}}\n", ["n": "{{m}}"], prints: "{{m}}\n"),
  Example(
    "a parent's own content, its line vanishing", "{{<base}}{{/base}}\n",
    partials: ["base": "{{$a}}首页{{/a}}"], prints: "首页"),
  Example(
    "a block replaced", "{{<base}}{{$a}}案件{{/a}}{{/base}}", partials: ["base": "“{{$a}}首页{{/a}}”"],
    prints: "“案件”"),
  Example(
    "a value of the same name does not replace a block", "{{<base}}{{$a}}案件{{/a}}{{/base}}",
    ["a": "值"], partials: ["base": "{{$a}}首页{{/a}}"], prints: "案件"),
  Example(
    "nor its own content", "{{<base}}{{/base}}", ["a": "值"],
    partials: ["base": "{{$a}}首页{{/a}}"], prints: "首页"),
  Example(
    "a parent in a line", "见 {{<base}}{{$a}}案件{{/a}}{{/base}}",
    partials: ["base": "{{$a}}…{{/a}}"], prints: "见 案件"),
  Example(
    "one parent twice", "{{<base}}{{$a}}一{{/a}}{{/base}} {{<base}}{{$a}}二{{/a}}{{/base}}\n",
    partials: ["base": "|{{$a}}…{{/a}}{{$b}} 同{{/b}}|"], prints: "|一 同| |二 同|\n"),
  Example(
    "a content of lines", "{{<base}}{{$a}}\n一\n\n二\n{{/a}}{{/base}}",
    partials: ["base": "{{$a}}首页{{/a}}"], prints: "一\n\n二\n"),
  Example(
    "it stands where the block stood", "{{<base}}{{$a}}案件{{/a}}{{/base}}",
    partials: ["base": "见：\n  {{$a}}首页{{/a}}\n"], prints: "见：\n  案件\n"),
  Example(
    "one block of two", "{{<base}}{{$b}}乙乙{{/b}}{{/base}}",
    partials: ["base": "{{$a}}甲{{/a}}、{{$b}}乙{{/b}}"], prints: "甲、乙乙"),
  Example(
    "a partial is a parent given nothing", "{{>base}}|{{<base}}{{/base}}",
    partials: ["base": "{{$a}}首页{{/a}}"], prints: "首页|首页"),
  Example(
    "the outermost wins", "{{<child}}{{$a}}孙{{/a}}{{/child}}",
    partials: [
      "child": "{{<base}}{{$a}}子{{/a}}{{/base}}", "base": "{{<root}}{{$a}}父{{/a}}{{/root}}",
      "root": "{{$a}}祖{{/a}}",
    ], prints: "孙"),
  Example(
    "the next where it gives nothing", "{{<child}}{{/child}}",
    partials: [
      "child": "{{<base}}{{$a}}子{{/a}}{{/base}}", "base": "{{<root}}{{$a}}父{{/a}}{{/root}}",
      "root": "{{$a}}祖{{/a}}",
    ], prints: "子"),
  Example(
    "text around blocks says nothing", "{{<base}} 甲 {{$a}}案件{{/a}} 乙 {{/base}}",
    partials: ["base": "{{$a}}首页{{/a}}"], prints: "案件"),
  Example(
    "nor text alone", "{{<base}} 甲 乙 {{/base}}", partials: ["base": "{{$a}}首页{{/a}}"], prints: "首页"),
  Example(
    "a content sees what is around the block", "{{<base}}{{$a}}{{n}}{{/a}}{{/base}}",
    ["n": "外", "case": ["n": "内"]], partials: ["base": "{{#case}}{{$a}}{{/a}}{{/case}}"],
    prints: "内"),
  Example(
    "an indented parent", "见：\n  {{<base}}{{/base}}\n", partials: ["base": "一\n二\n"],
    prints: "见：\n  一\n  二\n"),
  Example(
    "a content of lines at an indented block", "{{<base}}{{$a}}\n一\n二{{/a}}\n{{/base}}\n",
    partials: ["base": "见：\n  {{$a}}{{/a}}\n"], prints: "见：\n  一\n  二\n"),
  Example(
    "its own indentation is left behind", "{{<base}}{{$a}}\n    一\n      二\n{{/a}}{{/base}}\n",
    partials: ["base": "见：\n  {{$a}}\n  {{/a}}\n"], prints: "见：\n  一\n    二\n"),
  Example(
    "a block is indented as its own content", "{{<base}}{{$a}}\n一\n二\n{{/a}}{{/base}}\n",
    partials: ["base": "见：\n{{$a}}\n  首页\n{{/a}}\n"], prints: "见：\n  一\n  二\n"),
  Example(
    "a block in a content is indented in that content",
    "{{<child}}{{$inner}}\n三\n{{/inner}}{{/child}}\n",
    partials: [
      "child": """
      {{<base}}{{$outer}}
        一
        {{$inner}}
          二
        {{/inner}}
      {{/outer}}{{/base}}

      """,
      "base": "{{$outer}}首页{{/outer}}",
    ], prints: "一\n  三\n"),
  Example(
    "a content of one line at a block of lines", "{{<base}}{{$a}}案件{{/a}}{{/base}}",
    partials: ["base": "<p>\n{{$a}}\n  首页\n{{/a}}\n</p>\n"], prints: "<p>\n  案件\n</p>\n"),
  Example(
    "an empty block takes its line with it", "{{<base}}{{/base}}",
    partials: ["base": "一\n  {{$a}}{{/a}}\n二\n"], prints: "一\n二\n"),
  Example(
    "a parent's partials have its blocks", "{{<base}}{{$a}}案件{{/a}}{{/base}}",
    partials: ["base": "<{{>head}}>", "head": "{{$a}}首页{{/a}}"], prints: "<案件>"),
  Example(
    "a parent inside a content of the same name",
    "{{<base}}{{$a}}[{{<card}}{{$a}}内{{/a}}{{/card}}]{{/a}}{{/base}}",
    partials: ["base": "外{{$a}}{{/a}}", "card": "卡{{$a}}{{/a}}"], prints: "外[卡内]"),
])
func inheritance(_ example: Example) { example.check() }
