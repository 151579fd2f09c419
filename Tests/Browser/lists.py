"""Lists: the list of cases narrowed by several things at once, and long tables sorted and filtered, with
what is chosen in the address."""

import re

import shown

# A table that is longer than a screen; the demo may have none that is long enough.
TABLE = """() => {
  const rows = Array.from({ length: 20 }, (_, n) =>
    `<tr><th scope="row">第${n}行</th><td>${[3, 10, '', 7.5, '1,200'][n % 5]}</td></tr>`)
  document.querySelector('main').innerHTML = `<h1>长表</h1><table><thead><tr><th scope="col">行</th>
    <th scope="col">件数</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}"""


def look(browser, pages, folder, tally):
    context = browser.new_context()
    tab = context.new_page()
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    cases(tab, pages, folder, tally)
    tables(tab, folder, tally)
    tally.each(complaints, "cases/index.html")
    context.close()


def titles(tab):
    """What is listed."""
    return tab.eval_on_selector_all(
        ".items > li", "items => items.filter(item => item.checkVisibility())"
        ".map(item => item.querySelector('a').getAttribute('href').split('/').pop())")


def of_list(pages, name):
    """What a list of the site holds, on all its pages."""
    start = name.removesuffix(".html").removesuffix("/index")
    found = []
    for page in pages:
        if page.name == name or re.fullmatch(re.escape(start) + r"/page-\d+\.html", page.name):
            part = page.text.split('<ol class="items"', 1)[1].split("</ol>", 1)[0]
            found += re.findall(r'class="title" href="[^"]*?([^"/]+)"', part)
    return found


def cases(tab, pages, folder, tally):
    name = "cases/index.html"
    address = (folder / name).as_uri()

    def choose(**choice):
        for key, value in choice.items():
            tab.select_option(f"form.scripted select[name={key}]", value)
            tab.wait_for_function(f"location.hash.includes('{key}={value}')" if value
                                  else f"!location.hash.includes('{key}=')")

    def wait(count):
        tab.wait_for_function(
            "count => document.querySelector('form.scripted [role=status]').textContent.includes(count)",
            arg=str(count))

    tab.goto(address)
    everything = titles(tab)
    tally.check(everything == of_list(pages, name)[:len(everything)], name, "does not list as written")
    # The fullest problem, and the year that shares most with it.
    wanted, id = fullest(pages, r"cases/problem/([^/]+)\.html", everything_of(pages))
    both, year = fullest(pages, r"cases/year/(\d+)\.html", wanted)
    tally.check(1 < len(both) < len(wanted), name, "the demo has no problem and year to test with")
    choose(problem=id)
    wait(f"{len(wanted)}件")
    tally.check(sorted(titles(tab)) == sorted(wanted[:50]), name, f"problem={id} shows others than its own list")
    choose(year=year)
    wait(f"{len(both)}件")
    tally.check(titles(tab) == both, name, f"problem={id} and {year} show others than both lists share")
    choose(sort="old")
    wait(f"{len(both)}件")
    tab.wait_for_function("first => document.querySelector('ol.scripted a').href.endsWith(first)", arg=both[-1])
    tally.check(titles(tab) == both[::-1], name, "the oldest do not come first")
    tab.go_back()
    tab.go_back()
    wait(f"{len(wanted)}件")
    tally.check(sorted(titles(tab)) == sorted(wanted), name, "going back does not go back")
    shown.accessible(tab, page_of(pages, name), tally)
    shown.accessible(tab, page_of(pages, name), tally, shown.WIDE, "dark")
    shown.fits(tab, page_of(pages, name), tally)
    # The address is enough.
    tab.goto("about:blank")
    tab.goto(address + f"#problem={id}&year={year}")
    wait(f"{len(both)}件")
    tally.check(titles(tab) == both, name, "a shared address shows otherwise")
    tab.locator("ol.scripted a").first.click()
    tally.check(tab.url.endswith(both[0]), name, "a link of the narrowed list leads elsewhere")
    tab.goto(address)
    tally.check(titles(tab) == everything, name, "without a choice not everything is listed")


def everything_of(pages):
    return of_list(pages, "cases/index.html")


def fullest(pages, pattern, among):
    """Of the lists whose names match the one that shares most with another, and the id in its name."""
    lists = []
    for page in pages:
        match = re.fullmatch(pattern, page.name)
        if match and not match[1].startswith("page-"):
            lists.append(([one for one in of_list(pages, page.name) if one in among], match[1]))
    return max(lists, key=lambda found: len(found[0]))


def page_of(pages, name):
    return next(page for page in pages if page.name == name)


def tables(tab, folder, tally):
    name = "a long table"
    tab.goto((folder / "departments/index.html").as_uri())
    source = tab.locator("script[src$='lists.js']").get_attribute("src")
    tab.evaluate(TABLE)
    # Again, now that there is something to find.
    tab.add_script_tag(url=source)
    column = "() => [...document.querySelectorAll('tbody tr')].filter(row => !row.hidden).map(row => row.cells[1].textContent)"
    rows = "() => [...document.querySelectorAll('tbody tr')].filter(row => !row.hidden).map(row => row.cells[0].textContent)"
    before = tab.evaluate(rows)
    button = tab.get_by_role("button", name="按“件数”排序")
    button.click()
    tab.wait_for_selector("[aria-sort=ascending]")
    up = ["3"] * 4 + ["7.5"] * 4 + ["10"] * 4 + ["1,200"] * 4 + [""] * 4
    tally.check(tab.evaluate(column) == up, name, "is not sorted by size")
    shown.accessible(tab, Named(name), tally)
    button.click()
    tab.wait_for_selector("[aria-sort=descending]")
    down = ["1,200"] * 4 + ["10"] * 4 + ["7.5"] * 4 + ["3"] * 4 + [""] * 4
    tally.check(tab.evaluate(column) == down, name, "is not sorted the other way")
    tally.check("sort=1.2.down" in tab.url, name, "its order is not in the address")
    tab.locator("p.scripted input").fill("第1")
    tab.wait_for_function("location.hash.includes('rows=1')")
    tally.check(len(tab.evaluate(rows)) == 11, name, "the filter shows other rows")
    tally.check(
        tab.locator("p.scripted [role=status]").inner_text() == "11行", name, "the count is not told")
    tab.locator("p.scripted input").fill("")
    tab.wait_for_function("!location.hash.includes('rows=')")
    button.click()
    tab.wait_for_selector("[aria-sort]", state="detached")
    tally.check(tab.evaluate(rows) == before, name, "a third time does not bring the first order back")


class Named:
    def __init__(self, name):
        self.name = name
