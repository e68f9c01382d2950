"""Tables that float in a text box, as LibreOffice keeps those that Word lets float by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.openxml.content import Block, Paragraph, Picture, Table
from publisher.receive.accounts import Accounts
from publisher.receive.word.grid import grid_of


def lifted(blocks: Iterable[Block], accounts: Accounts) -> Iterator[Block]:
    """`blocks`, what stands in boxes with a table before its paragraph.

    A box of words alone stays where it is: it is a drawing.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            for picture in [piece for piece in block.pieces if isinstance(piece, Picture) and _holds_table(piece)]:
                accounts.use_once(picture.element)
                block.pieces = [piece for piece in block.pieces if piece is not picture]
                for box in picture.boxes:
                    yield from lifted(box, accounts)
        yield block


def _holds_table(picture: Picture) -> bool:
    inner = (block for box in picture.boxes for block in box)
    return picture.kind == "drawing" and any(isinstance(one, Table) and len(grid_of(one).columns) > 1 for one in inner)
