"""The tables of random sites: what has no front matter and is narrowed by its section."""
import datetime
import json

from words import NEVER


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def items(values):
    """A list of YAML, an item a line."""
    return "".join(f"- {dump(value)}\n" for value in values)


class Tables:
    """Adds the tables of a site, and remembers what records may name of them."""

    def __init__(self, site):
        self.site, self.random, self.words = site, site.random, site.words
        # Ids, and the months that have a value.
        self.metrics, self.ledgers, self.months = {}, [], []
        self.years = []
        for section, add in (("rankings", self.add_rankings), ("metrics", self.add_metrics),
                             ("responsibilities", self.add_duties), ("ledgers", self.add_ledgers),
                             ("activities", self.add_activities)):
            if self.random.random() < 0.8:
                add(site.floor(section))

    def day(self, first=-300, last=0):
        return str(self.site.today + datetime.timedelta(days=self.random.randint(first, last)))

    def owner(self):
        return self.random.choice(self.site.departments + self.site.roles)

    def past(self, count):
        """The last months that are over, ascending."""
        today = self.site.today + datetime.timedelta(days=1)
        number = today.year * 12 + today.month - 1
        return [f"{n // 12}-{n % 12 + 1:02}" for n in range(number - count, number)]

    def add_rankings(self, level):
        r, site = self.random, self.site
        self.months = self.past(r.choice([3, 5, 8, 14]))
        say = lambda: self.words.say(level)  # noqa: E731
        columns = []
        if r.random() < 0.5:
            columns = [("yi", self.words.name(level)), ("er", self.words.name(level))]
            site.add("content/rankings/indicators.yml", level, dump({"weight": 25, "categories": [
                {"id": "lei", "name": self.words.name(level), "indicators": [
                    {"id": id, "name": name, "max": 50, "veto": True} for id, name in columns]}]}) + "\n")
        totals = {}
        # One that is not over is left out for everybody.
        later = f"{site.today.year + 1}-06"
        for month in self.months + ([later] if r.random() < 0.5 else []):
            at = NEVER if month == later else level
            rows = ["部门," + (",".join(name for _, name in columns) or "总分") + ",备注"]
            for n, department in enumerate(site.departments):
                # The first is always among the last places.
                points = [r.randint(10, 15) if n == 0 else r.randint(25, 50) for _ in range(2)]
                totals[department, month] = sum(points)
                scores = ",".join(map(str, points)) if columns else str(sum(points))
                rows.append(f"{department},{scores},{self.words.say(at) if r.random() < 0.3 else ''}")
            site.add(f"content/rankings/scores/{month}.csv", at, "\n".join(rows) + "\n")
        first = site.departments[0]
        vetoes = [(level, {"department": r.choice(site.departments), "date": self.day(), "reason": say(), "source": say()})]
        vetoes.append((NEVER, {"department": first, "date": self.day(1, 90), "reason": self.words.say(NEVER)}))
        site.add_pieces("content/rankings/vetoes.yml", level, [(at, items([veto])) for at, veto in vetoes])
        cards = [{"department": first, "period": month, "colour": "blue", "action": "explained", "date": str(site.today),
                  "document": say(), "note": say(), "statement": say()}
                 for month in self.months[1:] if r.random() < 0.5]
        if cards:
            site.add("content/rankings/decisions.yml", level, items(cards))
        if r.random() < 0.5:
            month = r.choice(self.months)
            site.add("content/rankings/corrections.yml", level, items([
                {"department": first, "month": month, "old": 1, "new": totals[first, month], "reason": say(),
                 "date": str(site.today)}]))
        if r.random() < 0.3:
            site.add("content/rankings/rules.yml", level, items([{"from": self.months[0], "explain-within": 10}]))

    def add_metrics(self, level):
        entries = []
        for _ in range(self.random.randint(1, 2)):
            id, months = self.words.name(level), self.past(self.random.randint(1, 5))
            self.metrics[id] = months
            entries.append({
                "id": id, "name": self.words.name(level, shown=True),
                "unit": self.random.choice(["%", self.words.name(level)]), "better": "higher", "target": self.random.randint(80, 99),
                "owner": self.owner(), "description": self.words.say(level),
                "source": self.words.say(level)})
            rows = [f"{month},{self.random.randint(10, 99)},{self.words.say(level)}\n" for month in months]
            self.site.add(f"content/metrics/{id}.csv", level, "月份,数值,备注\n" + "".join(rows))
        self.site.add("content/metrics/metrics.yml", level, items(entries))

    def add_duties(self, level):
        year = self.site.today.year
        self.years.append(year)
        rows = ["编号,责任主体,任务,频次,完成记录,备注\n"]
        for _ in range(self.random.randint(1, 3)):
            rows.append(",".join([
                self.words.name(level), self.owner(), self.words.say(level, shown=True),
                self.random.choice(["一次", "每月", "每季度", "每年"]),
                f"{year}-01-02", self.words.say(level)]) + "\n")
        self.site.add(f"content/responsibilities/{year}.csv", level, "".join(rows))

    def add_ledgers(self, level):
        for _ in range(self.random.randint(1, 2)):
            id = self.words.name(level)
            self.ledgers.append(id)
            entries = [
                {"id": self.words.name(level), "found": self.day(-400, -200), "department": self.random.choice(self.site.departments),
                 "problem": "jilv-1", "description": self.words.say(level, shown=True), "risk": "高", "measure": self.words.say(level),
                 "owner": self.owner(), "due": self.day(-100, 100), "status": "doing"}
                for _ in range(self.random.randint(1, 3))]
            head = {"title": self.words.say(level, shown=True), "kind": "problem", "description": self.words.say(level)}
            if self.random.random() < 0.5:
                table = self.words.name(level) + ".csv"
                lines = [",".join(entries[0])] + [",".join(entry.values()) for entry in entries]
                self.site.add(f"content/ledgers/{table}", level, "\n".join(lines) + "\n")
                entries = table
            self.site.add(f"content/ledgers/{id}.yml", level, dump(head | {"items": entries}) + "\n")

    def add_activities(self, level):
        row = lambda at, day: f"{day},{self.random.choice(['培训', '谈话', '测试'])},全院,1,20,{self.words.say(at, at == level)}\n"  # noqa: E731
        pieces = [(level, "日期,类型,部门,场次,人次,备注\n")]
        pieces += [(level, row(level, self.day(-100, 0))) for _ in range(self.random.randint(1, 4))]
        if self.random.random() < 0.5:
            # What is still to come is left out for everybody.
            pieces.append((NEVER, row(NEVER, self.day(1, 60))))
        self.site.add_pieces(f"content/activities/{self.site.today.year}.csv", level, pieces)
