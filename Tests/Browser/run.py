#!/usr/bin/env python3
"""The browser tests: run.py SITE_FOLDER looks at a built site as its readers will.

Says each failure on a line of its own and at the end `N passed, N failed`; exits with 1 when a
check failed. `scripts/setup test` makes the Python that it runs with.
"""

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import feeds
import films
import lists
import pages as built
import quizzes
import screens
import search
import served
import shown
import written
from playwright.sync_api import sync_playwright
from tally import Tally


def look_at_files(pages, folder, tally):
    written.valid(pages, folder, tally)
    for page in pages:
        written.guarded(page, tally)
        written.headed(page, tally)
        written.linked(page, pages, folder, tally)
    feeds.followed(pages, folder, tally)


def look_in_browser(pages, folder, tally):
    asked, complaints = [], []

    def from_disk_only(route):
        asked.append(route.request.url)
        route.abort()

    def open_tab(browser, **options):
        context = browser.new_context(**options)
        context.route(
            lambda url: not url.startswith(("file:", "data:", "http://127.0.0.1:")), from_disk_only)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(f"{tab.url}: {message.text}"))
        tab.on("pageerror", lambda error: complaints.append(f"{tab.url}: {error}"))
        return tab

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = open_tab(browser)
        bare = open_tab(browser, java_script_enabled=False)
        for page in built.some_of_each(pages):
            # What is made for a projector is looked at kind by kind below.
            if page.target is None and not page.is_screen:
                tab.goto(page.path.as_uri())
                shown.accessible(tab, page, tally)
                shown.fits(tab, page, tally)
        for page in built.one_of_each(pages):
            if page.target is not None:
                sent_on(tab, page, tally)
                continue
            tab.goto(page.path.as_uri())
            shown.fits(tab, page, tally)
            shown.accessible(tab, page, tally, shown.PHONE, "dark")
            shown.accessible(tab, page, tally, shown.WIDE, "light")
            shown.accessible(tab, page, tally, shown.WIDE, "dark")
            shown.printable(tab, page, tally)
            shown.reachable(tab, page, tally)
            shown.readable(tab, bare, page, tally)
            shown.opened(tab, page, tally)
        with served.site(folder) as base:
            use(browser, open_tab, pages, base, tally)
        lists.look(browser, pages, folder, tally)
        search.look(browser, pages, folder, tally)
        browser.close()
    tally.each([f"asks for {url}" for url in asked], "all pages")
    tally.each(complaints, "all pages")


def use(browser, open_tab, pages, base, tally):
    """What a page does, from a disk and from a server."""
    tab, bare = open_tab(browser), open_tab(browser, java_script_enabled=False)
    papers = [page for page in pages if "data-needed" in page.text]
    walls = [page for page in built.one_of_each(pages) if page.is_screen]
    for start in ("file", base):
        def url(page):
            return page.path.as_uri() if start == "file" else base + quote(page.name)

        for page in papers[:2]:
            quizzes.taken(tab, url(page), page, tally)
        for page in walls:
            screens.turned(tab, url(page), page, tally)
        for page in pages:
            if "<video" in page.text and not page.is_screen:
                films.shown(tab, url(page), page, tally)
        # Each kind of page once more as it comes from a server: nothing may be asked beyond it.
        if start == base:
            for page in built.one_of_each(pages):
                if page.target is None:
                    tab.goto(url(page))
                    tally.check(tab.locator("h1").count() == 1, page.name, "does not come from a server")
    for page in papers:
        quizzes.unfolded(bare, page.path.as_uri(), page, tally)
    quizzes.forgetful(browser, papers[0].path.as_uri(), papers[0], tally)
    for page in pages:
        if page.is_screen:
            screens.whole(tab, page.path.as_uri(), page, tally)
    for page in walls:
        screens.plain(bare, page.path.as_uri(), page, tally)
    tab.context.close()
    bare.context.close()


def sent_on(tab, page, tally):
    """An old address leads to the new one."""
    aim = (page.path.parent / page.target).resolve().as_uri()
    tab.goto(page.path.as_uri(), wait_until="commit")
    try:
        tab.wait_for_url(aim, timeout=5000)
        tally.check(True, page.name, "")
    except Exception:
        tally.check(False, page.name, f"stays at {tab.url}")


def main(arguments):
    if len(arguments) != 1 or not Path(arguments[0], "index.html").is_file():
        print("usage: run.py SITE_FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    pages = built.read(folder)
    tally = Tally()
    look_at_files(pages, folder, tally)
    look_in_browser(pages, folder, tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
