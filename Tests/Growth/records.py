"""Shapes of front matter, vocabularies, tables, quizzes and packets."""
from shapes import CHECK, PRINT, SHAPES, count, fill, page, shape

CASE = "---\ntitle: 案\ndate: 2025-03-01\ndepartment: lian\nproblems: [jilv]\n{}---\n"
PARTS = "".join(f"## {part}\n\n这是{part}。\n\n" for part in ("案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"))


def case(keys, text=PARTS):
    return {"content/cases/a.md": CASE.format(keys) + text}


def keys(name, piece, ending=""):
    SHAPES["keys: " + name] = (lambda size: page("字", piece(size) + ending), CHECK, None)


keys("unknown", lambda size: "".join(f"k{n}: 1\n" for n in count(size, 12)))
keys("one twice", lambda size: fill("date: 2025-01-01\n", size))
keys("with full-width colons", lambda size: fill("标题：甲\n", size))
keys("without colons", lambda size: fill("标题\n", size))
keys("with tabs", lambda size: fill("\ttags: a\n", size))
keys("comments", lambda size: fill("# 字\n", size))
keys("a long value", lambda size: "summary: " + "字" * (size // 3) + "\n")
keys("a quoted value", lambda size: 'summary: "' + "\\u4e00" * (size // 6) + '"\n')
keys("a folded value", lambda size: "summary: >\n" + fill("  字\n", size))
keys("a block value", lambda size: "summary: |\n" + fill("  字\n", size))
keys("a quote without an end", lambda size: 'summary: "' + "字" * (size // 3) + "\n")
keys("a long key", lambda size: "k" * size + ": 1\n")
keys("a long id", lambda size: "audience: " + "k" * size + "\n")
keys("a long day", lambda size: "publish: " + "1" * size + "\n")
keys("tags", lambda size: "tags: [" + ", ".join(f"t{n}" for n in count(size, 10)) + "]\n")
keys("tags alike", lambda size: "tags: [" + ", ".join("a" for n in count(size, 3)) + "]\n")
keys("aliases", lambda size: "aliases: [" + ", ".join(f"a{n}.html" for n in count(size, 14)) + "]\n")
keys("a long alias", lambda size: "aliases: [" + "a/" * (size // 2) + "a.html]\n")
keys("private words", lambda size: "private: [" + ", ".join(f"密词{n}号" for n in count(size, 18)) + "]\n")
keys("a long private word", lambda size: "private: [" + "密" * (size // 3) + "]\n")
keys("allowed words", lambda size: "personal:\n" + "".join(
    f"  - text: '1{3_800_000_000 + n}'\n    reason: 字\n" for n in count(size, 44)))
keys("brackets", lambda size: "tags: " + "[" * size + "\n")
keys("braces", lambda size: "tags: " + "{a: " * (size // 4) + "\n")
keys("block lists one in another", lambda size: "tags:\n  " + "- " * (size // 2) + "a\n")
keys("anchors", lambda size: "tags: [" + "&a a, " * (size // 6) + "]\n")
keys("question marks", lambda size: fill("? a\n", size))
keys("list marks without blanks", lambda size: "tags:\n" + fill("  -a\n", size))
keys("directives", lambda size: fill("%a\n", size))
keys("dashes", lambda size: fill("--- a\n", size))
keys("digits", lambda size: "summary: " + "1" * size + "\n")


@shape("keys: mappings one in another, by lines")
def _(size):
    lines, total, depth = [], 0, 0
    while total < size:
        lines.append(" " * depth + "a:")
        total += depth + 3
        depth += 1
    return page("字", "\n".join(lines) + "\n")


@shape("keys: unknown ones and numbers")
def _(size):
    return page(fill("13812345678，", size // 2), "".join(f"k{n}: 1\n" for n in count(size // 2, 12)))


@shape("keys: allowed numbers and numbers")
def _(size):
    numbers = [f"1{3_800_000_000 + n}" for n in count(size // 2, 44)]
    return page("，".join(numbers), "personal:\n" + "".join(
        f"  - text: '{number}'\n    reason: 字\n" for number in numbers))


@shape("keys: persons within persons")
def _(size):
    return page("字", "summary: '" + "当事人: " * (size // 11) + "'\n")


@shape("text: cards in one address")
def _(size):
    return page(fill("6222021234567890128/", size))


@shape("keys: no end")
def _(size):
    return {"content/pages/a.md": "---\n" + fill("a: b\n", size)}


@shape("keys: sanctions")
def _(size):
    return case("sanctions: [" + ", ".join(f"处分{n}" for n in count(size, 14)) + "]\n")


@shape("keys: citations")
def _(size):
    return case("provisions:\n" + fill("  - 《甲规定》第一条\n", size))


@shape("keys: measures")
def _(size):
    return case("rectification:\n" + "".join(
        f"  - measure: 办法{n}\n    owner: lian\n    due: 2025-01-31\n    status: todo\n" for n in count(size, 84)))


@shape("keys: an amount")
def _(size):
    return case("amount: " + "9" * size + "\n")


@shape("keys: problems")
def _(size):
    return case("", "").copy() | {"content/cases/a.md": CASE.replace("[jilv]", "[" + ", ".join(
        f"p{n}" for n in count(size, 10)) + "]").format("") + PARTS}


@shape("vocabulary: departments")
def _(size):
    return {"content/departments.yml": "- id: lian\n  name: 立案庭\n" + "".join(
        f"- id: d{n}\n  name: 部门{n}\n" for n in count(size, 34))} | case("")


@shape("vocabulary: departments alike")
def _(size):
    return {"content/departments.yml": fill("- id: lian\n  name: 立案庭\n", size)}


@shape("vocabulary: aliases")
def _(size):
    return {"content/departments.yml": "- id: lian\n  name: 立案庭\n  aliases: [" + ", ".join(
        f"别{n}" for n in count(size, 12)) + "]\n"}


@shape("vocabulary: unknown names against many")
def _(size):
    return {"content/departments.yml": "- id: lian\n  name: 立案庭\n" + "".join(
        f"- id: d{n}\n  name: 部门{n}\n" for n in count(size // 2, 34))} | case(
            "rectification:\n" + "".join(f"  - measure: 一\n    owner: 部{n}门\n" for n in count(size // 2, 40)))


@shape("settings: names")
def _(size):
    return {"content/site.yml": "名称: 站\n单位: 院\n允许姓名: [" + ", ".join(
        f"王明{n}" for n in count(size, 16)) + "]\n"} | page("王小明说")


@shape("settings: audiences")
def _(size):
    return {"content/site.yml": "名称: 站\n单位: 院\n范围:\n" + "".join(
        f"  - 编号: a{n}\n" for n in count(size, 20))}


@shape("settings: a long name")
def _(size):
    return {"content/site.yml": "名称: " + "站" * (size // 3) + "\n单位: 院\n"} | page("字")


HEAD = "日期,类型,部门,场次,人次\n"


def rows(name, make, path="content/activities/2025.csv"):
    SHAPES["table: " + name] = (lambda size: {path: make(size)}, CHECK, None)


rows("lines of x", lambda size: "x\n" * (size // 2))
rows("rows", lambda size: HEAD + fill("2025-01-02,培训,立案庭,1,2\n", size))
rows("wrong rows", lambda size: HEAD + fill("甲,乙\n", size))
rows("wrong cells", lambda size: HEAD + fill("甲,乙,丙,丁,戊\n", size))
rows("empty rows", lambda size: HEAD + fill(",,,,\n", size))
rows("empty lines", lambda size: HEAD + "\n" * size)
rows("columns", lambda size: "日期,类型,部门" + fill(",甲", size // 2) + "\n" + fill(",", size // 2) + "\n")
rows("columns of names", lambda size: ",".join(f"列{n}" for n in count(size, 12)) + "\n")
rows("columns without names", lambda size: "日期,类型,部门" + "," * (size // 2) + "\n" + "x\n" * (size // 4))
rows("long rows", lambda size: HEAD + "," * size + "\n")
rows("commas", lambda size: "," * size)
rows("many long rows", lambda size: HEAD + ("," * 2000 + "\n") * (size // 2001))
rows("quotes", lambda size: HEAD + '""' * (size // 2))
rows("a quote without an end", lambda size: HEAD + '"' + "x\n" * (size // 2))
rows("quotes within", lambda size: HEAD + fill('a"b,', size))
rows("quoted rows", lambda size: HEAD + fill('"2025-01-02","培训","立案庭","1","2"\n', size))
rows("a long cell", lambda size: HEAD + "2025-01-02,培训,立案庭,1," + "1" * size + "\n")
rows("a long word", lambda size: HEAD + "2025-01-02,培训," + "字" * (size // 3) + ",1,2\n")
rows("many departments in a cell", lambda size: HEAD + "2025-01-02,培训," + fill("立案庭；", size) + ",1,2\n")
rows("ends of Windows", lambda size: HEAD + fill("x\r\n", size))
rows("ends of old Macs", lambda size: HEAD + fill("x\r", size))
rows("digits", lambda size: HEAD + fill("1,", size))
rows("days", lambda size: HEAD + fill("2025/1/2,培训,立案庭,1,2\n", size))

DUTY = "编号,层级,责任主体,任务,频次,时限,完成记录,备注\n"
rows("duties", lambda size: DUTY + "".join(f"a-{n},部门,立案庭,任务,每月,,2025-01-27,\n" for n in count(size, 56)),
     "content/responsibilities/2025.csv")
rows("duties done", lambda size: DUTY + "a-1,部门,立案庭,任务,每月,," + fill("2025-01-27；", size) + ",\n",
     "content/responsibilities/2025.csv")
rows("scores", lambda size: "部门,总分,备注\n" + fill("立案庭,96,\n", size), "content/rankings/scores/2025-01.csv")
rows("scores of x", lambda size: "x\n" * (size // 2), "content/rankings/scores/2025-01.csv")
rows("scores of unknown departments", lambda size: "部门,总分,备注\n" + "".join(
    f"部{n},96,\n" for n in count(size, 14)), "content/rankings/scores/2025-01.csv")
rows("score columns", lambda size: "部门,总分" + "".join(f",列{n}" for n in count(size, 10)) + "\n立案庭,96\n",
     "content/rankings/scores/2025-01.csv")
rows("score columns without names", lambda size: "部门,总分" + "," * (size // 2) + "\n" + "x\n" * (size // 4),
     "content/rankings/scores/2025-01.csv")
rows("a long score", lambda size: "部门,总分,备注\n立案庭," + "9" * size + ",\n", "content/rankings/scores/2025-01.csv")


def register(make):
    return lambda size: {
        "content/metrics/metrics.yml": "- id: a\n  name: 占比\n  unit: 件\n  better: higher\n",
        "content/metrics/a.csv": make(size)}


SHAPES["table: figures"] = (register(lambda size: "月份,数值,备注\n" + fill("2025-01,1,\n", size)), CHECK, None)
SHAPES["table: figures of x"] = (register(lambda size: "x\n" * (size // 2)), CHECK, None)


@shape("ledger: items")
def _(size):
    return {"content/ledgers/a.yml": "title: 台账\nitems:\n" + "".join(
        f"  - id: i{n}\n    description: 问题\n    owner: lian\n" for n in count(size, 54))}


QUIZ = "title: 测\nquestions:\n"


@shape("quiz: questions")
def _(size):
    return {"content/quizzes/a.yml": QUIZ + fill("  - stem: 问\n    options: [甲, 乙]\n    answer: A\n", size)}


@shape("quiz: options")
def _(size):
    return {"content/quizzes/a.yml": QUIZ + "  - stem: 问\n    answer: A\n    options: [" + ", ".join(
        f"甲{n}" for n in count(size, 12)) + "]\n"}


@shape("quiz: answers")
def _(size):
    return {"content/quizzes/a.yml": QUIZ + "  - stem: 问\n    options: [甲, 乙]\n    answer: " + "AB" * (size // 2) + "\n"}


@shape("lessons: media")
def _(size):
    return {"content/lessons/a.md": "---\ntitle: 课\nweek: 2025-W01\nmedia: [" + ", ".join(
        f"m{n}.png" for n in count(size, 14)) + "]\n---\n字\n"}


@shape("many records and wrong links", most=512 << 10)
def _(size):
    return {f"content/pages/p{n}.md": f"---\ntitle: 页{n}\n---\n字\n" for n in count(size // 2, 512)} | page(
        fill("[字](q1.md)\n\n", size // 2))


@shape("many records", most=512 << 10)
def _(size):
    return {f"content/pages/p{n}.md": f"---\ntitle: 页{n}\n---\n字\n" for n in count(size, 512)}


def packet(text):
    lines = "".join("      " + line + "\n" for line in text.split("\n"))
    return {"content/packets/a.yml": f"title: 简报\ndate: 2025-12-05\nkind: bulletin\ncontents:\n  - text: |\n{lines}"}


FIX = ("check", "--fix", "--dry-run", "--date", "2025-12-31", "--no-packets")
for name, make in {
    "numbers as lists": lambda size: page(fill("1、字\n", size)),
    "half-width marks": lambda size: page(fill("字,", size)),
    "headings": lambda size: page(fill("##字\n", size)),
    "colons": lambda size: page("字", fill("标题：甲\n", size)),
    "noughts": lambda size: page(fill("二○", size)),
    "bytes of GB18030": lambda size: {
        "content/pages/a.md": ("---\n标题: 页\n---\n" + fill("同志们，大家好。\n", size // 2)).encode("gb18030")},
}.items():
    SHAPES["mending: " + name] = (make, FIX, None)
