"""The sign-off sheet that `jingjian changes --print` makes: one page, whatever changed, with what comes and goes first."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import schema
from pdf import PDF

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "templates/print/changes.schema.json").read_text(encoding="utf-8"))
SETTINGS = "名称: 试验站\n单位: 试验法院\n"
SIGNED = ("发布审签单", "拟稿", "审核", "签发", "意见", "签名", "日期", "试验站", "试验法院", "2025年12月31日")


class Site:
    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        self.kept = self.folder / "kept"
        self.kept.mkdir()
        self.write("site.yml", SETTINGS)

    def write(self, path, text):
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def page(self, name, title, text="甲。"):
        self.write(f"pages/{name}.md", f"---\n标题: {title}\n---\n\n{text}\n")

    def run(self, command, *options):
        return subprocess.run(
            [self.program, command, "--site", self.folder, "--date", "2025-12-31", "--typst",
             ROOT / "Tests/Print/kept.py", *options],
            capture_output=True, text=True, env={**os.environ, "KEPT": str(self.kept)})

    def sheet(self, name, tally):
        """The sheet as a PDF, and what it was made of."""
        for file in self.kept.glob("*.json"):
            file.unlink()
        done = self.run("changes", "--print")
        tally.check(done.returncode == 0, name, f"exit {done.returncode}: {done.stderr[-400:]}")
        tally.check(done.stdout.endswith(f"{self.folder}/output/changes.pdf\n"), name, "does not say where the sheet is")
        given = [json.loads(file.read_text(encoding="utf-8")) for file in self.kept.glob("*.json")]
        tally.each([fault for packet in given for fault in schema.faults(packet, SCHEMA, SCHEMA)], name)
        pdf = PDF(self.folder / "output/changes.pdf")
        tally.check(len(pdf.pages) == 1, name, f"has {len(pdf.pages)} pages")
        tally.each([f"lacks {word}" for word in SIGNED if word not in pdf.pages[0].text], name)
        return pdf.pages[0].text, done.stdout


def look(program, tally):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        site.page("jia", "甲页")
        site.page("yi", "乙页")
        text, _ = site.sheet("first sheet", tally)
        tally.check("甲页（pages/jia.html）" in text and "没有列出" not in text, "first sheet", f"says {text[:300]}")
        site.run("build")
        before = {file: file.read_bytes() for file in (site.folder / "output/site").rglob("*") if file.is_file()}
        text, _ = site.sheet("no change", tally)
        tally.check("没有变化。" in text, "no change", f"says {text[:300]}")
        # More than fits a page, hostile titles, and a page that is gone.
        (site.folder / "content/pages/yi.md").unlink()
        for n in range(90):
            site.page(f"p{n}", f"\"第{n}页 # $x$ * [ @ref #import\"")
        text, said = site.sheet("many changes", tally)
        tally.check("第0页 # $x$ * [ @ref #import".replace(" ", "") in text.replace(" ", ""), "many changes", f"lost a title: {text[:300]}")
        tally.check("项没有列出" in text, "many changes", "does not say that there is more")
        tally.check(said.count("\n+ pages/p") == 90, "many changes", "the terminal does not name all")
        after = {file: file.read_bytes() for file in (site.folder / "output/site").rglob("*") if file.is_file()}
        tally.check(after == before, "many changes", "changed what is published")
        tally.check(not (site.folder / "output/.packets/work").exists(), "many changes", "left its work behind")
        # What would be published is what the sheet vouches for.
        built = site.run("build").stdout
        fingerprint = built.split("（SHA-256）：")[1].split()[0]
        tally.check(fingerprint in text.replace(" ", ""), "many changes", "its fingerprint is not that of the manifest")


def stays(program, tally):
    """Nothing is left of what was printed for a build that was not published."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        site.write("packets/a.yml", "标题: 甲\n类型: 简报\n内容: [{正文: 甲}]\n")
        (site.folder / "output/packets").mkdir(parents=True)
        (site.folder / "output/packets/Thumbs.db").write_bytes(b"left by a file manager")
        tally.check(site.run("build").returncode == 0, "stays", "was not built")

        def held():
            return {str(file.relative_to(site.folder)): file.read_bytes() for file in (site.folder / "output").rglob("*.pdf")}

        before = held()
        tally.check(len(before) == 3, "stays", f"holds {sorted(before)}")
        site.write("packets/b.yml", "标题: 乙\n类型: 简报\n内容: [{正文: 乙}]\n")
        tally.check(site.run("changes").returncode == 0, "stays", "was not compared")
        tally.check(held() == before, "stays", "changes leaves what it printed")
        site.write("pages/p.md", "---\n标题: 页\n保密: [保密的词]\n---\n\n保密的**词**。\n")
        tally.check(site.run("build").returncode == 1, "stays", "a private word was published")
        tally.check(held() == before, "stays", "a build that failed leaves what it printed")
        tally.check(not (site.folder / "output/.packets/work").exists(), "stays", "leaves its work behind")
        (site.folder / "content/pages/p.md").unlink()
        tally.check(site.run("build").returncode == 0, "stays", "was not built again")
        tally.check(len(held()) == 6, "stays", f"holds {sorted(held())}")
        # Two packets that hold the same are printed once and published twice.
        site.write("metrics/metrics.yml", "- {编号: z, 名称: 指标}\n")
        site.write("metrics/z.csv", "月份,数值\n2025-01,1\n")
        for name in "cd":
            site.write(f"packets/{name}.yml", "标题: 同\n类型: 简报\n内容: [{指标: z}]\n")
        done = site.run("build")
        tally.check(done.returncode == 0, "stays", f"two alike: exit {done.returncode}: {done.stderr[-300:]}")
        tally.check(len({file for file in held() if file.endswith(("/c.pdf", "/d.pdf"))}) == 4, "stays", f"holds {sorted(held())}")
