#!/usr/bin/env python3
"""The program as its users meet it: run.py JINGJIAN – commands in, exit codes and words out.

Each test has a site of its own in a temporary folder. The last line counts: `N passed, N failed`.
"""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(sys.argv[1])
PARTS = "".join(f"## {part}\n\n这是{part}。\n\n" for part in ("案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"))
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Site:
    """A site in a temporary folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.write("content/site.yml", "名称: 试验站\n单位: 试验法院\n")
        self.write("content/departments.yml", "- id: lian\n  name: 立案庭\n")
        self.write("content/problems.yml", "- id: jilv\n  name: 纪律意识淡薄\n")

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def case(self, name="a", keys="标题: 一起案例\n日期: 2025-03-01\n部门: 立案庭\n问题分类: [jilv]\n"):
        self.write(f"content/cases/{name}.md", f"---\n{keys}---\n{PARTS}")

    def run(self, *arguments, environment=None, where=None, under=(), **options):
        """Exit code, standard output, standard error; `under` is a command that runs the program."""
        done = subprocess.run(
            [*under, PROGRAM, *arguments], cwd=where or self.folder, capture_output=True, text=True,
            env={"PATH": os.environ["PATH"], **(environment or {})}, timeout=120, **options)
        return done.returncode, done.stdout, done.stderr

    def run_on_a_full_disk(self, *arguments, dies):
        """The program where no file can get longer than twenty bytes: it is told so, or killed at it."""
        return self.run(
            *arguments, restore_signals=dies,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)))

    def tree(self, folder="output/site"):
        base = self.folder / folder
        return {str(p.relative_to(base)): p.read_bytes() for p in base.rglob("*") if p.is_file()}


def same(found, wanted):
    if found != wanted:
        raise AssertionError(f"\n  found:  {found!r}\n  wanted: {wanted!r}")


@test
def builds_where_it_stands_and_where_it_is_told(site):
    site.case()
    same(site.run("build", "--date", "2025-12-31")[0], 0)
    same(site.run("build", "--date", "2025-12-31", "--output", "elsewhere")[0], 0)
    same(site.tree(), site.tree("elsewhere/site"))
    same(site.run("build", "--site", str(site.folder), where="/", environment={})[0], 0)


@test
def check_writes_nothing(site):
    site.case()
    before = site.tree(".")
    same(site.run("check")[0], 0)
    same(site.tree("."), before)


@test
def faults_in_content_end_with_one_and_go_to_standard_error(site):
    site.case(keys="标题: 一起案例\n日期: 2025-13-40\n部门: 立案庭\n问题分类: [jilv]\n")
    code, out, err = site.run("build")
    same(code, 1)
    same(err, (
        "content/cases/a.md:3:5: 错误：日历上没有「2025-13-40」这一天 [date]\n"
        "日期: 2025-13-40\n"
        "      ^^^^^^^^^^\n"
        "改法：写成“年-月-日”，年份四位\n"))
    same(out, "1 个错误，0 个警告；没有发布，原来的网站未动\n")
    same((site.folder / "output").exists(), False)


@test
def the_language_is_asked_for_or_the_environments_or_chinese(site):
    site.case(keys="标题: 一\n日期: 无\n部门: 立案庭\n问题分类: [jilv]\n")
    chinese = lambda *a, **k: "错误" in site.run("check", *a, **k)[2]
    same(chinese(), True)
    same(chinese(environment={"LANG": "C.UTF-8"}), True)
    same(chinese(environment={"LANG": "en_US.UTF-8"}), False)
    same(chinese(environment={"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}), True)
    same(chinese("--language", "en", environment={"LC_ALL": "zh_CN.UTF-8"}), False)


@test
def diagnostics_for_editors_are_one_array(site):
    site.case(keys="标题: 一\n日期: 2025-13-40\n部们: 立案庭\n部门: 立案庭\n问题分类: [jilv]\n")
    code, _, err = site.run("check", "--diagnostics", "json", "--language", "en")
    same(code, 1)
    same(json.loads(err), [
        {"file": "content/cases/a.md", "line": 3, "column": 5, "length": 10, "severity": "error",
         "code": "date", "message": "there is no such day: `2025-13-40`",
         "fix": "write year-month-day, the year in four digits"},
        {"file": "content/cases/a.md", "line": 4, "column": 1, "length": 2, "severity": "error",
         "code": "unknown-key", "message": "unknown key `部们`", "fix": "did you mean `部门`?"}])
    site.case()
    same(json.loads(site.run("check", "--diagnostics", "json")[2]), [])


@test
def strict_makes_warnings_fail(site):
    site.write("content/pages/a.md", "---\ntitle: 页\n---\n共〔待补：数字〕件。\n")
    same(site.run("build")[0], 0)
    before = site.tree()
    site.write("content/pages/b.md", "---\ntitle: 又一页\n---\n正文。\n")
    same(site.run("build", "--strict")[0], 1)
    same(site.tree(), before)


@test
def wrong_use_ends_with_two(site):
    for arguments in (["build", "--dat", "2025-01-01"], ["build", "--date", "昨天"], ["nonsense"],
                      ["build", "--audience", "谁"], ["build", "--site", "nowhere"], ["new", "case"],
                      ["new", "诗", "a"], ["import", "nothing.txt"], ["check", "--dry-run"],
                      ["build", "--diagnostics", "xml"]):
        code, out, err = site.run(*arguments)
        same((arguments, code, out, err != ""), (arguments, 2, "", True))


@test
def a_wrong_audience_names_the_known_ones(site):
    site.write("content/site.yml", "name: 站\norgan: 院\naudiences: [{id: all}, {id: leadership, name: 党组}]\n")
    same(site.run("check", "--audience", "leaders", "--language", "en")[2], (
        "error: there is no audience `leaders` [audience]\nfix: known: all, leadership\n"))


@test
def a_new_record_passes_once_it_is_filled_in(site):
    site.write("content/site.yml", "名称: 试验站\n单位: 试验法院\n网址: https://example.invalid/\n")
    for kind, section in (("case", "cases"), ("案例", "cases"), ("document", "documents"), ("page", "pages"),
                          ("regulation", "regulations"), ("lesson", "lessons"), ("quiz", "quizzes"),
                          ("exemplar", "exemplars"), ("澄清", "clarifications")):
        for language, day in (("zh", "2025-12-31"), ("en", "2026-01-06")):
            name = f"{kind}-{language}"
            code, out, _ = site.run("new", kind, name, "--language", language, "--date", day)
            path = f"content/{section}/{name}.{'yml' if section == 'quizzes' else 'md'}"
            same((code, out), (0, path + "\n"))
            text = site.read(path)
            same(site.run("new", kind, name)[0], 2)
            same(site.read(path), text)
            for key, value in (("日期", "2025-03-01"), ("date", "2025-03-01"), ("部门", "lian"),
                               ("department", "lian"), ("问题分类", "[jilv]"), ("problems", "[jilv]")):
                text = text.replace(f"\n{key}:\n", f"\n{key}: {value}\n")
            text = re.sub("〔待补：([^〕]*)〕", r"关于\1", text)
            site.write(path, text)
    code, _, err = site.run("check", "--strict", "--language", "en")
    same((code, err), (0, ""))


@test
def a_new_lesson_is_for_the_week_of_the_day(site):
    for day, week in (("2025-12-31", "2026-W01"), ("2026-12-31", "2026-W53"), ("2025-05-21", "2025-W21")):
        same(site.run("new", "微课", week, "--date", day)[0], 0)
        same(f"\n周次: {week}\n" in site.read(f"content/lessons/{week}.md"), True)
    same(site.run("new", "微课", "a", "--date", "昨天")[0], 2)


@test
def a_newcomers_lesson_is_on_the_site_in_the_feed_and_in_the_calendar(site):
    site.write("content/site.yml", "名称: 试验站\n单位: 试验法院\n网址: https://example.invalid/\n")
    site.run("new", "lesson", "di-yi-ke", "--date", "2025-12-31")
    text = site.read("content/lessons/di-yi-ke.md")
    site.write("content/lessons/di-yi-ke.md",
               text.replace("〔待补：标题〕", "我的第一课").replace("〔待补：正文〕", "第一次写，请多指教。"))
    code, _, err = site.run("build", "--date", "2025-12-31", "--strict")
    same((code, err), (0, ""))
    for page in ("index.html", "lessons/index.html", "lessons/year/2026.html", "lessons/di-yi-ke.html",
                 "lessons/screen/di-yi-ke.html", "feed.xml", "lessons.ics"):
        same((page, "我的第一课" in site.read("output/site/" + page)), (page, True))
    same("第一次写，请多指教。" in site.read("output/site/feed.xml"), True)
    same("本周一课" in site.read("output/site/index.html"), True)
    same("DTSTART;VALUE=DATE:20251229" in site.read("output/site/lessons.ics"), True)


@test
def a_new_record_explains_its_keys_and_names_what_there_is(site):
    site.run("new", "case", "a")
    text = site.read("content/cases/a.md")
    for line in ("# 页面的标题", "标题: 〔待补：标题〕", "部门:", "# 处分: []", "## 案发原因"):
        same((line, line in text), (line, True))
    same("lian、立案庭" in text, True)


@test
def an_import_is_written_once_and_never_over_an_edited_record(site):
    site.write("speech.txt", "关于作风建设的讲话\n\n同志们:\n\n一、认清形势\n\n今年共查处此类问题起,占**%。\n\n谢谢大家!\n".encode("gb18030"))
    code, out, err = site.run("import", "speech.txt")
    same((code, err), (0, ""))
    record = next((site.folder / "content/documents").iterdir())
    same("speech.txt:7: 待补" in out, True)
    text = record.read_text(encoding="utf-8")
    same("## 一、认清形势" in text and "同志们：" in text and "〔待补：" in text, True)
    same(site.run("import", "speech.txt")[0], 0)
    record.write_text(text + "\n补一段。\n", encoding="utf-8")
    code, _, err = site.run("import", "speech.txt", "--language", "en")
    same(code, 2)
    same("was edited; it was not overwritten" in err, True)
    same(record.read_text(encoding="utf-8"), text + "\n补一段。\n")
    code, _, err = site.run("check", "--language", "en")
    same((code, err.count("[placeholder]")), (0, text.count("〔待补")))


SOURCE_WRITERS = [
    ("check", "--fix"), ("withdraw", "cases/a", "--reason", "事实需要复核"), ("import", "speech.txt"),
    ("new", "case", "b", "--date", "2025-06-01"), ("new", "scores", "2025-01"),
]


def a_site_that_all_commands_write_to(site):
    site.case()
    site.write("content/pages/a.md", "---\n标题: 页\n---\n他说,没有。\n" + "这一段很长。" * 40 + "\n")
    site.write("speech.txt", "关于作风建设的讲话\n\n同志们：\n\n" + "今年要抓好作风建设。\n\n" * 40)


@test
def a_full_disk_or_a_kill_leaves_every_source_whole_and_no_other_file(site):
    a_site_that_all_commands_write_to(site)
    before = site.tree(".")
    for arguments in SOURCE_WRITERS:
        code, _, err = site.run_on_a_full_disk(*arguments, dies=False)
        same((arguments, code, "[disk]" in err), (arguments, 2, True))
        same((arguments, site.tree(".")), (arguments, before))
        same((arguments, site.run_on_a_full_disk(*arguments, dies=True)[0] < 0), (arguments, True))
        same((arguments, site.tree(".")), (arguments, before))


@test
def a_speech_that_is_too_long_is_told_of_before_anything_is_written(site):
    before = site.tree("content")
    # The second is short enough to be read, and too long once its signs are escaped.
    for text in ("关于作风建设的讲话\n" + "长" * (2 << 20), "关于作风建设的讲话\n" + "*#" * (3 << 19)):
        site.write("speech.txt", text)
        code, _, err = site.run("import", "speech.txt", "--language", "en")
        same((code, "too large, nothing was written" in err), (2, True))
        same(site.tree("content"), before)


def traced(site, *arguments):
    """What the program asks of the system for the sake of files, in its order; None without strace."""
    if not shutil.which("strace"):
        return None
    calls = "linkat,rename,renameat,renameat2,fsync,syncfs"
    file = site.folder / "trace"
    code = site.run(*arguments, under=("strace", "-f", "-y", "-o", str(file), "-e", "trace=" + calls))[0]
    same((arguments, code), (arguments, 0))
    lines = re.findall(r"^\d+ +(\w+)\((.*)\) += (?:\d+.*)$", file.read_text(), re.M)
    file.unlink()
    return lines


@test
def a_source_is_flushed_before_it_takes_its_name_and_its_folder_after(site):
    a_site_that_all_commands_write_to(site)
    for arguments in SOURCE_WRITERS:
        calls = traced(site, *arguments)
        if calls is None:
            return
        calls = [call for call in calls if "content/" in call[1]]
        steps = [n for n, (name, _) in enumerate(calls) if name.startswith("rename")]
        same((arguments, len(steps) > 0), (arguments, True))
        for n in steps:
            folder = re.search(r'"[^"]*(content/\w+(?:/scores)?)/\.jingjian-', calls[n][1])[1]
            flushed = [name for name, words in calls[:n] if name == "fsync" and folder in words]
            same((arguments, calls[n], bool(flushed)), (arguments, calls[n], True))
            after = calls[n + 1]
            same((arguments, after[0], after[1].endswith(folder + ">")), (arguments, "fsync", True))


@test
def a_site_is_flushed_before_it_is_swapped_in_and_its_folder_after(site):
    site.case()
    for step in ("first", "second"):
        calls = traced(site, "build", "--date", "2025-06-01")
        if calls is None:
            return
        calls = [call for call in calls if "output" in call[1]]
        swaps = [n for n, (name, words) in enumerate(calls) if name == "renameat2" and words.count("/site")]
        n = next(n for n in swaps if "/output/site" in calls[n][1].split(", ")[3])
        same((step, [name for name, _ in calls[n - 1:n + 2]]), (step, ["syncfs", "renameat2", "fsync"]))


@test
def whatever_command_is_called_next_clears_what_a_killed_build_left(site):
    site.case()
    same(site.run("build", "--date", "2025-06-01")[0], 0)
    site.write("speech.txt", "关于作风建设的讲话\n\n同志们：\n\n今年要抓好作风建设。\n")
    for arguments in (*SOURCE_WRITERS, ("check",), ("due",), ("explain", "lian", "2025-01"), ("verify", "output"),
                      ("changes",), ("packet", "none"), ("build",)):
        site.write("output/.site.new/site/index.html", "not looked through")
        site.run(*arguments)
        same((arguments, (site.folder / "output/.site.new").exists()), (arguments, False))
    # Where no build of ours was, the name may be somebody's.
    site.write("elsewhere/.site.new/a", "mine")
    site.run("verify", "elsewhere")
    same(site.read("elsewhere/.site.new/a"), "mine")


@test
def what_is_left_out_is_said_on_the_terminal(site):
    site.case()
    site.case("b", "标题: 二\n日期: 2025-03-01\n部门: 立案庭\n问题分类: [jilv]\n草稿: 是\n")
    site.case("c", "标题: 三\n日期: 2025-03-01\n部门: 立案庭\n问题分类: [jilv]\n发布日期: 2026-01-01\n")
    code, out, err = site.run("build", "--date", "2025-12-31", "--language", "en")
    same((code, err), (0, ""))
    same(out.splitlines()[1], "left out 2 records: a draft 1, not yet published 1")
    same(site.run("build", "--date", "2025-12-31", "--drafts", "--language", "en")[1].splitlines()[1],
         "left out 1 record: not yet published 1")


@test
def fixes_are_shown_before_they_are_made(site):
    site.write("content/pages/a.md", "---\n标题：页\n---\n他说,没有。\n")
    before = site.read("content/pages/a.md")
    code, out, _ = site.run("check", "--fix", "--dry-run")
    same((code, out), (0, (
        "content/pages/a.md\n2\n- 标题：页\n+ 标题: 页\n4\n- 他说,没有。\n+ 他说，没有。\n")))
    same(site.read("content/pages/a.md"), before)
    same(site.run("check", "--fix")[0], 0)
    same(site.read("content/pages/a.md"), "---\n标题: 页\n---\n他说，没有。\n")


@test
def a_sites_own_template_takes_the_place_of_the_default(site):
    site.write("content/pages/a.md", "---\ntitle: 页\n---\n正文。\n")
    site.write("templates/site/pages.mustache", "{{<layout}}{{$main}}<h1>自己的目录</h1>{{/main}}{{/layout}}\n")
    same(site.run("build")[0], 0)
    same("自己的目录" in site.read("output/site/pages/index.html"), True)


@test
def due_lists_on_standard_output_and_says_faults_on_standard_error(site):
    site.write("content/responsibilities/2025.csv", "编号,责任主体,任务,频次,完成记录\n甲,立案庭,点名,每季度,2025-03-31\n")
    site.write("content/campaigns/a.md", "---\n标题: 行动\n任务: [{编号: x, 任务: 抽查, 时限: 2025-06-29}]\n---\n正文。\n")
    day = ("--date", "2025-06-30")
    same(site.run("due", *day), (0, (
        "共 2 项，其中逾期 1 项\n"
        "2025-06-29  逾期1天  责任主体未定  专项行动 x  抽查\n"
        "2025-06-30  今天到期  立案庭  责任清单 甲  点名\n"), ""))
    same(site.run("due", *day, "--department", "立案庭", "--until", "2025-09-30", "--language", "en"), (0, (
        "2 items, 0 overdue\n"
        "2025-06-30  due today  立案庭  duty 甲  点名\n"
        "2025-09-30  92 days left  立案庭  duty 甲  点名\n"), ""))
    done = subprocess.run([PROGRAM, "due", *day, "--csv"], cwd=site.folder, capture_output=True, timeout=120)
    same((done.returncode, done.stderr), (0, b""))
    same(done.stdout.decode("utf-8"), (
        "\ufeff到期,状态,责任主体,来源,编号,事项\r\n"
        "2025-06-29,逾期,,专项行动,x,抽查\r\n2025-06-30,待办,立案庭,责任清单,甲,点名\r\n"))
    same(site.run("due", "--date", "2025-01-15", "--department", "lian"), (0, "没有到期的事项\n", ""))
    for arguments in (["--department", "立按庭"], ["--until", "年底"], ["--date", "今天"], ["--audience", "all"]):
        code, out, err = site.run("due", *arguments)
        same((arguments, code, out, err != ""), (arguments, 2, "", True))
    same(site.run("due", *day, "--department", "立按庭")[2], (
        "错误：没有「立按庭」这个部门或职务 [unknown-reference]\n改法：是不是「立案庭」？\n"))
    site.write("content/responsibilities/2025.csv", "任务,频次\n点名,每周\n")
    code, out, err = site.run("due", *day, "--csv")
    same((code, out), (1, ""))
    same(err.splitlines()[0], "content/responsibilities/2025.csv:2:4: 错误：「频次」的值「每周」不合要求 [choice]")
    same((site.folder / "output").exists(), False)


@test
def tables_whose_names_another_system_wrote_apart_are_read(site):
    name = unicodedata.normalize("NFD", "café")
    site.write("content/metrics/metrics.yml", "- {id: café, name: 指标}\n")
    site.write(f"content/metrics/{name}.csv", "月份,数值\n2025-01,1\n")
    site.write(f"content/ledgers/{name}.yml", "条目: café.csv\n")
    site.write(f"content/ledgers/{name}.csv", "编号,内容\n1,一件\n")
    code, _, err = site.run("build", "--date", "2025-12-31")
    same((code, err), (0, ""))
    same("output/site/metrics/café.html" in site.tree("."), True)
    same("output/site/ledgers/café.html" in site.tree("."), True)


@test
def a_withdrawal_is_written_and_the_next_build_shows_it(site):
    site.case()
    site.case("b", "标题: 又一案\n日期: 2025-03-02\n部门: 立案庭\n问题分类: [jilv]\n")
    same(site.run("build", "--date", "2025-12-31")[0], 0)
    same(site.run("withdraw", "a", "--reason", "事实需要核实", "--date", "2025-12-31"), (
        0, "已在 content/cases/a.md 写下撤回，已核对能够生成；请马上运行 jingjian build：在那以前，原文仍在网上，以后原网址只留撤回说明\n", ""))
    same("撤回:\n  日期: 2025-12-31\n  原因: \"事实需要核实\"\n---\n" in site.read("content/cases/a.md"), True)
    code, out, err = site.run("build", "--date", "2025-12-31")
    same((code, err), (0, ""))
    same("与上次发布的相比，新撤回 1 个：cases/a.html\n" in out, True)
    same("已撤回" in site.read("output/site/cases/a.html"), True)
    same("一起案例" in site.read("output/site/cases/a.html"), False)
    same(site.run("withdraw", "a", "--reason", "再来一次"), (2, "", (
        "错误：content/cases/a.md 第 6 行已经写了撤回 [withdraw]\n改法：要改原因或日期，就改那里\n")))
    same(site.run("withdraw", "../site", "--reason", "甲")[0], 2)
    same(site.run("withdraw", "b")[0], 2)
    before = site.read("content/cases/b.md")
    code, out, err = site.run("withdraw", "cases/b.md", "--reason", "请致电13800138000", "--date", "2025-12-31")
    same((code, out, "[mobile-number]" in err, "没有写入 content/cases/b.md" in err), (1, "", True, True))
    same(site.read("content/cases/b.md"), before)


@test
def what_was_altered_after_publishing_is_found(site):
    site.case()
    built = site.run("build", "--date", "2025-12-31")[1]
    fingerprint = built.split("（SHA-256）：")[1].split()[0]
    code, out, err = site.run("verify", "output")
    same((code, out.endswith(f"个文件都与清单一致；清单的指纹（SHA-256）是 {fingerprint}\n"), err), (0, True, ""))
    same(site.run("verify", "output/site"), (code, out, err))
    page = site.folder / "output/site/cases/a.html"
    page.write_bytes(page.read_bytes().replace("立案庭".encode(), "执行局".encode(), 1))
    (site.folder / "output/site/404.html").unlink()
    (site.folder / "output/site/cases/b.html").symlink_to("/etc/hostname")
    (site.folder / "output/site/index.html").unlink()
    (site.folder / "output/site/index.html").symlink_to("404.html")
    same(site.run("verify", "output", "--language", "en"), (1, (
        "missing: output/site/404.html\naltered: output/site/cases/a.html\nadded: output/site/cases/b.html\n"
        "altered: output/site/index.html\n"
        "4 differences from the manifest; restore a copy that you trust, or build the site again\n"), ""))
    same(site.run("verify", "content")[0], 1)
    same(site.run("verify", "nowhere")[0], 2)


@test
def changes_are_told_and_not_published(site):
    site.case()
    same(site.run("build", "--date", "2025-12-31")[0], 0)
    before = site.tree()
    same(site.run("changes", "--date", "2025-12-31")[1].startswith("没有变化："), True)
    site.write("content/cases/a.md", site.read("content/cases/a.md").replace("这是案发原因。", "这是另外3个原因。"))
    code, out, err = site.run("changes", "--date", "2025-12-31", "--language", "en")
    same((code, err), (0, ""))
    same("~ cases/a.html  一起案例\n    - 这是案发原因。\n    + 这是另外3个原因。\n" in out, True)
    same(site.tree(), before)
    site.write("content/pages/p.md", "没有键\n")
    code, out, err = site.run("changes", "--date", "2025-12-31")
    same((code, out, "front-matter" in err), (1, "", True))
    same(site.run("changes", "--date", "2025-12-31", "--print", "--typst", "/nowhere/typst")[0], 1)
    (site.folder / "content/pages/p.md").unlink()
    same(site.run("changes", "--date", "2025-12-31", "--print", "--typst", "/nowhere/typst"), (2, "", (
        "错误：没有 Typst 或缺少字体，审签单没有印 [no-typst]\n改法：运行 scripts/setup 安装\n")))
    same(site.tree(), before)


@test
def names_on_the_command_line_lead_nowhere(site):
    site.case()
    before = site.tree(".")
    for arguments in (["packet", "../x"], ["packet", "/etc/passwd"], ["new", "case", "../../x"], ["new", "../case", "x"],
                      ["new", "case", "CON"], ["new", "case", "a\u3164"], ["new", "scores", "../2025-01"],
                      ["explain", "../x", "2025"], ["explain", "lian", "../2025"], ["build", "--audience", "../all"],
                      ["due", "--department", "../lian"], ["import", "/dev/zero"], ["import", "/etc"], ["import", "../x"],
                      ["check", "--date", "../2025-01-01"]):
        code, out, err = site.run(*arguments)
        same((arguments, code, out, err != "", "\x1b" in err), (arguments, 2, "", True, False))
    shutil.rmtree(site.folder / "output", ignore_errors=True)
    same(site.tree("."), before)


@test
def what_prints_reads_nothing_but_its_folder_and_asks_no_server(site):
    site.write("content/packets/p.yml", "标题: 材料\n类型: 简报\n内容: [{正文: 你好}]\n")
    site.write("secret.txt", "密")
    default = (ROOT / "templates/print/packet.typ").read_text(encoding="utf-8")
    for attempt, words in (('#read("/etc/passwd")', "not found"), ('#read("/../../../secret.txt")', "escape"),
                           ('#read("../../../../secret.txt")', "escape"),
                           (f'#image("{site.folder}/secret.txt")', "not found"),
                           ('#import "@preview/example:0.1.0"', "refused")):
        site.write("templates/print/packet.typ", attempt + "\n" + default)
        code, out, err = site.run("build", "--date", "2025-12-31", "--language", "en")
        same((attempt, code, words in err, "[typst]" in err), (attempt, 1, True, True))
        same((site.folder / "output/site").exists(), False)


NARROW = "名称: 试验站\n单位: 试验法院\n范围:\n  - 编号: all\n    名称: 全院干警\n  - 编号: leadership\n    名称: 院党组\n"


@test
def each_edition_has_a_folder_of_its_own_and_says_for_whom_it_is(site):
    site.write("content/site.yml", NARROW)
    site.case()
    site.case("b", "标题: 内部通报\n日期: 2025-03-02\n部门: 立案庭\n问题分类: [jilv]\n范围: leadership\n")
    same(site.run("build", "--date", "2025-12-31")[0], 0)
    general = site.tree()
    code, said, _ = site.run("build", "--date", "2025-12-31", "--audience", "院党组")
    same((code, "范围：院党组\n" in said, "output-leadership/site/index.html" in said), (0, True, True))
    same(site.tree(), general)
    narrow = site.tree("output-leadership/site")
    same("cases/b.html" in narrow and "cases/b.html" not in general, True)
    pages = [name for name, bytes in narrow.items() if name.endswith(".html")]
    same([name for name in pages if "范围：院党组" not in narrow[name].decode()], [])
    same([name for name in general if name.endswith(".html") and "范围：" in general[name].decode()], [])
    same("范围：院党组" in site.run("verify", "output-leadership")[1], True)
    same("范围：" in site.run("verify", "output")[1], False)
    # No edition takes the place of another, whichever folder is named.
    for folder, audience in (("output", "leadership"), ("output-leadership", "all")):
        code, said, error = site.run("build", "--audience", audience, "--output", folder, "--date", "2025-12-31")
        same((code, said, "不会用给" in error), (2, "", True))
    same((site.tree(), site.tree("output-leadership/site")), (general, narrow))


@test
def all_editions_are_made_at_once_and_a_withdrawal_names_those_that_still_show_it(site):
    site.write("content/site.yml", NARROW)
    site.case()
    code, said, _ = site.run("build", "--editions", "--date", "2025-12-31")
    same((code, said.count("index.html")), (0, 2))
    code, said, _ = site.run("withdraw", "a", "--reason", "有误", "--date", "2025-12-30")
    same((code, "output（all）、output-leadership（院党组）" in said), (0, True))
    same(site.run("build", "--date", "2025-12-31")[0], 0)
    same("一起案例" in site.tree("output-leadership/site")["cases/a.html"].decode(), True)
    same(site.run("build", "--editions", "--date", "2025-12-31")[0], 0)
    same("一起案例" in site.tree("output-leadership/site")["cases/a.html"].decode(), False)
    same(site.run("build", "--editions", "--audience", "all")[0], 2)


@test
def an_order_of_audiences_that_sounds_narrow_first_is_asked_about(site):
    site.write("content/site.yml", "名称: 试验站\n单位: 试验法院\n范围:\n  - 编号: leaders\n    名称: 院领导\n  - 编号: all\n    名称: 全院干警\n")
    code, _, error = site.run("check", "--date", "2025-12-31")
    same((code, "content/site.yml:4:3: 警告：第一个范围是「院领导」" in error), (0, True))


@test
def the_readmes_commands_are_known(site):
    for file in ("README.md", "README.zh-CN.md"):
        text = (ROOT / file).read_text(encoding="utf-8")
        for word in text.split("jingjian ")[1:]:
            command = word.split()[0].strip("`")
            if command in ("build", "check", "new", "import", "explain", "help"):
                same((command, site.run("help", command)[0]), (command, 0))
    same(site.run("--generate-completion-script", "bash")[0], 0)


def main():
    passed = failed = 0
    for function in TESTS:
        folder = tempfile.mkdtemp(prefix="jingjian-")
        try:
            function(Site(folder))
            passed += 1
        except Exception as error:  # a test that breaks is a test that fails
            failed += 1
            print(f"FAILED {function.__name__}: {error}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
