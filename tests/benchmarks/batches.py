"""Times a batch of short annexes, a correction in it, and the batch with nothing changed, beside what others would do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.benchmarks import annexes, peer, typst_peer
from tests.benchmarks.measuring import Taken, table, take

SAMPLE = 20  # of the annexes that the peers make one by one


def measure(here: Path, count: int) -> str:
    """Give back the table for `count` annexes of one to three pages."""
    folders = annexes.batch(here / "in", count)
    ours = take(lambda: _publisher(here, "-j", "2"))
    alone = take(lambda: _publisher(here / "alone", "-j", "1", given=here / "in"))
    again = take(lambda: _publisher(here))
    _correct(folders[count // 2])
    corrected = take(lambda: _publisher(here))
    built = [entry for entry in json.loads((here / "out" / "summary.json").read_text()) if not entry["up_to_date"]]
    assert len(built) == 1, built
    for number, folder in enumerate(folders):
        (here / "peer" / str(number)).mkdir(parents=True)
        resolved = examine(workspace_for(folder, annexes.TODAY), "zh").resolved
        assert resolved is not None
        peer.prepare(resolved, here / "peer" / str(number))
    places = [here / "peer" / str(number) for number in range(count)]
    peer.convert_many(places[:1], here / "profile")  # makes the profile of LibreOffice
    singly = take(lambda: [_peer(place, here / "profile") for place in places[:SAMPLE]]).each(SAMPLE)
    together = take(lambda: _peers(places, here / "profile")).each(count)
    each = ours.each(count)
    rows = [
        _row(f"{count} annexes, DOCX + PDF + proof, two processes", each, each),
        _row("the same in one process", alone.each(count), each),
        _row(f"docxtpl + LibreOffice one by one, unproven (sample of {SAMPLE})", singly, each),
        _row("docxtpl + LibreOffice, one call for all, unproven", together, each),
    ]
    if typst_peer.installed():
        rows.append(_row(f"pandoc + typst, unproven, one by one (sample of {SAMPLE})", _typst(places), each))
    others = [
        ["all built", f"{ours.wall:.1f} s", "1"],
        ["one paragraph corrected", f"{corrected.wall:.2f} s", f"1/{ours.wall / corrected.wall:.0f}"],
        ["nothing changed", f"{again.wall:.2f} s", f"1/{ours.wall / again.wall:.0f}"],
    ]
    missing = "" if typst_peer.installed() else "pandoc and typst are not installed here and are left out.\n"
    return (
        table(["batch", "s a document", "CPU s a document", "publisher takes of it"], rows)
        + "\n" + table(["the batch again", "whole", "of building all"], others) + missing
    )  # fmt: skip


def _row(name: str, taken: Taken, ours: Taken) -> list[str]:
    return [name, f"{taken.wall:.3f}", f"{taken.processor:.3f}", f"{ours.wall / taken.wall:.2f}"]


def _publisher(here: Path, *options: str, given: Path | None = None) -> None:
    command = [sys.executable, "-m", "publisher", "batch", str(given or here / "in"), "-o", str(here / "out"),
               "-f", "docx,pdf", "--today", annexes.TODAY.isoformat(), *options]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)


def _correct(folder: Path) -> None:
    words = folder / "zh.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("。", "；", 1), encoding="utf-8")


def _peer(place: Path, profile: Path) -> None:
    subprocess.run([sys.executable, str(Path(peer.__file__)), str(place), str(profile)], check=True)


def _peers(places: list[Path], profile: Path) -> None:
    subprocess.run([sys.executable, str(Path(peer.__file__)), *map(str, places), str(profile)], check=True)


def _typst(places: list[Path]) -> Taken:
    return take(lambda: [typst_peer.make(place) for place in places[:SAMPLE]]).each(SAMPLE)
