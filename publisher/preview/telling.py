"""What the page is told of a draft, as plain data.

Pages, pieces, outline, findings.
"""

from __future__ import annotations

from typing import Any

from publisher.catalogue import CATALOGUE
from publisher.mending import offer_of
from publisher.model.diagnostic import Diagnostic, PagePosition, Position
from publisher.preview.desk import Shown
from publisher.preview.draft import Draft, Piece
from publisher.speech import DEFAULT, gist, phrase


def draft_told(one: Shown, spoken_in: str = DEFAULT) -> dict[str, Any]:
    """One language as it is shown.

    What findings are about is said in the language of the page.
    """
    draft = one.draft
    if draft is None:
        return one.told
    findings = (*draft.findings, *draft.said, *one.proofs)
    return {
        **one.told,
        "direction": draft.direction,
        "symbol": draft.symbol,
        "title": draft.title,
        "seconds": round(draft.seconds, 3),
        "pages": [[page.digest, page.width, page.height] for page in draft.pages],
        "pieces": [_piece(piece) for piece in draft.pieces],
        "findings": [_finding(found, draft, spoken_in) for found in dict.fromkeys(findings)],
        "facts": draft.facts,
    }


def _piece(piece: Piece) -> dict[str, Any]:
    told: dict[str, Any] = {"id": piece.id, "role": piece.role, "text": piece.text, "boxes": piece.boxes}
    if piece.at is not None:
        told |= {"file": piece.at.file, "line": piece.at.line}
    if piece.depth:
        told["depth"] = piece.depth
    if piece.fact:
        told["fact"] = piece.fact
    return told


def _finding(found: Diagnostic, draft: Draft, spoken_in: str) -> dict[str, Any]:
    row = CATALOGUE.get(found.code)
    told: dict[str, Any] = {
        "code": found.code,
        "name": found.name,
        "severity": str(found.severity),
        "gist": gist(found.code, spoken_in) if spoken_in != DEFAULT else "",
        "message": (message := phrase(found.message, spoken_in)),
        "worded": message != found.message,
        "hint": (hint := phrase(found.hint, spoken_in)),
        "hinted": hint != found.hint,
        "span": found.span,
        "waivable": bool(row and row.waivable),
    }
    match found.at:
        case Position(file, line, column):
            piece = piece_at(draft, file, line, column)
            told |= {"file": file, "line": line, "column": column, "piece": piece.id if piece else ""}
            if (offer := offer_of(found)) is not None:
                told["mending"] = {"what": offer.what, "words": offer.words}
        case PagePosition(file, page):
            told |= {"file": file, "page": page}
        case None:
            pass
    return told


def piece_at(draft: Draft, file: str, line: int, column: int) -> Piece | None:
    """The piece that a place in the words belongs to.

    The last that begins at it or before it, and is drawn.
    """
    best: Piece | None = None
    for piece in draft.pieces:
        if piece.at is None or piece.at.file != file or not piece.boxes or piece.table:
            continue
        if (piece.at.line, piece.at.column) <= (line, column) and (
            best is None or best.at is None or (piece.at.line, piece.at.column) > (best.at.line, best.at.column)
        ):
            best = piece
    return best
