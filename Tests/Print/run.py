#!/usr/bin/env python3
"""Printed packets as a reader meets them: run.py [JINGJIAN] prints the samples and looks at every PDF.

With the program, the packets of the demo and of a site with hostile text are printed and looked at as
well. `scripts/setup test` gets Typst, the fonts and poppler's tools. The last line counts: `N passed,
N failed`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

import demo  # noqa: E402
import looks  # noqa: E402
import long  # noqa: E402
import schema  # noqa: E402
import signoff  # noqa: E402
from pdf import PDF  # noqa: E402
from tally import Tally  # noqa: E402

SAMPLES = Path(__file__).parent / "samples"
SCHEMA = json.loads((ROOT / "templates/print/packet.schema.json").read_text(encoding="utf-8"))
TYPST = shutil.which("typst") or str(ROOT / "scripts/typst")
# As many as the largest cell of the hostile sample holds.
MANY = 10_000


class Press:
    """Prints packets in a folder of its own."""

    def __init__(self, folder):
        self.folder = Path(folder)
        shutil.copytree(ROOT / "templates/print", self.folder / "print")
        shutil.copytree(ROOT / "content/media", self.folder / "content/media")

    def run(self, packet, name):
        """The exit code, what was said, and the PDF's path."""
        data = self.folder / f"{name}.json"
        data.write_text(json.dumps(packet, ensure_ascii=False), encoding="utf-8")
        output = self.folder / f"{name}.pdf"
        done = subprocess.run(
            [TYPST, "compile", "--root", self.folder, "--font-path", ROOT / ".build/fonts",
             "--ignore-system-fonts", "--ignore-embedded-fonts", "--pdf-standard", "ua-1",
             "--input", f"data=/{name}.json", self.folder / "print/packet.typ", output],
            capture_output=True, text=True)
        return done.returncode, done.stderr, output

    def print(self, packet, name, tally):
        """The PDF, or nothing and a fault."""
        tally.each(schema.faults(packet, SCHEMA, SCHEMA), name)
        code, said, output = self.run(packet, name)
        tally.check(code == 0 and not said, name, f"exit {code}: {said.strip()[:500]}")
        return PDF(output) if output.exists() else None


def sample(name):
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def swollen(value):
    """The hostile sample with its one 万 as many."""
    return json.loads(json.dumps(value).replace(json.dumps("万")[1:-1], "万" * MANY))


def changed(packet, change):
    packet = json.loads(json.dumps(packet))
    change(packet)
    return packet


def print_samples(press, tally):
    for name in ("notice", "bulletin", "compilation", "handout", "paper", "footnote"):
        packet = sample(name)
        pdf = press.print(packet, name, tally)
        if pdf is None:
            continue
        looks.whole(pdf, name, tally)
        looks.complete(pdf, packet, name, tally)
        looks.numbered(pdf, packet, name, tally)
        looks.outlined(pdf, packet, name, tally)
        looks.unhurt(pdf, packet, name, tally)
        for look in looks.OWN.get(name, []):
            look(pdf, packet, name, tally)
        first = pdf.path.read_bytes()
        press.run(packet, name)
        tally.check(pdf.path.read_bytes() == first, name, "is not the same in a second run")


def print_hostile(press, tally):
    """Hostile text prints as text, whole, in every kind."""
    packet = swollen(sample("hostile"))
    packet["head"]["cc"] *= 10
    for kind in SCHEMA["properties"]["kind"]["enum"]:
        packet["kind"] = kind
        name = f"hostile {kind}"
        pdf = press.print(packet, f"hostile-{kind}", tally)
        if pdf is None:
            continue
        looks.whole(pdf, name, tally)
        looks.complete(pdf, packet, name, tally)
        tally.check(pdf.text.count("万") >= MANY, name, "loses of the largest cell")


def print_grid(press, tally):
    """A page of plain characters is 22 lines of 28."""
    packet = sample("footnote")
    packet["chapters"] = [{"blocks": [{"kind": "paragraph", "content": ["明镜高悬清正廉洁警钟长鸣以案为戒" * 120]}]}]
    pdf = press.print(packet, "grid", tally)
    if pdf:
        looks.gridded(pdf, "grid", tally)
        looks.headed(pdf, packet, "grid", tally)


def print_headings(press, tally):
    """Headings that would stand on the last line of a page go to the next."""
    packet = sample("compilation")
    line = {"kind": "paragraph", "content": ["先报告，后行动。"]}
    packet["chapters"] = [
        {"title": f"第{n}篇", "blocks": [line] * n + [{"kind": "heading", "level": 1, "content": [f"标题{n}"]}, line]}
        for n in range(14, 21)]
    pdf = press.print(packet, "headings", tally)
    if pdf:
        looks.unhurt(pdf, packet, "headings", tally)
        looks.outlined(pdf, packet, "headings", tally)


def print_superseded(press, tally):
    """What was withdrawn since is said once, on top of the first page, in every kind."""
    words = "本材料已更正：其中有内容于2025年6月1日撤回，此前印发的作废，请收回。"
    for kind in SCHEMA["properties"]["kind"]["enum"]:
        name = f"superseded {kind}"
        packet = changed(sample("notice"), lambda packet: packet.update(kind=kind))
        packet["head"]["superseded"] = "2025年6月1日"
        pdf = press.print(packet, name.replace(" ", "-"), tally)
        if pdf:
            tally.check([words in page.text for page in pdf.pages] == [True] + [False] * (len(pdf.pages) - 1), name, "is not said on the first page alone")
            looks.whole(pdf, name, tally)


def print_long(press, tally):
    file = press.folder / "long.json"
    long.main(file)
    packet = json.loads(file.read_text(encoding="utf-8"))
    pdf = press.print(packet, "long", tally)
    if pdf:
        tally.check(190 <= len(pdf.pages) <= 220, "long", f"has {len(pdf.pages)} pages")
        looks.whole(pdf, "long", tally)
        looks.complete(pdf, packet, "long", tally)
        looks.numbered(pdf, packet, "long", tally)
        looks.outlined(pdf, packet, "long", tally)
        looks.unhurt(pdf, packet, "long", tally)


def refuse(press, tally):
    """What cannot be printed is said, and no PDF is left."""
    notice = sample("notice")

    def refused(name, change, *words):
        code, said, output = press.run(changed(notice, change), name)
        tally.check(code == 1 and not output.exists(), name, f"exit {code}, PDF: {output.exists()}")
        tally.each([f"does not say {word}: {said[:300]}" for word in words if word not in said], name)

    def text(words):
        return lambda packet: packet["chapters"][0]["blocks"].append({"kind": "paragraph", "content": words})

    refused("emoji", text(["好😀"]), "😀", "could not be displayed")
    refused("arabic", text(["سلام"]), "could not be displayed")
    refused("fallback", lambda packet: packet["fonts"].update(fang=["FandolFang R"], kai=["FandolFang R"]) or text(["王镕"])(packet), "镕")
    refused("font", lambda packet: packet["fonts"]["fang"].insert(0, "仿宋_无此字体"), "unknown font family")
    refused("block", lambda packet: packet["chapters"][0]["blocks"].append({"kind": "marquee"}), "unknown block kind `marquee`")
    refused("piece", text([{"kind": "blink"}]), "unknown inline kind `blink`")
    refused("link", text([{"kind": "link", "content": ["甲"], "to": "无此处"}]), "无此处")
    refused("picture", lambda packet: packet["chapters"][0]["blocks"].append({"kind": "figure", "path": "/no.png", "alt": "无"}), "no.png")
    refused("escape", lambda packet: packet["chapters"][0]["blocks"].append({"kind": "figure", "path": "/../../etc/hostname", "alt": "无"}), "error")
    for name, change in {
        "undeclared": lambda packet: packet["head"].update(colour="red"),
        "mistyped": lambda packet: packet["head"].update(copies="60"),
        "misnamed": lambda packet: packet.update(kind="poster"),
        "deep": lambda packet: packet["chapters"][0]["blocks"].append({"kind": "quote", "blocks": [{"kind": "rule", "x": 1}]}),
    }.items():
        tally.check(schema.faults(changed(notice, change), SCHEMA, SCHEMA), name, "passes the schema")


def main(arguments):
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        press = Press(folder)
        print_samples(press, tally)
        print_hostile(press, tally)
        print_grid(press, tally)
        print_headings(press, tally)
        print_superseded(press, tally)
        print_long(press, tally)
        refuse(press, tally)
    for program in arguments:
        demo.look(os.path.abspath(program), SCHEMA, tally)
        demo.hostile(os.path.abspath(program), tally)
        signoff.look(os.path.abspath(program), tally)
        signoff.stays(os.path.abspath(program), tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
