"""Pages: the HTML files of a built site, read once, and the kinds that they fall into."""

import functools
from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """A page: its tags with their attributes, as they were written."""

    def __init__(self, path, folder):
        super().__init__()
        self.path = path
        self.name = path.relative_to(folder).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.tags = []
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def named(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]

    @functools.cached_property
    def ids(self):
        return {attributes["id"] for _, attributes in self.tags if "id" in attributes}

    @property
    def policy(self):
        """The Content-Security-Policy, where the page has one."""
        for meta in self.named("meta"):
            if meta.get("http-equiv", "").lower() == "content-security-policy":
                return meta.get("content", "")
        return None

    @property
    def is_screen(self):
        """Whether it is made for a projector: it has no navigation but its own."""
        return "/screen/" in self.name

    @property
    def target(self):
        """Where the page sends its reader on to."""
        for meta in self.named("meta"):
            if meta.get("http-equiv") == "refresh":
                return meta["content"].split("url=", 1)[1]
        return None

    @property
    def kind(self):
        """Pages of one kind come from one template; found by the address, so that a new section
        is looked at without a word being said here."""
        if self.target is not None:
            return "redirect"
        if "<dt>撤回日期</dt>" in self.text:
            return "withdrawn"
        *folders, name = self.name.split("/")
        if not folders or name in ("index.html", "statistics.html"):
            return self.name
        if name.startswith("page-"):
            return folders[0] + "/page-N.html"
        return "/".join(folders[:2]) + "/*.html"


def read(folder):
    folder = Path(folder).resolve()
    return [Page(path, folder) for path in sorted(folder.rglob("*.html"))]


def one_of_each(pages):
    """The fullest page of each kind: what is wrong in a template shows there first."""
    kinds = {}
    for page in pages:
        other = kinds.get(page.kind)
        if other is None or len(page.text) > len(other.text):
            kinds[page.kind] = page
    return [kinds[kind] for kind in sorted(kinds)]


def some_of_each(pages, most=8):
    """The fullest pages of each kind, as many as show what texts of many sorts do to a template."""
    kinds = {}
    for page in sorted(pages, key=lambda page: (-len(page.text), page.name)):
        kinds.setdefault(page.kind, []).append(page)
    return [page for kind in sorted(kinds) for page in kinds[kind][:most]]
