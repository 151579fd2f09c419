#!/usr/bin/env python3
"""Writes a compilation of some 200 pages: long.py FILE. The same bytes every time."""

import json
import sys
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
SENTENCES = [
    "没有一个人是一天之内变坏的，第一次推辞不掉，第二次便不再推辞。",
    "制度写在纸上，落实在人，检查在平时，问责在事后，缺一环就断一链。",
    "督查只看登记，不看去向；谈话只走程序，不问实情，监管就成了摆设。",
    "收到礼品当场退还，退不了的当日登记上交，这是最低的要求。",
]


def paragraph(n, length):
    return {"kind": "paragraph", "content": ["".join(SENTENCES[(n + k) % 4] for k in range(length))]}


def chapter(n):
    blocks = [{"kind": "facts", "items": [
        {"label": "通报日期", "content": [f"2025年{n % 12 + 1}月{n % 28 + 1}日"]},
        {"label": "部门", "content": ["执行局"]}]}]
    for part, title in enumerate(["基本案情", "案发原因", "制度漏洞", "监管盲点", "思想根源", "整改方向"]):
        blocks.append({"kind": "heading", "level": 1, "id": f"case-{n}-{part}", "content": [title]})
        blocks += [paragraph(n + part + k, 4) for k in range(2)]
    blocks[3]["content"].append({"kind": "note", "id": f"note-{n}", "blocks": [paragraph(n, 1)]})
    blocks.append({
        "kind": "table", "columns": ["left", "left", "center", "center"], "caption": "整改落实",
        "head": [[["措施"], ["责任部门"], ["时限"], ["状态"]]],
        "rows": [[[f"措施{k}：{SENTENCES[k % 4]}"], ["执行局"], ["2025年9月30日"], ["已完成"]] for k in range(6)]})
    return {"id": f"case-{n}", "title": f"典型案例之{n}", "blocks": blocks}


def main(file):
    packet = json.loads((SAMPLES / "compilation.json").read_text(encoding="utf-8"))
    packet["head"]["title"] = "二百页汇编"
    packet["chapters"] = [chapter(n) for n in range(1, 51)]
    Path(file).write_text(json.dumps(packet, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
