"""Planted words: sites with one fault that a build must find – a private word in something that is
shown, or a kept text that names what is left out."""
import re

from media import MAKERS


class Planted:
    """Sites with faults, made of the files that the widest audience sees."""

    def __init__(self, site):
        self.site, self.random = site, site.random
        self.kept = [record for record in site.records if record.level == 0 and not record.withdrawn]
        self.texts = [record for record in self.kept if record.link.endswith(".md")]
        self.seen = {path for path, level, _ in site.files if level == 0}

    def path(self, record):
        return "content/" + record.link[3:]

    def with_private(self, prints):
        """Files, the word, where it was planted, how, and whether it is written so; nothing where a site has none."""
        words = self.site.words.private
        if not words:
            return None
        word = self.random.choice(words)
        ways = [self.in_text, self.in_text, self.in_text, self.in_key, self.in_table, self.in_medium, self.in_settings]
        self.random.shuffle(ways)
        if prints:
            ways.insert(0, self.in_packet)
        for way in ways:
            planted = way(self.site.whole, word)
            if planted:
                return planted
        return None

    def in_text(self, files, word):
        r = self.random
        if not self.texts:
            return None
        middle = r.randint(1, len(word) - 1)
        a, b = word[:middle], word[middle:]
        name, text = r.choice([
            ("text", word), ("emphasis", f"甲{a}**{b}**乙"), ("code", f"甲{a}`{b}`"), ("link", f"{a}[{b}](../404.html)"),
            ("entities", "".join(f"&#x{ord(c):x};" for c in word)), ("invisible", a + "\u200b" + b), ("breaks", a + "\n" + b),
            ("table", f"| 甲 | 乙 |\n| --- | --- |\n| 丙 | {word} |"), ("footnote", f"甲[^注]\n\n[^注]: {word}"),
            ("heading", f"## {word}"), ("link title", f'[甲](../404.html "{word}")'), ("wide", "".join(map(fullwidth, word))),
            ("strike", f"甲~~{a}~~{b}"), ("comment", f"甲{a}\\\n{b}")])
        if name in ("link", "link title"):
            target = r.choice(self.texts).link
            text = text.replace("../404.html", target)
        if name in ("breaks", "comment") and word.isascii():
            return None  # Latin letters on two lines are two words.
        path = self.path(r.choice(self.texts))
        files[path] += f"\n{text}\n".encode()
        return files, word, path, name, word in text

    def in_key(self, files, word):
        record = self.random.choice(self.kept) if self.kept else None
        marks = {"title: ": "标题: ", "summary: ": "摘要: ", "\"options\": [": "\"options\": [", "\"stem\": ": "\"stem\": ",
                 "\"outcome\": ": "\"outcome\": ", "\"measure\": ": "\"measure\": ", "signer: ": "signer: ", "\"evidence\": ": "\"evidence\": "}
        for mark in self.random.sample(list(marks), len(marks)):
            for form in (mark, marks[mark]):
                path = self.path(record) if record else ""
                if record and form.encode() + b'"' in files[path]:
                    files[path] = files[path].replace(form.encode() + b'"', f'{form}"{word}'.encode(), 1)
                    return files, word, path, form, True
        return None

    def in_table(self, files, word):
        """Into the last cell of a row: a note."""
        paths = [path for path in files if path in self.seen and re.search(r"/(activities|metrics|responsibilities)/.*csv$", path)]
        if not paths:
            return None
        path = self.random.choice(sorted(paths))
        try:
            text = files[path].decode()
        except UnicodeDecodeError:
            text = files[path].decode("gb18030")
        lines = text.splitlines()
        lines[1] += word
        files[path] = "\n".join(lines).encode()
        return files, word, path, "cell", True

    def in_medium(self, files, word):
        if not self.texts:
            return None
        path = self.path(self.random.choice(self.texts))
        ending = self.random.choice(["svg", "png", "pdf"])
        way = self.random.choice(["name", "inside", "alt"])
        if way == "name" and not word.isalnum() or way == "inside" and len(word.encode()) < 6:
            way = "alt"
        name = f"tu-{word}-1" if way == "name" else "tu-1"
        medium = f"content/media/{name}.{ending}"
        files[medium] = MAKERS[ending](word if way == "inside" else "图")
        text = f"[{word if way == 'alt' else '图'}](../media/{name}.{ending})"
        files[path] += f"\n{'' if ending == 'pdf' else '!'}{text}\n".encode()
        return files, word, medium if way == "inside" else path, f"{ending} {way}", way != "inside"

    def in_packet(self, files, word):
        """Into a text that is printed and stands on no page."""
        paths = [self.path(record) for record in self.kept if record.section == "packets"]
        if not paths:
            return None
        path = self.random.choice(paths)
        middle = self.random.randint(1, len(word) - 1)
        a, b = word[:middle], word[middle:]
        text, isPicture = self.random.choice(
            [(word, 0), (f"甲{a}**{b}**乙", 0), (f"甲{a}*{b}*", 0), (f"甲~~{a}~~{b}", 0), (f"甲{a}`{b}`", 0),
             (f"# {word}", 0), (f"| 甲 |\n      | --- |\n      | {a}**{b}** |", 0), ("![图](../media/tu-1.svg)", 1)])
        mark = "  - text: |\n      "
        assert mark.encode() in files[path].replace(b"\r", b"")
        files[path] = files[path].replace(b"\r", b"").replace(mark.encode(), f"{mark}{text}\n\n      ".encode(), 1)
        if isPicture:
            path = "content/media/tu-1.svg"
            files[path] = MAKERS["svg"](word)
        return files, word, path, f"print: {text}", True

    def in_settings(self, files, word):
        path, old = self.random.choice([
            ("content/site.yml", "organ: 试验法院"), ("content/departments.yml", "name: 第一庭"), ("content/roles.yml", "name: 院长")])
        files[path] = files[path].replace(old.encode(), f"{old}{word}".encode(), 1)
        return files, word, path, "name", True

    def with_reference(self):
        """Files with a kept text that names something left out, the text's path and the line."""
        r, site = self.random, self.site
        targets = [record for record in site.records if record.level > 0]
        if not self.texts or not targets:
            return None
        target = r.choice(targets)
        text = f"见[某处]({target.link})。"
        if target.section == "regulations" and not target.withdrawn:
            text = f"依照《{target.title}》第一条。"
        if site.tables.metrics and site.floor("metrics") > 0:
            id, months = r.choice(list(site.tables.metrics.items()))
            text = f"达到{{指标:{id}@{months[0]}}}。"
        path = self.path(r.choice(self.texts))
        files = site.whole
        files[path] += f"\n{text}\n".encode()
        return files, path, files[path].count(b"\n"), text


def fullwidth(character):
    """Latin letters as Chinese input methods may write them."""
    return chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character
