"""Traces: which canaries and private words can be read out of what was published, however written."""
import base64
import hashlib
import html
import re
import subprocess
import unicodedata
import urllib.parse

from words import CHINESE, LATIN

# As much of a canary as cannot be there by chance, so that one that was cut is found too.
CUT = {CHINESE: 5, LATIN: 7}
CANARY = re.compile(f"{CHINESE}.{{2,4}}|{LATIN}[a-z]{{5,8}}")
ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
DATA = re.compile(rb"base64,([A-Za-z0-9+/=]{8,})")
# White space, and signs without a look of their own.
NOTHING = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
MEDIA = ("png", "jpg", "pdf", "mp4", "woff", "woff2", "ttf")


def squeezed(text):
    return NOTHING.sub("", unicodedata.normalize("NFKC", text)).casefold()


def unescaped(text):
    """The text without the escapes of addresses, HTML and scripts, also such that were escaped again."""
    for _ in range(3):
        before = text
        if "%" in text:
            text = urllib.parse.unquote(text, errors="replace")
        if "&" in text:
            text = html.unescape(text)
        if "\\" in text:
            text = ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2] or m[3], 16), 0x10FFFF)), text)
        if text == before:
            break
    return text


def wide(data):
    """What stands in some bytes as UTF-16, where a canary or a Chinese text may stand in them so."""
    for form in ("utf-16-be", "utf-16-le"):
        for start in (0, 1):
            yield data[start:].decode(form, "replace")


def texts(name, data):
    """All readings of a file."""
    ending = name.rsplit(".", 1)[-1]
    text = data.decode("utf-8", "replace")
    yield text
    if ending in MEDIA:
        yield from wide(data)
    elif any(mark.encode(form) in data for mark in (CHINESE, LATIN) for form in ("utf-16-be", "utf-16-le")):
        yield from wide(data)
    if ending == "pdf":
        yield printed(data)
    if ending in MEDIA:
        return
    if ending == "ics":
        text = re.sub(r"\r?\n[ \t]", "", text)
        yield text
    for part in DATA.findall(data):
        yield base64.b64decode(part + b"=" * (-len(part) % 4)).decode("utf-8", "replace")
    plain = unescaped(text)
    if plain != text:
        yield plain
    stripped = re.sub(r"<[^<>]*>", "", plain)
    if stripped != plain:
        yield stripped


def printed(data):
    """What a reader of a PDF finds: its text, and what it says of itself."""
    said = ""
    for tool, *arguments in (("pdftotext", "-", "-"), ("pdfinfo", "-"), ("pdfinfo", "-struct-text", "-"), ("pdfinfo", "-url", "-")):
        said += subprocess.run([tool, *arguments], input=data, capture_output=True).stdout.decode("utf-8", "replace")
    return said


class Reader:
    """Reads files, each once however often it was published."""

    def __init__(self):
        self.known = {}

    def read(self, name, data):
        key = (name.rsplit(".", 1)[-1], hashlib.sha256(data).digest())
        if key not in self.known:
            if len(self.known) > 4000:
                self.known.clear()
            readings = list(dict.fromkeys(squeezed(text) for text in texts(name, data)))
            self.known[key] = readings, {word for text in readings for word in CANARY.findall(text)}
        readings, words = self.known[key]
        own = squeezed(unescaped(name))
        return readings + [own], words | set(CANARY.findall(own))


def cut(word):
    return word[:CUT[CHINESE if word.startswith(CHINESE) else LATIN]]


def faults(tree, words, place, reader):
    """Each trace in a tree of files that a reader at a place may not see, and each word that it lacks."""
    hidden, shown = words.limits(place)
    visible = {cut(word) for word in words.levels if word not in hidden}
    beginnings = {cut(word): word for word in hidden if cut(word) not in visible}
    private = [(word, squeezed(word)) for word in words.private]
    missing = set(shown)
    for name, data in sorted(tree.items()):
        readings, found = reader.read(name, data)
        for word in sorted(found):
            if cut(word) in beginnings:
                yield f"{name} holds {word}, the canary {beginnings[cut(word)]} of level {words.levels[beginnings[cut(word)]]}"
        for word, plain in private:
            if any(plain in text for text in readings):
                yield f"{name} holds the private word {word}"
        missing -= found
    # Some canaries stand before letters that may belong to them, and are looked for as they are.
    for word in sorted(missing):
        if not any(word in text for name, data in tree.items() for text in reader.read(name, data)[0]):
            yield f"{word}, which this audience may read, is nowhere: the test would not see it leak"
