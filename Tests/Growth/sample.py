"""A site that holds one hostile file, and what a run of the program over it costs."""
import os
import resource
import subprocess
import tempfile
from pathlib import Path

SITE = {
    "content/site.yml": "名称: 试验站\n单位: 试验法院\n",
    "content/departments.yml": "- id: lian\n  name: 立案庭\n",
    "content/problems.yml": "- id: jilv\n  name: 纪律意识淡薄\n",
}
CHECK = ("check", "--date", "2025-12-31", "--no-packets")
PRINT = ("build", "--date", "2025-12-31")
# A run that takes more than this has failed; it is not waited for.
SECONDS = 30


class Cost:
    """Of a run: seconds of the processor, bytes of memory at its peak, exit code, what was told."""

    def __init__(self, seconds, memory, code, told):
        self.seconds, self.memory, self.code, self.told = seconds, memory, code, told


def run(program, files, command=CHECK):
    with tempfile.TemporaryDirectory(prefix="jingjian-growth-") as folder:
        for path, content in (SITE | files).items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        with open(os.path.join(folder, "told"), "w+b") as told:
            child = subprocess.Popen(
                [program, *command], cwd=folder, stdin=subprocess.DEVNULL, stdout=told, stderr=told,
                env={"PATH": os.environ["PATH"], "LC_ALL": "en_US.UTF-8"},
                preexec_fn=bounded)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            told.seek(0)
            words = told.read().decode(errors="replace")
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss << 10, child.returncode, words)


def bounded():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
