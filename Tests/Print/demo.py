"""The packets that the program prints: those of the demo, and those of a site with hostile text."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import looks
import schema
from pdf import PDF

ROOT = Path(__file__).resolve().parents[2]
DATE = "2025-12-31"
# The kinds of the demo's packets, and how many pages each has at least and at most.
PAGES = {"notice": (3, 6), "bulletin": (4, 8), "compilation": (30, 99), "handout": (1, 2), "paper": (2, 4)}
# Words that would be marks or commands in Markdown, in HTML or in Typst.
HOSTILE = "# $x$ \\ ] [ * // @ref #import &amp; 喆镕玥 _a_ ~b~"
PARTS = "".join(f"## {part}\n\n这是{part}。\n\n" for part in ("基本案情", "案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"))


class Site:
    """A site, built into a folder of its own."""

    def __init__(self, program, folder, output):
        self.program, self.folder, self.output = program, Path(folder), Path(output)
        self.kept = self.output / "kept"
        self.kept.mkdir(parents=True, exist_ok=True)

    def build(self, *options):
        return subprocess.run(
            [self.program, "build", "--site", self.folder, "--output", self.output, "--date", DATE, "--language", "en",
             "--typst", ROOT / "Tests/Print/kept.py", *options],
            capture_output=True, text=True, env={**os.environ, "KEPT": str(self.kept)})

    def packets(self):
        """Each packet's id, what Typst was given, and its PDF."""
        given = {}
        for file in sorted(self.kept.glob("*.json")):
            packet = json.loads(file.read_text(encoding="utf-8"))
            given[packet["head"]["title"]] = packet
        for file in sorted((self.output / "packets").glob("*.pdf")):
            pdf = PDF(file)
            yield file.stem, given.get(pdf.info.get("Title")), pdf

    def bytes(self):
        return {file.name: file.read_bytes() for file in sorted((self.output / "packets").glob("*.pdf"))}


def look(program, schema_of, tally):
    """The demo's packets, as they are printed."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, ROOT, folder)
        done = site.build()
        tally.check(done.returncode == 0, "demo", f"exit {done.returncode}: {done.stderr[-400:]}")
        kinds = {}
        for name, packet, pdf in site.packets():
            tally.check(packet is not None, name, "its data was not kept")
            if packet is None:
                continue
            kinds[packet["kind"]] = (name, packet, pdf)
            tally.each(schema.faults(packet, schema_of, schema_of), name)
            looks.whole(pdf, name, tally)
            looks.complete(pdf, packet, name, tally)
            looks.numbered(pdf, packet, name, tally)
            looks.outlined(pdf, packet, name, tally)
            looks.unhurt(pdf, packet, name, tally)
            least, most = PAGES[packet["kind"]]
            tally.check(least <= len(pdf.pages) <= most, name, f"has {len(pdf.pages)} pages")
            shown = (Path(folder) / f"site/packets/{name}.html").read_text(encoding="utf-8")
            tally.check(f"{len(pdf.pages)}页，" in shown, name, "its page does not say how many pages it has")
            copy = Path(folder) / f"site/packets/{name}.pdf"
            tally.check(copy.read_bytes() == pdf.path.read_bytes(), name, "the site's PDF is another")
        tally.check(sorted(kinds) == sorted(PAGES), "demo", f"has packets of {sorted(kinds)}")
        if sorted(kinds) == sorted(PAGES):
            ranked(Path(folder) / "site", *kinds["notice"], tally)
            keyed(*kinds["paper"], tally)
            listed(*kinds["compilation"], tally)
            repeated(*kinds["compilation"], tally)
        first = site.bytes()
        shutil.rmtree(Path(folder) / ".packets")
        site.build()
        tally.check(first and site.bytes() == first, "demo", "a second run gives other bytes")


def ranked(site, name, packet, pdf, tally):
    """Every total of the quarter's page stands in the notice behind its department, in order, as does every card."""
    page = (site / "rankings/2025-Q4.html").read_text(encoding="utf-8")
    table = re.search(r'<table class="ranking quarter">.*?</table>', page, re.S)[0]
    text = re.sub(r"\s", "", pdf.text)
    rows = 0
    for row in re.findall(r"<tr>(.*?)</tr>", table.split("<tbody>")[1], re.S):
        cells = [re.sub(r"<span class=\"unseen\">.*?</span>|<[^>]*>|\s", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)]
        rows += 1
        tally.check("".join(cells) in text, name, f"lacks the row {' '.join(cells)}")
    tally.check(rows > 5, name, f"the page has {rows} rows")
    for colour, letter in (("yellow", "黄"), ("blue", "蓝")):
        on_page = len(re.findall(rf'id="{colour}-2025-[^"]*"', page))
        printed = sum(block["kind"] == "card" and block["colour"] == colour for chapter in packet["chapters"] for block in chapter["blocks"])
        tally.check(on_page == printed, name, f"has {printed} cards {letter}, the page {on_page}")


def keyed(name, packet, pdf, tally):
    """The key has a page of its own, and says alone what is right and why."""
    key = next((n for n, page in enumerate(pdf.pages) if page.lines and page.lines[0] == "参考答案"), None)
    tally.check(key is not None, name, "the key has no page of its own")
    if key is None:
        return
    texts = [re.sub(r"\s", "", text) for text in pdf.text.split("\f")]
    sheet, answers = "".join(texts[:key]), "".join(texts[key:])
    for chapter in packet["chapters"]:
        for block in chapter["blocks"]:
            for item in block.get("items", []) if block["kind"] == "questions" else []:
                stem, reason = (re.sub(r"\s", "", "".join(item[part])) for part in ("stem", "explanation"))
                tally.check(stem in sheet, name, f"the sheet lacks {stem}")
                tally.check(reason in answers and reason not in sheet, name, f"not in the key alone: {reason}")


def listed(name, packet, pdf, tally):
    """The contents name each chapter with the page on which it begins."""
    contents = re.sub(r"[\s.\u2060]", "", "".join(page.text for page in pdf.pages[2:5]))
    begins = {}
    for page in pdf.pages:
        found = looks.number_of(page)
        head = "".join(looks.heads(page))
        if found and found[0].isdigit() and head:
            begins.setdefault(re.sub(r"\s", "", head), found[0])
    for chapter in packet["chapters"]:
        title = re.sub(r"\s", "", chapter["title"])
        tally.check(title in begins, name, f"no page begins with {title}")
        tally.check(f"{title}{begins.get(title, '?')}" in contents, name, f"the contents lack {title} on page {begins.get(title)}")


def repeated(name, packet, pdf, tally):
    """The heads of the duties' tables stand on every page that they reach; no duty is lost, none doubled."""
    duty = re.compile(r"(党组|分管|部门)-\d\d")
    chapter = next(each for each in packet["chapters"] if "责任清单" in each.get("title", ""))
    rows = [row[0][0] for block in chapter["blocks"] if block["kind"] == "table" for row in block["rows"]]
    tally.check(len(rows) > 40, name, f"has {len(rows)} duties")
    seen, pages = [], 0
    for page in pdf.pages:
        if chapter["title"] not in "".join(word.text for word in page.words[:1] + [w for w in page.words if w.bottom - w.top > 20]):
            continue
        # The order in which words stand in the file is that of columns where rows are tall.
        here = [word.text for word in sorted(page.words, key=lambda word: word.top) if duty.fullmatch(word.text)]
        if here:
            pages += 1
            words = [word.text for word in page.words]
            tally.each([f"page {page.number} lacks {head}" for head in ("编号", "任务", "责任主体") if head not in words], name)
        seen += here
    tally.check(pages > 2, name, f"the duties have {pages} pages")
    tally.check(seen == rows, name, f"the duties are {seen}")


def hostile(program, tally):
    """Hostile text in every field prints as text; what no font has is told with its file and line."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, Path(folder) / "in", Path(folder) / "out")
        quoted = json.dumps(HOSTILE, ensure_ascii=False)
        write(site, {
            "site.yml": "name: 站\norgan: 院\n",
            "departments.yml": f"- id: lian\n  name: {quoted}\n",
            "problems.yml": "- id: jilv\n  name: 纪律\n",
            "cases/a.md": f"---\ntitle: {quoted}\ndate: 2025-03-01\nproblems: [jilv]\nperson: {quoted}\n"
                          f"post: {quoted}\nunit: {quoted}\nsanctions: [{quoted}]\n---\n{PARTS}"
                          + "| 甲 |\n| --- |\n| " + "很长的字" * 2500 + " |\n\n" + "verylongword" * 30 + "\n\n```\n" + HOSTILE + "\n```\n",
        } | {f"packets/{kind}.yml": "".join(f"{key}: {quoted}\n" for key in ("organ", "number", "mark", "signer", "to", "cc", "watermark"))
             + f"title: {kind}\nkind: {kind}\ncopies: 3\ncontents: [{{case: a}}]\n" for kind in PAGES})
        done = site.build()
        tally.check(done.returncode == 0, "hostile site", f"exit {done.returncode}: {done.stderr[-400:]}")
        found = 0
        for name, packet, pdf in site.packets():
            found += 1
            looks.whole(pdf, f"hostile site, {name}", tally)
            looks.complete(pdf, packet, f"hostile site, {name}", tally)
        tally.check(found == len(PAGES), "hostile site", f"printed {found} packets")
        case = site.folder / "content/cases/a.md"
        text = case.read_text(encoding="utf-8")
        before = site.bytes()
        for sign, code in (("😀", "U+1F600"), ("س", "U+0633")):
            case.write_text(text.replace("这是制度漏洞。", f"这是{sign}。"), encoding="utf-8")
            done = site.build()
            line = next(n for n, each in enumerate(case.read_text(encoding="utf-8").split("\n"), 1) if sign in each)
            tally.check(done.returncode == 1, sign, f"exit {done.returncode}")
            tally.check(f"content/cases/a.md:{line}:3: error: no font has `{sign}` ({code})" in done.stderr, sign, done.stderr[-400:])
            tally.check(site.bytes() == before, sign, "what was printed before is gone")


def write(site, files):
    for path, text in files.items():
        file = site.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
