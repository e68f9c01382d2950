"""The chain of a register: each edition over the one before it.

Each carries one digest over all it says. Whoever changes a date, a waiver or a file, or takes an edition out, breaks
the chain from there on. Whoever writes the chain anew, or empties the register, gets another end than the one that
was seen here before (`known`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from publisher.register.edition import digest
from publisher.register.tables import EDITIONS, FILES, IDENTITY, OBJECTS


@dataclass(frozen=True, slots=True)
class End:
    """Where a register stands: identity, count, digest of the last."""

    identity: str
    count: int
    chain: str


def link(row: Mapping[str, Any], files: list[tuple[str, str, str]], before: str) -> str:
    """The digest of one edition over the one `before` it.

    `row` and its `files` as role, name, SHA-256.
    """
    told = {name: value for name, value in row.items() if name != "chain"}
    text = json.dumps([before, told, sorted(files)], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def identity_of(connection: Connection) -> str:
    """What the register was called when made: its chain's beginning."""
    return connection.execute(sa.select(IDENTITY.c.identity)).scalar() or ""


def end_of(connection: Connection) -> End:
    """Where the register stands."""
    count = connection.execute(sa.select(sa.func.count()).select_from(EDITIONS)).scalar() or 0
    last = connection.execute(sa.select(EDITIONS.c.chain).order_by(EDITIONS.c.id.desc()).limit(1)).scalar()
    identity = identity_of(connection)
    return End(identity, count, last or identity)


def seal(connection: Connection, edition: int) -> None:
    """Write the digest of the edition that was just added."""
    earlier = sa.select(EDITIONS.c.chain).where(EDITIONS.c.id < edition).order_by(EDITIONS.c.id.desc()).limit(1)
    before = connection.execute(earlier).scalar() or identity_of(connection)
    row = connection.execute(sa.select(EDITIONS).where(EDITIONS.c.id == edition)).one()
    made = link(dict(row._mapping), _files_of(connection, edition), before)
    connection.execute(sa.update(EDITIONS).where(EDITIONS.c.id == edition).values(chain=made))


def links(connection: Connection) -> Iterator[tuple[Any, str]]:
    """Each edition's row with the digest it should carry, oldest first."""
    before = identity_of(connection)
    for row in connection.execute(sa.select(EDITIONS).order_by(EDITIONS.c.id)).all():
        yield row, link(dict(row._mapping), _files_of(connection, row.id), before)
        before = row.chain or ""


def faults(connection: Connection) -> list[str]:
    """What is wrong inside a register, in words.

    Broken links, files whose bytes are others, dates that run back.
    """
    found = [] if identity_of(connection) else ["the register has lost its identity: it was emptied or made otherwise"]
    latest = None
    last = 0
    for row, wanted in links(connection):
        name = f"{row.symbol}{'*' * row.asterisks} ({row.language})"
        if row.chain != wanted:
            found.append(f"{name} is not as it was issued, or an edition before it was changed or taken out")
        if row.id != last + 1:
            found.append(f"before {name} an edition is missing (number {last + 1} of the register)")
        if latest is not None and row.issued_on < latest:
            found.append(f"{name} is dated {row.issued_on}, before the edition issued ahead of it ({latest})")
        latest, last = max(latest or row.issued_on, row.issued_on), row.id
    for sha256, size, data in connection.execute(sa.select(OBJECTS.c.sha256, OBJECTS.c.size, OBJECTS.c.bytes)):
        if digest(data) != sha256 or len(data) != size:
            found.append(f"a file was exchanged inside the register: {_whose(connection, sha256)}")
    missing = sa.select(FILES.c.name).where(FILES.c.sha256.not_in(sa.select(OBJECTS.c.sha256)))
    found += [f"the file {name} is gone" for name in connection.execute(missing).scalars()]
    return found


def chain_at(connection: Connection, count: int) -> str | None:
    """The digest the register had when it had so many editions.

    None where it has fewer.
    """
    if count == 0:
        return identity_of(connection)
    query = sa.select(EDITIONS.c.chain).order_by(EDITIONS.c.id).offset(count - 1).limit(1)
    return connection.execute(query).scalar()


def _files_of(connection: Connection, edition: int) -> list[tuple[str, str, str]]:
    query = sa.select(FILES.c.role, FILES.c.name, FILES.c.sha256).where(FILES.c.edition == edition)
    return [(row.role, row.name, row.sha256) for row in connection.execute(query)]


def _whose(connection: Connection, sha256: str) -> str:
    query = (
        sa.select(EDITIONS.c.symbol, FILES.c.name)
        .join(FILES, FILES.c.edition == EDITIONS.c.id)
        .where(FILES.c.sha256 == sha256)
    )
    named = connection.execute(query).first()
    return f"{named.name} of {named.symbol}" if named else sha256
