"""Figures: a picture from the document folder, and nothing from outside it."""

from __future__ import annotations

import hashlib

from publisher.model import document as written
from publisher.model import resolved
from publisher.model.inline import plain
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.files import Outside, inside


def figure(block: written.Figure, drafting: Drafting) -> Draft:
    """A figure; where its file is outside the folder or missing, its alternative text in brackets instead."""
    alternative = plain(drafting.inlines(block.alternative))
    try:
        path = inside(block.figure, drafting.workspace)
    except Outside as fault:
        drafting.report("TB003", str(fault), block.at, span=block.figure, hint="put the file into the document folder")
        return _stand_in(block, alternative)
    if not path.is_file():
        drafting.report(
            "TB004", f"there is no file “{block.figure}” in the document folder", block.at, span=block.figure
        )
        return _stand_in(block, alternative)
    drawn = resolved.Figure(
        "", None, drafting.inlines(block.title), block.figure, text(alternative), drafting.inlines(block.source),
        hashlib.sha256(path.read_bytes()).hexdigest(), block.at,
    )  # fmt: skip
    return Draft(drawn, Asked("figure", numeric=block.title is not None), block.id)


def _stand_in(block: written.Figure, alternative: str) -> Draft:
    paragraph = resolved.Paragraph("", "unnumbered", None, text(f"[{alternative}]"), at=block.at)
    return Draft(paragraph, None, block.id)
