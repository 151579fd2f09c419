"""The records of random sites: front matter and texts, each field filled with words of its level."""
import datetime

from tables import dump
from words import NEVER

PARTS = ["案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"]
CHINESE_KEYS = {
    "title": "标题", "date": "日期", "audience": "范围", "summary": "摘要", "tags": "标签", "draft": "草稿", "publish": "发布日期",
    "expire": "失效日期", "aliases": "旧网址", "source": "来源", "approved": "审签", "withdrawn": "撤回", "private": "保密"}
SHARED_TAGS = ["公开", "作风", "提醒"]
# What anybody may say, in what is kept and in what is left out.
SHARED = ["这句话在哪里都可以说，谁都可以看。", "学习会议材料以印发的为准", "依照有关规定及时登记，**如实**报告。"]


class Record:
    """A record of a section, for a random audience, or left out or withdrawn for a random reason."""

    def __init__(self, site, section):
        r = site.random
        self.site, self.section, self.random, self.words = site, section, r, site.words
        self.keys = {}
        self.private = []
        place = r.choice([0, 0, 0, *range(len(site.audiences))])
        if place > 0 or r.random() < 0.2:
            id = site.audiences[place]
            self.keys["audience"] = r.choice([id, site.names[id]])
        self.level = max(place, site.floor(section))
        self.old = False
        reason = r.choice(["", "", "", "", "draft", "publish", "expire", "old", "withdrawn"])
        if reason == "draft":
            self.keys["draft"] = True
        elif reason in ("publish", "expire"):
            days = r.choice([1, 30]) if reason == "publish" else r.choice([0, -30])
            self.keys[reason] = str(site.today + datetime.timedelta(days=days))
        elif reason == "old" and section == "cases":
            self.old = True
        self.withdrawn = reason == "withdrawn" or r.random() < 0.05
        if self.old or "draft" in self.keys or "publish" in self.keys or "expire" in self.keys:
            self.level = NEVER
        # Its words: of a withdrawn record nobody reads them.
        self.at = NEVER if self.withdrawn else self.level
        keeps = self.withdrawn and r.random() < 0.5
        self.title = self.words.canary(self.level if keeps else self.at, shown=not self.withdrawn and section != "packets")
        self.title += self.words.loud(self.level if keeps else self.at)
        if self.withdrawn:
            self.keys["withdrawn"] = {
                "date": str(site.today - datetime.timedelta(days=r.randint(-5, 90))),
                "reason": "经复核" + self.words.canary(self.level, shown=True), "keep-title": keeps}
        self.id = self.words.name(self.level)

    def say(self, shown=False):
        return self.words.say(self.at, shown)

    @property
    def link(self):
        return f"../{self.section}/{self.id}.{'yml' if self.section in ('quizzes', 'packets') else 'md'}"

    def one(self, *sections):
        """The id of a record that this one may name, or nothing."""
        found = self.site.targets(self.level, *sections)
        return self.random.choice(found).id if found and self.random.random() < 0.7 else None

    def write(self):
        r, site = self.random, self.site
        days = r.randint(6 * 366, 8 * 366) if self.old else r.randint(0, 500)
        self.keys |= {"title": self.title, "date": str(site.today - datetime.timedelta(days=days))}
        if r.random() < 0.5:
            self.keys["summary"] = r.choice([self.say(), self.say(), SHARED[0]])
        if r.random() < 0.7:
            self.keys["tags"] = [self.words.name(self.at), r.choice(SHARED_TAGS)]
        if r.random() < 0.4:
            self.keys["aliases"] = [f"old/{self.words.name(self.at)}.html", f"{self.words.name(self.at)}/"]
        if r.random() < 0.5:
            self.keys["source"] = self.say()
        if site.needs_approval or r.random() < 0.3:
            self.keys["approved"] = {"by": self.say(), "date": str(site.today), "document": self.say()}
        if self.private:
            self.keys["private"] = self.private
        body = getattr(self, self.section)() or []
        keys = list(self.keys.items())
        r.shuffle(keys)
        head = "".join(
            f"{CHINESE_KEYS.get(key, key) if r.random() < 0.5 else key}: {dump(value)}\n" for key, value in keys)
        if r.random() < 0.2:
            # What stands behind a hash is for whoever edits the file.
            head += f"# {self.words.canary(NEVER)}\n"
        path = f"content/{self.section}/{self.id}." + self.link.split(".")[-1]
        if path.endswith(".yml"):
            site.add_pieces(path, self.level, [(self.level, head)] + body)
        else:
            site.add_pieces(path, self.level, [(self.level, f"---\n{head}---\n\n")] + body)

    # Texts.

    def blocks(self, level, count, shown=False, seen=None):
        """Some blocks of Markdown with words of a level, which name what is seen on a level."""
        r, site = self.random, self.site
        say = lambda: self.words.say(level)  # noqa: E731
        seen = self.level if seen is None else seen
        out = [self.words.say(level, shown) + "。\n\n"] if shown else []
        for _ in range(count):
            kind = r.randrange(14)
            if kind == 0:
                mark = self.words.canary(level)
                out.append(f"{say()}[^{mark}]。\n\n[^{mark}]: {say()}\n\n")
            elif kind == 1:
                out.append(f"| {say()} | {say()} |\n| --- | --- |\n| {say()} | **{say()}** |\n\n")
            elif kind == 2:
                out.append(f"- {say()}\n- {say()}\n\n")
            elif kind == 3:
                out.append(f"![{say()}](../media/{site.medium(r.choice(['svg', 'png']), seen, level)} \"{say()}\")\n\n")
            elif kind == 4:
                found = site.targets(seen, "lessons", "cases", "exemplars", "pages", "documents", "quizzes", "regulations")
                if found:
                    out.append(f"见[{say()}]({r.choice(found).link} \"{say()}\")。\n\n")
            elif kind == 5:
                found = [record for record in site.targets(seen, "regulations") if not record.withdrawn]
                if found:
                    out.append(f"依照《{r.choice(found).title}》第一条，{say()}。\n\n")
            elif kind == 6 and site.tables.metrics and site.floor("metrics") <= seen:
                id, months = r.choice(list(site.tables.metrics.items()))
                out.append(f"达到{{指标:{id}@{r.choice(months)}}}，{say()}。\n\n")
            elif kind == 7:
                out.append(f"> [!NOTE]\n> {say()}\n\n")
            elif kind == 8:
                out.append(f"```\n{say()}\n```\n\n")
            elif kind == 9:
                out.append(f"### {say()}\n\n{say()}。\n\n")
            elif kind == 10:
                out.append(f"[{say()}](../media/{site.medium('pdf', seen, level)})和{say()}。\n\n")
            elif kind == 11:
                out.append(f"{r.choice(SHARED)}\n\n")
            else:
                out.append(f"{say()}，*{say()}*，~~{say()}~~。\n{say()}。\n\n")
        return "".join(out)

    def passage(self):
        """A passage for a narrower audience than the record's, as a piece; or none."""
        narrower = [place for place in range(len(self.site.audiences)) if place > self.level]
        if not narrower or self.random.random() < 0.4:
            return []
        place = self.random.choice(narrower)
        id = self.site.audiences[place]
        mark = f"::: {self.random.choice(['范围', 'audience'])} {self.random.choice([id, self.site.names[id]])}\n"
        blank = self.random.choice(["", "\n"])
        level = NEVER if self.withdrawn else place
        # The text of a packet stands in print alone.
        shown = self.section != "packets" or self.site.prints
        text = self.blocks(level, self.random.randint(1, 3), shown, place)
        return [(place, mark + blank + text.rstrip("\n") + "\n" + blank + ":::\n\n")]

    def body(self, parts=()):
        r = self.random
        pieces = self.passage() if r.random() < 0.2 else []
        pieces.append((self.level, self.blocks(self.at, r.randint(0, 2), shown=True)))
        for part in parts:
            pieces.append((self.level, f"## {part}\n\n{self.blocks(self.at, r.randint(0, 1), shown=True)}"))
            if r.random() < 0.3:
                pieces += self.passage()
        pieces += self.passage()
        if r.random() < 0.5:
            pieces.append((self.level, f"## {self.say()}\n\n{self.blocks(self.at, 1, shown=True)}"))
        return pieces

    def media(self):
        media = []
        for ending in self.random.sample(["svg", "png", "pdf", "mp4"], self.random.randint(0, 2)):
            media.append({"file": self.site.medium(ending, self.level, self.at), "title": self.say()})
        return media

    def owner(self):
        return self.site.tables.owner()

    # The kinds.

    def lessons(self):
        n = self.site.records.index(self)
        self.keys["week"] = f"{self.site.today.year - n % 2}-W{n % 26 * 2 + 1:02}"
        self.keys["quote"] = {"text": self.say(), "from": self.say()}
        self.keys |= {key: value for key, value in {
            "case": self.one("cases"), "quiz": self.one("quizzes"), "media": self.media(),
            "documents": [id for id in [self.one("documents")] if id]}.items() if value}
        return self.body()

    def cases(self):
        r, site = self.random, self.site
        # A case that is left out and would change an honour is an error, and should be.
        if site.hides_honours or self.level == 0 and r.random() < 0.7:
            self.keys["department"] = r.choice(site.departments)
        else:
            self.keys["unit"] = self.say()
        self.keys |= {
            "person": "某" + self.words.canary(self.at), "post": self.say(), "form": r.randint(1, 4),
            "problems": [r.choice(["jilv", "jilv-1", "jilv-2", "zuofeng"])], "sanctions": [self.say(), self.say()],
            "amount": r.randint(100, 9000),
            "accountability": [{"role": "direct", "who": self.say(), "outcome": self.say()}],
            "rectification": [{"measure": self.say(), "owner": self.owner(), "due": str(site.today), "status": "doing"}]}
        found = [record for record in site.targets(self.level, "regulations") if not record.withdrawn]
        cited = f"《{r.choice(found).title}》第一条" if found and r.random() < 0.5 else self.say()
        self.keys["provisions"] = [cited]
        return self.body(PARTS)

    def campaigns(self):
        r, site = self.random, self.site
        self.keys |= {
            "from": str(site.today - datetime.timedelta(days=r.randint(30, 200))),
            "to": str(site.today + datetime.timedelta(days=r.randint(-20, 100))), "lead": self.owner(),
            "slogan": self.say(), "problems": ["jilv"],
            "targets": [{"name": self.say(), "unit": r.choice(["件", self.say()]), "baseline": 1, "target": 9, "actual": r.randint(1, 9)}],
            "counts": [{"name": self.say(), "value": 3, "unit": self.say()}],
            "tasks": [{"id": self.words.name(self.at), "title": self.say(), "level": "leader", "owner": self.owner(),
                       "due": str(site.today), "status": "doing", "progress": 40, "evidence": self.say()}]}
        if site.tables.metrics and site.floor("metrics") <= self.level:
            self.keys["metrics"] = [r.choice(list(site.tables.metrics))]
        return self.body()

    def exemplars(self):
        self.keys["kind"] = self.random.choice(["model", "letter", "video", "works"])
        self.keys["department"] = self.random.choice(self.site.departments)
        self.keys["media"] = self.media()
        return self.body()

    def clarifications(self):
        self.keys |= {"organ": self.say(), "document": self.say()}
        case = self.one("cases")
        if case:
            self.keys["case"] = case
        return self.body()

    def quizzes(self):
        options = [self.say() for _ in range(3)]
        self.keys["questions"] = [
            {"stem": self.say(shown=True), "kind": "single", "options": options, "answer": "B", "explanation": self.say(),
             "provision": self.say()},
            {"stem": self.say(), "kind": "judge", "answer": "对"}]

    def regulations(self):
        return self.body(["第一条 " + self.say(), "第二条"])

    def documents(self):
        self.keys |= {"kind": self.random.choice(["讲话", "通报", self.say()]), "author": self.say()}
        return self.body()

    def pages(self):
        return self.body()

    def packets(self):
        r, site, tables = self.random, self.site, self.site.tables
        self.keys |= {key: self.say() for key in ("organ", "number", "mark", "signer", "to", "cc", "watermark") if r.random() < 0.6}
        self.keys["kind"] = r.choice(["bulletin", "notice", "compilation", "handout", "paper"])
        contents = [{name: self.one(section)} for name, section in (
            ("case", "cases"), ("lesson", "lessons"), ("document", "documents"), ("quiz", "quizzes"), ("campaign", "campaigns"))]
        contents = [item for item in contents if None not in item.values()]
        for item, section, holds in (
                ({"month": tables.months and tables.months[-1]}, "rankings", tables.months),
                ({"ledger": tables.ledgers and tables.ledgers[0]}, "ledgers", tables.ledgers),
                ({"metrics": next(iter(tables.metrics), None)}, "metrics", tables.metrics),
                ({"responsibilities": site.today.year}, "responsibilities", tables.years)):
            if holds and site.floor(section) <= self.level:
                contents.append(item)
        contents += [{"department": r.choice(site.departments)}, {"cases": {}}]
        contents = r.sample(contents, r.randint(1, min(4, len(contents))))
        pieces = [(self.level, "contents:\n" + "".join(f"  - {dump(item)}\n" for item in contents))]
        pieces.append((self.level, f"  - text: |\n      {self.say(site.prints)}\n\n"))
        for place, text in self.passage():
            pieces.append((place, "".join(f"      {line}\n" for line in text.splitlines())))
        pieces.append((self.level, f"      {self.say()}\n"))
        return pieces
