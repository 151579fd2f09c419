#!/usr/bin/env python3
"""Search: what it finds is compared with a plain look into the text of every page.

search.py SITE [PHRASES] does it for any built site and says how quick the first answer came and what
was loaded for it; run.py does it for the demo, and looks at the page as its readers use it.
"""

import functools
import http.server
import json
import random
import re
import shutil
import statistics
import sys
import threading
import time
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import shown
from tally import Tally

SEED = 20251231
ALIKE = str.maketrans("‐–—―−─•・∶", "------··:")


class Main(HTMLParser):
    """The text of a page's <main>, as a browser's textContent has it."""

    def __init__(self, html):
        super().__init__()
        self.depth = self.hidden = 0
        self.pieces = []
        self.feed(html)

    def handle_starttag(self, tag, _):
        self.depth += tag == "main"
        self.hidden += tag in ("script", "style", "template")

    def handle_endtag(self, tag):
        self.depth -= tag == "main"
        self.hidden -= tag in ("script", "style", "template")

    def handle_data(self, data):
        if self.depth and not self.hidden:
            self.pieces.append(data)

    @property
    def text(self):
        return " ".join("".join(self.pieces).split())


def folded(text):
    """As the program and the page fold, but for other forms of Chinese characters, which no demo has:
    folds.py looks at all of it."""
    kept = [sign for sign in unicodedata.normalize("NFKD", text)
            if unicodedata.category(sign) not in ("Mn", "Mc", "Me", "Cf")]
    text = "".join(kept).lower().upper().lower().replace("ς", "σ").translate(ALIKE)
    return " ".join(text.split())


def texts_of(pages):
    """The text of each page that search must find: all but those that only send on or tell of an
    absence, and the search page itself."""
    return {page.name: Main(page.text).text for page in pages
            if page.kind not in ("redirect", "withdrawn", "404.html", "search.html")}


def phrases_from(texts, count, chance):
    """Phrases that stand in the pages: single characters to whole clauses, Chinese, Latin, numbers and
    all mixed, each with a letter or digit and without white space; every fourth question is of two."""
    names = sorted(texts)
    found = []
    while len(found) < count:
        text = texts[chance.choice(names)]
        length = chance.choice([1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 8, 12, 20])
        start = chance.randrange(max(1, len(text) - length))
        phrase = text[start:start + length]
        if chance.random() < .15:
            word = chance.choice(re.findall(r"[A-Za-z0-9.\-]*[A-Za-z0-9]", text) or [""])
            phrase = word or phrase
        if re.search(r'[\s"“”]', phrase) or not any(sign.isalnum() for sign in phrase):
            continue
        found.append([phrase])
    for question in found[::4]:
        question.append(chance.choice(found)[0])
    return found


def holding(plain, words):
    """The pages whose folded text holds all words."""
    return {name for name, text in plain.items() if all(folded(word) in text for word in words)}


def compared(tab, texts, count, tally):
    """Recall and precision of all that is found for phrases drawn from the pages."""
    plain = {name: folded(text) for name, text in texts.items()}
    wanted_total = found_total = right = 0
    questions = phrases_from(texts, count, random.Random(SEED))
    answers = tab.evaluate(
        """async questions => {
          const answers = []
          for (const question of questions) answers.push(await jingjianSearch.find(question))
          return answers
        }""", [" ".join(words) for words in questions])
    for words, found in zip(questions, answers):
        question = " ".join(words)
        wanted = holding(plain, words)
        names = {unquote(address) for address in found}
        wanted_total += len(wanted)
        found_total += len(found)
        right += len(wanted & names)
        tally.check(
            names == wanted and len(found) == len(names), "search.html",
            f"“{question}”: misses {sorted(wanted - names)[:3]}, adds {sorted(names - wanted)[:3]}")
    return right / max(1, wanted_total), right / max(1, found_total)


def indexed(tab, texts, tally):
    """The index holds the text of each page as a browser has it, and of no other page."""
    kept = tab.evaluate("() => jingjianSearch.all()")
    names = {unquote(address) for address, _ in kept}
    tally.each(sorted(names ^ set(texts)), "search.html")
    for address, text in kept:
        name = unquote(address)
        if text != texts.get(name, text):
            pairs = zip(text + " ", texts[name] + " ")
            place = next((n for n, (a, b) in enumerate(pairs) if a != b), len(text))
            around = texts[name][max(0, place - 12):place + 12]
            tally.check(False, name, f"search has another text near “{around}”")
        else:
            tally.check(True, name, "")


def ready(tab):
    tab.wait_for_selector("#results[data-state=done]", state="attached", timeout=10000)


def asked(tab, address, question, more=""):
    tab.goto("about:blank")
    tab.goto(address + "#q=" + quote(question) + more)
    ready(tab)


def listed(tab, root):
    """The pages that are listed, by their paths in the site."""
    links = tab.eval_on_selector_all("#results a", "links => links.map(link => link.href)")
    return [unquote(urlsplit(link).path).removeprefix(unquote(urlsplit(root).path)) for link in links]


def used(tab, folder, texts, tally):
    """The page as a reader uses it, from a disk."""
    root = folder.as_uri() + "/"
    address = root + "search.html"
    plain = {name: folded(text) for name, text in texts.items()}
    chance = random.Random(SEED)
    for words in phrases_from(texts, 12, chance):
        question = " ".join(words)
        wanted = holding(plain, words)
        asked(tab, address, question)
        names = listed(tab, root)
        tally.check(
            set(names) == wanted and len(names) == len(wanted), "search.html",
            f"lists {len(names)} pages for “{question}”, not {len(wanted)}")
        tally.check(
            tab.get_attribute("#results", "data-total") == str(len(wanted)), "search.html",
            f"tells another total for “{question}”")
        marks = tab.eval_on_selector_all(
            "#results li:first-child mark", "marks => marks.map(mark => mark.textContent)")
        tally.each(
            [f"does not mark “{word}”" for word in words
             if wanted and folded(word) not in map(folded, marks) and len(word) > 2], "search.html")
    # Titles first, filters, and the way back.
    asked(tab, address, "立案庭")
    tally.check(
        "立案庭" in tab.locator("#results a").first.inner_text(), "search.html",
        "a page with the word in its title does not come first")
    asked(tab, address, "整改 立案庭")
    tally.check(
        "立案庭" in tab.locator("#results a").first.inner_text(), "search.html",
        "a page with one of two words in its title does not come first")
    asked(tab, address, "立案庭")
    everything = listed(tab, root)
    tab.select_option("#section", "cases")
    tab.wait_for_function("location.hash.includes('section=cases')")
    ready(tab)
    narrowed = listed(tab, root)
    tally.check(
        narrowed == [name for name in everything if name.startswith("cases/")], "search.html",
        "the filter of sections shows others, or not all")
    tab.select_option("#department", "lian")
    tab.wait_for_function("location.hash.includes('department=lian')")
    ready(tab)
    tally.check(
        0 < len(listed(tab, root)) <= len(narrowed), "search.html",
        "the filter of departments shows nothing")
    tab.go_back()
    tab.wait_for_function("!location.hash.includes('department')")
    ready(tab)
    tally.check(listed(tab, root) == narrowed, "search.html", "going back does not go back")
    # Nothing, and what could do harm.
    for question, total in (("查无此词", "0"), ("<img src=x onerror=alert(1)>", "0"), ("", "0")):
        asked(tab, address, question)
        tally.check(
            tab.get_attribute("#results", "data-total") == total
            and tab.locator("main img").count() == 0, "search.html", f"“{question}” finds something")
    # From the form of another page.
    tab.goto(root + "cases/index.html")
    tab.locator(".seek input").fill("立案庭")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search.html#q=*")
    ready(tab)
    tally.check(listed(tab, root) == everything, "cases/index.html", "its form finds otherwise")
    # By keyboard: words typed, and on to the first page found.
    tab.goto("about:blank")
    tab.goto(address)
    tab.locator("#words").focus()
    tab.keyboard.type("立案庭")
    tab.wait_for_selector("#results a")
    tab.keyboard.press("Enter")
    ready(tab)
    for _ in range(4):
        tab.keyboard.press("Tab")
    tally.check(
        tab.evaluate("document.activeElement.matches('#results a')"), "search.html",
        "four Tabs from the words do not reach the first page found")


def accessible(tab, page, folder, tally):
    asked(tab, folder.as_uri() + "/search.html", "立案庭")
    for size in (shown.PHONE, shown.WIDE):
        for scheme in ("light", "dark"):
            shown.accessible(tab, page, tally, size, scheme)
    shown.fits(tab, page, tally)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def served(context, folder, tally):
    """The same from a server, below a path."""
    handler = functools.partial(Quiet, directory=folder.parent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        outside = []
        context.on("request", lambda request: request.url.startswith(root) or outside.append(request.url))
        tab = context.new_page()
        asked(tab, root + "search.html", "立案庭")
        here = listed(tab, root)
        tab.close()
        server.shutdown()
    tally.each([f"asks for {url}" for url in outside], "search.html")
    return here


def look(browser, pages, folder, tally):
    """All of it, for the demo."""
    by_name = {page.name: page for page in pages}
    texts = texts_of(pages)
    outside = []
    context = browser.new_context()
    context.route(
        lambda url: not url.startswith(("file:", "data:", "about:")),
        lambda route: (outside.append(route.request.url), route.abort()))
    tab = context.new_page()
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    asked(tab, folder.as_uri() + "/search.html", "")
    indexed(tab, texts, tally)
    compared(tab, texts, 500, tally)
    used(tab, folder, texts, tally)
    accessible(tab, by_name["search.html"], folder, tally)
    asked(tab, folder.as_uri() + "/search.html", "立案庭")
    from_disk = listed(tab, folder.as_uri() + "/")
    context.close()
    context = browser.new_context()
    tally.check(
        served(context, folder, tally) == from_disk, "search.html", "a server finds otherwise")
    context.close()
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(folder.as_uri() + "/search.html")
    tally.check(
        "脚本" in tab.locator("main").inner_text() and not tab.locator("#search").is_visible(),
        "search.html", "without JavaScript it does not say what it needs")
    context.close()
    tally.each([f"asks for {url}" for url in outside], "search.html")
    tally.each(complaints, "search.html")


def weight(addresses):
    """The size of some files, in kB."""
    paths = [Path(unquote(urlsplit(address).path)) for address in addresses]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1000


def measured(browser, folder, phrases):
    """Cold questions: milliseconds until the first pages are shown and until all are, and what was
    loaded for them, in kB."""
    rows = []
    for words in phrases:
        context = browser.new_context()
        tab = context.new_page()
        loads = []
        tab.on("request", lambda request: loads.append(request.url))
        # The browser's own start is no part of an answer: the clock is the page's.
        tab.add_init_script("""addEventListener('DOMContentLoaded', () => {
          const list = document.getElementById('results')
          window.loaded = []
          new MutationObserver(changes => {
            for (const { addedNodes } of changes) {
              for (const { src } of addedNodes) if (src && !window.first) loaded.push(src)
            }
          }).observe(document.head, { childList: true })
          new MutationObserver(() => {
            if (list.childElementCount && !window.first) window.first = performance.now()
            if (list.dataset.state === 'done') window.done ??= performance.now()
          }).observe(list, { childList: true, attributes: true })
        })""")
        tab.goto(folder.as_uri() + "/search.html#q=" + quote(" ".join(words)))
        ready(tab)
        first, done, early = tab.evaluate("[window.first ?? window.done, window.done, loaded]")
        total = int(tab.get_attribute("#results", "data-total"))
        rows.append((first, done, weight(early), weight(loads), total, " ".join(words)))
        context.close()
    return rows


def main(arguments):
    import pages as built
    from playwright.sync_api import sync_playwright

    folder = Path(arguments[0]).resolve()
    count = int(arguments[1]) if len(arguments) > 1 else 500
    pages = built.read(folder)
    texts = texts_of(pages)
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        asked(tab, folder.as_uri() + "/search.html", "")
        start = time.monotonic()
        recall, precision = compared(tab, texts, count, tally)
        print(f"{len(texts)} pages, {count} questions: recall {recall:.3f}, precision {precision:.3f}, "
              f"{(time.monotonic() - start) / count * 1000:.0f} ms a question with its check")
        tab.close()
        rows = measured(browser, folder, phrases_from(texts, 60, random.Random(SEED + 1)))
        browser.close()
    for name, n, unit in (("first answer", 0, "ms"), ("all listed", 1, "ms"),
                          ("loaded for the first answer", 2, "kB"), ("loaded in all", 3, "kB")):
        values = sorted(row[n] for row in rows)
        most = max(rows, key=lambda row: row[n])
        print(f"{name}: median {statistics.median(values):.0f} {unit}, most {values[-1]:.0f} {unit} "
              f"(“{most[5]}”, {most[4]} pages)")
    for name in ("keys", "texts", "titles"):
        sizes = [path.stat().st_size for path in (folder / "search" / name).iterdir()]
        print(f"search/{name}: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, "
              f"median {statistics.median(sizes) / 1e3:.0f} kB, most {max(sizes) / 1e3:.0f} kB")
    print(f"search/index.js: {(folder / 'search/index.js').stat().st_size / 1e3:.0f} kB")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
