"""Documents spoilt at random: reading, checking and building tell what is wrong, and never raise.

Run `python -m tests.read.fuzz 500 --seed 7`; each document has a number, and `--only 41` makes that one again. One in
six is built as PDF, one as Word, the others as HTML, which is drawn from the same page; `--format pdf` builds all so.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from publisher import pipeline
from publisher.failures import Failure
from publisher.limits import TooLong, limits
from publisher.model.diagnostic import Diagnostic, PagePosition, Position
from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import FORMATS, Format
from tests.conftest import RECORD, ROOT, WORDS, trusted
from tests.read.strokes import spoilt

DAY = datetime.date(2027, 12, 1)
MOST = 60.0  # seconds one document may take: a hang is a failure too
BUILT: tuple[Format, ...] = ("html", "html", "pdf", "html", "html", "docx")
GOLDEN = ROOT / "tests" / "resolve" / "golden"
DEMO = ROOT / "data" / "DEMO-CVW.3-15"
TABLES = """\
  - {table: rows.csv, id: one, title: Rows of a file, figures: {thousands: profile}}
  - {table: rows.xlsx, id: two, title: Rows of a workbook}
  - {file: {name: rows.xlsx, sheet: Sheet, range: A1:C3, head: 1}, id: again, title: Some rows of a workbook}
  - {figure: square.png, id: three, title: A square, alternative: A grey square.}
  - {figure: drawn.svg, id: four, title: A drawing, alternative: A section of a well.}
"""
ROWS = "District,Wells,Share\nNorth,1234,5.5\nSouth,-60,(7.0)\nTotal,1174,12.5\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one spoilt document: what was done to it, and what is wrong with what it came to."""

    number: int
    done: tuple[str, ...]
    codes: tuple[str, ...]
    wrong: str = ""


def outcomes(count: int, seed: str, form: Format | None = None) -> Iterator[Outcome]:
    """What comes of `count` documents spoilt after `seed`."""
    return (outcome(number, seed, form) for number in range(count))


def outcome(number: int, seed: str, form: Format | None = None) -> Outcome:
    """What comes of document `number`: checked and built, in one of its languages."""
    chance = Random(f"{seed}:{number}")
    with tempfile.TemporaryDirectory() as place:
        folder = _sound(chance, Path(place) / "spoilt")
        language = chance.choice(languages_in(folder))
        files = [path for path in sorted(folder.iterdir()) if path.is_file()]
        near = [path for path in files if path.suffix != ".yaml" or path.stem in ("record", language)]
        done = []
        for _ in range(chance.choice((1, 1, 2, 4))):
            path = chance.choice(near)
            name, data = spoilt(path.suffix, path.read_bytes(), chance)
            path.write_bytes(data)
            done.append(f"{path.name}: {name}")
        codes, wrong = faults_of(folder, language, form or BUILT[number % len(BUILT)])
    return Outcome(number, tuple(done), codes, wrong)


def _sound(chance: Random, folder: Path) -> Path:
    """A sound document to be spoilt: a small one with a file of each sort, one with every block, or a long one."""
    source = chance.choice((None, None, GOLDEN, DEMO))
    if source is not None:
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.txt"))
        return trusted(folder)
    folder.mkdir()
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS.replace("body:\n", "body:\n" + TABLES, 1), encoding="utf-8")
    (folder / "rows.csv").write_text(ROWS, encoding="utf-8")
    (folder / "rows.xlsx").write_bytes(_workbook())
    shutil.copy(GOLDEN / "square.png", folder)
    shutil.copy(DEMO / "cross-section.svg", folder / "drawn.svg")
    return folder


@cache
def _workbook() -> bytes:
    import io

    import openpyxl

    made, data = openpyxl.Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    for row in [["Member", "Day", "Change"], ["Kenya", DAY, -0.05], ["Comoros", DAY, 12.5], ["Total", None, "=C2+C3"]]:
        sheet.append(row)
    sheet["C2"].number_format = "0.0%"
    sheet.merge_cells("A4:B4")
    made.save(data)
    return data.getvalue()


def faults_of(folder: Path, language: str, form: Format = "html") -> tuple[tuple[str, ...], str]:
    """The codes of what is found in a document, and what is wrong with the findings."""
    try:
        with limits(folder.name, MOST):
            workspace = workspace_for(folder, DAY)
            checked = pipeline.examine(workspace, language, "publish", remarks=True).diagnostics
            built = pipeline.build(workspace, language, (form,))
    except TooLong:
        return (), f"not ready after {MOST:g} seconds"
    except Failure as refusal:
        return (f"exit {refusal.exit_code}",), traceback.format_exc() if refusal.exit_code == Failure.exit_code else ""
    except Exception:
        return (), traceback.format_exc()
    every = {*checked, *built.diagnostics}
    faults = {fault for one in every if (fault := _fault(one, folder))}
    if built.exit_code == Failure.exit_code:
        faults.add("exit 70")
    return tuple(sorted({one.code for one in every})), "\n".join(sorted(faults))


def _fault(one: Diagnostic, folder: Path) -> str:
    """What is wrong with a finding: no words, or no place in the files."""
    if not one.message.strip():
        return f"{one.code} says nothing"
    match one.at:
        case None:
            return f"{one.code} has no place: {one.message}"
        case PagePosition():
            return ""
        case Position(file=file, line=line) if (folder / file).suffix in (".yaml", ".csv") and (
            folder / file
        ).is_file():
            lines = len((folder / file).read_bytes().decode("utf-8", "replace").splitlines())
            return "" if 1 <= line <= lines + 2 else f"{one.code} is outside the file: {one.at} of {lines}"
    return ""


def main() -> int:
    """Spoil documents, tell of each that was not borne, and how often each finding was made."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=200)
    asked.add_argument("--seed", default="1")
    asked.add_argument("--only", type=int)
    asked.add_argument("--format", choices=FORMATS)
    given = asked.parse_args()
    told: Counter[str] = Counter()
    wrong = 0
    alone = given.only is not None
    every = (
        iter([outcome(given.only, given.seed, given.format)])
        if alone
        else outcomes(given.count, given.seed, given.format)
    )
    for one in every:
        told.update(one.codes or ("no finding",))
        if one.wrong:
            wrong += 1
            print(f"{one.number}: {'; '.join(one.done)}\n{one.wrong}\n", flush=True)
    print(f"{1 if alone else given.count} documents, {wrong} not borne; {len(told)} codes: {dict(told)}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
