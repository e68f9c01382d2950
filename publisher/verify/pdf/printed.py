"""What a PDF says, sign by sign, for the proof against what was typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from publisher.model.characters import CALL_CLOSE, CALL_OPEN, compared, unmarked
from publisher.typed import Printed, words_of
from publisher.verify.expected import Story
from publisher.verify.pdf.direction import of_same_signs
from publisher.verify.pdf.order import Order, as_drawn
from publisher.verify.pdf.reading import Piece
from publisher.verify.pdf.story import Located
from publisher.verify.pdf.telling import Block, Telling

_SAME_LINE = 0.6  # of the size of the letters: raised marks stand on the line of their word
_GAP = 0.12  # of the size of the letters: less is kerning


def printed(told: Telling, located: Located, story: Story, order: Order, right_to_left: bool) -> Printed:
    """The blocks and notes that the tags of a PDF tell, the contents left out.

    The order of neutral signs in right-to-left text cannot be read off a page; there a block that was proved to tell
    its line (`located`) says what the line says, but for what stands in another `order`.
    """
    calls = {id(piece) for call in told.calls for piece in call.pieces}
    known = _proved(located, order, right_to_left)
    continued = _continued(located, known)
    blocks = [
        known.get(id(block)) or _lines(block.pieces, calls)
        for block in told.blocks
        if block.role != "TOCI" and id(block) not in continued
    ]
    notes = [_lines(note.body.pieces, calls) for note in told.notes]
    if right_to_left or any(_turned(note.body) for note in told.notes):
        said = of_same_signs(notes, story.notes, _bag)
        notes = [
            as_drawn(line.text if line else note, order.notes.get(place, ()))
            for place, (note, line) in enumerate(zip(notes, said, strict=True))
        ]
    return Printed(tuple(words_of(blocks)), tuple(words_of(notes)))


def _turned(block: Block) -> bool:
    """Whether right-to-left words stand in the block."""
    return any(piece.text != piece.drawn for piece in block.pieces)


def _proved(located: Located, order: Order, right_to_left: bool) -> dict[int, str]:
    """The first block of each line that is told exactly → the line, number included; lines with words to turn only."""
    wrong = {difference.line for difference in located.matching.differences}
    return {
        id(located.blocks[blocks[0]]): as_drawn(located.lines[index].whole, order.lines.get(index, ()))
        for index, blocks in enumerate(located.matching.blocks)
        if blocks and index not in wrong and (right_to_left or any(_turned(located.blocks[n]) for n in blocks))
    }


def _continued(located: Located, known: Mapping[int, str]) -> frozenset[int]:
    """Blocks that go on with a line whose first block says all of it."""
    return frozenset(
        id(located.blocks[block])
        for blocks in located.matching.blocks
        if len(blocks) > 1 and id(located.blocks[blocks[0]]) in known
        for block in blocks[1:]
    )


def _bag(text: str) -> str:
    """The signs of a text in an order of their own."""
    return "".join(sorted(compared(unmarked(text))))


def _lines(pieces: Sequence[Piece], calls: Collection[int]) -> str:
    """The text of pieces, “\n” where one line ends and the next begins; marks of calls between their signs.

    A space between two ways of setting may be drawn as a gap only, and then cannot be told from one.
    """
    said: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if before is not None and (
            piece.page != before.page
            or abs(piece.y - before.y) > _SAME_LINE * before.size
            or piece.left - before.right > _GAP * piece.size
        ):
            said.append("\n")
        said.append(f"{CALL_OPEN}{piece.text}{CALL_CLOSE}" if id(piece) in calls else piece.text)
        before = piece
    return "".join(said)
