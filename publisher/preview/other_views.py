"""Other views of a draft: what Word shows, what has changed."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from publisher.preview.draft import Box, Page

PATIENCE = 120.0  # seconds LibreOffice may take


@dataclass(frozen=True, slots=True)
class View:
    """A PDF and its pages; where there is none, why: a sentence, its values.

    `changes` are the places of what a redline marks.
    """

    pdf: bytes = b""
    pages: tuple[Page, ...] = ()
    changes: tuple[Box, ...] = ()
    message: str = ""
    values: dict[str, str] = field(default_factory=dict)


def word_pages(docx: bytes) -> View:
    """The pages of a Word file as LibreOffice lays them out."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return View(message="Word’s pages are shown through LibreOffice, which is not installed here.")
    with tempfile.TemporaryDirectory(prefix="publisher-word-") as folder:
        place = Path(folder)
        (place / "draft.docx").write_bytes(docx)
        command = [
            office, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
            "--outdir", str(place), str(place / "draft.docx"),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
            return _view((place / "draft.pdf").read_bytes())
        except (OSError, subprocess.SubprocessError) as failure:
            return View(message="LibreOffice could not show the Word file: {problem}", values={"problem": str(failure)})


def redline_pages(folder: Path, language: str, today: datetime.date, register: str) -> View:
    """The pages of the redline from the newest edition to the words."""
    from publisher import succession
    from publisher.failures import Failure
    from publisher.model.workspace import workspace_for
    from publisher.preview.places import changes_of
    from publisher.register import open_register

    try:
        workspace = workspace_for(folder, today)
        now = succession.resolved_data(workspace, language)
        book = open_register(register, make=False)
        if not book.editions(symbol=now.symbol, language=language):
            return View(
                message="{symbol} has not been issued in this language, so there is nothing to compare with.",
                values={"symbol": now.symbol},
            )
        edition = book.latest(now.symbol, language)
        with succession.unfrozen(book, edition, today) as before:
            old = succession.resolved_edition(book, edition, before)
        drawn = succession.redline_of(old, now, workspace)
        view = _view(drawn.files["pdf"])
        return replace(view, changes=changes_of(view.pdf, view.pages, drawn.shown))
    except Failure as failure:
        return View(message=str(failure))


def _view(pdf: bytes) -> View:
    from publisher.preview.places import pages_of

    return View(pdf, pages_of(pdf))
