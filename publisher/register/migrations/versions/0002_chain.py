"""Editions chained by digest, from an identity the register is given."""

import secrets

import sqlalchemy as sa
from alembic import op

from publisher.register.chain import link

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("identity", sa.Column("identity", sa.String(32), primary_key=True))
    op.add_column("editions", sa.Column("chain", sa.String(64)))
    connection = op.get_bind()
    identity = secrets.token_hex(16)
    connection.execute(sa.text("INSERT INTO identity VALUES (:identity)"), {"identity": identity})
    tables = sa.MetaData()
    tables.reflect(connection, only=["editions", "files"])
    editions, files = tables.tables["editions"], tables.tables["files"]
    before = identity
    for row in connection.execute(sa.select(editions).order_by(editions.c.id)).all():
        of_it = sa.select(files.c.role, files.c.name, files.c.sha256).where(files.c.edition == row.id)
        before = link(
            dict(row._mapping), [(file.role, file.name, file.sha256) for file in connection.execute(of_it)], before
        )
        connection.execute(sa.update(editions).where(editions.c.id == row.id).values(chain=before))


def downgrade() -> None:
    op.drop_column("editions", "chain")
    op.drop_table("identity")
