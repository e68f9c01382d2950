"""Figures: a picture from the document folder that can be printed.

Nothing from outside it.
"""

from __future__ import annotations

import hashlib

from publisher.model import document as written
from publisher.model import resolved
from publisher.model.files import Refused, contents
from publisher.model.inline import plain
from publisher.picture import Unprintable, picture
from publisher.resolve.drafting import Asked, Draft, Drafting, text


def figure(block: written.Figure, drafting: Drafting) -> Draft:
    """A figure, or its alternative text in brackets.

    Where its file is missing or cannot be printed.
    """
    alternative = plain(drafting.inlines(block.alternative))
    digest = _digest(block, drafting)
    if digest is None:
        drafting.broken.add(block.id or "")
        paragraph = resolved.Paragraph("", "unnumbered", None, text(f"[{alternative}]"), at=block.at)
        return Draft(paragraph, None, block.id)
    drawn = resolved.Figure(
        "", None, drafting.inlines(block.title), block.figure, text(alternative), drafting.inlines(block.source),
        digest, block.at,
    )  # fmt: skip
    return Draft(drawn, Asked("figure", numeric=block.title is not None), block.id)


def _digest(block: written.Figure, drafting: Drafting) -> str | None:
    """The SHA-256 of the file of a figure; None, and a finding, where it cannot be printed."""
    name = block.figure
    try:
        data = contents(drafting.workspace.folder, name)
        picture(data)
    except Refused as fault:
        drafting.report("TB003", str(fault), block.at, span=name, hint="put the file into the document folder")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        hint = drafting.nearest(name, _beside(drafting)) or "put the file into the document folder"
        drafting.report(
            "TB004", f"there is no file “{name[:80]}” in the document folder", block.at, span=name, hint=hint
        )
    except OSError as error:
        drafting.report("TB004", f"“{name[:80]}” cannot be read: {error.strerror}", block.at, span=name)
    except Unprintable as fault:
        drafting.report("TB014", f"“{name}” {fault}", block.at, span=name, hint=fault.hint)
    else:
        return hashlib.sha256(data).hexdigest()
    return None


def _beside(drafting: Drafting) -> list[str]:
    """The pictures of the document folder."""
    endings = (".png", ".jpg", ".jpeg", ".svg")
    return sorted(path.name for path in drafting.workspace.folder.glob("*.*") if path.suffix.lower() in endings)
