"""Alembic's entry: runs the migrations over the given connection.

`database.upgrade` hands it in.
"""

from alembic import context

from publisher.register.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
