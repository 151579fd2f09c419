#!/usr/bin/env python3
"""Typst's command as the program calls it; what it is given to set is kept in the folder $KEPT."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

TYPST = shutil.which("typst") or str(Path(__file__).resolve().parents[2] / "scripts/typst")


def main(arguments):
    data = next((each.removeprefix("data=/") for each in arguments if each.startswith("data=/")), None)
    if data:
        packet = Path(arguments[arguments.index("--root") + 1]) / data
        title = json.loads(packet.read_text(encoding="utf-8"))["head"].get("title", "sheet")
        shutil.copy(packet, Path(os.environ["KEPT"]) / f"{title.replace('/', '_')}.json")
    return subprocess.run([TYPST, *arguments]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
