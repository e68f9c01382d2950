"""Random edits of whole documents, each proved: `python -m tests.revise.random_edits 300 --redline 20 --seed 1`.

Every edit changes the data as an editor would; both versions are resolved, a corrigendum is made of the difference,
written as a language file, read back, and carried out: the outcome must be the corrected text, passage by passage.
"""

from __future__ import annotations

import argparse
import atexit
import copy
import datetime
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from publisher.language import vocabulary
from publisher.model.document import Language
from publisher.model.reference import load_reference
from publisher.model.resolved import Document
from publisher.model.workspace import Workspace, workspace_for
from publisher.read import read
from publisher.resolve import resolve
from publisher.revise import Renumbered, instructions, passages, prove
from publisher.revise.corrigendum import corrections, instructions_in
from tests.revise.editing import Draft, edited

DATA = Path(__file__).parents[2] / "data"
DOCUMENTS = [("DEMO-CVW.3-15", code) for code in ("en", "fr", "es", "ru", "ar", "zh")] + [("HSP-HA.2-16", "zh")] * 2
TODAY = datetime.date(2030, 1, 1)


@dataclass(frozen=True)
class Outcome:
    """What became of one random correction: its edits, and the kinds of instructions that were proved."""

    edits: tuple[str, ...]
    result: str  # “proved”, “refused: renumbers”, “unchanged”, “does not resolve”
    instructions: tuple[str, ...] = ()


def correction(seed: int) -> tuple[Document | None, Document | None, list[str], Workspace]:
    """A document before and after edits drawn from `seed`, the kinds of edits, and where it stands."""
    chance = random.Random(seed)
    name, language = chance.choice(DOCUMENTS)
    record, words = copy.deepcopy(_data(name, language))
    made = edited(Draft(record, words, language, chance), chance.randint(1, 4))
    folder = Path(tempfile.mkdtemp(prefix="publisher-edits-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    yaml = YAML(typ="safe", pure=True)
    for path, content in (("record.yaml", record), (f"{language}.yaml", words)):
        with (folder / path).open("w", encoding="utf-8") as stream:
            yaml.dump(content, stream)
    for path in (DATA / name).glob("*.svg"):
        (folder / path.name).write_bytes(path.read_bytes())
    workspace = workspace_for(folder, TODAY)
    return _issued(name, language), resolved(workspace, language), made, workspace


def proved(seed: int) -> Outcome:
    """Make and prove the corrigendum of one random correction; Disproved where it does not hold."""
    old, new, made, _ = correction(seed)
    edits = tuple(made)
    if old is None or new is None:
        return Outcome(edits, "does not resolve")
    issued, wanted = passages(old), passages(new)
    try:
        orders = instructions(issued, wanted)
    except Renumbered:
        return Outcome(edits, "refused: renumbers")
    if not orders:
        assert [p.text for p in issued] == [p.text for p in wanted]
        return Outcome(edits, "unchanged")
    marks = {note.id: note.mark for note in (*old.notes, *new.notes)}
    file = Language.model_validate({"title": ["x"], "body": corrections(orders, marks)})
    prove(issued, instructions_in(file.body), wanted)
    return Outcome(edits, "proved", tuple(order.kind for order in orders))


def resolved(workspace: Workspace, language: str) -> Document | None:
    """The resolved document in `workspace`; None where it cannot be read."""
    document = read(workspace, language).document
    if document is None:
        return None
    return resolve(document, workspace, _reference(), vocabulary(language, workspace)).document


@cache
def _issued(name: str, language: str) -> Document | None:
    return resolved(workspace_for(DATA / name, TODAY), language)


@cache
def _reference() -> Any:
    return load_reference(DATA / "reference")


@cache
def _data(name: str, language: str) -> tuple[Any, Any]:
    yaml = YAML(typ="safe", pure=True)
    return tuple(yaml.load((DATA / name / file).read_text("utf-8")) for file in ("record.yaml", f"{language}.yaml"))


def main() -> None:
    """Prove as many random corrections as asked for and print their number and kinds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("number", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--redline", type=int, default=0, help="for so many of them, prove the redline too")
    asked = options.parse_args()
    results: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    orders: Counter[str] = Counter()
    for seed in range(asked.seed, asked.seed + asked.number):
        try:
            outcome = proved(seed)
        except Exception as error:
            print(f"seed {seed}: {type(error).__name__}: {error}")
            results["FAILED"] += 1
            continue
        results[outcome.result] += 1
        if outcome.result == "proved":
            edits.update(outcome.edits)
            orders.update(outcome.instructions)
    if asked.redline:
        from tests.revise.redlines import findings

        for seed in range(asked.seed, asked.seed + asked.redline):
            found = findings(seed)
            results["redline proved" if not found else "redline FAILED"] += 1
            for line in found:
                print(f"seed {seed}: {line}")
    for title, counts in (("corrections", results), ("edits proved", edits), ("instructions proved", orders)):
        print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))


if __name__ == "__main__":
    main()
