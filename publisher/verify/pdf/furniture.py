"""Holds running heads and page numbers against the document.

Right words, right side, none on page one.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.catalogue import finding
from publisher.model.characters import compared, unmarked, written
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.layout import Layout
from publisher.model.resolved import Document, Table
from publisher.verify.pdf.direction import signs
from publisher.verify.pdf.reading import Piece, Sheet, unmirrored
from publisher.verify.wording import shortened


def furniture_findings(
    document: Document, furniture: dict[int, list[Piece]], sheets: Sequence[Sheet], profile: Layout, name: str
) -> list[Diagnostic]:
    """What is wrong with heads and feet, and text nobody owns.

    By page; owned is what a part of the structure has.
    """
    findings: list[Diagnostic] = []
    heads = _table_heads(document)
    for sheet in sheets:
        pieces = [piece for piece in furniture.get(sheet.number, ()) if piece.text.strip()]
        place = PagePosition(name, sheet.number)
        head = [piece for piece in pieces if piece.y > sheet.height - profile.sheet.top]
        foot = [piece for piece in pieces if piece.y < profile.sheet.foot(sheet.wide)]
        body = [piece for piece in pieces if piece not in head and piece not in foot]
        stray = [piece for piece in body if not _drawn_by_right(piece, heads)]
        if stray:
            message = f"“{shortened(stray[0].text, 30)}” belongs to no part of the structure"
            findings.append(finding("OUT076", message, place, span=shortened(stray[0].text)))
        if sheet.number == 1:
            if head or foot:
                message = f"page one carries “{shortened((head or foot)[0].text, 30)}” in its margin"
                findings.append(finding("OUT042", message, place))
            continue
        findings += _head(document, head, sheet, place)
        findings += _foot(document, foot, sheet, len(sheets), profile, place)
    return findings


def _drawn_by_right(piece: Piece, heads: set[str]) -> bool:
    """Heads of tables drawn again on a later page, the dots of a contents line: artifacts (ISO 32000-1, 14.8.2.2)."""
    text = compared(piece.text)
    return not text.strip(".…") or any(text in head for head in heads)


def _table_heads(document: Document) -> set[str]:
    tables = (block for part in document.divisions for block in part.blocks if isinstance(block, Table))
    return {compared(unmarked(written(cell.text))) for table in tables for row in table.head for cell in row}


def _head(document: Document, pieces: list[Piece], sheet: Sheet, place: PagePosition) -> list[Diagnostic]:
    wanted, title = compared(document.running.symbol), compared(document.running.title)
    symbol = [piece for piece in pieces if unmirrored(compared(piece.text)) == unmirrored(wanted)] if title else pieces
    said, beside = _said(symbol), _said([piece for piece in pieces if piece not in symbol])
    if document.direction == "rtl":  # lines of it are drawn from the right; its signs are held against it
        beside, title = signs(beside), signs(title)
        said, wanted = unmirrored(said), unmirrored(wanted)  # of “S/RES/2816 (2026)”
    if wanted not in said or beside != title or (said != wanted and compared(document.running.job) not in said):
        found = _said(pieces)
        return [finding("OUT040", f"the running head reads “{found}”, resolved “{wanted}”", place, span=found)]
    return _side(document, symbol, sheet, place, "OUT040", "the running head")


def _foot(
    document: Document, pieces: list[Piece], sheet: Sheet, total: int, profile: Layout, place: PagePosition
) -> list[Diagnostic]:
    wanted = f"{sheet.number}/{total}" if profile.page_total else str(sheet.number)
    numbers = [piece for piece in pieces if compared(piece.text) == wanted]
    rest = _said([piece for piece in pieces if piece not in numbers])
    if not numbers or rest not in ("", compared(document.running.job)):
        found = _said(pieces)
        return [finding("OUT041", f"the foot of the page reads “{found}”, resolved “{wanted}”", place, span=found)]
    return _side(document, numbers, sheet, place, "OUT041", "the page number")


def _side(
    document: Document, pieces: list[Piece], sheet: Sheet, place: PagePosition, code: str, what: str
) -> list[Diagnostic]:
    """It stands at the outer edge: on odd pages the right one, or the left one of a book read from right to left."""
    middle = (min(piece.left for piece in pieces) + max(piece.right for piece in pieces)) / 2
    right = middle > sheet.width / 2
    if right != ((sheet.number % 2 == 1) == (document.direction == "ltr")):
        return [finding(code, f"{what} stands on the {'right' if right else 'left'} of page {sheet.number}", place)]
    return []


def _said(pieces: list[Piece]) -> str:
    return compared("".join([piece.text for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.left))]))
