"""Times the preview as a browser meets it, from the command to the first page, from saving to the new page; and weighs it."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.annexes import TODAY, correct_annex
from tests.benchmarks.measuring import table

WIDTH = 900  # pixels of a page on the screen
BODY = ("人居大会", "人居会议")  # a word of the body of the single document, and another as long


def measure(here: Path, given: Path, runs: int) -> str:
    """The table of medians over `runs` savings of a paragraph of the body, and of an annex."""
    folder = here / given.resolve().name
    shutil.copytree(given, folder)
    start = time.perf_counter()
    with _preview(folder) as (address, _):
        draft = _ask(f"{address}draft/zh")
        _ask(f"{address}picture/{draft['pages'][0][0]}.png?width={WIDTH}")
        first = time.perf_counter() - start
        body = [_saved(address, lambda: _correct_body(folder)) for _ in range(runs + 1)][1:]
        annex = [_saved(address, lambda: correct_annex(folder)) for _ in range(runs + 1)][1:]
    rows = [
        ["opened: from the command to the first page", f"{first:.2f} s"],
        ["a paragraph of the body saved: to the new page", f"{statistics.median(body):.2f} s"],
        ["a paragraph of an annex saved: to the new page", f"{statistics.median(annex):.2f} s"],
    ]
    return table(["preview of one document", "seconds"], rows)


def lasting(here: Path, given: Path, rebuilds: int) -> str:
    """The table of the memory that the preview and its processes hold after so many savings of other words."""
    folder = here / given.resolve().name
    shutil.copytree(given, folder)
    path = folder / "zh.yaml"
    text = path.read_text(encoding="utf-8")
    rows, number = [], 0
    with _preview(folder) as (address, process):
        for round_ in range(1, rebuilds + 1):
            path.write_text(text.replace(BODY[0], f"{BODY[0]}{round_}", 1 + round_ % 3), encoding="utf-8")
            number = _drawn_after(address, number, round_)
            if round_ in (25, 50) or round_ % 100 == 0 or round_ == rebuilds:
                rows.append([str(round_), *(f"{held / 2**20:.0f} MB" for held in _held(process))])
    return table(["savings drawn", "server", "drawing and proving", "in all"], rows)


def _drawn_after(address: str, number: int, round_: int) -> int:
    """Wait until the words of a round are drawn, and have two pages painted: the number of the draft."""
    while True:
        draft = _ask(f"{address}draft/zh")
        if draft["number"] > number and any(f"{BODY[0]}{round_}" in piece["text"] for piece in draft["pieces"]):
            for page in draft["pages"][round_ % 5 : round_ % 5 + 2]:
                _ask(f"{address}picture/{page[0]}.png?width={WIDTH}")
            return int(draft["number"])
        time.sleep(0.05)


def _held(process: subprocess.Popen[str]) -> tuple[int, int, int]:
    whole = psutil.Process(process.pid)
    server = whole.memory_info().rss
    others = sum(one.memory_info().rss for one in whole.children(recursive=True))
    return server, others, server + others


def _saved(address: str, change: Any) -> float:
    """The seconds from a change of a file until the first page that is other is there as a picture."""
    before = _ask(f"{address}draft/zh")
    with urllib.request.urlopen(f"{address}events", timeout=120) as events:
        next(_news(events))
        start = time.perf_counter()
        change()
        next(news for news in _news(events) if news["stage"] == "drawn" and news["number"] > before["number"])
        after = _ask(f"{address}draft/zh")
        old = {page[0] for page in before["pages"]}
        changed = next((page[0] for page in after["pages"] if page[0] not in old), after["pages"][0][0])
        _ask(f"{address}picture/{changed}.png?width={WIDTH}")
        took = time.perf_counter() - start
        next((news for news in _news(events) if news["stage"] == "proved"), None)
    return took


def _news(events: Any) -> Iterator[dict[str, Any]]:
    for line in events:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def _correct_body(folder: Path) -> None:
    """Change one word in the middle of the body, and back the next time."""
    path = folder / "zh.yaml"
    text = path.read_text(encoding="utf-8")
    here = text.find(BODY[1])
    if here >= 0:
        path.write_text(text[:here] + BODY[0] + text[here + len(BODY[1]) :], encoding="utf-8")
        return
    places = [place for place in range(len(text)) if text.startswith(BODY[0], place)]
    here = places[len(places) // 3]
    path.write_text(text[:here] + BODY[1] + text[here + len(BODY[0]) :], encoding="utf-8")


def _ask(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=120) as answer:
        data = answer.read()
    return json.loads(data) if "/draft/" in address else data


@contextmanager
def _preview(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-m", "publisher", "preview", str(folder), "--no-open", "--today", TODAY.isoformat()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.terminate()
        process.wait()
