"""What shows itself only in a browser: access for everybody, phones, the keyboard, paper, and that
nothing is asked of a network."""

from axe_playwright_python.sync_playwright import Axe

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# What is left of A4 between the margins of the print style, in CSS pixels.
PAPER = {"width": 612, "height": 930}

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # axe would fetch the style sheets itself, which the pages' policy rightly refuses.
    "preload": False,
    "resultTypes": ["violations"],
}

FOCUS = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect()
  return {
    id: at.id, text: at.innerText, href: at.getAttribute('href'),
    label: at.closest('nav')?.getAttribute('aria-label'),
    isShown: box.top >= 0 && box.bottom <= innerHeight && box.height > 0,
    isMarked: getComputedStyle(at).outlineStyle !== 'none' || at.matches('.skip'),
  }
}"""


AXE = Axe()


def accessible(tab, page, tally, size=PHONE, scheme="light"):
    """axe finds no violation."""
    tab.set_viewport_size(size)
    tab.emulate_media(color_scheme=scheme)
    violations = AXE.run(tab, options=RULES).response["violations"]
    tally.each(
        [f"axe, {size['width']}, {scheme}: {fault['id']} at {fault['nodes'][0]['target'][0]}"
         for fault in violations], page.name)
    tab.emulate_media(color_scheme="light")


def fits(tab, page, tally):
    """Nothing sticks out of a phone's screen."""
    tab.set_viewport_size(PHONE)
    width = tab.evaluate("document.documentElement.scrollWidth")
    tally.check(width <= PHONE["width"], page.name, f"{width} pixels wide on a phone")


def printable(tab, page, tally):
    """On paper there are no ways around the site, and the text is there and fits."""
    tab.set_viewport_size(PAPER)
    tab.emulate_media(media="print")
    shown = tab.evaluate(
        """() => [...document.querySelectorAll('nav, .skip')]
             .filter(part => part.checkVisibility()).map(part => part.ariaLabel ?? part.className)""")
    tally.each([f"{part} is printed" for part in shown], page.name)
    tally.check(tab.locator("h1").is_visible(), page.name, "the title is not printed")
    width = tab.evaluate("document.documentElement.scrollWidth")
    tally.check(width <= PAPER["width"], page.name, f"{width} pixels wide on paper")
    tab.emulate_media(media="screen")


def reachable(tab, page, tally):
    """With the keyboard alone: over the navigation to the text, or into the navigation."""
    if page.name == "404.html" or page.is_screen:
        return
    tab.set_viewport_size(WIDE)
    tab.goto(page.path.as_uri())
    tab.keyboard.press("Tab")
    focus = tab.evaluate(FOCUS)
    tally.check(
        focus["href"] == "#main" and focus["isShown"], page.name,
        "the first Tab does not show the link to the text")
    tab.keyboard.press("Enter")
    tally.check(
        tab.evaluate(FOCUS)["id"] == "main", page.name, "the link to the text does not lead there")
    tab.goto(page.path.as_uri())
    walk = []
    for _ in range(4):
        tab.keyboard.press("Tab")
        walk.append(tab.evaluate(FOCUS))
    tally.check(
        any(focus["label"] == "栏目" for focus in walk), page.name,
        "four Tabs do not reach the navigation")
    tally.check(
        all(focus["isMarked"] for focus in walk), page.name, "the focus cannot be seen")


def opened(tab, page, tally):
    """The outline: open beside the text where there is room, opened by a key on a phone."""
    if tab.locator("nav.outline").count() == 0:
        return
    first = tab.locator("nav.outline a").first
    tab.set_viewport_size(WIDE)
    tally.check(first.is_visible(), page.name, "the outline is closed on a wide screen")
    tab.set_viewport_size(PHONE)
    tally.check(not first.is_visible(), page.name, "the outline is open on a phone")
    tab.locator("nav.outline summary").focus()
    tab.keyboard.press("Enter")
    tally.check(first.is_visible(), page.name, "Enter does not open the outline")


def readable(tab, bare, page, tally):
    """The text is the same without JavaScript, but for what only a script can do; that of a quiz has
    tests of its own."""
    if page.name == "search.html" or "data-needed" in page.text:
        return
    bare.goto(page.path.as_uri())
    tab.evaluate("document.querySelectorAll('main .scripted').forEach(part => part.hidden = true)")
    tally.check(
        bare.locator("main").inner_text() == tab.locator("main").inner_text(), page.name,
        "reads otherwise without JavaScript")
