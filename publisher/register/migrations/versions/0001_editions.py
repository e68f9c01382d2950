"""The first register: editions, their files and the bytes of these."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "objects",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("symbol", sa.String(200), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("asterisks", sa.Integer, nullable=False),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("parent", sa.String(200)),
        sa.Column("number", sa.Integer),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("masthead_date", sa.Date, nullable=False),
        sa.Column("issued_on", sa.Date, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("job", sa.String(40), nullable=False),
        sa.Column("engines", sa.JSON, nullable=False),
        sa.Column("waivers", sa.JSON, nullable=False),
        sa.Column("supersedes", sa.Integer, sa.ForeignKey("editions.id")),
        sa.UniqueConstraint("symbol", "language", "asterisks", name="one_edition"),
        sa.CheckConstraint("asterisks >= 0", name="asterisks_counted"),
        sa.CheckConstraint("(parent IS NULL) = (number IS NULL)", name="number_of_parent"),
        sqlite_autoincrement=True,
    )
    op.create_index("editions_by_parent", "editions", ["parent", "relation", "number"])
    op.create_table(
        "files",
        sa.Column("edition", sa.Integer, sa.ForeignKey("editions.id"), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(400), primary_key=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("objects.sha256"), nullable=False),
    )
    op.create_index("ix_files_sha256", "files", ["sha256"])


def downgrade() -> None:
    op.drop_table("files")
    op.drop_table("editions")
    op.drop_table("objects")
