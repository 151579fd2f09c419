"""Quizzes as a reader takes them: with the keyboard alone, failed, taken again, passed; and without
JavaScript."""

import shown

STATE = """() => ({
  order: [...document.querySelectorAll('.questions > li')].map(item => item.querySelector('input').name),
  places: [...document.querySelectorAll('.place')].map(place => place.textContent),
  needed: Number(document.getElementById('quiz').dataset.needed),
  result: document.querySelector('.result').textContent,
  history: document.querySelector('.history').textContent,
  button: document.querySelector('.submit').textContent,
  verdicts: [...document.querySelectorAll('.verdict')].map(verdict => verdict.textContent),
  told: [...document.querySelectorAll('fieldset[aria-describedby]')].length,
  open: [...document.querySelectorAll('.solution')].filter(part => part.checkVisibility() && part.open).length,
  hidden: [...document.querySelectorAll('.solution')].filter(part => !part.checkVisibility()).length,
  chosen: document.querySelectorAll('.questions input:checked').length,
  disabled: document.querySelectorAll('.questions input:disabled').length,
  inputs: document.querySelectorAll('.questions input').length,
  focus: document.activeElement.name ?? document.activeElement.className,
})"""


def answer(tab, rightly):
    """Chooses an answer to each question by keys: the right one, or another."""
    for item in tab.locator(".questions > li").all():
        right = item.get_attribute("data-answer").split()
        boxes = item.locator("input")
        if boxes.first.get_attribute("type") == "checkbox":
            wanted = right if rightly else [str(n) for n in range(boxes.count()) if str(n) not in right][:1]
            for value in wanted or right[:1]:
                item.locator(f"input[value='{value}']").focus()
                tab.keyboard.press("Space")
        else:
            wanted = int(right[0]) if rightly else (int(right[0]) + 1) % boxes.count()
            boxes.first.focus()
            tab.keyboard.press("Space")
            for _ in range(wanted):
                tab.keyboard.press("ArrowDown")


def submit(tab):
    tab.locator(".submit").focus()
    tab.keyboard.press("Enter")
    return tab.evaluate(STATE)


def taken(tab, url, page, tally):
    """From the first look to a pass, and what the browser remembers of it."""
    def check(holds, fault):
        tally.check(holds, page.name, f"{url[:4]}: {fault}")

    tab.set_viewport_size(shown.WIDE)
    tab.goto(url)
    tab.evaluate("localStorage.clear()")
    tab.goto(url)
    state = tab.evaluate(STATE)
    count = len(state["order"])
    check(state["hidden"] == count, "answers can be seen before it is handed in")
    state = submit(tab)
    check(state["result"] == f"第{'、'.join(state['places'])}题还没有作答。",
          f"an empty paper is answered by {state['result']!r}")
    check(state["focus"] == state["order"][0] and not state["verdicts"], "the first gap has not the focus")

    answer(tab, rightly=False)
    state = submit(tab)
    check(state["verdicts"] == ["答错了"] * count and state["told"] == count, "wrong answers are not told")
    check(f"答对0题，共{count}题，得0分：不及格" in state["result"], f"failed, it says {state['result']!r}")
    check(state["focus"] == "result", "the result has not the focus")
    check(state["open"] == count and state["disabled"] == state["inputs"], "what is graded is not closed")
    shown.accessible(tab, page, tally, shown.WIDE, "light")
    shown.accessible(tab, page, tally, shown.PHONE, "dark")
    tab.set_viewport_size(shown.WIDE)

    before = state["order"]
    check(state["button"] == "补考", f"the button says {state['button']!r}")
    state = submit(tab)
    check(state["order"] != before and sorted(state["order"]) == sorted(before), "the order is the same again")
    check(state["places"] == [str(n + 1) for n in range(count)], "the questions are numbered wrongly")
    check(state["chosen"] == 0 and state["disabled"] == 0 and state["hidden"] == count, "the new paper is not empty")
    check(state["focus"] == state["order"][0], "the new paper has not the focus")

    tab.reload()
    state = tab.evaluate(STATE)
    check("已作答1次" in state["history"] and "请补考" in state["history"], f"it remembers {state['history']!r}")
    answer(tab, rightly=True)
    state = submit(tab)
    check(state["verdicts"] == ["答对了"] * count, "right answers are not told")
    check(state["result"] == f"答对{count}题，共{count}题，得100分：及格。", f"passed, it says {state['result']!r}")
    tab.reload()
    check("已及格" in tab.evaluate(STATE)["history"], "the pass is forgotten")
    check(tab.context.cookies() == [], "there is a cookie")


def forgetful(browser, url, page, tally):
    """A browser that keeps nothing takes the quiz all the same."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })")
    tab = context.new_page()
    tab.goto(url)
    answer(tab, rightly=True)
    tally.check("及格" in submit(tab)["result"], page.name, "without a storage there is no result")
    context.close()


def unfolded(bare, url, page, tally):
    """Without JavaScript: no button that does nothing, and answers that fold open."""
    bare.goto(url)
    tally.check(bare.locator("main button").count() == 0, page.name, "a button without JavaScript")
    tally.check(bare.locator("noscript").inner_text() != "", page.name, "says nothing without JavaScript")
    for solution in bare.locator(".solution").all():
        before = solution.inner_text()
        solution.locator("summary").focus()
        bare.keyboard.press("Enter")
        tally.check(
            "答案：" not in before and "答案：" in solution.inner_text(), page.name,
            "an answer does not fold open without JavaScript")
