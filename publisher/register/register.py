"""Looking up editions and adding one, whole or not at all.

In a single transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from publisher.failures import RegisterFailure
from publisher.model.symbol import folded
from publisher.register.chain import End, end_of, faults, seal
from publisher.register.database import connect, reading, upgrade, writing
from publisher.register.edition import Edition, EditionFile, NewEdition, Relation, digest
from publisher.register.tables import EDITIONS, FILES, OBJECTS

BESIDE = "register.sqlite"  # the register of a document by default, beside its folder


class AlreadyIssued(RegisterFailure):
    """This symbol exists in this language already.

    Issued bytes are never changed.
    """


class NotIssued(RegisterFailure):
    """The register holds no such edition."""


def open_register(address: str, *, make: bool = True) -> Register:
    """The register at `address`, made (if `make`) and migrated.

    An SQLite path or a postgresql:// URL.
    """
    if not make and "://" not in address and not Path(address).is_file():
        raise RegisterFailure(
            f"there is no register at {address}: nothing was issued there; name another with --register"
        )
    try:
        engine = connect(address)
    except OSError as error:
        raise RegisterFailure(f"register {address}: its folder cannot be made: {error.strerror}") from error
    upgrade(engine)
    return Register(engine)


@dataclass(frozen=True, slots=True)
class Register:
    """The register's questions and its one deed, `issue`."""

    engine: Engine

    def issue(self, new: NewEdition) -> Edition:
        """Register `new` and keep its bytes.

        AlreadyIssued, or RegisterFailure where it does not follow what exists.
        """
        return self.issue_all([new])[0]

    def issue_all(self, editions: Sequence[NewEdition]) -> tuple[Edition, ...]:
        """Register `editions`, the languages of a document, all or none.

        AlreadyIssued, or RegisterFailure, where one of them does not follow what exists.
        """
        with writing(self.engine) as connection:
            added = [_added(connection, new) for new in editions]
        return tuple(self.edition(identifier) for identifier in added)

    def require_new(self, symbol: str, language: str, asterisks: int) -> None:
        """Raise AlreadyIssued where this edition is in the register."""
        if any(one.asterisks == asterisks for one in self.editions(symbol=symbol, language=language)):
            raise _issued_already(symbol, language, asterisks)

    @property
    def place(self) -> str:
        """Where the register is, without a password."""
        if self.engine.dialect.name == "sqlite":
            return str(Path(self.engine.url.database or "").resolve())
        return self.engine.url.render_as_string(hide_password=True)

    def end(self) -> End:
        """How far the register has come."""
        with reading(self.engine) as connection:
            return end_of(connection)

    def faults(self) -> list[str]:
        """What is wrong inside the register, in words."""
        with reading(self.engine) as connection:
            return faults(connection)

    def edition(self, identifier: int) -> Edition:
        """The edition of this identifier, its files included."""
        with reading(self.engine) as connection:
            row = connection.execute(sa.select(EDITIONS).where(EDITIONS.c.id == identifier)).one_or_none()
            if row is None:
                raise NotIssued(f"no edition {identifier} in the register")
            return _edition(row, _files(connection, identifier))

    def editions(
        self,
        *,
        symbol: str | None = None,
        language: str | None = None,
        relation: Relation | None = None,
        parent: str | None = None,
        year: int | None = None,
    ) -> tuple[Edition, ...]:
        """The editions that fit every given filter.

        In the order of symbol, language and issue.
        """
        query = sa.select(EDITIONS).order_by(EDITIONS.c.symbol, EDITIONS.c.language, EDITIONS.c.id)
        for column, wanted in (
            (EDITIONS.c.symbol, self._as_issued(symbol)),
            (EDITIONS.c.language, language),
            (EDITIONS.c.relation, relation),
            (EDITIONS.c.parent, self._as_issued(parent)),
        ):
            if wanted is not None:
                query = query.where(column == wanted)
        if year is not None:
            query = query.where(sa.extract("year", EDITIONS.c.issued_on) == year)
        with reading(self.engine) as connection:
            return tuple(_edition(row, ()) for row in connection.execute(query))

    def _as_issued(self, symbol: str | None) -> str | None:
        """The symbol as the register spells it, where it was typed with signs that look alike."""
        if symbol is None:
            return None
        with reading(self.engine) as connection:
            return next((known for known in _alike(connection, symbol) if known != symbol), symbol)

    def family(self, symbol: str) -> tuple[Edition, ...]:
        """Every edition of `symbol` and what belongs to it, oldest first.

        All that corrects, revises or adds to it.
        """
        found = [
            edition
            for edition in self.editions()
            if edition.symbol == symbol or edition.symbol.startswith(symbol + "/") or edition.parent == symbol
        ]
        return tuple(sorted(found, key=lambda edition: (edition.issued_on, edition.id)))

    def latest(self, symbol: str, language: str) -> Edition:
        """The newest edition of `symbol` in `language`, files included.

        NotIssued when there is none.
        """
        found = self.editions(symbol=symbol, language=language)
        if not found:
            others = sorted({edition.language for edition in self.editions(symbol=symbol)})
            known = f"; it was issued in: {', '.join(others)}" if others else ""
            raise NotIssued(f"{symbol} was never issued in “{language}”{known}")
        return self.edition(found[-1].id)

    def next_number(self, parent: str, relation: Relation, language: str | None = None) -> int:
        """The number after the last of this relation to `parent`.

        In `language`, the first it lacks.
        """
        editions = self.editions(parent=parent, relation=relation)
        every = {edition.number or 0 for edition in editions}
        mine = {edition.number for edition in editions if language in (None, edition.language)}
        lacking = sorted(number for number in every if number not in mine) if language else []
        return lacking[0] if lacking else max(every, default=0) + 1

    def content(self, edition: Edition, role: str, name: str) -> bytes:
        """The bytes of one file of `edition`, proved against their digest."""
        query = (
            sa.select(OBJECTS.c.bytes, OBJECTS.c.sha256)
            .join(FILES, FILES.c.sha256 == OBJECTS.c.sha256)
            .where(FILES.c.edition == edition.id, FILES.c.role == role, FILES.c.name == name)
        )
        with reading(self.engine) as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotIssued(f"{edition.printed_symbol} ({edition.language}) holds no {role} file {name!r}")
        if digest(row.bytes) != row.sha256:
            raise RegisterFailure(f"{name} of {edition.printed_symbol} was altered inside the register")
        return bytes(row.bytes)

    def editions_of_file(self, data: bytes) -> tuple[tuple[Edition, EditionFile], ...]:
        """Every edition that issued exactly these bytes."""
        query = sa.select(FILES.c.edition).where(FILES.c.sha256 == digest(data), FILES.c.role == "output")
        with reading(self.engine) as connection:
            identifiers = [row.edition for row in connection.execute(query)]
        return tuple(
            (edition, file)
            for edition in map(self.edition, identifiers)
            for file in edition.files
            if file.sha256 == digest(data)
        )


def _added(connection: Connection, new: NewEdition) -> int:
    """Add an edition, its files and its bytes; its identifier."""
    contents = {key: (digest(data), data) for key, data in new.files.items()}
    _require_own_symbol(connection, new)
    _require_later(connection, new)
    supersedes = _place_of(connection, new)
    _keep_objects(connection, contents.values())
    adding = EDITIONS.insert().values(**_row(new), supersedes=supersedes).returning(EDITIONS.c.id)
    try:
        edition = int(connection.execute(adding).scalar_one())
    except IntegrityError as error:
        raise _issued_already(new.symbol, new.language, new.asterisks) from error
    rows = [
        {"edition": edition, "role": role, "name": name, "sha256": sha256}
        for (role, name), (sha256, _) in contents.items()
    ]
    connection.execute(FILES.insert(), rows)
    seal(connection, edition)
    return edition


def _issued_already(symbol: str, language: str, asterisks: int) -> AlreadyIssued:
    return AlreadyIssued(f"{symbol}{'*' * asterisks} ({language}) is issued already")


def _alike(connection: Connection, symbol: str) -> list[str]:
    """The symbols in the register that look like `symbol`; itself alone where it is there."""
    exact = connection.execute(sa.select(EDITIONS.c.symbol).where(EDITIONS.c.symbol == symbol).limit(1)).scalar()
    if exact is not None:
        return [exact]
    every = connection.execute(sa.select(EDITIONS.c.symbol).distinct()).scalars()
    return [known for known in every if folded(known) == folded(symbol)]


def _require_own_symbol(connection: Connection, new: NewEdition) -> None:
    """Raise AlreadyIssued where another document has a symbol that cannot be told from that of `new`."""
    for known in _alike(connection, new.symbol):
        if known != new.symbol:
            raise AlreadyIssued(f"“{new.symbol}” cannot be told from {known}, which was issued: they are one symbol")


def _require_later(connection: Connection, new: NewEdition) -> None:
    """Raise RegisterFailure where `new` is dated before what was issued of the same document."""
    of_it = sa.or_(EDITIONS.c.symbol == new.symbol, EDITIONS.c.symbol == new.parent, EDITIONS.c.parent == new.symbol)
    latest = connection.execute(sa.select(sa.func.max(EDITIONS.c.issued_on)).where(of_it)).scalar()
    if latest is not None and new.issued_on < latest:
        raise RegisterFailure(
            f"{new.symbol} ({new.language}) would be issued on {new.issued_on}, before what was issued of it on {latest}"
        )


def _place_of(connection: Connection, new: NewEdition) -> int | None:
    """The edition that `new` supersedes; RegisterFailure where its asterisks or number do not follow."""
    same = connection.execute(
        sa.select(EDITIONS.c.id, EDITIONS.c.asterisks)
        .where(EDITIONS.c.symbol == new.symbol, EDITIONS.c.language == new.language)
        .order_by(EDITIONS.c.asterisks)
    ).all()
    if any(row.asterisks == new.asterisks for row in same):
        raise AlreadyIssued(
            f"{new.symbol}{'*' * new.asterisks} ({new.language}) is issued already; to issue the text again under the "
            "same symbol add a reissue to the record, to correct it make a corrigendum or a revision"
        )
    if same and new.asterisks != same[-1].asterisks + 1:
        raise RegisterFailure(
            f"{new.symbol} ({new.language}) was last issued with {same[-1].asterisks} asterisk(s): "
            f"the next reissue carries {same[-1].asterisks + 1}, not {new.asterisks}"
        )
    if new.parent is not None:
        _require_place_under_parent(connection, new)
    if same:
        return int(same[-1].id)
    return _superseded_parent(connection, new)


def _require_place_under_parent(connection: Connection, new: NewEdition) -> None:
    parents = sa.select(EDITIONS.c.id).where(EDITIONS.c.symbol == new.parent)
    if connection.execute(parents).first() is None:
        raise NotIssued(f"{new.symbol}: its parent {new.parent} is not in the register; issue the parent first")
    numbers = sa.select(sa.func.max(EDITIONS.c.number)).where(
        EDITIONS.c.parent == new.parent, EDITIONS.c.relation == new.relation
    )
    last = connection.execute(numbers).scalar() or 0
    if new.number is not None and not 1 <= new.number <= last + 1:
        raise RegisterFailure(f"{new.symbol}: the next {new.relation} of {new.parent} has the number {last + 1}")


def _superseded_parent(connection: Connection, new: NewEdition) -> int | None:
    """A revision takes the place of its parent, or of the revision before it, in the same language."""
    if new.relation != "revision":
        return None
    query = (
        sa.select(EDITIONS.c.id)
        .where(
            EDITIONS.c.language == new.language,
            sa.or_(
                EDITIONS.c.symbol == new.parent,
                sa.and_(EDITIONS.c.parent == new.parent, EDITIONS.c.relation == "revision"),
            ),
        )
        .order_by(EDITIONS.c.id.desc())
    )
    return connection.execute(query).scalars().first()


def _keep_objects(connection: Connection, contents: Iterable[tuple[str, bytes]]) -> None:
    wanted = dict(contents)
    present = set(connection.execute(sa.select(OBJECTS.c.sha256).where(OBJECTS.c.sha256.in_(wanted))).scalars())
    missing = [
        {"sha256": sha256, "size": len(data), "bytes": data} for sha256, data in wanted.items() if sha256 not in present
    ]
    if missing:
        connection.execute(OBJECTS.insert(), missing)


def _row(new: NewEdition) -> dict[str, Any]:
    return {
        "symbol": new.symbol,
        "language": new.language,
        "asterisks": new.asterisks,
        "relation": new.relation,
        "parent": new.parent,
        "number": new.number,
        "title": new.title,
        "masthead_date": new.masthead_date,
        "issued_on": new.issued_on,
        "reason": new.reason,
        "job": new.job,
        "engines": dict(new.engines),
        "waivers": [dict(waiver) for waiver in new.waivers],
    }


def _files(connection: Connection, edition: int) -> tuple[EditionFile, ...]:
    query = (
        sa.select(FILES.c.name, FILES.c.role, FILES.c.sha256, OBJECTS.c.size)
        .join(OBJECTS, OBJECTS.c.sha256 == FILES.c.sha256)
        .where(FILES.c.edition == edition)
        .order_by(FILES.c.role, FILES.c.name)
    )
    return tuple(EditionFile(row.name, row.role, row.sha256, row.size) for row in connection.execute(query))


def _edition(row: Any, files: tuple[EditionFile, ...]) -> Edition:
    return Edition(
        row.id,
        row.symbol,
        row.language,
        row.asterisks,
        row.relation,
        row.parent,
        row.number,
        row.title,
        row.masthead_date,
        row.issued_on,
        row.reason,
        row.job,
        row.engines,
        tuple(row.waivers),
        row.supersedes,
        files,
    )
