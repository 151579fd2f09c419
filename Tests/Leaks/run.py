#!/usr/bin/env python3
"""The proof that nothing leaks: run.py JINGJIAN [--sites N] [--seed N] builds random sites for several
audiences and looks into every byte that is published.

Each site has canaries in all fields of what is left out and withdrawn, and private words all over it.
For each audience no canary and no private word may be anywhere, and every byte must be that of the same
site without the left-out files and passages. What the audience may see must be there, and one private
word in it, or one reference to what is left out, must stop the build. `--seed` looks at one site and
keeps it. The last line counts: `N passed, N failed`.
"""
import argparse
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

import traces  # noqa: E402
from planted import Planted  # noqa: E402
from sample import Site  # noqa: E402
from tally import Tally  # noqa: E402

SITES = 200
# Of so many sites one is printed, which takes longer than all else.
PRINTED = 10
READER = traces.Reader()


def lay(files, folder):
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def tree(folder):
    """All files below a folder, hidden ones too."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def known(tree, cut):
    """The tree, with no digest in its manifests of the tables that had rows of later days."""
    told = dict(tree)
    for path in ("site/data/manifest.json", ".manifest.json"):
        manifest = json.loads(tree.get(path, b"{}"))
        for source in manifest.get("sources", []):
            if source["path"] in cut:
                source["sha256"] = ""
        told[path] = json.dumps(manifest).encode()
    return told


def unequal(one, other):
    """The files in which two trees differ, with the first difference."""
    for path in sorted(one.keys() | other.keys()):
        a, b = one.get(path), other.get(path)
        if a is None or b is None:
            yield f"{path} is only {'without' if a is None else 'with'} the left-out files"
        elif a != b:
            n = next((n for n, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            start = max(0, n - 60)
            yield f"{path} differs at {n}: {a[start:n + 60].decode('utf-8', 'replace')!r} / {b[start:n + 60].decode('utf-8', 'replace')!r}"


class Trial:
    """The look at one site."""

    def __init__(self, program, seed, folder):
        self.program, self.folder, self.seed = program, Path(folder), seed
        self.prints = seed % PRINTED == 0
        self.site = Site(seed, self.prints)
        self.results = []
        # Files, bytes and PDFs that were read.
        self.read = [0, 0, 0]

    def check(self, holds, fault):
        self.results.append((bool(holds), fault))

    def each(self, faults, where):
        faults = list(faults)
        self.check(not faults, f"{where}: {len(faults)} faults: " + "; ".join(faults[:4]))

    def build(self, folder, output, place):
        """The exit code, the diagnostics, and what is said of a crash."""
        arguments = ["build", "--date", str(self.site.today), "--audience", self.site.audiences[place], "--output", output,
                     "--diagnostics", "json", "--language", "en"] + ([] if self.prints else ["--no-packets"])
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder / folder, capture_output=True, text=True, timeout=300,
            env={"PATH": os.environ["PATH"]})
        try:
            said = [{"file": "", "line": 0} | item for item in json.loads(done.stderr or "[]")]
            return done.returncode, said
        except ValueError:
            return done.returncode, [{"severity": "error", "code": "said", "message": done.stderr[-500:], "file": "", "line": 0}]

    def run(self):
        site = self.site
        lay(site.whole, self.folder / "whole")
        for place in reversed(site.built):
            self.compare(place)
        self.narrower()
        self.plant()
        return self

    def compare(self, place):
        """The build for an audience, and that of the site without what it may not see.

        Each edition is built into a folder of its own, as none takes the place of another.
        """
        where = f"for {self.site.audiences[place]}"
        output = f"output-{place}"
        code, said = self.build("whole", output, place)
        self.check(code == 0, f"{where}: exit {code}: {errors(said)}")
        bare = f"without-{place}"
        without = self.site.without(place)
        lay(without, self.folder / bare)
        bare_code, bare_said = self.build(bare, output, place)
        self.check(bare_code == 0, f"{where}, without the left-out files: exit {bare_code}: {errors(bare_said)}")
        if code or bare_code:
            return
        published = tree(self.folder / "whole" / output)
        self.read[0] += len(published)
        self.read[1] += sum(map(len, published.values()))
        self.read[2] += sum(path.startswith("packets/") for path in published)
        # The digest of a table is that of the file, also where some of its rows are of later days.
        cut = {path for path in without if path.endswith((".csv", ".yml")) and without[path] != self.site.whole[path] and not path.startswith("content/packets/")}
        self.each(unequal(known(published, cut), known(tree(self.folder / bare / output), cut)), where)
        self.each(traces.faults(published, self.site.words, place, READER), where)
        words = self.site.words
        if any(0 < words.levels[word] <= place for word in words.shown):
            # To the widest audience this build would be one leak.
            found = any(" holds " in fault for fault in traces.faults(published, words, 0, READER))
            self.check(found, f"{where}: read as the widest audience nothing is found")

    def narrower(self):
        """Where private words stand in what an audience sees, its build fails or shows none of them."""
        place = len(self.site.audiences) - 1
        if place == self.site.built[-1]:
            return
        code, said = self.build("whole", "narrower", place)
        if code == 1:
            self.check(any(item["code"] == "private-word" for item in said), f"narrower: {errors(said)}")
        else:
            published = tree(self.folder / "whole/narrower")
            self.each([fault for fault in traces.faults(published, self.site.words, place, READER) if "private" in fault], "narrower")

    def plant(self):
        """A fault is told with its place, and what was published before stays as it is."""
        planted = Planted(self.site)
        before = tree(self.folder / "whole/output-0")

        def refused(files, where, tells):
            lay(files, self.folder / "whole")
            code, said = self.build("whole", "output-0", 0)
            self.check(code == 1, f"{where}: exit {code}")
            self.check(any(tells(item) for item in said if item["severity"] == "error"), f"{where}: not told: {errors(said)}")
            self.each(unequal(before, tree(self.folder / "whole/output-0")), f"{where}: the output was touched")
            for path in files.keys() - self.site.whole.keys():
                (self.folder / "whole" / path).unlink()
            lay(self.site.whole, self.folder / "whole")

        for _ in range(2 if self.prints else 1):
            found = planted.with_private(self.prints)
            if not found:
                break
            files, word, path, how, isWritten = found
            refused(files, f"private word {word} as {how} in {path}", lambda item: (
                item["code"] == "private-word" and word in item["message"] and item["file"]
                and (not isWritten or path in json.dumps(item, ensure_ascii=False))))
        found = planted.with_reference()
        if found:
            files, path, line, text = found
            refused(files, f"{text} in {path}", lambda item: (
                item["code"] == "left-out" and item["file"] == path and item["line"] == line))


def errors(said):
    return "; ".join(f"{item['file']}: {item['code']}: {item['message']}" for item in said if item["severity"] == "error")[:600]


def look(job):
    program, seed, kept = job
    folder = kept or tempfile.mkdtemp(prefix="jingjian-")
    try:
        trial = Trial(program, seed, folder).run()
        return seed, trial.results, trial.read
    except Exception as error:  # a test that breaks is a test that fails
        return seed, [(False, f"{type(error).__name__}: {error}")], [0, 0, 0]
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    tally = Tally()
    if options.seed is not None:
        kept = tempfile.mkdtemp(prefix="jingjian-")
        results = [look((program, options.seed, kept))]
        print(f"the site is in {kept}")
    else:
        jobs = [(program, seed, None) for seed in range(options.sites)]
        with multiprocessing.Pool(2) as pool:
            results = list(pool.imap_unordered(look, jobs))
    for seed, checks, _ in sorted(results):
        for holds, fault in checks:
            tally.check(holds, f"--seed {seed}", fault)
    files, size, pdfs = map(sum, zip(*(read for _, _, read in results)))
    print(f"{len(results)} sites, read: {files} files, {size >> 20} MB, {pdfs} printed packets")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
