"""Which written blocks stand inside others: the one such walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from publisher.model.document import (
    AgendaList,
    Appendix,
    AttendanceSentence,
    Block,
    Bullets,
    Correction,
    CredentialsSentence,
    Dashes,
    DecisionText,
    ElectionParagraph,
    Figure,
    MeetingSentence,
    OfficersList,
    Outcomes,
    Paragraph,
    Quotation,
    Section,
    Signature,
    Statement,
    Table,
    Unnumbered,
    VoteSentence,
)  # fmt: skip
from publisher.model.words import Words


def within(listed: Iterable[Block]) -> Iterator[Block]:
    """The blocks of `listed` and those inside, in the order of the file."""
    for block in listed:
        yield block
        yield from within(inside(block))


def inside(block: Block) -> Sequence[Block]:
    """The blocks that stand directly inside `block`."""
    match block:
        case Section() | Appendix():
            return block.body
        case (
            Words() | Paragraph() | Unnumbered() | AgendaList() | AttendanceSentence() | MeetingSentence()
            | CredentialsSentence() | VoteSentence() | ElectionParagraph() | OfficersList() | Outcomes()
            | DecisionText() | Statement() | Quotation() | Bullets() | Dashes() | Table() | Figure() | Signature() | Correction()
        ):  # fmt: skip
            return ()
        case _:
            assert_never(block)
