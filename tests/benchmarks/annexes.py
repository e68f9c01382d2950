"""Makes batches of annexes to time: short documents in Chinese, each with its own text out of the seed's paragraphs."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

from publisher.model.inline import plain
from publisher.model.resolved import Paragraph
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "data" / "HSP-HA.2-16"
TODAY = datetime.date(2025, 8, 6)
_ELSEWHERE = re.compile(r"[*\[\]{}A-Za-z]|附件|议程|决定|段|注|來")  # what means something in the seed alone
RECORD = """\
symbol: HSP/HA.2/{symbol}
kind: note
profile: nairobi
organ: habitat-assembly
session: {{number: 2, part: resumed}}
place: nairobi
date: 2025-06-14
original: zh
agenda: [opening, adoption]
meetings:
  - {{number: 1, date: 2025-05-29, half: morning, opened: "10:40"}}
"""


def texts() -> list[str]:
    """The paragraphs of the seed that stand by themselves."""
    resolved = examine(workspace_for(SEED, TODAY), "zh").resolved
    assert resolved is not None
    found = [plain(b.text) for division in resolved.divisions for b in division.blocks if isinstance(b, Paragraph)]
    return [text for text in found if len(text) > 60 and not _ELSEWHERE.search(text)]


def make(folder: Path, number: int, said: list[str], paragraphs: int, rows: int = 8, start: int = 1000) -> Path:
    """Write one annex: so many paragraphs, two of them with notes, headings, and a table of so many rows."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [said[(number * 7 + k * 3) % len(said)] for k in range(paragraphs)]
    lines = [f"title: [{_yaml(f'第 {number} 号附件')}]", "agenda: {opening: 会议开幕。, adoption: 通过议程。}", "body:"]
    for k, text in enumerate(chosen):
        if k % 4 == 0:
            lines += [f"  - heading: {_yaml(f'第 {k // 4 + 1} 部分')}", "    body:"]
        lines.append(f"      - {_yaml(text + ('[^one]' if k == 1 else '[^two]' if k == 2 else ''))}")
    if rows:
        lines += [
            "      - title: 各项数字",
            "        columns: [{head: 项目}, {head: 数目}, {head: 说明}]",
            "        table:",
        ]
        cells = (said[k % len(said)] for k in range(rows))
        lines += [
            f"          - [{_yaml(text[:12])}, {k * 37 % 1000}, {_yaml(text[12:30])}]" for k, text in enumerate(cells)
        ]
    lines += [
        "footnotes:",
        f"  one: {_yaml(said[number % len(said)][:40])}",
        f"  two: {_yaml(said[(number + 5) % len(said)][:40])}",
    ]
    (folder / "record.yaml").write_text(RECORD.format(symbol=start + number), encoding="utf-8")
    (folder / "zh.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def make_long(folder: Path, said: list[str], annexes: int, paragraphs: int) -> Path:
    """Write one record with so many annexes of so many paragraphs: about a page for every 11 of them."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["title: [长文件]", "agenda: {opening: 会议开幕。, adoption: 通过议程。}", "body:"]
    lines += [f"  - {_yaml(said[k % len(said)])}" for k in range(paragraphs)]
    lines.append("annexes:")
    for annex in range(annexes):
        lines += [f"  - id: file-{annex}", f"    title: {_yaml(f'第 {annex + 1} 份文件')}", "    body:"]
        lines += [f"      - {_yaml(said[(annex * 7 + k) % len(said)])}" for k in range(paragraphs)]
    (folder / "record.yaml").write_text(RECORD.format(symbol=9000 + annexes), encoding="utf-8")
    (folder / "zh.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def correct_annex(folder: Path) -> None:
    """Change one paragraph of an annex of a document; a second time, change it back."""
    words = folder / "zh.yaml"
    text = words.read_text(encoding="utf-8")
    place = next(
        k for k in range(text.index("\nannexes:"), len(text)) if text[k : k + 2] in ("。\n", "；\n", '。"', '；"')
    )
    words.write_text(text[:place] + ("；" if text[place] == "。" else "。") + text[place + 1 :], encoding="utf-8")


def batch(place: Path, count: int, said: list[str] | None = None) -> list[Path]:
    """Write `count` annexes of one to three pages, and give back their folders."""
    said = said or texts()
    return [make(place / f"annex-{n:04}", n, said, 5 + n % 12, 4 + n % 6) for n in range(1, count + 1)]


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
