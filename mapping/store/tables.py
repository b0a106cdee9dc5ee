"""The tables. What is here is what `migrations/` has made; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_workshop() -> Column[str]:
    return Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False)


workshop = Table(
    "workshop",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(12), nullable=False),  # room, solo
    Column("code", String(20), unique=True),  # the facilitator's; none for a solo map
    Column("passphrase", String(200), nullable=False),  # scrypt, with its salt
    Column("plan", JSON, nullable=False),
    Column("day", JSON, nullable=False),
    Column("created", Float, nullable=False),
    Column("keep_until", Float, nullable=False),
    Column("epoch", Integer, nullable=False, server_default="1"),
    CheckConstraint("kind IN ('room', 'solo')", name="kind"),
)

map = Table(
    "map",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("kind", String(12), nullable=False),  # group, solo, scenario
    Column("seq", Integer, nullable=False, server_default="0"),  # of the last change; the row is what writers lock
    Index(None, "workshop"),
    CheckConstraint("kind IN ('group', 'solo', 'scenario')", name="kind"),
)

group = Table(
    "working_group",  # GROUP is a word of SQL's own
    metadata,
    Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("number", String(4), primary_key=True),
    Column("code", String(20), unique=True),
    Column("map", String(40), ForeignKey("map.id", ondelete="CASCADE"), nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("map", String(40), ForeignKey("map.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", String(80), nullable=False),
    Column("at", Float, nullable=False),
    Column("payload", JSON, nullable=False),
    UniqueConstraint("map", "id"),
)

seat = Table(
    "seat",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("role", String(12), nullable=False),
    Column("number_of_group", String(4)),
    Column("participant", String(40), nullable=False),  # the random id its changes carry
    Column("number", Integer, nullable=False),  # presence number within its map; 0: facilitator, projector
    Column("epoch", Integer, nullable=False),
    Column("taken", Float, nullable=False),
    Index(None, "workshop", "number_of_group"),
    CheckConstraint("role IN ('facilitator', 'participant', 'projector')", name="role"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("about", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("value", JSON(none_as_null=True)),  # null: taken back
    Column("participant", String(40), nullable=False),
    Column("at", Float, nullable=False),
    Index(None, "workshop", "about"),
)
