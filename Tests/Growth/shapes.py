"""Shapes of hostile input: each gives, for a number of bytes, the files of a site that hold about as many."""

from sample import CHECK, PRINT

SHAPES = {}


def shape(name, command=CHECK, most=None):
    """A shape of a name; `most` is the size up to which it is tried where 4 MiB are refused or
    where the bound is on the count of things and not on bytes."""
    def kept(make):
        SHAPES[name] = (make, command, most)
        return make
    return kept


def fill(piece, size):
    return piece * max(1, size // len(piece.encode()))


def count(size, width):
    return range(max(1, size // width))


def page(body, keys=""):
    return {"content/pages/a.md": f"---\ntitle: 一页\n{keys}---\n{body}\n"}


def body(name, piece):
    SHAPES["text: " + name] = (lambda size: page(fill(piece, size)), CHECK, None)


def nested(name, opening, closing=""):
    def make(size):
        times = size // len((opening + closing).encode())
        return page(opening * times + "字" + closing * times)
    SHAPES["text: nested " + name] = (make, CHECK, None)


for name, piece in {
    "digits": "1", "digits parted": "1 ", "digits in groups": "1234 ", "digits of cards": "6222021234567890123-",
    "Chinese digits": "一", "one letter": "a", "one sign": "字", "surnames": "王", "surname and deed": "王说",
    "names": "王小明说", "roles": "庭长王小明", "compound surnames": "欧阳", "provinces": "京A", "plates": "京A12345",
    "mail": "a@", "mail with dots": "a.b@c.", "addresses": "http://a/", "hosts": "a.", "at signs": "@",
    "home addresses": "幸福小区1号楼2单元3室", "units": "号", "roads": "路1号", "matters": "刑",
    "case numbers": "(2024)京01刑初1号", "brackets and years": "(2024)", "masks": "×", "titles of regulations": "《", 
    "citations": "《甲》第一条", "citations without an end": "《甲第一条", "articles": "第一条", "quotes": "“",
    "blanks": " ", "tabs": "\t", "empty lines": "\n", "lines": "字\n", "paragraphs": "字\n\n", "full-width blanks": "　",
    "stars": "*", "stars and letters": "*a ", "double stars": "**a", "underscores": "_a", "tildes": "~~a ",
    "stars beside Chinese": "**字**", "emphasis without an end": "*字", "mixed emphasis": "*a_ ",
    "code": "`", "code of growing length": "`a``", "brackets": "[", "closing brackets": "]", "links": "[a](b)",
    "links without an end": "[a](", "links to pages": "[a](b.md)\n\n", "images": "![a](b.png)", "reference links": "[a][b]",
    "definitions": "[a]: b\n", "definitions without an end": "[a]: <", "autolinks": "<http://a>", "angles": "<",
    "bare links": "http://a.b ", "www": "www.", "html comments": "<!--", "html comments with ends": "<!-- a -->\n\n",
    "processing": "<?", "declarations": "<!A ", "CDATA": "<![CDATA[", "tags": "<a ", "attributes": "<a b='",
    "entities": "&amp;", "number entities": "&#1;", "ampersands": "&", "entities without an end": "&amp", "backslashes": "\\",
    "headings": "# 字\n", "headings with ends": "# # ", "setext": "a\n=\n", "rules": "---\n", "fences": "```\n", "tilde fences": "~~~\n~~~~\n",
    "footnotes": "[^a]", "footnotes and texts": "字[^a]\n\n[^a]: 注\n\n", "footnote texts": "[^a]: 注\n",
    "quote lines": "> 字\n", "quote and lazy lines": "> 字\n字\n\n", "alerts": "> [!NOTE]\n> 字\n\n", "lists": "- 字\n", "loose lists": "- 字\n\n",
    "numbered lists": "1. 字\n", "tasks": "- [ ] 字\n", "table rows": "| a | b |\n", "table": "| a |\n|---|\n| b |\n\n", "pipes": "|",
    "marks of passages": "::: lian\n字\n:::\n\n", "openings of passages": "::: lian\n", "colons": ":", "colon lines": ":::\n", "look-alike marks": "∶∶∶\n",
    "placeholders": "〔待补：数〕", "placeholders without an end": "〔待补", "figures": "{指标:a@2024-12}", "braces": "{", "template tags": "{{a}}",
    "combining marks": "é\u0301", "marks alone": "\u0301", "joiners": "字\u200d", "compatibility": "㈱", "emoji": "👨‍👩‍👧", "half-width kana": "ｶﾞ",
    "escapes": "\\u4e00", "percent": "%E5%AD%97", "nested escapes": "&amp;amp;", "hard breaks": "字  \n", "backslash breaks": "字\\\n",
    "one space between": "字 ", "zero marks": "二○", "mixed ends": "字\r", "ends of Windows": "字\r\n",
}.items():
    body(name, piece)

for name, opening, closing in [
    ("quotes", "> ", ""), ("lists", "- ", ""), ("numbered lists", "1. ", ""), ("quotes and lists", "> - ", ""),
    ("brackets", "[", "]"), ("links", "[", "](a)"), ("images", "![", "](a.png)"), ("emphasis", "*a ", " b*"),
    ("strong", "**a ", " b**"), ("strike", "~~a ", " b~~"), ("parentheses", "(", ")"), ("link parentheses", "[a](", ")"),
    ("Chinese quotes", "“", "”"), ("titles", "《", "》"), ("footnotes", "[^a", "]"),
]:
    nested(name, opening, closing)


@shape("text: deep lists by lines")
def _(size):
    lines, depth = [], 0
    total = 0
    while total < size:
        line = "  " * depth + "- 字"
        lines.append(line)
        total += len(line) + 3
        depth += 1
    return page("\n".join(lines))


@shape("text: a word of Latin letters")
def _(size):
    return page("".join(chr(97 + n * n % 26) for n in range(size)))


@shape("text: headings of growing ids")
def _(size):
    return page("".join(f"# 题{n}\n" for n in count(size, 12)))


@shape("text: headings alike")
def _(size):
    return page(fill("## 同一个题目\n\n字\n\n", size))


@shape("text: footnotes")
def _(size):
    numbers = count(size, 24)
    return page("".join(f"[^{n}]" for n in numbers) + "\n\n" + "\n\n".join(f"[^{n}]: a" for n in numbers))


@shape("text: definitions and uses")
def _(size):
    numbers = count(size, 26)
    return page("".join(f"[{n}]\n" for n in numbers) + "\n" + "\n".join(f"[{n}]: a.md" for n in numbers))


@shape("text: backticks of growing runs")
def _(size):
    return page("a".join("`" * n for n in range(1, int((2 * size) ** 0.5))))


@shape("text: a wide table")
def _(size):
    columns = size // 9
    return page("|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b" * columns + "|\n")


@shape("text: a wide head with many short rows")
def _(size):
    columns = size // 24
    return page("|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b\n" * (size // 6))


@shape("text: a long table")
def _(size):
    return page("| a | b |\n|---|---|\n" + fill("| 甲 | 乙 |\n", size))


@shape("text: passages one in another")
def _(size):
    times = size // 16
    return page("::: lian\n" * times + "字\n" + ":::\n" * times)


@shape("text: codes")
def _(size):
    return page("```\n" + fill("x\n", size) + "```\n")


@shape("text: a fence of four million")
def _(size):
    return page("`" * size + "\nx")
