"""The cases, and what a build, a redline or a correction of one comes to."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from publisher import pipeline, succession
from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.workspace import Workspace, languages_in, workspace_for
from publisher.register import Register, open_register

ROOT = Path(__file__).parents[2]
FOUND = Path(os.environ.get("PUBLISHER_FOUND", ROOT.parent / "shared" / "cases" / "found"))
DAY = datetime.date(2027, 12, 1)
_BEFORE = ("A", "old")  # the folder of a case of two that is issued first
_OWN = {"organ.yaml": "organs.yaml", "place.yaml": "places.yaml"}  # what an editor adds to the reference data


def folders() -> list[Path]:
    """The folders of all cases, none where they are not on this machine."""
    return sorted(path for path in FOUND.glob("*") if path.is_dir()) if FOUND.is_dir() else []


def outcomes(case: Path) -> Iterator[tuple[str, int, str]]:
    """What is done, exit code and findings (errors first, each code with how often) of each version of a case."""
    with tempfile.TemporaryDirectory() as place:
        folder = _copied(case, Path(place))
        if (folder / "record.yaml").is_file():
            for language in languages_in(folder):
                yield language, *_told(lambda code=language: _built(folder, code))  # type: ignore[misc]
            return
        first = next(folder / name for name in _BEFORE if (folder / name).is_dir())
        for second in sorted(path for path in folder.iterdir() if path.is_dir() and path != first):
            yield from _corrected(first, second)


def _copied(case: Path, place: Path) -> Path:
    """The case where editors' own organ and place, and the picture they all name, stand beside it."""
    folder = place / case.name
    shutil.copytree(case, folder)
    (place / "reference").mkdir()
    for name, ours in _OWN.items():
        if (own := FOUND / "editor-own-texts" / name).is_file() and case.name.startswith("editor"):
            shutil.copy(own, place / "reference" / ours)
    picture = FOUND / "editor-excel-empty-columns" / "landings.png"
    if case.name.startswith("editor") and picture.is_file() and not (folder / picture.name).exists():
        shutil.copy(picture, folder)
    return folder


def _corrected(first: Path, second: Path) -> Iterator[tuple[str, int, str]]:
    """From one folder to the next: the redline, the issue of the first, the corrigendum, and its issue."""
    language = languages_in(first)[0]
    before, after = workspace_for(first, DAY), workspace_for(second, DAY)
    yield f"{second.name} redline", *_told(lambda: _redline(before, after, language))
    book = open_register(str(second.with_suffix(".sqlite")))
    yield f"{second.name} issued", *_told(lambda: _issued(before, language, book))
    made: list[Path] = []

    def corrigendum() -> tuple[Diagnostic, ...]:
        name, files = succession.corrigendum(book, after, [language], DAY)
        made.append(second.parent / f"{second.name}-{name}")
        for file, data in files.items():
            path = made[0] / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return ()

    yield f"{second.name} corrigendum", *_told(corrigendum)
    if made:
        workspace = workspace_for(made[0], DAY)
        yield (
            f"{second.name} corrigendum issued",
            *_told(lambda: _issued(workspace, language, book)),
        )


def _issued(workspace: Workspace, language: str, book: Register) -> tuple[Diagnostic, ...]:
    ready = succession.made_ready(workspace, language, book, {})
    book.issue(ready.edition)
    return ready.built.diagnostics


def _built(folder: Path, language: str) -> tuple[Diagnostic, ...]:
    return pipeline.build(workspace_for(folder, DAY), language).diagnostics


def _redline(before: Workspace, after: Workspace, language: str) -> tuple[Diagnostic, ...]:
    texts = (succession.resolved_data(one, language) for one in (before, after))
    return succession.redline_of(*texts, after).diagnostics


def _told(work: Callable[[], tuple[Diagnostic, ...]]) -> tuple[int, str]:
    try:
        found = work()
    except Failure as refusal:
        return refusal.exit_code, f"{type(refusal).__name__}: {refusal}"
    except Exception as error:
        return 70, f"{type(error).__name__}: {str(error)[:80]}"
    said = []
    for severity in (Severity.ERROR, Severity.WARNING):
        counted = Counter(one.code for one in found if one.severity is severity)
        said.append(" ".join(f"{code}×{count}" if count > 1 else code for code, count in counted.items()))
    return int(bool(said[0])), " | ".join(said)
