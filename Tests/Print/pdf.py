"""A PDF as poppler's tools see it."""

import html
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property

POINT = 72 / 25.4  # points in a millimetre


def run(*command):
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout


@dataclass
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass
class Page:
    number: int
    width: float
    height: float
    words: list

    @property
    def is_sideways(self):
        return self.width > self.height

    @property
    def text(self):
        return "".join(word.text for word in self.words)

    @property
    def lines(self):
        """The words that stand on one line, joined; the lines from top to bottom."""
        lines = {}
        for word in self.words:
            lines.setdefault(round(word.bottom / 4), []).append(word)
        return ["".join(w.text for w in sorted(line, key=lambda w: w.left)) for _, line in sorted(lines.items())]


class PDF:
    def __init__(self, path):
        self.path = path

    @cached_property
    def info(self):
        lines = run("pdfinfo", self.path).decode().splitlines()
        return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}

    @cached_property
    def metadata(self):
        return run("pdfinfo", "-meta", self.path).decode()

    @cached_property
    def structure(self):
        return run("pdfinfo", "-struct", self.path).decode(errors="replace")

    @cached_property
    def text(self):
        return run("pdftotext", "-raw", self.path, "-").decode()

    @cached_property
    def fonts(self):
        """Name, and whether it is embedded, a subset, and has Unicode for its glyphs."""
        lines = run("pdffonts", self.path).decode().splitlines()[2:]
        return [(line.split()[0].partition("+")[2], re.findall(r"\b(yes|no)\b", line)[:3]) for line in lines]

    @cached_property
    def pages(self):
        text = run("pdftotext", "-bbox", self.path, "-").decode()
        pages = []
        for n, (width, height, body) in enumerate(
            re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.S)
        ):
            words = [
                Word(*map(float, box), html.unescape(word))
                for *box, word in re.findall(
                    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', body, re.S)
            ]
            pages.append(Page(n + 1, float(width), float(height), words))
        return pages

    @cached_property
    def outline(self):
        """The bookmarks: their words and pages."""
        text = run("pdftohtml", "-xml", "-i", "-stdout", self.path).decode(errors="replace")
        return [
            (html.unescape(words), int(page))
            for page, words in re.findall(r'<item page="(\d+)">(.*?)</item>', text, re.S)
        ]

    def ink(self, page, box, dpi=300):
        """The first and the last row and column with ink in a box of millimetres, in millimetres:
        (top, bottom, left, right); nothing where there is no ink."""
        left, top, width, height = (round(each / 25.4 * dpi) for each in box)
        data = run(
            "pdftoppm", "-gray", "-r", str(dpi), "-f", str(page), "-l", str(page),
            "-x", str(left), "-y", str(top), "-W", str(width), "-H", str(height), self.path)
        # A binary PGM: `P5`, width, height, 255, and a byte for each dot.
        _, across, down, _ = data.split(None, 4)[:4]
        across, down = int(across), int(down)
        dots = data[-across * down:]
        rows = [dots[n * across:(n + 1) * across] for n in range(down)]
        inked = [n for n, row in enumerate(rows) if min(row) < 128]
        if not inked:
            return None
        columns = [n for n in range(across) if any(rows[row][n] < 128 for row in inked)]
        scale = 25.4 / dpi
        return (
            (top + inked[0]) * scale, (top + inked[-1] + 1) * scale,
            (left + columns[0]) * scale, (left + columns[-1] + 1) * scale)
