"""Running heads and feet, left out with that reason.

The program writes its own.
"""

from __future__ import annotations

from publisher.openxml.content import Content, NoteCall, paragraphs_in
from publisher.receive.accounts import Accounts
from publisher.wording import escape

_REASON = "running heads and feet are written by the program from the symbol and the job number"


def running_title(content: Content, symbol: str) -> str:
    """What stands in the running head of the first section beside the symbol, as authors' text."""
    lines = [" ".join(one.text.split()) for one in paragraphs_in(content.heads.get((0, "header", "default"), []))]
    return escape(next((line for line in lines if line and not line.startswith(symbol)), ""))


def leave_heads(content: Content, accounts: Accounts) -> None:
    """Leave out what heads and feet hold, where page one did not take it."""
    for blocks in content.heads.values():
        for paragraph in paragraphs_in(blocks):
            keys = [piece.element for piece in paragraph.pieces if not isinstance(piece, NoteCall)]
            accounts.leave_out(_REASON, *(key for key in (paragraph.element, *keys) if not accounts.uses[key]))
        for block in blocks:
            cells = [cell for cell in block.element.iter() if cell in accounts.entered]
            accounts.leave_out(_REASON, *(cell for cell in cells if not accounts.uses[cell]))
