"""A document as the preview shows it.

Pages, the place of every block on them, the way back to the words, findings.
"""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.model.diagnostic import Diagnostic, PagePosition, Position

if TYPE_CHECKING:
    from publisher.batch.remembered import KeptParts
    from publisher.model.document import Document as Written
    from publisher.model.resolved import Document as Resolved
    from publisher.render.pdf import Earlier

MOST_LANGUAGES = 2  # that are held as they were laid out
_EARLIER: dict[tuple[Path, str], Earlier] = {}

Box = tuple[int, float, float, float, float]  # page from 1; left, top, width, height in points from its upper corner


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the digest of all that is painted on it, its size in points."""

    digest: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """What can be clicked: where it is drawn, what it says, its source.

    A block, note, cell or title. `role` is its role or kind. `table`, `row` and `column` (from 0, head rows apart)
    place a cell in its table; `fact` names the block a sentence was generated from, in the words of the author: “vote
    strategic-plan”.
    """

    id: str
    role: str
    text: str
    boxes: tuple[Box, ...]
    at: Position | None = None
    fact: str = ""
    depth: int = 0
    table: str = ""
    table_at: Position | None = None
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """One language of a document as drawn at one moment.

    No pages where it could not be drawn.
    """

    language: str
    direction: str
    symbol: str
    title: str
    pdf: bytes
    pages: tuple[Page, ...]
    pieces: tuple[Piece, ...]
    findings: tuple[Diagnostic, ...]
    sources: dict[str, str]
    seconds: float
    said: tuple[Diagnostic, ...] = ()  # by the layout engine, of the pages
    facts: tuple[tuple[str, str, str], ...] = ()  # what words can name: as typed, what it says, its kind


def draw_draft(folder: Path, language: str, today: datetime.date, parts: Path) -> Draft:
    """The draft of a document as its files are now.

    `parts` is a folder for what need not be laid out again. For a process that stays: what is drawn with is loaded
    once.
    """
    from publisher.model.words import words_in
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import understand
    from publisher.preview.completing import completions
    from publisher.preview.places import pages_of, pieces_of
    from publisher.render.page import render_page
    from publisher.render.pdf import write_pdf

    start = time.perf_counter()
    workspace = workspace_for(folder, today)
    understood = understand(workspace, language)
    written, resolved = understood.written, understood.resolved
    if written is None or resolved is None:
        return _undrawn(language, written, understood.diagnostics, dict(understood.sources), start)
    kept, earlier = kept_parts(parts, language), _earlier(folder, language)
    pdf = write_pdf(render_page(resolved, workspace), resolved, workspace, None, kept, earlier)
    pages = pages_of(pdf.data)
    title = next((words.at for words in words_in(written.words.title)), None)
    return Draft(
        language,
        resolved.direction,
        resolved.symbol,
        resolved.properties.title,
        pdf.data,
        pages,
        pieces_of(pdf.data, pages, resolved, title),
        understood.diagnostics,
        dict(understood.sources),
        time.perf_counter() - start,
        tuple(_said(message, resolved) for message in pdf.messages),
        completions(written, resolved, workspace),
    )


def lay_out_beside(folder: Path, language: str, today: datetime.date, parts: Path) -> None:
    """Lay out the second half of a document, for `draw_draft` in another process to find in `parts`."""
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import understand
    from publisher.render.page import render_page
    from publisher.render.pdf import PagePdf, lay_out_rest, worth_sharing

    workspace = workspace_for(folder, today)
    if (resolved := understand(workspace, language).resolved) is not None:
        work = PagePdf(render_page(resolved, workspace), resolved, workspace, None, kept_parts(parts, language))
        if worth_sharing(work):
            lay_out_rest(work)


def kept_parts(parts: Path, language: str) -> KeptParts:
    """The parts of a language that need not be laid out again."""
    from publisher.batch.digests import of_text
    from publisher.batch.remembered import KeptParts

    return KeptParts(parts / language, of_text(language))


def check_draft(
    folder: Path, language: str, today: datetime.date, parts: Path
) -> tuple[tuple[Diagnostic, ...], dict[str, str]]:
    """All findings on the document as its files are now, and the texts of those.

    What was understood to draw it is not read again. Where it was drawn, what is left to do is done.
    """
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import examine
    from publisher.render.pdf import tidy

    if (earlier := _EARLIER.get((folder, language))) is not None:
        tidy(earlier, kept_parts(parts, language))
    examined = examine(workspace_for(folder, today), language)
    return examined.diagnostics, dict(examined.sources)


def _earlier(folder: Path, language: str) -> Earlier:
    """What this process laid out of the language last."""
    from publisher.render.pdf import Earlier

    found = _EARLIER.pop((folder, language), None) or Earlier()
    _EARLIER[folder, language] = found
    while len(_EARLIER) > MOST_LANGUAGES:
        del _EARLIER[next(iter(_EARLIER))]
    return found


def _said(message: str, resolved: Resolved) -> Diagnostic:
    from publisher.catalogue import finding

    return finding("BD005", message, PagePosition(f"{resolved.symbol} ({resolved.language})"))


def _undrawn(
    language: str, written: Written | None, findings: tuple[Diagnostic, ...], sources: dict[str, str], start: float
) -> Draft:
    symbol = written.record.symbol if written is not None else ""
    return Draft(language, "", symbol, "", b"", (), (), findings, sources, time.perf_counter() - start)
