"""Plant every fault in every language and print, by rule: planted, found, found at the right line.

python -m tests.check.recall [--times 3] [--seed 1] [--only FA] [--missed]
"""

from __future__ import annotations

import argparse
import datetime
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from publisher import pipeline
from publisher.catalogue import CATALOGUE
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.workspace import workspace_for
from tests.check.mutations import MUTATIONS
from tests.check.planting import DOCUMENTS, Plant, Text, clean_document

CLEAN = DOCUMENTS / "clean"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@dataclass
class Score:
    """What became of the faults of one rule."""

    planted: int = 0
    found: int = 0
    placed: int = 0
    missed: list[str] = field(default_factory=list)


def clean(language: str) -> Text:
    """The clean document of a language."""
    return clean_document(CLEAN.name, language)


def findings(text: Text) -> tuple[Diagnostic, ...]:
    """What the check says of a document."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.yaml").write_text(text.record, "utf-8")
        (Path(folder) / f"{text.language}.yaml").write_text(text.words, "utf-8")
        workspace = workspace_for(Path(folder), datetime.date(2026, 1, 1))
        return pipeline.examine(workspace, text.language, "draft", remarks=True).diagnostics


def outcome(code: str, plant: Plant, language: str, random: Random) -> tuple[bool, bool, str] | None:
    """Plant once; give back whether the fault was found, and at its line, and where it was; None where it cannot be."""
    planted = plant(clean(language), random)
    if planted is None:
        return None
    file = "record.yaml" if planted.file == "record" else f"{language}.yaml"
    seen = [finding for finding in findings(planted) if finding.code == code]
    at = [one.at for one in seen if isinstance(one.at, Position)]
    source = (planted.record if planted.file == "record" else planted.words).splitlines()
    shown = f"{language} {file}:{planted.line}: {source[planted.line - 1].strip()[:110]}"
    found_at = ", ".join(str(place) for place in at)
    return bool(seen), any((p.file, p.line) == (file, planted.line) for p in at), f"{shown}  [{found_at}]"


def recall(times: int, seed: int, only: str = "") -> dict[str, Score]:
    """Plant the faults of every rule whose code begins with `only`, `times` times a language."""
    scores: dict[str, Score] = defaultdict(Score)
    for code, listed in MUTATIONS.items():
        if not code.startswith(only):
            continue
        for language in LANGUAGES:
            random = Random(f"{seed} {code} {language}")
            for plant in listed:
                for _ in range(times):
                    _count(scores[code], outcome(code, plant, language, random))
    return scores


def _count(score: Score, result: tuple[bool, bool, str] | None) -> None:
    if result is None:
        return
    found, placed, shown = result
    score.planted += 1
    score.found += found
    score.placed += placed
    if not placed:
        score.missed.append(("found elsewhere: " if found else "missed: ") + shown)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--missed", action="store_true", help="show each fault that was not found at its line")
    asked = parser.parse_args()
    scores = recall(asked.times, asked.seed, asked.only)
    families: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for code, score in scores.items():
        row = CATALOGUE[code]
        print(f"{code} {row.name:28} {score.planted:4} {score.found:4} {score.placed:4}")
        for place, number in enumerate((score.planted, score.found, score.placed)):
            families[row.family][place] += number
        for line in score.missed if asked.missed else ():
            print(f"      {line}")
    for family, (planted, found, placed) in families.items():
        print(f"{family:33} {planted:4} {found:4} {placed:4}   {found / planted:6.1%} {placed / planted:6.1%}")


if __name__ == "__main__":
    main()
