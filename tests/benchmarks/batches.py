"""Times a batch of short annexes, a correction in it, and the batch with nothing changed, beside what others would do."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.benchmarks import annexes, peer, typst_peer
from tests.benchmarks.measuring import Taken, median, table, take
from tests.benchmarks.watcher import watching

SAMPLE = 20  # of the annexes that the peers make one by one


def measure(here: Path, count: int, rounds: int = 3) -> str:
    """The table for batches of `count` annexes of one to three pages: medians of `rounds`, each with its peers.

    Ours and theirs take turns in each round, so that what else the machine does falls on both.
    """
    turns = [_round(here / str(turn), count) for turn in range(rounds)]
    return _tables({name: [turn[name] for turn in turns] for name in turns[0]}, count)


def _round(place: Path, count: int) -> dict[str, Taken]:
    """What each took, a document or the whole."""
    folders = annexes.batch(place / "in", count)
    places = [_prepared(place / "peer" / str(number), folder) for number, folder in enumerate(folders)]
    profile = place / "profile"
    peer.convert_many(places[:1], profile)  # makes the profile of LibreOffice
    taken = {
        "ours": take(lambda: _publisher(place, "-j", "2")).each(count),
        "singly": take(lambda: [_peers([one], profile) for one in places[:SAMPLE]]).each(SAMPLE),
        "alone": take(lambda: _publisher(place / "alone", "-j", "1", given=place / "in")).each(count),
        "together": take(lambda: _peers(places, profile)).each(count),
        "again": take(lambda: _publisher(place)),
    }
    if typst_peer.installed():
        taken["typst"] = take(lambda: [typst_peer.make(one) for one in places[:SAMPLE]]).each(SAMPLE)
    _correct(folders[count // 2])
    taken["corrected"] = take(lambda: _publisher(place))
    told = json.loads((place / "out" / "summary.json").read_text())
    assert len([entry for entry in told if not entry["up_to_date"]]) == 1
    with watching(_arguments(place)) as watched:
        watched(lambda: _correct(folders[0]))  # the first loads what is used
        taken["watched"] = watched(lambda: _correct(folders[count // 3]))
    return taken


def _tables(taken: dict[str, list[Taken]], count: int) -> str:
    names = {
        "ours": f"{count} annexes, DOCX + PDF + proof, two processes",
        "alone": "the same in one process",
        "singly": f"docxtpl + LibreOffice one by one, unproven (sample of {SAMPLE})",
        "together": "docxtpl + LibreOffice, one call for all, unproven",
        "typst": f"pandoc + typst one by one, unproven (sample of {SAMPLE})",
    }
    rows = [[names[name], *_row(taken[name], taken["ours"])] for name in names if name in taken]
    whole = median(taken["ours"]).wall * count
    again = {
        "one paragraph corrected, new process": taken["corrected"],
        "one paragraph corrected, `--watch`": taken["watched"],
        "nothing changed": taken["again"],
    }
    others = [
        [name, f"{median(some).wall:.2f} s", f"1/{whole / median(some).wall:.0f}"] for name, some in again.items()
    ]
    missing = "" if "typst" in taken else "\npandoc and typst are not installed here and are left out.\n"
    head = ["batch", "s a document", "CPU s a document", "publisher takes of it", "of its CPU"]
    return table(head, rows) + "\n" + table(
        ["the batch again", "whole", "of building all"], [["all built", f"{whole:.1f} s", "1"], *others]
    ) + missing  # fmt: skip


def _prepared(place: Path, folder: Path) -> Path:
    """The folder in which a peer finds the text of a document."""
    place.mkdir(parents=True)
    resolved = examine(workspace_for(folder, annexes.TODAY), "zh").resolved
    assert resolved is not None
    peer.prepare(resolved, place)
    return place


def _row(taken: list[Taken], ours: list[Taken]) -> list[str]:
    """Seconds, and the medians of what ours took of it in the same round."""
    own = median(taken)
    wall = statistics.median(mine.wall / one.wall for mine, one in zip(ours, taken, strict=True))
    processor = statistics.median(mine.processor / one.processor for mine, one in zip(ours, taken, strict=True))
    return [f"{own.wall:.3f}", f"{own.processor:.3f}", f"{wall:.2f}", f"{processor:.2f}"]


def _publisher(here: Path, *options: str, given: Path | None = None) -> None:
    subprocess.run(
        [sys.executable, "-m", "publisher", *_arguments(here, given), *options], check=True, capture_output=True
    )


def _arguments(here: Path, given: Path | None = None) -> list[str]:
    today = annexes.TODAY.isoformat()
    return ["batch", str(given or here / "in"), "-o", str(here / "out"), "-f", "docx,pdf", "--today", today]


def _correct(folder: Path) -> None:
    words = folder / "zh.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("。", "；", 1), encoding="utf-8")


def _peers(places: list[Path], profile: Path) -> None:
    subprocess.run([sys.executable, str(Path(peer.__file__)), *map(str, places), str(profile)], check=True)
