#!/usr/bin/env python3
"""The fold: folds.py PROGRAM builds a site whose pages hold every character, and asks the browser to fold
their texts. The same must stand in the index, which the program folded: else a search would miss words.

Characters are those of this Python's Unicode, which is older than the program's and the browser's: on newer
ones these two may differ.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from playwright.sync_api import sync_playwright
from tally import Tally

# Chinese characters that nothing folds are all alike; some of them are looked at with the rest.
PLAIN = [range(0x20100, 0x2F800), range(0x30100, 0x40000), range(0xE100, 0xF900), range(0xF0000, 0x110000),
         range(0xAD00, 0xD700), range(0x17100, 0x18D00)]

# What nobody can see stands on no page (docs/format.md, "Characters that cannot be seen").
UNSEEN = [range(0xA0, 0xA1), range(0xAD, 0xAE), range(0x34F, 0x350), range(0x61C, 0x61D), range(0x115F, 0x1161),
          range(0x180E, 0x180F), range(0x2007, 0x2008), range(0x200B, 0x2010), range(0x2028, 0x2030),
          range(0x2060, 0x2070), range(0x2800, 0x2801), range(0x3164, 0x3165), range(0xE000, 0xF900),
          range(0xFDD0, 0xFDF0), range(0xFEFF, 0xFF00), range(0xFFA0, 0xFFA1), range(0xFFF0, 0xFFFD),
          range(0xE0000, 0xE0100)]


def characters():
    """All that may stand in a text: assigned, no half of a character, no control, none that turns a text."""
    for code in range(0x110000):
        if any(code in plain for plain in PLAIN) or any(code in unseen for unseen in UNSEEN):
            continue
        sign = chr(code)
        if unicodedata.category(sign) not in ("Cn", "Cs", "Cc") and unicodedata.bidirectional(sign) not in (
                "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"):
            yield sign


def lay(site):
    """Pages with a few thousand characters each, every one between letters that tell where it stands."""
    content = site / "content"
    (content / "pages").mkdir(parents=True)
    (content / "site.yml").write_text("name: 站\norgan: 院\n")
    (content / "departments.yml").write_text("- id: a\n  name: 庭\n")
    (content / "problems.yml").write_text("- id: p\n  name: 类\n  children: [{id: q, name: 子}]\n")
    signs = list(characters())
    for start in range(0, len(signs), 4000):
        # As references: in Markdown each stands for itself then.
        text = "".join(f"x&#{ord(sign)};" for sign in signs[start:start + 4000])
        (content / "pages" / f"p{start}.md").write_text(f"---\ntitle: 页{start}\n---\n{text}\n")
    return len(signs)


def numbers(text):
    found, high = [], 0
    for sign in text:
        code = ord(sign)
        value = code - (35 if code < 92 else 36)
        if value < 48:
            found.append(high * 48 + value)
            high = 0
        else:
            high = high * 43 + value - 47
    return found


def indexed(folder):
    """The folded texts that the index was made of, put together again from where each pair stands."""
    index = (folder / "index.js").read_text()
    lengths = numbers(json.loads(re.search(r'"lengths":("[^"]*")', index)[1]))
    units = [0] * sum(lengths)
    for path in (folder / "keys").iterdir():
        call = path.read_text()
        for key, places in json.loads(call[call.index(",") + 1:call.rindex(")")]).items():
            pair = [ord(unit) for unit in key]
            if len(key) != 2 or pair[1] == 0:
                continue
            place = 0
            for step in numbers(places):
                place += step
                units[place], units[place + 1] = pair
    texts, start = [], 0
    for length in lengths:
        texts.append(units[start:start + length])
        start += length
    return texts


def main(arguments):
    program = str(Path(arguments[0]).resolve())
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="jingjian-") as name, sync_playwright() as playwright:
        site = Path(name)
        count = lay(site)
        done = subprocess.run([program, "build", "--date", "2025-12-31", "--no-packets"], cwd=site,
                              capture_output=True, text=True)
        tally.check(done.returncode == 0, "build", done.stderr[-2000:])
        if done.returncode:
            return tally.close()
        folder = site / "output/site"
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        tab.goto((folder / "search.html").as_uri())
        folded = tab.evaluate("""async () => Promise.all((await jingjianSearch.all()).map(async ([address, text]) =>
          [address, [...(await jingjianSearch.fold(text)).split("").map(unit => unit.charCodeAt())]]))""")
        browser.close()
        for (address, units), ours in zip(folded, indexed(folder / "search"), strict=True):
            # Behind each text stands a space of the index.
            units.append(32)
            place = next((n for n, (a, b) in enumerate(zip(units, ours)) if a != b), min(len(units), len(ours)))
            around = [[f"{unit:04x}" for unit in text[max(0, place - 3):place + 4]] for text in (units, ours)]
            tally.check(units == ours, address, f"the browser folds otherwise: {around[0]}, not {around[1]}")
        print(f"{count} characters in {len(folded)} pages")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
