"""Alembic's entry: the connection, its transaction and its lock come from `mapping.store.open`."""

from alembic import context

from mapping.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
