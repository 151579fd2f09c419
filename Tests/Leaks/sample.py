"""A random site: records and tables of every kind, for several audiences, and what each may not see.

A site is a list of files; a file is a list of pieces of text. Files and pieces have a level, as words
do: the place of the widest audience that sees them. So the same site without what an audience may not
see is the site without the pieces above its place.
"""
import datetime
import random

from media import MAKERS
from record import Record
from tables import Tables
from words import NEVER, Words

SECTIONS = ["lessons", "cases", "campaigns", "exemplars", "clarifications", "quizzes", "regulations", "documents", "packets", "pages"]
NARROWED = SECTIONS + ["rankings", "responsibilities", "ledgers", "metrics", "activities"]
DAYS = [datetime.date(2025, 6, 15), datetime.date(2025, 12, 31), datetime.date(2026, 3, 1)]


class Site:
    def __init__(self, seed, prints=False):
        """
        - prints: whether packets are printed, so that there are some and their texts can be read.
        """
        self.random = random.Random(f"canary {seed}")
        r = self.random
        self.prints = prints
        self.words = Words(r)
        self.today = r.choice(DAYS)
        self.audiences = ["all", "bangzi", "dangzu"][:r.choice([2, 3, 3])]
        self.names = {"all": "全院干警", "bangzi": "中层以上", "dangzu": "院党组"}
        # The places that are built; private words stand only above them.
        self.built = [0] if r.random() < 0.4 else [0, r.randint(1, len(self.audiences) - 1)]
        self.words.quiet = self.built[-1]
        self.sections = {s: r.randint(1, len(self.audiences) - 1) for s in NARROWED if r.random() < 0.25}
        self.departments = ["lian", "minyi", "miner", "xingting", "zhixing", "fating", "jiandu"][:r.choice([6, 7])]
        self.roles = ["yuanzhang"]
        self.needs_approval = r.random() < 0.2
        self.hides_honours = r.random() < 0.5
        self.files = []
        self.media = []
        self.add_settings()
        self.tables = Tables(self)
        many = r.choice(["cases", "documents"]) if seed % 25 == 24 else None
        count = lambda section: 60 if section == many else 5 if section == "packets" and prints else r.choice([0, 2, 3, 4])  # noqa: E731
        self.records = [Record(self, section) for section in SECTIONS for _ in range(count(section))]
        for n, record in enumerate(self.records):
            record.private = [w for k, w in enumerate(self.words.private) if k % len(self.records) == n]
        if not self.records:
            self.words.private.clear()
        for record in self.records:
            record.write()
        if r.random() < 0.5:
            self.medium("svg", NEVER, NEVER)
        self.files += [(path, level, [(level, made)]) for path, level, _, made in self.media]

    def floor(self, section):
        return self.sections.get(section, 0)

    def add(self, path, level, text):
        self.add_pieces(path, level, [(level, text)])

    def add_pieces(self, path, level, pieces):
        form = self.random.random()
        if form < 0.1:
            # As Windows' editors save it.
            pieces = [(at, ("" if n else "\ufeff") + text.replace("\n", "\r\n")) for n, (at, text) in enumerate(pieces)]
        encoding = "gb18030" if form > 0.9 and path.endswith(".csv") else "utf-8"
        self.files.append((path, level, [(at, text.encode(encoding)) for at, text in pieces]))

    def add_settings(self):
        r = self.random
        lines = ["name: 试验站", "organ: 试验法院", "audiences:"]
        lines += [f"  - {{id: {id}, name: {self.names[id]}}}" for id in self.audiences]
        if self.sections:
            lines.append("section-audiences:")
            lines += [f"  {section}: {self.audiences[place]}" for section, place in self.sections.items()]
        lines.append("keep-cases: 5")
        if r.random() < 0.7:
            lines.append("base-url: https://example.invalid/")
        if self.needs_approval:
            lines.append("approval: {required: true}")
        if self.hides_honours:
            lines.append("honours: {hidden: true}")
        if r.random() < 0.2:
            lines.append("auto-packets: true")
        self.add("content/site.yml", 0, "\n".join(lines) + "\n")
        self.add("content/departments.yml", 0, "".join(
            f"- {{id: {id}, name: 第{'一二三四五六七'[n]}庭}}\n" for n, id in enumerate(self.departments)))
        self.add("content/roles.yml", 0, "- {id: yuanzhang, name: 院长}\n")
        self.add("content/problems.yml", 0, "- id: jilv\n  name: 纪律意识淡薄\n  children:\n"
                 "    - {id: jilv-1, name: 违规吃请}\n    - {id: jilv-2, name: 工作拖沓}\n- {id: zuofeng, name: 作风不实}\n")

    def medium(self, ending, level, words):
        """The name of a medium for a record of a level, with words of a level; perhaps one that is there."""
        r = self.random
        for path, _, said, _ in self.media:
            if path.endswith("." + ending) and said <= level and r.random() < 0.2:
                return path.split("/")[-1]
        name = self.words.name(words)
        # What belongs to a video lies beside it.
        for part in [ending, "vtt", "png"] if ending == "mp4" else [ending]:
            made = MAKERS[part](self.words.say(words))
            self.media.append((f"content/media/{name}.{part}", level, words, made))
        return f"{name}.{ending}"

    def targets(self, level, *sections):
        """The records that one of a level may name."""
        return [record for record in self.records if record.level <= level and record.section in sections]

    @property
    def whole(self):
        return {path: b"".join(text for _, text in pieces) for path, _, pieces in self.files}

    def without(self, place):
        """The site without what the audience at a place may not see."""
        return {
            path: b"".join(text for at, text in pieces if at <= place)
            for path, level, pieces in self.files if level <= place}
