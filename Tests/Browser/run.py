#!/usr/bin/env python3
"""The browser tests: run.py SITE_FOLDER looks at a built site as its readers will.

Says each failure on a line of its own and at the end `N passed, N failed`; exits with 1 when a
check failed. `scripts/setup test` makes the Python that it runs with.
"""

import shutil
import sys
from pathlib import Path

import pages as built
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


def look_in_browser(pages, tally):
    asked, complaints = [], []

    def from_disk_only(route):
        asked.append(route.request.url)
        route.abort()

    def open_tab(browser, **options):
        context = browser.new_context(**options)
        context.route(lambda url: not url.startswith(("file:", "data:")), from_disk_only)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(f"{tab.url}: {message.text}"))
        tab.on("pageerror", lambda error: complaints.append(f"{tab.url}: {error}"))
        return tab

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = open_tab(browser)
        bare = open_tab(browser, java_script_enabled=False)
        for page in pages:
            if page.target is None:
                tab.goto(page.path.as_uri())
                shown.accessible(tab, page, tally)
                shown.fits(tab, page, tally)
        for page in built.one_of_each(pages):
            if page.target is not None:
                sent_on(tab, page, tally)
                continue
            tab.goto(page.path.as_uri())
            shown.accessible(tab, page, tally, shown.PHONE, "dark")
            shown.accessible(tab, page, tally, shown.WIDE, "light")
            shown.accessible(tab, page, tally, shown.WIDE, "dark")
            shown.printable(tab, page, tally)
            shown.reachable(tab, page, tally)
            shown.readable(tab, bare, page, tally)
            shown.opened(tab, page, tally)
        browser.close()
    tally.each([f"asks for {url}" for url in asked], "all pages")
    tally.each(complaints, "all pages")


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
    look_in_browser(pages, tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
