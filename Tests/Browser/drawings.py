#!/usr/bin/env python3
"""The drawings: drawings.py PROGRAM gives it hostile drawings (SVG) and opens what it publishes of them.

Each payload is put into many places. What the program refuses is counted; all that it lets through is
opened in Chromium from a disk, by itself, and must run nothing and ask for nothing. That the payloads do
run in this browser is looked at first, in the drawings as they were written.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tally import Tally

SVG, XLINK, HTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml"

# Elements that run or load something by themselves.
PAYLOADS = [
    "<script>alert(1)</script>",
    f"<a1:script xmlns:a1='{SVG}'>alert(1)</a1:script>",
    f"<图:script xmlns:图='{SVG}'>alert(1)</图:script>",
    f"<_:script xmlns:_='{SVG}'><![CDATA[alert(1)]]></_:script>",
    f"<h:script xmlns:h='{HTML}'>alert(1)</h:script>",
    f"<h1:iframe xmlns:h1='{HTML}' src='javascript:parent.alert(1)'/>",
    f"<h:img xmlns:h='{HTML}' src='nowhere.png' onerror='alert(1)'/>",
    f"<h:body xmlns:h='{HTML}' onload='alert(1)'/>",
    "<script href='data:text/javascript,alert(1)'/>",
    "<g onload='alert(1)'/>", "<svg onload='alert(1)'/>", "<image href='nowhere.png' onerror='alert(1)'/>",
    "<animate attributeName='x' dur='1ms' onbegin='alert(1)'/>",
    "<set attributeName='x' to='1' onbegin='alert(1)'/>",
    "<image href='other.svg' width='9' height='9'/>", "<use href='other.svg#a'/>",
    "<feImage href='other.svg'/>",
    "<rect width='9' height='9' fill='url(other.svg#a)'/>", "<rect width='9' height='9' style='mask:u\\72l(other.svg#a)'/>",
    "<style>@import url(other.css);</style>", "<style>svg{background:url(other.png)}</style>",
    "<style>svg{background:u\\72l(other.png)}</style>",
    f"<foreignObject width='9' height='9'><h:iframe xmlns:h='{HTML}' src='other.html'/></foreignObject>",
    "<title>&lt;script>alert(1)&lt;/script></title>", "<text>&lt;/svg>&lt;script>alert(1)&lt;/script></text>",
    "<text aria-label='\"><script>alert(1)</script>'>x</text>".replace("<script", "&lt;script").replace("</s", "&lt;/s"),
]

# Where they are put.
PLACES = {
    "root": "%s", "defs": "<defs>%s</defs>", "symbol": "<symbol id='a'>%s</symbol><use href='#a'/>",
    "title": "<title>%s</title>", "style": "<style>%s</style>", "metadata": "<metadata>%s</metadata>",
    "foreign": "<x:y xmlns:x='urn:x'>%s</x:y>", "deep": "<metadata><x xmlns=''>%s</x></metadata>",
    "switch": "<switch><foreignObject width='9' height='9'>%s</foreignObject><text>x</text></switch>",
    "comment": "<!-- x -->%s", "cdata": "<text><![CDATA[%s]]></text>",
}


def drawings():
    for n, payload in enumerate(PAYLOADS):
        for place, text in PLACES.items():
            yield f"{place}-{n}.svg", (
                f"<svg xmlns='{SVG}' xmlns:xlink='{XLINK}' width='99' height='99'>{text % payload}</svg>")


def opened(tab, path, hits):
    """What a drawing runs and asks for when it is opened by itself."""
    hits.clear()
    tab.goto(path.as_uri())
    tab.wait_for_timeout(20)
    return [hit for hit in hits if hit != path.as_uri()]


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True)


def published(program, folder, texts, tally):
    """Builds a site with all drawings that the program does not refuse."""
    media = folder / "content/media"
    media.mkdir(parents=True)
    (folder / "content/pages").mkdir()
    (folder / "content/site.yml").write_text("名称: 站\n单位: 院\n")
    for name, text in texts.items():
        (media / name).write_text(text)
    said = run(program, "check", "--site", str(folder), "--language", "en").stderr
    refused = {line.split(":")[0].split("/")[-1] for line in said.splitlines()
               if line.startswith("content/media/") and ": error: " in line}
    for name in refused:
        (media / name).unlink()
    kept = sorted(set(texts) - refused)
    links = "\n\n".join(f"[{name}](../media/{name})" for name in kept)
    (folder / "content/pages/a.md").write_text(f"---\n标题: 页\n---\n{links}\n")
    built = run(program, "build", "--site", str(folder), "--output", str(folder / "output"))
    tally.check(built.returncode == 0, "the site", f"is not built: {built.stdout[-400:]}{built.stderr[-400:]}")
    tally.check(len(refused) > len(texts) / 3, "the site", f"only {len(refused)} of {len(texts)} are refused")
    return [folder / "output/site/media" / name for name in kept]


def main(arguments):
    if len(arguments) != 1:
        print("usage: drawings.py PROGRAM", file=sys.stderr)
        return 2
    tally, texts = Tally(), dict(drawings())
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        paths = published(str(Path(arguments[0]).resolve()), folder / "site", texts, tally)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab, hits = browser.new_page(), []
        tab.on("dialog", lambda dialog: (hits.append("a script"), dialog.dismiss()))
        tab.on("request", lambda request: hits.append(request.url) if not request.url.startswith("data:") else None)
        raw = folder / "raw"
        raw.mkdir()
        running = 0
        for place in ("root", "metadata"):
            for n in range(len(PAYLOADS)):
                path = raw / f"{place}-{n}.svg"
                path.write_text(texts[path.name])
                running += bool(opened(tab, path, hits))
        tally.check(running > 20, "the payloads", f"only {running} run in this browser")
        for path in paths:
            found = opened(tab, path, hits)
            tally.check(not found, path.name, f"runs or loads {found}: {path.read_text()}")
        browser.close()
    print(f"{len(texts) - len(paths)} of {len(texts)} drawings are refused, {running} payloads run as they were written")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
