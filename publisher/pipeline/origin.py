"""What a document still has of the one it was started from.

The demonstration, or that of the last session.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.catalogue import finding
from publisher.model.workspace import demonstration
from publisher.pipeline.understanding import Understood
from publisher.typed import long_texts, record_entries

if TYPE_CHECKING:
    from publisher.model.diagnostic import Diagnostic, Position

# Entries of a record that are of one session; the organ, its place and the agenda may be those of the last.
FACTS = ("date", "meetings", "attendance", "credentials", "votes", "elections", "bureaux", "persons", "adoptions")
_MOST = 12  # texts that are told one by one
_HINT = "write what is of this session; what is rightly the same, waive with the reason"


def against_origin(understood: Understood) -> tuple[Diagnostic, ...]:
    """Facts and words that stand as in the document this one was started from."""
    written, folder = understood.written, understood.workspace.folder
    origin = written.record.started_from if written is not None else None
    if origin is None:
        return ()
    earlier = (folder / origin.folder).resolve() if origin.folder else demonstration()
    file = f"{understood.language}.yaml"
    found = [*_facts(folder, earlier, origin.symbol), *_words(folder, earlier, file, origin.symbol)]
    return tuple(found)


def _facts(folder: Path, earlier: Path, symbol: str) -> Iterator[Diagnostic]:
    before = record_entries(_text(earlier / "record.yaml"), "record.yaml")
    for key, (said, at) in record_entries(_text(folder / "record.yaml"), "record.yaml").items():
        if key in FACTS and said and key in before and before[key][0] == said:
            yield finding("BD011", f"“{key}” stands as in {symbol}", at, span=key, hint=_HINT)


def _words(folder: Path, earlier: Path, file: str, symbol: str) -> Iterator[Diagnostic]:
    before = {text for text, _ in long_texts(_text(earlier / file), file)}
    same: list[tuple[str, Position]] = [
        (text, at) for text, at in long_texts(_text(folder / file), file) if text in before
    ]
    for text, at in same[:_MOST]:
        yield finding("BD012", f"“{text[:50]}…” stands as in {symbol}", at, span=text[:60], hint=_HINT)
    if len(same) > _MOST:
        more = f"{len(same) - _MOST} more texts stand as in {symbol}"
        yield finding("BD012", more, same[_MOST][1], hint=_HINT)


def _text(path: Path) -> str:
    """The text of a file, empty where it is not there."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
