"""What was issued, read back from the register.

The data of an edition, its text, its text with its corrigenda.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publisher.failures import BadRequest
from publisher.model.workspace import FROZEN_OWN, Workspace, file_below, shipped
from publisher.register import Edition, Register, sound_name
from publisher.revise import Disproved, Instruction, carry_out
from publisher.revise.corrigendum import instructions_in
from publisher.revise.location import Passage
from publisher.revise.passages_file import NAME, load
from publisher.trust import is_trusted


def issued_text(register: Register, edition: Edition) -> tuple[Passage, ...]:
    """The passages of `edition` as issued."""
    return load(register.content(edition, "proof", NAME))


def corrected_text(register: Register, edition: Edition, before: int | None = None) -> tuple[Passage, ...]:
    """The passages of `edition` with its corrigenda carried out.

    Only those of a number under `before`.
    """
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
    """The newest edition of every corrigendum to `symbol`, by number.

    In `language`.
    """
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
    """A workspace with all `edition` was built from, for a while.

    As it was then.
    """
    with tempfile.TemporaryDirectory(prefix="publisher-edition-") as name:
        root = Path(name)
        _require_trust(register, edition)
        own: list[tuple[str, Path]] = []
        for file in edition.files:
            if file.role in ("data", "template", "reference"):
                path = root / file.role / sound_name(file.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(register.content(edition, file.role, file.name))
                if file.role == "reference" and file.name.startswith(f"{FROZEN_OWN}/"):
                    own.append((file.name.removeprefix(f"{FROZEN_OWN}/"), path))
        yield Workspace(
            root / "data", (root / "template",), root / "reference", today, own_reference=tuple(sorted(own))
        )


def templates_not_ours(register: Register, edition: Edition) -> dict[str, bytes]:
    """The templates of `edition` that are not this program's, by name."""
    found: dict[str, bytes] = {}
    for file in edition.files:
        if file.role == "template":
            ours = file_below((shipped("templates"),), file.name)
            data = register.content(edition, file.role, file.name)
            if ours is None or ours.read_bytes() != data:
                found[file.name] = data
    return found


def _require_trust(register: Register, edition: Edition) -> None:
    """Raise Untrusted where the edition brings templates that the user of this machine has not said to trust."""
    if not is_trusted(foreign := templates_not_ours(register, edition)):
        raise Untrusted(
            f"{edition.printed_symbol} ({edition.language}) was issued with templates that are neither those of this "
            f"program nor trusted here ({', '.join(sorted(foreign)[:3])}); look at them, then say: "
            f"publisher trust {edition.symbol}"
        )


class Untrusted(BadRequest):
    """An edition brings templates nobody here has said to trust.

    It comes out of the register.
    """
