"""The tables of the register.

Every change to them is a migration under `migrations/versions`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

# Bytes live in the database beside the row that needs them, so that one commit makes the whole edition exist and
# several people who share a PostgreSQL register need no shared folder; equal files are kept once.
OBJECTS = Table(
    "objects",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

# One row: what the register was called when it was made, the beginning of its chain.
IDENTITY = Table("identity", METADATA, Column("identity", String(32), primary_key=True))

EDITIONS = Table(
    "editions",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("symbol", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("asterisks", Integer, nullable=False),
    Column("relation", String(16), nullable=False),
    Column("parent", String(200)),
    Column("number", Integer),
    Column("title", Text, nullable=False),
    Column("masthead_date", Date, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("job", String(40), nullable=False),
    Column("engines", JSON, nullable=False),
    Column("waivers", JSON, nullable=False),
    Column("supersedes", Integer, ForeignKey("editions.id")),
    Column("chain", String(64)),  # a digest over the row, its files and the chain of the row before
    UniqueConstraint("symbol", "language", "asterisks", name="one_edition"),
    CheckConstraint("asterisks >= 0", name="asterisks_counted"),
    CheckConstraint("(parent IS NULL) = (number IS NULL)", name="number_of_parent"),
    # never reuse the identifier of a row that a roll-back took away
    sqlite_autoincrement=True,
)
Index("editions_by_parent", EDITIONS.c.parent, EDITIONS.c.relation, EDITIONS.c.number)

FILES = Table(
    "files",
    METADATA,
    Column("edition", Integer, ForeignKey("editions.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("name", String(400), primary_key=True),
    Column("sha256", String(64), ForeignKey("objects.sha256"), nullable=False, index=True),
)
