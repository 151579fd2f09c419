"""Pages for a projector: from part to part by keys and by swipes, each part whole on the screen."""

import shown

PROJECTORS = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}, {"width": 1024, "height": 768}]

WHERE = """() => {
  const slides = [...document.querySelectorAll('.slide')]
  return slides.findIndex(slide => Math.abs(slide.getBoundingClientRect().top) < 3)
}"""

FIT = """() => [...document.querySelectorAll('.slide')].map((slide, n) => {
  const type = Math.min(...[...slide.querySelectorAll('p, li, td')]
    .filter(part => part.checkVisibility() && !part.closest('.unseen'))
    .map(part => parseFloat(getComputedStyle(part).fontSize) * (parseFloat(slide.firstElementChild.style.zoom) || 1)))
  const drawn = [...slide.querySelectorAll('svg, img, video')].every(part => {
    const box = part.getBoundingClientRect(), frame = slide.getBoundingClientRect()
    return box.width > 100 && box.left >= 0 && box.right <= innerWidth
      && box.top >= frame.top && box.bottom <= frame.bottom && box.height <= innerHeight
  })
  return { n: n + 1, over: slide.offsetHeight - innerHeight, type, drawn, across: slide.scrollWidth - innerWidth }
})"""

SWIPE = """([from, to]) => {
  const target = document.querySelector('.slide')
  const touch = x => new Touch({ identifier: 1, target, clientX: x, clientY: 300 })
  target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [touch(from)], changedTouches: [touch(from)] }))
  target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [touch(to)] }))
}"""


def turned(tab, url, page, tally):
    """Every key leads where it should, and a swipe too."""
    tab.emulate_media(reduced_motion="reduce")
    tab.set_viewport_size(PROJECTORS[0])
    tab.goto(url)
    last = tab.locator(".slide").count() - 1
    at = 0
    keys = [("ArrowRight", 1), ("ArrowLeft", -1), ("Space", 1), ("PageDown", 1), ("PageUp", -1),
            ("Shift+Space", -1), ("ArrowDown", 1), ("ArrowUp", -1), ("End", last), ("ArrowRight", 0), ("Home", -last)]
    for key, step in keys:
        tab.keyboard.press(key)
        at = max(0, min(last, at + step))
        found = tab.evaluate(WHERE)
        tally.check(found == at, page.name, f"{url[:4]}: {key} leads to part {found + 1} and not to {at + 1}")
    for points, wanted in (([900, 300], 1), ([300, 900], 0), ([500, 470], 0)):
        tab.evaluate(SWIPE, points)
        tally.check(tab.evaluate(WHERE) == wanted, page.name, f"{url[:4]}: a swipe does not lead to part {wanted + 1}")
    # The counter follows the screen when the browser comes to it.
    counter = tab.locator(".turn span")
    try:
        tab.wait_for_function(
            "text => document.querySelector('.turn span').textContent === text", arg=f"1 / {last + 1}", timeout=5000)
    except Exception:
        tally.check(False, page.name, f"the counter says {counter.inner_text()}")
    tab.keyboard.press("Tab")
    focus = tab.evaluate(shown.FOCUS)
    tally.check(focus["text"] == "返回网页" and focus["isShown"] and focus["isMarked"], page.name,
                "the first Tab does not show the way back")
    tab.emulate_media(reduced_motion="no-preference")


def whole(tab, url, page, tally):
    """One part a screen, its charts whole, no type smaller than a sixtieth of its height."""
    tab.goto(url)
    for size in PROJECTORS:
        tab.set_viewport_size(size)
        tab.wait_for_function("document.readyState === 'complete'")
        tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        faults = []
        for slide in tab.evaluate(FIT):
            if slide["over"] > 2 or slide["across"] > 0:
                faults.append(f"part {slide['n']} is larger than the screen by {slide['over']}, {slide['across']}")
            if not slide["drawn"]:
                faults.append(f"part {slide['n']}: a picture is cut")
            if slide["type"] < size["height"] / 60:
                faults.append(f"part {slide['n']}: type of {slide['type']:.0f} pixels")
        tally.each(faults, f"{page.name} at {size['width']}")


def plain(bare, url, page, tally):
    """Without JavaScript it is one long page with all its parts."""
    bare.set_viewport_size(PROJECTORS[0])
    bare.goto(url)
    slides = bare.locator(".slide")
    tally.check(all(slide.is_visible() for slide in slides.all()), page.name, "parts are hidden without JavaScript")
    high = bare.evaluate("document.documentElement.scrollHeight / innerHeight")
    tally.check(high >= slides.count() - 0.1, page.name, "parts share a screen without JavaScript")
