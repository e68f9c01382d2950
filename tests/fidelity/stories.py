"""The plain text of a finished file, story by story.

For whoever compares it with something else.
"""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.openxml.furniture import head_parts
from publisher.openxml.package import Package
from publisher.openxml.reading import View, read_docx
from publisher.openxml.sections import sections
from publisher.verify.pdf.reading import PdfFile
from publisher.verify.pdf.telling import Block, Telling, read_telling


@dataclass(frozen=True, slots=True)
class FileStory:
    """What a file tells: its blocks and its notes, in order.

    Note marks in place; notes as mark and body.
    """

    blocks: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]


def pdf_story(data: bytes) -> FileStory:
    """The text of a PDF from its tags, page one's head first.

    Running heads are left out.
    """
    told = read_telling(PdfFile(data))
    blocks = tuple(_marked(block, told) for block in told.blocks)
    return FileStory(blocks, tuple((note.mark, note.text) for note in told.notes))


def docx_story(data: bytes, view: View = "accepted") -> FileStory:
    """The text of a DOCX as Word shows it, page one's head first.

    Numbers and marks resolved.
    """
    package = Package(data)
    told = read_docx(package, view)
    first = sections(package)[:1]
    head = head_parts(package, first[0]).get(("header", "first"), []) if first else []
    blocks = (*head, *(paragraph.whole for paragraph in told.paragraphs if paragraph.whole.strip()))
    return FileStory(blocks, tuple((note.mark, note.text) for note in told.notes))


def _marked(block: Block, told: Telling) -> str:
    """Put the signs of a footnote mark around the pieces that calls draw."""
    marks = {id(piece) for call in told.calls for piece in call.pieces}
    return "".join(
        [f"{CALL_OPEN}{piece.text}{CALL_CLOSE}" if id(piece) in marks else piece.text for piece in block.pieces]
    )
