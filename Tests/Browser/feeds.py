"""What programs subscribe to: the Atom feed (RFC 4287), the calendar (RFC 5545), the sitemap."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def followed(pages, folder, tally):
    feed = atom(folder, tally)
    base = feed.find(f"{ATOM}id").text.removesuffix("feed.xml")
    names = {page.name for page in pages}

    def known(address):
        return address.startswith(base) and unquote(address[len(base):].split("#")[0]) in names | {"feed.xml"}

    entries = feed.findall(f"{ATOM}entry")
    told = {unquote(entry.find(f"{ATOM}id").text[len(base):]) for entry in entries}
    wanted = {name for name in names
              if re.fullmatch("(lessons|cases|clarifications)/[^/]+", name)
              and not name.endswith(("/index.html", "/statistics.html")) and "/page-" not in name}
    withdrawn = {page.name for page in pages if page.kind in ("withdrawn", "redirect")}
    tally.check(told == wanted - withdrawn, "feed.xml", f"lacks or has too much: {told ^ (wanted - withdrawn)}")
    for entry in entries:
        link = entry.find(f"{ATOM}link").get("href")
        tally.check(known(link), "feed.xml", f"{link} is no page")
        content = entry.find(f"{ATOM}content")
        inside = re.findall(r'(?:href|src)="([^"]*)"', content.text)
        tally.each([f"{target} is not whole" for target in inside if not target.startswith(("http:", "https:", "mailto:"))],
                   "feed.xml")
        own = [unquote(target[len(base):].split("#")[0]) for target in inside if target.startswith(base)]
        tally.each([f"{name} is no file" for name in own if not (folder / name).is_file()], "feed.xml")
        tally.check(len(content.text) > 200, "feed.xml", f"{link} has no text")
    calendar(folder, base, names, tally)
    places = [place.text for place in ElementTree.parse(folder / "sitemap.xml").iter(f"{SITEMAP}loc")]
    tally.check(len(places) == len(set(places)) and all(map(known, places)), "sitemap.xml", "a page is unknown or doubled")


def atom(folder, tally):
    """Every part that RFC 4287 asks for, once."""
    feed = ElementTree.parse(folder / "feed.xml").getroot()
    tally.check(feed.tag == f"{ATOM}feed", "feed.xml", "is no feed")
    entries = feed.findall(f"{ATOM}entry")
    for part in [feed, *entries]:
        for name in ("id", "title", "updated"):
            tally.check(len(part.findall(ATOM + name)) == 1, "feed.xml", f"{name} is missing or doubled")
        tally.check(bool(MOMENT.fullmatch(part.find(f"{ATOM}updated").text)), "feed.xml", "no moment")
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    tally.check(len(ids) == len(set(ids)), "feed.xml", "an id is doubled")
    moments = [entry.find(f"{ATOM}updated").text for entry in entries]
    tally.check(moments == sorted(moments, reverse=True), "feed.xml", "is not newest first")
    tally.check(feed.find(f"{ATOM}author/{ATOM}name") is not None, "feed.xml", "has no author")
    tally.check(feed.find(f"{ATOM}link[@rel='self']") is not None, "feed.xml", "does not name itself")
    return feed


def calendar(folder, base, names, tally):
    raw = (folder / "lessons.ics").read_bytes()
    lines = raw.split(b"\r\n")
    tally.check(lines[-1] == b"" and b"\n" not in b"".join(lines), "lessons.ics", "a line does not end in CRLF")
    tally.check(all(len(line) <= 75 for line in lines), "lessons.ics", "a line is longer than 75 octets")
    for line in lines:
        line.decode("utf-8")
    text = raw.decode("utf-8").replace("\r\n ", "")
    events = [dict(line.split(":", 1) for line in event.split("\r\n") if ":" in line)
              for event in text.split("BEGIN:VEVENT\r\n")[1:]]
    wanted = {name for name in names if re.fullmatch(r"lessons/[^/]+\.html", name) and name != "lessons/index.html"}
    told = {unquote(event["URL"].removeprefix(base)) for event in events}
    tally.check(told == wanted, "lessons.ics", f"lacks or has too much: {told ^ wanted}")
    tally.check(len({event["UID"] for event in events}) == len(events), "lessons.ics", "a UID is doubled")
    for event in events:
        tally.check({"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} <= set(event),
                    "lessons.ics", f"{event['URL']} lacks a part")
