"""What the register knows of one edition.

One symbol in one language, issued once, never changed.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from publisher.failures import RegisterFailure

Relation = Literal["original", "reissue", "corrigendum", "revision", "addendum", "annex"]
FileRole = Literal["output", "data", "template", "reference", "proof"]


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def sound_name(name: str) -> str:
    """`name` where it is a path inside an edition.

    RegisterFailure where it would lead out of a folder.
    """
    if "\0" in name or not {"", ".", ".."}.isdisjoint(name.split("/")):
        raise RegisterFailure(f"the register names a file “{name}”, which is no name of a file of a document")
    return name


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file of an edition: its path inside, its `size` in bytes."""

    name: str
    role: FileRole
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition about to be issued, with the bytes of everything.

    What it was made of and what was made. `symbol` is without asterisks; `asterisks` counts them (0 for a first
    edition, 1 for its first reissue). `parent` and `number` are set for a corrigendum, revision or addendum: the
    symbol it belongs to, its number there.
    """

    symbol: str
    language: str
    asterisks: int
    relation: Relation
    title: str
    masthead_date: datetime.date
    issued_on: datetime.date
    files: Mapping[tuple[FileRole, str], bytes]
    parent: str | None = None
    number: int | None = None
    reason: str = ""
    job: str = ""
    engines: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as registered.

    `supersedes` is the identifier of the edition it takes the place of.
    """

    id: int
    symbol: str
    language: str
    asterisks: int
    relation: Relation
    parent: str | None
    number: int | None
    title: str
    masthead_date: datetime.date
    issued_on: datetime.date
    reason: str
    job: str
    engines: Mapping[str, str]
    waivers: tuple[Mapping[str, str], ...]
    supersedes: int | None
    files: tuple[EditionFile, ...] = ()

    @property
    def printed_symbol(self) -> str:
        """The symbol as page one prints it: HSP/HA.2/16*."""
        return self.symbol + "*" * self.asterisks
