"""Times a record of about 350 pages with its annexes beside docxtpl + LibreOffice: whole, and one paragraph changed."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.benchmarks import annexes, peer
from tests.benchmarks.measuring import Taken, median, table, take
from tests.benchmarks.watcher import watching

ANNEXES, PARAGRAPHS = 22, 120  # 343 pages


def measure(here: Path, rounds: int) -> str:
    """The table of medians over `rounds`; in each, ours and theirs take turns."""
    folder = annexes.make_long(here / "long", annexes.texts(), ANNEXES, PARAGRAPHS)
    resolved = examine(workspace_for(folder, annexes.TODAY), "zh").resolved
    assert resolved is not None
    peer.prepare(resolved, here)
    peer_command = [sys.executable, str(Path(peer.__file__)), str(here), str(here / "profile")]
    arguments = ["build", str(folder), "-f", "docx,pdf", "--today", annexes.TODAY.isoformat(), "-o"]

    def build(*more: str) -> None:
        command = [sys.executable, "-m", "publisher", *arguments, str(here / "out"), *more]
        subprocess.run(command, check=True, capture_output=True)

    subprocess.run(peer_command, check=True)  # makes the profile of LibreOffice
    taken: dict[str, list[Taken]] = {"all": [], "peer": [], "changed": [], "watched": []}
    for _ in range(rounds):
        taken["all"].append(take(lambda: build("--anew")))
        taken["peer"].append(take(lambda: subprocess.run(peer_command, check=True)))
        annexes.correct_annex(folder)
        taken["changed"].append(take(build))
    with watching([*arguments, str(here / "watched")]) as watched:
        watched(lambda: annexes.correct_annex(folder))
        taken["watched"] = [watched(lambda: annexes.correct_annex(folder)) for _ in range(rounds)]
    names = {
        "all": "all of it, two processes",
        "changed": "one paragraph of an annex changed, new process",
        "watched": "one paragraph of an annex changed, `--watch`",
    }
    theirs = median(taken["peer"]).wall
    rows = [
        [name, f"{median(taken[key]).wall:.2f} s", f"{theirs:.2f} s",
         f"{statistics.median(a.wall / b.wall for a, b in zip(taken[key], taken['peer'], strict=True)):.2f}"]
        for key, name in names.items()
    ]  # fmt: skip
    return table(["343 pages", "publisher, proven", "docxtpl + LibreOffice, unproven", "ratio"], rows)
