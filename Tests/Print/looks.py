"""Looks: what must hold of a printed packet. Lengths are millimetres unless said to be points."""

import re
from collections import Counter
from dataclasses import replace

from pdf import POINT

FAMILIES = ("NotoSerifCJKsc-", "NotoSansCJKsc-", "NotoSansMonoCJKsc-", "LXGWWenKai-", "FandolFang-")
# The type area: left edge on odd and even pages, top, width, height.
LEFT, TOP, WIDTH, HEIGHT = (26, 28), 37, 156, 225


def whole(pdf, name, tally):
    """Tagged for PDF/UA-1, titled, in Chinese, on A4, all fonts inside, all text on its page."""
    tally.check(pdf.info.get("Tagged") == "yes", name, "is not tagged")
    tally.check("<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata, name, "does not claim PDF/UA-1")
    tally.check(pdf.info.get("Title"), name, "has no title")
    tally.check("<rdf:li>zh-CN</rdf:li>" in pdf.metadata, name, "has no language")
    tally.each([f"font {font} is {flags}" for font, flags in pdf.fonts
                if flags != ["yes"] * 3 or not font.startswith(FAMILIES)] or ([] if pdf.fonts else ["no fonts"]), name)
    tally.each([f"page {page.number} is {page.width} × {page.height}" for page in pdf.pages
                if sorted((round(page.width), round(page.height))) != [595, 842]], name)
    # Half a character may hang over where a line ends in a narrow mark.
    edge = 17 * POINT
    tally.each([f"page {page.number}: {word.text[:20]} leaves the page" for page in pdf.pages for word in page.words
                if word.left < edge or word.right > page.width - edge or word.top < 0 or word.bottom > page.height], name)
    tally.each([f"page {page.number}: {word.text[:20]} is below the type area" for page in pdf.pages for word in below(page)], name)
    tally.each([f"page {page.number}: {upper.text[:20]} and {lower.text[:20]} lie upon each other"
                for page in pdf.pages for upper, lower in overlaps(page)], name)


def below(page):
    """The words below the type area that are neither the page number nor the last line."""
    found = [] if page.is_sideways else [word for word in page.words if word.top > (TOP + HEIGHT) * POINT]
    return found if not re.fullmatch(r"(—\w+—)?(内容指纹.*)?", "".join(word.text for word in found)) else []


def overlaps(page):
    """Pairs of words that cover more than a third of each other."""
    words = sorted(map(inked, page.words), key=lambda word: word.top)
    for n, upper in enumerate(words):
        for lower in words[n + 1:]:
            if lower.top >= upper.bottom:
                break
            across = min(upper.right, lower.right) - max(upper.left, lower.left)
            down = min(upper.bottom, lower.bottom) - lower.top
            area = min((w.right - w.left) * (w.bottom - w.top) for w in (upper, lower))
            if across > 0 and area > 0 and across * down > area / 3:
                yield upper, lower


def inked(word):
    """The word without the empty half of a full-width mark at its ends."""
    half = (word.bottom - word.top) / 2
    left = word.left + (half if word.text[:1] in "（〔《“‘「" else 0)
    right = word.right - (half if word.text[-1:] in "）〕》”’」，。、；：" else 0)
    return replace(word, left=min(left, right), right=right)


def strings(value):
    """All texts of a packet that are printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "address" and value["content"] == [each]:
                continue
            if key == "svg":
                yield from re.findall(r"<text[^>]*>([^<&]*)<", each)
            elif key not in ("kind", "id", "to", "path", "alt", "colour", "fonts", "columns", "type", "task", "built",
                             "answer", "answers", "watermark"):
                yield from strings(each)


def letters(text):
    """The characters of a text, but for spaces and what prints nothing or is set as another form."""
    text = re.sub(r"[\s\u200b\u202a-\u202e\u2066-\u2069\ufeff\u00ad-]", "", text)
    return Counter(text)


def complete(pdf, packet, name, tally):
    """Every character of the packet is printed at least as often as it was written."""
    printed, written = letters(pdf.text), Counter()
    for text in strings([packet["head"], packet["chapters"]]):
        written.update(letters(text.removeprefix("mailto:")))
    tally.each([f"{char} stands {count} times and is printed {printed[char]} times"
                for char, count in sorted(written.items()) if printed[char] < count], name)
    for field in ("fingerprint",):
        tally.check(packet["head"][field] in pdf.pages[-1].text, name, f"the last page lacks the {field}")


def number_of(page):
    """The page number in its dashes: the number, and the edges of the dashes in points."""
    for n, word in enumerate(page.words[:-2]):
        last = page.words[n + 2]
        if word.text == "—" and last.text == "—" and word.top > page.height - 35 * POINT - 5:
            return page.words[n + 1].text, word, last
    return None


def numbered(pdf, packet, name, tally):
    """Numbers run from 1 at the outer corners, one character in from the edge of the type area."""
    expected = 1
    for page in pdf.pages:
        if page.is_sideways:
            expected += 1
            continue
        found = number_of(page)
        if found is None:
            tally.check(packet["kind"] == "compilation" and expected == 1, name, f"page {page.number} has no number")
            continue
        number, first, last = found
        if not number.isdigit():
            continue
        tally.check(number == str(expected), name, f"page {page.number} is numbered {number}, not {expected}")
        expected += 1
        left = LEFT[page.number % 2] * POINT
        gap = left + WIDTH * POINT - last.right if page.number % 2 else first.left - left
        # 四号 is 14 points; the dash is a little narrower than its square.
        tally.check(13.5 <= gap <= 16.5, name, f"page {page.number}: its number is {gap:.1f} pt from the outer edge")
    tally.check(expected > 1, name, "has no page number")


def headings(packet):
    """The words of the chapters' titles and headings."""
    for chapter in packet["chapters"]:
        if chapter.get("title"):
            yield chapter["title"]
        for block in chapter["blocks"]:
            if block["kind"] == "heading":
                yield "".join(piece for piece in block["content"] if isinstance(piece, str))


def outlined(pdf, packet, name, tally):
    """Every title and heading is a bookmark, in their order."""
    shown = [re.sub(r"\s", "", words) for words, _ in pdf.outline]
    expected = [re.sub(r"\s", "", words) for words in headings(packet)]
    at = 0
    for words in expected:
        here = next((n for n in range(at, len(shown)) if shown[n].endswith(words)), None)
        tally.check(here is not None, name, f"no bookmark for {words}")
        at = at if here is None else here + 1
    pages = [page for _, page in pdf.outline]
    tally.check(pages == sorted(pages), name, "the bookmarks are not in the order of the pages")


def unhurt(pdf, packet, name, tally):
    """No page ends with a heading, and no space has crept between Chinese and figures."""
    words = {re.sub(r"\s", "", each) for each in headings(packet)}
    for page in pdf.pages[:-1]:
        body = [line for line in page.lines if not re.fullmatch(r"—.+—|内容指纹.*", line)]
        if page.is_sideways or not body:
            continue
        last = re.sub(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)", "", body[-1])
        tally.check(last not in words, name, f"page {page.number} ends with the heading {last}")
    astray = re.findall(r"[0-9] [年月日]|年 [0-9]+月|月 [0-9]+日", pdf.text)
    tally.each([f"copies as {each}" for each in astray], name)


def gridded(pdf, name, tally):
    """22 lines of 28 characters fill the type area; the dash of the number is 7 mm below it."""
    for page in pdf.pages[1:3]:
        lines = [word for word in page.words if len(word.text) > 5]
        tally.check(len(lines) == 22, name, f"page {page.number} has {len(lines)} lines")
        tally.each([f"a line of {len(line.text)}" for line in lines if len(line.text) != 28], name)
        left = LEFT[page.number % 2]
        tally.each([f"a line from {line.left / POINT:.2f} to {line.right / POINT:.2f} mm" for line in lines
                    if abs(line.left / POINT - left) > .1 or abs(line.right / POINT - left - WIDTH) > .1], name)
        tally.check(abs(lines[0].top / POINT - TOP) < .1, name, f"the first line begins at {lines[0].top / POINT:.2f} mm")
        steps = [(below.top - above.top) / POINT for above, below in zip(lines, lines[1:])]
        tally.each([f"a pitch of {step:.3f} mm" for step in steps if abs(step - HEIGHT / 22) > .01], name)
        # The dash alone: its box is 4 mm wide at the outer end of the number.
        box_left = left + 5 if page.number % 2 == 0 else left + WIDTH - 9
        ink = pdf.ink(page.number, (box_left, TOP + HEIGHT + 1, 4, 14))
        tally.check(ink and abs(ink[0] - TOP - HEIGHT - 7) < .25, name, f"the dash is at {ink}")


def headed(pdf, packet, name, tally):
    """The red head: the organ 35 mm below the type area's top, the rule 4 mm below the number and as
    wide as the type area, the title two lines below it."""
    page, head = pdf.pages[0], packet["head"]
    organ = next(word for word in page.words if word.text == head["organ"])
    number = next(word for word in page.words if word.text.startswith("明法督"))
    title = next(word for word in page.words if word.text == head["title"])
    tally.check(abs(organ.top / POINT - TOP - 35) < .1, name, f"the organ is at {organ.top / POINT:.2f} mm")
    tally.check(abs((number.top - organ.bottom) / POINT - 2 * HEIGHT / 22) < .1, name, "the number is not two lines below the organ")
    ink = pdf.ink(1, (20, number.bottom / POINT + 1, 170, 6))
    middle = (ink[0] + ink[1]) / 2
    tally.check(abs(middle - number.bottom / POINT - 4) < .15, name, f"the rule is {middle - number.bottom / POINT:.2f} mm below the number")
    tally.check(abs(ink[2] - 28) < .2 and abs(ink[3] - 184) < .2, name, f"the rule goes from {ink[2]:.1f} to {ink[3]:.1f} mm")
    tally.check(abs((title.top / POINT - middle) - 2 * HEIGHT / 22) < .2, name, "the title is not two lines below the rule")
    for word in (organ, title, number):
        tally.check(abs((word.left + word.right) / 2 / POINT - 28 - WIDTH / 2) < .2, name, f"{word.text} is not centred")


def tabled(pdf, packet, name, tally):
    """The head of the long table stands on each page that it reaches; no row is lost, none doubled."""
    table = next(block for chapter in packet["chapters"] if chapter.get("id") == "duties"
                 for block in chapter["blocks"] if block["kind"] == "table")
    head = [cell[0] for cell in table["head"][0]]
    rows = [row[0][0] for row in table["rows"]]
    seen, pages = [], 0
    for page in pdf.pages:
        here = [word.text for word in page.words if re.fullmatch(r"\d{3}", word.text)]
        if not here:
            continue
        pages += 1
        words = [word.text for word in page.words]
        tally.each([f"page {page.number} lacks the head {each}" for each in head if words.count(each) < 1], name)
        # A page on its side is read in another order.
        seen += sorted(here)
    tally.check(pages > 2, name, f"the long table has {pages} pages")
    tally.check(seen == rows, name, f"the rows are {seen}")


def listed(pdf, packet, name, tally):
    """The contents name each chapter with the page on which it begins."""
    pages = [re.sub(r"[\s.\u2060]", "", text) for text in pdf.text.split("\f")]
    contents = next(n for n, text in enumerate(pages) if text.startswith("目录"))
    begins = {}
    for page in pdf.pages[contents + 1:]:
        found = number_of(page)
        for chapter in packet["chapters"]:
            if found and chapter["title"] not in begins and any(
                    re.sub(r"\s", "", chapter["title"]) in line for line in heads(page)):
                begins[chapter["title"]] = found[0]
    for chapter in packet["chapters"]:
        title = re.sub(r"\s", "", chapter["title"])
        tally.check(title + begins.get(chapter["title"], "?") in pages[contents], name, f"the contents lack {title} on page {begins.get(chapter['title'])}")


def heads(page):
    """The lines of 二号 on a page, two lines also as one."""
    large = [word for word in page.words if word.bottom - word.top > 20]
    return ["".join(word.text for word in large)]


def imprinted(pdf, packet, name, tally):
    """The imprint ends the type area of the last page; a footnote of that page stands above it."""
    page = pdf.pages[-1]
    issued = next(word for word in page.words if word.text.endswith("印发"))
    note = next(word for word in page.words if "末页的脚注" in word.text)
    tally.check(note.bottom < issued.top, name, "the footnote stands below the imprint")
    ink = pdf.ink(page.number, (30, TOP + HEIGHT - 4, 100, 8))
    tally.check(ink and abs(ink[1] - TOP - HEIGHT) < .5, name, f"the imprint ends at {ink}")


def footed(pdf, packet, name, tally):
    """The note stands below all text of its page, in smaller type."""
    page = next(page for page in pdf.pages if "平均分按各部门得分相加" in page.text)
    note = next(word for word in page.words if "平均分按各部门得分相加" in word.text)
    found = number_of(page)
    above = [word for word in page.words if word.top > note.bottom and word.top < found[1].top - 2]
    tally.check(not above, name, "there is text below the footnote")
    tally.check(note.bottom - note.top < 12, name, "the footnote is not smaller than the text")


def one_sheet(pdf, packet, name, tally):
    tally.check(len(pdf.pages) <= 2, name, f"has {len(pdf.pages)} pages")


def keyed(pdf, packet, name, tally):
    """The key begins on a page of its own and says what the sheet does not."""
    key = next((page for page in pdf.pages if "参考答案" in page.text), None)
    tally.check(key and key.lines[0] == "参考答案", name, "the key has no page of its own")
    tally.check("收到礼品当场退还" not in "".join(page.text for page in pdf.pages if page is not key), name, "the sheet tells an answer")


def searched(pdf, packet, name, tally):
    """Text copies as written, and a watermark does not stand between its lines."""
    tally.check("2025年" in pdf.text, name, "2025年 is not to be found")
    if packet["head"].get("watermark"):
        body = "".join(page.text for page in pdf.pages[4:])
        tally.check("内部" not in body, name, "the watermark is among the text")


def spaced(pdf, packet, name, tally):
    """Spaces between words stay, also beside what is strong, and in code."""
    text = re.sub("\n", "", pdf.text)
    for words in ("表格用的是Windows UTF-8 编码", "jingjian build --site . --date"):
        tally.check(words in text, name, f"lacks {words}")


OWN = {
    "notice": [footed, searched],
    "bulletin": [searched, spaced],
    "compilation": [tabled, listed, searched],
    "handout": [one_sheet],
    "paper": [keyed],
    "footnote": [imprinted, headed],
}
