"""What was issued, read back from the register: the data of an edition, its text, its text with its corrigenda."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publisher.failures import BadRequest
from publisher.model.workspace import Workspace
from publisher.register import Edition, Register
from publisher.revise import Disproved, Instruction, carry_out
from publisher.revise.corrigendum import instructions_in
from publisher.revise.location import Passage
from publisher.revise.passages_file import NAME, load


def issued_text(register: Register, edition: Edition) -> tuple[Passage, ...]:
    """The passages of `edition` as issued."""
    return load(register.content(edition, "proof", NAME))


def corrected_text(register: Register, edition: Edition, before: int | None = None) -> tuple[Passage, ...]:
    """The passages of `edition` with its corrigenda carried out; only those of a number under `before`."""
    text = issued_text(register, edition)
    for corrigendum in corrigenda(register, edition.symbol, edition.language):
        if before is None or (corrigendum.number or 0) < before:
            try:
                text = carry_out(text, orders_of(register, corrigendum))
            except Disproved:
                if corrigendum.id > edition.id:
                    raise
                # a reissue that came later has taken the correction up already
    return text


def corrigenda(register: Register, symbol: str, language: str) -> tuple[Edition, ...]:
    """The newest edition of every corrigendum to `symbol` in `language`, by number."""
    found = register.editions(parent=symbol, relation="corrigendum", language=language)
    newest = {edition.number: edition for edition in found}
    return tuple(register.edition(newest[number].id) for number in sorted(newest, key=lambda number: number or 0))


def orders_of(register: Register, corrigendum: Edition) -> tuple[Instruction, ...]:
    """The instructions of an issued corrigendum."""
    from publisher.read import read

    with unfrozen(register, corrigendum, corrigendum.issued_on) as workspace:
        document = read(workspace, corrigendum.language).document
    if document is None:
        raise BadRequest(f"{corrigendum.printed_symbol} ({corrigendum.language}) can no longer be read")
    return instructions_in(document.words.body)


@contextmanager
def unfrozen(register: Register, edition: Edition, today: datetime.date) -> Iterator[Workspace]:
    """Give, for a while, a workspace with everything `edition` was built from, as it was then."""
    with tempfile.TemporaryDirectory(prefix="publisher-edition-") as name:
        root = Path(name)
        for file in edition.files:
            if file.role in ("data", "template", "reference"):
                path = root / file.role / file.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(register.content(edition, file.role, file.name))
        yield Workspace(root / "data", (root / "template",), root / "reference", today)
